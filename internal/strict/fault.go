package strict

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// A Fault is one thing that is wrong at one place of a file.
type Fault struct {
	File         string // as the caller named it
	Line, Column int    // from 1; the column counts characters
	Text         string // what is wrong and what was expected
	Cause        error  // see [Value.Because]; usually nil
}

// Unwrap is the cause, for errors.Is.
func (f Fault) Unwrap() error { return f.Cause }

func (f Fault) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Text)
}

// Faults is everything that is wrong with one file, in the order of its lines.
type Faults []Fault

// Error says each sentence once, with the first place and the other lines that it is
// said of, and no more than a hundred of them.
func (fs Faults) Error() string {
	var lines []string
	again := fs.again()
	for _, f := range fs {
		further, first := again[f.Text]
		if !first {
			continue
		}
		delete(again, f.Text)
		if len(lines) == maxFaults {
			return strings.Join(append(lines, fmt.Sprintf("%s: and %d more", f.File, len(again)+1)), "\n")
		}
		lines = append(lines, f.Error()+sayAgain(further))
	}
	return strings.Join(lines, "\n")
}

// again are, by its sentence, the lines further down of which each fault is said too.
func (fs Faults) again() map[string][]int {
	lines := map[string][]int{}
	last := map[string]int{}
	for _, f := range fs {
		of, known := lines[f.Text]
		if known && f.Line != last[f.Text] {
			of = append(of, f.Line)
		}
		lines[f.Text], last[f.Text] = of, f.Line
	}
	return lines
}

func sayAgain(lines []int) string {
	const most = 5
	var said []string
	for _, line := range lines[:min(len(lines), most)] {
		said = append(said, strconv.Itoa(line))
	}
	switch more := len(lines) - most; {
	case len(lines) == 0:
		return ""
	case len(lines) == 1:
		return fmt.Sprintf(" (also in line %s)", said[0])
	case more > 0:
		return fmt.Sprintf(" (also in lines %s and %d more)", strings.Join(said, ", "), more)
	}
	end := len(said) - 1
	return fmt.Sprintf(" (also in lines %s and %s)", strings.Join(said[:end], ", "), said[end])
}

// Unwrap gives the faults one by one, for errors.Is and errors.As.
func (fs Faults) Unwrap() []error {
	errs := make([]error, len(fs))
	for i, f := range fs {
		errs[i] = f
	}
	return errs
}

// document is what all values of one file share.
type document struct {
	file    string
	faults  Faults
	first   map[string]int      // lines of the keys of the mapping that is being checked
	refused map[*yaml.Node]bool // those that have their fault
}

func (d *document) fault(line, column int, format string, args ...any) {
	d.faults = append(d.faults, Fault{File: d.file, Line: line, Column: column, Text: fmt.Sprintf(format, args...)})
}

func (d *document) err() error {
	if len(d.faults) == 0 {
		return nil
	}
	sorted := slices.Clone(d.faults)
	slices.SortStableFunc(sorted, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.CompactFunc(sorted, func(a, b Fault) bool {
		return a.Line == b.Line && a.Column == b.Column && a.Text == b.Text
	})
}

// expected says which words would have been right, the nearest one alone where
// a slip of the finger explains the wrong one.
func expected(wrong string, words []string) string {
	if near, ok := Nearest(wrong, words); ok {
		return fmt.Sprintf("did you mean %s?", near)
	}
	const most = 12
	switch {
	case len(words) == 0:
		return "expected none"
	case len(words) == 1:
		return "expected " + words[0]
	case len(words) > most:
		return fmt.Sprintf("expected one of %s … (%d in all)", strings.Join(words[:most], ", "), len(words))
	}
	return "expected one of " + strings.Join(words, ", ")
}

// Nearest is the lower-case word that a slip of the finger explains: the first
// with the fewest letters wrong, at most two, and not all of them.
func Nearest(wrong string, words []string) (string, bool) {
	best, fewest := "", 3
	for _, w := range words {
		if abs(len(wrong)-len(w)) >= fewest {
			continue // also keeps a hostile word of a megabyte from being compared
		}
		if d := distance(strings.ToLower(wrong), w); d < fewest {
			best, fewest = w, d
		}
	}
	return best, fewest < 3 && fewest < len(best)
}

func abs(n int) int { return max(n, -n) }

// distance is the number of letters to change, add or drop between two words (Levenshtein 1966).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
