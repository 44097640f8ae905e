package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/reports/wording"
	"collab/rubric"
)

// What people say matters most and want, and what would lift a trait.

func (t *assessmentText) wants() content.Section {
	s := content.Section{ID: "wants", Heading: t.wantsHeading()}
	if t.many() {
		s.Blocks = append(s.Blocks, t.wishes()...)
	}
	if passed := t.prioritiesPassedOver(); len(passed) > 0 {
		s.Blocks = append(s.Blocks, content.Paragraph{Text: passed})
	}
	if more := t.moreThanNeeded(); len(more) > 0 {
		s.Blocks = append(s.Blocks, content.Paragraph{Text: t.words.MoreThanNeeded(more)})
	}
	if lifts := t.lifts(); len(lifts) > 0 {
		s.Blocks = append(s.Blocks, content.Columns{Of: [][]content.Box{{{
			Heading: t.words.LiftHeading(len(lifts)), Blocks: []content.Block{content.List{Items: lifts}},
		}}}})
	}
	return s
}

func (t *assessmentText) wantsHeading() content.Text {
	targets, above := 0, 0
	for _, p := range t.Placements() {
		if p.Target != assess.NoTarget {
			targets++
		}
		if p.HasGap && p.Gap > 0 {
			above++
		}
	}
	top := t.mostVoted()
	switch {
	case len(top) > 0 && t.many():
		return t.words.PrioritiesHeading(t.shortNames(top), t.Priorities.For[top[0]], t.voters())
	case targets > 0:
		return t.words.TargetsHeading(above, targets)
	}
	return t.words.NoTargetsHeading()
}

// mostVoted are the traits with the most votes.
func (t *assessmentText) mostVoted() []string {
	most := 0
	var top []string
	for _, id := range t.TopTwo() {
		n := t.Priorities.For[id]
		if n > most {
			most, top = n, nil
		}
		if n == most {
			top = append(top, id)
		}
	}
	return top
}

// voters is of how many people the votes are.
func (t *assessmentText) voters() int { return t.Priorities.People }

// wishes are the votes and targets that a room gave.
func (t *assessmentText) wishes() []content.Block {
	table := content.Table{
		Caption: t.words.WantsCaption(t.Rubric.Priorities.Max, t.Rubric.Targets.HorizonMonths),
		Heads:   []content.Head{{Text: t.words.Trait()}, {Text: t.words.MattersMost(), Figures: true}, {Text: t.words.AsToday(), Figures: true}},
	}
	for _, stage := range t.stages() {
		table.Heads = append(table.Heads, content.Head{Text: stage, Figures: true})
	}
	for _, p := range t.Placements() {
		id := p.Dimension.ID
		wish, given := t.Targets[id]
		given = given && p.Target != assess.NoTarget
		if !given && t.Priorities.For[id] == 0 {
			continue
		}
		row := content.Row{Cells: []content.Text{t.words.Name(shortName(p.Dimension)), t.words.Count(t.Priorities.For[id])}}
		row.Cells = append(row.Cells, make([]content.Text, 1+t.Rubric.K())...)
		if given {
			row.Cells[2] = t.words.Count(wish.TodayIsRight)
			for i, n := range wish.Ranks {
				row.Cells[3+i] = t.words.Count(n)
			}
		}
		table.Rows = append(table.Rows, row)
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []content.Block{withoutEmpty(table)}
}

// withoutEmpty is a table without the columns that hold nothing.
func withoutEmpty(t content.Table) content.Table {
	for i := len(t.Heads) - 1; i > 0; i-- {
		if slices.ContainsFunc(t.Rows, func(r content.Row) bool { return len(r.Cells[i]) > 0 }) {
			continue
		}
		t.Heads = slices.Delete(t.Heads, i, i+1)
		for j, r := range t.Rows {
			t.Rows[j].Cells = slices.Delete(r.Cells, i, i+1)
		}
	}
	return t
}

// lifts say what would lift what is wanted higher, or all traits where no target was
// given at all.
func (t *assessmentText) lifts() []content.Text {
	open := !slices.ContainsFunc(t.Placements(), func(p assess.Placement) bool { return p.Target != assess.NoTarget })
	var said []content.Text
	for _, p := range t.byPosition() {
		l := p.Lift
		if l.To == 0 || l.Must == 0 || len(l.Questions) == 0 || !open && !(p.HasGap && p.Gap > 0) {
			continue
		}
		said = append(said, t.words.Lift(shortName(p.Dimension), t.stage(l.To), l.Must, t.questionNames(l.Questions)))
	}
	return said
}

// moreThanNeeded is what stands above its target.
func (t *assessmentText) moreThanNeeded() []string {
	var names []string
	for _, p := range t.Placements() {
		if p.HasGap && p.Gap < 0 {
			names = append(names, shortName(p.Dimension))
		}
	}
	return names
}

// lowestPassedOver says why no step is about what is lowest; nothing where one is.
func (t *assessmentText) lowestPassedOver() content.Text {
	lowest := t.Headline.Lowest
	if len(t.Actions) == 0 || t.noneLower() || mostAre(len(lowest), t.Placed()) || slices.ContainsFunc(lowest, t.hasStep) {
		return nil
	}
	return t.passedOver(lowest, t.words.NoStepOnLowest)
}

// prioritiesPassedOver says why no step is about what matters most; nothing where all
// have one, and nothing again of what is lowest.
func (t *assessmentText) prioritiesPassedOver() content.Text {
	if len(t.Actions) == 0 {
		return nil
	}
	top := slices.DeleteFunc(slices.Clone(t.TopTwo()), func(id string) bool {
		return t.hasStep(id) || len(t.lowestPassedOver()) > 0 && slices.Contains(t.Headline.Lowest, id)
	})
	return t.passedOver(top, t.words.NoStepOnPriority)
}

// passedOver says why no step is about some traits, together where the reason is one.
func (t *assessmentText) passedOver(ids []string, say func(assess.Mode, []string, wording.NoStep, []assess.Reason) content.Text) content.Text {
	because := map[wording.NoStep][]string{}
	for _, id := range ids {
		why := t.noStep(id)
		because[why] = append(because[why], id)
	}
	var said []content.Text
	for _, why := range []wording.NoStep{wording.RightToday, wording.NoTarget, wording.OthersFirst} {
		if len(because[why]) > 0 {
			said = append(said, say(t.Mode, t.shortNames(because[why]), why, t.comeFirst()))
		}
	}
	return content.Join(said...)
}

// noStep is why no step is about a trait.
func (t *assessmentText) noStep(id string) wording.NoStep {
	switch p, _ := t.Placement(id); {
	case p.Target == assess.NoTarget && t.Actions[0].Why != assess.Lowest:
		return wording.NoTarget
	case p.HasGap && p.Gap <= 0:
		return wording.RightToday
	}
	return wording.OthersFirst
}

// comeFirst are the reasons of the steps, each once, in the order in which steps are
// chosen.
func (t *assessmentText) comeFirst() []assess.Reason {
	var reasons []assess.Reason
	for _, act := range t.Actions {
		if !slices.Contains(reasons, act.Why) {
			reasons = append(reasons, act.Why)
		}
	}
	return reasons
}

// hasStep is true where a step is about a dimension.
func (t *assessmentText) hasStep(dimension string) bool {
	return slices.ContainsFunc(t.Actions, func(act assess.Action) bool { return act.Dimension == dimension })
}

// questionNames are those of questions, which exist.
func (t *assessmentText) questionNames(ids []string) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = questionName(t.question(id))
	}
	return names
}

// oneSided says which traits rest on one side only.
func (t *assessmentText) oneSided() content.Text {
	var said []content.Text
	for _, scope := range []rubric.Scope{rubric.Within, rubric.Between} {
		var ids []string
		for _, p := range t.Traits {
			if p.Basis == scope {
				ids = append(ids, p.Dimension.ID)
			}
		}
		if len(ids) > 0 {
			said = append(said, t.words.OneSide(scope, t.shortNames(ids), len(ids) == len(t.Traits)))
		}
	}
	return content.Join(said...)
}
