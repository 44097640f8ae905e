package table

import (
	"io"
	"slices"

	"collab/assess"
	"collab/internal/strict"
	"collab/reports/plan"
)

// PlanCSV writes what was agreed, a step an id, under the date of the assessment after
// which it was agreed.
func PlanCSV(w io.Writer, p *plan.Plan) error {
	return long(w, func(yield func([]Row) bool) {
		for _, r := range p.Rounds {
			if !yield(agreedRows(p, r)) {
				return
			}
		}
	})
}

// PlanJSON writes the same as a list of trees, one an assessment.
func PlanJSON(w io.Writer, p *plan.Plan) error {
	return trees(w, func(yield func(string) bool) {
		for _, r := range p.Rounds {
			of := &assess.Assessment{Published: &assess.Published{Round: assess.Round{Association: p.Association, Date: r.Date}}}
			if !yield(branch(of, agreedRows(p, r))) {
				return
			}
		}
	}, "")
}

func agreedRows(p *plan.Plan, r plan.Round) []Row {
	var rows []Row
	for _, s := range r.Steps {
		add := func(measure, text string, is content) {
			if text != "" {
				rows = append(rows, Row{p.Association, r.Date.String(), "plan", s.Do, measure, Value{strict.Plain(text), is}})
			}
		}
		add("step", s.Words, typed)
		add("who", s.Who, typed)
		if !s.By.IsZero() {
			add("by", s.By.String(), word)
		}
		add("became", string(s.Became), word)
		add("why", s.Why, typed)
	}
	return slices.Clip(rows)
}
