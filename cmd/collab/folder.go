package main

import (
	"os"
	"path/filepath"

	"collab/reports/history"
	"collab/rubric"
)

// The files of an association.
const (
	recordFile   = "assessment.yaml"
	reportFile   = "report.md"
	rubricFile   = history.RubricFile
	planFile     = "plan.yaml"
	responsesDir = "responses"
	historyDir   = history.Dir
)

// A folder is where the files of one association are. It need not exist yet.
type folder struct{ path string }

func (f folder) file(name string) string { return filepath.Join(f.path, name) }

// locate is the folder of an association: the one given, else the current one
// if it has an association's files or no name is known yet, else the association's
// below it.
func (c console) locate(given, association string) (folder, error) {
	if given != "" {
		path, err := filepath.Abs(given)
		return folder{path}, err
	}
	here, err := c.getwd()
	if err != nil {
		return folder{}, couldNot(err)
	}
	if f := (folder{here}); f.inUse() || association == "" {
		return f, nil
	}
	return c.folderNamed(here, association)
}

// inUse is true of a folder that holds a record or responses.
func (f folder) inUse() bool {
	return exists(f.file(recordFile)) || exists(f.file(responsesDir))
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// isFile tells whether a path is that of a file.
func isFile(path string) bool {
	about, err := os.Stat(path)
	return err == nil && about.Mode().IsRegular()
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

// past is every version of the folder's record that it or git holds; see
// [history.Find].
func (f folder) past(revision string) *history.Past {
	return history.Find(revision, f.file(recordFile))[0]
}

// associationOf is the folder of the association whose record, history or
// responses a path names.
func associationOf(path string) (folder, error) {
	about, err := os.Stat(path)
	if err != nil {
		return folder{}, err
	}
	dir := filepath.Clean(path)
	if !about.IsDir() {
		dir = filepath.Dir(dir)
	}
	full, err := filepath.Abs(dir)
	if name := filepath.Base(full); (name == historyDir || name == responsesDir) && !exists(filepath.Join(full, recordFile)) {
		full = filepath.Dir(full)
	}
	return folder{full}, err
}

// dirOf is the folder that a file lies in.
func dirOf(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return filepath.Dir(full)
	}
	return filepath.Dir(path)
}
