package interview

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"collab/rubric"
)

// A readPage is read, and asks nothing.
type readPage struct {
	heading []string
	show    func(*block)
}

func (p *readPage) titles() []string { return p.heading }
func (p *readPage) draw(b *block)    { p.show(b) }
func (p *readPage) hints() []hint {
	return []hint{{"enter", say.doesContinue()}, {"←", say.doesBack()}}
}

func (p *readPage) press(k tea.KeyMsg) act {
	switch strings.ToLower(k.String()) {
	case "enter", " ", "right":
		return (*Script).Next
	case "left", "b":
		return (*Script).Back
	}
	return nil
}

// newInstructionsPage shows what holds for every question.
func newInstructionsPage(s *Script, _ style) page {
	r := s.Rubric()
	show := func(b *block) {
		b.text(b.head, say.beforeTheFirst())
		b.gap()
		for _, line := range r.Instructions {
			b.item("· ", b.plain, line)
			b.space()
		}
		b.gap()
		b.reminds(say.howLong(s.Progress().Of, roughly(s), s.hands != nil))
		b.reminds(say.keptAtOnce())
	}
	return &readPage{heading: []string{r.Name, say.start()}, show: show}
}

// newPausePage says which section begins.
func newPausePage(s *Script, _ style) page {
	id := s.Here().Section
	show := func(b *block) {
		b.text(b.quiet, placeOf(s, id))
		b.gap()
		b.text(b.head, sectionName(s.Rubric(), id))
		drawSection(b, s, id)
		b.gap()
		drawWe(b, s)
	}
	return &readPage{heading: []string{s.given.Rubric.Name, sectionName(s.Rubric(), id)}, show: show}
}

// placeOf says where one is among the sections, and how long it still takes.
func placeOf(s *Script, section string) string {
	at, of := s.placeIn(section)
	return say.place(at, of, minutes(s.Progress().Left))
}

func drawSection(b *block, s *Script, id string) {
	r := s.Rubric()
	b.text(b.plain, sectionWords(r, id))
	switch id {
	case AheadSection:
		return
	case BenefitsSection:
		b.gap()
		for _, d := range r.Benefits() {
			b.labelled(d.Name+":", d.Definition)
		}
		return
	}
	b.gap()
	b.text(b.quiet, say.questions(s.stepsIn(id)))
	if d, _ := r.Dimension(id); d.Kind != rubric.Trait {
		return
	}
	for _, scope := range []rubric.Scope{rubric.Within, rubric.Between} {
		if meaning := r.Scopes[scope]; meaning != "" {
			b.labelled(say.scope(scope), meaning)
		}
	}
}

// drawWe names the association on a line of its own, where a name in another
// direction of writing moves nothing else.
func drawWe(b *block, s *Script) {
	b.text(b.quiet, say.weMeans())
	b.text(b.head, s.given.Association)
}
