package interview

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
)

// A gridRow asks for one of several options; it may be left empty.
type gridRow struct {
	label   string // of the row
	prompt  string // shown while the cursor is on it; may be empty
	options []option
	taken   int       // -1 for none
	take    func(int) // records it
}

// gridPage asks the same kind of thing several times on one page: a row each,
// and below them what the row under the cursor can be.
type gridPage struct {
	heading []string
	intro   string
	rows    []gridRow
	at      int
	full    bool // by the last key
}

func (p *gridPage) press(k tea.KeyMsg) act {
	pressed := strings.ToLower(k.String())
	p.full = false
	switch pressed {
	case "up", "shift+tab":
		p.at = max(p.at-1, 0)
		return nil
	case "down", "tab":
		p.at = min(p.at+1, len(p.rows)-1)
		return nil
	case "enter", "right":
		return (*Script).Next
	case "left", "b":
		return (*Script).Back
	case "x", "backspace", "delete":
		return p.take(-1)
	}
	for i, o := range p.rows[p.at].options {
		if o.key == pressed {
			a := p.take(i)
			p.at = min(p.at+1, len(p.rows)-1)
			return a
		}
	}
	return nil
}

func (p *gridPage) take(i int) act {
	row := &p.rows[p.at]
	if row.taken == i {
		return stay
	}
	row.taken = i
	row.take(i)
	p.full = !slices.ContainsFunc(p.rows, func(r gridRow) bool { return r.taken < 0 })
	return stay
}

func (p *gridPage) titles() []string { return p.heading }

func (p *gridPage) draw(b *block) {
	if b.air >= reminding || p.at == 0 {
		b.text(b.plain, p.intro)
	}
	b.gap()
	wide := p.labelWidth(b.width)
	for i := range p.rows {
		draw := func() { p.drawRow(b, i, wide) }
		if i == p.at {
			b.inView(draw)
			continue
		}
		draw()
	}
	b.gap()
	row := p.rows[p.at]
	if row.prompt != "" {
		b.text(b.head, row.prompt)
	}
	for i, o := range row.options {
		text := b.plain
		if i == row.taken {
			text = b.head
		}
		b.hang("    "+b.key.Render(o.key)+"  ", "    "+o.key+"  ", text, o.text)
	}
	if p.full {
		b.gap()
		b.text(b.mark, say.allAnswered())
	}
	b.to = len(b.lines)
}

// labelWidth is the width of the widest label, or 0 where there is no room
// beside it for what was taken: a short option whole, a long one's beginning.
func (p *gridPage) labelWidth(width int) int {
	const around, beginning = 8, 30
	wide, longest := 0, 0
	for _, r := range p.rows {
		wide = max(wide, lipgloss.Width(Clean(r.label)))
		for _, o := range r.options {
			longest = max(longest, lipgloss.Width(Clean(o.text)))
		}
	}
	if width-around-wide < min(longest, beginning) {
		return 0
	}
	return wide
}

func (p *gridPage) drawRow(b *block, i, wide int) {
	row, point, key, label := p.rows[i], "  ", " ", b.plain
	if i == p.at {
		point, label = "› ", b.head
	}
	if row.taken >= 0 {
		key = row.options[row.taken].key
	}
	lead := b.mark.Render(point) + "[" + b.mark.Render(key) + "] "
	if wide == 0 {
		b.hang(lead, "  [ ] ", label, row.label)
		return
	}
	line := lead + label.Render(padded(cut(row.label, wide), wide)) + "  "
	if row.taken >= 0 {
		line += b.quiet.Render(cut(row.options[row.taken].text, b.width-lipgloss.Width(line)))
	}
	b.lines = append(b.lines, line)
}

func (p *gridPage) hints() []hint {
	var keys []string
	for _, o := range p.rows[p.at].options {
		keys = append(keys, o.key)
	}
	return []hint{{strings.Join(keys, " "), say.doesAnswer()}, {"enter", say.doesContinue()}, {"↑ ↓", say.doesRow()}, {"x", say.doesClear()}, {"←", say.doesBack()}}
}
