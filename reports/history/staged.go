package history

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
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

// Siblings are the records of other folders in the repository that a record's folder
// lies in: those that git's index holds, and those of the folders beside it, under the
// same name.
func Siblings(record string) ([]string, error) {
	own := real(absolute(record))
	top := rootOf(filepath.Dir(own), map[string]string{})
	if top == "" {
		return nil, nil
	}
	repo, err := Open(top)
	if errors.Is(err, ErrNoGit) || err == nil && repo.Bare {
		return nil, nil
	}
	if err != nil {
		return nil, gitError{err}
	}
	name := filepath.Base(own)
	tracked, err := repo.listed(":(top,glob)**/" + name)
	if err != nil {
		return nil, err
	}
	found := map[string]bool{}
	for _, path := range tracked {
		found[filepath.Join(top, filepath.FromSlash(path))] = true
	}
	if folder := filepath.Dir(own); folder != top {
		beside, _ := os.ReadDir(filepath.Dir(folder)) // who cannot list it sees nothing beside it
		for _, e := range beside {
			if path := filepath.Join(filepath.Dir(folder), e.Name(), name); isThere(path) {
				found[path] = true
			}
		}
	}
	delete(found, own)
	return slices.Sorted(maps.Keys(found)), nil
}

func isThere(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
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
