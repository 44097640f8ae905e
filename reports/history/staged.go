package history

import (
	"errors"
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

// Tracked are the files below a folder that git's index holds: the next commit will.
// They are named from that folder on, with slashes. Where git has nothing to do with
// the folder there are none.
func Tracked(dir string) ([]string, error) {
	repo, err := Open(dir)
	if errors.Is(err, ErrNoRepository) || errors.Is(err, ErrNoGit) || err == nil && repo.Bare {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return repo.listed(".")
}

// listed are the files that git's index holds under some patterns, named from the
// folder that git is run in.
func (r *Repository) listed(patterns ...string) ([]string, error) {
	out, err := r.git(append([]string{"ls-files", "-z", "--"}, patterns...)...)
	if err != nil {
		return nil, err
	}
	names := strings.Split(string(out), "\x00")
	return slices.DeleteFunc(names, func(name string) bool { return name == "" }), nil
}
