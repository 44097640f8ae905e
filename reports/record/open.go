package record

import (
	"bytes"
	"errors"
	"fmt"

	"collab/assess"
	"collab/rubric"
)

// ErrOtherFindings says that a record's findings are not those that follow
// from its answers: see [Verify].
var ErrOtherFindings = errors.New("its findings do not follow from its answers")

// Open gives the assessment of a record that verifies. Where it can be read and
// does not verify, the assessment of its answers comes with an error of which
// errors.Is tells [ErrOtherFindings]; other errors are those of [Read].
func Open(name string, text []byte, find rubric.Finder) (*assess.Assessment, error) {
	t, err := Read(name, text, find)
	if err != nil {
		return nil, err
	}
	a := assess.Assess(t)
	if !bytes.Equal(unixLines(text), Encode(a)) {
		return a, fmt.Errorf("%s: %w", name, ErrOtherFindings)
	}
	return a, nil
}

// dateKey begins the line of a record's date as [Encode] writes it.
var dateKey = []byte("\ndate: ")

// Date is a record's date. It looks for the line that [Encode] writes before it
// reads the record as [Head] does: a long history is put in order by its dates.
func Date(name string, text []byte) (assess.Date, error) {
	if _, after, ok := bytes.Cut(text, dateKey); ok {
		line, _, _ := bytes.Cut(after, []byte("\n"))
		if date, err := assess.ParseDate(string(bytes.TrimRight(line, "\r"))); err == nil {
			return date, nil
		}
	}
	_, date, err := Head(name, text)
	return date, err
}
