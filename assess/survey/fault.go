package survey

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// maxFaults are told of one table: whoever made more has made the same one
// many times.
const maxFaults = 100

// A Fault is one thing that is wrong at one place of a survey table.
type Fault struct {
	File   string // as the caller named it
	Row    int    // as spreadsheets number them, from 1, the header; 0 where the whole table is meant
	Column string // as spreadsheets letter them; empty where the whole row is meant
	Header string // the id of the question, or of what else the column is known to hold
	Text   string // what is wrong and what was expected
}

func (f Fault) Error() string {
	where := f.File
	if f.Row > 0 {
		where += fmt.Sprintf(": row %d", f.Row)
	}
	if f.Column != "" {
		where += ", column " + f.Column
	}
	if f.Header != "" {
		where += fmt.Sprintf(" (%s)", f.Header)
	}
	return where + ": " + f.Text
}

// Faults is what is wrong with a survey table: the first 100 faults by row
// and column, and how many more there are.
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

// wholeRow is the column of a fault that is not of one cell.
const wholeRow = column(-1)

// A column is its place in a table, from 0.
type column int

// letters are those that spreadsheets show above the column.
func (c column) letters() string {
	text := ""
	for n := int(c) + 1; n > 0; n = (n - 1) / 26 {
		text = string(rune('A'+(n-1)%26)) + text
	}
	return text
}

// A faultList keeps the first faults of a table and counts the others.
type faultList struct {
	file  string
	first []placedFault
	more  int
}

type placedFault struct {
	Fault
	at column
}

// add notes a fault. Its text is made only where the fault is kept, since a
// table may have one in every cell.
func (l *faultList) add(row int, at column, header string, text func() string) {
	here := placedFault{Fault{File: l.file, Row: row, Column: at.letters(), Header: header}, at}
	i, _ := slices.BinarySearchFunc(l.first, here, func(a, b placedFault) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.at, b.at), -1) // after those of the same place
	})
	if i == maxFaults {
		l.more++
		return
	}
	here.Text = text()
	l.first = slices.Insert(l.first, i, here)
	if len(l.first) > maxFaults {
		l.first = l.first[:maxFaults]
		l.more++
	}
}

// err is all that is wrong, or nil.
func (l *faultList) err() error {
	if len(l.first) == 0 {
		return nil
	}
	faults := Faults{More: l.more}
	for _, f := range l.first {
		faults.First = append(faults.First, f.Fault)
	}
	return faults
}
