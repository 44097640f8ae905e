package assess

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"collab/rubric"
)

// room adds people up.
func room(t rapid.TB, people ...*Response) *Tally {
	t.Helper()
	tally := NewTally(people[0].Rubric, Group, people[0].Association, people[0].Date)
	for _, p := range people {
		if err := tally.Add(*p); err != nil {
			t.Fatal(err)
		}
	}
	return tally
}

// each makes people who answer all traits evenly, each with a rank of their own.
func each(ranks ...Answer) []*Response {
	var people []*Response
	for _, rank := range ranks {
		people = append(people, evenly(rank))
	}
	return people
}

func TestAGroupIsPlacedFromFivePeopleOn(t *testing.T) {
	if a := Assess(room(t, each(2, 2, 3, 3)...).Publish()); a.Headline.Stage != 0 || a.Traits[0].Position != 0 {
		t.Errorf("four people: %+v", a.Traits[0])
	}
	a := Assess(room(t, each(1, 2, 3, 3, 4)...).Publish())
	if p := a.Traits[0]; p.Position != 260 || p.Stage != 3 || p.Within != 260 || p.People != 5 {
		t.Errorf("five people: %+v", p)
	}
	named := room(t, each(2, 2, 3, 3)...)
	named.Named = true
	if a := Assess(named.Publish()); a.Traits[0].Position != 250 || a.Traits[0].Stage != 2 {
		t.Errorf("a named room of four: %+v", a.Traits[0])
	}
}

func TestAGroupsTarget(t *testing.T) {
	for _, c := range []struct {
		name    string
		targets []Target
		want    Target
	}{
		{"half say today is right", []Target{TodayIsRight, TodayIsRight, TodayIsRight, 4, 4, 4}, TodayIsRight},
		{"else the lower median of the others", []Target{TodayIsRight, TodayIsRight, 2, 3, 3, 4}, 3},
		{"four are too few", []Target{4, 4, 4, 4, NoTarget, NoTarget}, NoTarget},
	} {
		people := each(2, 2, 2, 2, 2, 2)
		for i, target := range c.targets {
			if target != NoTarget {
				people[i].Targets["trust"] = target
			}
		}
		if got := trait(Assess(room(t, people...).Publish()), "trust").Target; got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestAGroupsAim(t *testing.T) {
	const form = "shared_services"
	for _, c := range []struct {
		name                       string
		exploring, have, not, none int
		want                       string
	}{
		{"a third explores", 2, 4, 0, 0, rubric.Exploring},
		{"a third has one", 1, 2, 3, 0, rubric.Have},
		{"neither", 1, 1, 4, 0, rubric.NotConsidering},
		{"too few said", 2, 2, 0, 2, ""},
	} {
		var people []*Response
		for aim, n := range map[string]int{rubric.Exploring: c.exploring, rubric.Have: c.have, rubric.NotConsidering: c.not, "": c.none} {
			for range n {
				p := evenly(2)
				if aim != "" {
					p.Aim[form] = aim
				}
				people = append(people, p)
			}
		}
		if got := Assess(room(t, people...).Publish()).Forms[1].Aim; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAGroupsFact(t *testing.T) {
	for _, c := range []struct {
		name                string
		met, not, dont, nil int
		want                Fact
	}{
		{"more than half of those who know", 4, 2, 0, 0, Met},
		{"just half is not met", 3, 3, 0, 0, NotMet},
		{"fewer than half know", 5, 0, 6, 0, FactUnknown},
		{"four know", 4, 0, 2, 0, FactUnknown},
	} {
		tally := NewTally(rubric.Default(), Group, "A", testDate)
		tally.People = c.met + c.not + c.dont + c.nil
		tally.Facts["says_so"] = Knowings{Met: c.met, NotMet: c.not, DontKnow: c.dont}
		if got := newScorer(tally.Publish()).fact("says_so"); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAGroupsVotesWithTies(t *testing.T) {
	tally := NewTally(rubric.Default(), Group, "A", testDate)
	tally.People, tally.Priorities.People = 12, 12
	tally.Priorities.For = map[string]int{"trust": 7, "values": 5, "governance": 5, "knowledge": 1}
	if got := tally.TopTwo(); !slices.Equal(got, []string{"values", "trust", "governance"}) {
		t.Errorf("top two %v", got)
	}
	tally.Priorities.People = 4
	if got := tally.TopTwo(); got != nil {
		t.Errorf("top two %v of four people", got)
	}
}

func TestAQuarterWhoDoNotKnowIsAFinding(t *testing.T) {
	people := each(2, 2, 2, 2, 2, 2, 2, 2)
	put(people[0], "trust", DontKnow, DontKnow)
	put(people[1], "trust", DontKnow, 2)
	if got := Assess(room(t, people...).Publish()).Unknowns; !slices.Equal(got, []string{"trust.delegation"}) {
		t.Errorf("unknowns %v: two of eight do not know the first, one the second", got)
	}
}

func TestCautionsOfAGroup(t *testing.T) {
	for n, want := range map[int][]Caution{3: {CautionFew}, 5: {CautionSmall}, 7: {CautionSmall}, 8: nil} {
		if got := Assess(room(t, each(slices.Repeat([]Answer{2}, n)...)...).Publish()).Cautions; !slices.Equal(got, want) {
			t.Errorf("%d people: %v, want %v", n, got, want)
		}
	}
}

func TestAddRefusesWhatIsNotOfTheRound(t *testing.T) {
	for _, c := range []struct {
		change func(*Response)
		want   string
	}{
		{func(r *Response) { r.Association = "Another" }, `the association is "Another"`},
		{func(r *Response) { *r = *blank() }, "no question is answered"},
		{func(r *Response) { r.Length = Short }, "the length is short"},
		{func(r *Response) { r.JointWork.Scope = "between" }, "the joint work"},
		{func(r *Response) { other := *r.Rubric; other.Digest = "0"; r.Rubric = &other }, "the rubric"},
	} {
		tally, r := room(t, evenly(2)), evenly(2)
		c.change(r)
		if err := tally.Add(*r); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
		if tally.People != 1 {
			t.Errorf("%q: the response was counted all the same", c.want)
		}
	}
	if err := NewTally(rubric.Default(), Hands, "Northern Trails Alliance", testDate).Add(*evenly(2)); err == nil {
		t.Error("a person is added to a show of hands")
	}
}
