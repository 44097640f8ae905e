package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/reports/plan"
	"collab/reports/wording"
)

// What was agreed to do, and what became of it: in the reports of assessments and
// changes, and by itself.

// StepsOf are the steps of an assessment as a plan begins with them: nobody has taken
// one yet.
func StepsOf(a *assess.Assessment) []plan.Step {
	t := newAssessmentText(a, Options{})
	var steps []plan.Step
	for _, act := range a.Actions {
		steps = append(steps, plan.Step{Do: act.Do, Words: t.step(act).Plain()})
	}
	return steps
}

// states are what the outcomes of steps show as.
var states = map[plan.Outcome]content.State{
	plan.Done: content.Done, plan.NotYet: content.NotYet, plan.Dropped: content.Dropped,
}

// agreedBox is what became of steps that were agreed earlier; it holds nothing where none
// were.
func agreedBox(words wording.Words, rounds []plan.Round) content.Box {
	steps := pastSteps(words, rounds)
	if len(steps.Items) == 0 {
		return content.Box{}
	}
	return content.Box{Heading: words.AgreedHeading(became(rounds)), Blocks: []content.Block{steps}}
}

func pastSteps(words wording.Words, rounds []plan.Round) content.Steps {
	var steps content.Steps
	for _, r := range rounds {
		for _, s := range r.Steps {
			step := content.Step{State: states[s.Became], Do: content.Typed(s.Words)}
			step.Taken = words.BecameOfStep(step.State, content.Typed(s.Who), s.By, content.Typed(s.Why))
			if step.State == content.Open {
				step.State = content.NotYet // it was agreed, and nobody said that it is done
			}
			steps.Items = append(steps.Items, step)
		}
	}
	return steps
}

// became counts what became of steps.
func became(rounds []plan.Round) wording.Became {
	var b wording.Became
	for _, r := range rounds {
		b.Steps += len(r.Steps)
		for _, s := range r.Steps {
			switch s.Became {
			case plan.Done:
				b.Done++
			case plan.NotYet:
				b.NotYet++
			case plan.Dropped:
				b.Dropped++
			}
		}
	}
	return b
}

// agreedStep is a step of today's assessment as it was agreed.
func agreedStep(words wording.Words, s plan.Step) content.Step {
	step := content.Step{State: states[s.Became], Do: content.Typed(s.Words)}
	who, why := content.Typed(s.Who), content.Typed(s.Why)
	if step.Taken = words.Taken(who, s.By); step.State != content.Open {
		step.Taken = words.BecameOfStep(step.State, who, s.By, why)
	}
	return step
}

// agreedSince are the steps that were agreed from an earlier assessment on, and before
// today's.
func (t *changeText) agreedSince() content.Box {
	return agreedBox(t.words, t.o.Plan.Between(t.Then.Date, t.Now.Date))
}

// planSections are the sections of the report of a plan, in order.
var planSections = []func(*planText) content.Section{
	(*planText).latest,
	(*planText).earlier,
}

// Plan is the report of what was agreed, the latest first.
func Plan(p *plan.Plan, language string, o Options) content.Report {
	t := &planText{p, wording.For(language)}
	association := content.Typed(p.Association)
	report := content.Report{
		Title:    t.words.PlanTitle(association),
		Language: t.words.Language(),
		Running:  t.words.PlanTitle(association),
		Brand:    o.Brand,
		Sections: made(t, planSections),
	}
	if n := len(p.Rounds); n > 0 {
		report.Date = p.Rounds[n-1].Date.String()
	}
	return report
}

// A planText tells a plan.
type planText struct {
	*plan.Plan
	words wording.Words
}

// latest is what is to be done now.
func (t *planText) latest() content.Section {
	s := content.Section{ID: "plan", Sheet: content.Board, Heading: t.words.PlanHeading(assess.Date{}, wording.Became{}, 0)}
	if len(t.Rounds) == 0 {
		s.Blocks = []content.Block{content.Paragraph{Text: t.words.HowToAgree()}}
		return s
	}
	r := t.Rounds[len(t.Rounds)-1]
	steps := content.Steps{Who: t.words.Who(), By: t.words.By()}
	taken := 0
	for _, step := range r.Steps {
		steps.Items = append(steps.Items, agreedStep(t.words, step))
		if step.Taken() {
			taken++
		}
	}
	s.Heading = t.words.PlanHeading(r.Date, became([]plan.Round{r}), taken)
	s.Blocks = []content.Block{steps, content.Paragraph{Tone: content.Note, Text: t.words.NextAssessment(t.NextDay())}}
	if before := t.before(); len(before) > 0 {
		s.Blocks = append(s.Blocks, beside(agreedBox(t.words, before[:1]))...)
	}
	return s
}

// before is what was agreed after earlier assessments, the latest first.
func (t *planText) before() []plan.Round {
	if len(t.Rounds) == 0 {
		return nil
	}
	before := slices.DeleteFunc(slices.Clone(t.Rounds[:len(t.Rounds)-1]), func(r plan.Round) bool { return !r.Agreed() })
	slices.Reverse(before)
	return before
}

// earlier is what became of what was agreed longer ago.
func (t *planText) earlier() content.Section {
	s := content.Section{ID: "before", Heading: t.words.AgreedEarlier()}
	for i, r := range t.before() {
		if i > 0 {
			s.Blocks = append(s.Blocks, content.Paragraph{Text: t.words.AgreedOn(r.Date)}, pastSteps(t.words, []plan.Round{r}))
		}
	}
	return s
}

// Calendar are the days of a plan that are still to come, with the next assessment.
func Calendar(p *plan.Plan, language string) []plan.Event {
	words := wording.For(language)
	var events []plan.Event
	for _, r := range p.Rounds {
		for _, s := range r.Steps {
			if s.By.IsZero() || s.Closed() {
				continue
			}
			about := words.AgreedAfter(r.Date).Plain()
			if by := words.TakenBy(content.Typed(s.Who)).Plain(); by != "" {
				about = by + "\n" + about
			}
			events = append(events, plan.Event{Key: r.Date.String() + " " + s.Do, Day: s.By, Title: content.Typed(s.Words).Plain(), About: about})
		}
	}
	if next := p.NextDay(); !next.IsZero() {
		events = append(events, plan.Event{Key: "next", Day: next, Title: words.AssessAgain(content.Typed(p.Association)).Plain()})
	}
	return events
}
