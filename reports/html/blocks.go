package html

import (
	"bytes"
	"fmt"
	"html/template"
	"math"

	"collab/reports/content"
	"collab/reports/figure"
)

// A writer writes blocks, each by the template of its name.
type writer struct {
	templates *template.Template
	b         bytes.Buffer
	err       error
}

// written are blocks as the page has them.
func written(t *template.Template, all []content.Block) (template.HTML, error) {
	w := &writer{templates: t}
	for _, b := range all {
		b.WriteTo(w)
	}
	return template.HTML(w.b.String()), w.err
}

func (w *writer) fill(name string, block any) {
	if w.err == nil {
		w.err = w.templates.ExecuteTemplate(&w.b, name+".html", block)
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

// Steps writes them.
func (w *writer) Steps(b content.Steps) { w.fill("steps", b) }

// Choices writes them.
func (w *writer) Choices(b content.Choices) { w.fill("choices", b) }

// Answers writes them.
func (w *writer) Answers(b content.Answers) { w.fill("answers", b) }

// Profile writes one.
func (w *writer) Profile(b content.Profile) { w.fill("profile", b) }

// Heat writes one.
func (w *writer) Heat(b content.Heat) { w.fill("heat", b) }

// Pips writes them.
func (w *writer) Pips(b content.Pips) { w.fill("pips", b) }

// Table writes one.
func (w *writer) Table(b content.Table) { w.fill("table", b) }

// Figure writes one.
func (w *writer) Figure(b content.Figure) {
	drawn := func(d figure.Drawing) template.HTML {
		var svg bytes.Buffer
		if err := figure.WriteSVG(&svg, d); err != nil && w.err == nil {
			w.err = err
		}
		return template.HTML(svg.String())
	}
	w.fill("figure", struct {
		Title       string
		Wide, Phone template.HTML
	}{b.Wide.Title, drawn(b.Wide), drawn(b.Phone)})
}

// Columns writes them.
func (w *writer) Columns(b content.Columns) { w.fill("columns", b) }

// A courseLine is a line over time on a field of 100 by 30.
type courseLine struct {
	Points string
	Last   figure.Point
}

// course is that of a row.
func course(r content.ProfileRow, stages int) courseLine {
	var line courseLine
	for _, p := range r.Line(stages, 6, 4, 94, 26) {
		line.Last = p
		line.Points += fmt.Sprintf("%.1f,%.1f ", p.X, p.Y)
	}
	return line
}

// around is an interval about zero on a field of 100 by 6, with room for the dot at
// either end.
func around(a *content.Around) content.Around {
	place := func(share float64) float64 { return math.Round(10*(50+47*share)) / 10 }
	return content.Around{Low: place(a.Low), At: place(a.At), High: place(a.High)}
}
