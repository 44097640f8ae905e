package interview

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
)

// air is how much of a page may be left empty. A page is drawn with as much as
// fits into the window.
type air int

const (
	dense     air = iota // text only
	parted               // empty lines between its parts
	reminding            // and what one knows by now
	spaced               // and empty lines between the options
)

// A block is the body of a page, line by line, none wider than its width.
type block struct {
	style
	width int
	air   air
	lines []string
	// The lines of [from, to) stay in view where not all fit.
	from, to int
}

// text adds a paragraph.
func (b *block) text(st lipgloss.Style, text string) { b.hang("", "", st, text) }

// hang adds a paragraph whose first line begins with a prefix, and the others
// with as many spaces. The prefix is styled already; bare is it without style.
func (b *block) hang(prefix, bare string, st lipgloss.Style, text string) {
	indent := lipgloss.Width(bare)
	for i, line := range wrapped(text, b.width-indent) {
		if i > 0 {
			prefix = strings.Repeat(" ", indent)
		}
		b.lines = append(b.lines, prefix+st.Render(line))
	}
}

// item adds a paragraph behind a bullet.
func (b *block) item(bullet string, st lipgloss.Style, text string) {
	b.hang(st.Render(bullet), bullet, st, text)
}

// signs adds what one knows an option by, below it.
func (b *block) signs(indent string, signs []string) {
	for _, sign := range signs {
		b.hang(indent+b.quiet.Render("· "), indent+"· ", b.quiet, sign)
	}
}

// gap adds an empty line between parts.
func (b *block) gap() {
	if b.air >= parted {
		b.lines = append(b.lines, "")
	}
}

// space adds an empty line between things of a kind.
func (b *block) space() {
	if b.air >= spaced {
		b.lines = append(b.lines, "")
	}
}

// reminds adds a paragraph that one knows by now.
func (b *block) reminds(text string) {
	if b.air >= reminding && text != "" {
		b.text(b.quiet, text)
	}
}

// labelled adds a paragraph whose first words are its label.
func (b *block) labelled(label, text string) {
	first := len(b.lines)
	b.hang("", "", b.plain, label+" "+text)
	b.lines[first] = strings.Replace(b.lines[first], label, b.head.Render(label), 1)
}

// keep keeps what draw adds in view, where that is wanted.
func (b *block) keep(wanted bool, draw func()) {
	from := len(b.lines)
	if draw(); wanted {
		b.from, b.to = from, len(b.lines)
	}
}

// inView keeps what draw adds in view.
func (b *block) inView(draw func()) { b.keep(true, draw) }

// reply is what is said to the last key, in view; often nothing.
func (b *block) reply(text string) {
	if text != "" {
		b.gap()
		b.inView(func() { b.text(b.mark, text) })
	}
}

// raw adds lines that are styled and clean already.
func (b *block) raw(lines string) {
	for line := range strings.SplitSeq(lines, "\n") {
		b.lines = append(b.lines, ansi.Truncate(line, b.width, "…"))
	}
}
