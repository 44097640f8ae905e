package history

import (
	"maps"
	"slices"
	"strings"
)

// staged takes the records that git's index holds: the next commit will. Of a
// merge that is not done it may hold several of one.
func (t *tracker) staged() error {
	if t.repo.Bare {
		return nil
	}
	args := []string{"ls-files", "--stage", "-z", "--full-name", "--"}
	for _, name := range slices.Sorted(maps.Keys(t.records)) {
		args = append(args, ":(top,literal)"+name)
	}
	out, err := t.repo.git(args...)
	if err != nil {
		return err
	}
	for line := range strings.SplitSeq(string(out), "\x00") {
		about, name, _ := strings.Cut(line, "\t")
		fields := strings.Fields(about) // mode, object and stage
		if p := t.records[name]; p != nil && len(fields) == 3 {
			t.found = append(t.found, Version{past: p, turn: turnOfIndex, repo: t.repo, commit: "index", blob: fields[1], path: name})
		}
	}
	return nil
}
