package interview

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"collab/assess/asking"
)

// The help that a question can show.
type help int

const (
	noHelp help = iota
	evidence
	why
)

// questionPage asks one question of the rubric.
type questionPage struct {
	walk     *asking.Walk
	item     *asking.Item
	pick     *pick
	help     help
	note     *notePad // nil while closed
	noteHelp string
	say      string // to the last key
}

func newQuestionPage(f *filling, st style) page {
	p := &questionPage{walk: f.walk, item: f.walk.Items(f.here())[0], noteHelp: f.noteHelp()}
	p.pick = newPick(st, p.item.Prompts[0], f.walk.Taken(p.item), p.item.Options)
	p.pick.Focus()
	return p
}

// noteHelp says what becomes of a note.
func (f *filling) noteHelp() string { return cmp.Or(f.options.NoteHelp, say.noteHelp()) }

func (p *questionPage) press(k tea.KeyMsg) act {
	p.say = ""
	if p.note != nil {
		return p.pressNote(k)
	}
	if p.pick.press(k.String()) {
		p.walk.Take(p.item, p.pick.taken)
		return (*asking.Walk).Next
	}
	switch strings.ToLower(k.String()) {
	case "left", "b":
		return (*asking.Walk).Back
	case "right":
		return (*asking.Walk).Next
	case "e":
		p.toggle(evidence)
	case "?":
		p.toggle(why)
	case "esc":
		p.toggle(noHelp)
	case "m", "+":
		p.note = newNotePad(p.pick.style, p.walk.NoteTo(p.item.ID), p.noteHelp)
	case jumpKey:
		return jumpToReview
	case "enter":
		p.say = say.nothingSelected(p.keys())
	default:
		if k.Type == tea.KeyRunes {
			p.say = say.notAnOption(cut(string(k.Runes), 10), p.keys())
		}
	}
	return nil
}

// showKeys lead nowhere and answer nothing.
const showKeys = "e?m+"

// leads tells whether a key answers or leads to another question.
func (p *questionPage) leads(pressed string) bool {
	return pressed == "b" || pressed == jumpKey || slices.Contains(marks(p.item.Options), pressed)
}

func (p *questionPage) pressNote(k tea.KeyMsg) act {
	if !p.note.press(k) {
		return nil
	}
	p.commit()
	p.note = nil
	return stay
}

// commit records a note that is being typed.
func (p *questionPage) commit() {
	if p.note != nil && p.note.text() != p.walk.NoteTo(p.item.ID) {
		p.walk.SetNote(p.item.ID, p.note.text())
	}
}

func (p *questionPage) toggle(h help) {
	if p.help == h {
		h = noHelp
	}
	p.help = h
	p.pick.signs = h == evidence
}

func (p *questionPage) keys() string {
	return say.keysOfQuestion(p.walk.Rubric().K())
}

func (p *questionPage) titles() []string { return p.walk.Names(p.walk.Here()) }

func (p *questionPage) draw(b *block) {
	b.text(b.head, p.item.Prompts[0])
	if p.note != nil {
		p.note.draw(b)
		return
	}
	drawReminder(b, p.walk, p.help)
	b.gap()
	p.pick.draw(b)
	if note := noteWords(p.walk, p.item.ID); note != "" {
		b.gap()
		b.lines = append(b.lines, b.quiet.Render(cut(note, b.width)))
	}
	drawHelp(b, p.walk, p.help)
	b.reply(p.say)
}

// drawReminder says what the joint work is, and what to have in mind.
func drawReminder(b *block, w *asking.Walk, h help) {
	if about := about(w); about != "" {
		b.text(b.plain, about)
	}
	if h == noHelp {
		b.reminds(w.Intro(w.Here()))
	}
}

// drawHelp adds the help to the question where the walk stands.
func drawHelp(b *block, w *asking.Walk, h help) {
	if h == noHelp {
		return
	}
	question, _ := question(w)
	switch h {
	case evidence:
		if question.Evidence == "" {
			return
		}
		b.gap()
		b.labelled(say.whereToLook(), question.Evidence)
	case why:
		b.gap()
		for _, h := range whyOf(w) {
			if h.label == "" {
				b.item("· ", b.quiet, h.text)
				continue
			}
			b.labelled(h.label, h.text)
		}
	}
}

// A whyLine is one thing to know of a question; the label may be empty.
type whyLine struct{ label, text string }

// whyOf says why the question where a walk stands matters, and what its words mean.
func whyOf(w *asking.Walk) []whyLine {
	r := w.Rubric()
	q, _ := question(w)
	lines := []whyLine{{say.whyItMatters(), q.Why}}
	for _, t := range r.TermsIn(q) {
		lines = append(lines, whyLine{capital(t.ID) + ":", t.Meaning})
	}
	lines = append(lines, whyLine{say.scope(q.Scope), r.Scopes[q.Scope]})
	for _, text := range r.Instructions {
		lines = append(lines, whyLine{"", text})
	}
	return slices.DeleteFunc(lines, func(l whyLine) bool { return l.text == "" })
}

func (p *questionPage) hints() []hint {
	if p.note != nil {
		return p.note.hints()
	}
	all := []hint{
		{fmt.Sprintf("1-%d d n", p.walk.Rubric().K()), say.doesAnswer()}, {"←", say.doesBack()}, {"→", say.doesSkip()},
		{"e", say.doesExamples()}, {"?", say.doesWhy()}, {"m", say.doesNote()},
	}
	if p.help != noHelp { // which needs the line
		return all
	}
	return append(all, jumpHint())
}
