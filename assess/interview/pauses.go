package interview

import (
	"fmt"
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
func (p *readPage) hints() []hint    { return []hint{{"enter", "go on"}, {"←", "back"}} }

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
		b.text(b.head, "Before the first question")
		b.gap()
		for _, line := range r.Instructions {
			b.item("· ", b.plain, line)
			b.space()
		}
		b.gap()
		how := "One key answers and goes on; ← goes back."
		if s.hands != nil {
			how = roomHelp + " ← goes back."
		}
		b.reminds(fmt.Sprintf("%s, about %d minutes. %s", plural(s.Progress().Of, "screen", "screens"), roughly(s), how))
		b.reminds("Every answer is kept at once in a file that you can read. Stop with ctrl+c, and go on another day.")
	}
	return &readPage{heading: []string{r.Name, "Start"}, show: show}
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
	return fmt.Sprintf("Part %d of %d · %s", at, of, minutes(s.Progress().Left))
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
	b.text(b.quiet, s.countOf(id))
	if d, _ := r.Dimension(id); d.Kind != rubric.Trait {
		return
	}
	for _, scope := range []rubric.Scope{rubric.Within, rubric.Between} {
		if meaning := r.Scopes[scope]; meaning != "" {
			b.item("· ", b.quiet, meaning)
		}
	}
}

// countOf says how many screens a section has.
func (s *Script) countOf(section string) string {
	if n := s.stepsIn(section); n != 1 {
		return fmt.Sprintf("%d screens", n)
	}
	return "One screen"
}

// drawWe names the association on a line of its own, where a name in another
// direction of writing moves nothing else.
func drawWe(b *block, s *Script) {
	b.text(b.quiet, weMeans)
	b.text(b.head, s.given.Association)
}
