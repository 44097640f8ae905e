package interview

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
)

// A formField is a line of text, or a pick.
type formField struct {
	title, help string
	input       *huh.Input
	text        *string
	pick        *pick
	needed      string       // what to say where it is left empty; optional if none
	check       func() error // of what is typed; nil: anything goes
	hidden      func() bool  // nil: never
}

func textField(st style, title, value string, most int) *formField {
	value = Clean(value)
	f := &formField{title: title, text: &value}
	f.input = huh.NewInput().Value(f.text).CharLimit(most).Prompt("› ")
	f.input.WithTheme(st.theme)
	return f
}

func pickField(p *pick) *formField { return &formField{title: p.title, pick: p} }

func (f *formField) empty() bool {
	if f.pick != nil {
		return f.pick.taken < 0
	}
	return Clean(*f.text) == ""
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
	heading []string // from long to short
	intro   func(*block)
	fields  []*formField
	at      int
	say     string
	record  func() // what the fields hold
	eager   bool   // records after every field, not only at the end
	first   bool   // of the interview: no page is before it
}

// opened puts the focus on the first field that is empty, or on the first.
func (p *formPage) opened() *formPage {
	p.at = slices.IndexFunc(p.fields, func(f *formField) bool { return f.empty() && p.shows(f) })
	if p.at < 0 {
		p.at = slices.IndexFunc(p.fields, p.shows)
	}
	p.fields[p.at].focus(true)
	return p
}

func (p *formPage) shows(f *formField) bool { return f.hidden == nil || !f.hidden() }

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
	}
	return nil
}

// forward goes to the next field, and from the last one to the next step.
func (p *formPage) forward() act {
	if f := p.fields[p.at]; f.empty() && f.needed != "" {
		p.say = f.needed
		return nil
	}
	if f := p.fields[p.at]; f.check != nil {
		if err := f.check(); err != nil {
			p.say = say.notRecorded(err)
			return nil
		}
	}
	if p.move(+1) {
		if !p.eager {
			return nil
		}
		p.record()
		return stay
	}
	p.record()
	return (*Script).Next
}

// backward goes to the field before, and from the first one to the step
// before. Where there is none nothing is kept: the name may not be there yet.
func (p *formPage) backward() act {
	if p.move(-1) || p.first {
		return nil
	}
	p.commit()
	return (*Script).Back
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
	if p.eager {
		p.record()
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
	if p.say != "" {
		b.gap()
		b.inView(func() { b.text(b.mark, p.say) })
	}
}

func (p *formPage) drawOpen(b *block, f *formField) {
	b.text(b.head, f.title)
	b.reminds(f.help)
	if f.pick != nil {
		f.pick.draw(b)
		return
	}
	b.inView(func() {
		f.input.WithWidth(b.width)
		b.raw(strings.TrimRight(f.input.View(), " "))
	})
}

func (f *formField) drawClosed(b *block) {
	title := cutAtSentence(f.title, b.width)
	value := ""
	switch {
	case f.empty():
	case f.pick != nil:
		value = f.pick.options[f.pick.taken].text
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
	if pick := p.fields[p.at].pick; pick != nil {
		return []hint{{fmt.Sprintf("1-%d", len(pick.options)), say.doesChoose()}, {"tab", say.doesNext()}, {"←", say.doesBack()}}
	}
	if p.first && !slices.ContainsFunc(p.fields[:p.at], p.shows) {
		return []hint{{"enter", say.doesNext()}}
	}
	return []hint{{"enter", say.doesNext()}, {"shift+tab", say.doesBack()}}
}
