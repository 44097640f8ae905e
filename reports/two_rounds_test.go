package reports_test

import (
	"strings"
	"testing"

	"collab/assess"
	"collab/reports"
	"collab/reports/content"
	"collab/reports/reportstest"
)

// Where people answered again, what is said of the first round is said to be of the first,
// wherever it stands: board page, slide and the table of all answers.
func TestFiguresOfTheFirstRoundAreLabelled(t *testing.T) {
	const first = "Stages and means are from the answers before talking."
	a := reportstest.AfterTalking(t)
	report := reports.Assessment(a, reports.Options{})
	for name, said := range map[string]string{
		"report": told(t, report),
		"board":  told(t, report.On(content.Board)),
		"slide":  told(t, reports.Slide(a, reports.Options{})),
	} {
		for _, want := range []string{first, "Before talking, the room agreed on ", " at first"} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %q is missing in\n%s", name, want, said)
			}
		}
		for _, unlabelled := range []string{"The room agrees on", "many do not know"} {
			if strings.Contains(said, unlabelled) {
				t.Errorf("%s: %q is of the first round, and does not say so", name, unlabelled)
			}
		}
	}
	if agenda := told(t, reports.Agenda(a, reports.Options{})); !strings.Contains(agenda, "If a question was asked again, the counts here are from the answers after talking.") ||
		!strings.Contains(agenda, "answered again") {
		t.Errorf("the agenda does not say of which round it is:\n%s", agenda)
	}
	if said := told(t, reports.Assessment(reportstest.RoomOfTwelve(t), reports.Options{})); strings.Contains(said, "r talking") || strings.Contains(said, "e talking") || strings.Contains(said, "split at first") {
		t.Errorf("nobody talked:\n%s", said)
	}
}

// The heading over what split a room says what talking made of it, and a step on such a
// question says the same.
func TestBoardSaysWhatBecameOfSplits(t *testing.T) {
	for _, c := range []struct {
		what       string
		after      [2][]int // of two questions that split the room
		want, step string
	}{
		{"both agreed", [2][]int{{0, 10, 0, 0}, {0, 10, 0, 0}}, "People split on two questions and agreed after talking", "The room was split on this and agreed after talking."},
		{"none is split", [2][]int{{2, 3, 3, 2}, {0, 10, 0, 0}}, "Two questions split the room at first, but not after talking", "The room was split on this; after talking, answers were mixed."},
		{"one still is", [2][]int{{5, 0, 0, 5}, {0, 10, 0, 0}}, "Two questions split the room at first; one still does", "The room is split on this: agree on the facts first."},
		{"both are", [2][]int{{5, 0, 0, 5}, {5, 0, 5, 0}}, "Two questions still split the room after talking", "The room is split on this: agree on the facts first."},
	} {
		board := told(t, reports.Assessment(splitTwice(t, c.after), reports.Options{}).On(content.Board))
		for _, want := range []string{c.want + "\n", c.step} {
			if !strings.Contains(board, want) {
				t.Errorf("%s: %q is missing in\n%s", c.what, want, board)
			}
		}
	}
}

// splitTwice is a room of ten that splits on two questions, and what it says to them after
// talking. A step is about the first.
func splitTwice(t *testing.T, after [2][]int) *assess.Assessment {
	r := reportstest.DefaultRubric(t)
	tally := assess.NewTally(r, assess.Hands, "Guild", reportstest.Date(t))
	second := assess.NewTally(r, assess.Hands, "Guild", reportstest.Date(t))
	tally.People, second.People = 10, 10
	for i := range tally.Questions {
		tally.Questions[i].Ranks = []int{0, 0, 10, 0}
	}
	for k, id := range []string{"trust.delegation", "values.goals"} {
		i := r.Index(id)
		tally.Questions[i].Ranks, second.Questions[i].Ranks = []int{5, 0, 5, 0}, after[k]
	}
	tally.Targets["trust"] = assess.Wish{Ranks: []int{0, 0, 0, 10}}
	first := tally.Publish()
	if err := first.AddSecond(second.Publish()); err != nil {
		t.Fatal(err)
	}
	return assess.Assess(first)
}
