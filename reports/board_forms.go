package reports

import (
	"collab/assess"
	"collab/reports/content"
	"collab/rubric"
)

// How ready an association is for each form, in a heading, marks and a line.

// formsAsked are the forms whose readiness was asked for.
func (t *assessmentText) formsAsked() []assess.Readiness {
	var asked []assess.Readiness
	for _, f := range t.Forms {
		if f.Ready != assess.NotAsked {
			asked = append(asked, f)
		}
	}
	return asked
}

// formColumns is a column for each form; no block where none was asked.
func (t *assessmentText) formColumns() []content.Block {
	var columns content.Columns
	for _, f := range t.formsAsked() {
		columns.Of = append(columns.Of, []content.Box{t.formBox(f)})
	}
	if len(columns.Of) == 0 {
		return nil
	}
	return []content.Block{columns}
}

func (t *assessmentText) formBox(f assess.Readiness) content.Box {
	return content.Box{
		Heading: t.words.FormHeading(formName(f.Form), t.verdict(f)),
		Blocks:  []content.Block{t.pips(f)},
	}
}

func (t *assessmentText) verdict(f assess.Readiness) content.Text {
	switch f.Aim {
	case rubric.Have:
		return t.words.InPlace(len(f.Short()), len(f.Unknown()))
	case rubric.NotConsidering:
		return t.words.NotConsidered(t.Aim[f.Form.ID])
	}
	return t.words.Verdict(f.Ready)
}

// pips are the marks of a form: met, missing, unknown.
func (t *assessmentText) pips(f assess.Readiness) content.Pips {
	p := content.Pips{Told: t.conditions(f)}
	for _, state := range []assess.State{assess.Fulfilled, assess.Lacking, assess.Unknown} {
		for range t.inState(f, state) {
			p.Marks = append(p.Marks, marks[state])
		}
	}
	return p
}

var marks = map[assess.State]content.Mark{
	assess.Fulfilled: content.Met, assess.Lacking: content.Missing, assess.Unknown: content.Unknown,
}

// inState are the names of the requirements with an outcome.
func (t *assessmentText) inState(f assess.Readiness, s assess.State) []string {
	var names []string
	for _, c := range f.Conditions {
		if c.State == s {
			names = append(names, t.requirement(c))
		}
	}
	return names
}

func (t *assessmentText) conditions(f assess.Readiness) content.Text {
	met, all := len(t.inState(f, assess.Fulfilled)), len(f.Conditions)
	if f.Aim == rubric.NotConsidering && len(f.Form.Facts) > 0 {
		if aims := t.Aim[f.Form.ID]; aims.For[rubric.Have]+aims.For[rubric.Exploring] > 0 {
			return t.words.ConditionsNotCounted(met, all, len(f.Form.Facts), aims)
		}
		return t.words.ConditionsNotAsked(t.Mode, met, all, len(f.Form.Facts))
	}
	var low, missing []string
	for _, c := range f.Conditions {
		switch {
		case c.State == assess.Lacking && c.Fact:
			missing = append(missing, t.requirement(c))
		case c.State == assess.Lacking:
			low = append(low, t.requirement(c))
		}
	}
	return t.words.ConditionsMet(met, all, low, missing, t.inState(f, assess.Unknown))
}
