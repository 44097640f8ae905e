package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"collab/assess"
	"collab/reports/history"
	"collab/reports/record"
)

// A side is one of the two assessments that collab diff compares.
type side struct {
	*assess.Assessment
	name   string   // as it is called in messages
	folder folder   // of the association, where its responses are
	people []string // response files, where the side was given as a folder of them

	answers []*assess.Response // of the people in tables, where the side was given as these
}

// sides finds what the arguments of collab diff name.
type sides struct {
	console
	responses bool            // folders of response files are sides too
	told      map[string]bool // what was left out and is said already: both sides may look through one past
	skipped   []string        // the same, as the result names it
}

// find gives the sides of the arguments, of which there are two at most.
func (s *sides) find(args []string) (then, now side, err error) {
	here, err := s.getwd()
	if err != nil {
		return then, now, couldNot(err)
	}
	f := folder{here}
	for _, arg := range args {
		if place, ok := s.place(arg); ok {
			f = place
			break
		}
	}
	switch {
	case len(args) == 2:
		if then, err = s.side(args[0], f); err == nil {
			now, err = s.side(args[1], f)
		}
		return then, now, err
	case len(args) == 1 && !s.isWorkingRecord(args[0], folder{here}, f):
		if then, err = s.side(args[0], f); err == nil {
			now, err = s.standing(workingFolder(folder{here}, f))
		}
		return then, now, err
	}
	if now, err = s.standing(f); err == nil {
		then, err = s.before(now)
	}
	return then, now, err
}

// orInside is an error of finding what is compared. Where no argument says of which
// association, and we are in a folder that holds those of several, it names these.
func (s *sides) orInside(err error, args []string, again func(path string) string) error {
	if len(args) > 1 {
		return err
	}
	for _, arg := range args {
		if _, wrong := assess.ParseDate(arg); wrong != nil {
			return err
		}
	}
	here, wrong := s.getwd()
	if wrong != nil {
		return err
	}
	return adviseNear(err, here, again)
}

// workingFolder is the one whose record is meant where none is named: the one
// that we are in, else that of what was named.
func workingFolder(here, named folder) folder {
	if exists(here.file(recordFile)) {
		return here
	}
	return named
}

// place is the association's folder that an argument names, unless it is a date
// or no path at all.
func (s *sides) place(arg string) (folder, bool) {
	if _, err := assess.ParseDate(arg); err == nil {
		return folder{}, false
	}
	f, err := associationOf(arg)
	return f, err == nil
}

// isWorkingRecord is true of the record that is meant where none is named, by
// itself or by its folder: it is compared with what was before it.
func (s *sides) isWorkingRecord(arg string, here, f folder) bool {
	full, err := filepath.Abs(arg)
	return err == nil && (full == f.path || full == f.file(recordFile)) && workingFolder(here, f) == f
}

// side finds one side: a date, a path, or else a revision.
func (s *sides) side(arg string, f folder) (side, error) {
	if date, err := assess.ParseDate(arg); err == nil {
		return s.inForce(date, f)
	}
	if place, ok := s.place(arg); ok {
		return s.fromPath(arg, place)
	}
	a, name, err := history.At(arg, f.file(recordFile))
	switch {
	case errors.Is(err, history.ErrNoRepository), errors.Is(err, history.ErrNoGit):
		return side{}, couldNot(fmt.Errorf("cannot find a file, folder or date called %q, and it cannot be a git revision: %w", arg, err))
	case errors.Is(err, history.ErrMissing):
		return side{}, couldNot(advise(err, "Make a clone without --filter to get it."))
	case errors.Is(err, history.ErrGit):
		return side{}, couldNot(err)
	case errors.Is(err, history.ErrNoRecord):
		return side{}, advise(err, "Change to the association's folder, or name it: collab diff %s:FOLDER", arg)
	case errors.Is(err, history.ErrShallow):
		return side{}, advise(fmt.Errorf("cannot find a file, folder, date or git revision called %q in this shallow clone", arg),
			"To get the earlier commits: git fetch --unshallow")
	case errors.Is(err, history.ErrNoRevision):
		err = fmt.Errorf("cannot find a file, folder, date or git revision called %q", arg)
		if near, found := nearFolder(arg); found {
			return side{}, advise(err, "Did you mean the folder %s?", near)
		}
		return side{}, advise(err, "Write a date as 2025-11-23, and a file in a revision as v1:folder.")
	}
	return s.admit(side{Assessment: a, name: name, folder: f}, err)
}

// admit lets a record pass whose findings do not follow from its answers: only
// these are compared.
func (s *sides) admit(found side, err error) (side, error) {
	if errors.Is(err, record.ErrEarlier) {
		return found, nil // of either side only the answers are compared
	}
	if errors.Is(err, record.ErrOtherFindings) {
		s.complain(fmt.Errorf("%v; only the answers are compared", err))
		err = nil
	}
	return found, err
}

// fromPath is the record of a folder or in a file, or with --responses what the
// files of a folder, or a table, add up to.
func (s *sides) fromPath(path string, f folder) (side, error) {
	about, err := os.Stat(path)
	if err != nil {
		return side{}, err
	}
	tables := []string{path}
	if about.IsDir() {
		if tables, err = tablesIn(path); err != nil {
			return side{}, err
		}
	}
	switch record := (folder{path}).file(recordFile); {
	case s.responses && !about.IsDir() && isTable(path):
		return s.fromTables(path, tables, f)
	case !about.IsDir():
	case exists(record):
		path = record
	case s.responses && len(tables) > 0:
		return s.fromTables(path, tables, f)
	case s.responses:
		return s.fromResponses(path, f)
	default:
		advice := "To make an assessment: collab assess"
		if files, _ := responsesIn(path); len(files) > 0 {
			advice = "To compare folders of responses, add --responses."
		}
		return side{}, advise(fmt.Errorf("%s has no assessment (%s)", path, recordFile), "%s", advice)
	}
	a, err := history.InFile(path)
	found, err := s.admit(side{Assessment: a, name: path, folder: f}, err)
	return found, orReport(err, path)
}

// standing is the record that stands in a folder.
func (s *sides) standing(f folder) (side, error) {
	if path := f.file(recordFile); !exists(path) {
		return side{}, advise(fmt.Errorf("there is no assessment here: %s", path), "Name two assessments, or change to the association's folder.")
	}
	return s.fromPath(f.path, f)
}

// before is the latest assessment of an earlier date.
func (s *sides) before(now side) (side, error) {
	past := now.folder.past(history.Head)
	past.Of(now.Assessment)
	found := past.Before(now.Date)
	s.tellSkipped(past)
	if found.Assessment == nil {
		return side{}, advise(fmt.Errorf("%s has no assessment earlier than %s, in git or in %s", now.Association, now.Date, now.folder.file(historyDir)),
			"To compare two records: collab diff OLD NEW")
	}
	return side{Assessment: found.Assessment, name: found.Name, folder: now.folder}, nil
}

// inForce is the latest assessment through a day.
func (s *sides) inForce(date assess.Date, f folder) (side, error) {
	past := f.past(history.Head)
	found := past.Latest(date)
	s.tellSkipped(past)
	if found.Assessment == nil {
		return side{}, fmt.Errorf("%s: there is no assessment of %s or earlier, in git or in %s", date, date, f.file(historyDir))
	}
	return side{Assessment: found.Assessment, name: found.Name, folder: f}, nil
}

// tellSkipped warns once of what was left out of a past.
func (s *sides) tellSkipped(p *history.Past) {
	p.Skipped = slices.DeleteFunc(p.Skipped, func(why error) bool {
		again := s.told[why.Error()]
		s.told[why.Error()] = true
		return again
	})
	s.skipped = append(s.skipped, skippedIn(dirOf(p.Record), p)...)
	s.console.tellSkipped(p)
}
