// Package screen writes a report for a terminal: what matters most of it, on as many
// rows as there are.
//
// A report is taken apart into parts, each with forms from the shortest to the fullest,
// and every form has a rank. [Write] goes through the ranks and takes whatever still
// has room, so that the same few rules set a window of 60 columns and 20 rows, one of
// 80 and 24, and one of 120 and 40. Where rows do not end nothing is left out.
//
// Like every writer it knows no finding and holds no word. Color only adds to what
// stands there in characters.
package screen

import (
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/reports/content"
)

// A Size is what a terminal offers.
type Size struct {
	Width int  // columns; 80 where it is 0
	Rows  int  // without end where it is 0
	Color bool // the sixteen colors of the terminal's own theme
}

const (
	usualWidth = 80
	leastWidth = 40
	widestText = 110 // the longest line that the eye follows back with ease
)

func (s Size) width() int {
	if s.Width == 0 {
		return usualWidth
	}
	return max(s.Width, leastWidth)
}

// columns leaves one empty at the left.
func (s Size) columns() int { return s.width() - 1 }

// textColumns are those of text that wraps.
func (s Size) textColumns() int { return min(s.columns(), widestText) }

// Write writes a report on one screen, one column from the left.
func Write(w io.Writer, r content.Report, s Size) error {
	b := &builder{Size: s}
	running := b.wrapped("", quieter(r.Running))
	if len(r.Sections) == 0 {
		b.add(part{forms: []form{{rankHeading, running}}})
	}
	for i, section := range r.Sections {
		b.heading(i, section)
		if i == 0 {
			running := besides(section.Heading, r.Running)
			b.add(part{forms: []form{{rankRunning, b.inParts(running)}, {rankFoot, b.wrapped("", quieter(running))}}})
		}
		b.later = i * rankEverySection
		b.blocks(section.Blocks)
	}
	var out strings.Builder
	for _, line := range fill(b.parts, s.Rows) {
		out.WriteString(strings.TrimRight(" "+line, " ") + "\n")
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// besides is a running text without its first part where the heading above begins with
// that part.
func besides(heading, running content.Text) content.Text {
	first, _, more := strings.Cut(running.Plain(), " · ")
	if !more || !strings.HasPrefix(heading.Plain(), first) {
		return running
	}
	return content.Words(strings.TrimPrefix(running.Plain(), first+" · "))
}

// inParts is as much of a text as fits a line: it ends where a part of it ends. Of whom it
// speaks goes before when that was.
func (b *builder) inParts(t content.Text) []string {
	first, rest, several := strings.Cut(t.Plain(), " · ")
	for cut := t.Plain(); ansi.StringWidth(cut) > b.textColumns(); t = content.Words(cut) {
		i := max(strings.LastIndex(cut, " · "), strings.LastIndex(cut, ", "))
		switch {
		case several && i <= len(first):
			return b.inParts(content.Words(rest))
		case i < 0:
			return b.wrapped("", quieter(t))
		}
		cut = cut[:i]
	}
	return b.wrappedTo(1<<20, "", quieter(t))
}
