// Package lines writes a report as plain lines for those who listen: headings, and
// sentences below them, without a picture, a table or a mark. No word is added.
//
// Start with [Write].
package lines

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/internal/strict"
	"collab/reports/content"
)

// Write writes a report, set to a width; 0 leaves lines as long as they are.
func Write(w io.Writer, r content.Report, width int) error {
	p := &writer{width: width}
	p.line(r.Running)
	for _, s := range r.Sections {
		p.heading(s.Heading)
		p.blocks(s.Blocks)
	}
	_, err := w.Write(p.b.Bytes())
	return err
}

// A writer writes every block as lines.
type writer struct {
	b     bytes.Buffer
	width int
}

func (w *writer) blocks(all []content.Block) {
	for _, b := range all {
		b.WriteTo(w)
	}
}

// heading writes a line with an empty one before it.
func (w *writer) heading(t content.Text) {
	if len(t) > 0 {
		w.b.WriteByte('\n')
		w.line(t)
	}
}

// line writes texts as one line; empty ones write nothing.
func (w *writer) line(texts ...content.Text) {
	if t := plain(content.Join(texts...)); t != "" {
		for _, l := range wrapped(t, w.width) {
			w.b.WriteString(l + "\n")
		}
	}
}

func plain(t content.Text) string {
	return strings.Map(strict.PlainRune, strings.ToValidUTF8(t.Plain(), "\uFFFD"))
}

// wrapped breaks a line at its blanks, so that it takes no more columns of a terminal
// than there are.
func wrapped(text string, width int) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		last := len(lines) - 1
		if last >= 0 && (width <= 0 || ansi.StringWidth(lines[last])+1+ansi.StringWidth(word) <= width) {
			lines[last] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}

// Paragraph writes one; what a page explains about its looks is left out.
func (w *writer) Paragraph(b content.Paragraph) { w.line(b.Text) }

// List writes a line an item.
func (w *writer) List(b content.List) {
	for _, t := range b.Items {
		w.line(t)
	}
}

// Steps writes a line a step, with its number.
func (w *writer) Steps(b content.Steps) {
	for i, s := range b.Items {
		w.line(append([]content.Text{content.Words(strconv.Itoa(i+1) + "."), s.Do, s.Why, s.Taken}, s.Notes...)...)
	}
}

// Choices writes a line a choice.
func (w *writer) Choices(b content.Choices) {
	w.line(b.Question)
	for _, c := range b.Rows {
		if len(c.Told) > 0 {
			w.line(c.Told, c.Words)
			continue
		}
		w.line(content.Words(strconv.Itoa(c.Count)+":"), c.Prefix, c.Words)
	}
}

// Answers writes a line an answer.
func (w *writer) Answers(b content.Answers) {
	for _, g := range b.Groups {
		w.heading(content.Join(g.Heading, g.Aside))
		for _, a := range g.Items {
			w.line(a.Question, a.Chosen, a.Alt, a.Note)
		}
	}
}

// Profile writes a sentence a row.
func (w *writer) Profile(b content.Profile) {
	w.heading(b.Caption)
	for _, g := range b.Groups {
		for _, r := range g {
			w.line(r.Told)
		}
	}
}

// Heat writes a line a question.
func (w *writer) Heat(b content.Heat) {
	w.heading(b.Caption)
	for _, g := range b.Groups {
		w.heading(g.Heading)
		for _, r := range g.Rows {
			w.line(named(r.Name, heatCells(b, r)))
		}
	}
}

// heatCells are the counts that are not of nobody, each behind its head.
func heatCells(b content.Heat, r content.HeatRow) []content.Text {
	var cells []content.Text
	for i, n := range r.Counts {
		if n > 0 {
			cells = append(cells, counted(b.Heads[i], n))
		}
	}
	if len(r.Counts) == 0 {
		cells = append(cells, r.Instead)
	}
	if r.Unknown > 0 {
		cells = append(cells, counted(b.Unknown, r.Unknown))
	}
	return append(cells, r.Label)
}

func counted(head content.Text, n int) content.Text {
	return content.Join(head, content.Words(strconv.Itoa(n)))
}

// named is what stands in a row, behind its name.
func named(name content.Text, cells []content.Text) content.Text {
	var said []string
	for _, c := range cells {
		if len(c) > 0 {
			said = append(said, c.Plain())
		}
	}
	return content.Words(name.Plain() + ": " + strings.Join(said, ", ") + ".")
}

// Pips writes what the marks say.
func (w *writer) Pips(b content.Pips) { w.line(b.Told) }

// Table writes a line a row, each cell behind its head.
func (w *writer) Table(b content.Table) {
	w.heading(b.Caption)
	for _, r := range b.Rows {
		var cells []content.Text
		for i, c := range r.Cells[1:] {
			if len(c) > 0 {
				cells = append(cells, content.Join(b.Heads[i+1].Text, c))
			}
		}
		w.line(named(r.Cells[0], cells))
	}
}

// Figure writes what is to be seen.
func (w *writer) Figure(b content.Figure) {
	w.heading(content.Words(b.Wide.Title))
	w.line(content.Words(b.Wide.Description))
}

// Columns writes them below each other, each box under its heading.
func (w *writer) Columns(b content.Columns) {
	for _, column := range b.Of {
		for _, box := range column {
			w.heading(box.Heading)
			w.blocks(box.Blocks)
		}
	}
}
