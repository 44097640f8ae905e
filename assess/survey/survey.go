// Package survey reads tables of form tools: a row a person, a column a question.
// [Read] adds one up.
package survey

import (
	"bytes"
	"fmt"
	"io"

	"collab/assess"
	"collab/rubric"
)

// A Round is what a survey table cannot hold.
type Round struct {
	Association string
	Date        assess.Date
	Rubric      *rubric.Rubric
	Length      assess.Length
	JointWork   assess.JointWork
}

// Read adds up a survey table: a row a person, a column a question, as
// form tools write them. The tally is a group's and remains to be closed. The
// name is for faults, which come as [Faults]; there is no tally then. The
// progress, which may be nil, is told now and then how many rows are read.
//
// The table is CSV with commas, semicolons or tabs, whichever makes sense of its
// header, in UTF-8, or in UTF-16 with a byte order mark. The header names each
// question that the round asks, by its id or its exact prompt, in any order.
// Further columns may be there: respondent, role and code; target.<dimension>;
// priorities, hurdles and hurdle_worst; aim.<form>; fact.<id>; by their prompts too
// where people are asked them (of an aim the name of its form, or the prompt and
// in brackets the name). A star behind a header is passed over. Any other column is a fault, for
// it may be a slip, or hold the names, addresses and times that form tools add:
// these must not be read in, so whoever has them is told to delete them. One
// without a header must be empty.
//
// A cell holds a rank, a stage's id, dk, na (dont_know, does_not_apply) or
// nothing. In place of an id may stand the text that people chose, as form tools
// write it: an anchor, the rubric's words for the other answers, the name of a
// role or an aim; for a fact yes or no. Blanks around and between words, the case
// of letters and the shape of quotation marks do not matter. Respondents
// and codes are compared as they stand but for the blanks around them; either
// twice is a fault. Priorities and hurdles are ids separated by blanks, commas or
// semicolons, or the texts that people ticked (the name of a trait, the name or
// the sign of a hurdle) separated by commas or semicolons. A row of empty cells is passed over.
//
// The table streams: whatever its size, no more is kept than counts and 16 bytes
// for each respondent and each code, more or less. A row is at most 1 MiB, a table at most ten
// million rows.
func Read(name string, in io.Reader, round Round, progress func(rows int)) (*assess.Tally, error) {
	s := newSurvey(name, newScanner(in), round)
	if s.readHeader() {
		s.readPeople(progress)
	}
	s.noteEnd()
	if s.table.err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, s.table.err)
	}
	if err := s.faults.err(); err != nil {
		return nil, err
	}
	if s.wrong != nil {
		return nil, fmt.Errorf("reading %s: %w", name, s.wrong)
	}
	return s.tally, nil
}

// A survey is a table while it is read.
type survey struct {
	round  Round
	table  *scanner
	row    row // at hand
	faults faultList
	width  int      // columns
	named  []string // ids of the columns; empty where a column is not known
	empty  []column // without a header

	respondent, code identity
	role             choice
	questions        []questionColumn // in the rubric's order
	columns          []column         // of the questions
	answers          *vocabulary
	codes            []uint8 // of the answers in the row at hand
	targets          []choice
	priorities       list
	hurdles          list
	worst            choice
	aims             []choice
	facts            []choice
	said             assess.Response // by the row at hand
	tally            *assess.Tally
	wrong            error // the tally refused a response
}

// An identity is a column in which nobody stands twice.
type identity struct {
	header
	register *register
}

// fault notes what is wrong with a cell of the row at hand.
func (s *survey) fault(at column, id string, text func() string) {
	s.faults.add(s.row.number, at, id, text)
}

// cellText is the text of a cell in a fault. Nobody needs a long one.
func (s *survey) cellText(at column) string {
	text := s.row.text(at)
	return string(text[:min(len(text), 1000)])
}

// readPeople reads the rows below the header.
func (s *survey) readPeople(progress func(rows int)) {
	for b := range s.table.blocks() {
		for s.row = range b.rows() {
			s.readRow()
		}
		s.settle(&s.respondent)
		s.settle(&s.code)
		if progress != nil {
			progress(s.row.number)
		}
	}
}

func (s *survey) readRow() {
	switch {
	case s.row.number == 1 || s.row.blank():
	case len(s.row.cells) != s.width:
		s.fault(wholeRow, "", func() string {
			return fmt.Sprintf("cells in the row: %d; expected %d as in the header", len(s.row.cells), s.width)
		})
	default:
		s.readPerson()
	}
}

// readPerson adds what one row says to the tally.
func (s *survey) readPerson() {
	s.identify(&s.respondent)
	s.identify(&s.code)
	if err := s.tally.Add(s.response()); err != nil && s.wrong == nil {
		s.wrong = err
	}
	for _, at := range s.empty {
		s.readEmpty(at)
	}
}

func (s *survey) identify(who *identity) {
	if !who.there() {
		return
	}
	text := bytes.TrimSpace(s.row.text(who.at))
	switch {
	case len(text) == 0:
	case holdsNUL(text):
		s.fault(who.at, who.id, func() string { return "a NUL byte stands here; expected text" })
	default:
		who.register.note(s.row.number, text)
	}
}

// settle notes who was read before.
func (s *survey) settle(who *identity) {
	who.register.settle(func(row, first int) {
		s.faults.add(row, who.at, who.id, func() string {
			return fmt.Sprintf("the same %s as in row %d; expected each once", who.id, first)
		})
	})
}

func holdsNUL(text []byte) bool { return bytes.IndexByte(text, 0) >= 0 }

func (s *survey) readEmpty(at column) {
	if len(bytes.TrimSpace(s.row.text(at))) > 0 {
		s.fault(at, "", func() string { return "the column has no header; expected one, or an empty column" })
	}
}

// noteEnd notes why the table was not read to its end, or that it holds nobody.
func (s *survey) noteEnd() {
	switch {
	case s.table.err != nil:
	case s.table.broken != "":
		s.faults.add(s.table.rows+1, s.table.at, s.nameAt(s.table.at), func() string { return s.table.broken + "; nothing after it was read" })
	case s.width == 0:
		s.faults.add(0, wholeRow, "", func() string { return "the table is empty; expected a header and a row a person" })
	case s.tally.People == 0 && len(s.faults.first) == 0:
		s.faults.add(0, wholeRow, "", func() string { return "no row below the header holds an answer" })
	}
}

// nameAt is the id of a column, empty where it is not known.
func (s *survey) nameAt(at column) string {
	if at < 0 || int(at) >= len(s.named) {
		return ""
	}
	return s.named[at]
}
