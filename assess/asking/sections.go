package asking

import (
	"slices"

	"collab/rubric"
)

// A Section is what is asked together, such as on one page.
type Section struct {
	Title string
	Intro []string // paragraphs
	Items []*Item  // at least one
}

// Sections are all items that a round asks, in the order in which people are asked.
// A form's aim stands before the facts that depend on it, in a section of its own.
func Sections(round Round) []Section {
	l := layout{round.Rubric, map[string]*Item{}}
	for _, it := range Items(round) {
		l.items[it.ID] = it
	}
	sections := []Section{l.aboutYou()}
	for _, d := range l.Dimensions {
		sections = append(sections, l.dimension(d, round))
	}
	sections = append(sections, l.targets(), l.first())
	sections = append(sections, l.plans()...)
	if round.Again {
		sections = []Section{l.topics(round)}
	}
	return slices.DeleteFunc(sections, func(s Section) bool { return len(s.Items) == 0 })
}

// A layout puts items into sections.
type layout struct {
	*rubric.Rubric
	items map[string]*Item
}

// asked are the items with some ids that are asked: those that have an answer.
func (l layout) asked(ids ...string) []*Item {
	var asked []*Item
	for _, id := range ids {
		if it := l.items[id]; it != nil && it.Refused == "" && (it.Kind == Text || len(it.Options) > 0) {
			asked = append(asked, it)
		}
	}
	return asked
}

func (l layout) aboutYou() Section {
	return Section{Title: say.aboutYou(), Items: l.asked(RoleID, CodeID)}
}

func (l layout) dimension(d *rubric.Dimension, round Round) Section {
	var ids []string
	for _, q := range d.Questions {
		ids = append(ids, q.ID)
	}
	s := Section{Title: d.Name, Intro: paragraphs(d.Definition, d.Instruction), Items: l.asked(ids...)}
	if d.Kind == rubric.Spectrum {
		s.Intro = paragraphs(jointWork(round.JointWork.About), d.Definition, d.Instruction)
	}
	return s
}

func (l layout) targets() Section {
	var ids []string
	for _, t := range l.Targets.Questions {
		ids = append(ids, ofTarget+t.Dimension)
	}
	return Section{Title: say.whatYouNeed(), Intro: paragraphs(l.Targets.Instruction), Items: l.asked(ids...)}
}

func (l layout) first() Section {
	return Section{Title: say.whatIsFirst(), Items: l.asked(PrioritiesID, HurdlesID, WorstID)}
}

// plans are the aims and the facts.
func (l layout) plans() []Section {
	sections := []Section{{Title: say.whatYouPlan(), Items: l.asked(ofFact + rubric.SaysSoID)}}
	aims := Section{Title: say.whatYouPlan(), Intro: paragraphs(l.Aim.Prompt)}
	for _, f := range l.Forms {
		var facts []string
		for _, fact := range f.Facts {
			facts = append(facts, ofFact+fact.ID)
		}
		aim := l.asked(ofAim + f.ID)
		if asked := l.asked(facts...); len(asked) > 0 {
			sections = append(sections, Section{say.whatYouPlan(), paragraphs(l.Aim.Prompt), append(aim, asked...)})
		} else {
			aims.Items = append(aims.Items, aim...)
		}
	}
	return append(sections, aims)
}

// topics are the questions of a second round.
func (l layout) topics(round Round) Section {
	ids := round.Topics
	if len(ids) == 0 {
		for _, q := range l.Questions() {
			ids = append(ids, q.ID)
		}
	}
	return Section{Title: say.secondRound(), Intro: paragraphs(jointWork(l.spectrumAmong(ids, round))), Items: l.asked(ids...)}
}

// spectrumAmong is what the joint work is about, where one of some questions is about it.
func (l layout) spectrumAmong(ids []string, round Round) string {
	for _, id := range ids {
		if i := l.Index(id); i >= 0 && l.Questions()[i].Dimension == rubric.SpectrumID {
			return round.JointWork.About
		}
	}
	return ""
}

// paragraphs leaves empty ones out.
func paragraphs(texts ...string) []string {
	return slices.DeleteFunc(texts, func(text string) bool { return text == "" })
}

// jointWork says what the questions about joint work are about, where that is known.
func jointWork(about string) string {
	if about == "" {
		return ""
	}
	return say.jointWork(about)
}
