package history

import (
	"errors"
	"sync"

	"collab/assess"
	"collab/reports/record"
	"collab/rubric"
)

// A shelf holds the rubrics of one's own that an association has used. They are
// read when a record first needs one.
type shelf struct {
	files  []string
	stored []stored
	read   sync.Once
	own    []*rubric.Rubric
}

// stored is a text that git holds.
type stored struct {
	repo *Repository
	blob string
}

// open gives the assessment of a record that verifies, by a released rubric or
// by the one of one's own that fits.
func (s *shelf) open(name string, text []byte) (*assess.Assessment, error) {
	a, err := record.Open(name, text, rubric.Released)
	if err == nil && a.Rubric.Reworded() == 0 || err != nil && !mayBeOwn(err) {
		return a, err
	}
	for _, r := range s.rubrics() {
		if own, wrong := record.Open(name, text, rubric.Prefer(r)); wrong == nil {
			return own, nil
		}
	}
	return a, err
}

// mayBeOwn is true where another rubric of the same name could do: one whose
// wording fits, or whose rules give the findings.
func mayBeOwn(err error) bool {
	return errors.Is(err, rubric.ErrNotAtHand) || errors.Is(err, record.ErrOtherFindings)
}

// rubrics are those on the shelf that can be read, those of files first.
func (s *shelf) rubrics() []*rubric.Rubric {
	s.read.Do(func() {
		seen := map[string]bool{}
		put := func(text []byte, err error) {
			if err != nil {
				return // a record that needs it will say that it is not at hand
			}
			if r, err := rubric.Parse(RubricFile, text); err == nil && !seen[r.Digest] {
				seen[r.Digest] = true
				s.own = append(s.own, r)
			}
		}
		for _, path := range s.files {
			put(readFile(path))
		}
		if len(s.stored) == 0 {
			return
		}
		var ids []string
		for _, blob := range s.stored {
			ids = append(ids, blob.blob)
		}
		_ = s.stored[0].repo.contents(ids, func(_ int, text []byte, err error) { put(text, err) })
	})
	return s.own
}
