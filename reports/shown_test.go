package reports_test

import (
	"slices"
	"strings"
	"testing"

	"collab/assess"
	"collab/internal/strict"
	"collab/reports"
	"collab/reports/content"
	"collab/reports/reportstest"
)

// all are the reports that are made of an assessment.
func all(a *assess.Assessment) []content.Report {
	return []content.Report{reports.Assessment(a, reports.Options{}), reports.Slide(a, reports.Options{}), reports.Agenda(a, reports.Options{})}
}

// Fewer than five answers with a stage: how many, and nothing of which.
func TestWithheldCountsAreInNoFormat(t *testing.T) {
	a := reportstest.RoomOfTwelve(t)
	q := a.Answers[a.Rubric.Index("transparency.costs")]
	if q.Label != assess.Withheld {
		t.Fatal("the question is not withheld")
	}
	for _, r := range all(a) {
		for name, write := range writers {
			out := written(t, name, write, r)
			for _, anchor := range q.Anchors {
				if strings.Contains(out, anchor) {
					t.Errorf("%s has %q", name, anchor)
				}
			}
		}
	}
}

// Of a room, roles of fewer than five people are in no format.
func TestSmallRolesAreInNoFormat(t *testing.T) {
	people := reportstest.Twelve()
	people[11].Role = "ceo"
	a := assess.Assess(reportstest.Gathered(t, people).Publish())
	for _, r := range all(a) {
		for name, write := range writers {
			out := strings.ToLower(written(t, name, write, r))
			for _, role := range []string{"chief executive", "staff ("} {
				if strings.Contains(out, role) {
					t.Errorf("%s names the role %q", name, role)
				}
			}
		}
	}
}

// What people typed reaches no format with a character that controls a terminal.
func TestNoFormatCarriesControls(t *testing.T) {
	for _, fix := range slices.Concat(reportstest.One[3:4], reportstest.Rooms, reportstest.HostilePages()) {
		for _, r := range all(fix.Make(t)) {
			for name, write := range writers {
				if name == "word" { // is no text
					continue
				}
				for _, c := range strings.ReplaceAll(written(t, name, write, r), "\u2060", "") {
					if c != '\n' && strict.Invisible(c) {
						t.Errorf("%s, %s: %U", fix.Name, name, c)
						break
					}
				}
			}
		}
	}
}

func TestAMillionPeopleTakeNoMoreThanTen(t *testing.T) {
	tally := assess.NewTally(reportstest.DefaultRubric(t), assess.Hands, "A", reportstest.Date(t))
	tally.People = 1_000_000
	for i := range tally.Questions {
		tally.Questions[i].Ranks = []int{400_000, 1, 400_000, 9}
	}
	for _, r := range all(assess.Assess(tally.Publish())) {
		for name, write := range writers {
			if out := written(t, name, write, r); len(out) > 800_000 {
				t.Errorf("%s: %d bytes", name, len(out))
			}
		}
	}
}
