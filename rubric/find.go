package rubric

import (
	"errors"
	"fmt"
	"path"
	"strings"
)

// A Finder gives the rubric that a file names, such as
// "association-collaboration 1.0.0". The empty name is the default rubric.
// Where it is not at hand the error is [ErrNotAtHand].
type Finder func(ref string) (*Rubric, error)

// ErrNotAtHand says that a rubric is named that nobody has given us. What was
// answered to it can be neither scored nor verified; it is not wrong for that.
var ErrNotAtHand = errors.New("the rubric is missing")

// Released finds the rubrics that the program carries: every version of the
// default one that was ever released.
func Released(ref string) (*Rubric, error) {
	if ref == "" || ref == Default().Ref() {
		return Default(), nil
	}
	text, ok := releasedText(ref)
	if !ok {
		return nil, fmt.Errorf("%q: %w", ref, ErrNotAtHand)
	}
	return Parse(path.Base(releasedPath(ref)), text)
}

// Prefer finds r by its own name, and by the empty one; all others are looked
// for among the released ones. r may be nil.
func Prefer(r *Rubric) Finder {
	return func(ref string) (*Rubric, error) {
		if r != nil && (ref == "" || ref == r.Ref()) {
			return r, nil
		}
		return Released(ref)
	}
}

// releasedText is the file of a released rubric.
func releasedText(ref string) ([]byte, bool) {
	if !strings.HasPrefix(ref, defaultID+" ") {
		return nil, false
	}
	text, err := files.ReadFile(releasedPath(ref))
	return text, err == nil
}

// releasedPath is where the file of a rubric lies among the embedded ones.
func releasedPath(ref string) string {
	return "default/" + strings.TrimPrefix(ref, defaultID+" ") + ".yaml"
}
