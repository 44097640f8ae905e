package interview

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"collab/assess/asking"
)

// A held part is what a response says on one section.
type held struct {
	section string
	answers []heldAnswer
}

// A heldAnswer is what was asked, in a few words, and what was answered.
type heldAnswer struct{ asked, answered string }

// holds is everything that a draft says, by section, in the order in which it is
// asked. Like all of the interview it names no stage: it shows the anchors.
func (d Draft) holds() []held {
	w := d.walk(asking.Asks{})
	var all []held
	for _, t := range w.Steps() {
		for _, it := range w.Items(t) {
			said := w.Said(it)
			if note := w.NoteTo(it.ID); note != "" {
				said = strings.TrimSpace(said + " " + say.yourNote(note))
			}
			if said != "" && t.Kind != asking.StartPage {
				all = addHeld(all, w.PartName(t), heldAnswer{it.Name, said})
			}
		}
		for _, row := range handRows(w, t) {
			if counts := w.Counted(row.Row); counts != nil {
				all = addHeld(all, w.PartName(t), heldAnswer{row.Name, row.words(counts)})
			}
		}
	}
	return all
}

// addHeld adds an answer to the last section, or to a new one.
func addHeld(all []held, section string, a heldAnswer) []held {
	if last := len(all) - 1; last >= 0 && all[last].section == section {
		all[last].answers = append(all[last].answers, a)
		return all
	}
	return append(all, held{section, []heldAnswer{a}})
}

// lookPage shows what a draft holds.
type lookPage struct {
	draft  Draft
	parts  []held
	goOn   func()
	goBack func()
}

func (p *lookPage) press(k tea.KeyMsg) act {
	switch strings.ToLower(k.String()) {
	case "enter":
		p.goOn()
	case "left", "b", "esc":
		p.goBack()
	}
	return nil
}

func (p *lookPage) titles() []string { return []string{say.aLook()} }

func (p *lookPage) draw(b *block) {
	b.text(b.head, p.draft.Label)
	if len(p.parts) == 0 {
		b.text(b.plain, say.nothingHeld())
	}
	for _, part := range p.parts {
		b.lines = append(b.lines, "") // one scrolls here: the parts stay apart
		b.text(b.head, part.section)
		for _, a := range part.answers {
			b.labelled(a.asked+":", a.answered)
		}
	}
}

func (p *lookPage) hints() []hint {
	return []hint{{say.keysOfPages(), say.doesRead()}, {"enter", say.doesGoOnWith()}, {"←", say.doesBack()}}
}
