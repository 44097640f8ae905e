package assess

import (
	"slices"
	"testing"

	"collab/rubric"
)

// roundOf is a record of people by role; those of the role "" are hidden.
func roundOf(roles map[string]int) Side {
	t := NewTally(rubric.Default(), Group, "A", testDate)
	t.Roles = map[string]int{}
	for role, n := range roles {
		t.People += n
		if role != "" {
			t.Roles[role] = n
		}
	}
	return Side{Assessment: &Assessment{Tally: t}}
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
		{"more than a quarter", map[string]int{"board": 10, "staff": 10}, map[string]int{"board": 16, "staff": 5}, true},
		{"one role gone", map[string]int{"board": 7, "staff": 5}, map[string]int{"board": 12}, true},
		{"one role come", map[string]int{"board": 12}, map[string]int{"board": 7, "staff": 5}, true},
		{"hidden roles are one", map[string]int{"board": 7, "": 5}, map[string]int{"board": 8, "": 5}, false},
		{"more hidden ones", map[string]int{"board": 15, "": 5}, map[string]int{"board": 10, "": 12}, true},
		{"a role that was hidden then", map[string]int{"board": 7, "": 5}, map[string]int{"board": 7, "staff": 6}, false},
		{"a role that is hidden now", map[string]int{"board": 7, "staff": 6}, map[string]int{"board": 7, "": 5}, false},
		{"all hidden then", map[string]int{"": 9}, map[string]int{"board": 7, "staff": 6}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := slices.Contains(Compare(roundOf(c.then), roundOf(c.now)).Cautions, CautionRoleMix); got != c.want {
				t.Errorf("changed: %v", got)
			}
		})
	}
}

func TestRoleMixOfResponsesKnowsEveryRole(t *testing.T) {
	people := func(role string) []*Response {
		out := each(2, 2, 2, 2, 2, 2)
		for _, p := range out[:3] {
			p.Role = role
		}
		return out
	}
	board, staff := sideOf(t, people("board")...), sideOf(t, people("staff")...)
	if c := Compare(board, staff); !slices.Contains(c.Cautions, CautionRoleMix) {
		t.Errorf("three of six are of another role: cautions %v", c.Cautions)
	}
	if c := Compare(record(board), record(staff)); slices.Contains(c.Cautions, CautionRoleMix) {
		t.Errorf("all roles are hidden: cautions %v", c.Cautions)
	}
}

func TestCautionsOfAComparison(t *testing.T) {
	everybody := closedRoom(t, each(1, 2, 2, 3, 3)...)
	everybody.Body = 5
	part := closedRoom(t, each(1, 2, 2, 3, 3)...)
	part.Body = 6
	stated := evenly(2)
	stated.JointWork = JointWork{About: "fair"}
	for _, c := range []struct {
		name      string
		then, now *Tally
		want      []Caution
	}{
		{"of a part of the body", part, part, nil},
		{"then everybody", everybody, part, []Caution{CautionEveryone}},
		{"now everybody", part, everybody, []Caution{CautionEveryone}},
		{"joint work stated once", One(*evenly(2)), One(*stated), nil},
		{"one person against everybody", One(*evenly(2)), everybody, []Caution{CautionOneAgainstGroup, CautionEveryone}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Compare(Side{Assessment: Assess(c.then)}, Side{Assessment: Assess(c.now)}).Cautions
			if !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}
