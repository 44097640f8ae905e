package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"collab/assess"
	"collab/reports/history"
	"collab/reports/record"
)

// protect refuses a round that, beside an earlier one, would give one to four
// people away: the two differ by so few. Earlier ones are those that stand in the
// folder, that its history or git hold, and those of the same association elsewhere
// in the repository. Where the earlier round is to be replaced, the record that stands
// in the folder is passed over, and those of its history that have to go are given;
// what git or another folder holds is out of reach.
//
// Where it cannot be known what is kept, a room that was promised counts only is
// refused too.
func (f folder) protect(tally *assess.Published, replace bool) (gone []string, err error) {
	past := f.past(history.All)
	unsure := past.Unsure
	var beside []string
	past.Every(func(earlier history.Found) {
		if assess.TellsApart(earlier.Published, tally) {
			beside = append(beside, earlier.Name)
		}
	})
	inFolder := func(name string) bool {
		return name == f.file(recordFile) || filepath.Dir(name) == f.file(historyDir)
	}
	if i := slices.IndexFunc(beside, func(name string) bool { return !inFolder(name) }); i >= 0 {
		return nil, besideGit(beside[i])
	}
	if len(beside) > 0 && !replace {
		return nil, besideFile(beside[0])
	}
	for _, name := range beside {
		if name != f.file(recordFile) {
			gone = append(gone, name)
		}
	}
	unsure = append(unsure, past.Unsure...)
	elsewhere, wrong := f.elsewhere(tally)
	if wrong != nil {
		unsure = append(unsure, wrong)
	}
	for _, other := range elsewhere {
		other.Every(func(earlier history.Found) {
			if err == nil && tally.KnownAs(earlier.Association) && assess.TellsApart(earlier.Published, tally) {
				err = besideOther(earlier.Name)
			}
		})
	}
	if err != nil {
		return nil, err
	}
	if (tally.Mode == assess.Group || tally.Second != nil) && len(unsure) > 0 {
		return nil, cannotCompare(unsure[0])
	}
	return gone, f.protectReport(tally)
}

// elsewhere are the pasts of records of the association in other folders of the
// repository.
func (f folder) elsewhere(of *assess.Published) ([]*history.Past, error) {
	siblings, err := history.Siblings(f.file(recordFile))
	if err != nil {
		return nil, err
	}
	siblings = slices.DeleteFunc(siblings, func(path string) bool {
		text, err := readFile(path)
		if err != nil {
			return false // git may know whose it is
		}
		name, _, err := record.Head(path, text)
		return err == nil && !of.KnownAs(name)
	})
	if len(siblings) == 0 {
		return nil, nil
	}
	return history.Find(history.Head, siblings...), nil
}

// A replaceable error refuses a round beside which an earlier one would give people
// away that lies in the folder and nowhere else.
type replaceable struct{ error }

func givesAway(earlier string) error {
	return fmt.Errorf("nothing was written: this round and the earlier one in %s are so alike that together they would reveal the answers of one to four people", earlier)
}

func besideFile(name string) error { return replaceable{givesAway(name)} }

func besideGit(name string) error {
	return advise(givesAway(name), "Combine again when five more people have answered. The earlier record cannot be replaced, because git has it.")
}

func besideOther(name string) error {
	return advise(givesAway(name), "If that folder holds an earlier state of this round, continue there (--dir) or move it out of the repository. "+
		"Or combine again when five more people have answered.")
}

// orReplace adds to a refusal the command that replaces the earlier round.
func orReplace(err error, again func(more ...string) string) error {
	var refused replaceable
	if !errors.As(err, &refused) {
		return err
	}
	return advise(err, "Combine again when five more people have answered. Or delete the earlier record: %s", again("--replace"))
}

// protectReport refuses a round beside which the record that stands there cannot be
// kept, where its report could not be thrown away with it: somebody wrote in it.
func (f folder) protectReport(tally *assess.Published) error {
	standing, err := readIfThere(f.file(recordFile))
	if err != nil || standing == nil || !f.tellsApart(standing, tally) {
		return err
	}
	page, err := readIfThere(f.file(reportFile))
	if err != nil || page == nil || f.rendered(page, standing) {
		return err
	}
	return advise(fmt.Errorf("%s was edited by hand, or written by another version of this program; kept beside the new record it could reveal individual answers", f.file(reportFile)),
		"Move your notes to another file, run this, and try again: %s", f.reportAnew())
}

// cannotCompare says what must be mended before the counts of a room are kept.
func cannotCompare(why error) error {
	const purpose = "Together with an earlier record, this one may reveal individual answers."
	switch {
	case !errors.Is(why, history.ErrGit):
		return advise(why, purpose+" Correct that file or move it out of the folder, and try again.")
	case errors.Is(why, history.ErrNoGit):
		return couldNot(advise(why, purpose+" Install git, or name a folder outside the repository with --dir."))
	case errors.Is(why, history.ErrShallow):
		return couldNot(advise(why, purpose+" Get the earlier commits first: git fetch --unshallow"))
	}
	return couldNot(advise(why, purpose+" See what git reports, and fix it, with: git log --all. Or name another folder with --dir."))
}

// tellsApart compares with the record that stands in the folder; what cannot be
// read tells nothing.
func (f folder) tellsApart(standing []byte, tally *assess.Published) bool {
	earlier, err := record.Read(recordFile, standing, f.rubrics(nil))
	return err == nil && assess.TellsApart(earlier, tally)
}
