package survey

import (
	"bytes"
	"io"
	"regexp"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// A table gives rows one after the other, and [io.EOF] after the last. A row that
// comes with another error is where the table cannot be read on.
type table interface{ next() (row, error) }

// A source is a table whose heading is found.
type source struct {
	table           // from its first row on
	first   []row   // kept, to look at the heading again
	heading heading // among the first rows
	format  string  // as people call it
}

// firstRows of a table are looked at for its heading.
const firstRows = 12

// A notTable says why something is no table that can be read.
type notTable string

func (n notTable) Error() string { return string(n) }

// open finds out how a table is written, and where its heading is.
func open(in io.Reader, h *recogniser) (source, error) {
	head, err := headOf(in)
	if err != nil {
		return source{}, err
	}
	order, format := unicodeOf(head)
	if order != nil {
		in = order.NewDecoder().Reader(io.MultiReader(bytes.NewReader(head), in))
		if head, err = headOf(in); err != nil {
			return source{}, err
		}
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK")):
		return openWorkbook(io.MultiReader(bytes.NewReader(head), in), h)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return source{}, notTable("this is an old Excel workbook (.xls); save it as .xlsx or CSV")
	case bytes.HasPrefix(head, []byte("%PDF")):
		return source{}, notTable("this is a PDF; export the answers as CSV or .xlsx")
	}
	return openCSV(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), in, h, format), nil
}

// headOf is the beginning of a table, as much as the longest row.
func headOf(in io.Reader) ([]byte, error) {
	head := make([]byte, maxRow+1)
	n, err := io.ReadFull(in, head)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return head[:n], err
}

// unicodeOf is the byte order of UTF-16: by its mark, or where every second byte is
// NUL, as in texts that are mostly English. It is nil for all else.
func unicodeOf(head []byte) (encoding.Encoding, string) {
	const name = "UTF-16"
	start := head[:min(len(head), 64)&^1]
	var zero [2]int
	for i, b := range start {
		if b == 0 {
			zero[i%2]++
		}
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), name
	case zero[0] == 0 && zero[1] > len(start)/3:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), name
	case zero[1] == 0 && zero[0] > len(start)/3:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), name
	}
	return nil, "UTF-8"
}

// separatorLine is the first line of some tables that Excel wrote, or that someone
// wrote for Excel. Spreadsheets do not show it.
var separatorLine = regexp.MustCompile(`^"?(?i:sep)=([,;|\t])"?(?:\r\n|\n|\r)`)

// openCSV splits a table by the delimiter with which most columns are recognised,
// of equal ones that with the most cells. Commas in the texts of another delimiter do not
// mislead it.
func openCSV(head []byte, rest io.Reader, h *recogniser, format string) source {
	delimiters := []byte(",;\t|")
	if line := separatorLine.FindSubmatch(head); line != nil {
		head, delimiters = head[len(line[0]):], line[1]
	}
	best, cells := source{}, -1
	delimiter := delimiters[0]
	for _, d := range delimiters {
		rows := rowsOf(newCSV(bytes.NewReader(head), d))
		heading := h.headingOf(rows)
		width := 0
		if len(rows) > 0 {
			width = len(rows[heading.top].cells)
		}
		if heading.known > best.heading.known || heading.known == best.heading.known && width > cells {
			best, cells, delimiter = source{first: rows, heading: heading, format: format}, width, d
		}
	}
	best.table = newCSV(io.MultiReader(bytes.NewReader(head), rest), delimiter)
	return best
}

// rowsOf are the first rows of a table, to keep.
func rowsOf(t table) []row {
	var rows []row
	for len(rows) < firstRows {
		r, err := t.next()
		if err != nil {
			break // who reads the table finds it again
		}
		kept := row{number: r.number}
		for _, cell := range r.cells[:min(len(r.cells), maxColumns+1)] {
			kept.cells = append(kept.cells, bytes.Clone(cell))
		}
		rows = append(rows, kept)
	}
	return rows
}
