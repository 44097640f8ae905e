package docx

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"
)

// Marker is the text of the paragraph of a template in whose place a document
// is put; blanks inside the braces and capitals do not matter. Without one it is
// put behind the template's own text, on a new page.
const Marker = "{{report}}"

// A place is where in a template's text a document goes.
type place struct {
	span         // what it replaces
	after []byte // kept behind it: the end of a section that stood in the marker
	// prefixed is true where the part declares the usual prefix.
	prefixed bool
	filled   bool // the template has text of its own before, and no marker
	width    int  // of the text there, in twentieths of a point
	drawings int  // the highest number of a drawing in the part
}

var (
	errTwoMarkers  = errors.New("holds " + Marker + " more than once; keep one")
	errMarkerWhere = errors.New("holds " + Marker + " in a table, a text box, a content control or beside other words or a picture; expected a paragraph of its own")
	errStrict      = errors.New("is a Strict Open XML document; save it as a Word document (.docx) and take that")
)

// findPlace reads the main part of a template.
func findPlace(part []byte) (place, error) {
	f := finder{part: part}
	if err := eachToken(part, f.see); err != nil {
		return place{}, damaged("the text", err)
	}
	if f.err != nil {
		return place{}, f.err
	}
	return f.place()
}

// A finder follows the tokens of a main part.
type finder struct {
	part    []byte
	path    []xml.Name // the elements that are open
	err     error
	words   paragraphReader
	start   int  // where the paragraph in the body that is open began
	drawn   bool // it holds a drawing
	section span // of the section that ends in it
	marker  *place
	filled  bool
	last    span // the last thing in the body that ends a section
	bodyEnd int

	prefixed bool
	drawings int
	widths   []sectionWidth
}

// A sectionWidth is the width of the text of the section that ends at an offset.
type sectionWidth struct{ end, page, left, right, gutter, columns int }

func (f *finder) see(t xml.Token, at span) {
	words := f.words.see(t)
	switch v := t.(type) {
	case xml.StartElement:
		f.open(v, at)
		f.path = append(f.path, v.Name)
	case xml.EndElement:
		f.path = f.path[:len(f.path)-1]
		f.close(v.Name.Local, words, at)
	case xml.CharData:
		f.filled = f.filled || f.within("t") && strings.TrimSpace(string(v)) != ""
	}
}

func (f *finder) within(name string) bool {
	return len(f.path) > 0 && f.path[len(f.path)-1].Local == name
}

// inBody is true of what stands in the body itself, in nothing else.
func (f *finder) inBody() bool { return len(f.path) == 2 && f.within("body") }

func (f *finder) open(e xml.StartElement, at span) {
	switch e.Name.Local {
	case "document":
		f.root(e)
	case "p":
		if f.inBody() {
			f.start, f.drawn, f.section = at.from, false, span{}
		}
	case "sectPr":
		if f.inBody() {
			f.last = at
		}
		f.section.from = at.from
		f.widths = append(f.widths, sectionWidth{end: at.from, columns: 1})
	case "pgSz", "pgMar", "cols":
		f.measure(e)
	case "docPr":
		n, _ := strconv.Atoi(attribute(e, "id"))
		f.drawings = max(f.drawings, n)
	case "drawing", "pict", "object":
		f.filled, f.drawn = true, true
	}
}

func (f *finder) root(e xml.StartElement) {
	if len(f.path) > 0 {
		return
	}
	if strings.HasPrefix(e.Name.Space, strictNamespaces) {
		f.err = errStrict
	} else if e.Name.Space != wordNamespace {
		f.err = errNotWord
	}
	for _, a := range e.Attr {
		if a.Name.Space == "xmlns" && a.Name.Local == "w" {
			f.prefixed = a.Value == wordNamespace
		}
	}
}

// measure reads the paper of a section.
func (f *finder) measure(e xml.StartElement) {
	if !f.within("sectPr") {
		return
	}
	number := func(name string) int {
		n, _ := strconv.Atoi(attribute(e, name))
		return n
	}
	w := &f.widths[len(f.widths)-1]
	switch e.Name.Local {
	case "pgSz":
		w.page = number("w")
	case "pgMar":
		w.left, w.right, w.gutter = number("left"), number("right"), number("gutter")
	case "cols":
		w.columns = max(number("num"), 1)
	}
}

func (f *finder) close(name, words string, at span) {
	switch {
	case name == "sectPr":
		f.section.to = at.to
	case name == "body" && len(f.path) == 1:
		f.bodyEnd = at.from
	case name == "p" && f.inBody():
		f.paragraph(strings.TrimSpace(words), at)
	case name == "p" && len(tagsIn(words)) > 0:
		f.err = errMarkerWhere
	}
}

// paragraph ends one of the body.
func (f *finder) paragraph(words string, at span) {
	switch tags := tagsIn(words); {
	case len(tags) == 0:
	case tags[0].written != words || f.drawn:
		f.err = errMarkerWhere
	case f.marker != nil:
		f.err = errTwoMarkers
	default:
		f.marker = &place{span: span{f.start, at.to}}
		if f.section.to > 0 {
			section := string(f.part[f.section.from:f.section.to])
			f.marker.after = []byte("<w:p><w:pPr>" + section + "</w:pPr></w:p>")
		}
	}
}

// place is what was found.
func (f *finder) place() (place, error) {
	if f.bodyEnd == 0 {
		return place{}, errNotWord
	}
	found := place{span: span{f.bodyEnd, f.bodyEnd}, filled: f.filled}
	if f.last.to > 0 {
		found.span = span{f.last.from, f.last.from}
	}
	if f.marker != nil {
		found = *f.marker
	}
	found.prefixed, found.drawings = f.prefixed, f.drawings
	found.width = f.width(found.from)
	return found, nil
}

// usualWidth is that of the text on A4 paper with margins of an inch.
const usualWidth = 9026

// width is that of the text of the section that an offset is in.
func (f *finder) width(at int) int {
	for _, w := range f.widths {
		if w.end < at {
			continue
		}
		width := (w.page - w.left - w.right - w.gutter) / w.columns
		if width < usualWidth/8 || width > 4*usualWidth {
			break
		}
		return width
	}
	return usualWidth
}

// with is the part with nodes at the place.
func (p place) with(part []byte, body []node) []byte {
	for i := range body {
		if !p.prefixed {
			body[i] = body[i].with("xmlns:w", wordNamespace)
		}
	}
	return splice(part, p.span, append(text(body...), p.after...))
}
