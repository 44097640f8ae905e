package interview

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"collab/assess/asking"
)

// gridPage asks the same kind of thing several times on one page: a row each,
// and below them what the row under the cursor can be. A row may be left empty.
type gridPage struct {
	walk *asking.Walk
	rows []*asking.Item
	at   int
	full bool // by the last key
}

// newGridPage begins at the first row that is open.
func newGridPage(f *filling, _ style) page {
	p := &gridPage{walk: f.walk, rows: f.walk.Items(f.here())}
	p.at = max(slices.IndexFunc(p.rows, func(it *asking.Item) bool { return !p.walk.Has(it) }), 0)
	return p
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
		return (*asking.Walk).Next
	case "left", "b":
		return (*asking.Walk).Back
	case "x", "backspace", "delete":
		return p.take(-1)
	case jumpKey:
		return jumpToReview
	}
	for i, o := range p.rows[p.at].Options {
		if o.Mark == pressed {
			a := p.take(i)
			p.at = min(p.at+1, len(p.rows)-1)
			return a
		}
	}
	return nil
}

func (p *gridPage) take(i int) act {
	if it := p.rows[p.at]; p.walk.Taken(it) != i {
		p.walk.Take(it, i)
		p.full = !slices.ContainsFunc(p.rows, func(it *asking.Item) bool { return !p.walk.Has(it) })
	}
	return stay
}

func (p *gridPage) titles() []string { return p.walk.Names(p.walk.Here()) }

func (p *gridPage) draw(b *block) {
	if b.air >= reminding || p.at == 0 {
		b.text(b.plain, p.walk.Intro(p.walk.Here()))
	}
	b.gap()
	wide := p.labelWidth(b.width)
	for i := range p.rows {
		b.keep(i == p.at, func() { p.drawRow(b, i, wide) })
	}
	b.gap()
	row := p.rows[p.at]
	b.text(b.head, row.Ask())
	for i, o := range row.Options {
		text := b.plain
		if i == p.walk.Taken(row) {
			text = b.head
		}
		b.hang("    "+b.key.Render(o.Mark)+"  ", "    "+o.Mark+"  ", text, o.Text())
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
		wide = max(wide, lipgloss.Width(Clean(r.Name)))
		for _, o := range r.Options {
			longest = max(longest, lipgloss.Width(Clean(o.Text())))
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
	taken := p.walk.Taken(row)
	if taken >= 0 {
		key = row.Options[taken].Mark
	}
	lead := b.mark.Render(point) + "[" + b.mark.Render(key) + "] "
	if wide == 0 {
		b.hang(lead, "  [ ] ", label, row.Name)
		return
	}
	line := lead + label.Render(padded(cut(row.Name, wide), wide)) + "  "
	if taken >= 0 {
		line += b.quiet.Render(cut(row.Options[taken].Text(), b.width-lipgloss.Width(line)))
	}
	b.lines = append(b.lines, line)
}

func (p *gridPage) hints() []hint {
	keys := strings.Join(marks(p.rows[p.at].Options), " ")
	return []hint{{keys, say.doesAnswer()}, {"enter", say.doesContinue()}, {"↑ ↓", say.doesRow()}, {"x", say.doesClear()}, {"←", say.doesBack()}, jumpHint()}
}
