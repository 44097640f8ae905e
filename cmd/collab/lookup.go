package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"collab/internal/strict"
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

// nearFolder is the folder whose name is nearly that of a path that is not there, or the
// only one that has its words.
func nearFolder(path string) (string, bool) {
	if exists(path) {
		return "", false
	}
	beside := filepath.Dir(path)
	entries, _ := os.ReadDir(beside) // who cannot list it is told what is missing all the same
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	named := filepath.Base(path)
	near, found := strict.Nearest(named, names)
	if found {
		return filepath.Join(beside, near), true
	}
	if part := withPart(slug(named), beside, names); len(part) == 1 {
		return filepath.Join(beside, part[0]), true
	}
	return "", false
}
