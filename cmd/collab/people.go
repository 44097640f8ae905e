package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"collab/assess"
	"collab/reports/history"
)

// withPeople puts the responses beside the assessment that they are those of.
func (s side) withPeople() (assess.Side, error) {
	if s.answers != nil {
		return assess.SideOf(s.Assessment, s.answers)
	}
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
// of its date, or of the days of its round, or else all.
func (s side) ofFiles(files []string) (assess.Side, error) {
	var first error
	for _, round := range [][]string{ofDate(files, s.Date.String()), ofDays(files, s.Date), files} {
		if len(round) == 0 {
			continue
		}
		people, err := s.folder.people(round)
		if err == nil {
			agreeOnJointWork(people, s.JointWork)
			var found assess.Side
			if found, err = assess.SideOf(s.Assessment, responsesOf(people)); err == nil {
				return found, nil
			}
			if len(sameCodes(people)) > 0 {
				err = advise(err, "If they are two people, delete the code from one of their files; both then count, without a link to other years.")
			}
		}
		if first == nil {
			first = err
		}
	}
	if first == nil {
		first = fmt.Errorf("the responses to the assessment of %s are missing; expected them in %s", s.Date, s.folder.file(responsesDir))
	}
	return assess.Side{}, first
}

// latestOf are the files of the latest date that begins a name; all where none
// does.
func latestOf(files []string) []string {
	latest := ""
	for _, path := range files {
		name := filepath.Base(path)
		begins := name[:min(len(name), len(time.DateOnly))]
		if _, err := assess.ParseDate(begins); err == nil {
			latest = max(latest, begins)
		}
	}
	return ofDate(files, latest)
}

// people reads the response files that count.
func (f folder) people(files []string) ([]draft, error) {
	round, err := f.readResponses(files, f.rubrics(nil), false)
	return round.people, err
}

// agreeOnJointWork lets people who said different things of their joint work have said
// what was settled when they were combined.
func agreeOnJointWork(people []draft, settled assess.JointWork) {
	if !slices.ContainsFunc(people, func(p draft) bool { return p.response.JointWork != people[0].response.JointWork }) {
		return
	}
	for i := range people {
		people[i].response.JointWork = settled
	}
}

// responsesOf are people's answers.
func responsesOf(people []draft) []*assess.Response {
	var all []*assess.Response
	for i := range people {
		all = append(all, &people[i].response)
	}
	return all
}

// responsesIn are the response files of first rounds in a folder. In one of another
// name than ours they may have any names.
func responsesIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		mark, ok := markOf(e.Name())
		if !ok && filepath.Base(dir) != responsesDir {
			ok = isResponse(e.Name())
		}
		if ok && mark == "" {
			files = append(files, filepath.Join(dir, e.Name()))
		}
	}
	return files, nil
}

// isResponse tells what may be a response file by its name from other files beside it.
func isResponse(name string) bool {
	return filepath.Ext(name) == ".yaml" && name[0] != '.' && name != recordFile && name != rubricFile
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
			if _, err := assess.SideOf(known.Assessment, responsesOf(people)); err == nil {
				found.Assessment = known.Assessment
			}
		})
		if found.Assessment != nil {
			return found, nil
		}
	}
	s.complain(fmt.Errorf("there is no record of the responses in %s; they are combined as they are", dir))
	tally, misfits := addUp(people)
	if err := errors.Join(append(sameCodes(people), misfits)...); err != nil {
		return found, err
	}
	found.Assessment = assess.Assess(tally.Publish())
	return found, nil
}
