package history

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"collab/assess"
	"collab/internal/strict"
)

// The names of files in an association's folder that are read here.
const (
	Dir        = "history"     // earlier records that git does not hold
	RubricFile = "rubric.yaml" // a rubric of one's own; in Dir behind a date
)

// A Past is every version of one association's record that is known.
type Past struct {
	Record string // the path of its file, which need not be there any more
	// Versions are in the order of their dates; of one date, in the order in
	// which they were made: the last corrects those before.
	Versions []Version
	// Association is whose they are, by the record that stands in the folder, else
	// by the latest that can be read. It is known once one was read.
	Association string
	// Formerly are the names that it had before: records of these are its too.
	Formerly []string
	// Skipped says what was left out so far and why, one sentence each.
	Skipped []error
	// Unsure are those of Skipped behind which counts of people may stand: git
	// could not answer, which errors.Is tells by [ErrGit], or a file that lies in
	// the folder cannot be read.
	Unsure []error

	shelf shelf
	added map[string]int // turns in which git was given files of Dir, by name
}

// newPast is a past of which nothing is known yet.
func newPast(record string) *Past { return &Past{Record: record, added: map[string]int{}} }

// Of says whose past it is.
func (p *Past) Of(a *assess.Assessment) { p.Association, p.Formerly = a.Association, a.Formerly }

// A Version is a record as it stood once.
type Version struct {
	Date assess.Date

	past         *Past
	turn         int         // grows in the order in which versions were made
	repo         *Repository // nil of a file
	commit, blob string
	path         string // of a file, or in the repository
}

// Turns: git's versions lie below the files that git does not have, these
// below the record that stands in the folder now.
const (
	turnOfIndex  = math.MinInt // what a commit holds too has its name
	turnOfFile   = 1
	turnOfRecord = 2
)

// turnOf is that of a commit by its age.
func turnOf(age int) int { return -2 * (age + 1) }

// Name says where a version is: a path, or a commit (or the index) and a path.
func (v Version) Name() string {
	if v.repo == nil {
		return v.path
	}
	return v.commit[:min(len(v.commit), shortCommit)] + ":" + v.path
}

// same tells whether two are one version.
func (v Version) same(w Version) bool { return v.commit == w.commit && v.path == w.path }

// shortCommit is how much of a commit's id is shown: enough for git to find it.
const shortCommit = 10

// Rounds is the number of different dates.
func (p *Past) Rounds() int {
	n := 0
	for i, v := range p.Versions {
		if i == 0 || !v.Date.Equal(p.Versions[i-1].Date.Time) {
			n++
		}
	}
	return n
}

// wrap says of which version an error is that git gave; nil stays nil.
func (v Version) wrap(err error) error {
	if err == nil {
		return nil
	}
	return gitError{fmt.Errorf("%s: %w", v.Name(), err)}
}

// ErrGit marks what git could not say, such as why it says nothing at all.
var ErrGit = errors.New("git could not answer")

// A gitError is git's own error, or one of running it.
type gitError struct{ error }

func (e gitError) Unwrap() []error { return []error{e.error, ErrGit} }

// skip notes why something is left out, in one sentence. What git gave and is no
// record tells nothing of anybody, and nobody could mend it; a file can be mended.
func (p *Past) skip(why error, file bool) {
	var faults strict.Faults
	if errors.As(why, &faults) {
		why = faults[0]
	}
	p.Skipped = append(p.Skipped, why)
	if file || errors.Is(why, ErrGit) {
		p.Unsure = append(p.Unsure, why)
	}
}

// sort puts the versions in order. Of equal texts of one date the last stays.
func (p *Past) sort() {
	slices.SortStableFunc(p.Versions, func(a, b Version) int {
		return cmp.Or(a.Date.Compare(b.Date.Time), cmp.Compare(a.turn, b.turn),
			cmp.Compare(len(a.path), len(b.path)), strings.Compare(a.path, b.path))
	})
	later := map[string]bool{}
	slices.Reverse(p.Versions)
	p.Versions = slices.DeleteFunc(p.Versions, func(v Version) bool {
		again := v.blob != "" && later[v.blob]
		later[v.blob] = true
		return again
	})
	slices.Reverse(p.Versions)
}
