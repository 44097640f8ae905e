package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"slices"

	"collab/assess"
	"collab/internal/strict"
	"collab/reports/record"
	"collab/rubric"
)

// readFile reads a file that a person made; one byte over the limit is enough
// to refuse it.
func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readLimited(f)
}

func readLimited(r io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, strict.MaxBytes+1))
}

// readInput reads a file or, where the path is "-", standard input. It gives
// the name to report faults under.
func (c console) readInput(path string) (name string, text []byte, err error) {
	if path == "-" {
		text, err = readLimited(c.in)
		return "standard input", text, err
	}
	text, err = readFile(path)
	return path, text, err
}

// readRubric reads a rubric of the user's own.
func readRubric(path string) (*rubric.Rubric, error) {
	text, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return rubric.Parse(path, text)
}

// ownRubric reads the rubric that --rubric names; nil where it names none.
func ownRubric(path string) (*rubric.Rubric, error) {
	if path == "" {
		return nil, nil
	}
	return readRubric(path)
}

// rubricOrDefault is the same, with the default rubric where none is named.
func rubricOrDefault(path string) (*rubric.Rubric, error) {
	if path == "" {
		return rubric.Default(), nil
	}
	return readRubric(path)
}

// openRecord finds a record by its path or its folder's and reads it.
func openRecord(path string) (folder, string, []byte, error) {
	if about, err := os.Stat(path); err == nil && about.IsDir() {
		path = (folder{path}).file(recordFile)
	}
	text, err := readFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return folder{}, path, nil, advise(err, "An assessment is made by: collab assess")
	}
	return folder{dirOf(path)}, path, text, err
}

// readAssessment reads a record and finds again what follows from it.
func readAssessment(path string) (*assess.Assessment, []byte, error) {
	f, path, text, err := openRecord(path)
	if err != nil {
		return nil, nil, err
	}
	t, err := record.Read(path, text, f.rubrics(nil))
	if err != nil {
		return nil, nil, err
	}
	return assess.Assess(t), text, nil
}

// purposes are the ids of the default rubric, for the help: to read it whenever the
// program starts would take too long.
const purposes = "performance, shared_objective, lower_costs, revenue or other"

// jointWork checks the flags that say what a round's joint work is.
func jointWork(said assess.JointWork, asked *rubric.Rubric) (assess.JointWork, error) {
	about, err := assess.About(said.About)
	if err != nil {
		return said, fmt.Errorf("--joint-about: %w", err)
	}
	said.About = about
	if err := known("--joint-scope", said.Scope, asked.JointWork.Scopes); err != nil {
		return said, err
	}
	return said, known("--joint-purpose", said.Purpose, asked.JointWork.Purposes)
}

// orOther says before what is wrong with a file that it is another one altogether
// than what was expected, where it has no line that all of ours have.
func orOther(err error, name, expected string, text []byte) error {
	if err == nil || regexp.MustCompile(`(?m)^[\s{"']*format["']?\s*:`).Match(text) {
		return err
	}
	return fmt.Errorf("%s is not a %s: no line of it begins with format:\n%w", name, expected, err)
}

// known checks a flag that names one of several choices, or nothing.
func known(flag, id string, choices []rubric.Choice) error {
	ids := rubric.IDs(choices)
	if id == "" || slices.Contains(ids, id) {
		return nil
	}
	return fmt.Errorf("%s: %q is unknown; expected one of %s", flag, id, listed(ids))
}
