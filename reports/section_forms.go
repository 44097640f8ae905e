package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/reports/wording"
	"collab/rubric"
)

// What each form needs, condition by condition.

func (t *assessmentText) forms() content.Section {
	s := content.Section{ID: "forms"}
	asked := t.formsAsked()
	if len(asked) == 0 {
		s.Heading = t.words.FormsNotAskedHeading()
		s.Blocks = t.aimsOnly()
		return s
	}
	if !slices.ContainsFunc(asked, func(f assess.Readiness) bool { return len(f.Unknown()) < len(f.Conditions) }) {
		return s
	}
	s.Heading = t.formsHeading(asked)
	s.Blocks = []content.Block{t.conditionsTable(asked)}
	if facts := t.factsTable(asked); len(facts.Rows) > 0 {
		s.Blocks = append(s.Blocks, facts)
	}
	if said := t.formsSaid(asked); len(said) > 0 {
		s.Blocks = append(s.Blocks, content.List{Items: said})
	}
	return s
}

// aimsOnly are what is aimed at where no form was asked of.
func (t *assessmentText) aimsOnly() []content.Block {
	items := t.someAims(t.Forms)
	if !t.many() {
		items = t.ownAims()
	}
	if len(items) == 0 {
		return nil
	}
	return []content.Block{content.List{Items: items}}
}

// ownAims are the forms at which one person aims.
func (t *assessmentText) ownAims() []content.Text {
	var items []content.Text
	for _, aim := range []string{rubric.Have, rubric.Exploring, rubric.NotConsidering} {
		var names []string
		for _, f := range t.Forms {
			if f.Aim == aim {
				names = append(names, formName(f.Form))
			}
		}
		if len(names) > 0 {
			items = append(items, t.words.AimedAt(aim, names))
		}
	}
	return items
}

// someAims are how many people of a room aim at what.
func (t *assessmentText) someAims(forms []assess.Readiness) []content.Text {
	var said []content.Text
	for _, f := range forms {
		if v := t.Aim[f.Form.ID]; t.many() && v.People > 0 {
			said = append(said, t.words.SomeAim(formName(f.Form), v.People, v.For))
		}
	}
	return said
}

// formsHeading says how many conditions are met of the forms that are there or explored, or all where
// none is.
func (t *assessmentText) formsHeading(asked []assess.Readiness) content.Text {
	considered := slices.DeleteFunc(slices.Clone(asked), func(f assess.Readiness) bool { return f.Aim == rubric.NotConsidering })
	if len(considered) == 0 {
		considered = asked
	}
	var met []wording.FormMet
	for _, f := range considered {
		met = append(met, wording.FormMet{
			Form: formName(f.Form), Met: len(t.inState(f, assess.Fulfilled)), All: len(f.Conditions), Unknown: len(f.Unknown()),
		})
	}
	return t.words.FormsHeading(met)
}

// conditionsTable has a row for every trait and feature that a form needs at a stage,
// with today's beside it.
func (t *assessmentText) conditionsTable(asked []assess.Readiness) content.Table {
	table := content.Table{Caption: t.words.ConditionsCaption(), Heads: []content.Head{{Text: t.words.Needs()}, {Text: t.words.StageToday()}}}
	for _, f := range asked {
		table.Heads = append(table.Heads, content.Head{Text: t.words.Name(formName(f.Form))})
	}
	for _, id := range t.needed(asked) {
		row := content.Row{Cells: make([]content.Text, 2+len(asked))}
		for i, f := range asked {
			for _, c := range f.Conditions {
				if c.ID != id || c.Fact {
					continue
				}
				row.Cells[0], row.Cells[1] = t.words.Name(t.requirement(c)), t.words.StageName(t.stage(t.stageOf(id)))
				row.Cells[2+i] = t.words.Needed(t.stage(c.Needs), c.State, f.Aim != rubric.NotConsidering)
			}
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// needed are the ids of what forms need at a stage, in the rubric's order.
func (t *assessmentText) needed(asked []assess.Readiness) []string {
	var all []string
	for _, d := range t.Rubric.Dimensions {
		all = append(all, d.ID)
		for _, q := range d.Questions {
			all = append(all, q.ID)
		}
	}
	return slices.DeleteFunc(all, func(id string) bool {
		return !slices.ContainsFunc(asked, func(f assess.Readiness) bool {
			return slices.ContainsFunc(f.Conditions, func(c assess.Requirement) bool { return !c.Fact && c.ID == id })
		})
	})
}

// stageOf is the rank of a dimension or a question today.
func (t *assessmentText) stageOf(id string) int {
	if p, is := t.Placement(id); is {
		return p.Stage
	}
	return t.question(id).Rank
}

// factsTable has a row for every fact that enough people answered.
func (t *assessmentText) factsTable(asked []assess.Readiness) content.Table {
	table := content.Table{Caption: t.words.FactsCaption(t.Mode), Heads: []content.Head{{Text: t.words.Statement()}, {Text: t.words.NeededFor()}}}
	if t.many() {
		table.Heads = append(table.Heads, content.Head{Text: t.words.YesHead(), Figures: true},
			content.Head{Text: t.words.NoHead(), Figures: true}, content.Head{Text: t.words.UnknownHead(), Figures: true})
	} else {
		table.Heads = append(table.Heads, content.Head{Text: t.words.SoHead()})
	}
	for _, f := range asked {
		if f.Aim == rubric.NotConsidering {
			continue
		}
		for _, c := range f.Conditions {
			if c.Fact && t.factAnswered(c.ID) {
				table.Rows = append(table.Rows, t.factRow(c.ID, t.words.Name(formName(f.Form)), c.State))
			}
		}
	}
	if t.Rubric.SaysSo != "" && t.many() && t.factAnswered(rubric.SaysSoID) {
		table.Rows = append(table.Rows, t.factRow(rubric.SaysSoID, t.words.NeededForTalk(), assess.Unknown))
	}
	return table
}

func (t *assessmentText) factRow(id string, neededFor content.Text, state assess.State) content.Row {
	fact, _ := t.Rubric.Fact(id)
	cells := []content.Text{t.words.Claim(fact.Text), neededFor}
	if !t.many() {
		return content.Row{Cells: append(cells, t.words.FactSaid(state))}
	}
	said := t.Facts[id]
	return content.Row{Cells: append(cells, t.words.Count(said.Met), t.words.Count(said.NotMet), t.words.Count(said.DontKnow))}
}

// factAnswered is true where something is kept of what was said to a fact.
func (t *assessmentText) factAnswered(id string) bool {
	_, kept := t.Facts[id]
	return kept
}

// formsSaid are what people aim at, why an answer does not count, and first steps.
func (t *assessmentText) formsSaid(asked []assess.Readiness) []content.Text {
	said := t.someAims(asked)
	if doubt, names := t.doubted(asked); doubt != "" {
		said = append(said, t.words.Doubt(doubt, names))
	}
	for _, f := range asked {
		if (f.Ready == assess.IsReady || f.Ready == assess.Nearly) && f.Aim != rubric.Have && f.Form.FirstStep != "" {
			said = append(said, t.words.FirstStep(formName(f.Form), f.Form.FirstStep))
		}
	}
	return said
}

// doubted are the conditions that count as unknown although they were answered.
func (t *assessmentText) doubted(asked []assess.Readiness) (why assess.Doubt, names []string) {
	for _, f := range asked {
		for _, c := range f.Conditions {
			if name := t.requirement(c); c.Why != "" && !slices.Contains(names, name) {
				why, names = c.Why, append(names, name)
			}
		}
	}
	return why, names
}
