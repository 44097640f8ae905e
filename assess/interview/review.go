package interview

import (
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
)

// reviewPage shows what is answered and what is not, part by part. One can go
// to any part, or finish.
type reviewPage struct {
	script *Script
	parts  []Part
	at     int // len(parts) is the row that finishes
}

func newReviewPage(s *Script, _ style) page {
	p := &reviewPage{script: s, parts: s.Overview()}
	for i, part := range p.parts {
		if s.Open(part.To) {
			p.at = i
			return p
		}
	}
	p.at = len(p.parts)
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
		return func(s *Script, now time.Time) { s.Jump(to, now) }
	case "left", "b":
		return (*Script).Back
	}
	return nil
}

func finish(s *Script, _ time.Time) { s.Finish() }

func (p *reviewPage) titles() []string { return []string{"Review"} }

func (p *reviewPage) draw(b *block) {
	open := 0
	for _, part := range p.parts {
		if p.script.Open(part.To) {
			open++
		}
	}
	b.text(b.head, reviewLine(open))
	b.gap()
	for i := range p.parts {
		p.drawRow(b, i, func() { p.drawPart(b, p.parts[i]) })
	}
	b.gap()
	p.drawRow(b, len(p.parts), func() { b.lines = append(b.lines, "Finish, and see what the answers say") })
}

func reviewLine(open int) string {
	switch open {
	case 0:
		return "Everything is answered."
	case 1:
		return "One part is not complete. You can leave it so: what is open is never guessed."
	}
	return fmt.Sprintf("%d parts are not complete. You can leave them so: what is open is never guessed.", open)
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

func (p *reviewPage) drawPart(b *block, part Part) {
	state, st := p.state(part), b.quiet
	if p.script.Open(part.To) {
		st = b.mark
	}
	room := b.width - 2
	wide := min(44, max(room-p.widestState()-2, room/2))
	name := padded(cut(part.Name, wide), wide)
	b.lines = append(b.lines, name+"  "+st.Render(cut(state, room-wide-2)))
}

func (p *reviewPage) widestState() int {
	wide := 0
	for _, part := range p.parts {
		wide = max(wide, lipgloss.Width(p.state(part)))
	}
	return wide
}

// state says in words how much of a part there is.
func (p *reviewPage) state(part Part) string {
	switch {
	case part.To.Kind == Priorities:
		return p.priorities()
	case part.To.Kind == Hurdles:
		return p.hurdles()
	}
	text := fmt.Sprintf("%d of %d", part.Done, part.Of)
	if open := part.Of - part.Done; open > 0 {
		text += fmt.Sprintf(" · %d open", open)
	}
	if part.DontKnow > 0 {
		text += fmt.Sprintf(" · %d not known", part.DontKnow)
	}
	return text
}

func (p *reviewPage) priorities() string {
	var short []string
	for _, id := range p.script.given.Priorities {
		d, _ := p.script.Rubric().Dimension(id)
		short = append(short, d.Short)
	}
	if len(short) == 0 {
		return "none picked"
	}
	return strings.Join(short, ", ")
}

func (p *reviewPage) hurdles() string {
	given := p.script.given
	switch worst, ok := p.script.Rubric().Hurdle(given.Worst); {
	case len(given.Hurdles) == 0:
		return "none ticked"
	case ok:
		return fmt.Sprintf("%d ticked · worst: %s", len(given.Hurdles), worst.Name)
	}
	return fmt.Sprintf("%d ticked", len(given.Hurdles))
}

func (p *reviewPage) hints() []hint {
	return []hint{{"enter", "go there"}, {"↑ ↓", "row"}, {"f", "finish"}, {"←", "back"}}
}
