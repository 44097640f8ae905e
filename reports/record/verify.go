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

// Verify renders a record again from its answers. The record verifies where
// want equals got, its text with LF line ends.
func Verify(name string, text []byte, find rubric.Finder) (got, want []byte, err error) {
	t, err := Read(name, text, find)
	if err != nil {
		return nil, nil, err
	}
	return unixLines(text), Encode(assess.Assess(t)), nil
}

// Open gives the assessment of a record that verifies. Where it can be read and
// does not verify, the assessment of its answers comes with an error of which
// errors.Is tells [ErrOtherFindings]; other errors are those of [Read].
func Open(name string, text []byte, find rubric.Finder) (*assess.Assessment, error) {
	if a, ok := openAsWritten(name, text, find); ok {
		return a, nil
	}
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

// openAsWritten opens a record that stands as [Encode] wrote it, as nearly all of a
// long history do. It reads the answers alone: where the rest is what follows from
// them to the byte, to read it too would tell nothing and take as long again.
func openAsWritten(name string, text []byte, find rubric.Finder) (*assess.Assessment, bool) {
	answers, _, found := bytes.Cut(text, []byte(findingsLine))
	if !found {
		return nil, false
	}
	t, err := read(name, answers, find, false)
	if err != nil {
		return nil, false
	}
	a := assess.Assess(t)
	return a, bytes.Equal(text, Encode(a))
}
