package survey

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"collab/internal/strict"
)

// A ticker reads cells in which several options are named: by ids or keys that
// blanks part, or by texts that commas, semicolons, bars or lines part, whatever
// stands in the texts themselves.
type ticker struct {
	*words
	seen map[string]ticked
}

// ticked is what a cell ticks, and what is wrong with it.
type ticked struct {
	options uint64 // a bit each
	wrong   string
}

const (
	mostPieces  = 100 // of a cell, between separators
	mostJoined  = 12  // pieces of one text
	mostSeen    = 1024
	longestSeen = 1024 // bytes
)

func newTicker(w *words) *ticker { return &ticker{w, map[string]ticked{}} }

// read gives what a cell ticks. People tick the same few things again and again.
func (t *ticker) read(cell []byte) ticked {
	if len(cell) == 0 {
		return ticked{}
	}
	says, known := t.seen[string(cell)]
	if known {
		return says
	}
	says = t.parse(string(cell))
	if len(t.seen) < mostSeen && len(cell) <= longestSeen {
		t.seen[string(cell)] = says
	}
	return says
}

// parse finds all ways to read a cell. More than one is a fault, as is none.
func (t *ticker) parse(cell string) (says ticked) {
	pieces := strings.FieldsFunc(cell, isSeparator)
	if len(pieces) > mostPieces {
		return ticked{wrong: fmt.Sprintf("this cell names more than %d things; expected %s", mostPieces, expected(t.item))}
	}
	t.charset.lookUp(cell, func(reading string) bool {
		p := parser{ticker: t, pieces: piecesOf(reading)}
		p.ways = make([][]uint64, len(p.pieces)+1)
		says = p.parse(reading)
		return says.wrong == ""
	})
	return says
}

func isSeparator(r rune) bool { return strings.ContainsRune(",;|\n\r", r) }

// A parser reads one cell.
type parser struct {
	*ticker
	pieces [][2]int   // where each begins and ends
	ways   [][]uint64 // what may be ticked from each piece on
	twice  int        // an option that stands twice, and 1
}

func piecesOf(cell string) (pieces [][2]int) {
	from := 0
	for from <= len(cell) {
		to := from + len(cell[from:])
		if at := strings.IndexFunc(cell[from:], isSeparator); at >= 0 {
			to = from + at
		}
		if folded(cell[from:to]) != "" {
			pieces = append(pieces, [2]int{from, to})
		}
		from = to + 1
	}
	return pieces
}

func (p *parser) parse(cell string) ticked {
	p.ways[len(p.pieces)] = []uint64{0}
	for from := len(p.pieces) - 1; from >= 0; from-- {
		for to := from; to < min(len(p.pieces), from+mostJoined); to++ {
			if len(p.ways[to+1]) == 0 {
				continue
			}
			if options := p.optionsOf(cell[p.pieces[from][0]:p.pieces[to][1]], from == to); options != 0 {
				p.join(from, options, p.ways[to+1])
			}
		}
	}
	switch ways := p.ways[0]; {
	case len(ways) == 1:
		return p.inBounds(ways[0])
	case len(ways) > 1:
		return ticked{wrong: fmt.Sprintf("%s can be read in two ways; use ids, such as %s", strict.Show(cell), p.item.Options[0].ID)}
	case p.twice > 0:
		return ticked{wrong: p.item.Options[p.twice-1].ID + " is there twice"}
	}
	return ticked{wrong: p.unknown(cell)}
}

// join puts options before what may follow them.
func (p *parser) join(from int, options uint64, rest []uint64) {
	for _, r := range rest {
		if both := r & options; both != 0 {
			p.twice = bits.TrailingZeros64(both) + 1
		} else if !slices.Contains(p.ways[from], r|options) {
			p.ways[from] = append(p.ways[from], r|options)
		}
	}
	p.ways[from] = p.ways[from][:min(2, len(p.ways[from]))]
}

// optionsOf are those that a text names: one as a whole, or several ids with blanks
// between.
func (p *parser) optionsOf(text string, ids bool) uint64 {
	if place := p.place([]byte(text)); place >= 0 {
		return 1 << place
	}
	all := uint64(0)
	for _, id := range strings.Fields(text) {
		place := p.places[folded(id)]
		if !ids || len(place) != 1 || all>>place[0]&1 == 1 {
			return 0
		}
		all |= 1 << place[0]
	}
	return all
}

func (p *parser) inBounds(options uint64) ticked {
	if n := bits.OnesCount64(options); n > p.item.Most {
		return ticked{wrong: fmt.Sprintf("%d are named; expected at most %d", n, p.item.Most)}
	}
	return ticked{options: options}
}

// unknown says what is wrong with the first piece that is no option: with its first
// word that is no id, where that may be one with a slip.
func (p *parser) unknown(cell string) string {
	for _, piece := range p.pieces {
		text := strings.TrimSpace(cell[piece[0]:piece[1]])
		if p.optionsOf(text, true) != 0 {
			continue
		}
		for _, word := range strings.Fields(text) {
			if near, found := nearest(word, p.item.Options); found && p.optionsOf(word, true) == 0 {
				return fmt.Sprintf("%s is unknown; did you mean %s?", strict.Show(word), near)
			}
		}
		return p.fault(text, unknown)
	}
	return p.fault(strings.TrimSpace(cell), unknown)
}
