package interview

import (
	"fmt"
	"slices"
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
	dimension *rubric.Dimension
	answers   []assess.Answer // of the options
	pick      *pick
	help      help
	note      *notePad // nil while closed
	say       string   // to the last key
}

func newQuestionPage(s *Script, st style) page {
	r := s.Rubric()
	q, d := s.question()
	options, answers := questionOptions(r, q)
	for i := range q.Anchors {
		options[i].signs = signs(q, d, i)
	}
	p := &questionPage{script: s, question: q, dimension: d, answers: answers}
	p.pick = newPick(st, q.Prompt, slices.Index(p.answers, s.AnswerTo(q.ID)), options)
	p.pick.Focus()
	return p
}

// questionOptions are the answers to a question, and what each is recorded as.
func questionOptions(r *rubric.Rubric, q rubric.Question) ([]option, []assess.Answer) {
	var answers []assess.Answer
	for i := range q.Anchors {
		answers = append(answers, assess.Answer(i+1))
	}
	options := append(numbered(q.Anchors),
		option{key: "d", text: r.DontKnow, aside: true}, option{key: "n", text: r.NotApply, aside: true})
	return options, append(answers, assess.DontKnow, assess.DoesNotApply)
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
		p.note = newNotePad(p.pick.style, p.script.NoteTo(p.question.ID), p.script.noteHelp)
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
	return pressed == "b" || slices.ContainsFunc(p.pick.options, func(o option) bool { return o.key == pressed })
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
	return say.keysOfQuestion(len(p.question.Anchors))
}

func (p *questionPage) titles() []string { return topics(p.question, p.dimension) }

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
		b.reminds(reminder(p.script.Rubric(), p.dimension))
	}
	b.gap()
	p.pick.draw(b)
	if note := p.script.noteWords(p.question.ID); note != "" {
		b.gap()
		b.lines = append(b.lines, b.quiet.Render(cut(note, b.width)))
	}
	drawHelp(b, p.script, p.help)
	if p.say != "" {
		b.gap()
		b.inView(func() { b.text(b.mark, p.say) })
	}
}

// drawHelp adds the help to the question where the script stands.
func drawHelp(b *block, s *Script, h help) {
	if h == noHelp {
		return
	}
	r := s.Rubric()
	question, _ := s.question()
	switch h {
	case evidence:
		if question.Evidence == "" {
			return
		}
		b.gap()
		b.labelled(say.whereToLook(), question.Evidence)
	case why:
		b.gap()
		if question.Why != "" {
			b.labelled(say.whyItMatters(), question.Why)
		}
		for _, t := range terms(r, question) {
			b.labelled(capital(t.ID)+":", t.Meaning)
		}
		if meaning := r.Scopes[question.Scope]; meaning != "" {
			b.labelled(say.scope(question.Scope), meaning)
		}
		for _, line := range r.Instructions {
			b.item("· ", b.quiet, line)
		}
	}
}

func (p *questionPage) hints() []hint {
	if p.note != nil {
		return p.note.hints()
	}
	return []hint{
		{fmt.Sprintf("1-%d d n", len(p.question.Anchors)), say.doesAnswer()}, {"←", say.doesBack()}, {"→", say.doesSkip()},
		{"e", say.doesExamples()}, {"?", say.doesWhy()}, {"m", say.doesNote()},
	}
}
