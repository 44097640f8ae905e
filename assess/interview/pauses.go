package interview

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"collab/assess/asking"
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
	return []hint{{"enter", say.doesContinue()}, {"←", say.doesBack()}, jumpHint()}
}

func (p *readPage) press(k tea.KeyMsg) act {
	switch strings.ToLower(k.String()) {
	case "enter", " ", "right":
		return (*asking.Walk).Next
	case "left", "b":
		return (*asking.Walk).Back
	case jumpKey:
		return jumpToReview
	}
	return nil
}

// newInstructionsPage shows what holds for every question.
func newInstructionsPage(f *filling, _ style) page {
	w, r := f.walk, f.walk.Rubric()
	show := func(b *block) {
		b.text(b.head, say.beforeTheFirst())
		b.gap()
		for _, line := range r.Instructions {
			b.item("· ", b.plain, line)
			b.space()
		}
		b.gap()
		_, room := w.InRoom()
		b.reminds(say.howLong(w.Progress().Of, w.Minutes(), room))
		b.reminds(say.keptAtOnce())
	}
	return &readPage{heading: []string{r.Name, say.start()}, show: show}
}

// newPausePage says which section begins.
func newPausePage(f *filling, _ style) page {
	w, id := f.walk, f.here().Section
	name, words := asking.AboutSection(w.Rubric(), id)
	show := func(b *block) {
		b.text(b.quiet, placeOf(w, id))
		b.gap()
		b.text(b.head, name)
		b.text(b.plain, words)
		drawSection(b, w, id)
		b.gap()
		drawWe(b, w)
	}
	return &readPage{heading: []string{w.Rubric().Name, name}, show: show}
}

// placeOf says where one is among the sections, and how long it still takes.
func placeOf(w *asking.Walk, section string) string {
	at, of := placeIn(w, section)
	return say.place(at, of, minutes(w.Progress().Left))
}

func drawSection(b *block, w *asking.Walk, id string) {
	r := w.Rubric()
	switch id {
	case asking.AheadSection:
		return
	case asking.BenefitsSection:
		b.gap()
		for _, d := range r.Benefits() {
			b.labelled(d.Name+":", d.Definition)
		}
		return
	}
	b.gap()
	b.text(b.quiet, say.questions(w.StepsIn(id)))
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
func drawWe(b *block, w *asking.Walk) {
	b.text(b.quiet, say.weMeans())
	b.text(b.head, w.Association())
}
