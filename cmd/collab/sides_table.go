package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/survey"
	"collab/internal/regular"
	"collab/reports/history"
)

// tableEndings are those of survey tables.
var tableEndings = []string{".csv", ".tsv", ".tab", ".txt", ".xlsx"}

func isTable(path string) bool {
	return slices.Contains(tableEndings, strings.ToLower(filepath.Ext(path)))
}

// tablesIn are the survey tables in a folder.
func tablesIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	var tables []string
	for _, e := range entries {
		if isTable(e.Name()) && e.Name()[0] != '.' {
			tables = append(tables, filepath.Join(dir, e.Name()))
		}
	}
	return tables, err
}

// fromTables is the assessment that counts the people in survey tables: a table says
// neither of when nor of whom it is. It is looked for in the folder of the tables, in
// ours, and in those inside ours.
func (s *sides) fromTables(name string, tables []string, f folder) (side, error) {
	here, err := s.getwd()
	if err != nil {
		return side{}, couldNot(err)
	}
	near := []folder{f, {here}}
	for _, record := range within(here) {
		if exists(record) {
			near = append(near, folder{filepath.Dir(record)})
		}
	}
	found := side{name: name}
	var faults survey.Faults
	for i, place := range near {
		if slices.Contains(near[:i], place) {
			continue
		}
		place.past(history.Head).Every(func(known history.Found) {
			answers, err := peopleIn(tables, known.Assessment)
			if err == nil {
				_, err = assess.SideOf(known.Assessment, answers)
			}
			if err == nil {
				found.Assessment, found.answers, found.folder = known.Assessment, answers, place
			}
			errors.As(err, &faults)
		})
	}
	switch {
	case found.Assessment != nil:
		return found, nil
	case faults.First != nil:
		return side{}, faults
	}
	return side{}, advise(fmt.Errorf("there is no record of the people in %s", name),
		"To make it, here or in a folder below: collab combine --csv %s --association NAME --date DATE", s.argument(tables[0]))
}

// peopleIn are the people in survey tables, who answered the round of an assessment.
func peopleIn(tables []string, of *assess.Assessment) ([]*assess.Response, error) {
	round := asking.Round{Association: of.Association, Date: of.Date, Rubric: of.Rubric, Length: of.Length, JointWork: of.JointWork}
	var people []*assess.Response
	for _, path := range tables {
		in, err := regular.Open(path)
		if err != nil {
			return nil, err
		}
		defer in.Close()
		if _, err := survey.Read(path, in, round, func(_ int, r *assess.Response) error {
			people = append(people, r.Clone())
			return nil
		}); err != nil {
			return nil, err
		}
	}
	return people, nil
}
