package sheet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"collab/assess"
	"collab/assess/asking"
)

// emptyKey is typed for a box that was left empty.
const emptyKey = '.'

// A cell is an item that is typed as one character.
type cell struct {
	*asking.Item
	number int // on the paper; 0 where it has none
}

// place is that of the option with a key; of the key for none, and of none at all, -1.
func (c cell) place(key rune) (place int, known bool) {
	place = slices.IndexFunc(c.Options, func(o asking.Option) bool { return o.Mark == string(key) })
	return place, place >= 0 || key == emptyKey
}

func (c cell) key(r *assess.Response) string {
	if i := c.Taken(r); i >= 0 {
		return c.Options[i].Mark
	}
	return string(emptyKey)
}

// A row is cells that stand together.
type row struct {
	group
	cells []cell
}

func (w row) keys(r *assess.Response) []string {
	var keys []string
	for _, c := range w.cells {
		keys = append(keys, c.key(r))
	}
	return keys
}

func (w row) write(r *assess.Response) string { return strings.Join(w.keys(r), "") }

// A block is rows that are typed one after the other.
type block struct {
	named string // empty for the answers
	rows  []row
}

func (b *block) name() string { return b.named }
func (b *block) how(w *asking.Words) string {
	return asking.Fill(w.OneForEach, "n", len(b.whole().cells))
}

// add puts an item into the row of a group.
func (b *block) add(it *asking.Item, of group, number int) {
	if n := len(b.rows); n == 0 || b.rows[n-1].group != of {
		b.rows = append(b.rows, row{group: of})
	}
	last := &b.rows[len(b.rows)-1]
	last.cells = append(last.cells, cell{it, number})
}

func (b *block) read(text string, into *assess.Response) Faults {
	return b.readNamed(text, nil, into)
}

// readNamed takes what was typed for a block, with the rows that were named apart in
// place of those in it.
func (b *block) readNamed(text string, named map[string]string, into *assess.Response) Faults {
	rows, pieces := b.pieces(text)
	var faults Faults
	for i, row := range rows {
		if apart, said := named[row.id]; said {
			pieces[i] = strings.Join(strings.Fields(apart), "")
		}
		faults = append(faults, row.read([]rune(pieces[i]), into)...)
	}
	return faults
}

// fits tells whether before the next name in a text stand as many keys, or
// pieces, as the block has.
func (b *block) fits(text string) bool {
	before, _, _ := nextName(text)
	pieces := strings.Fields(before.text)
	return len(pieces) == len(b.rows) && len(pieces) > 1 || utf8.RuneCountInString(strings.Join(pieces, "")) == len(b.whole().cells)
}

// whole is the block as one row.
func (b *block) whole() row {
	var whole row
	if b.named != "" {
		whole.title = title(b.named)
	}
	for _, row := range b.rows {
		whole.cells = append(whole.cells, row.cells...)
	}
	return whole
}

// pieces gives what was typed for each row. Where that cannot be told, all of
// it is one piece of one row.
func (b *block) pieces(text string) ([]row, []string) {
	pieces := strings.Fields(text)
	if len(pieces) == len(b.rows) {
		return b.rows, pieces
	}
	keys := []rune(strings.Join(pieces, ""))
	whole := b.whole()
	if len(keys) != len(whole.cells) {
		return []row{whole}, []string{string(keys)}
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
func (w row) read(keys []rune, into *assess.Response) Faults {
	var faults Faults
	fits := len(keys) == len(w.cells)
	if !fits {
		faults = append(faults, Fault{Group: w.title, Text: say.miscounted(len(keys), len(w.cells))})
	}
	for i, key := range keys {
		key := unicode.ToLower(key)
		if !fits {
			if !slices.ContainsFunc(w.cells, func(c cell) bool { _, known := c.place(key); return known }) {
				faults = append(faults, w.unknown(i, keys[i], 0))
			}
			continue
		}
		switch place, known := w.cells[i].place(key); {
		case !known:
			faults = append(faults, w.unknown(i, keys[i], w.cells[i].number))
		case place >= 0:
			w.cells[i].Take(into, place)
		}
	}
	return faults
}

func (w row) unknown(at int, key rune, number int) Fault {
	f := Fault{Group: w.title, Position: at + 1, Number: number, Text: say.noAnswer(string(key))}
	if at < len(w.cells) {
		f.Text = say.expected(f.Text, w.cells[at].expected())
	}
	return f
}

// expected are the keys of a cell, and what those mean that are no numbers.
func (c cell) expected() string {
	var keys []string
	numbers := 0
	for _, o := range c.Options {
		if isNumber(o.Mark) {
			numbers++
			continue
		}
		meaning := o.Words[max(len(o.Words)-2, 0)]
		if meaning == o.Mark {
			meaning = o.Text()
		}
		keys = append(keys, say.keyMeans(o.Mark, meaning))
	}
	if numbers > 0 {
		keys = slices.Insert(keys, 0, say.upTo(numbers))
	}
	return say.keys(keys, say.keyMeans(string(emptyKey), say.unanswered()))
}

// write gives the rows as they are typed, a blank between them; nothing where none of
// them has an answer.
func (b *block) write(r *assess.Response) string {
	var pieces []string
	for _, row := range b.rows {
		pieces = append(pieces, row.write(r))
	}
	text := strings.Join(pieces, " ")
	if b.named != "" && strings.Trim(text, string(emptyKey)+" ") == "" {
		return ""
	}
	return text
}

func (b *block) echo(r *assess.Response) []Understood {
	var said []Understood
	for _, row := range b.rows {
		said = append(said, Understood{row.title, strings.Join(row.keys(r), " ")})
	}
	return said
}

// isNumber tells whether an option goes by its number, which needs no other name.
func isNumber(mark string) bool { return strings.Trim(mark, "0123456789") == "" }
