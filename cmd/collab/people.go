package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"collab/assess"
	"collab/internal/strict"
	"collab/reports/history"
)

// withPeople puts the responses beside the assessment that they are those of.
func (s side) withPeople() (assess.Side, error) {
	files := s.people
	if files == nil {
		all, err := responsesIn(s.folder.file(responsesDir))
		if err != nil {
			return assess.Side{}, err
		}
		files = all
	}
	return s.ofFiles(files)
}

// ofFiles takes those of some response files that the assessment counts: those
// of its date, or else all.
func (s side) ofFiles(files []string) (assess.Side, error) {
	var first error
	for _, round := range [][]string{ofDate(files, s.Date.String()), files} {
		if len(round) == 0 {
			continue
		}
		people, err := s.folder.people(round)
		if err == nil {
			var found assess.Side
			if found, err = assess.SideOf(s.Assessment, people); err == nil {
				return found, nil
			}
		}
		if first == nil {
			first = err
		}
	}
	if first == nil {
		first = fmt.Errorf("no responses of the assessment of %s are at hand; expected them in %s", s.Date, s.folder.file(responsesDir))
	}
	return assess.Side{}, first
}

// ofDate are the files whose names begin with a date.
func ofDate(files []string, date string) []string {
	return slices.DeleteFunc(slices.Clone(files), func(path string) bool {
		return !strings.HasPrefix(filepath.Base(path), date)
	})
}

// latestOf are the files of the latest date that begins a name; all where none
// does.
func latestOf(files []string) []string {
	last := filepath.Base(slices.Max(files))
	if len(last) < len(time.DateOnly) {
		return files
	}
	date, err := assess.ParseDate(last[:len(time.DateOnly)])
	if err != nil {
		return files
	}
	return ofDate(files, date.String())
}

// people reads response files.
func (f folder) people(files []string) ([]*assess.Response, error) {
	var people []*assess.Response
	var wrong []error
	for _, path := range files {
		text, err := readFile(path)
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		r, err := assess.ParseResponse(path, text, f.rubrics(nil))
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		people = append(people, &r)
	}
	return people, errors.Join(wrong...)
}

// responsesIn are the response files of first rounds in a folder.
func responsesIn(dir string) ([]string, error) {
	names, err := responseNames(dir, "")
	var files []string
	for _, name := range names {
		files = append(files, filepath.Join(dir, name))
	}
	return files, err
}

// fromResponses is the assessment that the response files of a folder belong
// to: the one that counts them, of the folder itself or the one it lies in; else
// what they add up to.
func (s sides) fromResponses(dir string, f folder) (side, error) {
	files, err := responsesIn(dir)
	if err != nil {
		return side{}, err
	}
	if len(files) == 0 {
		return side{}, fmt.Errorf("%s holds neither a record nor responses", dir)
	}
	latest := latestOf(files)
	people, err := f.people(latest)
	if err != nil {
		return side{}, err
	}
	found := side{name: dir, folder: f, people: latest}
	for _, near := range []folder{f, {filepath.Dir(f.path)}} {
		near.past(history.Head).Every(func(known history.Found) {
			if _, err := assess.SideOf(known.Assessment, people); err == nil {
				found.Assessment = known.Assessment
			}
		})
		if found.Assessment != nil {
			return found, nil
		}
	}
	fmt.Fprintf(s.err, "collab: no record is at hand that counts the responses in %s; they are added up as they are\n", strict.Plain(dir))
	found.Assessment, err = addedUp(latest, people)
	return found, err
}

// addedUp is the assessment that people's responses make.
func addedUp(files []string, people []*assess.Response) (*assess.Assessment, error) {
	var named []namedResponse
	for i, p := range people {
		named = append(named, namedResponse{files[i], *p})
	}
	tally, misfits := addUp(named)
	if err := errors.Join(append(sameCodes(named), misfits...)...); err != nil {
		return nil, err
	}
	tally.Close()
	return assess.Assess(tally), nil
}
