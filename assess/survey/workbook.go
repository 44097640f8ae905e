package survey

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// Limits of a workbook: zip and XML can hold very much in few bytes.
const (
	maxWorkbook = 64 << 20 // bytes, packed
	maxUnpacked = 128 << 20
	maxTexts    = 1_000_000
	maxSheets   = 50
)

const notWorkbook = notTable("the workbook cannot be read; save it as .xlsx again, or as CSV")

// A workbook is an .xlsx file. Formulas are not computed: what was computed last
// counts. Links are not followed.
type workbook struct {
	parts map[string]*zip.File // by their names in lower case
	texts []string             // shared by all cells
	left  int                  // bytes that may be unpacked
}

// openWorkbook finds the sheet that fits: the first of those in which most columns are
// recognised.
func openWorkbook(in io.Reader, h *recogniser) (source, error) {
	packed, err := io.ReadAll(io.LimitReader(in, maxWorkbook+1))
	switch {
	case err != nil:
		return source{}, err
	case len(packed) > maxWorkbook:
		return source{}, notTable("the workbook is larger than 64 MiB; save the sheet as CSV")
	}
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return source{}, notWorkbook
	}
	w := &workbook{parts: map[string]*zip.File{}, left: maxUnpacked}
	for _, f := range archive.File {
		w.parts[strings.ToLower(f.Name)] = f
	}
	sheets, err := w.sheets()
	if err != nil {
		return source{}, err
	}
	if w.texts, err = w.sharedTexts(); err != nil {
		return source{}, err
	}
	var fits source
	for i, s := range sheets {
		begin, err := w.sheet(s.part)
		if err != nil {
			return source{}, err
		}
		again, err := w.sheet(s.part)
		if err != nil {
			return source{}, err
		}
		found := source{table: again, first: rowsOf(begin), format: fmt.Sprintf("the sheet %q", s.name)}
		if found.heading = h.headingOf(found.first); i == 0 || found.heading.known > fits.heading.known {
			fits = found
		}
	}
	return fits, nil
}

// An element is where one begins, or ends.
type element struct {
	begins, ends string // its name
	attributes   []xml.Attr
	text         string // at the end of a text or a value: what it holds
}

func (e element) attribute(name string) string {
	for _, a := range e.attributes {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// A part is a file in the workbook while its elements are read.
type part struct {
	*workbook
	*xml.Decoder
	text   []byte
	spoken bool // how a text is pronounced, which is no part of it
}

func (w *workbook) open(name string) (*part, error) {
	f := w.parts[name]
	if f == nil {
		return nil, notWorkbook
	}
	in, err := f.Open()
	if err != nil {
		return nil, notWorkbook
	}
	return &part{workbook: w, Decoder: xml.NewDecoder(unpacking{w, in})}, nil // what lies in memory needs no closing
}

// unpacking counts what is unpacked.
type unpacking struct {
	of *workbook
	io.Reader
}

func (u unpacking) Read(into []byte) (int, error) {
	n, err := u.Reader.Read(into)
	if u.of.left -= n; u.of.left < 0 {
		return 0, io.ErrShortBuffer
	}
	return n, err
}

// next is the next element that begins or ends, and [io.EOF] after the last.
func (p *part) next() (element, error) {
	for {
		token, err := p.RawToken() // which keeps nothing of the elements around
		switch {
		case p.left < 0:
			return element{}, notTable("the workbook is larger than 128 MiB unpacked; save the sheet as CSV")
		case err == io.EOF:
			return element{}, err
		case err != nil:
			return element{}, notWorkbook
		}
		switch t := token.(type) {
		case xml.StartElement:
			p.spoken = p.spoken || t.Name.Local == "rPh"
			p.text = p.text[:0]
			return element{begins: t.Name.Local, attributes: t.Attr}, nil
		case xml.CharData:
			p.text = append(p.text, t...)
		case xml.EndElement:
			text := string(p.text[:min(len(p.text), maxText)])
			p.text = p.text[:0]
			if !p.spoken {
				return element{ends: t.Name.Local, text: text}, nil
			}
			p.spoken = t.Name.Local != "rPh"
		}
	}
}

// each gives all elements of a part.
func (w *workbook) each(name string, do func(element) error) error {
	p, err := w.open(name)
	for err == nil {
		var e element
		if e, err = p.next(); err == nil {
			err = do(e)
		}
	}
	if err == io.EOF {
		return nil
	}
	return err
}

type sheetPart struct{ name, part string }

// sheets are those of the workbook, in its order.
func (w *workbook) sheets() (sheets []sheetPart, err error) {
	parts := map[string]string{} // by the ids of relations
	err = w.each("xl/_rels/workbook.xml.rels", func(e element) error {
		switch to := e.attribute("Target"); {
		case e.begins != "Relationship" || e.attribute("TargetMode") == "External":
		case strings.HasPrefix(to, "/"):
			parts[e.attribute("Id")] = strings.ToLower(to[1:])
		default:
			parts[e.attribute("Id")] = strings.ToLower(path.Join("xl", to))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = w.each("xl/workbook.xml", func(e element) error {
		if part := parts[e.attribute("id")]; e.begins == "sheet" && part != "" && len(sheets) < maxSheets {
			sheets = append(sheets, sheetPart{e.attribute("name"), part})
		}
		return nil
	})
	if err == nil && len(sheets) == 0 {
		err = notWorkbook
	}
	return sheets, err
}

// sharedTexts are those that cells name by their places.
func (w *workbook) sharedTexts() (texts []string, err error) {
	const name = "xl/sharedstrings.xml"
	if w.parts[name] == nil {
		return nil, nil
	}
	text := ""
	err = w.each(name, func(e element) error {
		switch {
		case len(texts) == maxTexts:
			return notTable("the workbook holds more than a million texts; save the sheet as CSV")
		case e.begins == "si":
			text = ""
		case e.ends == "t" && len(text) < maxText:
			text += e.text
		case e.ends == "si":
			texts = append(texts, text)
		}
		return nil
	})
	return texts, err
}

// A sheet is one of a workbook's, as a table.
type sheet struct {
	*part
	row  row
	cell struct {
		at          int
		kind, value string
	}
}

func (w *workbook) sheet(name string) (*sheet, error) {
	p, err := w.open(name)
	return &sheet{part: p}, err
}

// next reads a row; rows that are not written down are passed over.
func (s *sheet) next() (row, error) {
	for {
		e, err := s.part.next()
		switch {
		case err != nil:
			return row{}, err
		case e.begins == "row":
			s.row = row{s.row.number + 1, s.row.cells[:0]}
			if n, err := strconv.Atoi(e.attribute("r")); err == nil && n > 0 && n <= maxRows {
				s.row.number = n
			}
		case e.ends == "row":
			return s.row, nil
		case e.begins == "c":
			s.cell.at, s.cell.kind, s.cell.value = columnOf(e.attribute("r"), len(s.row.cells)), e.attribute("t"), ""
		case (e.ends == "v" || e.ends == "t") && len(s.cell.value) < maxText:
			s.cell.value += e.text
		case e.ends == "c":
			if err := s.endCell(); err != nil {
				return row{}, err
			}
		}
	}
}

// endCell puts what a cell shows into the row.
func (s *sheet) endCell() error {
	text := s.cell.value
	switch s.cell.kind {
	case "s":
		at, err := strconv.Atoi(text)
		if err != nil || at < 0 || at >= len(s.texts) {
			return notTable("the workbook is damaged: a cell refers to a text that is missing; save it as .xlsx again, or as CSV")
		}
		text = s.texts[at]
	case "b":
		text = map[string]string{"1": "yes", "0": "no"}[text]
	}
	for len(s.row.cells) < s.cell.at {
		s.row.cells = append(s.row.cells, nil)
	}
	s.row.cells = append(s.row.cells[:s.cell.at], []byte(text))
	return nil
}

// columnOf is the place of a cell by its reference, such as 27 for AB3; the next
// place where that makes no sense.
func columnOf(reference string, next int) int {
	at := 0
	for _, r := range reference {
		if r < 'A' || r > 'Z' || at > maxColumns {
			break
		}
		at = 26*at + int(r-'A') + 1
	}
	if at == 0 {
		return min(next, maxColumns)
	}
	return min(at-1, maxColumns)
}
