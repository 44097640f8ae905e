package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"collab/assess"
	"collab/reports"
	"collab/reports/history"
	"collab/reports/markdown"
	"collab/reports/record"
)

// Keeping says how an assessment is kept.
type keeping struct {
	protects bool // refuses it beside an earlier record, if they would give people away
	replace  bool // removes such a record, where it lies in the folder
}

// keep writes an assessment's record and report, and a copy of its rubric if
// the program does not carry it. What they replace goes to the folder's history
// first. The report tells what changed since the assessment before, if that is
// at hand. Other programs wait meanwhile.
//
// A program that is killed here leaves every file whole. The record comes before its
// report, and its rubric before both: a record that is there can be read, and that a
// report is not of it is seen by its reference.
func (f folder) keep(a *assess.Assessment, before earlier, how keeping) (kept, error) {
	if err := f.mayHold(a.Association); err != nil {
		return kept{}, err
	}
	text := record.Encode(a)
	page, err := f.readable(a, before, text)
	if err != nil {
		return kept{}, err
	}
	made, err := f.make()
	if err != nil {
		return kept{}, err
	}
	unlock, alone := lockFolder(f.path)
	defer unlock()
	k, err := f.keepLocked(a, text, page, how, alone)
	if err != nil && made {
		_ = os.Remove(f.path) // fails unless it is empty, as it should
	}
	return k, err
}

// make makes the folder, and tells whether it was not there.
func (f folder) make() (made bool, err error) {
	made = !exists(f.path)
	return made, os.MkdirAll(f.path, 0o755)
}

func (f folder) keepLocked(a *assess.Assessment, text, page []byte, how keeping, alone bool) (k kept, err error) {
	var gone []string
	if how.protects {
		if gone, err = f.protect(a.Published, how.replace); err != nil {
			return kept{}, err
		}
	}
	files := []file{{recordFile, text}, {reportFile, page}}
	if a.Rubric.Own() {
		files = slices.Insert(files, 0, file{rubricFile, a.Rubric.Text()})
	}
	removeHalfWritten(f.path, alone)
	if err := f.mayReplace(files); err != nil {
		return kept{}, err
	}
	if k.replaced, k.where, err = f.remember(a.Published, files); err != nil {
		return kept{}, fmt.Errorf("keeping what is replaced: %w", err)
	}
	for _, file := range files {
		path := f.file(file.name)
		if err := writeLocked(path, file.text, 0o644); err != nil {
			if len(k.written) > 0 {
				err = advise(err, "Written: %s. To write the report again: %s", listed(k.written), f.reportAnew())
			}
			return kept{}, err
		}
		k.written = append(k.written, path)
	}
	k.removed, err = f.forget(gone)
	return k, err
}

// forget removes records of the history, with their reports. It gives what it removed.
func (f folder) forget(records []string) (removed []string, err error) {
	for _, path := range records {
		for _, path := range []string{path, strings.TrimSuffix(path, ".yaml") + "-" + reportFile} {
			err := os.Remove(path)
			switch {
			case err == nil:
				removed = append(removed, path)
			case !errors.Is(err, fs.ErrNotExist):
				return removed, err
			}
		}
	}
	return removed, nil
}

// Kept is what was written, and what became of the record that stood there.
type kept struct {
	written  []string    // paths
	replaced assess.Date // of the record that stood there with other bytes; else zero
	where    string      // that one is now: inGit, a path, or empty where it is gone
	removed  []string    // paths of the history
}

// inGit is where a record is that git's HEAD holds.
const inGit = "git"

// pageFile is the report as a page, where somebody had it written beside the record.
const pageFile = "report.html"

// oldPage says of a page beside the record that it is not of it, which the reference
// tells that is printed in it.
func (f folder) oldPage(reference string) error {
	page, err := readIfThere(f.file(pageFile))
	if err != nil || bytes.Contains(page, []byte(reference)) {
		return nil // of one that cannot be read nothing is told
	}
	return f.pageBefore()
}

// pageBefore says of a page beside the record that it is of the time before a change.
func (f folder) pageBefore() error {
	if !exists(f.file(pageFile)) {
		return nil
	}
	return advise(fmt.Errorf("%s is older than this and does not tell of it", f.file(pageFile)),
		"To write it again: collab report --out %s %s", typedPath(f.file(pageFile)), typedPath(f.path))
}

// readable is the report of an assessment whose record is given, with what changed
// since the one before, and what the folder's plan says. Of a plan that cannot be read
// nothing is told here.
func (f folder) readable(a *assess.Assessment, before earlier, text []byte) ([]byte, error) {
	agreed, err := f.planOf(a)
	if err != nil {
		agreed = nil
	}
	o := before.options()
	o.Reference, o.Plan = record.Seal(text), agreed
	return readable(a, o)
}

func readable(a *assess.Assessment, o reports.Options) ([]byte, error) {
	var page bytes.Buffer
	err := markdown.Write(&page, reports.Assessment(a, o))
	return page.Bytes(), err
}

// remember copies what is about to be replaced by other bytes to the history,
// under the date of the record that stands there, unless git's HEAD holds it as
// it stands. The record of a room is not kept where it would give people away
// beside the new one. It gives that record's date and where it is then, as in [kept].
func (f folder) remember(now *assess.Published, files []file) (replaced assess.Date, where string, err error) {
	standing, err := readWhole(f.file(recordFile))
	if errors.Is(err, fs.ErrNotExist) {
		return replaced, "", nil
	}
	if err != nil {
		return replaced, "", err
	}
	_, date, err := record.Head(recordFile, standing)
	if err != nil {
		return replaced, "", err
	}
	held := sync.OnceValue(func() map[string][]byte {
		return history.InHead(f.path, recordFile, reportFile, rubricFile)
	})
	for _, file := range files {
		old, err := readWhole(f.file(file.name))
		switch {
		case errors.Is(err, fs.ErrNotExist) || bytes.Equal(old, file.text):
			continue
		case err != nil:
			return replaced, "", err
		}
		if file.name == recordFile {
			replaced = date
		}
		switch {
		case sameText(old, held()[file.name]):
			if file.name == recordFile {
				where = inGit
			}
			continue
		case file.name == reportFile && f.rendered(old, standing):
			continue // the record gives it again at any time
		case file.name == recordFile && f.tellsApart(old, now):
			continue
		case file.name == recordFile:
			old = f.asToday(old)
		}
		path, err := f.addToHistory(memoryName(date, file.name), old)
		if err != nil {
			return replaced, "", err
		}
		if file.name == recordFile {
			where = path
		}
	}
	return replaced, where, nil
}

// asToday is a record as this version writes it, where an earlier one kept more of
// people in it than may be kept; any other stays as it is.
func (f folder) asToday(text []byte) []byte {
	a, err := f.assessment(text)
	if err != nil || !a.Earlier {
		return text
	}
	return record.Encode(a)
}

// memoryName is a file's name in the history: the date alone for the record.
func memoryName(date assess.Date, name string) string {
	if name == recordFile {
		return date.String() + ".yaml"
	}
	return date.String() + "-" + name
}

// assessment is that of a record's text, by its answers.
func (f folder) assessment(text []byte) (*assess.Assessment, error) {
	t, err := record.Read(recordFile, text, f.rubrics(nil))
	if err != nil {
		return nil, err
	}
	return assess.Assess(t), nil
}

// rendered tells whether a report is just what its record gives, and not
// edited by hand.
func (f folder) rendered(page, text []byte) bool {
	a, err := f.assessment(text)
	if err != nil {
		return false
	}
	before := f.since(a)
	again, err := f.readable(a, before, text)
	if err != nil || sameText(page, again) {
		return err == nil
	}
	// Somebody may have edited the plan since, and has not had the report written again.
	o := before.options()
	o.Reference = record.Seal(text)
	again, err = readable(a, o)
	return err == nil && sameText(page, again)
}

// addToHistory writes a file of the history, under a number where another
// stands in its place. It gives the file's path.
func (f folder) addToHistory(name string, text []byte) (string, error) {
	dir := f.file(historyDir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	ending := filepath.Ext(name)
	stem := strings.TrimSuffix(name, ending)
	for n := 1; ; n++ {
		path := filepath.Join(dir, stem+ending)
		if n > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%d%s", stem, n, ending))
		}
		if wrote, err := writeNew(path, text); wrote || err != nil {
			return path, err
		}
		if there, err := readWhole(path); err != nil || bytes.Equal(there, text) {
			return path, err
		}
	}
}
