package reports

import (
	"slices"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// FormsAsked is false in the short length, which asks of no form.
func (p page) FormsAsked() bool {
	return len(p.a.Forms) > 0 && p.a.Forms[0].Ready != assess.NotAsked
}

// AimsNotAsked names the forms that are aimed at where none was asked of.
func (p page) AimsNotAsked() prose {
	if p.FormsAsked() {
		return ""
	}
	names := map[string][]string{}
	for _, f := range p.a.Forms {
		names[f.Aim] = append(names[f.Aim], p.low(f.Form.Name))
	}
	said := []prose{"Readiness for a form of working together is asked in the full form only."}
	for _, aim := range []struct{ id, is string }{{rubric.Exploring, "Explored"}, {rubric.Have, "In place"}} {
		if len(names[aim.id]) > 0 {
			said = append(said, p.say("%s: %s.", aim.is, strings.Join(names[aim.id], "; ")))
		}
	}
	if len(said) == 1 {
		return ""
	}
	return join(said...)
}

// A formPage is one form as the report shows it.
type formPage struct {
	page
	assess.Readiness
}

// Forms are the forms with what they need.
func (p page) Forms() []formPage {
	var all []formPage
	for _, f := range p.a.Forms {
		all = append(all, formPage{p, f})
	}
	return all
}

// Name is the form's.
func (f formPage) Name() string { return f.Form().Name }

// Form is the rubric's.
func (f formPage) Form() rubric.Form { return f.Readiness.Form }

// Verdict is how ready it is.
func (f formPage) Verdict() string { return verdictOn(f.Readiness) }

// Aim tells what the association makes of the form.
func (f formPage) Aim() string {
	if f.room() {
		return f.aimCounts()
	}
	if f.Readiness.Aim == "" {
		return ""
	}
	return sentence(aims[f.Readiness.Aim]) + "."
}

// Gist is what is said of a form that is not considered, instead of a table.
func (f formPage) Gist() prose {
	if f.Readiness.Aim != rubric.NotConsidering {
		return ""
	}
	stages := f.Readiness
	stages.Conditions = slices.DeleteFunc(slices.Clone(stages.Conditions), func(c assess.Requirement) bool { return c.Fact })
	return join(f.shortOf(stages), f.lacking("Not known", stages, assess.Unknown))
}

// Conditions is the table of the stages that the form needs; none where it is not
// considered.
func (f formPage) Conditions() *table {
	if f.Readiness.Aim == rubric.NotConsidering {
		return nil
	}
	var rows [][]prose
	for _, c := range f.Readiness.Conditions {
		if c.Fact {
			continue
		}
		today := f.say("%s", f.stage(c.Has))
		if c.Has == 0 {
			today = none
		}
		rows = append(rows, []prose{f.say("%s", sentence(f.brief(c))), f.say("%s", f.stage(c.Needs)), today, f.outcome(c.State)})
	}
	if len(rows) == 0 {
		return nil
	}
	return &table{[]column{left("Needs"), left("At least"), left("Today"), left("Outcome")}, rows}
}

// outcomes of a condition.
var outcomes = map[assess.State]prose{assess.Fulfilled: "met", assess.Lacking: "short", assess.Unknown: "unknown"}

// outcome is that of a condition; what is not met stands out.
func (p page) outcome(s assess.State) prose {
	if s == assess.Fulfilled {
		return outcomes[s]
	}
	return p.strong(outcomes[s])
}

// Doubted is why some conditions are unknown although they were answered.
func (f formPage) Doubted() prose { return f.story.Doubted(f.Readiness) }

// Facts are the form's facts with what is known of them. They are asked of
// those who have or explore it.
func (f formPage) Facts() []factSaid {
	if !assess.Considers(f.Readiness.Aim) {
		return nil
	}
	outcomes := map[assess.State]prose{assess.Fulfilled: "Met", assess.Lacking: "Not met", assess.Unknown: "Unknown"}
	var said []factSaid
	for _, c := range f.Readiness.Conditions {
		if c.Fact {
			text := join(f.say("%s", f.low(f.subject(c))), f.sayFact(c.ID))
			said = append(said, factSaid{c.State == assess.Fulfilled, outcomes[c.State], text})
		}
	}
	return said
}

// A factSaid is what is known of a fact.
type factSaid struct {
	Met           bool
	Outcome, Text prose
}

// FactsNotAsked says so of a form that is not considered.
func (f formPage) FactsNotAsked() prose {
	if n := len(f.Form().Facts); n > 0 && !assess.Considers(f.Readiness.Aim) {
		return f.say("Its %s %s asked only of those who have or explore it.", counted(n, "fact", "facts"), either(n, "is", "are"))
	}
	return ""
}

// FirstStep is what to begin with, where little or nothing is short.
func (f formPage) FirstStep() prose {
	if f.Readiness.Aim == rubric.Have || f.Ready != assess.IsReady && f.Ready != assess.Nearly || f.Form().FirstStep == "" {
		return ""
	}
	return f.say("A first step: %s", f.low(f.Form().FirstStep))
}

// An actionPage is one action as the report shows it.
type actionPage struct {
	page
	assess.Action
	Number int
}

// Actions are what to do next.
func (p page) Actions() []actionPage {
	var all []actionPage
	for i, act := range p.a.Actions {
		all = append(all, actionPage{p, act, i + 1})
	}
	return all
}

// About is what it is about.
func (a actionPage) About() prose { return a.story.About(a.Action) }

// Title is what it is about, with the question's name.
func (a actionPage) Title() prose {
	if a.Dimension == "" {
		return a.About()
	}
	return a.say("%s: %s", a.About(), a.low(nameOf(a.question(a.Do).Question)))
}

// Step is what to do.
func (a actionPage) Step() prose { return a.story.Step(a.Action) }

// Why is why it was chosen.
func (a actionPage) Why() prose { return a.story.Why(a.Action) }

// Details are why, what the step reaches, what would lift the trait, and what
// to look for.
func (a actionPage) Details() []headed {
	details := []headed{{"Why", a.Why()}}
	if a.To > 0 {
		details = append(details, headed{"The step", a.say("From %s to %s.", a.lowStage(a.From()), a.lowStage(a.To))})
	}
	details = append(details, headed{"What would lift it", a.Lifts(a.Action)}, headed{"Evidence to look for", a.Evidence(a.Action)})
	return slices.DeleteFunc(details, func(d headed) bool { return d.Text == "" })
}

// A headed text has a few words before it that say what it is.
type headed struct{ Head, Text prose }

// A hurdleMet is what was in the way, with its counter-move.
type hurdleMet struct{ Name, Weight, Sign, Counter prose }

// Hurdles are what was in the way, each with its counter-move.
func (p page) Hurdles() []hurdleMet {
	var all []hurdleMet
	for _, h := range p.a.Obstacles {
		all = append(all, hurdleMet{p.say("%s", h.Name), p.weight(h), p.say("%s", h.Sign), p.say("%s", p.low(h.Counter))})
	}
	return all
}

// weight marks the worst; of a room it counts.
func (p page) weight(h assess.Obstacle) prose {
	switch {
	case p.a.Mode != assess.Solo:
		return p.say("met by %s", p.metBy(h))
	case h.Worst > 0:
		return "the worst"
	}
	return ""
}

// A namedQuestion is a question with its dimension, and what is said of it.
type namedQuestion struct {
	Name, About prose
	Count       prose // of a room: who doesn't know
	Look        prose // where the answer may be found
	Note        prose
}

// Unknowns are the questions that nobody knows the answer to, and where to look.
func (p page) Unknowns() []namedQuestion {
	var all []namedQuestion
	for _, id := range p.a.Unknowns {
		n, q := p.named(id), p.question(id)
		if p.room() {
			n.Count = p.say("%s don't know", of(q.Counts.DontKnow, q.Answered()))
		}
		n.Look = p.say("%s", p.low(q.Evidence))
		all = append(all, n)
	}
	return all
}

// Unproven are the answers at the last stage without a note.
func (p page) Unproven() []namedQuestion {
	var all []namedQuestion
	for _, id := range p.a.Unproven {
		all = append(all, p.named(id))
	}
	return all
}

// UnprovenNote tells what to do about them.
func (p page) UnprovenNote() prose {
	return "These answers are at the last stage and have no note. Ask for an example of each."
}

// Notes are what the person wrote beside the answers, in the rubric's order.
func (p page) Notes() []namedQuestion {
	var all []namedQuestion
	for _, q := range p.a.Answers {
		if note := p.a.Notes[q.ID]; note != "" {
			n := p.named(q.ID)
			n.Note = p.say("%s", note)
			all = append(all, n)
		}
	}
	return all
}

func (p page) named(id string) namedQuestion {
	q := p.question(id)
	d, _ := p.a.Rubric.Dimension(q.Dimension)
	return namedQuestion{Name: p.say("%s", nameOf(q.Question)), About: p.say("%s", p.few(d))}
}
