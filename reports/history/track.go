package history

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
)

// fromGit takes what a repository holds of the records that lie in it.
func fromGit(root, revision string, pasts []*Past) {
	fail := func(err error) { // once, however many records lie there
		about := pasts[0].Record
		if len(pasts) > 1 {
			about = root
		}
		pasts[0].skip(gitError{fmt.Errorf("what git holds of %s: %w", about, err)}, false)
	}
	repo, err := Open(root)
	if errors.Is(err, ErrNoRepository) {
		err = errDamaged // or this would not be a root
	}
	if err != nil {
		fail(err)
		return
	}
	t, err := repo.track(revision, pasts)
	if err == nil && revision == All {
		err = t.staged()
	}
	if err == nil {
		err = t.date()
	}
	if err != nil {
		fail(err)
	}
	if repo.Shallow {
		fail(ErrShallow)
	}
}

var errDamaged = errors.New("something of a git repository lies here, and git does not take it for one")

// ErrShallow says that there was more.
var ErrShallow = errors.New("this clone is shallow and does not hold the earliest commits")

// track finds the versions of records in a repository, undated.
func (r *Repository) track(revision string, pasts []*Past) (*tracker, error) {
	if revision == Head {
		if _, _, err := r.resolve(Head); err != nil {
			return &tracker{repo: r}, nil // nothing is committed yet
		}
	}
	// A fifth is alike even in the records of two years, for their questions are
	// the same; who is taken for another is found out by the name. A clone without
	// all contents cannot compare them: only what was moved as it stood is
	// followed then.
	var err error
	for _, renames := range []string{"-M20%", "-M100%"} {
		t := &tracker{repo: r, records: map[string]*Past{}, folders: map[string]*Past{}, all: revision == All}
		for _, p := range pasts {
			name, err := r.path(p.Record)
			if err != nil {
				return nil, err
			}
			t.own(name, p)
		}
		if err = r.log(revision, renames, t.take); err == nil {
			return t, nil
		}
	}
	return nil, err
}

// A tracker goes back in time with the log and knows by which path each record
// went then. Where two branches gave one path to two records, the younger has it.
type tracker struct {
	repo    *Repository
	records map[string]*Past // by the path of the record
	folders map[string]*Past // by the path of its folder
	went    []string         // all those paths, the youngest first
	found   []Version
	all     bool // takes the files of a folder's history too
}

// take looks at one change: of a record, of a rubric, or of a file that was
// put into a folder's history.
func (t *tracker) take(c change) {
	if p := t.records[c.path]; p != nil {
		if c.from != "" {
			t.own(c.from, p)
		}
		if !c.gone && !c.same {
			t.found = append(t.found, Version{past: p, turn: turnOf(c.age), repo: t.repo, commit: c.commit, blob: c.blob, path: c.path})
		}
		return
	}
	dir, name := path.Split(c.path)
	dir = path.Clean(dir)
	kept := t.folders[path.Dir(dir)] // whose history it was put into
	if path.Base(dir) != Dir {
		kept = nil
	}
	// The folder was renamed and its record replaced in one commit: git sees the
	// record move into the history.
	if kept != nil && path.Base(c.from) == filepath.Base(kept.Record) {
		t.own(c.from, kept)
	}
	if c.gone || c.same {
		return
	}
	if p := t.folders[dir]; p != nil && name == RubricFile {
		p.shelf.stored = append(p.shelf.stored, stored{t.repo, c.blob})
	}
	if p := kept; p != nil {
		if _, known := p.added[name]; !known {
			p.added[name] = turnOf(c.age) - 1 // before the record that took its place
		}
		if t.all && !isRubric(name) { // it may be gone from the folder
			t.found = append(t.found, Version{past: p, turn: p.added[name], repo: t.repo, commit: c.commit, blob: c.blob, path: c.path})
		}
	}
}

// own notes where a record went by which path.
func (t *tracker) own(name string, p *Past) {
	t.went = append(t.went, name)
	t.records[name] = p
	t.folders[path.Dir(name)] = p
}

// date reads the dates of what was found.
func (t *tracker) date() error {
	ids := make([]string, len(t.found))
	for i, v := range t.found {
		ids[i] = v.blob
	}
	return t.repo.contents(ids, func(i int, text []byte, err error) {
		v := t.found[i]
		v.past.add(v, text, v.wrap(err))
	})
}
