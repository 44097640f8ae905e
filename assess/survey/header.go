package survey

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"collab/assess/asking"
	"collab/internal/strict"
)

// A meaning is what a column holds: an item, or of an item whose options are
// ticked in a column each one of these.
type meaning struct {
	item   *asking.Item
	option int // its place; wholeItem, or notOption
}

const (
	wholeItem = -1
	notOption = -2 // of an item whose options are ticked, something else
)

// A recogniser tells what the header of a column means.
type recogniser struct {
	items   []*asking.Item
	names   map[string][]meaning    // by folded name
	options map[*asking.Item]*words // of items of which several may be ticked
	ticked  []string                // folded names of these
	seen    map[string][]meaning    // headers that were looked at
	charset *charset
}

func newRecogniser(items []*asking.Item, c *charset) *recogniser {
	h := &recogniser{items: items, names: map[string][]meaning{}, options: map[*asking.Item]*words{}, seen: map[string][]meaning{}, charset: c}
	for _, it := range items {
		for _, name := range headersFor(it) {
			if m, key := (meaning{it, wholeItem}), folded(name); key != "" && !slices.Contains(h.names[key], m) {
				h.names[key] = append(h.names[key], m)
				if it.Kind == asking.Ticks {
					h.ticked = append(h.ticked, key)
				}
			}
		}
		if it.Kind == asking.Ticks {
			h.options[it] = newWords(it, c)
		}
	}
	return h
}

// ofTheTool are columns about a question that form tools add, such as how long it took.
var ofTheTool = regexp.MustCompile(`^(?:points|feedback) - |\b(?:question|group) time: |time\. `)

// meanings are what a header may mean: what is recognised by id, code or exact
// prompt, then with decorations taken off, then as a row of a grid.
func (h *recogniser) meanings(header string) []meaning {
	found, known := h.seen[header]
	if !known {
		found = h.find(header)
		h.seen[header] = found
	}
	return found
}

func (h *recogniser) find(header string) (found []meaning) {
	if ofTheTool.MatchString(folded(header)) {
		return nil
	}
	h.charset.lookUp(header, func(reading string) bool {
		found = h.named(reading)
		if len(found) == 0 {
			found = h.inGrid(folded(reading))
		}
		return len(found) > 0
	})
	slices.SortFunc(found, func(a, b meaning) int { return slices.Index(h.items, a.item) - slices.Index(h.items, b.item) })
	return slices.Compact(found)
}

// inGrid looks for a question and one of its rows or options, as form tools join
// them: "question [row]", "question - row", "question/row".
func (h *recogniser) inGrid(text string) (other []meaning) {
	for question, row := range splits(text) {
		if found := h.names[row]; len(found) == 1 && slices.Contains(h.named(question), found[0]) {
			return found // its id behind its prompt
		}
		if option := h.option(question, row); option.item != nil && option.option >= 0 {
			return []meaning{option}
		} else if option.item != nil {
			other = []meaning{option}
		}
		if found := h.names[question+" "+row]; len(found) > 0 {
			return found
		}
		if strings.ContainsAny(row, " ._") { // another word is too little to tell what it is
			if found := lookUp(row, unnumbered, func(folded string) []meaning { return h.names[folded] }); len(found) > 0 {
				return found
			}
		}
	}
	return other
}

// named is what a text means by its names alone.
func (h *recogniser) named(text string) []meaning {
	return lookUp(text, undressed, func(folded string) []meaning { return h.names[folded] })
}

// option is one that may be ticked; its item is nil where nothing can be.
func (h *recogniser) option(question, row string) meaning {
	if !slices.ContainsFunc(h.ticked, func(name string) bool { return strings.Contains(question, name) }) {
		return meaning{} // nearly always, and quickly
	}
	of := h.named(question)
	if len(of) != 1 || of[0].item.Kind != asking.Ticks {
		return meaning{}
	}
	return meaning{of[0].item, max(h.options[of[0].item].find(row), notOption)}
}

// mostSplits are tried of a header, by each separator.
const mostSplits = 8

// splits are the ways to part a header into a question and a row of it.
func splits(text string) func(yield func(question, row string) bool) {
	return func(yield func(question, row string) bool) {
		for _, between := range []string{"[", " - ", "/", " | ", ": ", "? "} {
			for at, n := 0, 0; n < mostSplits; n++ {
				next := strings.Index(text[at:], between)
				if next < 0 {
					break
				}
				at += next + len(between)
				row, closed := strings.CutSuffix(text[at:], "]")
				if closed == (between == "[") && !yield(folded(text[:at-len(between)]), folded(row)) {
					return
				}
			}
		}
	}
}

// near is what a header nearly is: a name with a slip, a prompt that was cut
// short or has something added, or most of its words.
func (h *recogniser) near(header string) (*asking.Item, bool) {
	shown, _ := h.charset.typed(header)
	text := folded(shown)
	var names []string
	for name := range h.names {
		if len(name) > 4 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	if name, found := strict.Nearest(text, names); found {
		return h.names[name][0].item, true
	}
	const cutShort, mostWords = 15, .6
	best, most := "", 0.0
	for _, name := range names {
		share := wordsShared(text, name)
		if strings.Contains(name, " ") && (strings.HasPrefix(text, name+" ") || len(text) >= cutShort && strings.HasPrefix(name, text)) {
			share = 1
		}
		if share > most {
			best, most = name, share
		}
	}
	if most < mostWords {
		return nil, false
	}
	return h.names[best][0].item, true
}

// wordsShared is the share of the words of two texts that both have; none of
// texts of fewer than four.
func wordsShared(a, b string) float64 {
	of, with := strings.Fields(a), strings.Fields(b)
	if len(of) < 4 || len(with) < 4 || len(of) > 2*len(with) || len(with) > 2*len(of) {
		return 0
	}
	shared := 0
	for _, word := range of {
		if slices.Contains(with, word) {
			shared++
		}
	}
	return float64(shared) / float64(max(len(of), len(with)))
}

// A heading is the rows of a table that say what its columns are.
type heading struct {
	top, bottom int // places among the first rows of the table
	below       int // the first row of a person
	known       int // columns that are recognised in the row that has most
	sub         bool
}

// mostHeaders are the rows of one heading.
const mostHeaders = 3

// headingOf finds the heading among the first rows of a table: the row in which
// most columns are recognised, and those next to it that have half as many or
// belong to it in another way. Above it are titles.
func (h *recogniser) headingOf(rows []row) heading {
	known := make([]int, len(rows))
	best := heading{}
	for i, r := range rows {
		if best.known > 0 && i > best.top+mostHeaders {
			break
		}
		for _, cell := range r.cells {
			if len(cell) > 0 && len(h.meanings(string(cell))) > 0 {
				known[i]++
			}
		}
		if known[i] > best.known {
			best = heading{top: i, bottom: i, known: known[i]}
		}
	}
	for best.top > 0 && known[best.top-1] > 0 && 2*known[best.top-1] >= best.known {
		best.top--
	}
	for best.bottom+1 < len(rows) && 2*known[best.bottom+1] >= max(best.known, 1) {
		best.bottom++
	}
	if best.bottom == best.top && best.bottom+1 < len(rows) && h.isBelow(rows[best.top], rows[best.bottom+1]) {
		best.bottom++
	}
	best.sub = best.bottom > best.top
	best.below = best.bottom + 1
	for best.below < len(rows) && slices.ContainsFunc(rows[best.below].cells, func(cell []byte) bool {
		return strings.HasPrefix(string(cell), `{"ImportId"`) || strings.HasPrefix(string(cell), `{'ImportId'`)
	}) {
		best.below++ // Qualtrics
	}
	return best
}

// isBelow tells whether a row has the options and the rows of grids below their
// questions, as SurveyMonkey writes them: "Response" where there are none.
func (h *recogniser) isBelow(above, below row) bool {
	for at, cell := range below.cells {
		if at < len(above.cells) && isResponse(string(cell)) && len(h.meanings(string(above.cells[at]))) > 0 {
			return true
		}
	}
	return false
}

func isResponse(text string) bool {
	name := folded(text)
	return name == "response" || name == "open-ended response"
}

// headersOf are the texts that may tell what a column is, the most telling first;
// none where nothing stands above it.
func (head heading) headersOf(at int, rows []row) []string {
	var texts []string
	for _, r := range rows[head.top : head.bottom+1] {
		if text := r.text(at); strings.TrimSpace(text) != "" && !isResponse(text) {
			texts = append(texts, text)
		}
	}
	below := rows[head.bottom].text(at)
	if head.sub && strings.TrimSpace(below) != "" && !isResponse(below) {
		if question := leftOf(rows[head.top], at); question != "" {
			return append([]string{fmt.Sprintf("%s [%s]", question, below)}, texts...)
		}
	}
	if above := head.top - 1; len(texts) == 0 && above >= 0 && 2*rows[above].filled() > len(rows[head.top].cells) {
		return []string{rows[above].text(at)} // the tool's own names, above questions
	}
	return texts
}

// leftOf is what stands in a row in a place, or to the left of it: a question stands
// above the first of its options.
func leftOf(r row, at int) string {
	for ; at >= 0; at-- {
		if question := r.text(at); strings.TrimSpace(question) != "" {
			return question
		}
	}
	return ""
}
