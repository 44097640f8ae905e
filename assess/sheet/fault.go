package sheet

import (
	"strings"
)

// A Fault is one thing that is wrong with a sheet's line.
type Fault struct {
	Group    string // as it is called on the paper; empty where the answers as a whole are meant
	Position int    // of the answer in its group or in the line, from 1; 0 where their number is wrong
	Number   int    // of the question on the paper; 0 where it has none or it cannot be told
	Text     string // what is wrong and what was expected
}

func (f Fault) Error() string {
	where := f.Group
	if where == "" {
		where = say.line()
	}
	switch {
	case f.Number > 0:
		return say.numberedFault(where, f.Position, f.Number, f.Text)
	case f.Position > 0:
		return say.fault(where, f.Position, f.Text)
	}
	return where + " " + f.Text
}

// Faults is everything that is wrong with one line, from left to right.
type Faults []Fault

// maxFaults are shown of one line: whoever typed more has typed something else.
const maxFaults = 8

func (fs Faults) Error() string {
	shown := fs[:min(len(fs), maxFaults)]
	var lines []string
	for _, f := range shown {
		lines = append(lines, f.Error())
	}
	if more := len(fs) - len(shown); more > 0 {
		lines = append(lines, say.more(more))
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults one by one, for errors.As.
func (fs Faults) Unwrap() []error {
	errs := make([]error, len(fs))
	for i, f := range fs {
		errs[i] = f
	}
	return errs
}
