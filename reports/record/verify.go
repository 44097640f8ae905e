package record

import (
	"bytes"
	"errors"
	"fmt"

	"collab/assess"
	"collab/internal/strict"
	"collab/rubric"
)

// ErrOtherFindings says that a record's findings are not those that follow
// from its answers: see [Verify].
var ErrOtherFindings = errors.New("its findings do not follow from its answers")

// Verify renders a record again from its answers. The record verifies where
// want equals got. Both are without what is no difference: see [standing].
func Verify(name string, text []byte, find rubric.Finder) (got, want []byte, err error) {
	t, err := Read(name, text, find)
	if err != nil {
		return nil, nil, err
	}
	switch n := t.Rubric.Reworded(); {
	case t.Earlier:
		return nil, nil, fmt.Errorf("%s: %w", name, ErrEarlier)
	case n > 0:
		worded := "questions are"
		if n == 1 {
			worded = "question is"
		}
		return nil, nil, fmt.Errorf("%s: %d %s worded differently in the rubric %s that is here: %w", name, n, worded, t.Rubric.Ref(), rubric.ErrNotAtHand)
	}
	return standing(text), standing(Encode(assess.Assess(t))), nil
}

// Check tells whether a record's text is what follows from an assessment of its answers:
// [ErrOtherFindings] says that it is not, [ErrEarlier] that nobody can tell any more.
func Check(text []byte, a *assess.Assessment) error {
	switch {
	case !a.Earlier && bytes.Equal(standing(text), standing(Encode(a))):
		return nil
	case a.Earlier || a.Rubric.Reworded() > 0:
		return ErrEarlier
	}
	return ErrOtherFindings
}

// standing is what stands in a record. Without a difference are a byte order mark,
// UTF-16, CR LF, blanks at line ends, remarks, empty lines and a missing last newline:
// editors and people add and drop them, and no answer and no finding is among them.
func standing(text []byte) []byte {
	text = strict.ToUTF8(text)
	out := make([]byte, 0, len(text))
	for line := range bytes.Lines(text) {
		if line = bytes.TrimRight(withoutRemark(line), " \t\r\n"); len(line) > 0 {
			out = append(append(out, line...), '\n')
		}
	}
	return out
}

// withoutRemark cuts a line before a # that begins it or follows a blank. In double
// quotes, the only ones that a record is written with, it is text.
func withoutRemark(line []byte) []byte {
	quoted := false
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '"':
			quoted = !quoted
		case quoted && line[i] == '\\':
			i++ // what is behind it ends no text
		case line[i] == '#' && !quoted && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t'):
			return line[:i]
		}
	}
	return line
}

// Open gives the assessment of a record that verifies. Where it can be read and
// does not verify, the assessment of its answers comes with an error of which
// errors.Is tells [ErrOtherFindings], or [ErrEarlier] where it cannot; other errors are those of [Read].
func Open(name string, text []byte, find rubric.Finder) (*assess.Assessment, error) {
	if a, ok := openAsWritten(name, text, find); ok {
		return a, nil
	}
	t, err := Read(name, text, find)
	if err != nil {
		return nil, err
	}
	a := assess.Assess(t)
	if err := Check(text, a); err != nil {
		return a, fmt.Errorf("%s: %w", name, err)
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
