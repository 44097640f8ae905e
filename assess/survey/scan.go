package survey

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"

	"golang.org/x/text/encoding/unicode"

	"collab/assess"
)

// Sizes in bytes.
const (
	maxRow    = 1 << 20
	blockStep = 1 << 15 // read at a time: the processor's cache holds a few of them, with their cells
	slack     = 16      // behind a block, for looking at 16 bytes of its last cell
)

// A scanner cuts a table into rows of cells, a block of rows at a time. It
// understands what spreadsheets write: RFC 4180, with any of the line ends LF,
// CR LF and CR, and keeps no more than the blocks at hand.
type scanner struct {
	in        io.Reader
	step      int
	delimiter byte
	ends      [256]bool // bytes that end a cell without quotes

	rows int    // cut so far
	rest []byte // of the last block: the beginning of a row

	eof    bool
	err    error  // of in
	broken string // why the table cannot be read on; usually empty
	at     column // where
}

// A block is rows of a table.
type block struct {
	buf   []byte
	end   int    // of the bytes that were read
	cells []cell // of one row after the other
	ends  []int  // of each row, among the cells
	first int    // number of the first row, as spreadsheets number them: from 1
}

// A cell is where its text stands in a block, without the quotes around it. It is
// small, for a block has more bytes of cells than of text.
type cell struct {
	from uint32
	size uint32 // in bytes, with the bit doubled where it holds quotes, each written twice
}

const doubled = 1 << 31

func newCell(from, to int) cell { return cell{uint32(from), uint32(to - from)} }

// A row is the cells of one row. They are overwritten some time after the next
// block is asked for.
type row struct {
	number int
	buf    []byte
	cells  []cell
}

func newScanner(in io.Reader) *scanner {
	s := &scanner{in: inUTF8(in), step: blockStep}
	s.split(',')
	return s
}

// inUTF8 takes a byte order mark away and gives what follows in UTF-8. Without a
// mark the bytes stand as they are.
func inUTF8(in io.Reader) io.Reader {
	r := bufio.NewReaderSize(in, blockStep)
	mark, _ := r.Peek(3) // an error comes again when the rest is read
	switch {
	case bytes.HasPrefix(mark, []byte("\xef\xbb\xbf")):
		_, _ = r.Discard(3)
	case bytes.HasPrefix(mark, []byte("\xff\xfe")), bytes.HasPrefix(mark, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(r)
	}
	return r
}

// split sets the delimiter for the rows that come.
func (s *scanner) split(delimiter byte) {
	s.delimiter = delimiter
	s.ends = [256]bool{'\n': true, '\r': true}
	s.ends[delimiter] = true
}

// grow makes room for n bytes behind those of the block, and for the slack.
func (b *block) grow(n int) {
	if need := b.end + n + slack; need > len(b.buf) {
		b.buf = append(make([]byte, 0, 2*need), b.buf[:b.end]...)[:2*need]
	}
}

// load reads up to n bytes behind those of the block.
func (s *scanner) load(b *block, n int) {
	b.grow(n)
	n, err := io.ReadFull(s.in, b.buf[b.end:b.end+n])
	b.end += n
	switch err {
	case nil:
	case io.EOF, io.ErrUnexpectedEOF:
		s.eof = true
	default:
		s.err = err
	}
}

// header sets the delimiter and gives the first row. All that was read remains to
// be cut, with the header as its first row again.
func (s *scanner) header(known func(text []byte) bool) row {
	b := new(block)
	for whole := false; !whole && !s.eof && s.err == nil && b.end < maxRow; {
		s.load(b, blockStep)
		whole = s.sniff(b, known)
	}
	s.rest = b.buf[:b.end]
	r := s.firstRow(b)
	if len(r.cells) == 0 {
		s.cutAll(b) // finds out why
	}
	return r
}

// sniff sets the delimiter with which most cells of the first row are known, of
// equal ones that with the most cells. Commas in a long header of another
// delimiter do not mislead it. It is false where the row is not whole.
func (s *scanner) sniff(b *block, known func(text []byte) bool) bool {
	best, most, cells := byte(','), 0, 0
	for _, delimiter := range []byte(",;\t") {
		s.split(delimiter)
		r := s.firstRow(b)
		if n := r.count(known); n > most || n == most && len(r.cells) > cells {
			best, most, cells = delimiter, n, len(r.cells)
		}
	}
	s.split(best)
	return cells > 0
}

// firstRow has no cells where there is none, or where it is not whole.
func (s *scanner) firstRow(b *block) row {
	b.cells = nil
	if b.end == 0 || s.cut(b, 0) < 0 {
		return row{}
	}
	return row{1, b.buf, b.cells}
}

// blocks gives all rows. They are cut while the caller is busy with those before.
func (s *scanner) blocks() iter.Seq[*block] {
	const many = 3 // one to fill, one to read, one between
	free, filled := make(chan *block, many), make(chan *block, many)
	for range many {
		free <- new(block)
	}
	go func() {
		defer close(filled)
		for b := <-free; s.fill(b); b = <-free {
			filled <- b
		}
	}()
	return func(yield func(*block) bool) {
		wanted := true
		for b := range filled {
			wanted = wanted && yield(b)
			free <- b
		}
	}
}

// fill cuts the next rows into a block. It is false at the end of the table, and
// where the table cannot be read on: then err is set, or broken.
func (s *scanner) fill(b *block) bool {
	b.first, b.end = s.rows+1, 0
	b.grow(len(s.rest))
	b.end = copy(b.buf, s.rest)
	for s.err == nil && s.broken == "" {
		if !s.eof && b.end < maxRow {
			s.load(b, s.step)
		}
		if s.cutAll(b); len(b.ends) > 0 {
			return true
		}
		if s.eof && b.end == 0 {
			return false
		}
	}
	return false
}

// cutAll cuts the rows that are whole. What follows them remains for the next
// block; where nothing can make it whole, the table is broken.
func (s *scanner) cutAll(b *block) {
	b.cells, b.ends = b.cells[:0], b.ends[:0]
	at, next := 0, 0
	for at < b.end {
		if next = s.cut(b, at); next < 0 {
			break
		}
		at = next
		b.ends = append(b.ends, len(b.cells))
	}
	s.rows += len(b.ends)
	s.rest = b.buf[at:b.end]
	switch {
	case s.rows > assess.MaxPeople:
		s.broken, s.at = fmt.Sprintf("the table has more than %d rows", assess.MaxPeople), wholeRow
	case len(b.ends) > 0 || b.end == 0 || !s.eof && b.end < maxRow:
	case next == openQuote:
		s.broken, s.at = "the quote that opens here is not closed before the end of the table, or within 1 MiB", column(len(b.cells))
	default:
		s.broken, s.at = "the row is longer than 1 MiB", wholeRow
	}
}

// What cut gives where a row is not whole.
const (
	needsMore = -1
	openQuote = -2
)

// cut adds the cells of the row that begins at a place to a block, and gives the
// place of the next row. Where the row is not whole that is [needsMore] or
// [openQuote].
func (s *scanner) cut(b *block, at int) (next int) {
	text := b.buf[:b.end]
	for i := at; ; i++ {
		var c cell
		end := i
		if i < len(text) && text[i] == '"' {
			if c, end = s.quoted(text, i); end < 0 {
				return openQuote
			}
		} else {
			end = s.endOf(text, i)
			c = newCell(i, end)
		}
		if end == len(text) && !s.eof {
			return needsMore
		}
		b.cells = append(b.cells, c)
		if end == len(text) || text[end] != s.delimiter {
			return s.endRow(text, end)
		}
		i = end
	}
}

// endOf is where a cell without quotes ends that begins at a place. What is not
// found soon is searched for in larger steps.
func (s *scanner) endOf(text []byte, at int) int {
	const soon = 16
	for near := min(len(text), at+soon); at < near; at++ {
		if s.ends[text[at]] {
			return at
		}
	}
	rest := text[at:]
	for _, b := range [...]byte{s.delimiter, '\n', '\r'} {
		if i := bytes.IndexByte(rest, b); i >= 0 {
			rest = rest[:i]
		}
	}
	return at + len(rest)
}

// quoted finds the cell whose quote opens at a place, and the place after it;
// [openQuote] where it is not closed. A cell with text after its closing quote
// is taken as it stands, quotes and all.
func (s *scanner) quoted(text []byte, at int) (c cell, end int) {
	twice := uint32(0)
	for end = at + 1; ; end++ {
		quote := bytes.IndexByte(text[end:], '"')
		if quote < 0 {
			return cell{}, openQuote
		}
		end += quote
		if end+1 == len(text) || text[end+1] != '"' {
			break
		}
		twice = doubled
		end++
	}
	c = newCell(at+1, end)
	c.size |= twice
	if end++; end == len(text) || s.ends[text[end]] {
		return c, end
	}
	end = s.endOf(text, end)
	return newCell(at, end), end
}

// endRow is the place after the line end that stands at a place, if any does.
func (s *scanner) endRow(text []byte, at int) (next int) {
	switch {
	case at == len(text):
		return at
	case text[at] == '\n':
		return at + 1
	case at+1 == len(text) && !s.eof:
		return needsMore // an LF may follow the CR
	case at+1 < len(text) && text[at+1] == '\n':
		return at + 2
	}
	return at + 1
}

// rows are those of a block.
func (b *block) rows() iter.Seq[row] {
	return func(yield func(row) bool) {
		from := 0
		for i, to := range b.ends {
			if !yield(row{b.first + i, b.buf, b.cells[from:to]}) {
				return
			}
			from = to
		}
	}
}

// text is that of a cell.
func (r row) text(at column) []byte {
	c := r.cells[at]
	text := r.buf[c.from : c.from+c.size&^doubled]
	if c.size >= doubled {
		return bytes.ReplaceAll(text, []byte(`""`), []byte(`"`))
	}
	return text
}

// count is the number of cells whose text is known.
func (r row) count(known func(text []byte) bool) int {
	n := 0
	for at := range column(len(r.cells)) {
		if known(r.text(at)) {
			n++
		}
	}
	return n
}

// blank tells whether nothing stands in the row.
func (r row) blank() bool {
	for at := range column(len(r.cells)) {
		if len(bytes.TrimSpace(r.text(at))) > 0 {
			return false
		}
	}
	return true
}
