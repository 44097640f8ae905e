package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"collab/assess"
)

// waiting says what people answered in a folder that its record does not hold, and which
// command goes on with it; nil stands for no record.
func (c console) waiting(f folder, a *assess.Assessment) []string {
	var said []string
	for _, of := range []struct{ mark, goesOn string }{
		{soloMark, "collab assess"}, {handsMark, "collab assess --hands"}, {"", "collab respond"},
		{secondMark, "collab respond --second-round"}, {secondHandsMark, "collab assess --hands --second-round"},
	} {
		names, _ := f.responses(of.mark) // what cannot be read is told by the command that goes on
		begun, done := f.unrecorded(of.mark, names, a)
		if done > 0 && (of.mark == "" || of.mark == secondMark) {
			said = append(said, fmt.Sprintf("%s answered; the answers are not counted yet. To count them: %s", people(done, "has", "have"), c.toCombine(f, of.mark)))
		}
		if begun > 0 {
			goesOn := of.goesOn
			if dir := c.argument(f.path); dir != "" {
				goesOn += " --dir " + dir
			}
			said = append(said, fmt.Sprintf("%s begun and not finished. To continue: %s", people(begun, "has", "have"), goesOn))
		}
	}
	return said
}

func people(n int, has, have string) string {
	if n == 1 {
		return "1 person " + has
	}
	return fmt.Sprintf("%d people %s", n, have)
}

// unrecorded counts the responses that were begun and can be gone on with, which those of
// a room's phones cannot once it has ended, and those that were finished after the
// record was made, or of its second round where it has none.
func (f folder) unrecorded(mark string, names []string, a *assess.Assessment) (begun, done int) {
	second := strings.HasPrefix(mark, secondMark)
	for _, name := range names {
		date := dateOfName(name)
		later := a == nil || date.After(a.Date.Time) || second && a.Second == nil && !date.Before(a.Date.Time)
		if text, _ := readFile(f.response(name)); !later && !bytes.Contains(text, []byte(draftMark)) {
			continue // most of them: to read what they hold takes long
		}
		d, open, err := f.readDraft(name, f.rubrics(nil))
		switch {
		case err != nil || d.over || d.response.Empty() && d.room == nil:
		case open && !d.phone:
			begun++
		case later:
			done++
		}
	}
	return begun, done
}

// orWaiting is an error of a record that is not there: with what waits in its folder.
func (c console) orWaiting(err error, path string) error {
	var missing missingRecord
	if !errors.As(err, &missing) {
		return err
	}
	if !filepath.IsAbs(path) {
		here, _ := c.getwd() // without it, commands name the path as it was given
		path = filepath.Join(here, path)
	}
	said := c.waiting(folder{path}, nil)
	entries, _ := os.ReadDir(path) // what cannot be listed holds nothing of ours
	for _, e := range entries {
		if f := (folder{filepath.Join(path, e.Name())}); !exists(f.file(recordFile)) && exists(f.file(responsesDir)) {
			said = append(said, c.waiting(f, nil)...)
		}
	}
	const most = 5
	if len(said) == 0 {
		return err
	}
	return advise(missing, "%s", strings.Join(said[:min(len(said), most)], "\n"))
}
