package history

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"collab/assess"
)

// ErrNoRecord says that a commit, tag or branch holds no record of the folder
// that was asked for.
var ErrNoRecord = errors.New("there is no record")

// At gives the assessment of a record as a revision holds it, and its name: of a
// commit, tag or branch the record that goes by another path now, too; of a
// revision and a path, REV:path, that file, or the record of that folder. The
// error may be [record.ErrOtherFindings], with the assessment of its answers.
func At(revision, recordPath string) (*assess.Assessment, string, error) {
	repo, err := Open(filepath.Dir(recordPath))
	if err != nil {
		return nil, "", err
	}
	commit, file, _ := strings.Cut(revision, ":")
	id, kind, err := repo.resolve(revision)
	if err != nil {
		return nil, "", repo.unresolved(commit, file, err)
	}
	if kind == "commit" || kind == "tag" {
		commit = revision
		if file, err = repo.pathAt(id, recordPath); err != nil {
			return nil, "", fmt.Errorf("%s: %w", revision, err)
		}
	}
	return repo.at(commit, file, filepath.Base(recordPath))
}

// unresolved says more of a revision that git does not know: that it knows the
// commit and only the file is not there, or that it may lie before the commits
// of a shallow clone.
func (r *Repository) unresolved(commit, file string, err error) error {
	if !errors.Is(err, ErrNoRevision) {
		return err
	}
	if file != "" {
		if _, _, wrong := r.resolve(commit); wrong == nil {
			return fmt.Errorf("%s: there is no %s", commit, file)
		}
	}
	if r.Shallow {
		return fmt.Errorf("%w; %w", err, ErrShallow)
	}
	return err
}

// at reads the record that a path of a commit names, by itself or as a folder.
func (r *Repository) at(commit, file, recordName string) (*assess.Assessment, string, error) {
	id, kind, err := r.resolve(commit + ":" + file)
	if err != nil {
		return nil, "", err
	}
	if kind == "tree" {
		if file != "" && !strings.HasSuffix(file, "/") {
			file += "/"
		}
		file += recordName
		if id, _, err = r.resolve(commit + ":" + file); err != nil {
			return nil, "", r.unresolved(commit, file, err)
		}
	}
	name := commit + ":" + file
	text, err := r.text(id)
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w", name, err)
	}
	var s shelf
	folder, _ := path.Split(file)
	if rubric, _, err := r.resolve(commit + ":" + folder + RubricFile); err == nil {
		s.stored = append(s.stored, stored{r, rubric})
	}
	a, err := s.open(name, text)
	return a, name, err
}

// pathAt is the path of a record in a commit: the earliest of those that it
// has gone by since and that is there.
func (r *Repository) pathAt(commit, recordPath string) (string, error) {
	today, err := r.path(recordPath)
	if err != nil {
		return "", err
	}
	went := []string{today}
	if t, err := r.track(commit+".."+Head, []*Past{newPast(recordPath)}); err == nil {
		went = t.went
	}
	for _, name := range slices.Backward(went) {
		if entries, err := r.tree(commit, name); err != nil || len(entries) > 0 {
			return name, err
		}
	}
	return "", fmt.Errorf("%w %s", ErrNoRecord, today)
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
