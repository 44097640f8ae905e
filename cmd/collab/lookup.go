package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"collab/assess"
	"collab/reports/record"
)

// A missingRecord is an assessment that is not there, called as the reader called it.
type missingRecord struct {
	called string
	error
}

func (m missingRecord) Error() string {
	if m.called == "." {
		return "there is no assessment in this folder"
	}
	if filepath.Base(m.called) != m.called {
		return "there is no assessment at " + m.called
	}
	return fmt.Sprintf("there is no assessment called %q here", m.called)
}

func (m missingRecord) Unwrap() error { return m.error }

// openRecord finds a record by its path or its folder's and reads it.
func openRecord(path string) (folder, string, []byte, error) {
	called := path
	if about, err := os.Stat(path); err == nil && about.IsDir() {
		path = (folder{path}).file(recordFile)
	}
	text, err := readFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return folder{}, path, nil, advise(missingRecord{called, err}, "To make one: collab assess")
	}
	return folder{dirOf(path)}, path, text, err
}

// orNear is an error of a record that was looked for in a folder; see [adviseNear].
func orNear(err error, path string, again func(path string) string) error {
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return adviseNear(err, path, again)
}

// adviseNear names the folders inside one without a record that do hold one, where
// there are any, and the command that would work. Of a folder that is not there it
// names the one whose name is nearly the same.
func adviseNear(err error, path string, again func(path string) string) error {
	if near, found := nearFolder(path); found {
		return advise(err, "Did you mean the folder %s?", near)
	}
	var near, names []string
	for _, record := range within(path) {
		if dir := filepath.Dir(record); exists(record) {
			near, names = append(near, dir), append(names, filepath.Base(dir))
		}
	}
	const most = 5
	switch n := len(near); {
	case n == 0:
		return err
	case n == 1:
		return advise(err, "There is one in the folder %s: %s", names[0], again(near[0]))
	case n > most:
		return advise(err, "These folders hold one: %s and %d more. For example: %s", listed(names[:most]), n-most, again(near[0]))
	}
	return advise(err, "These folders hold one: %s. For example: %s", listed(names), again(near[0]))
}

// orReport is an error of reading a record. Where the file has the ending of a
// report, it is taken for one, and the record beside it is named.
func orReport(err error, path string) error {
	if err == nil || isSystem(err) || formatOf(path, formatNames(true)) == "" {
		return err
	}
	record := filepath.Join(filepath.Dir(path), recordFile)
	if !exists(record) {
		return fmt.Errorf("%s is a report or a table, not a record; expected a record such as %s", path, recordFile)
	}
	return fmt.Errorf("%s is a report or a table, not a record; expected %s, beside it", path, record)
}

// readAssessment reads a record and finds again what follows from it.
func readAssessment(path string) (*assess.Assessment, []byte, error) {
	f, path, text, err := openRecord(path)
	if err != nil {
		return nil, nil, err
	}
	t, err := record.Read(path, text, f.rubrics(nil))
	if err != nil {
		return nil, nil, orReport(err, path)
	}
	return assess.Assess(t), text, nil
}
