package main

import (
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"collab/assess"
	"collab/rubric"
)

// soloMark stands in the names of the drafts of people who assess alone, so
// that they are never taken for one person's answers of a group.
const soloMark = "assess-"

const ignoreFile = ".gitignore"

// A draft is a response file that is being written.
type draft struct {
	folder   folder
	path     string
	changed  time.Time
	response assess.Response
}

// newDraft names the file for one person's answers. The random part keeps two
// people of one day apart.
func (f folder) newDraft(date assess.Date) draft {
	name := fmt.Sprintf("%s-%s%s.yaml", date, soloMark, strings.ToLower(rand.Text()[:6]))
	return draft{folder: f, path: filepath.Join(f.file(responsesDir), name)}
}

// keep writes the draft. The folder for responses tells git to leave them out:
// they are private.
func (d draft) keep(r assess.Response) error {
	dir := filepath.Dir(d.path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if ignore := filepath.Join(dir, ignoreFile); !exists(ignore) {
		if err := write(ignore, []byte("# One person's answers are private: git leaves them out.\n*\n!.gitignore\n")); err != nil {
			return err
		}
	}
	return write(d.path, r.Encode())
}

// drop removes a draft whose answers are elsewhere now, and the folders that
// hold nothing else.
func (d draft) drop() error {
	if d.path == "" {
		return nil
	}
	if err := os.Remove(d.path); err != nil && !os.IsNotExist(err) {
		return err
	}
	dir := filepath.Dir(d.path)
	if rest, err := os.ReadDir(dir); err == nil && len(rest) == 1 && rest[0].Name() == ignoreFile {
		_ = os.Remove(filepath.Join(dir, ignoreFile))
		_ = os.Remove(dir)
		_ = os.Remove(d.folder.path) // fails unless it is empty, as it should
	}
	return nil
}

// drafts are those of people who assess alone, the latest first, and what is
// wrong with the files that cannot be read.
func (f folder) drafts(find rubric.Finder) (found []draft, broken []error) {
	entries, err := os.ReadDir(f.file(responsesDir))
	if err != nil && !os.IsNotExist(err) {
		return nil, []error{err}
	}
	for _, e := range entries {
		if !strings.Contains(e.Name(), "-"+soloMark) || filepath.Ext(e.Name()) != ".yaml" {
			continue
		}
		d, err := f.readDraft(e.Name(), find)
		if err != nil {
			broken = append(broken, err)
			continue
		}
		found = append(found, d)
	}
	slices.SortStableFunc(found, func(a, b draft) int { return b.changed.Compare(a.changed) })
	return found, broken
}

func (f folder) readDraft(name string, find rubric.Finder) (draft, error) {
	d := draft{folder: f, path: filepath.Join(f.file(responsesDir), name)}
	about, err := os.Stat(d.path)
	if err != nil {
		return d, err
	}
	d.changed = about.ModTime()
	text, err := readFile(d.path)
	if err != nil {
		return d, err
	}
	d.response, err = assess.ParseResponse(d.path, text, find)
	return d, err
}
