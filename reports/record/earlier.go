package record

import (
	"errors"
	"strings"

	"collab/internal/strict"
	"collab/rubric"
)

// ErrEarlier says that a record is of a version before the first release, which kept more
// of people than today's and made its findings by other rules: its answers can be read,
// and what stands below them cannot be checked.
var ErrEarlier = errors.New("it was written by an earlier version of this program: its answers count, its results cannot be checked")

// isDigest is true of six hexadecimal digits.
func isDigest(text string) bool {
	return len(text) == 6 && strings.Trim(text, "0123456789abcdef") == ""
}

// asWorded finds a released rubric as it was worded when a record was written: before
// the first release wordings changed, and not the version. Where a record names a question
// that the rubric does not have, or the rubric is one's own, nothing is changed: then
// another is meant.
func asWorded(wording strict.Value, find rubric.Finder) rubric.Finder {
	return func(ref string) (*rubric.Rubric, error) {
		r, err := find(ref)
		if err != nil || r.Own() {
			return r, err
		}
		digests := map[string]string{}
		other := false
		for _, dimension := range wording.Entries() {
			for _, e := range dimension.Value.Entries() {
				id := dimension.Name + "." + e.Name
				i := r.Index(id)
				if i < 0 {
					return r, nil
				}
				digests[id] = e.Value.Text()
				if !isDigest(digests[id]) {
					return r, nil
				}
				other = other || digests[id] != r.Questions()[i].Wording
			}
		}
		if !other {
			return r, nil
		}
		return r.AsWorded(digests), nil
	}
}
