package main

import (
	"errors"
	"fmt"
	"io/fs"

	"collab/assess"
	"collab/reports/record"
)

// association is that of the folder's record, else of the first of its responses; empty
// where none can be read.
func (f folder) association() string {
	paths := []string{f.file(recordFile)}
	for _, mark := range []string{"", soloMark, handsMark} {
		names, _ := f.responses(mark) // what cannot be listed has no name
		for _, name := range names[:min(1, len(names))] {
			paths = append(paths, f.response(name))
		}
	}
	for _, path := range paths {
		text, err := readFile(path)
		if err != nil {
			continue
		}
		if name, err := record.Association(path, text); err == nil && name != "" {
			return name
		}
	}
	return ""
}

// named is the association that a folder is for: the one given, which must be
// that of the record there, or else the record's.
func (f folder) named(given string) (string, error) {
	if given != "" {
		name, err := assess.Name(given)
		if err != nil {
			return "", err
		}
		return name, f.mayHold(name)
	}
	text, err := readFile(f.file(recordFile))
	if err != nil {
		return "", nil // no record yet: the name is asked
	}
	name, _, err := record.Head(f.file(recordFile), text)
	return name, err
}

// mayHold refuses a folder that holds the record of another association, or
// one that cannot be read: neither is ever written over.
func (f folder) mayHold(association string) error {
	path := f.file(recordFile)
	text, err := readWhole(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	held, _, err := record.Head(path, text)
	if err != nil {
		return advise(err, "Correct the file, or name another folder with --dir.")
	}
	if held != association {
		return advise(fmt.Errorf("%s is the record of %q, not of %q", path, held, association),
			"Use that name, or name another folder with --dir.")
	}
	return nil
}

// formerly are the names that the association of the record had before; none where no
// record can be read.
func (f folder) formerly() []string {
	text, err := readWhole(f.file(recordFile))
	if err != nil {
		return nil
	}
	_, formerly, _ := record.Names(f.file(recordFile), text)
	return formerly
}
