package assess

import (
	"slices"
	"testing"

	"collab/rubric"
)

// roundOf is a record of people by role; those of the role "" are hidden.
func roundOf(roles map[string]int) Side {
	r := rubric.Default()
	p := &Published{Round: newRound(r, Group, "A", testDate), Positions: make([]Summary, len(r.Dimensions)), Roles: map[string]int{}}
	for role, n := range roles {
		p.People += n
		if role != "" {
			p.Roles[role] = n
		}
	}
	return Side{Assessment: &Assessment{Published: p}}
}

func TestRoleMix(t *testing.T) {
	for _, c := range []struct {
		name      string
		then, now map[string]int
		want      bool
	}{
		{"the same", map[string]int{"board": 7, "staff": 5}, map[string]int{"board": 7, "staff": 5}, false},
		{"twice as many of each", map[string]int{"board": 7, "staff": 5}, map[string]int{"board": 14, "staff": 10}, false},
		{"a quarter", map[string]int{"board": 10, "staff": 10}, map[string]int{"board": 15, "staff": 5}, false},
		{"more than a quarter", map[string]int{"board": 10, "staff": 10}, map[string]int{"board": 151, "staff": 49}, true},
		{"one role gone", map[string]int{"board": 7, "staff": 5}, map[string]int{"board": 12}, true},
		{"one role come", map[string]int{"board": 12}, map[string]int{"board": 7, "staff": 5}, true},
		{"hidden roles are one", map[string]int{"board": 7, "": 5}, map[string]int{"board": 8, "": 5}, false},
		{"more hidden ones", map[string]int{"board": 15, "": 5}, map[string]int{"board": 10, "": 12}, true},
		{"a role that was hidden then", map[string]int{"board": 7, "": 5}, map[string]int{"board": 7, "staff": 6}, false},
		{"a role that is hidden now", map[string]int{"board": 7, "staff": 6}, map[string]int{"board": 7, "": 5}, false},
		{"a role of nobody where none is hidden", map[string]int{"board": 7, "staff": 6}, map[string]int{"board": 7, "volunteer": 6, "": 5}, true},
		{"all hidden then", map[string]int{"": 9}, map[string]int{"board": 7, "staff": 6}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := slices.Contains(Compare(roundOf(c.then), roundOf(c.now)).Cautions, CautionRoleMix); got != c.want {
				t.Errorf("changed: %v", got)
			}
			if got := slices.Contains(Compare(roundOf(c.now), roundOf(c.then)).Cautions, CautionRoleMix); got != c.want {
				t.Errorf("the other way round changed: %v", got)
			}
		})
	}
}

// TestRoleMixIsTheSameWhereResponsesAreAtHand: roles that are hidden tell nothing
// even to who has the responses.
func TestRoleMixIsTheSameWhereResponsesAreAtHand(t *testing.T) {
	people := func(role string, n int) []*Response {
		out := each(2, 2, 2, 2, 2, 2, 2, 2, 2, 2)
		for _, p := range out[:n] {
			p.Role = role
		}
		return out
	}
	for _, c := range []struct {
		then, now []*Response
		want      bool
	}{
		{people("board", 4), people("staff", 4), false}, // all are hidden
		{people("board", 5), people("staff", 5), true},
	} {
		then, now := sideOf(t, c.then...), sideOf(t, c.now...)
		for _, got := range []*Comparison{Compare(then, now), Compare(record(then), record(now))} {
			if slices.Contains(got.Cautions, CautionRoleMix) != c.want {
				t.Errorf("cautions %v of %v and %v", got.Cautions, then.Roles, now.Roles)
			}
		}
	}
}

// bodied is a room of a body of so many, with its responses at hand.
func bodied(t *testing.T, body int, people ...*Response) Side {
	t.Helper()
	p := closedRoom(t, people...)
	p.Body = body
	s, err := SideOf(Assess(p), people)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestTheWholeBody is of a position: whoever has none on one trait that was tested is missing.
func TestTheWholeBody(t *testing.T) {
	five, six := []int{200, 225, 225, 250, 275}, []int{200, 225, 225, 250, 275, 300}
	coded := func(people []*Response) []*Response {
		for i, p := range people {
			p.Code = string(rune('a' + i))
		}
		return people
	}
	oneSilent := onTrust(six...)
	for i, p := range oneSilent {
		put(p, "values", 2, 2, 2, 2)
		put(p, "trust", Answer(DontKnow)*Answer(one(i == 0))+2*Answer(one(i > 0)), 2)
	}
	put(oneSilent[0], "trust", DontKnow, DontKnow)
	onBoth := onTrust(six...)
	for _, p := range onBoth {
		put(p, "values", 2, 2, 3, 2)
	}
	for _, c := range []struct {
		name      string
		then, now Side
		want      bool
	}{
		{"of a part of the body", bodied(t, 6, onTrust(five...)...), bodied(t, 7, onTrust(six...)...), false},
		{"then all", bodied(t, 5, onTrust(five...)...), bodied(t, 7, onTrust(six...)...), true},
		{"now all", bodied(t, 0, onTrust(five...)...), bodied(t, 6, onTrust(six...)...), true},
		{"all answered, and one has no position on a trait", bodied(t, 6, oneSilent...), bodied(t, 0, onBoth...), false},
		{"none is tested", bodied(t, 4, onTrust(five[:4]...)...), bodied(t, 5, onTrust(five...)...), false},
		{"all linked", bodied(t, 6, coded(onTrust(six...))...), bodied(t, 0, coded(onTrust(six...))...), true},
		{"one person against everybody", solo(evenly(2)), bodied(t, 5, onTrust(five...)...), false},
		{"their hands", hands(onTrust(five...)), bodied(t, 5, onTrust(five...)...), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Compare(c.then, c.now)
			if slices.Contains(got.Cautions, CautionEveryone) != c.want {
				t.Errorf("cautions %v", got.Cautions)
			}
		})
	}
}

func TestJointWorkIsStatedTwiceAndDiffers(t *testing.T) {
	about := func(j JointWork) Side {
		r := evenly(2)
		r.JointWork = j
		return solo(r)
	}
	for _, c := range []struct {
		name      string
		then, now JointWork
		want      bool
	}{
		{"stated never", JointWork{}, JointWork{}, false},
		{"stated once", JointWork{}, JointWork{About: "fair"}, false},
		{"the same", JointWork{About: "fair", Scope: "between"}, JointWork{About: "fair", Scope: "between"}, false},
		{"another", JointWork{About: "fair"}, JointWork{About: "congress"}, true},
		{"of another scope", JointWork{About: "fair", Scope: "between"}, JointWork{About: "fair", Scope: "within"}, true},
	} {
		if got := slices.Contains(Compare(about(c.then), about(c.now)).Cautions, CautionJointWork); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
