package interview

import (
	"slices"

	"collab/assess"
	"collab/rubric"
)

// A Kind says what a step shows or asks.
type Kind int

// The kinds of step, in the order in which they come.
const (
	StartPage    Kind = iota // association, role, length
	Instructions             // read once
	Pause                    // says which section begins
	JointWork                // what the spectrum's questions are about
	Question
	Targets // all on one screen
	Aim     // the fact of the strategy, and which forms there are
	Facts   // of one form
	Priorities
	Hurdles
	Review
)

// TakesAnswer tells whether a step of the kind counts as one of "17 of 52".
func (k Kind) TakesAnswer() bool { return k >= JointWork && k <= Hurdles }

// weight is how long a step takes, where a question is 1.
func (k Kind) weight() float64 {
	switch k {
	case Targets:
		return 5
	case Hurdles:
		return 3
	case JointWork, Aim, Facts:
		return 2
	}
	return 1
}

// A Step is one screen.
type Step struct {
	Kind    Kind
	ID      string // of the question, or of the form whose facts are asked
	Section string // id of the section: a dimension's, or one of the two below
}

// Sections that are no dimension.
const (
	BenefitsSection = "benefits" // all benefit areas together
	AheadSection    = "ahead"    // targets, forms, priorities, hurdles
)

// Start says what the start page asks: what is not known yet.
type Start struct {
	Association, Role, Code, Length bool
	People                          bool // in the room
	// JointWorkKnown is true where it was set for everybody: its page is left out.
	JointWorkKnown bool
	// Again are the ids of the questions that a second round asks, and nothing else;
	// empty: everything is asked.
	Again []string
}

// anything tells whether there is a start page.
func (s Start) anything() bool { return s.Association || s.Role || s.Code || s.Length || s.People }

// steps are the steps of a response as its answers stand.
func steps(r *assess.Response, start Start) []Step {
	var all []Step
	if start.anything() {
		all = append(all, Step{Kind: StartPage})
	}
	all = append(all, Step{Kind: Instructions})
	section := ""
	for _, d := range r.Rubric.Dimensions {
		asked := start.among(dimensionSteps(r, d, start.JointWorkKnown))
		if len(asked) == 0 {
			continue
		}
		if asked[0].Section != section {
			section = asked[0].Section
			all = append(all, Step{Kind: Pause, Section: section})
		}
		all = append(all, asked...)
	}
	if ahead := start.among(aheadSteps(r)); len(ahead) > 0 {
		all = append(all, Step{Kind: Pause, Section: AheadSection})
		all = append(all, ahead...)
	}
	return append(all, Step{Kind: Review})
}

// among are those of the steps that are asked.
func (s Start) among(all []Step) []Step {
	if len(s.Again) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(t Step) bool { return t.Kind != Question || !slices.Contains(s.Again, t.ID) })
}

// dimensionSteps are the questions of a dimension, none where the length asks none.
func dimensionSteps(r *assess.Response, d *rubric.Dimension, jointWorkKnown bool) []Step {
	section := d.ID
	if d.Kind == rubric.Benefit {
		section = BenefitsSection
	}
	var of, asked []Step
	for _, q := range d.Questions {
		step := Step{Kind: Question, ID: q.ID, Section: section}
		if r.Length.Asks(q) {
			of = append(of, step)
		}
		if r.Asked(q) {
			asked = append(asked, step)
		}
	}
	if d.Kind == rubric.Spectrum && !jointWorkKnown && len(of) > 0 && len(r.Rubric.JointWork.Scopes) > 0 {
		return append([]Step{{Kind: JointWork, Section: section}}, asked...)
	}
	return asked
}

// aheadSteps are the steps after the questions.
func aheadSteps(r *assess.Response) []Step {
	var all []Step
	add := func(there bool, k Kind, id string) {
		if there {
			all = append(all, Step{Kind: k, ID: id, Section: AheadSection})
		}
	}
	full := r.Length == assess.Full
	add(len(r.Rubric.Targets.Questions) > 0, Targets, "")
	add(len(r.Rubric.Forms) > 0 || full && r.Rubric.SaysSo != "", Aim, "")
	for _, f := range r.Rubric.Forms {
		add(full && len(f.Facts) > 0 && assess.Considers(r.Aim[f.ID]), Facts, f.ID)
	}
	add(r.Rubric.Priorities.Max > 0 && len(r.Rubric.Traits()) > 0, Priorities, "")
	add(len(r.Rubric.Hurdles.Items) > 0, Hurdles, "")
	return all
}

// sectionName is what a section is called.
func sectionName(r *rubric.Rubric, id string) string {
	switch id {
	case BenefitsSection:
		return say.benefits()
	case AheadSection:
		return say.ahead()
	}
	d, _ := r.Dimension(id)
	return d.Name
}

// sections are the ids of the sections that the steps go through, in order.
func (s *Script) sections() []string {
	var ids []string
	for _, t := range s.steps {
		if t.Kind == Pause {
			ids = append(ids, t.Section)
		}
	}
	return ids
}
