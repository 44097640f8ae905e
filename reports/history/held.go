package history

import (
	"errors"
	"fmt"
	"path"
	"strings"
)

// InHead gives the texts of files of a folder as git's HEAD holds them, by their
// names. What it does not hold, or cannot say, is left out.
func InHead(dir string, names ...string) map[string][]byte {
	held := map[string][]byte{}
	repo, err := Open(dir)
	if err != nil {
		return held
	}
	entries, err := repo.tree(Head, inFolder(repo.prefix, names)...)
	if err != nil {
		return held
	}
	var ids, found []string
	for _, e := range entries {
		if e.kind == "blob" {
			ids, found = append(ids, e.id), append(found, path.Base(e.path))
		}
	}
	_ = repo.contents(ids, func(i int, text []byte, err error) {
		if err == nil {
			held[found[i]] = text
		}
	})
	return held
}

// inFolder are the paths of files of a folder.
func inFolder(dir string, names []string) []string {
	var paths []string
	for _, name := range names {
		paths = append(paths, path.Join(dir, name))
	}
	return paths
}

// An entry is what a tree holds under a path.
type entry struct{ kind, id, path string }

// tree lists what a revision holds under some paths from the top.
func (r *Repository) tree(revision string, paths ...string) ([]entry, error) {
	out, err := r.git(append([]string{"--literal-pathspecs", "ls-tree", "-z", "--full-tree", "--end-of-options", revision, "--"}, paths...)...)
	if err != nil {
		return nil, err
	}
	var entries []entry
	for _, line := range strings.Split(string(out), "\x00") {
		about, name, ok := strings.Cut(line, "\t")
		if fields := strings.Fields(about); ok && len(fields) == 3 {
			entries = append(entries, entry{kind: fields[1], id: fields[2], path: name})
		}
	}
	return entries, nil
}

// text is that of one object.
func (r *Repository) text(id string) (text []byte, err error) {
	failed := r.contents([]string{id}, func(_ int, found []byte, wrong error) { text, err = found, wrong })
	return text, errors.Join(err, failed)
}

// resolve gives the commit, tree or file that a revision names, and its kind.
// The revision is as git takes it; what looks like an option is none.
func (r *Repository) resolve(revision string) (id, kind string, err error) {
	out, err := r.git("rev-parse", "--verify", "--quiet", "--end-of-options", revision)
	ids := strings.Fields(string(out))
	if err != nil || len(ids) == 0 {
		return "", "", fmt.Errorf("%q: %w", revision, ErrNoRevision)
	}
	id = ids[len(ids)-1] // some versions repeat the option before it
	if out, err = r.git("cat-file", "-t", id); err != nil {
		return "", "", fmt.Errorf("%s: %w", revision, err)
	}
	return id, strings.TrimSpace(string(out)), nil
}
