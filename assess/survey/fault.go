package survey

import (
	"fmt"
	"strings"
)

// maxFaults are told of one table: whoever made more has made the same one many
// times.
const maxFaults = 100

// A Fault is one thing that is wrong with a table.
type Fault struct {
	File   string // as the caller named it
	Row    int    // as spreadsheets number them, from 1; 0 where the whole table is meant
	Column string // as spreadsheets letter them; empty where the whole row is meant
	Item   string // the id of what the column is known to hold, such as trust.reliance
	Text   string // what is wrong and what was expected
	Again  int    // further cells of which the same is to say, or that are as wrong
	next   string // where the first of them is
}

func (f Fault) Error() string {
	where := f.File
	if f.Row > 0 {
		where += fmt.Sprintf(": row %d", f.Row)
	}
	if f.Column != "" {
		where += ", column " + f.Column
	}
	if f.Item != "" {
		where += fmt.Sprintf(" (%s)", f.Item)
	}
	switch f.Again {
	case 0:
		return where + ": " + f.Text
	case 1:
		return fmt.Sprintf("%s: %s (and in %s)", where, f.Text, f.next)
	}
	return fmt.Sprintf("%s: %s (and in %d more cells, the first in %s)", where, f.Text, f.Again, f.next)
}

// Faults is what is wrong with a table: the first hundred, each told once, and how
// many more there are.
type Faults struct {
	First []Fault // never none
	More  int
}

func (fs Faults) Error() string {
	var lines []string
	for _, f := range fs.First {
		lines = append(lines, f.Error())
	}
	if fs.More > 0 {
		lines = append(lines, fmt.Sprintf("%s: and %d more", fs.First[0].File, fs.More))
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults one by one, for errors.As.
func (fs Faults) Unwrap() []error {
	errs := make([]error, len(fs.First))
	for i, f := range fs.First {
		errs[i] = f
	}
	return errs
}

// letters are those that spreadsheets show above a column, by its place from 0.
func letters(at int) string {
	text := ""
	for n := at + 1; n > 0; n = (n - 1) / 26 {
		text = string(rune('A'+(n-1)%26)) + text
	}
	return text
}

// A faultList keeps the first faults of a table and counts the others.
type faultList struct {
	Faults
	places map[string]int // in First, by text
	inRows map[string]int // how many there are in First of rows below the header, by column
	total  int
}

// mostInColumn are told of one column: who typed more has typed all of it otherwise.
const mostInColumn = 3

// add notes a fault; see [Fault]. What is said of a cell is told once, whichever the cell.
func (l *faultList) add(f Fault, ofHeader bool) {
	if l.places == nil {
		l.places, l.inRows = map[string]int{}, map[string]int{}
	}
	at, known := l.places[f.Text]
	if !ofHeader && !known && l.inRows[f.Column] == mostInColumn {
		at, known = l.places[f.Column+" "], true
		l.places[f.Text] = at
	}
	l.total++
	switch {
	case known:
		l.First[at].further(f)
	case len(l.First) == maxFaults:
		l.More++
	default:
		l.places[f.Text] = len(l.First)
		if !ofHeader {
			l.places[f.Column+" "] = len(l.First)
			l.inRows[f.Column]++
		}
		l.First = append(l.First, f)
	}
}

// further notes another cell that is as wrong.
func (f *Fault) further(other Fault) {
	if f.Again++; f.Again > 1 {
		return
	}
	f.next = fmt.Sprintf("row %d", other.Row)
	if other.Column != f.Column && other.Column != "" {
		f.next += ", column " + other.Column
	}
}

// err is all that is wrong, or nil.
func (l *faultList) err() error {
	if len(l.First) == 0 {
		return nil
	}
	return l.Faults
}
