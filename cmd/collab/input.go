package main

import (
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"

	"collab/assess"
	"collab/internal/regular"
	"collab/internal/strict"
	"collab/rubric"
)

// readFile reads a file that a person made; one byte over the limit is enough
// to refuse it.
func readFile(path string) ([]byte, error) {
	f, err := regular.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readLimited(f)
}

// readWhole reads a file that is kept elsewhere, however long it is.
func readWhole(path string) ([]byte, error) {
	f, err := regular.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
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

// purposes are the ids of the default rubric, for the help: to read it whenever the
// program starts would take too long.
const purposes = "performance, shared_objective, lower_costs, revenue or other"

// scopeHelp is said of the same flag of several commands.
const scopeHelp = "who did that work: within (groups of the association), between (associations) or none"

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
	if err == nil || regexp.MustCompile(`(?m)^[\s{"']*format["']?\s*:`).Match(strict.ToUTF8(text)) {
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

// rubrics gives the rubrics that files of the folder name: the one preferred,
// if any, the one that lies in the folder, and the released ones.
func (f folder) rubrics(preferred *rubric.Rubric) rubric.Finder {
	return func(ref string) (*rubric.Rubric, error) {
		if preferred != nil && (ref == "" || ref == preferred.Ref()) {
			return preferred, nil
		}
		if ref != "" && exists(f.file(rubricFile)) {
			own, err := readRubric(f.file(rubricFile))
			if err != nil {
				return nil, err
			}
			if own.Ref() == ref {
				return own, nil
			}
		}
		return rubric.Released(ref)
	}
}

// filledIn is the joint work that flags say something of, and the first round
// the rest.
func filledIn(flags, first assess.JointWork) assess.JointWork {
	return assess.JointWork{
		About:   cmp.Or(flags.About, first.About),
		Scope:   cmp.Or(flags.Scope, first.Scope),
		Purpose: cmp.Or(flags.Purpose, first.Purpose),
	}
}
