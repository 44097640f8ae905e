package interview

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"collab/assess"
	"collab/rubric"
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
	script    *Script
	question  rubric.Question
	dimension rubric.Dimension
	answers   []assess.Answer // of the options
	pick      *pick
	help      help
	note      *notePad // nil while closed
	say       string   // to the last key
}

func newQuestionPage(s *Script, st style) page {
	r := s.Rubric()
	q := r.Questions()[r.Index(s.Here().ID)]
	d, _ := r.Dimension(q.Dimension)
	p := &questionPage{script: s, question: q, dimension: d}
	var options []option
	for i, anchor := range q.Anchors {
		options = append(options, option{key: strconv.Itoa(i + 1), text: anchor, signs: signs(q, d, i)})
		p.answers = append(p.answers, assess.Answer(i+1))
	}
	options = append(options, option{key: "d", text: r.DontKnow, aside: true}, option{key: "n", text: r.NotApply, aside: true})
	p.answers = append(p.answers, assess.DontKnow, assess.DoesNotApply)
	p.pick = newPick(st, q.Prompt, slices.Index(p.answers, s.AnswerTo(q.ID)), options)
	p.pick.Focus()
	return p
}

// signs are the further signs of the stage in place i: the question's own, or
// where it has none those of its dimension.
func signs(q rubric.Question, d rubric.Dimension, i int) []string {
	for _, from := range [][][]string{q.Signs, d.Signs} {
		if i < len(from) && len(from[i]) > 0 {
			return from[i]
		}
	}
	return nil
}

func (p *questionPage) press(k tea.KeyMsg) act {
	p.say = ""
	if p.note != nil {
		return p.pressNote(k)
	}
	if p.pick.press(k.String()) {
		p.script.Answer(p.question.ID, p.answers[p.pick.taken])
		return (*Script).Next
	}
	switch strings.ToLower(k.String()) {
	case "left", "b":
		return (*Script).Back
	case "right":
		return (*Script).Next
	case "e":
		p.toggle(evidence)
	case "?":
		p.toggle(why)
	case "esc":
		p.toggle(noHelp)
	case "m", "+":
		p.note = newNotePad(p.pick.style, p.script.NoteTo(p.question.ID))
	case "enter":
		p.say = "No answer is marked yet: press " + p.keys() + ", or move with the arrows first."
	}
	return nil
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
	if p.note != nil && p.note.text() != p.script.NoteTo(p.question.ID) {
		p.script.SetNote(p.question.ID, p.note.text())
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
	return fmt.Sprintf("1 to %d, d or n", len(p.question.Anchors))
}

func (p *questionPage) titles() []string {
	name, short := p.dimension.Name, p.dimension.Short
	switch p.question.Scope {
	case rubric.Within:
		return []string{name + " · within the association", short + " · within the association", short + " · within"}
	case rubric.Between:
		return []string{name + " · between associations", short + " · between associations", short + " · between"}
	}
	return []string{name, short}
}

func (p *questionPage) draw(b *block) {
	b.text(b.head, p.question.Prompt)
	if p.note != nil {
		p.note.draw(b)
		return
	}
	if about := p.script.given.JointWork.About; p.dimension.Kind == rubric.Spectrum && about != "" {
		b.text(b.plain, about)
	}
	if p.help == noHelp {
		b.reminds(p.reminder())
	}
	b.gap()
	p.pick.draw(b)
	if note := p.script.NoteTo(p.question.ID); note != "" {
		b.gap()
		b.lines = append(b.lines, b.quiet.Render(cut("Your note: "+note, b.width)))
	}
	p.drawHelp(b)
	if p.say != "" {
		b.gap()
		b.inView(func() { b.text(b.mark, p.say) })
	}
}

// reminder is what to have in mind at every question of the dimension.
func (p *questionPage) reminder() string {
	switch {
	case p.dimension.Instruction != "":
		return p.dimension.Instruction
	case p.dimension.Kind == rubric.Benefit:
		return p.dimension.Definition
	}
	return p.script.Rubric().Reminder
}

func (p *questionPage) drawHelp(b *block) {
	switch p.help {
	case evidence:
		if p.question.Evidence == "" {
			return
		}
		b.gap()
		b.labelled("Where to look:", p.question.Evidence)
	case why:
		b.gap()
		if p.question.Why != "" {
			b.labelled("Why it matters:", p.question.Why)
		}
		for _, t := range p.terms() {
			b.labelled(t.ID+":", t.Meaning)
		}
		if meaning := p.script.Rubric().Scopes[p.question.Scope]; meaning != "" {
			b.item("· ", b.quiet, meaning)
		}
		for _, line := range p.script.Rubric().Instructions {
			b.item("· ", b.quiet, line)
		}
	}
}

// terms are those that the question uses.
func (p *questionPage) terms() []rubric.Term {
	text := p.question.Prompt + " " + strings.Join(p.question.Anchors, " ")
	var used []rubric.Term
	for _, t := range p.script.Rubric().Terms {
		word, err := regexp.Compile(`(?i)\b` + regexp.QuoteMeta(t.ID) + `s?\b`)
		if err == nil && word.MatchString(text) {
			used = append(used, t)
		}
	}
	return used
}

func (p *questionPage) hints() []hint {
	if p.note != nil {
		return p.note.hints()
	}
	return []hint{
		{fmt.Sprintf("1-%d d n", len(p.question.Anchors)), "answer"}, {"←", "back"}, {"→", "skip"},
		{"e", "evidence"}, {"?", "why"}, {"m", "note"},
	}
}
