package main

import (
	"collab/assess"
	"collab/reports/history"
)

// since compares an assessment with the latest of an earlier date that git or
// the history holds, nil where none does. The records alone are compared and
// never people's responses, so that who reads a report later finds what its
// writer found. What was left out on the way is told.
func (c console) since(f folder, a *assess.Assessment) *assess.Comparison {
	since, past := f.since(a)
	c.tellSkipped(past)
	return since
}

// Passed over is one beside which the assessment would give people away: it is about
// to be replaced.
func (f folder) since(a *assess.Assessment) (*assess.Comparison, *history.Past) {
	past := f.past(history.Head)
	past.Of(a)
	before := past.Before(a.Date)
	for before.Assessment != nil && assess.TellsApart(before.Published, a.Published) {
		before = past.Before(before.Date)
	}
	if before.Assessment == nil {
		return nil, past
	}
	return assess.Compare(assess.Side{Assessment: before.Assessment}, assess.Side{Assessment: a}), past
}
