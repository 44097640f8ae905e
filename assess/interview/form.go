package interview

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"

	"collab/assess/asking"
)

// A formField asks an item by a line of text or a pick.
type formField struct {
	item  *asking.Item
	input *huh.Input
	text  *string
	pick  *pick // nil where text is typed
}

func newField(w *asking.Walk, st style, it *asking.Item) *formField {
	f := &formField{item: it}
	if it.Kind != asking.Text {
		f.pick = newPick(st, it.Name, w.Taken(it), it.Options)
		return f
	}
	value := Clean(w.Typed(it))
	f.text = &value
	f.input = huh.NewInput().Value(f.text).CharLimit(it.Most).Prompt("› ")
	f.input.WithTheme(st.theme)
	return f
}

// record records what the field holds, where it is new.
func (f *formField) record(w *asking.Walk) {
	switch {
	case f.pick == nil && Clean(*f.text) != w.Typed(f.item):
		w.Type(f.item, *f.text)
	case f.pick != nil && f.pick.taken >= 0 && f.pick.taken != w.Taken(f.item):
		w.Take(f.item, f.pick.taken)
	}
}

func (f *formField) empty() bool {
	if f.pick != nil {
		return f.pick.taken < 0
	}
	return Clean(*f.text) == ""
}

// wrong says why the field cannot be left as it is; empty where it can.
func (f *formField) wrong() string {
	if f.empty() {
		return f.item.Missing
	}
	if f.item.Check == nil {
		return ""
	}
	if err := f.item.Check(Clean(*f.text)); err != nil {
		return say.notRecorded(err)
	}
	return ""
}

func (f *formField) focus(on bool) {
	var field huh.Field = f.input
	if f.pick != nil {
		field = f.pick
	}
	if on {
		field.Focus()
		return
	}
	field.Blur()
}

// formPage asks a few things on one page, one after the other. The one that is
// being answered stands open, the others show what they hold in a line.
//
// huh's own form would move on by messages, and keys typed ahead of them would
// go astray; here a key has done its work before the next is looked at.
type formPage struct {
	*filling
	heading []string // from long to short
	intro   func(*block)
	fields  []*formField
	at      int
	say     string
}

// newFormPage asks the items of the step. Those of the start page are recorded together
// when it is left.
func newFormPage(f *filling, st style) page {
	p := &formPage{filling: f, heading: f.walk.Names(f.here()), intro: func(b *block) { drawIntro(b, f) }}
	if f.onStart() {
		p.heading = []string{f.walk.Rubric().Name, say.start()}
		p.intro = func(b *block) { drawWelcome(b, f) }
	}
	for _, it := range f.walk.All(f.here()) {
		p.fields = append(p.fields, newField(f.walk, st, it))
	}
	return p.opened()
}

// drawWelcome draws the first paragraph always, and the others where there is room.
func drawWelcome(b *block, f *filling) {
	words := f.welcomeWords()
	b.text(b.head, say.welcomeTitle())
	b.text(b.plain, words[0])
	if b.air >= reminding {
		b.gap()
	}
	b.reminds(strings.Join(append(slices.Clone(words[1:]), say.linesHint()), " "))
}

func drawIntro(b *block, f *filling) {
	if f.here().ID != asking.JointWorkStep {
		b.reminds(f.walk.Intro(f.here()))
		return
	}
	b.reminds(say.jointWorkIntro(noJointWork(f.walk.Rubric())))
	if f.options.Private {
		b.text(b.plain, say.forEverybody())
	}
}

// opened puts the focus on the first field that is empty, else on the first. Back on the
// start page it is on the last one, which was left last.
func (p *formPage) opened() *formPage {
	p.at = slices.IndexFunc(p.fields, func(f *formField) bool { return f.empty() && p.shows(f) })
	for i, f := range p.fields {
		if p.begun && p.onStart() && p.shows(f) {
			p.at = i
		}
	}
	if p.at < 0 {
		p.at = slices.IndexFunc(p.fields, p.shows)
	}
	p.fields[p.at].focus(true)
	return p
}

func (p *formPage) shows(f *formField) bool { return slices.Contains(p.walk.Items(p.here()), f.item) }

func (p *formPage) press(k tea.KeyMsg) act {
	p.say = ""
	f := p.fields[p.at]
	switch k.String() {
	case "tab":
		return p.forward()
	case "shift+tab":
		return p.backward()
	}
	if f.pick != nil {
		return p.pressPick(f, k.String())
	}
	switch k.String() {
	case "enter", "down":
		return p.forward()
	case "up":
		return p.backward()
	}
	f.input.Update(typed(k))
	return nil
}

func (p *formPage) pressPick(f *formField, k string) act {
	switch {
	case f.pick.press(k):
		return p.forward()
	case k == "left", k == "b":
		return p.backward()
	case k == "right":
		return p.forward()
	case k == "enter":
		p.say = say.pressOneShown()
	case strings.ToLower(k) == jumpKey && !p.onStart():
		p.commit()
		return jumpToReview
	}
	return nil
}

// forward goes to the next field, and from the last one to the next step.
func (p *formPage) forward() act {
	f := p.fields[p.at]
	if p.say = f.wrong(); p.say != "" {
		return nil
	}
	f.record(p.walk)
	switch {
	case !p.move(+1):
		if p.onStart() {
			p.walk.Begin()
		}
		return (*asking.Walk).Next
	case p.onStart():
		return nil
	}
	return stay
}

// backward goes to the field before, and from the first one to the step
// before. Of the start page nothing is kept so: the name may not be there yet.
func (p *formPage) backward() act {
	if p.move(-1) || p.onStart() {
		return nil
	}
	p.commit()
	return (*asking.Walk).Back
}

// move moves the focus over fields that are hidden; it tells whether there was
// one to move to.
func (p *formPage) move(by int) bool {
	for i := p.at + by; i >= 0 && i < len(p.fields); i += by {
		if p.shows(p.fields[i]) {
			p.fields[p.at].focus(false)
			p.at = i
			p.fields[i].focus(true)
			return true
		}
	}
	return false
}

// commit records what is typed when the page is left by another door.
func (p *formPage) commit() {
	if !p.onStart() {
		p.fields[p.at].record(p.walk)
	}
}

func (p *formPage) titles() []string { return p.heading }

func (p *formPage) draw(b *block) {
	b.air = min(b.air, reminding) // choices this short need no lines between them
	p.intro(b)
	for i, f := range p.fields {
		if !p.shows(f) {
			continue
		}
		b.gap()
		if i == p.at {
			p.drawOpen(b, f)
			continue
		}
		f.drawClosed(b)
	}
	b.reply(p.say)
}

func (p *formPage) drawOpen(b *block, f *formField) {
	b.text(b.head, f.item.Name)
	b.reminds(f.help())
	if f.pick != nil {
		f.pick.draw(b)
		return
	}
	b.inView(func() {
		f.input.WithWidth(b.width)
		b.raw(strings.TrimRight(f.input.View(), " "))
	})
}

// help is that of the item, and that it may be left empty.
func (f *formField) help() string {
	if f.item.ID == asking.CodeID {
		return f.item.Help + " " + say.mayBeEmpty()
	}
	return f.item.Help
}

func (f *formField) drawClosed(b *block) {
	title := cutAtSentence(f.item.Name, b.width)
	value := ""
	switch {
	case f.empty():
	case f.pick != nil:
		value = f.pick.options[f.pick.taken].Text()
	default:
		value = *f.text
	}
	room := b.width - lipgloss.Width(title) - 2
	if value != "" && room < lipgloss.Width(Clean(value)) {
		b.lines = append(b.lines, b.quiet.Render(title))
		b.lines = append(b.lines, "  "+b.head.Render(cut(value, b.width-2)))
		return
	}
	b.lines = append(b.lines, b.quiet.Render(title)+"  "+b.head.Render(cut(value, room)))
}

func (p *formPage) hints() []hint {
	back := hint{"←", say.doesBack()}
	first := p.onStart() && !slices.ContainsFunc(p.fields[:p.at], p.shows)
	var all []hint
	if pick := p.fields[p.at].pick; pick != nil {
		all = append(pick.hints(fmt.Sprintf("1-%d", len(pick.options))), hint{"tab", say.doesNext()})
	} else {
		all, back = []hint{{"enter", say.doesNext()}}, hint{"shift+tab", say.doesBack()}
	}
	if first {
		return all
	}
	return append(all, back)
}
