// Package projector writes a report for a room that looks at it together: each section
// one screen, in type that is read from the back, with a mark for every person who is
// counted. It writes what is inside a page; the frame, and what turns the screens, are
// those of whoever shows them (package room).
//
// It shows what [reports.Agenda] and [reports.BeforeAndAfter] hold: paragraphs, lists,
// choices and tables of counts. A room is shown nothing else, so nothing else is written.
package projector

import (
	"bytes"
	"embed"
	"html/template"
	"io"
	"strconv"
	"sync"

	"collab/reports/content"
	"collab/reports/html"
)

//go:embed slides.html slides.css
var files embed.FS

var templates = sync.OnceValues(func() (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{"text": html.Text, "marks": marksOf, "written": written, "count": countIn, "plus": func(a, b int) int { return a + b }}).ParseFS(files, "slides.html")
})

// Style is the looks of the screens.
func Style() []byte {
	css, err := files.ReadFile("slides.css")
	if err != nil {
		panic(err) // embedded
	}
	return css
}

// Write writes the sections of a report, a screen each.
func Write(w io.Writer, r content.Report) error {
	t, err := templates()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, "slides", r); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

// written are blocks as a screen has them.
func written(all []content.Block) (template.HTML, error) {
	w := &writer{}
	for _, b := range all {
		b.WriteTo(w)
	}
	return template.HTML(w.b.String()), w.err
}

// A writer writes blocks.
type writer struct {
	b   bytes.Buffer
	err error
}

func (w *writer) fill(name string, block any) {
	t, err := templates()
	if err == nil && w.err == nil {
		err = t.ExecuteTemplate(&w.b, name, block)
	}
	if w.err == nil {
		w.err = err
	}
}

// Paragraph writes one.
func (w *writer) Paragraph(b content.Paragraph) {
	if len(b.Text) > 0 {
		w.fill("paragraph", b)
	}
}

// List writes one.
func (w *writer) List(b content.List) { w.fill("list", b) }

// Choices writes them.
func (w *writer) Choices(b content.Choices) { w.fill("choices", b) }

// Table writes one, with marks for what it counts.
func (w *writer) Table(b content.Table) { w.fill("table", b) }

// A room is not shown the rest.

func (w *writer) Steps(content.Steps)     {}
func (w *writer) Answers(content.Answers) {}
func (w *writer) Profile(content.Profile) {}
func (w *writer) Heat(content.Heat)       {}
func (w *writer) Pips(content.Pips)       {}
func (w *writer) Figure(content.Figure)   {}
func (w *writer) Columns(content.Columns) {}

// A mark stands for one person. With more people marks are smaller, and with very many
// the number alone is shown.
type marks struct {
	Size string
	Each []struct{}
}

func marksOf(n int) marks {
	switch {
	case n > 60:
		return marks{}
	case n > 24:
		return marks{"tiny", make([]struct{}, n)}
	case n > 12:
		return marks{"small", make([]struct{}, n)}
	}
	return marks{"", make([]struct{}, n)}
}

// countIn is the count that a cell holds; -1 where it holds words.
func countIn(cell content.Text) int {
	n, err := strconv.Atoi(cell.Plain())
	if err != nil || n < 0 {
		return -1
	}
	return n
}
