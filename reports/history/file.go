package history

import (
	"path/filepath"

	"collab/assess"
)

// InFile gives the assessment of a record that lies in a file, with the rubrics
// of one's own that lie beside it. The error may be [record.ErrOtherFindings],
// with the assessment of its answers.
func InFile(path string) (*assess.Assessment, error) {
	text, err := readFile(path)
	if err != nil {
		return nil, err
	}
	folder := filepath.Dir(absolute(path))
	if filepath.Base(folder) == Dir {
		folder = filepath.Dir(folder)
	}
	_, rubrics, _ := filesIn(filepath.Join(folder, Dir)) // a record that needs one will say that it is not at hand
	s := shelf{files: append(rubrics, filepath.Join(filepath.Dir(path), RubricFile), filepath.Join(folder, RubricFile))}
	return s.open(path, text)
}
