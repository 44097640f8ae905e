package asking

import (
	"slices"

	"collab/assess"
	"collab/rubric"
)

// A StepKind says what a step shows or asks.
type StepKind int

// The kinds of step. Those that ask have items; how these look on a screen follows from
// their kinds.
const (
	StartPage    StepKind = iota // association, role, length: recorded as a whole
	Instructions                 // read once
	Pause                        // says which section begins
	Fields                       // lines of text and choices, one after the other
	Question                     // one of the rubric's questions
	Grid                         // several choices of a kind
	Ticking                      // options to tick, and the worst of them
	Review
)

// TakesAnswer tells whether a step of the kind counts as one of "17 of 52".
func (k StepKind) TakesAnswer() bool { return k >= Fields && k <= Ticking }

// A Step is one screen.
type Step struct {
	Kind    StepKind
	ID      string // of the question, or one of those below, or of the form whose facts are asked
	Section string // id of the section: a dimension's, or one of those below
}

// Steps that ask more than one question.
const (
	JointWorkStep = "joint_work"
	TargetsStep   = "targets"
	FormsStep     = "forms" // the fact of the strategy, and which forms there are
)

// Sections that are no dimension.
const (
	BenefitsSection = "benefits" // all benefit areas together
	AheadSection    = "ahead"    // targets, forms, priorities, hurdles
	AgainSection    = "again"    // the topics of a second round
)

// alone tells whether the steps of a section have nothing to do with one another: each
// is a part of the review.
func alone(section string) bool { return section == AheadSection || section == AgainSection }

// A page is a step with what it asks.
type page struct {
	Step
	names []string // what it is about, from long to short
	intro string   // what to have in mind at all of it
	items []*Item
}

// inOrder are the pages in the order in which one person is asked.
func (a all) inOrder(asks Asks) []page {
	var pages []page
	for _, d := range a.rubric.Dimensions {
		pages = append(pages, a.ofDimension(d, asks)...)
	}
	switch {
	case len(asks.Topics) > 0:
		return ofTopics(pages, asks.Topics)
	case asks.Again:
		return slices.DeleteFunc(pages, func(p page) bool { return p.Kind != Question })
	}
	return append(pages, a.ahead()...)
}

func (a all) ofDimension(d *rubric.Dimension, asks Asks) []page {
	section := d.ID
	if d.Kind == rubric.Benefit {
		section = BenefitsSection
	}
	var pages []page
	if d.Kind == rubric.Spectrum && !asks.JointWorkKnown && len(a.jointWork) > 0 {
		pages = append(pages, page{Step{Fields, JointWorkStep, section}, []string{d.Name, d.Short}, "", a.jointWork})
	}
	for i, it := range a.of(d) {
		names := topics(a.rubric, d.Questions[i].Scope, d)
		pages = append(pages, page{Step{Question, it.ID, section}, names, reminder(a.rubric, d), []*Item{it}})
	}
	return pages
}

// topics name what a question is about, from long to short.
func topics(r *rubric.Rubric, scope rubric.Scope, d *rubric.Dimension) []string {
	say := words(r).Walk
	var out []string
	for _, name := range map[rubric.Scope][]string{"": {"{name}", "{short}"}, rubric.Within: say.Within, rubric.Between: say.Between}[scope] {
		out = append(out, Fill(name, "name", d.Name, "short", d.Short))
	}
	return out
}

// reminder is what to have in mind at every question of a dimension.
func reminder(r *rubric.Rubric, d *rubric.Dimension) string {
	switch {
	case d.Instruction != "":
		return d.Instruction
	case d.Kind == rubric.Benefit:
		return d.Definition
	}
	return r.Reminder
}

// ofTopics are the pages of a second round, in the order of its topics.
func ofTopics(pages []page, topics []string) []page {
	var out []page
	for _, id := range topics {
		if i := slices.IndexFunc(pages, func(p page) bool { return p.ID == id }); i >= 0 {
			pages[i].Section = AgainSection
			out = append(out, pages[i])
		}
	}
	return out
}

// ahead are the pages after the questions.
func (a all) ahead() []page {
	r, say := a.rubric, words(a.rubric).Walk
	pages := []page{
		{Step{Grid, TargetsStep, AheadSection}, say.Targets, r.Targets.Instruction, a.targets},
		{Step{Grid, FormsStep, AheadSection}, []string{say.Forms}, r.Aim.Prompt, append(a.factsOf(""), a.aims...)},
	}
	for _, f := range r.Forms {
		pages = append(pages, page{Step{Grid, f.ID, AheadSection}, []string{f.Name}, f.Meaning, a.factsOf(ofAim + f.ID)})
	}
	return append(pages,
		page{Step{Ticking, PrioritiesID, AheadSection}, []string{words(r).Priorities}, "", a.ticks[:1]},
		page{Step{Ticking, HurdlesID, AheadSection}, []string{words(r).Hurdles}, "", a.ticks[1:]})
}

// factsOf are the facts that are asked after an aim; after none, that of the strategy.
func (a all) factsOf(aim string) []*Item {
	return slices.DeleteFunc(slices.Clone(a.facts), func(it *Item) bool { return it.When.Item != aim })
}

// plan works the steps out again after an answer that may change them. The
// person stays where they are.
func (w *Walk) plan() {
	var here Step
	if w.steps != nil {
		here = w.Here()
	}
	w.steps = w.steps[:0:0]
	if len(w.start) > 0 {
		w.steps = append(w.steps, Step{Kind: StartPage})
	}
	if w.revised == nil {
		w.steps = append(w.steps, Step{Kind: Instructions})
	}
	r, section := w.asAnswered(), ""
	for _, p := range w.pages {
		if len(w.askedOn(p, &r)) == 0 {
			continue
		}
		if p.Section != section && w.revised == nil {
			w.steps = append(w.steps, Step{Kind: Pause, Section: p.Section})
		}
		section = p.Section
		w.steps = append(w.steps, p.Step)
	}
	w.steps = append(w.steps, Step{Kind: Review})
	w.at = max(slices.Index(w.steps, here), 0)
}

// askedOn are the items of a page that are asked of a response. What is chosen among
// others is asked of what was ticked by now.
func (w *Walk) askedOn(p page, r *assess.Response) []*Item {
	var asked []*Item
	for _, it := range p.items {
		if it.Among != "" {
			r = &w.given
		}
		if it.Asked(r) && (w.revised == nil || w.revised.asks(it)) {
			asked = append(asked, it)
		}
	}
	return asked
}

// Items are what a step asks, as the answers stand.
func (w *Walk) Items(t Step) []*Item {
	if t.Kind == StartPage {
		return w.start
	}
	r := w.asAnswered()
	return w.askedOn(w.page(t), &r)
}

// All is what a step asks however its own answers stand.
func (w *Walk) All(t Step) []*Item {
	if t.Kind == StartPage {
		return w.start
	}
	return slices.DeleteFunc(slices.Clone(w.page(t).items), func(it *Item) bool { return w.revised != nil && !w.revised.asks(it) })
}

// page is what a step asks, an empty one where it asks nothing.
func (w *Walk) page(t Step) page {
	for _, p := range w.pages {
		if p.Step == t {
			return p
		}
	}
	return page{Step: t}
}

// Names say what a step is about, from long to short.
func (w *Walk) Names(t Step) []string { return w.page(t).names }

// Intro is what to have in mind at all of a step; often empty.
func (w *Walk) Intro(t Step) string { return w.page(t).intro }

// Sections are the ids of the sections that the steps go through, in order.
func (w *Walk) Sections() []string {
	var ids []string
	for _, t := range w.steps {
		if t.Kind == Pause {
			ids = append(ids, t.Section)
		}
	}
	return ids
}

// StepsIn is how many steps of a section take an answer.
func (w *Walk) StepsIn(section string) int {
	n := 0
	for _, t := range w.steps {
		if t.Section == section && t.Kind.TakesAnswer() {
			n++
		}
	}
	return n
}

// AboutSection is what a section is called, and what it is about.
func AboutSection(r *rubric.Rubric, id string) (name, about string) {
	switch say := words(r); id {
	case BenefitsSection:
		return say.Walk.Benefits, say.Walk.BenefitsWords
	case AheadSection:
		return say.Walk.Ahead, say.Walk.AheadWords
	case AgainSection:
		return say.SecondRound, say.Walk.AgainWords
	}
	d, _ := r.Dimension(id)
	return d.Name, d.Definition
}
