package assess

import (
	"slices"
	"testing"

	"collab/rubric"
)

// handsRoom is a show of hands of ten, of whom all chose the second stage but
// where counts are set.
func handsRoom(set map[string][]int) *Assessment {
	tally := NewTally(rubric.Default(), Hands, "A", testDate)
	tally.People = 10
	for i := range tally.Questions {
		tally.Questions[i].Ranks = []int{0, 10, 0, 0}
	}
	for id, counts := range set {
		tally.Questions[tally.Rubric.Index(id)].Ranks = counts
	}
	tally.Targets["governance"] = Wish{Ranks: []int{0, 0, 6, 1}, TodayIsRight: 3}
	return Assess(tally.Publish())
}

func TestQuestionsByLabel(t *testing.T) {
	a := handsRoom(map[string][]int{
		"trust.delegation": {5, 0, 5, 0}, "trust.credit": {4, 0, 0, 6},
		"values.goals": {2, 3, 3, 2}, "learning.within": {1, 1, 0, 1},
	})
	for l, want := range map[Label]int{Split: 2, Mixed: 1, Agree: 37, Withheld: 1, TooFew: 0} {
		if got := len(a.Labelled(l)); got != want {
			t.Errorf("%s: %d questions, want %d", l, got, want)
		}
	}
	if got := a.Asked(); got != 41 {
		t.Errorf("%d questions were asked", got)
	}
	for dimension, want := range map[string]struct {
		Label
		int
	}{"trust": {Split, 2}, "values": {Mixed, 1}, "governance": {Agree, 4}, "learning": {Agree, 1}} {
		if l, n := a.LabelOf(dimension); l != want.Label || n != want.int {
			t.Errorf("%s: %d %s", dimension, n, l)
		}
	}
}

func TestCampsOfAQuestion(t *testing.T) {
	for _, c := range []struct {
		counts    []int
		low, high int
	}{
		{[]int{5, 0, 5, 0}, 1, 3},
		{[]int{3, 1, 3, 3}, 1, 4}, // of equal ones those further apart
		{[]int{0, 10, 0, 0}, 2, 2},
		{[]int{0, 0, 0, 0}, 0, 0},
	} {
		if low, high := (Question{Counts: Counts{Ranks: c.counts}}).Camps(); low != c.low || high != c.high {
			t.Errorf("%v: %d and %d, want %d and %d", c.counts, low, high, c.low, c.high)
		}
	}
}

func TestATopicCountsWhoIsInNeitherCamp(t *testing.T) {
	a := handsRoom(map[string][]int{"trust.delegation": {4, 1, 5, 0}, "governance.roles": {6, 4, 0, 0}, "governance.speed": {6, 3, 1, 0}})
	agenda := a.Agenda()
	at := func(id string) Topic {
		i := slices.IndexFunc(agenda, func(t Topic) bool { return a.Answers[t.Question].ID == id })
		return agenda[i]
	}
	if got := at("trust.delegation"); got.Others != 1 || got.Wanted != 0 {
		t.Errorf("split: %+v", got)
	}
	// The target, the third stage, is neither of the two that most chose.
	if got := at("governance.roles"); got.Wanted != 3 || got.Others != 0 || got.Gap != 2 {
		t.Errorf("below the target: %+v", got)
	}
	if got := at("governance.speed"); got.Wanted != 3 || got.Others != 0 {
		t.Errorf("whoever is at the target stands apart from the others: %+v", got)
	}
	if got, want := agenda.Minutes(), 10+4*6; got != want {
		t.Errorf("%d minutes, want %d", got, want)
	}
}

func TestPeopleBehindAWishAndAFact(t *testing.T) {
	if got := (Wish{Ranks: []int{0, 0, 6, 1}, TodayIsRight: 3}).People(); got != 10 {
		t.Errorf("%d gave a target", got)
	}
	if got := (Knowings{Met: 5, NotMet: 2, DontKnow: 4}).Known(); got != 7 {
		t.Errorf("%d know", got)
	}
}

func TestTalksThatChangedSomething(t *testing.T) {
	a := &Assessment{Talks: []Talk{
		{Median: 2, Now: 2, Label: Agree, NowLabel: Agree},
		{Median: 2, Now: 2, Label: Split, NowLabel: Mixed},
		{Median: 2, Now: 3, Label: Mixed, NowLabel: Mixed},
	}}
	if got := a.Changed(); len(got) != 2 || a.Unmoved() != 1 {
		t.Errorf("%d changed, %d did not", len(got), a.Unmoved())
	}
	if len(a.Talks) != 3 || a.Talks[0].Changed() {
		t.Error("the assessment was changed")
	}
}

func TestHowManyQuestionsAScopeRestsOn(t *testing.T) {
	for length, want := range map[Length]int{Full: 2, Short: 1} {
		r := evenly(2)
		r.Length = length
		if least, most := assessOne(r).ScopeBase(); least != want || most != want {
			t.Errorf("%s: %d to %d, want %d", length, least, most, want)
		}
	}
}

func TestAnswersOfOnePerson(t *testing.T) {
	r := evenly(2)
	put(r, "trust", DontKnow, DoesNotApply, Unanswered, 4)
	a := assessOne(r)
	for i, want := range []Answer{DontKnow, DoesNotApply, Unanswered, 4} {
		if got := a.Answers[4+i].Answer(); got != want {
			t.Errorf("%s: %d, want %d", a.Answers[4+i].ID, got, want)
		}
	}
	if got := a.Unanswered(); got != 18 { // that one, and all 17 that are of no trait
		t.Errorf("%d were left open", got)
	}
}
