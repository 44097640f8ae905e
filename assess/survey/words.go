package survey

import (
	"fmt"
	"strings"

	"collab/assess/asking"
	"collab/internal/strict"
)

// What a cell says that is no option's place.
const (
	nothing   = -1 // it is empty
	unknown   = -2
	ambiguous = -3
)

// words are what the cells of a column may say. Nearly all cells of a column say
// one of a few things in one way: those are found without a look at what does not
// matter in them.
type words struct {
	item    *asking.Item
	places  map[string][]int // of the options, by folded words
	charset *charset
	seen    map[string]int
	short   [64]shortCell
}

// A shortCell is a cell of up to three bytes that was looked at, as most are.
type shortCell struct {
	key   uint32 // the length and the bytes; 0 where there is none
	place int
}

func newWords(it *asking.Item, c *charset) *words {
	w := &words{item: it, places: map[string][]int{}, charset: c, seen: map[string]int{}}
	for i, o := range it.Options {
		for _, word := range append([]string{o.ID, squeezed(o.ID), fmt.Sprintf("A%d", i+1), fmt.Sprintf("AO%02d", i+1)}, o.Words...) {
			w.add(word, i)
		}
	}
	return w
}

func (w *words) add(word string, place int) {
	name := folded(word)
	for _, p := range w.places[name] {
		if p == place {
			return
		}
	}
	if name != "" {
		w.places[name] = append(w.places[name], place)
	}
}

// place is that of the option that a cell names.
func (w *words) place(cell []byte) int {
	if len(cell) == 0 {
		return nothing
	}
	if len(cell) > 3 {
		return w.longPlace(cell)
	}
	key := uint32(len(cell))
	for _, b := range cell {
		key = key<<8 | uint32(b)
	}
	s := &w.short[key*2654435769>>26]
	if s.key != key {
		s.key, s.place = key, w.longPlace(cell)
	}
	return s.place
}

func (w *words) longPlace(cell []byte) int {
	place, known := w.seen[string(cell)]
	if !known {
		place = w.find(string(cell))
		w.remember(cell, place)
	}
	return place
}

// remember keeps what was found, in bounds.
func (w *words) remember(cell []byte, place int) {
	const most, longest = 256, 512
	if len(w.seen) < most && len(cell) <= longest {
		w.seen[string(cell)] = place
	}
}

// find looks a cell up without what does not matter in it.
func (w *words) find(cell string) int {
	switch name := folded(cell); {
	case name != "" && name != w.item.Skipped:
	case name == "" && strings.ContainsAny(cell, ":;?!*"):
	default:
		return nothing // on paper too a full stop is for nothing
	}
	place := unknown
	w.charset.lookUp(cell, func(text string) bool {
		switch found := lookUp(text, w.bare, func(folded string) []int { return w.places[folded] }); len(found) {
		case 0:
			return false
		case 1:
			place = found[0]
		default:
			place = ambiguous
		}
		return true
	})
	return place
}

// bare is a folded text without its number, unless both may be meant: "2 dk".
func (w *words) bare(text string) []string {
	first, rest, _ := strings.Cut(text, " ")
	if len(rest) <= 3 && len(w.places[first]) > 0 {
		return nil
	}
	return unnumbered(text)
}

// fault says what is wrong with a cell that names no option.
func (w *words) fault(cell string, place int) string {
	if place == ambiguous {
		return fmt.Sprintf("%s could be two answers; expected %s", strict.Show(cell), expected(w.item))
	}
	if near, found := nearest(cell, w.item.Options); found {
		return fmt.Sprintf("%s is unknown; did you mean %s?", strict.Show(cell), near)
	}
	return fmt.Sprintf("%s is unknown; expected %s", strict.Show(cell), expected(w.item))
}

// nearest is the word that a slip explains, as it is written in the rubric.
func nearest(cell string, options []asking.Option) (string, bool) {
	written := map[string]string{}
	var names []string
	for _, o := range options {
		for _, word := range append([]string{o.ID}, o.Words...) {
			if name := folded(word); len(name) > 3 && written[name] == "" {
				written[name] = word
				names = append(names, name)
			}
		}
	}
	near, found := strict.Nearest(folded(cell), names)
	return strict.Show(written[near]), found
}
