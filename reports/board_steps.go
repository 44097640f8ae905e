package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/reports/plan"
	"collab/reports/wording"
)

// The steps: what to do next, who takes it, and by when.

func (t *assessmentText) stepsBox() content.Box {
	steps := t.steps()
	box := content.Box{Heading: t.words.StepsHeading(len(steps.Items))}
	if len(steps.Items) == 0 {
		box.Blocks = []content.Block{content.Paragraph{Text: t.words.NoSteps(t.Headline.Stage > 0)}}
		return box
	}
	box.Blocks = []content.Block{steps}
	if agreed := t.o.Plan.At(t.Date); agreed != nil && slices.ContainsFunc(agreed.Steps, plan.Step.Taken) {
		return box // what would do as well is settled
	}
	if said := t.alternatives(); len(said) > 0 {
		box.Blocks = append(box.Blocks, content.Paragraph{Tone: content.Note, Text: said})
	}
	if passed := t.lowestPassedOver(); len(passed) > 0 {
		box.Blocks = append(box.Blocks, content.Paragraph{Tone: content.Note, Text: passed})
	}
	return box
}

// steps are those that were agreed after this assessment, else those that it names.
func (t *assessmentText) steps() content.Steps {
	s := content.Steps{Who: t.words.Who(), By: t.words.By()}
	if agreed := t.o.Plan.At(t.Date); agreed != nil {
		for _, a := range agreed.Steps {
			step := agreedStep(t.words, a)
			if i := slices.IndexFunc(t.Actions, func(act assess.Action) bool { return act.Do == a.Do }); i >= 0 {
				step.Why = t.why(t.Actions[i])
			}
			s.Items = append(s.Items, step)
		}
		return s
	}
	for _, act := range t.Actions {
		s.Items = append(s.Items, content.Step{Do: t.step(act), Why: t.why(act)})
	}
	return s
}

// alternatives are what would do as well as the steps, and what is close behind.
func (t *assessmentText) alternatives() content.Text {
	var asGood []wording.AsGood
	var close []string
	for _, act := range t.Actions {
		if d, is := t.Rubric.Dimension(act.Dimension); is {
			asGood = append(asGood, wording.AsGood{Trait: shortName(d), Questions: t.questionNames(act.Equal)})
		}
		for _, id := range act.Close {
			if !slices.Contains(close, id) {
				close = append(close, id)
			}
		}
	}
	return t.words.Alternatives(len(t.Actions), asGood, t.shortNames(close))
}

func (t *assessmentText) step(act assess.Action) content.Text {
	if act.Dimension == "" {
		fact, _ := t.Rubric.Fact(act.Do)
		if fact.Step == "" {
			return t.words.FactStep(fact.Text)
		}
		return t.words.Step(fact.Step)
	}
	return t.words.Step(act.Step)
}

func (t *assessmentText) why(act assess.Action) content.Text {
	why := t.reason(act)
	if n := t.InPlaceToo(act.Form); n > 0 && act.Do == t.firstFor(act.Form) {
		why = content.Join(why, t.words.InPlaceToo(n, t.Aim[act.Form].People))
	}
	if act.AgreeFirst {
		why = content.Join(why, t.words.AgreeFirst(t.lastLabel(t.question(act.Do))))
	}
	return why
}

// firstFor is what the first of the steps that a form needs is about.
func (t *assessmentText) firstFor(form string) string {
	i := slices.IndexFunc(t.Actions, func(act assess.Action) bool { return act.Form == form })
	return t.Actions[i].Do
}

// reason is why an action was chosen.
func (t *assessmentText) reason(act assess.Action) content.Text {
	form, _ := t.Rubric.Form(act.Form)
	if act.Dimension == "" {
		return t.words.FormNeedsFact(t.Mode, formName(form))
	}
	p, _ := t.Placement(act.Dimension)
	name := shortName(p.Dimension)
	switch {
	case act.Why == assess.BlocksForm && p.Target != assess.NoTarget && p.HasGap && p.Gap <= 0:
		return t.words.FormNeedsMore(t.Mode, name, formName(form))
	case act.Why == assess.BlocksForm:
		return t.words.FormNeedsTrait(t.Mode, name, formName(form))
	case act.Why == assess.Voted && t.many():
		return t.words.RoomPriority(name, t.Priorities.For[act.Dimension], t.voters())
	case act.Why == assess.Voted:
		return t.words.YourPriority(name, len(t.TopTwo()))
	case act.Why == assess.ByGap:
		return t.words.StagesBelowTarget(name, p.Gap)
	}
	return t.words.AmongLowest(name)
}
