package main

import (
	"os"
	"path/filepath"

	"collab/reports/history"
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

// within are the records of the associations whose folders lie in a folder that
// is none itself.
func within(path string) []string {
	if (folder{path}).remembers() {
		return nil
	}
	entries, _ := os.ReadDir(path) // who cannot list it is told so by git or by the record
	var records []string
	for _, e := range entries {
		f := folder{filepath.Join(path, e.Name())}
		if f.remembers() {
			records = append(records, f.file(recordFile))
		}
	}
	return records
}

// brandFile lies beside the record.
const brandFile = "brand.yaml"

// remembers is true of a folder that holds a record or had one.
func (f folder) remembers() bool { return exists(f.file(recordFile)) || exists(f.file(historyDir)) }

// reportAnew is the command that writes the folder's report again.
func (f folder) reportAnew() string {
	return "collab report --format markdown --out " + typedPath(f.file(reportFile)) + " " + typedPath(f.path)
}
