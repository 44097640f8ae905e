package reports

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/olekukonko/tablewriter/tw"

	"collab/assess"
	"collab/reports/brand"
	"collab/reports/docx"
	"collab/reports/drawing"
)

// Document writes the report that its readers go on to edit, as a document of
// Word (.docx): in the styles of a template of the user's own, o.Template, or in
// plain ones. What becomes of a template is said at [docx.Document.Write], whose
// errors it gives.
func Document(w io.Writer, a *assess.Assessment, o Options) error {
	r := newReport(a, o)
	for _, part := range []func(){
		r.cover, r.minute, r.change, r.trend, r.profile, r.splits, r.roles, r.wishes, r.afterTalking, r.sides, r.spectrum, r.gains,
		r.readiness, r.steps, r.obstacles, r.unknown, r.examples, r.notes, r.answers, r.limits,
	} {
		part()
	}
	if r.fault != nil {
		return r.fault
	}
	return r.doc.Write(w, o.Template)
}

// A report is a document while it is made. Its parts are in document_parts.go
// and document_advice.go; what they say is the page's.
type report struct {
	page
	doc      docx.Document
	brand    brand.Brand
	palette  drawing.Palette
	pictures []drawnPicture
	leftOut  bool   // some pictures are
	overTime *table // the figures of the picture of a series; nil where there is none
	fault    error
}

// A drawnPicture is a picture with the id of its drawing.
type drawnPicture struct {
	id string
	docx.Picture
}

// strongMark stands before and behind what is bold. No text holds one: [Plain]
// takes control characters out.
const strongMark = prose("\x02")

func strongly(p prose) prose { return strongMark + p + strongMark }

func newReport(a *assess.Assessment, o Options) *report {
	palette := drawing.NewPalette(drawing.Light, o.Brand.AccentColor(), a.Rubric.K())
	r := &report{
		page:    page{story: plainStory(a), Seal: o.Seal, since: o.Since, strong: strongly},
		brand:   o.Brand,
		palette: palette,
		doc: docx.Document{
			Title: Plain(a.Association) + ": how it collaborates",
			Date:  a.Date.String(),
			Plain: docx.Plain{Accent: palette.Color(drawing.Accent).String()[1:], Footer: Plain(o.Brand.Footer)},
		},
	}
	if o.Template != nil {
		r.brand = brand.Brand{} // a template bears its own
	}
	for _, d := range Drawings(a, o, PageWidth) {
		r.take(d)
	}
	return r
}

// take keeps a picture for its part of the report. One with letters that the font of
// the pictures does not have is left out: the tables have them all.
func (r *report) take(d drawing.Drawing) {
	const scale = 2 // pixels for one of the drawing: 210 to the inch of a page
	if d.ID == "trend" {
		r.overTime = dataTable(d.Data, r.safe)
	}
	var png bytes.Buffer
	switch err := drawing.WritePNG(&png, d, r.palette, scale); {
	case errors.Is(err, drawing.ErrNoLetters):
		r.leftOut = true
	case err != nil:
		r.fault = errors.Join(r.fault, err)
	default:
		r.pictures = append(r.pictures, drawnPicture{d.ID, docx.Picture{
			Image: png.Bytes(), Kind: "png", Width: int(d.Width), Height: int(d.Height), Title: d.Title, Description: d.Description,
		}})
	}
}

// set is prose as a document has it.
func set(parts ...prose) docx.Text {
	var text docx.Text
	for i, part := range strings.Split(string(join(parts...)), string(strongMark)) {
		if part != "" {
			text = append(text, docx.Run{Text: part, Strong: i%2 == 1})
		}
	}
	return text
}

// section begins the part of the report with an id.
func (r *report) section(id string) { r.heading(1, r.say("%s", r.Section(id).Title)) }

func (r *report) heading(level int, text prose) { r.doc.Heading(level, set(text)) }

func (r *report) text(parts ...prose) { r.doc.Paragraph(set(parts...)) }

func (r *report) items(all []prose) {
	for _, p := range all {
		r.doc.Item(set(p))
	}
}

// told is a headed text as an item of a list.
func (h headed) told() prose {
	if h.Head == "" {
		return h.Text
	}
	return join(strongly(h.Head+"."), h.Text)
}

// table sets a table; the title is for those who don't see it.
func (r *report) table(title string, t *table) {
	if t == nil {
		return
	}
	of := docx.Table{Title: title}
	for _, c := range t.columns {
		of.Columns = append(of.Columns, docx.Column{Head: docx.Words(c.head), Figures: c.align == tw.AlignRight})
	}
	for _, row := range t.rows {
		cells := make([]docx.Text, len(row))
		for i, cell := range row {
			cells[i] = set(cell)
		}
		of.Rows = append(of.Rows, cells)
	}
	r.doc.Table(of)
}

// draw puts the picture with an id in, where there is one.
func (r *report) draw(id string) {
	for _, p := range r.pictures {
		if p.id == id {
			r.doc.Picture(p.Picture)
		}
	}
}
