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
	"slices"
	"strings"

	"collab/internal/strict"
	"collab/reports/brand"
	"collab/reports/content"
	"collab/reports/docx"
	"collab/reports/figure"
)

// Write writes a report; template is the file of a template, or nil. A template has a
// head and a foot of its own.
func Write(w io.Writer, r content.Report, template []byte) error {
	palette := figure.NewPalette(figure.Light, r.Brand.AccentColor(), figure.MostStages)
	doc := docx.Document{Title: r.Title.Plain(), Language: r.Language, Date: r.Date}
	if template == nil {
		doc.Plain = docx.Plain{Accent: hex(palette, figure.Accent), Footer: r.Brand.Footer, Running: text(r.Running), Name: r.Brand.Name, Logo: logo(r.Brand)}
	}
	d := &writer{palette: palette, Flow: &doc.Flow}
	for i, s := range r.Sections {
		d.section(r, s, i, template != nil)
	}
	if d.err != nil {
		return d.err
	}
	return doc.Write(w, template)
}

// logo is that of a brand, nil where it has none.
func logo(b brand.Brand) *docx.Picture {
	if b.Logo == nil {
		return nil
	}
	return &docx.Picture{Image: b.Logo.Bytes, Kind: strings.TrimPrefix(b.Logo.MediaType, "image/"), Width: b.Logo.Width, Height: b.Logo.Height, Title: b.Name, Description: b.Name}
}

// A writer adds blocks to a document.
type writer struct {
	*docx.Flow
	palette figure.Palette
	err     error
}

// section adds one. The board page stands on a page of its own; screens do not, as a
// document is read on paper.
func (w *writer) section(r content.Report, s content.Section, i int, running bool) {
	switch {
	case i == 0:
		w.SetTitle(text(s.Heading))
		if running {
			w.Subtitle(text(r.Running))
		}
	case s.Sheet == content.Fresh || s.Sheet == content.Board || r.Sections[i-1].Sheet == content.Board:
		w.NewPage()
		fallthrough
	default:
		w.Heading(1, text(s.Heading))
	}
	w.blocks(s.Blocks)
}

func (w *writer) blocks(all []content.Block) {
	for _, b := range all {
		b.WriteTo(w)
	}
}

// Paragraph adds one.
func (w *writer) Paragraph(b content.Paragraph) {
	switch b.Tone {
	case content.Deck:
		w.Flow.Deck(text(b.Text))
	case content.Note:
		w.Flow.Note(text(b.Text))
	case content.Foot:
		w.Flow.Foot(text(b.Text))
	default:
		w.Flow.Paragraph(text(b.Text))
	}
}

// List adds its items.
func (w *writer) List(b content.List) {
	for _, t := range b.Items {
		w.Item(text(t))
	}
}

// Steps adds them, with lines to fill in.
func (w *writer) Steps(b content.Steps) {
	marks := map[content.State]string{content.Done: "✓ ", content.NotYet: "○ ", content.Dropped: "– "}
	for i, s := range b.Items {
		do := text(s.Do)
		if s.State == content.Open {
			do = strong(do)
		}
		step := joined(append(docx.Words(marks[s.State]), do...), text(s.Why))
		for _, n := range slices.Concat(s.Notes, []content.Text{s.Taken}) {
			step = joined(step, soft(text(n)))
		}
		w.Step(step, i == 0)
		if len(s.Taken) == 0 && len(b.Who) > 0 {
			w.Blanks(soft(text(b.Who)), soft(text(b.By)))
		}
	}
}

// Choices adds them, each with its count before it.
func (w *writer) Choices(b content.Choices) {
	w.Lead(strong(text(b.Question)))
	for _, c := range b.Rows {
		w.Counted(c.Count, joined(soft(text(c.Prefix)), text(c.Words)))
	}
}

// Answers adds a table where there are heads, else items.
func (w *writer) Answers(b content.Answers) {
	if len(b.Chosen) > 0 {
		w.answerTable(b)
		return
	}
	for _, g := range b.Groups {
		for _, a := range g.Items {
			w.Lead(strong(text(a.Question)))
			w.Item(joined(text(a.Chosen), soft(text(a.Note))))
		}
	}
}

func (w *writer) answerTable(b content.Answers) {
	t := docx.Table{Title: b.Chosen.Plain(), Columns: columns(b.Question, b.Chosen, b.Stage)}
	for _, g := range b.Groups {
		if head := joined(strong(text(g.Heading)), soft(text(g.Aside))); len(head) > 0 {
			t.Rows = append(t.Rows, docx.Row{Cells: []docx.Cell{{Text: head, Over: len(t.Columns)}}, Keep: true})
		}
		for _, a := range g.Items {
			t.Rows = append(t.Rows, docx.Texts(text(a.Question), joined(text(a.Chosen), soft(text(a.Note))), w.stages(a)))
		}
	}
	w.Flow.Table(t)
}

// stages are a mark for each, then what they say.
func (w *writer) stages(a content.Answer) docx.Text {
	return joined(docx.Text{{Text: drawn(a.Marks()), Marks: true, Ink: hex(w.palette, figure.Accent)}}, text(a.Alt))
}

// Pips adds the marks, then what they say.
func (w *writer) Pips(b content.Pips) {
	w.Flow.Paragraph(joined(docx.Text{{Text: drawn(b.Marks), Marks: true}}, text(b.Told)))
}

// drawn are marks in letters that the font of documents has in one size.
func drawn(marks []content.Mark) string {
	return strings.ReplaceAll(content.Drawn(marks), "◌", "⬚")
}

// Table adds one.
func (w *writer) Table(b content.Table) {
	t := docx.Table{Title: b.Caption.Plain(), Caption: text(b.Caption)}
	for _, h := range b.Heads {
		t.Columns = append(t.Columns, docx.Column{Head: text(h.Text), Figures: h.Figures})
	}
	for _, r := range b.Rows {
		row := texts(r.Cells)
		if r.Strong {
			row[0] = strong(row[0])
		}
		t.Rows = append(t.Rows, docx.Texts(row...))
	}
	w.Flow.Table(t)
}

// Figure adds the picture; one with letters that its font does not have is a table.
func (w *writer) Figure(b content.Figure) {
	const scale = 2 // pixels for one of the drawing: 210 to the inch of a page
	d := b.Wide
	png, err := w.painted(d, scale)
	switch {
	case errors.Is(err, figure.ErrNoLetters):
		w.Table(b.Table())
	case err != nil:
		w.err = errors.Join(w.err, err)
	default:
		w.Lead(strong(docx.Words(d.Title)))
		w.Picture(png)
	}
}

// painted is a drawing as a picture.
func (w *writer) painted(d figure.Drawing, scale float64) (docx.Picture, error) {
	var png bytes.Buffer
	err := figure.WritePNG(&png, d, w.palette, scale)
	return docx.Picture{Image: png.Bytes(), Kind: "png", Width: int(d.Width), Height: int(d.Height), Title: d.Title, Description: d.Description}, err
}

// Columns adds them beside each other, each box under a heading.
func (w *writer) Columns(b content.Columns) {
	var all []docx.Flow
	whole := w.Flow
	for _, column := range b.Of {
		w.Flow = new(docx.Flow)
		for _, box := range column {
			w.Heading(2, text(box.Heading))
			w.blocks(box.Blocks)
		}
		all = append(all, *w.Flow)
	}
	w.Flow = whole
	w.Flow.Columns(all...)
}

func hex(p figure.Palette, ink figure.Ink) string { return p.Color(ink).String()[1:] }

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
	if a.Plain() == "" || b.Plain() == "" {
		return append(a, b...)
	}
	return append(append(a, docx.Run{Text: " "}), b...)
}
