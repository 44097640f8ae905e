package main

import (
	"collab/assess"
	"collab/reports"
	"collab/reports/history"
)

// An earlier is what a report tells of the time before its assessment.
type earlier struct {
	since   *assess.Comparison // nil where there is nothing to compare with
	skipped []string           // records that were passed over, and why
}

// options are those of a report with that.
func (e earlier) options() reports.Options {
	return reports.Options{Since: e.since, Skipped: e.skipped}
}

// since compares an assessment with the latest of an earlier date that git or
// the history holds. The records alone are compared and
// never people's responses, so that who reads a report later finds what its
// writer found. What was left out on the way is told.
func (c console) since(f folder, a *assess.Assessment) earlier {
	before, past := f.lookBack(a)
	c.tellSkipped(past)
	return before
}

func (f folder) since(a *assess.Assessment) earlier {
	before, _ := f.lookBack(a)
	return before
}

// lookBack passes over one beside which the assessment would give people away: it is
// about to be replaced.
func (f folder) lookBack(a *assess.Assessment) (earlier, *history.Past) {
	past := f.past(history.Head)
	past.Of(a)
	before := past.Before(a.Date)
	for before.Assessment != nil && assess.TellsApart(before.Published, a.Published) {
		before = past.Before(before.Date)
	}
	e := earlier{skipped: skippedIn(f.path, past)}
	if before.Assessment != nil {
		e.since = assess.Compare(assess.Side{Assessment: before.Assessment}, assess.Side{Assessment: a})
	}
	return e, past
}
