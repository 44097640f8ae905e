package survey

import (
	"fmt"
	"slices"
	"strings"
)

// A Summary says what was read, to be told.
type Summary struct {
	Rows    int // that hold anything
	People  int // who answered a question
	Empty   int // rows without an answer to any question: nobody
	Stopped int // people who answered none of the last quarter of the questions
	// Twins are rows that say the same as an earlier one, the first twenty; they count.
	Twins     []Twin
	MoreTwins int
	NoColumn  []string // topics of a second round that the table does not have
	LeftOut   []string // headers of columns that are not of the questionnaire
	Format    string   // the encoding of a text, or the sheet of a workbook
}

// A Twin is a row that says the same as an earlier one.
type Twin struct{ Row, First int }

func (s *Summary) twin(first, row int) {
	const most = 20
	if len(s.Twins) == most {
		s.MoreTwins++
		return
	}
	s.Twins = append(s.Twins, Twin{row, first})
}

func (s *reader) summarized(from source) Summary {
	s.summary.Format = from.format
	if s.charset.found != nil {
		s.summary.Format = s.charset.found.name
	}
	return s.summary
}

// personal are words in the headers of columns that say who somebody is.
var personal = []string{"name", "mail", "address", "phone", "ip", "latitude", "longitude", "respondent", "recipient"}

// Personal are the columns that were left out and may say who somebody is.
func (s Summary) Personal() []string {
	var of []string
	for _, header := range s.LeftOut {
		text := folded(header)
		if slices.ContainsFunc(personal, func(word string) bool {
			return strings.Contains(text, word) && (word != "ip" || slices.Contains(strings.Fields(text), word) || text == "ipaddress")
		}) {
			of = append(of, header)
		}
	}
	return of
}

// Lines tell what was read, each a sentence without its full stop.
func (s Summary) Lines() []string {
	lines := []string{s.counts()}
	if n := len(s.Twins); n > 0 {
		lines = append(lines, s.twins())
	}
	if len(s.NoColumn) > 0 {
		lines = append(lines, "the agenda also names these questions, which have no column: "+listed(s.NoColumn))
	}
	if n := len(s.LeftOut); n > 0 {
		lines = append(lines, fmt.Sprintf("left out %s that the questionnaire does not ask: %s", counted(n, "column"), listed(s.LeftOut)))
	}
	if of := s.Personal(); len(of) > 0 {
		lines = append(lines, "these columns may show who answered; they are not used, but stay in your file: "+listed(of))
	}
	if s.Format != "UTF-8" && s.Format != "UTF-16" {
		lines = append(lines, "read as "+s.Format)
	}
	return lines
}

func (s Summary) counts() string {
	parts := []string{counted(s.Rows, "row")}
	if s.Empty > 0 {
		parts = append(parts, fmt.Sprintf("%d without an answer left out", s.Empty))
	}
	if s.Stopped > 0 {
		parts = append(parts, fmt.Sprintf("%d stopped early, and what they answered counts", s.Stopped))
	}
	return strings.Join(parts, ", ")
}

// twins name the rows that say the same, of one first row together.
func (s Summary) twins() string {
	groups := map[int][]string{}
	var order []int
	for _, t := range s.Twins {
		if groups[t.First] == nil {
			order = append(order, t.First)
			groups[t.First] = []string{fmt.Sprint(t.First)}
		}
		groups[t.First] = append(groups[t.First], fmt.Sprint(t.Row))
	}
	var said []string
	for _, first := range order {
		rows := groups[first]
		said = append(said, strings.Join(rows[:len(rows)-1], ", ")+" and "+rows[len(rows)-1])
	}
	more := ""
	if s.MoreTwins > 0 {
		more = fmt.Sprintf(" (and %d more)", s.MoreTwins)
	}
	return "identical rows, all of them counted: " + strings.Join(said, "; ") + more
}

func counted(n int, of string) string {
	if n == 1 {
		return "1 " + of
	}
	return fmt.Sprintf("%d %ss", n, of)
}

// listed names things, the first twelve of many.
func listed(texts []string) string {
	const most = 12
	if more := len(texts) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(texts[:most], ", "), more)
	}
	return strings.Join(texts, ", ")
}
