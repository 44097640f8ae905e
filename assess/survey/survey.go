// Package survey reads tables of form tools as they come: a row a person, a column
// a question.
//
// Start with [Read]. It reads by what a column is, never by its place: what is ours
// is recognised by id, by the exact text that people were asked, then by that text
// without what form tools put around it. What is not ours is left out, and named in
// the [Summary]. Nothing is guessed between two readings: what nearly is ours is a
// fault, with what it may have been.
package survey

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"collab/assess"
	"collab/assess/asking"
)

// Header is the header of a table of our own, in an order that people can follow:
// those who answer, the questions that the round asks, then what may be left out. Of a
// second round it is the topics.
func Header(round asking.Round) []string {
	if len(round.Topics) > 0 {
		return append([]string{asking.RespondentID}, round.Topics...)
	}
	var ids []string
	for _, it := range asking.Items(round) {
		if asked := it.Kind == asking.Scale || it.ID == asking.RespondentID; it.Refused == "" && (asked || !round.Again) {
			ids = append(ids, it.ID)
		}
	}
	return ids
}

// Limits of a table.
const (
	maxColumns = 2000
	maxRows    = assess.MaxPeople
	manyFaults = 10_000 // of a table of something else
)

// Read reads a table and gives each person who answered a question, by the row where
// they stand. The response is overwritten after each returns; an error that it gives
// ends the reading. The name is for faults, which come as [Faults]: then all that was
// given is to be thrown away.
//
// The table is an .xlsx workbook, of which the first sheet that fits is read, or text:
// with commas, semicolons, tabs or bars, in UTF-8, UTF-16, or in Windows-1252 or Mac Roman
// where that makes known what is read. Titles may stand above the header, which may have
// several rows. Cells hold what was chosen: its text, its number, its id. Cells may be
// left off at the end of a row.
//
// The table streams: whatever its size, no more is kept than some 16 bytes a row. A
// row is at most 1 MiB, a table at most 2,000 columns and ten million rows, a workbook
// at most 64 MiB.
func Read(name string, in io.Reader, round asking.Round, each func(row int, r *assess.Response) error) (Summary, error) {
	s := newReader(name, round, each)
	from, err := open(in, s.recogniser)
	if told := notTable(""); errors.As(err, &told) {
		s.faults.add(Fault{File: name, Text: told.Error()}, true)
		return Summary{}, s.faults.err()
	}
	if err != nil {
		return Summary{}, fmt.Errorf("reading %s: %w", name, err)
	}
	if s.readHeading(from) {
		if err := s.readRows(from); err != nil {
			return Summary{}, err
		}
	}
	s.noteNobody()
	s.noteForeign()
	return s.summarized(from), s.faults.err()
}

// A reader is a table while it is read.
type reader struct {
	name  string
	round asking.Round
	each  func(row int, r *assess.Response) error
	*recogniser
	columns
	header  int // its last row
	faults  faultList
	summary Summary
	person
}

func newReader(name string, round asking.Round, each func(int, *assess.Response) error) *reader {
	s := &reader{name: name, round: round, each: each, person: newPerson(round)}
	s.recogniser = newRecogniser(asking.Items(round), new(charset))
	return s
}

// fault notes what is wrong at a place; the column is below 0 where the row is meant.
func (s *reader) fault(row, at int, it *asking.Item, text string) {
	f := Fault{File: s.name, Row: row, Column: letters(at), Text: text}
	if it != nil {
		f.Item = it.ID
	}
	s.faults.add(f, row <= s.header)
}

// readRows reads the rows below the heading.
func (s *reader) readRows(from source) error {
	rows := newReadAhead(from)
	defer rows.stop()
	for place := 0; ; place++ {
		r, err := rows.next()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return s.breakOff(r, err)
		case place < from.heading.below:
			continue
		case s.faults.total >= manyFaults:
			s.fault(0, -1, nil, fmt.Sprintf("there are too many errors; the rows from %d on were not read", r.number))
			return nil
		case r.number > maxRows:
			s.fault(r.number, -1, nil, fmt.Sprintf("the table has more than %d rows", maxRows))
			return nil
		}
		if err := s.readRow(r); err != nil {
			return err
		}
	}
}

// breakOff notes why the table cannot be read on.
func (s *reader) breakOff(r row, err error) error {
	told := notTable("")
	switch {
	case errors.Is(err, errLong):
		s.fault(r.number, -1, nil, err.Error()+"; nothing below it was read")
	case errors.Is(err, errOpen):
		s.fault(r.number, len(r.cells), s.itemAt(len(r.cells)), err.Error()+"; nothing below it was read")
	case errors.As(err, &told):
		s.fault(0, -1, nil, told.Error())
	default:
		return fmt.Errorf("reading %s: %w", s.name, err)
	}
	return nil
}

// noteForeign says one thing of a table whose answers are in words that the rubric does
// not have: in another language, say.
func (s *reader) noteForeign() {
	if s.foreign < max(s.questions, 5) || s.foreign < 4*s.known {
		return
	}
	one := slices.IndexFunc(s.faults.First, func(f Fault) bool { return f.Row > s.header && f.Column != "" })
	f := s.faults.First[one]
	f.Text, f.Again = "hardly any answer is one that the rubric has. "+otherRubric, 0
	s.faults = faultList{}
	s.faults.add(f, true)
}

func (s *reader) noteNobody() {
	switch {
	case s.summary.People > 0 || len(s.faults.First) > 0:
	case s.width == 0:
		s.fault(0, -1, nil, "the table is empty; expected a header and a row for each person")
	default:
		s.fault(0, -1, nil, "there is no answer below the header")
	}
}
