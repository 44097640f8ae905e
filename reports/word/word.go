// Package word writes a report as a document of Word to go on editing, in the styles of
// a template of the user's own or in plain ones. What becomes of a template is said at
// [docx.Document.Write]. The document holds no word that is not in the report.
//
// Start with [Write].
package word

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"collab/internal/strict"
	"collab/reports/content"
	"collab/reports/docx"
	"collab/reports/drawing"
)

// Write writes a report; template is the file of a template, or nil.
func Write(w io.Writer, r content.Report, template []byte) error {
	palette := drawing.NewPalette(drawing.Light, r.Brand.AccentColor(), drawing.MostStages)
	d := &writer{palette: palette, doc: docx.Document{
		Title: r.Title.Plain(), Date: r.Date,
		Plain: docx.Plain{Accent: palette.Color(drawing.Accent).String()[1:], Footer: r.Brand.Footer},
	}}
	for i, s := range r.Sections {
		if i == 0 {
			d.doc.SetTitle(text(s.Heading))
			d.doc.Subtitle(text(r.Running))
		} else {
			d.doc.Heading(1, text(s.Heading))
		}
		d.blocks(s.Blocks)
	}
	if d.err != nil {
		return d.err
	}
	return d.doc.Write(w, template)
}

// A writer adds blocks to a document.
type writer struct {
	doc     docx.Document
	palette drawing.Palette
	err     error
}

func (w *writer) blocks(all []content.Block) {
	for _, b := range all {
		b.WriteTo(w)
	}
}

// Paragraph adds one.
func (w *writer) Paragraph(b content.Paragraph) {
	if b.Tone == content.Foot || b.Tone == content.Note {
		w.doc.Paragraph(soft(text(b.Text)))
		return
	}
	w.doc.Paragraph(text(b.Text))
}

// List adds its items.
func (w *writer) List(b content.List) {
	for _, t := range b.Items {
		w.doc.Item(text(t))
	}
}

// Steps adds them, with lines to fill in.
func (w *writer) Steps(b content.Steps) {
	const blank = " ____________"
	marks := map[content.State]string{content.Done: "✓ ", content.NotYet: "○ "}
	for _, s := range b.Items {
		step := joined(append(docx.Words(marks[s.State]), strong(text(s.Do))...), text(s.Why))
		for _, n := range s.Notes {
			step = joined(step, soft(text(n)))
		}
		switch {
		case len(s.Taken) > 0:
			step = joined(step, soft(text(s.Taken)))
		case len(b.Who) > 0:
			step = joined(step, append(append(text(b.Who), docx.Words(blank+blank+" ")...), append(text(b.By), docx.Words(blank)...)...))
		}
		w.doc.Step(step)
	}
}

// Choices adds them as items.
func (w *writer) Choices(b content.Choices) {
	w.doc.Lead(strong(text(b.Question)))
	for _, c := range b.Rows {
		count := docx.Text{{Text: strconv.Itoa(c.Count), Strong: true}}
		w.doc.Item(joined(count, joined(soft(text(c.Prefix)), text(c.Words))))
	}
}

// Answers adds a table where there are heads, else items.
func (w *writer) Answers(b content.Answers) {
	for _, g := range b.Groups {
		if len(b.Chosen) > 0 {
			w.answerTable(b, g)
			continue
		}
		for _, a := range g.Items {
			w.doc.Lead(strong(text(a.Question)))
			w.doc.Item(joined(text(a.Chosen), soft(text(a.Note))))
		}
	}
}

func (w *writer) answerTable(b content.Answers, g content.AnswerGroup) {
	t := docx.Table{Title: g.Heading.Plain(), Columns: columns(b.Question, b.Chosen, b.Stage)}
	for _, a := range g.Items {
		t.Rows = append(t.Rows, []docx.Text{text(a.Question), joined(text(a.Chosen), soft(text(a.Note))), text(a.Alt)})
	}
	w.doc.Lead(joined(strong(text(g.Heading)), text(g.Aside)))
	w.doc.Table(t)
}

// Profile adds a table with a mark for every stage reached or wanted.
func (w *writer) Profile(b content.Profile) {
	head := append(append([]content.Text{b.Order}, b.Stages...), b.Figures...)
	t := docx.Table{Title: b.Caption.Plain(), Columns: columns(append(head, b.Flag)...)}
	for _, g := range b.Groups {
		for _, r := range g {
			row := []docx.Text{text(r.Name)}
			if r.Strong {
				row[0] = strong(row[0])
			}
			for _, c := range r.Cells {
				row = append(row, joined(docx.Words(fills[c.Fill]), text(c.Label)))
			}
			t.Rows = append(t.Rows, append(append(row, texts(r.Figures)...), text(r.Flag)))
		}
	}
	w.doc.Table(t)
}

var fills = map[content.Fill]string{content.Reached: "■", content.Wanted: "□", content.Unsure: "▨"}

// Heat adds a table of counts.
func (w *writer) Heat(b content.Heat) {
	t := docx.Table{Title: b.Caption.Plain(), Columns: columns(append(append([]content.Text{nil}, b.Heads...), b.Unknown, nil)...)}
	for _, g := range b.Groups {
		t.Rows = append(t.Rows, append([]docx.Text{strong(text(g.Heading))}, make([]docx.Text, len(b.Heads)+2)...))
		for _, r := range g.Rows {
			t.Rows = append(t.Rows, heatRow(r, len(b.Heads)))
		}
	}
	w.doc.Table(t)
}

func heatRow(r content.HeatRow, heads int) []docx.Text {
	row := make([]docx.Text, 1, heads+3)
	if row[0] = text(r.Name); r.Strong {
		row[0] = strong(row[0])
	}
	for i := range heads {
		switch {
		case len(r.Counts) > 0:
			row = append(row, count(r.Counts[i]))
		case i == 0:
			row = append(row, text(r.Instead))
		default:
			row = append(row, nil)
		}
	}
	return append(row, count(r.Unknown), text(r.Label))
}

// count leaves nobody out.
func count(n int) docx.Text {
	if n == 0 {
		return nil
	}
	return docx.Words(strconv.Itoa(n))
}

// Pips adds the marks, then what they say.
func (w *writer) Pips(b content.Pips) {
	var marks strings.Builder
	for _, m := range b.Marks {
		marks.WriteString(pips[m])
	}
	w.doc.Paragraph(joined(docx.Words(marks.String()), text(b.Told)))
}

var pips = map[content.Mark]string{content.Met: "■", content.Missing: "□", content.Unknown: "◌"}

// Table adds one.
func (w *writer) Table(b content.Table) {
	t := docx.Table{Title: b.Caption.Plain()}
	for _, h := range b.Heads {
		t.Columns = append(t.Columns, docx.Column{Head: text(h.Text), Figures: h.Figures})
	}
	for _, r := range b.Rows {
		row := texts(r.Cells)
		if r.Strong {
			row[0] = strong(row[0])
		}
		t.Rows = append(t.Rows, row)
	}
	w.doc.Lead(text(b.Caption))
	w.doc.Table(t)
}

// Figure adds the picture; one with letters that its font does not have is a table.
func (w *writer) Figure(b content.Figure) {
	const scale = 2 // pixels for one of the drawing: 210 to the inch of a page
	d := b.Wide
	var png bytes.Buffer
	switch err := drawing.WritePNG(&png, d, w.palette, scale); {
	case errors.Is(err, drawing.ErrNoLetters):
		w.dataTable(d)
	case err != nil:
		w.err = errors.Join(w.err, err)
	default:
		w.doc.Lead(strong(docx.Words(d.Title)))
		w.doc.Picture(docx.Picture{Image: png.Bytes(), Kind: "png", Width: int(d.Width), Height: int(d.Height), Title: d.Title, Description: d.Description})
	}
}

func (w *writer) dataTable(d drawing.Drawing) {
	t := docx.Table{Title: d.Title}
	for _, c := range d.Data.Columns {
		t.Columns = append(t.Columns, docx.Column{Head: docx.Words(c.Name), Figures: c.Figures})
	}
	for _, r := range d.Data.Rows {
		row := make([]docx.Text, len(r))
		for i, cell := range r {
			row[i] = docx.Words(cell)
		}
		t.Rows = append(t.Rows, row)
	}
	w.doc.Table(t)
}

// Columns adds them below each other, each box under a heading.
func (w *writer) Columns(b content.Columns) {
	for _, column := range b.Of {
		for _, box := range column {
			w.doc.Heading(2, text(box.Heading))
			w.blocks(box.Blocks)
		}
	}
}

func columns(heads ...content.Text) []docx.Column {
	out := make([]docx.Column, len(heads))
	for i, h := range heads {
		out[i].Head = text(h)
	}
	return out
}

func texts(all []content.Text) []docx.Text {
	out := make([]docx.Text, len(all))
	for i, t := range all {
		out[i] = text(t)
	}
	return out
}

func text(t content.Text) docx.Text {
	var out docx.Text
	for _, s := range t {
		plain := strings.Map(strict.PlainRune, strings.ToValidUTF8(s.Text, "\uFFFD"))
		out = append(out, docx.Run{Text: plain, Strong: s.Strong, Soft: s.Quiet})
	}
	return out
}

func strong(t docx.Text) docx.Text {
	for i := range t {
		t[i].Strong = true
	}
	return t
}

func soft(t docx.Text) docx.Text {
	for i := range t {
		t[i].Soft = true
	}
	return t
}

// joined sets texts one after the other.
func joined(a, b docx.Text) docx.Text {
	if len(a) == 0 || len(b) == 0 {
		return append(a, b...)
	}
	return append(append(a, docx.Run{Text: " "}), b...)
}
