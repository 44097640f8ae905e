package assess

import (
	"slices"
	"testing"

	"collab/rubric"
)

func TestAgendaTakesSplitsFirstThenGaps(t *testing.T) {
	tally := NewTally(rubric.Default(), Hands, "A", testDate)
	tally.People = 10
	for i := range tally.Questions {
		tally.Questions[i].Ranks = []int{0, 10, 0, 0} // all agree on the second stage
	}
	set := func(id string, counts ...int) { tally.Questions[tally.Rubric.Index(id)].Ranks = counts }
	set("trust.delegation", 5, 0, 5, 0)
	set("values.goals", 5, 0, 0, 5)
	set("governance.roles", 10, 0, 0, 0)
	set("knowledge.people", 2, 3, 3, 2)
	set("learning.within", 3, 3, 2, 2)
	tally.Targets["governance"] = Wish{Ranks: []int{0, 0, 10, 0}}
	a := Assess(tally.Publish())
	var got []string
	for _, topic := range a.Agenda() {
		got = append(got, a.Answers[topic.Question].ID)
	}
	want := []string{"values.goals", "trust.delegation", "governance.roles", "governance.speed", "governance.agreements", "governance.review"}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	first := a.Agenda()[0]
	if first.About != AboutSplit || first.Low != 1 || first.High != 4 {
		t.Errorf("%+v", first)
	}
	if third := a.Agenda()[2]; third.About != AboutTarget || third.Gap != 2 || third.Low != 1 || third.High != 1 {
		t.Errorf("%+v", third)
	}
	tally.Targets = nil
	if n := len(a.Agenda()); n > mostTopics {
		t.Errorf("%d topics", n)
	}
	// Without gaps what is mixed fills up to five, no more than there is.
	without := Assess(tally.Publish()).Agenda()
	if len(without) != 4 || without[2].About != AboutMixed {
		t.Errorf("%+v", without)
	}
}

// A question below the stage that is wanted is nothing to talk about where its trait has
// that stage: a report that says "at target" would contradict its agenda.
func TestAgendaLeavesOutQuestionsOfATraitAtItsTarget(t *testing.T) {
	tally := NewTally(rubric.Default(), Hands, "A", testDate)
	tally.People = 10
	for i := range tally.Questions {
		tally.Questions[i].Ranks = []int{0, 0, 10, 0}
	}
	tally.Questions[tally.Rubric.Index("values.goals")].Ranks = []int{0, 10, 0, 0}
	tally.Targets["values"] = Wish{Ranks: []int{0, 0, 10, 0}}
	a := Assess(tally.Publish())
	if p, _ := a.Placement("values"); p.Stage != 3 || p.Gap != 0 {
		t.Fatalf("values are at stage %d, %d from the target", p.Stage, p.Gap)
	}
	if got := a.Agenda(); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestOnePersonHasNoAgenda(t *testing.T) {
	if got := assessOne(evenly(2)).Agenda(); got != nil {
		t.Errorf("%v", got)
	}
}

func TestASecondRoundIsShownAndNeverScored(t *testing.T) {
	first := room(t, each(1, 1, 1, 3, 3, 3)...).Publish()
	before := Assess(first)
	second := NewTally(first.Rubric, Group, first.Association, testDate)
	second.People = 6
	second.Questions[0].Ranks = []int{0, 6, 0, 0}
	second.Questions[1].Ranks = []int{4, 0, 0, 0}
	if err := first.AddSecond(second.Publish()); err != nil {
		t.Fatal(err)
	}
	after := Assess(first)
	if after.Headline.Stage != before.Headline.Stage || after.Traits[0].Position != before.Traits[0].Position {
		t.Error("the second round is scored")
	}
	if len(after.Talks) != 1 {
		t.Fatalf("%d questions: only the first was answered again by five", len(after.Talks))
	}
	if got := after.Talks[0]; got.Median != 1 || got.Now != 2 || got.Label != Split || got.NowLabel != Agree {
		t.Errorf("%+v", got)
	}
}

func TestAfterTalkingWhatIsSplitComesFirstAndWhatIsSettledIsGone(t *testing.T) {
	tally := NewTally(rubric.Default(), Hands, "A", testDate)
	second := NewTally(tally.Rubric, Hands, "A", testDate)
	tally.People, second.People = 10, 10
	for i := range tally.Questions {
		tally.Questions[i].Ranks = []int{0, 10, 0, 0}
	}
	talk := func(id string, then, now []int) {
		i := tally.Rubric.Index(id)
		tally.Questions[i].Ranks, second.Questions[i].Ranks = then, now
	}
	talk("values.goals", []int{5, 0, 0, 5}, []int{0, 10, 0, 0})     // settled
	talk("trust.credit", []int{4, 1, 5, 0}, []int{5, 0, 5, 0})      // still split
	talk("trust.delegation", []int{1, 9, 0, 0}, []int{5, 0, 0, 5})  // split only now
	talk("governance.speed", []int{5, 0, 5, 0}, []int{10, 0, 0, 0}) // settled, and below its target
	tally.Targets["governance"] = Wish{Ranks: []int{0, 0, 10, 0}}
	first := tally.Publish()
	if got := Assess(first); !slices.EqualFunc(got.AfterTalking(), got.Agenda(), func(x, y Topic) bool { return x.Question == y.Question }) {
		t.Error("nobody answered again, and the agenda is another")
	}
	if err := first.AddSecond(second.Publish()); err != nil {
		t.Fatal(err)
	}
	a := Assess(first)
	var got []string
	for _, topic := range a.AfterTalking() {
		got = append(got, a.Answers[topic.Question].ID)
	}
	want := []string{"trust.delegation", "trust.credit", "governance.roles", "governance.agreements", "governance.review"}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if first := a.AfterTalking()[0]; first.Ranks[3] != 5 || first.Low != 1 || first.High != 4 {
		t.Errorf("not of the second round: %+v", first)
	}
	if first := a.Agenda()[0]; a.Answers[first.Question].ID != "values.goals" {
		t.Errorf("a second round would ask others than before: %+v", first)
	}
}
