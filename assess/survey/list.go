package survey

import (
	"bytes"
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"

	"collab/internal/strict"
)

// A list is a column whose cells name several things, each once: by ids that any
// separator parts, or by the texts that people ticked, which form tools join with
// commas or semicolons.
type list struct {
	header
	ids  []string
	said map[rune][]saying  // ids and texts by how they begin, the longest first
	seen map[string]codeSet // by whole cells
	most int
}

// A saying stands for a code in a list.
type saying struct {
	text string // folded
	code int
	id   bool
}

// newList knows for each id some texts that stand for it too.
func newList(id string, ids []string, most int, texts ...[]string) list {
	l := list{
		header: newHeader(id), ids: ids, most: most,
		said: map[rune][]saying{}, seen: map[string]codeSet{},
	}
	codes := codesOf(texts)
	for i, id := range ids {
		delete(codes, id)
		l.add(saying{id, i + 1, true})
	}
	for text, code := range codes {
		if code != noWord && text != "" {
			l.add(saying{text, code, false})
		}
	}
	return l
}

// codesOf are the codes of texts, folded; one that stands for two things stands
// for none.
func codesOf(kinds [][]string) map[string]int {
	codes := map[string]int{}
	for _, texts := range kinds {
		for i, text := range texts {
			name := folded([]byte(text))
			if before, known := codes[name]; known && before != i+1 {
				codes[name] = noWord
				continue
			}
			codes[name] = i + 1
		}
	}
	return codes
}

func (l *list) add(s saying) {
	first, _ := utf8.DecodeRuneInString(s.text)
	alike := append(l.said[first], s)
	slices.SortFunc(alike, func(a, b saying) int {
		return cmp.Or(cmp.Compare(len(b.text), len(a.text)), cmp.Compare(a.text, b.text))
	})
	l.said[first] = alike
}

// A codeSet is of the codes of a list; there are at most 20.
type codeSet uint64

const anyCode = ^codeSet(0)

func (c codeSet) has(code int) bool { return c>>code&1 == 1 }

// readList gives the codes of what the row at hand names. Where the
// cell is at fault it gives all, so that no other cell is blamed for it.
func (s *survey) readList(l *list) codeSet {
	if !l.there() {
		return 0
	}
	cell := s.row.text(l.at)
	named, known := l.seen[string(cell)]
	if !known {
		var wrong func() string
		if named, wrong = l.read(cell); wrong != nil {
			s.fault(l.at, l.id, wrong)
			return anyCode
		}
		l.remember(cell, named)
	}
	return named
}

// remember keeps what a cell names. People tick the same few again and again, and
// finding texts takes longer than all else in a row.
func (l *list) remember(cell []byte, named codeSet) {
	const most, longest = 4096, 1024 // cells, bytes of one
	if len(l.seen) < most && len(cell) <= longest {
		l.seen[string(cell)] = named
	}
}

// read gives the codes that a cell names, or the first thing that is wrong with it.
func (l *list) read(cell []byte) (named codeSet, wrong func() string) {
	for cell = nextItem(cell); len(cell) > 0; cell = nextItem(cell) {
		code, size := l.first(cell)
		switch {
		case code == noWord:
			return 0, func() string { return l.unknown(cell) }
		case named.has(code):
			return 0, func() string { return l.ids[code-1] + " stands twice" }
		}
		named |= 1 << code
		cell = cell[size:]
	}
	if n := bits.OnesCount64(uint64(named)); n > l.most {
		return 0, func() string { return fmt.Sprintf("%d are named; expected at most %d", n, l.most) }
	}
	return named, nil
}

// nextItem is a cell from its next item on.
func nextItem(cell []byte) []byte {
	at := 0
	for size := separator(cell); size > 0; size = separator(cell[at:]) {
		at += size
	}
	return cell[at:]
}

// firstWord is what stands before the first separator.
func firstWord(cell []byte) []byte {
	for at := range cell {
		if separator(cell[at:]) > 0 {
			return cell[:at]
		}
	}
	return cell
}

// separator is the size of the separator that begins a text, 0 where none does. It
// looks at bytes, for they are many.
func separator(text []byte) int {
	if len(text) == 0 {
		return 0
	}
	switch text[0] {
	case ' ', ',', ';', '\t', '\n', '\r':
		return 1
	case nbsp[0]:
		if len(text) > 1 && text[1] == nbsp[1] {
			return 2
		}
	}
	return 0
}

// blanks do not part texts from each other, for they stand in them.
const blanks = " \t" + nbsp

const nbsp = "\u00a0"

// first is the code of the longest saying that begins a cell, and its size.
func (l *list) first(cell []byte) (code, size int) {
	first, _ := utf8.DecodeRune(cell)
	for _, s := range l.said[foldedRune(first)] {
		if size := sizeOf(s.text, cell); size > 0 && s.ends(cell[size:]) {
			return s.code, size
		}
	}
	return noWord, 0
}

// ends tells whether what follows a saying parts it from the next: of an id any
// separator does, but blanks do not end a text.
func (s saying) ends(rest []byte) bool {
	if !s.id {
		rest = bytes.TrimLeft(rest, blanks)
	}
	return len(rest) == 0 || separator(rest) > 0
}

// sizeOf is the number of bytes with which a cell begins by saying a folded text,
// 0 where it begins otherwise; see [folded].
func sizeOf(text string, cell []byte) int {
	size := 0
	for _, want := range text {
		if want == ' ' {
			rest := bytes.TrimLeftFunc(cell[size:], unicode.IsSpace)
			if len(rest) == len(cell)-size {
				return 0
			}
			size = len(cell) - len(rest)
			continue
		}
		r, n := utf8.DecodeRune(cell[size:])
		if n == 0 || foldedRune(r) != want {
			return 0
		}
		size += n
	}
	return size
}

// unknown says what is wrong with the first item of a cell: its first word where
// that is an id with a slip, else all that stands before the next comma.
func (l *list) unknown(cell []byte) string {
	cell = cell[:min(len(cell), 1000)]
	word := string(firstWord(cell))
	if near, found := strict.Nearest(word, l.ids); found {
		return fmt.Sprintf("%s is unknown; did you mean %s?", strict.Show(word), near)
	}
	item := cell
	if end := bytes.IndexAny(cell, ",;\n\r"); end >= 0 {
		item = cell[:end]
	}
	return fmt.Sprintf("%s is unknown; expected ids separated by blanks, such as %s, or their texts separated by commas", strict.Show(string(bytes.TrimSpace(item))), enumerate(l.ids))
}

// named adds the ids of codes to others, in the rubric's order.
func (l *list) named(ids []string, codes codeSet) []string {
	for rest := codes; codes != anyCode && rest != 0; rest &= rest - 1 {
		ids = append(ids, l.ids[bits.TrailingZeros64(uint64(rest))-1])
	}
	return ids
}

// readWorst gives the worst hurdle, which must be one of those that were met.
func (s *survey) readWorst(met codeSet) string {
	code := s.read(&s.worst)
	if code == 0 {
		return ""
	}
	if !met.has(code) {
		s.fault(s.worst.at, s.worst.id, func() string {
			return s.hurdles.ids[code-1] + " is marked the worst but is not among those that were met"
		})
	}
	return s.hurdles.ids[code-1]
}
