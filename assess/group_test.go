package assess

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"collab/assess/disclosure"
	"collab/rubric"
)

// TestQuantileOfT has the printed tables' values.
func TestQuantileOfT(t *testing.T) {
	for freedom, want := range map[float64]float64{1: 12.706, 4: 2.776, 9: 2.262, 10: 2.228, 30: 2.042, 120: 1.980, 999_999: 1.960} {
		if got := quantile(freedom); !near(got, want, 3) {
			t.Errorf("t(.975, %g) = %.4f, want %.3f", freedom, got, want)
		}
	}
}

// TestIntervalOfAPositionFromPeople is computed from what is kept. With n = 9,
// t(.975, 8) = 2.306 and s = .5 the half-width is 2.306 × .5 / 3 = .384, and of a
// body of eighteen √(9/17) times that, .280.
func TestIntervalOfAPositionFromPeople(t *testing.T) {
	for _, c := range []struct {
		name      string
		kept      Summary
		body      int
		low, high Position
		none      NoInterval
	}{
		{"of no stated body", Summary{9, 200, 5}, 0, 162, 238, ""},
		{"of a body of eighteen", Summary{9, 200, 5}, 18, 172, 228, ""},
		{"everybody has a position", Summary{9, 200, 5}, 9, 0, 0, Everyone},
		{"one of ten has none", Summary{9, 200, 5}, 10, 187, 213, ""},
		{"hardly any spread", Summary{9, 200, 0}, 0, 0, 0, AllAgree},
		{"clipped to the stages", Summary{9, 110, 5}, 0, 100, 148, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			round := NewTally(rubric.Default(), Group, "A", testDate).Publish()
			round.Body = c.body
			s := newScorer(round).peopleSpread(c.kept)
			if s.Low != c.low || s.High != c.high || s.NoInterval != c.none {
				t.Errorf("%v to %v (%s), want %v to %v (%s)", s.Low, s.High, s.NoInterval, c.low, c.high, c.none)
			}
		})
	}
}

// TestWhatAPositionIsFrom is at its edges: nine people, four questions.
func TestWhatAPositionIsFrom(t *testing.T) {
	nine := each(1, 1, 2, 2, 2, 3, 3, 3, 4)
	eight := each(1, 1, 2, 2, 2, 3, 3, 3)
	withheld := each(1, 1, 2, 2, 2, 3, 3, 3, 4)
	for _, p := range withheld[:5] {
		put(p, "trust", DontKnow) // four of nine give a stage
	}
	counted := each(1, 1, 2, 2, 2, 3, 3, 3, 4)
	for _, p := range counted[:4] {
		put(p, "trust", DontKnow) // five give one
	}
	short := each(1, 1, 2, 2, 2, 3, 3, 3, 4)
	for _, p := range short {
		p.Length = Short
		for i, q := range p.Rubric.Questions() {
			if !q.Short {
				p.Answers[i] = Unanswered
			}
		}
	}
	for _, c := range []struct {
		name   string
		people []*Response
		want   From
		n      int
	}{
		{"nine people over four questions", nine, FromPeople, 9},
		{"eight people", eight, FromCounts, 8},
		{"a question is withheld", withheld, FromCounts, 9},
		{"five people answered the question", counted, FromPeople, 9},
		{"the short length has two questions a trait", short, FromCounts, 9},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := trait(Assess(room(t, c.people...).Publish()), "trust")
			if p.From != c.want || p.People != c.n || p.Position == 0 {
				t.Errorf("from %q, n %d, position %v; want %q, %d", p.From, p.People, p.Position, c.want, c.n)
			}
		})
	}
}

// TestASpectrumIsPlacedOverWhatIsNotWithheld: of nine attributes one is withheld,
// and people stand over the other eight, of which six are enough.
func TestASpectrumIsPlacedOverWhatIsNotWithheld(t *testing.T) {
	var people []*Response
	for i := range 9 {
		p := blank()
		for j, q := range p.Rubric.Questions() {
			if q.Dimension == rubric.SpectrumID {
				p.Answers[j] = 2
			}
		}
		first := p.Rubric.Index(p.Rubric.Dimensions[placeOf(p.Rubric, rubric.SpectrumID)].Questions[0].ID)
		p.Answers[first] = DontKnow
		if i < 4 {
			p.Answers[first] = 4 // withheld: nothing may depend on it
		}
		if i == 0 {
			p.Answers[first+1], p.Answers[first+2] = DontKnow, DontKnow // six of eight are left
		}
		people = append(people, p)
	}
	s := Assess(room(t, people...).Publish()).Spectrum
	if s.From != FromPeople || s.People != 9 || s.Position != 200 || s.SD != 0 {
		t.Errorf("%+v", s.Placement)
	}
}

func TestIntervalOfAHandsCountIsABound(t *testing.T) {
	tally := NewTally(rubric.Default(), Hands, "A", testDate)
	tally.People = 10
	for i := range 4 { // trust: all four questions 0 5 5 0, whose sd is .527
		tally.Questions[4+i] = Counts{Ranks: []int{0, 5, 5, 0}}
	}
	p := trait(Assess(tally.Publish()), "trust")
	// 2.262 × .527 / √10 = .377
	if p.Position != 250 || p.Low != 212 || p.High != 288 || p.Stage != 2 {
		t.Errorf("%+v", p.Spread)
	}
	if p.SD != 0 || p.From != FromCounts {
		t.Error("a show of hands has a spread of positions")
	}
}

// TestABoundIsAroundTheExactMean: the mean is 52/21 = 2.47619, and t(.975, 6) = 2.44691
// times the mean standard error of the three questions .44432 is 1.08721. The bound
// ends at 3.5634; around the position as printed, 2.48, it would end at 3.5672.
func TestABoundIsAroundTheExactMean(t *testing.T) {
	tally := NewTally(rubric.Default(), Hands, "A", testDate)
	tally.People = 7
	for i, counts := range [][]int{{2, 0, 2, 3}, {1, 2, 2, 2}, {3, 3, 0, 1}} {
		tally.Questions[12+i] = Counts{Ranks: counts}
	}
	p := trait(Assess(tally.Publish()), "knowledge")
	if p.Position != 248 || p.Low != 139 || p.High != 356 || p.People != 7 {
		t.Errorf("%v, %v to %v of %d", p.Position, p.Low, p.High, p.People)
	}
}

// roleRoom is a room with people of several roles, who all answer evenly.
func roleRoom(t *testing.T, sizes map[string]int) *Published {
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
	return tally.Publish()
}

func TestRolesThatMayBeShown(t *testing.T) {
	for _, c := range []struct {
		name   string
		sizes  map[string]int
		want   []string
		traits int // of nine people or more
	}{
		{"two of five or more", map[string]int{"board": 7, "staff": 5}, []string{"board", "staff"}, 6},
		{"one alone would be told by subtraction", map[string]int{"board": 7, "staff": 5, "ceo": 1}, []string{"board"}, 6},
		{"of equal ones the later is hidden", map[string]int{"board": 5, "staff": 5, "ceo": 1}, []string{"board"}, 6},
		{"the hidden are five together", map[string]int{"board": 7, "staff": 4, "ceo": 1}, []string{"board"}, 6},
		{"nobody can be shown", map[string]int{"board": 6, "ceo": 2}, nil, 0},
		{"all of one role", map[string]int{"board": 6}, []string{"board"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, v := range Assess(roleRoom(t, c.sizes)).RoleViews {
				got = append(got, v.Role.ID)
				if v.People != c.sizes[v.Role.ID] || len(v.Positions) != c.traits {
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
		if role == "staff" && tally.roles["staff"] == 0 {
			put(p, "trust", DontKnow, DontKnow) // one of five has no position on trust
		}
		if err := tally.Add(*p); err != nil {
			t.Fatal(err)
		}
	}
	// Of trust four staff positions are left over: board is hidden for it too.
	for _, v := range Assess(tally.Publish()).RoleViews {
		if v.Positions["trust"].N != 0 || v.Positions["values"].Mean != 200 {
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
	if got := Assess(tally.Publish()).RoleGaps; len(got) != 1 || got[0] != (RoleGap{Trait: "trust", Low: "staff", High: "board", Gap: 75}) {
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
	a := Assess(tally.Publish())
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
	a := Assess(tally.Publish())
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
		round := tally.Publish()
		rest := round.People
		for _, n := range round.Roles {
			if n < disclosure.MinimumGroup {
				t.Fatalf("a role of %d people is shown", n)
			}
			rest -= n
		}
		if len(round.Roles) > 0 && disclosure.IsFew(rest) {
			t.Fatalf("%d people are told apart by the sizes of roles", rest)
		}
		for i, all := range round.Positions {
			rest, shown := all.N, false
			if rest > 0 && rest < disclosure.MinimumPositions {
				t.Fatalf("%d positions are kept", rest)
			}
			for role := range round.Roles {
				n := round.RolePositions[role][i].N
				if disclosure.IsFew(n) {
					t.Fatalf("%d positions of a role are shown", n)
				}
				rest, shown = rest-n, shown || n > 0
			}
			if shown && disclosure.IsFew(rest) {
				t.Fatalf("%d positions are told apart", rest)
			}
		}
		for _, c := range round.Questions {
			if disclosure.IsFew(total(c.Ranks)) {
				t.Fatalf("the counts of %d answers are kept", total(c.Ranks))
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
		a, b := Assess(once.Publish()), Assess(twice.Publish())
		for i := range a.Traits {
			// A quorum, and nine positions, may be reached by the double room alone.
			if p, q := a.Traits[i], b.Traits[i]; p.From != "" && p.From == q.From && p.Position != q.Position && p.Base == q.Base {
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
			p := Assess(room(t, each(2, 3, 2, 3, 2, 3, 2)[:n]...).Publish()).Traits[0]
			if (n < 5) != (p.Position == 0) || (n < 5) != (p.Stage == 0) {
				t.Errorf("position %v, stage %d", p.Position, p.Stage)
			}
		})
	}
}
