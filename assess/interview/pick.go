package interview

import (
	"io"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"

	"collab/assess/asking"
)

// marks are the keys of options.
func marks(of []asking.Option) []string {
	var out []string
	for _, o := range of {
		out = append(out, o.Mark)
	}
	return out
}

// A pick takes one of several options. Its key takes an option at once; the
// arrows move a cursor, which Enter takes. Nothing is taken before that: there is no
// cursor at first, unless an option was taken earlier, which is marked.
//
// It is a huh field and stands in any huh form. The screen feeds it directly: a form
// moves on by a message of its own, and a key typed ahead of that message
// would change the answer to the question just left.
type pick struct {
	title   string
	options []asking.Option
	taken   int // -1 for none
	cursor  int // -1 for none
	signs   bool
	focused bool
	style   style
	width   int
}

var _ huh.Field = (*pick)(nil)

func newPick(st style, title string, taken int, options []asking.Option) *pick {
	return &pick{title: title, options: options, taken: taken, cursor: taken, style: st, width: 80}
}

// press takes a key and tells whether an option was taken by it.
func (p *pick) press(k string) bool {
	switch k {
	case "up":
		p.move(-1)
	case "down":
		p.move(+1)
	case "enter":
		if p.cursor < 0 {
			return false
		}
		p.taken = p.cursor
		return true
	}
	for i, o := range p.options {
		if o.Mark == strings.ToLower(k) {
			p.taken, p.cursor = i, i
			return true
		}
	}
	return false
}

// move moves the cursor; from nowhere, to the first or the last option.
func (p *pick) move(by int) {
	if p.cursor < 0 && by < 0 {
		p.cursor = len(p.options)
	}
	p.cursor = min(max(p.cursor+by, 0), len(p.options)-1)
}

// hints are the keys that take an option: Enter only where the cursor is on one.
func (p *pick) hints(keys string) []hint {
	if p.cursor < 0 {
		return []hint{{keys, say.doesChoose()}, {"↑ ↓", say.doesPoint()}}
	}
	return []hint{{keys + " enter", say.doesChoose()}, {"↑ ↓", say.doesPoint()}}
}

// draw adds the options to a block.
func (p *pick) draw(b *block) {
	for i, o := range p.options {
		if o.Aside {
			continue
		}
		if i > 0 {
			b.space()
		}
		p.drawOption(b, i)
		if p.signs {
			b.signs("       ", o.Signs)
		}
	}
	p.drawAsides(b)
}

func (p *pick) drawOption(b *block, i int) {
	o := p.options[i]
	text := b.plain
	if i == p.taken {
		text = b.head
	}
	b.keep(i == p.cursor, func() { b.hang(p.lead(b.style, i)+"  ", "    "+o.Mark+"  ", text, o.Text()) })
}

// lead is what stands before an option's text: cursor, mark and key.
func (p *pick) lead(st style, i int) string {
	point, mark := " ", " "
	if p.focused && i == p.cursor {
		point = "›"
	}
	if i == p.taken {
		mark = "●"
	}
	return st.mark.Render(point+mark) + "  " + st.key.Render(p.options[i].Mark)
}

// drawAsides puts the asides on one line, or where they do not fit on one each.
func (p *pick) drawAsides(b *block) {
	line := ""
	for i, o := range p.options {
		if !o.Aside {
			continue
		}
		if line == "" {
			b.gap()
		}
		text := b.quiet
		if i == p.taken {
			text = b.head
		}
		part := p.lead(b.style, i) + "  " + text.Render(cut(o.Text(), b.width-7))
		if line != "" && lipgloss.Width(line)+4+lipgloss.Width(part) > b.width {
			b.raw(line)
			line = ""
		}
		if line != "" {
			line += "    "
		}
		line += part
	}
	if line != "" {
		b.raw(line)
	}
}

// What follows makes a pick a field of huh.

func (p *pick) Init() tea.Cmd { return nil }

func (p *pick) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	k, ok := msg.(tea.KeyMsg)
	if !ok || k.Paste {
		return p, nil
	}
	if p.press(k.String()) {
		return p, huh.NextField
	}
	return p, nil
}

func (p *pick) View() string {
	b := &block{style: p.style, width: p.width, air: parted}
	b.text(b.head, p.title)
	p.draw(b)
	return strings.Join(b.lines, "\n")
}

func (p *pick) Focus() tea.Cmd { p.focused = true; return nil }
func (p *pick) Blur() tea.Cmd  { p.focused = false; return nil }

func (p *pick) Run() error { return huh.Run(p) }

// RunAccessible asks nothing: what is read aloud is the work of the lines face.
func (p *pick) RunAccessible(io.Writer, io.Reader) error { return nil }

func (p *pick) Error() error                             { return nil }
func (p *pick) Skip() bool                               { return false }
func (p *pick) Zoom() bool                               { return false }
func (p *pick) KeyBinds() []key.Binding                  { return nil }
func (p *pick) WithTheme(*huh.Theme) huh.Field           { return p }
func (p *pick) WithAccessible(bool) huh.Field            { return p }
func (p *pick) WithKeyMap(*huh.KeyMap) huh.Field         { return p }
func (p *pick) WithWidth(w int) huh.Field                { p.width = w; return p }
func (p *pick) WithHeight(int) huh.Field                 { return p }
func (p *pick) WithPosition(huh.FieldPosition) huh.Field { return p }
func (p *pick) GetKey() string                           { return p.title }
func (p *pick) GetValue() any                            { return p.taken }
