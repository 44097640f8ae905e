package sheet

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// emptyKey is typed for a box that was left empty.
const emptyKey = '.'

// A box is one answer that is one character.
type box struct {
	keys     string // of all that may be answered, in an order of its own
	expected string // said where another key was typed
	take     func(place int)
	taken    int // its place among the keys, -1 for none
}

// A boxRow is cells that stand together.
type boxRow struct {
	id    string // of the dimension; of others empty
	title string
	first int // the number on the paper of the first; 0 where they have none
	cells []box
}

// A block is rows that are typed one after the other.
type block struct {
	title string // of all, for faults; empty for the line
	rows  []boxRow
}

// read takes what was typed for a block, with the rows that were named apart in
// place of those in it.
func (b block) read(text string, named map[string]string) Faults {
	rows, pieces := b.pieces(text)
	var faults Faults
	for i, row := range rows {
		if apart, said := named[row.id]; said {
			pieces[i] = strings.Join(strings.Fields(apart), "")
		}
		faults = append(faults, row.read([]rune(pieces[i]))...)
	}
	return faults
}

// fits tells whether before the next name in a text stand as many keys, or
// pieces, as the block has.
func (b block) fits(text string) bool {
	before, _, _ := nextName(text)
	pieces := strings.Fields(before.text)
	cells := 0
	for _, row := range b.rows {
		cells += len(row.cells)
	}
	return len(pieces) == len(b.rows) && len(pieces) > 1 || utf8.RuneCountInString(strings.Join(pieces, "")) == cells
}

// pieces gives what was typed for each row. Where that cannot be told, all of
// it is one piece of one row, which has no numbers.
func (b block) pieces(text string) ([]boxRow, []string) {
	pieces := strings.Fields(text)
	if len(pieces) == len(b.rows) {
		return b.rows, pieces
	}
	keys := []rune(strings.Join(pieces, ""))
	whole := boxRow{title: b.title}
	for _, row := range b.rows {
		whole.cells = append(whole.cells, row.cells...)
	}
	if len(keys) != len(whole.cells) {
		return []boxRow{whole}, []string{string(keys)}
	}
	pieces = nil
	for _, row := range b.rows {
		pieces = append(pieces, string(keys[:len(row.cells)]))
		keys = keys[len(row.cells):]
	}
	return b.rows, pieces
}

// read takes a row's keys. Where their number does not fit, it cannot be told
// which question each is for: then only those are named that fit none.
func (row boxRow) read(keys []rune) Faults {
	var faults Faults
	fits := len(keys) == len(row.cells)
	if !fits {
		faults = append(faults, Fault{Group: row.title, Text: say.miscounted(len(keys), len(row.cells))})
	}
	for i, key := range keys {
		switch cell, known := row.cellOf(i, unicode.ToLower(key), fits); {
		case !known:
			faults = append(faults, row.unknown(i, key, fits))
		case fits && key != emptyKey:
			cell.take(strings.IndexRune(cell.keys, unicode.ToLower(key)))
		}
	}
	return faults
}

// cellOf is the cell that a key in a place is for, and whether it is one of its
// keys, or of any cell's where the places do not fit.
func (row boxRow) cellOf(at int, key rune, fits bool) (cell box, known bool) {
	takes := func(c box) bool { return key == emptyKey || strings.ContainsRune(c.keys, key) }
	if fits {
		return row.cells[at], takes(row.cells[at])
	}
	return box{}, slices.ContainsFunc(row.cells, takes)
}

func (row boxRow) unknown(at int, key rune, fits bool) Fault {
	f := Fault{Group: row.title, Position: at + 1, Text: say.noAnswer(string(key))}
	if at < len(row.cells) {
		f.Text = say.expected(f.Text, row.cells[at].expected)
	}
	if fits && row.first > 0 {
		f.Number = row.first + at
	}
	return f
}

// empty tells whether nothing at all was given.
func (b block) empty() bool {
	for _, row := range b.rows {
		for _, c := range row.cells {
			if c.taken >= 0 {
				return false
			}
		}
	}
	return true
}

// write gives the rows as they are typed, a blank between them.
func (b block) write() string {
	var pieces []string
	for _, row := range b.rows {
		pieces = append(pieces, strings.Join(row.keys(), ""))
	}
	return strings.Join(pieces, " ")
}

func (b block) echo() []Understood {
	var said []Understood
	for _, row := range b.rows {
		said = append(said, Understood{row.title, strings.Join(row.keys(), " ")})
	}
	return said
}

func (row boxRow) keys() []string {
	var keys []string
	for _, c := range row.cells {
		if c.taken < 0 {
			keys = append(keys, string(emptyKey))
			continue
		}
		keys = append(keys, c.keys[c.taken:c.taken+1])
	}
	return keys
}

// numberKeys are the keys of numbers from 1.
func numberKeys(last int) string {
	var keys strings.Builder
	for i := range last {
		keys.WriteString(numberKey(i))
	}
	return keys.String()
}

// numberKey is the number of what is in a place.
func numberKey(place int) string { return strconv.Itoa(place + 1) }
