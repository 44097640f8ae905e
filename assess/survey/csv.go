package survey

import (
	"bytes"
	"errors"
	"io"
	"slices"
)

// maxRow is the most bytes of a row.
const maxRow = 1 << 20

// A row is the cells of one row of a table, in the order of its columns. They are
// overwritten when the next row is read.
type row struct {
	number int // as spreadsheets number rows, from 1
	cells  [][]byte
}

// cell is empty where the row has no such cell.
func (r row) cell(at int) []byte {
	if at >= len(r.cells) {
		return nil
	}
	return r.cells[at]
}

func (r row) text(at int) string { return string(r.cell(at)) }

// blank tells whether nothing stands in the row.
func (r row) blank() bool {
	return !slices.ContainsFunc(r.cells, func(cell []byte) bool { return len(bytes.TrimSpace(cell)) > 0 })
}

// filled is the number of cells that hold anything.
func (r row) filled() int {
	n := 0
	for _, cell := range r.cells {
		if len(bytes.TrimSpace(cell)) > 0 {
			n++
		}
	}
	return n
}

// What a table cannot be read on for.
var (
	errLong = errors.New("this row is longer than 1 MiB")
	errOpen = errors.New("the quotation mark here is not closed before the end of the table, or within 1 MiB")
)

// A csvTable cuts what spreadsheets and form tools write into rows: RFC 4180, with
// any delimiter of one byte and any of the line ends LF, CR LF and CR. It keeps the
// row at hand.
//
// Note: encoding/csv reads a row of any length into memory, skips empty rows
// without counting them, and knows no CR alone.
type csvTable struct {
	in     io.Reader
	ends   [256]bool // bytes that end a cell without quotes
	buf    []byte
	from   int // of the next row in buf
	eof    bool
	row    row
	quotes []int // cells of the row that hold quotes, each written twice
}

func newCSV(in io.Reader, delimiter byte) *csvTable {
	t := &csvTable{in: in, buf: make([]byte, 0, 1<<16)}
	t.ends['\n'], t.ends['\r'], t.ends[delimiter] = true, true, true
	return t
}

// next reads a row. It is [io.EOF] after the last.
func (t *csvTable) next() (row, error) {
	for {
		next, err := t.cut()
		if err == nil {
			t.from = next
			t.row.number++
			for _, at := range t.quotes {
				t.row.cells[at] = bytes.ReplaceAll(t.row.cells[at], []byte(`""`), []byte(`"`))
			}
			return t.row, nil
		}
		switch {
		case t.eof && t.from == len(t.buf):
			return row{}, io.EOF
		case t.eof || len(t.buf)-t.from > maxRow:
			t.row.number++
			return t.row, err
		}
		if err := t.fill(); err != nil {
			return row{}, err
		}
	}
}

// fill reads on, behind the beginning of a row that is not whole.
func (t *csvTable) fill() error {
	rest := copy(t.buf, t.buf[t.from:])
	t.buf, t.from = t.buf[:rest], 0
	if cap(t.buf) < 2*rest {
		t.buf = append(make([]byte, 0, 4*rest), t.buf...)
	}
	n, err := t.in.Read(t.buf[rest:cap(t.buf)])
	t.buf = t.buf[:rest+n]
	if err == io.EOF {
		t.eof, err = true, nil
	}
	return err
}

// cut finds the cells of the next row, and where the one after it begins. The
// error is why the row is not whole as far as it is read.
func (t *csvTable) cut() (next int, err error) {
	t.row.cells, t.quotes = t.row.cells[:0], t.quotes[:0]
	text := t.buf
	for at := t.from; ; at++ {
		var cell []byte
		end := at
		if at < len(text) && text[at] == '"' {
			if cell, end = t.quoted(at); end < 0 {
				return 0, errOpen
			}
		} else {
			end = t.endOf(at)
			cell = text[at:end]
		}
		switch {
		case end == len(text) && (!t.eof || t.from == end), end+1 == len(text) && text[end] == '\r' && !t.eof: // an LF may follow
			return 0, errLong
		}
		t.row.cells = append(t.row.cells, cell)
		switch {
		case end == len(text):
			return end, nil
		case text[end] == '\n':
			return end + 1, nil
		case text[end] == '\r' && end+1 < len(text) && text[end+1] == '\n':
			return end + 2, nil
		case text[end] == '\r':
			return end + 1, nil
		}
		at = end
	}
}

// endOf is where a cell without quotes ends that begins at a place.
func (t *csvTable) endOf(at int) int {
	for ; at < len(t.buf); at++ {
		if t.ends[t.buf[at]] {
			return at
		}
	}
	return at
}

// quoted is the cell whose quote opens at a place, and the place after it; below 0
// where it is not closed. A cell with text after its closing quote is taken as it
// stands, quotes and all.
func (t *csvTable) quoted(at int) (cell []byte, end int) {
	twice := false
	for end = at + 1; ; end += 2 {
		quote := bytes.IndexByte(t.buf[end:], '"')
		if quote < 0 {
			return nil, -1
		}
		end += quote
		if end+1 == len(t.buf) || t.buf[end+1] != '"' {
			break
		}
		twice = true
	}
	cell = t.buf[at+1 : end]
	if end++; end < len(t.buf) && !t.ends[t.buf[end]] {
		end = t.endOf(end)
		return t.buf[at:end], end
	}
	if twice {
		t.quotes = append(t.quotes, len(t.row.cells))
	}
	return cell, end
}
