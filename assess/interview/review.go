package interview

import (
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"collab/assess/asking"
)

// reviewPage shows what is answered and what is not, part by part. One can go
// to any part, or finish.
type reviewPage struct {
	*filling
	parts    []asking.Part
	unplaced string // what would have no position
	at       int    // len(parts) is the row that finishes
}

func newReviewPage(f *filling, _ style) page {
	p := &reviewPage{filling: f, parts: f.walk.Overview(), unplaced: f.unplacedWords()}
	p.at = slices.IndexFunc(p.parts, func(part asking.Part) bool { return part.Open })
	if p.at < 0 {
		p.at = len(p.parts)
	}
	return p
}

func (p *reviewPage) press(k tea.KeyMsg) act {
	switch strings.ToLower(k.String()) {
	case "up", "shift+tab":
		p.at = max(p.at-1, 0)
	case "down", "tab":
		p.at = min(p.at+1, len(p.parts))
	case "home":
		p.at = 0
	case "end":
		p.at = len(p.parts)
	case "f":
		return finish
	case "enter", "right":
		if p.at == len(p.parts) {
			return finish
		}
		to := p.parts[p.at].To
		return jumpTo(to)
	case "left", "b":
		return (*asking.Walk).Back
	}
	return nil
}

func finish(w *asking.Walk, _ time.Time) { w.Finish() }

func jumpTo(to asking.Step) act { return func(w *asking.Walk, now time.Time) { w.Jump(to, now) } }

func (p *reviewPage) titles() []string { return []string{say.review()} }

func (p *reviewPage) draw(b *block) {
	b.text(b.head, reviewLine(p.walk, p.parts))
	if p.unplaced != "" {
		b.text(b.mark, p.unplaced)
	}
	b.gap()
	for i := range p.parts {
		p.drawRow(b, i, func() { p.drawPart(b, p.parts[i]) })
	}
	b.gap()
	p.drawRow(b, len(p.parts), func() { b.lines = append(b.lines, say.finishRow(p.options.Private)) })
}

// drawRow draws a line, pointed at where the cursor is.
func (p *reviewPage) drawRow(b *block, i int, draw func()) {
	first := len(b.lines)
	draw()
	point := "  "
	if i == p.at {
		point = b.mark.Render("› ")
		b.from, b.to = first, len(b.lines)
	}
	for j := first; j < len(b.lines); j++ {
		b.lines[j] = point + b.lines[j]
		point = "  "
	}
}

func (p *reviewPage) drawPart(b *block, part asking.Part) {
	state, st := p.state(part), b.quiet
	if part.Open {
		st = b.mark
	}
	room := b.width - 2
	wide := min(44, max(room-p.widestState()-2, room/2))
	name := padded(cut(p.nameIn(part, wide), wide), wide)
	b.lines = append(b.lines, name+"  "+st.Render(cut(state, room-wide-2)))
}

// nameIn is what a part is called; all dimensions by their short names where
// not every name fits.
func (p *reviewPage) nameIn(part asking.Part, width int) string {
	tight := slices.ContainsFunc(p.parts, func(other asking.Part) bool { return lipgloss.Width(Clean(other.Name)) > width })
	if tight {
		return part.Short
	}
	return part.Name
}

func (p *reviewPage) widestState() int {
	wide := 0
	for _, part := range p.parts {
		wide = max(wide, lipgloss.Width(p.state(part)))
	}
	return wide
}

// state says in words how much of a part there is.
func (p *reviewPage) state(part asking.Part) string { return strings.Join(state(p.walk, part), " · ") }

func (p *reviewPage) hints() []hint {
	return []hint{{"enter", say.doesGoThere()}, {"↑ ↓", say.doesRow()}, {"f", say.doesFinish()}, {"←", say.doesBack()}}
}
