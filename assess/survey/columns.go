package survey

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"collab/assess"
	"collab/assess/asking"
	"collab/internal/strict"
)

// Columns are what a table has of the items of a round.
type columns struct {
	width    int
	choices  []choiceColumn // in the items' order
	lists    []listColumns
	texts    []textColumn
	empty    []emptyColumn
	worst    int // the column of the worst hurdle, or below 0
	optionAt map[meaning]int
}

// A choiceColumn holds one option of an item.
type choiceColumn struct {
	at       int
	question bool
	*words
}

// listColumns hold what was ticked of an item: in one cell, or in a column an
// option, or as Kobo has it in both.
type listColumns struct {
	at int // of the one cell, or below 0
	*ticker
	boxes []box
}

// A box is a column in which one option is ticked.
type box struct{ at, option int }

// A textColumn holds what people typed.
type textColumn struct {
	at   int
	item *asking.Item
}

// An emptyColumn must hold nothing.
type emptyColumn struct {
	at   int
	item *asking.Item // or nil
	why  string
	told bool
}

// readHeading finds out what the columns are. It is false where nothing below can
// make sense.
func (s *reader) readHeading(from source) bool {
	s.worst, s.optionAt = -1, map[meaning]int{}
	if len(from.first) == 0 {
		return true // whoever reads its rows finds out why
	}
	if slices.ContainsFunc(from.first[0].cells, func(cell []byte) bool { return bytes.IndexByte(cell, 0) >= 0 }) {
		s.fault(from.first[0].number, -1, nil, "this is not a table: it holds NUL bytes; expected CSV or .xlsx")
		return false
	}
	for _, r := range from.first[from.heading.top : from.heading.bottom+1] {
		s.width = max(s.width, len(r.cells))
	}
	row := from.first[from.heading.top].number
	s.header = from.first[from.heading.bottom].number
	if s.width > maxColumns {
		s.fault(row, -1, nil, fmt.Sprintf("this row has more than %d cells; expected one for each question", maxColumns))
		return false
	}
	nearly := map[*asking.Item]bool{}
	for at := range s.width {
		s.readColumn(at, row, from.heading.headersOf(at, from.first), nearly)
	}
	s.sortColumns()
	return s.findMissing(row, nearly)
}

// readColumn finds out what a column is by the texts that stand above it.
func (s *reader) readColumn(at, row int, headers []string, nearly map[*asking.Item]bool) {
	if len(headers) == 0 {
		s.empty = append(s.empty, emptyColumn{at: at, why: "this column has no header; write the question above it, or empty it"})
		return
	}
	var found []meaning
	for _, header := range headers {
		if found = s.meanings(header); len(found) > 0 {
			break
		}
	}
	switch {
	case len(found) > 1:
		s.fault(row, at, nil, fmt.Sprintf("%s could be %s or %s; write one of these ids as the header", strict.Show(headers[0]), found[0].item.ID, found[1].item.ID))
	case len(found) == 1 && found[0].option != notOption:
		s.take(at, row, found[0])
	case len(found) == 1 && !typedBesides.MatchString(folded(headers[0])):
		s.fault(row, at, found[0].item, fmt.Sprintf("%s is none of the options; expected %s", strict.Show(headers[0]), expected(found[0].item)))
	default:
		s.leaveOut(at, row, headers, nearly)
	}
}

// typedBesides are the fields for further text that form tools put beside options.
var typedBesides = regexp.MustCompile(`(?:\[|[-/:|] ?)(?:other|comment)\b[^\[]*\]?$`)

// leaveOut leaves a column out that is not ours, unless it nearly is.
func (s *reader) leaveOut(at, row int, headers []string, nearly map[*asking.Item]bool) {
	for _, header := range headers {
		if typedBesides.MatchString(folded(header)) || ofTheTool.MatchString(folded(header)) {
			break
		}
		if near, found := s.near(header); found {
			nearly[near] = true
			s.fault(row, at, nil, fmt.Sprintf("%s is not a question here; did you mean %s? If so, correct the header; if not, give the column another name", strict.Show(header), near.ID))
			return
		}
	}
	shown, _ := s.charset.typed(headers[0])
	s.summary.LeftOut = append(s.summary.LeftOut, strict.Plain(shown))
}

// take notes that a column is of an item, or of one of its options.
func (s *reader) take(at, row int, m meaning) {
	it := m.item
	if before, twice := s.optionAt[m]; twice {
		s.fault(row, at, it, fmt.Sprintf("column %s holds the same; expected one column for it", letters(before)))
		return
	}
	s.optionAt[m] = at
	switch {
	case it.Refused != "":
		s.empty = append(s.empty, emptyColumn{at: at, item: it, why: it.ID + " " + it.Refused})
	case it.Kind == asking.Ticks:
		s.takeList(at, m)
	case it.Kind == asking.Text:
		s.texts = append(s.texts, textColumn{at, it})
	default:
		if it.ID == asking.WorstID {
			s.worst = at
		}
		s.choices = append(s.choices, choiceColumn{at, it.Kind == asking.Scale, newWords(it, s.charset)})
	}
}

func (s *reader) takeList(at int, m meaning) {
	i := slices.IndexFunc(s.lists, func(l listColumns) bool { return l.item == m.item })
	if i < 0 {
		i = len(s.lists)
		s.lists = append(s.lists, listColumns{at: -1, ticker: newTicker(s.options[m.item])})
	}
	if m.option == wholeItem {
		s.lists[i].at = at
	} else {
		s.lists[i].boxes = append(s.lists[i].boxes, box{at, m.option})
	}
}

// sortColumns puts the columns of questions into the order in which they are asked.
func (s *reader) sortColumns() {
	slices.SortStableFunc(s.choices, func(a, b choiceColumn) int {
		return slices.Index(s.items, a.item) - slices.Index(s.items, b.item)
	})
	for _, c := range s.choices {
		if c.question {
			s.questions++
		}
	}
}

// otherRubric is said where nothing fits.
const otherRubric = "If people answered in another language or version, give that rubric with --rubric"

// findMissing notes the questions that have no column. It is false where none has.
func (s *reader) findMissing(row int, nearly map[*asking.Item]bool) bool {
	var missing []*asking.Item
	for _, it := range s.items {
		if _, found := s.optionAt[meaning{it, wholeItem}]; it.Needed && !found && !nearly[it] {
			missing = append(missing, it)
		}
	}
	if s.questions == 0 && len(nearly) == 0 {
		s.faults = faultList{} // whatever else seems wrong is of another table
		s.fault(row, -1, nil, "no column holds a question; expected the text of a question above each, or its id, such as "+s.round.Rubric.Questions()[0].ID+". "+otherRubric)
		return false
	}
	if s.isShort(missing) {
		s.fault(row, -1, nil, fmt.Sprintf("only the questions of the short version have a column; add --short if people answered that, or else a column for each of the other %d, which may be empty", len(missing)))
		return true
	}
	for _, id := range s.round.Topics {
		if !slices.ContainsFunc(s.choices, func(c choiceColumn) bool { return c.item.ID == id }) {
			s.summary.NoColumn = append(s.summary.NoColumn, id)
		}
	}
	if len(missing) > mostInColumn {
		var ids []string
		for _, it := range missing {
			ids = append(ids, it.ID)
		}
		s.fault(row, -1, nil, fmt.Sprintf("there is no column for %d questions: %s; add one for each, which may be empty%s", len(ids), listed(ids), s.notUnderstood()))
		return true
	}
	for _, it := range missing {
		s.fault(row, -1, it, fmt.Sprintf("there is no column for %s; add one, which may be empty%s", strict.Show(it.Prompts[0]), s.notUnderstood()))
	}
	return true
}

// isShort tells whether the questions without a column are those, and all those, that
// the short form does not ask.
func (s *reader) isShort(missing []*asking.Item) bool {
	var left []string
	for _, q := range s.round.Rubric.Questions() {
		if !assess.Short.Asks(q) {
			left = append(left, q.ID)
		}
	}
	return len(left) > 0 && slices.EqualFunc(missing, left, func(it *asking.Item, id string) bool { return it.ID == id })
}

// notUnderstood names the columns among which a missing one may be.
func (s *reader) notUnderstood() string {
	const most = 5
	all := s.summary.LeftOut
	if len(all) == 0 {
		return ""
	}
	var shown []string
	for _, header := range all[:min(most, len(all))] {
		shown = append(shown, strict.Show(header))
	}
	if len(all) > most {
		shown = append(shown, fmt.Sprintf("and %d more", len(all)-most))
	}
	return "; these columns were not understood: " + strings.Join(shown, ", ")
}

// itemAt is what a column holds; nil where it is not known.
func (s *reader) itemAt(at int) *asking.Item {
	for m, place := range s.optionAt {
		if place == at {
			return m.item
		}
	}
	return nil
}
