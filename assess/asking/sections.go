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

// Sections are all items that a round asks, in the order in which people are asked where
// they see everything, as on paper and in forms. A form's aim stands before the facts that
// depend on it, in a section of its own.
func Sections(round Round) []Section {
	a := ofRound(round)
	sections := a.sections(round)
	for i, s := range sections {
		sections[i].Items = slices.DeleteFunc(slices.Clone(s.Items), func(it *Item) bool {
			return it.Refused != "" || it.Kind != Text && len(it.Options) == 0
		})
	}
	return slices.DeleteFunc(sections, func(s Section) bool { return len(s.Items) == 0 })
}

func (a all) sections(round Round) []Section {
	if round.Again {
		return []Section{a.topics(round)}
	}
	r, w := a.rubric, words(a.rubric)
	sections := []Section{{w.AboutYou, nil, []*Item{a.role, a.code}}}
	for _, d := range r.Dimensions {
		about := ""
		if d.Kind == rubric.Spectrum {
			about = a.meant(round.JointWork.About)
		}
		sections = append(sections, Section{d.Name, paragraphs(about, d.Definition, d.Instruction), a.of(d)})
	}
	sections = append(sections,
		Section{w.WhatYouNeed, paragraphs(r.Targets.Instruction), a.targets},
		Section{w.WhatIsFirst, nil, a.ticks},
		Section{w.WhatYouPlan, nil, a.factsOf("")})
	alone := Section{w.WhatYouPlan, paragraphs(r.Aim.Prompt), nil} // aims that no fact depends on
	for _, aim := range a.aims {
		facts := a.factsOf(aim.ID)
		if len(facts) == 0 || facts[0].Refused != "" {
			alone.Items = append(alone.Items, aim)
			continue
		}
		sections = append(sections, Section{w.WhatYouPlan, alone.Intro, append([]*Item{aim}, facts...)})
	}
	return append(sections, alone)
}

// topics are the questions of a second round, all where the topics are not known.
func (a all) topics(round Round) Section {
	s := Section{Title: words(a.rubric).SecondRound, Items: a.questions}
	if len(round.Topics) > 0 {
		s.Items = nil
		for _, id := range round.Topics {
			if i := a.rubric.Index(id); i >= 0 {
				s.Items = append(s.Items, a.questions[i])
			}
		}
	}
	d, asked := a.rubric.Dimension(rubric.SpectrumID)
	if !asked {
		return s
	}
	if spectrum := a.of(d); slices.ContainsFunc(s.Items, func(it *Item) bool { return slices.Contains(spectrum, it) }) {
		s.Intro = paragraphs(a.meant(round.JointWork.About))
	}
	return s
}

// AboutJointWork are those of some items that ask about the round's joint work.
func (round Round) AboutJointWork(items []*Item) []*Item {
	return slices.DeleteFunc(slices.Clone(items), func(it *Item) bool {
		at := round.Rubric.Index(it.ID)
		return at < 0 || round.Rubric.Questions()[at].Dimension != rubric.SpectrumID
	})
}

// of are the questions of a dimension.
func (a all) of(d *rubric.Dimension) []*Item {
	var items []*Item
	for _, q := range d.Questions {
		items = append(items, a.questions[a.rubric.Index(q.ID)])
	}
	return items
}

// paragraphs leaves empty ones out.
func paragraphs(texts ...string) []string {
	return slices.DeleteFunc(texts, func(text string) bool { return text == "" })
}

// meant says what the questions about joint work are about, where that is known.
func (a all) meant(about string) string {
	if about == "" {
		return ""
	}
	return Fill(words(a.rubric).JointWork, "about", about)
}
