package interview

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/lipgloss"

	"collab/assess/asking"
)

// The text column is no wider than can be read with ease, and the frame no
// higher than its foot can be seen together with its head.
const (
	widest  = 96
	highest = 30
	margin  = 1 // columns on either side

	leastWidth  = 20 // below these nothing can be asked
	leastHeight = 8
)

// frame lays a page out: a line that says where one is, the body, and the keys.
func (m *screen) frame() string {
	if m.width < leastWidth || m.height < leastHeight {
		return cut(say.windowTooSmall(), m.width)
	}
	width, height := min(m.width-2*margin, widest), min(m.height, highest)
	foot := m.foot(width)
	if len(foot) > height/2 {
		foot = foot[:height/2]
	}
	room := max(height-2-len(foot), 1)
	lines := []string{m.header(width)}
	if height > 16 {
		lines, room = append(lines, ""), room-1
	}
	lines = append(lines, m.body(width, room)...)
	for len(lines) < height-len(foot) {
		lines = append(lines, "")
	}
	lines = append(lines, foot...)
	left := strings.Repeat(" ", max((m.width-width)/2, 0))
	for i, line := range lines {
		if line != "" {
			lines[i] = left + line
		}
	}
	return strings.Repeat("\n", max((m.height-height)/3, 0)) + strings.Join(lines, "\n")
}

// body is the page in as many lines as there is room for, as airy as fits. Where
// not even its text fits, it is cut out around what has to be in view.
func (m *screen) body(width, room int) []string {
	var b *block
	for air := spaced; air >= dense; air-- {
		b = &block{style: m.style, width: width, air: air}
		m.page.draw(b)
		m.drawAgain(b)
		m.drawFewer(b)
		if len(b.lines) <= room {
			m.scroll = 0
			return b.lines
		}
	}
	return m.window(b, room)
}

// drawAgain says once that answers of before are hidden.
func (m *screen) drawAgain(b *block) {
	if m.walk != nil && m.walk.Revises() && m.here().Kind.TakesAnswer() && m.walk.Progress().At == 1 {
		b.gap()
		b.text(b.quiet, say.answeringAgain())
	}
}

// drawFewer says that the answer just given took questions away: the count falls.
func (m *screen) drawFewer(b *block) {
	if m.walk != nil && m.walk.Fewer() > 0 && m.here().Kind != asking.Review {
		b.gap()
		b.text(b.quiet, say.fewer(m.walk.Fewer(), m.walk.Progress().Of))
	}
}

// window cuts room lines out of a block; its last says what is not shown.
func (m *screen) window(b *block, room int) []string {
	shown := max(room-1, 1)
	last := len(b.lines) - shown
	top := min(max(m.scroll, 0), last)
	if b.to > b.from && m.follow {
		top = min(top, b.from)
		top = max(top, min(b.to, len(b.lines))-shown)
	}
	m.scroll = top
	more := say.linesShown(top+1, top+shown, len(b.lines))
	return append(append([]string{}, b.lines[top:top+shown]...), m.style.mark.Render(cut(more, b.width)))
}

// header is the first line: where one is, a bar, how far one has come.
func (m *screen) header(width int) string {
	right, short := "", ""
	share := 0.0
	if m.here().Kind.TakesAnswer() {
		p := m.walk.Progress()
		short = say.at(p.At, p.Of)
		right = short + " · " + minutes(p.Left)
		share = float64(p.At-1) / float64(max(p.Of, 1))
	}
	titles := m.page.titles()
	for _, title := range titles {
		if spare := width - lipgloss.Width(Clean(title)) - lipgloss.Width(right) - 4; spare >= 6 || right == "" {
			return m.spread(title, bar(share, min(spare, 14), right != ""), right, width)
		}
	}
	for _, end := range []string{right, short} {
		for _, title := range titles {
			if lipgloss.Width(Clean(title))+2+lipgloss.Width(end) <= width {
				return m.spread(title, "", end, width)
			}
		}
	}
	return m.spread(titles[len(titles)-1], "", short, width)
}

// spread puts a title to the left, and the bar and the end to the right.
func (m *screen) spread(title, bar, end string, width int) string {
	if bar != "" {
		end = m.style.key.Render(bar) + "  " + m.style.quiet.Render(end)
	} else {
		end = m.style.quiet.Render(end)
	}
	title = cut(title, width-lipgloss.Width(end)-1)
	return padded(m.style.quiet.Render(title), width-lipgloss.Width(end)) + end
}

func bar(share float64, width int, wanted bool) string {
	if !wanted {
		return ""
	}
	full := int(share * float64(width)) // full only at the end
	return strings.Repeat("█", full) + strings.Repeat("░", width-full)
}

func minutes(d time.Duration) string {
	return say.minutesLeft(max(int(math.Ceil(d.Minutes())), 1))
}

// foot is what went wrong, if anything, and the keys.
func (m *screen) foot(width int) []string {
	var lines []string
	if m.failed != nil {
		b := &block{style: m.style, width: width}
		b.text(m.style.alarm, say.notSaved(m.failed))
		b.text(m.style.plain, m.remedy())
		lines = append(b.lines, "")
	}
	return append(lines, hints(m.style, m.hints(), width)...)
}

// hints are those of the page, without the way back where there is none; the
// start page knows that of its fields.
func (m *screen) hints() []hint {
	if m.walk == nil || m.onStart() || m.walk.CanGoBack() {
		return m.page.hints()
	}
	return slices.DeleteFunc(m.page.hints(), func(h hint) bool { return h.does == say.doesBack() })
}

// hints are the keys on one line, or at most two; what does not fit is left
// out from the end, but never how to stop.
func hints(st style, all []hint, width int) []string {
	long, short := hint{"ctrl+c", say.doesStopKept()}, hint{"ctrl+c", say.doesStop()}
	for _, stop := range []hint{long, short} {
		if lines := layHints(st, append(slices.Clone(all), stop), width); len(lines) == 1 {
			return lines
		}
	}
	for n := len(all); n > 0; n-- {
		if lines := layHints(st, append(slices.Clone(all[:n]), short), width); len(lines) <= 2 {
			return lines
		}
	}
	return layHints(st, []hint{short}, width)
}

func layHints(st style, all []hint, width int) []string {
	const between = " · "
	var lines []string
	line, used := "", 0
	for _, h := range all {
		need := lipgloss.Width(h.key) + 1 + lipgloss.Width(h.does)
		if used > 0 && used+len(between)-1+need > width {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+st.quiet.Render(between), used+3
		}
		line, used = line+st.key.Render(h.key)+" "+st.quiet.Render(h.does), used+need
	}
	return append(lines, line)
}
