package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"collab/assess"
	"collab/reports/history"
	"collab/reports/record"
)

// finishRoom keeps and shows what follows from a room's closed tally.
func (c console) finishRoom(f folder, tally *assess.Tally, accessible bool) error {
	if err := f.mayHold(tally.Association); err != nil {
		return err
	}
	if err := f.protect(tally); err != nil {
		return err
	}
	return c.keepAndShow(f, assess.Assess(tally), accessible)
}

// finishSecond puts a round beside the assessment that is there.
func (c console) finishSecond(f folder, second *assess.Tally, accessible bool) error {
	first, _, err := readAssessment(f.path)
	if err != nil {
		return err
	}
	if err := first.AddSecond(second); err != nil {
		return unlikeFirst(err, first, second)
	}
	return c.finishRoom(f, first.Tally, accessible)
}

// unlikeFirst is the error of a second round. Where it asked something else it
// says what the first asked, as files write it.
func unlikeFirst(err error, first *assess.Assessment, second *assess.Tally) error {
	var asked, askedAgain bytes.Buffer
	assess.WriteRound(&asked, first.Rubric, first.Length, first.JointWork)
	assess.WriteRound(&askedAgain, second.Rubric, second.Length, second.JointWork)
	if asked.String() == askedAgain.String() {
		return err
	}
	lines := strings.Split(strings.TrimSpace(asked.String()), "\n")
	return advise(err, "The first says %s. Say the same in the files of answers; for a table leave the flags out.", listed(lines))
}

// protect refuses a round that, beside an earlier one, would give one to four
// people away: the two differ by so few. One that stands in the folder and is
// nowhere else may be replaced: see [folder.remember].
//
// Where it cannot be known what is kept, a room that was promised counts only is
// refused too.
func (f folder) protect(tally *assess.Tally) error {
	var refused error
	past := f.past(history.All)
	past.Every(func(earlier history.Found) {
		replaced := earlier.Name == f.file(recordFile)
		if refused == nil && !replaced && assess.TellsApart(earlier.Tally, tally) {
			refused = advise(fmt.Errorf("this round differs by one to four people from the one in %s: beside each other they would give them away", earlier.Name),
				"Combine again when five more people have answered, or leave the earlier record as it is.")
		}
	})
	if refused == nil && (tally.Mode == assess.Group || tally.Second != nil) && len(past.Unsure) > 0 {
		return cannotCompare(past.Unsure[0])
	}
	if refused != nil {
		return refused
	}
	return f.protectReport(tally)
}

// protectReport refuses a round beside which the record that stands there cannot be
// kept, where its report could not be thrown away with it: somebody wrote in it.
func (f folder) protectReport(tally *assess.Tally) error {
	standing, err := readIfThere(f.file(recordFile))
	if err != nil || standing == nil || !f.tellsApart(standing, tally) {
		return err
	}
	page, err := readIfThere(f.file(reportFile))
	if err != nil || page == nil || f.rendered(page, standing) {
		return err
	}
	return advise(fmt.Errorf("%s was edited by hand, or is of another version of this program: kept beside the new record it would give people away", f.file(reportFile)),
		"Move your notes to another file; then do this again, after: %s", f.reportAnew())
}

// readIfThere gives nil for a file that is not there.
func readIfThere(path string) ([]byte, error) {
	text, err := readWhole(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return text, err
}

// cannotCompare says what must be mended before the counts of a room are kept.
func cannotCompare(why error) error {
	const purpose = "Beside an earlier record this one may give people away."
	switch {
	case !errors.Is(why, history.ErrGit):
		return advise(why, purpose+" Mend that file, or move it out of the folder; then do this again.")
	case errors.Is(why, history.ErrNoGit):
		return couldNot(advise(why, purpose+" Install git, or name a folder outside of the repository with --dir."))
	case errors.Is(why, history.ErrShallow):
		return couldNot(advise(why, purpose+" Get the rest first: git fetch --unshallow"))
	}
	return couldNot(advise(why, purpose+" See what git says to: git log --all; mend that, or name another folder with --dir."))
}

// tellsApart compares with the record that stands in the folder; what cannot be
// read tells nothing.
func (f folder) tellsApart(standing []byte, tally *assess.Tally) bool {
	earlier, err := record.Read(recordFile, standing, f.rubrics(nil))
	return err == nil && assess.TellsApart(earlier, tally)
}
