package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
	"collab/internal/strict"
	"collab/reports"
	"collab/reports/record"
)

// keepAndShow keeps an assessment in a folder, shows it and says where it is.
func (c console) keepAndShow(f folder, a *assess.Assessment, how keeping, accessible bool) error {
	a.Formerly = f.formerly()
	before := c.since(f, a)
	k, err := f.keep(a, before, how)
	if err != nil {
		return err
	}
	o := before.options()
	o.Plan = c.planOf(f, a)
	said := c.whereabouts(f, k.written, len(a.Actions) > 0)
	for _, err := range append(replacedForGood(k), tookPlace(a.Date, k), f.oldPage(record.Seal(record.Encode(a)))) {
		said = append(said, c.complaint(err)...)
	}
	c.complain(c.dateAhead(f, a.Date)) // above: the interview said so before, and the headline must not scroll away
	err = c.show(a, o, said, accessible)
	c.tell(said)
	return err
}

// replacedForGood says which earlier records are gone.
func replacedForGood(k kept) (gone []error) {
	const why = "together with the new record it would reveal what individuals answered, and you gave --replace"
	if !k.replaced.IsZero() && k.where == "" {
		gone = append(gone, fmt.Errorf("the earlier record of %s is not kept: %s", k.replaced, why))
	}
	for _, path := range k.removed {
		gone = append(gone, fmt.Errorf("%s was removed: %s", path, why))
	}
	return gone
}

// dateAhead says of a record whose date is likely a slip how to put it right.
func (c console) dateAhead(f folder, date assess.Date) error {
	said := c.ahead(date)
	if said == "" {
		return nil
	}
	return advise(errors.New(said), "If that is a mistake, correct the date in %s. Then: %s", f.file(recordFile), f.reportAnew())
}

// tookPlace says where a record of a later date is that a new one took the place of.
func tookPlace(date assess.Date, k kept) error {
	if k.replaced.IsZero() || k.where == "" || !k.replaced.After(date.Time) {
		return nil
	}
	now := fmt.Errorf("the folder now holds the record of %s; the one before it was of a later date, %s", date, k.replaced)
	if k.where == inGit {
		return advise(now, "The later one is kept in git, in the current commit.")
	}
	return advise(now, "The later one is kept in %s. If its date was a mistake, move that file out of the folder.", k.where)
}

// show prints an assessment so that it and what is said below it fit one screen.
func (c console) show(a *assess.Assessment, o reports.Options, below []string, accessible bool) error {
	const prompt = 1
	set := styling{Size: c.screenSize(rowsOf(below, columns(c.err)) + prompt), listened: c.plain(accessible)}
	o.Reference = record.Seal(record.Encode(a))
	return writeScreen(c.out, showing{report: reports.Assessment(a, o)}, set)
}

// rowsOf is how many rows lines take on a screen.
func rowsOf(lines []string, width int) (rows int) {
	for _, line := range lines {
		rows += 1 + max(0, ansi.StringWidth(line)-1)/width
	}
	return rows
}

// whereabouts says what was written where, how to see it again and, where there are steps,
// how to note who takes them.
func (c console) whereabouts(f folder, written []string, steps bool) []string {
	said := append([]string{""}, c.writtenFiles(f, written)...)
	said = append(said, c.message(" ", strict.Plain("See it again: collab report "+c.argument(f.path)))...)
	if steps {
		said = append(said, c.message(" ", strict.Plain("Who does what, by when: collab plan "+c.argument(f.path)))...)
	}
	return said
}

// writtenFiles names files by their paths; where these do not fit the terminal's rows, the
// folder once.
func (c console) writtenFiles(f folder, written []string) []string {
	said := []string{" Written:"}
	var names []string
	for _, path := range written {
		said = append(said, "   "+strict.Plain(path))
		names = append(names, filepath.Base(path))
	}
	if rowsOf(said, columns(c.err)) == len(said) {
		return said
	}
	return c.message(" ", strict.Plain("Written in "+f.path+": "+listed(names)))
}

// finishRoom keeps and shows what follows from a room's closed tally. Replace tells
// that an earlier record beside which it would give people away is to go.
func (c console) finishRoom(f folder, tally *assess.Published, replace, accessible bool) error {
	if err := f.mayHold(tally.Association); err != nil {
		return err
	}
	return c.keepAndShow(f, assess.Assess(tally), keeping{protects: true, replace: replace}, accessible)
}

// finishSecond puts a round beside the assessment that is there.
func (c console) finishSecond(f folder, second *assess.Published, replace, accessible bool) error {
	first, _, err := readAssessment(f.path)
	if err != nil {
		return err
	}
	if err := first.AddSecond(second); err != nil {
		return unlikeFirst(err, first, second)
	}
	return c.finishRoom(f, first.Published, replace, accessible)
}

// unlikeFirst is the error of a second round. Where it asked something else it
// says what the first asked, as files write it.
func unlikeFirst(err error, first *assess.Assessment, second *assess.Published) error {
	var asked, askedAgain bytes.Buffer
	assess.WriteRound(&asked, first.Rubric, first.Length, first.JointWork)
	assess.WriteRound(&askedAgain, second.Rubric, second.Length, second.JointWork)
	if asked.String() == askedAgain.String() {
		return err
	}
	lines := strings.Split(strings.TrimSpace(asked.String()), "\n")
	return advise(err, "The first round has %s. Use the same in the response files; for a table, leave the flags out.", listed(lines))
}

// ahead says of a date that is still to come that it is: likely a slip. Of others
// it says nothing.
func (c console) ahead(date assess.Date) string {
	if date.String() <= c.now().Format(time.DateOnly) {
		return ""
	}
	return date.String() + " is in the future"
}
