package assess

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"collab/rubric"
)

// placed is a group whose positions on trust are given.
func placed(positions ...Position) *Tally {
	t := NewTally(rubric.Default(), Group, "A", testDate)
	t.People = len(positions)
	for _, p := range positions {
		t.Positions[1][p]++
	}
	return t
}

// TestQuantileOfT has the printed tables' values.
func TestQuantileOfT(t *testing.T) {
	for freedom, want := range map[float64]float64{1: 12.706, 4: 2.776, 9: 2.262, 10: 2.228, 30: 2.042, 120: 1.980, 999_999: 1.960} {
		if got := quantile(freedom); !near(got, want, 3) {
			t.Errorf("t(.975, %g) = %.4f, want %.3f", freedom, got, want)
		}
	}
}

func TestIntervalOfAPosition(t *testing.T) {
	// t(.975, 4) = 2.776, s = .2850: the half-width is 2.776 × .2850 / √5 = .354,
	// and of a body of nine √(4/8) times that, .250.
	five := []Position{175, 200, 200, 225, 250}
	for _, c := range []struct {
		name      string
		positions []Position
		body      int
		low, high Position
		none      NoInterval
	}{
		{"five of no stated body", five, 0, 175, 245, ""},
		{"five of nine", five, 9, 185, 235, ""},
		{"everybody", five, 5, 0, 0, Everyone},
		{"all agree", []Position{200, 200, 200, 200, 200}, 0, 0, 0, AllAgree},
		{"clipped to the stages", []Position{100, 100, 100, 100, 200}, 0, 100, 176, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			tally := placed(c.positions...)
			tally.Body = c.body
			s := newScorer(tally).spread(1)
			if s.Low != c.low || s.High != c.high || s.NoInterval != c.none {
				t.Errorf("%v to %v (%s), want %v to %v (%s)", s.Low, s.High, s.NoInterval, c.low, c.high, c.none)
			}
		})
	}
	s := newScorer(placed(five...)).spread(1)
	if !near(s.Deviation, .285, 3) || !near(s.Distance, .20, 3) {
		t.Errorf("sd %.4f, distance %.4f", s.Deviation, s.Distance)
	}
}

func TestIntervalOfAHandsCountIsABound(t *testing.T) {
	tally := NewTally(rubric.Default(), Hands, "A", testDate)
	tally.People = 10
	for i := range 4 { // trust: all four questions 0 5 5 0, whose sd is .527
		tally.Questions[4+i] = Counts{Ranks: []int{0, 5, 5, 0}}
	}
	p := trait(Assess(tally), "trust")
	// 2.262 × .527 / √10 = .377
	if p.Position != 250 || p.Low != 212 || p.High != 288 || p.Stage != 2 {
		t.Errorf("%+v", p.Spread)
	}
	if p.Deviation != 0 || p.Distance != 0 {
		t.Error("a show of hands has a spread of positions")
	}
}

// roleRoom is a room with people of several roles, who all answer evenly.
func roleRoom(t *testing.T, sizes map[string]int) *Tally {
	tally := NewTally(rubric.Default(), Group, "Northern Trails Alliance", testDate)
	for _, role := range rubric.IDs(rubric.Default().Roles) {
		for i := range sizes[role] {
			p := evenly(Answer(i%3 + 1))
			p.Role = role
			if err := tally.Add(*p); err != nil {
				t.Fatal(err)
			}
		}
	}
	tally.Close()
	return tally
}

func TestRolesThatMayBeShown(t *testing.T) {
	for _, c := range []struct {
		name  string
		sizes map[string]int
		want  []string
	}{
		{"two of five or more", map[string]int{"board": 7, "staff": 5}, []string{"board", "staff"}},
		{"one alone would be told by subtraction", map[string]int{"board": 7, "staff": 5, "ceo": 1}, []string{"board"}},
		{"of equal ones the later is hidden", map[string]int{"board": 5, "staff": 5, "ceo": 1}, []string{"board"}},
		{"the hidden are five together", map[string]int{"board": 7, "staff": 4, "ceo": 1}, []string{"board"}},
		{"nobody can be shown", map[string]int{"board": 6, "ceo": 2}, nil},
		{"all of one role", map[string]int{"board": 6}, []string{"board"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, v := range Assess(roleRoom(t, c.sizes)).RoleViews {
				got = append(got, v.Role.ID)
				if v.People != c.sizes[v.Role.ID] || len(v.Positions) != 6 {
					t.Errorf("%+v", v)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestARoleIsHiddenForATraitWhereOthersWouldBeToldApart(t *testing.T) {
	tally := NewTally(rubric.Default(), Group, "Northern Trails Alliance", testDate)
	for _, role := range []string{"board", "board", "board", "board", "board", "board", "staff", "staff", "staff", "staff", "staff"} {
		p := evenly(2)
		p.Role = role
		if role == "staff" && tally.role("staff").people == 0 {
			put(p, "trust", DontKnow, DontKnow) // one of five has no position on trust
		}
		if err := tally.Add(*p); err != nil {
			t.Fatal(err)
		}
	}
	tally.Close()
	// Of trust four staff positions are left over: board is hidden for it too.
	for _, v := range Assess(tally).RoleViews {
		if v.Positions["trust"] != 0 || v.Positions["values"] != 200 {
			t.Errorf("%s: %v", v.Role.ID, v.Positions)
		}
	}
}

func TestRoleGapsOfHalfAStageAreNamed(t *testing.T) {
	tally := NewTally(rubric.Default(), Group, "Northern Trails Alliance", testDate)
	for i := range 10 {
		p := evenly(2)
		p.Role = []string{"board", "staff"}[i%2]
		if p.Role == "board" {
			put(p, "trust", 3, 3, 3, 2)
			put(p, "values", 3, 2, 2, 2)
		}
		if err := tally.Add(*p); err != nil {
			t.Fatal(err)
		}
	}
	tally.Close()
	if got := Assess(tally).RoleGaps; len(got) != 1 || got[0] != (RoleGap{Trait: "trust", Low: "staff", High: "board", Gap: 75}) {
		t.Errorf("%+v", got)
	}
}

// TestARoomOfTwelveWithEightWhoDoNotKnow withholds the four.
func TestARoomOfTwelveWithEightWhoDoNotKnow(t *testing.T) {
	tally := NewTally(rubric.Default(), Group, "Northern Trails Alliance", testDate)
	for i := range 12 {
		p := evenly(2)
		if i >= 4 {
			put(p, "trust", DontKnow)
		}
		if err := tally.Add(*p); err != nil {
			t.Fatal(err)
		}
	}
	tally.Close()
	a := Assess(tally)
	q := a.Answers[4]
	if q.Label != Withheld || q.Rank != 0 || q.Scored() != 4 || total(q.Ranks) != 0 || q.Counts.DontKnow != 8 {
		t.Errorf("%+v", q.Counts)
	}
	p := trait(a, "trust")
	if p.Position != 200 || p.Stage != 2 || p.Within != 0 || p.Between != 200 {
		t.Errorf("trust %+v", p)
	}
	if !slices.Contains(a.Unknowns, q.ID) {
		t.Error("eight of twelve who do not know are no finding")
	}
}

func TestSplitQuestionsBeginWithTheFacts(t *testing.T) {
	tally := NewTally(rubric.Default(), Group, "Northern Trails Alliance", testDate)
	for i := range 10 {
		p := evenly(3)
		put(p, "trust", Answer(1+2*(i%2)))
		p.Targets["trust"] = 4
		if err := tally.Add(*p); err != nil {
			t.Fatal(err)
		}
	}
	a := Assess(tally)
	if len(a.Actions) != 1 || a.Actions[0].Do != "trust.delegation" || !a.Actions[0].AgreeFirst {
		t.Errorf("%+v", a.Actions)
	}
	if q := a.Answers[4]; q.Label != Split || q.Rank != 1 || q.Mean != 200 {
		t.Errorf("%s, rank %d, mean %v", q.Label, q.Rank, q.Mean)
	}
}

// TestNobodyIsToldApartByRoles builds rooms of all kinds and subtracts what is
// shown of roles from what is shown of all.
func TestNobodyIsToldApartByRoles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tally := NewTally(rubric.Default(), Group, "Northern Trails Alliance", testDate)
		for range rapid.IntRange(5, 30).Draw(t, "people") {
			p := drawResponse(t)
			p.Length, p.JointWork = Full, JointWork{}
			p.Role = rapid.SampledFrom([]string{"board", "ceo", "staff", "member", ""}).Draw(t, "role")
			if err := tally.Add(*p); err != nil {
				t.Fatal(err)
			}
		}
		tally.Close()
		rest := tally.People
		for _, n := range tally.Roles {
			if n < fewest {
				t.Fatalf("a role of %d people is shown", n)
			}
			rest -= n
		}
		if len(tally.Roles) > 0 && rest > 0 && rest < fewest {
			t.Fatalf("%d people are told apart by the sizes of roles", rest)
		}
		for i, all := range tally.Positions {
			rest, shown := all.people(), false
			if rest > 0 && rest < fewest {
				t.Fatalf("%d positions are kept", rest)
			}
			for role := range tally.Roles {
				n := tally.RolePositions[role][i].people()
				if n > 0 && n < fewest {
					t.Fatalf("%d positions of a role are shown", n)
				}
				rest, shown = rest-n, shown || n > 0
			}
			if shown && rest > 0 && rest < fewest {
				t.Fatalf("%d positions are told apart", rest)
			}
		}
		for _, c := range tally.Questions {
			if n := total(c.Ranks); n > 0 && n < fewest {
				t.Fatalf("the counts of %d answers are kept", n)
			}
		}
	})
}

func TestDuplicatingEveryPersonChangesNoPosition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := NewTally(rubric.Default(), Group, "Northern Trails Alliance", testDate)
		twice := NewTally(rubric.Default(), Group, "Northern Trails Alliance", testDate)
		for range rapid.IntRange(5, 9).Draw(t, "people") {
			p := drawResponse(t)
			p.Length, p.JointWork = Full, JointWork{}
			for _, tally := range []*Tally{once, twice, twice} {
				if err := tally.Add(*p); err != nil {
					t.Fatal(err)
				}
			}
		}
		a, b := Assess(once), Assess(twice)
		for i := range a.Traits {
			// A quorum may be reached by the double room alone.
			if p, q := a.Traits[i], b.Traits[i]; p.Position != 0 && p.Position != q.Position {
				t.Fatalf("%s is at %v and %v", p.Dimension.ID, p.Position, q.Position)
			}
		}
		for i := range a.Answers {
			p, q := a.Answers[i], b.Answers[i]
			if p.Rank != 0 && (p.Rank != q.Rank || math.Abs(p.Agreement-q.Agreement) > tolerance) {
				t.Fatalf("%s: rank %d and %d, A %v and %v", p.ID, p.Rank, q.Rank, p.Agreement, q.Agreement)
			}
		}
	})
}

func TestRoomsOfOneToSeven(t *testing.T) {
	for n := 1; n <= 7; n++ {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			tally := room(t, each(2, 3, 2, 3, 2, 3, 2)[:n]...)
			tally.Close()
			p := Assess(tally).Traits[0]
			if (n < 5) != (p.Position == 0) || (n < 5) != (p.Stage == 0) {
				t.Errorf("position %v, stage %d", p.Position, p.Stage)
			}
		})
	}
}
