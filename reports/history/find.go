package history

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"collab/internal/regular"
	"collab/internal/strict"
	"collab/reports/record"
)

// Find looks for all versions of some records: what their folders hold now, and
// what git holds of them in the commits that [Head] or [All] reaches, and for [All]
// in its index. Renamed files and folders are followed. A record's file need not be
// there any more. What cannot be looked at is said in [Past.Skipped].
func Find(revision string, records ...string) []*Past {
	pasts := make([]*Past, len(records))
	for i, name := range records {
		pasts[i] = newPast(name)
	}
	for root, members := range byRepository(pasts) {
		fromGit(root, revision, members)
	}
	inParallel(len(pasts), func(i int) {
		pasts[i].fromFolder()
		pasts[i].sort()
	})
	return pasts
}

// inParallel does n things on all cores.
func inParallel(n int, do func(i int)) {
	var wait sync.WaitGroup
	for worker := range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := worker; i < n; i += runtime.GOMAXPROCS(0) {
				do(i)
			}
		})
	}
	wait.Wait()
}

// byRepository sorts records by the repository that their folders lie in.
// It looks for it as git does, but asks git only where something is out of the
// usual: to ask for each of thousands of folders would take minutes.
func byRepository(pasts []*Past) map[string][]*Past {
	found := map[string]string{}
	groups := map[string][]*Past{}
	for _, p := range pasts {
		if root := rootOf(real(filepath.Dir(absolute(p.Record))), found); root != "" {
			groups[root] = append(groups[root], p)
		}
	}
	return groups
}

func absolute(name string) string {
	if full, err := filepath.Abs(name); err == nil {
		return full
	}
	return name
}

// rootOf is the folder to run git in for a folder's sake; empty where git has
// nothing to do with it.
func rootOf(dir string, found map[string]string) string {
	if root, known := found[dir]; known {
		return root
	}
	root := ""
	switch parent := filepath.Dir(dir); {
	case isRepository(dir):
		root = dir
	case parent != dir:
		root = rootOf(parent, found)
	}
	found[dir] = root
	return root
}

// isRepository is true of the top of a work tree and of a bare repository.
func isRepository(dir string) bool {
	has := func(name string) bool { return isThere(filepath.Join(dir, name)) }
	return has(".git") || has("HEAD") && has("objects") && has("refs")
}

// fromFolder takes the record that stands in the folder, and those of its
// history.
func (p *Past) fromFolder() {
	folder := filepath.Dir(p.Record)
	kept, rubrics, err := filesIn(filepath.Join(folder, Dir))
	if err != nil {
		p.skip(err, true)
	}
	for _, path := range kept {
		turn, known := p.added[filepath.Base(path)]
		if !known {
			turn = turnOfFile
		}
		p.addFile(path, turn)
	}
	p.addFile(p.Record, turnOfRecord)
	p.shelf.files = append(rubrics, filepath.Join(folder, RubricFile))
}

// filesIn are the records and the rubrics in a folder's history. A folder that
// is not there holds none.
func filesIn(dir string) (records, rubrics []string, err error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case e.IsDir() || filepath.Ext(e.Name()) != ".yaml":
		case isRubric(e.Name()):
			rubrics = append(rubrics, path)
		default:
			records = append(records, path)
		}
	}
	return records, rubrics, err
}

// isRubric tells a rubric of the history from a record: 2025-11-23-rubric.yaml,
// or 2025-11-23-rubric-2.yaml.
func isRubric(name string) bool {
	return strings.Contains(name, strings.TrimSuffix(RubricFile, ".yaml"))
}

// addFile adds a record that lies in a file; one that is not there is none.
func (p *Past) addFile(path string, turn int) {
	text, err := readFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	p.add(Version{past: p, turn: turn, path: path}, text, err)
}

// add dates a version by its text.
func (p *Past) add(v Version, text []byte, err error) {
	if err == nil {
		v.Date, err = record.Date(v.Name(), text)
	}
	if err != nil {
		p.skip(err, v.repo == nil)
		return
	}
	p.Versions = append(p.Versions, v)
}

// readFile reads no more of a file than a record may have, and one byte.
func readFile(path string) ([]byte, error) {
	f, err := regular.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, strict.MaxBytes+1))
}
