package main

import (
	"bytes"
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

// Marks stand in the names of files that are no responses of a group's first
// round: of people who assess alone, of a second round, and of shows of hands.
const (
	soloMark   = "assess-"
	secondMark = "second-"
	handsMark  = "hands-"

	secondHandsMark = secondMark + handsMark
)

// markOf is the mark in the name of a response file.
func markOf(name string) string {
	for _, mark := range []string{soloMark, secondHandsMark, secondMark, handsMark} {
		if strings.Contains(name, "-"+mark) {
			return mark
		}
	}
	return ""
}

const ignoreFile = ".gitignore"

// ignoreResponses tells git to leave the responses out.
const ignoreResponses = "# One person's answers are private: git leaves them out.\n*\n!.gitignore\n"

// halfWritten begins the name of a file that is being written (atomicwriter.New).
const halfWritten = ".tmp-"

// draftMark begins a response file that is not finished, before the time when
// it was begun. It is a comment: the file reads the same with it and without.
const draftMark = "# Not finished yet; begun at "

// revisionMark stands behind that time where an assessment was asked again.
const revisionMark = "; revises the assessment of this date"

// unfinished tells whether a response file is a draft.
func unfinished(text []byte) bool { return bytes.HasPrefix(text, []byte(draftMark)) }

// A draft is a response file that is being written.
type draft struct {
	folder   folder
	path     string
	begun    string          // the time of the day, to the second
	revises  bool            // asks the assessment of its date again
	response assess.Response // of a show of hands its head alone
	room     *assess.Tally   // of a show of hands, or nil
}

// newDraft names the file for one person's answers. The random part keeps two
// people of one day apart.
func (f folder) newDraft(date assess.Date, mark string, now time.Time) draft {
	name := fmt.Sprintf("%s-%s%s.yaml", date, mark, strings.ToLower(rand.Text()[:6]))
	return draft{folder: f, path: f.response(name), begun: now.Format(time.TimeOnly)}
}

// minute is the time of the day when a draft was begun, as people say it.
func (d draft) minute() string { return d.begun[:min(len(d.begun), len("15:04"))] }

// keep writes the draft. The folder for responses tells git to leave them out:
// they are private. A rubric of one's own is copied beside it, or nobody could
// go on.
func (d draft) keep(r assess.Response) error {
	return d.write(r.Rubric, append(d.mark(), r.Encode()...))
}

// keepRoom writes the draft of a show of hands.
func (d draft) keepRoom(t *assess.Tally) error {
	return d.write(t.Rubric, append(d.mark(), t.EncodeHands()...))
}

func (d draft) mark() []byte {
	mark := draftMark + d.begun
	if d.revises {
		mark += revisionMark
	}
	return []byte(mark + "\n")
}

// finish writes the response as one that is complete.
func (d draft) finish(r assess.Response) error { return d.write(r.Rubric, r.Encode()) }

func (d draft) write(asked *rubric.Rubric, text []byte) error {
	dir := filepath.Dir(d.path)
	if err := os.MkdirAll(d.folder.path, 0o755); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if _, err := d.folder.hideResponses(); err != nil {
		return err
	}
	if copied := d.folder.file(rubricFile); asked.Own() && !exists(copied) {
		if err := write(copied, asked.Text()); err != nil {
			return err
		}
	}
	return writeAs(d.path, text, 0o600)
}

// hideResponses makes the file that tells git to leave the responses out, where it
// is not there, and gives its path if so.
func (f folder) hideResponses() (made string, err error) {
	ignore := filepath.Join(f.file(responsesDir), ignoreFile)
	if exists(ignore) {
		return "", nil
	}
	return ignore, write(ignore, []byte(ignoreResponses))
}

// claim gives a draft that was found a new name before it is gone on with: a
// program that may still be filling it goes on under the old name, and neither
// writes over the other. What a program that was killed left half written goes.
func (d draft) claim(mark string, now time.Time) (draft, error) {
	own := d.folder.newDraft(d.response.Date, mark, now)
	own.begun, own.revises, own.response, own.room = d.begun, d.revises, d.response, d.room
	if err := os.Rename(d.path, own.path); err != nil && !os.IsNotExist(err) {
		return d, err
	}
	dropHalfWritten(filepath.Split(d.path))
	return own, nil
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

// drafts are the unfinished responses whose names bear a mark, the latest
// first, those of one second in the order of their names; and what is wrong
// with those that cannot be read.
func (f folder) drafts(mark string, find rubric.Finder) (found []draft, broken []error) {
	names, err := f.responses(mark)
	if err != nil {
		return nil, []error{err}
	}
	for _, name := range names {
		d, open, err := f.readDraft(name, find)
		switch {
		case err != nil:
			broken = append(broken, err)
		case open:
			found = append(found, d)
		}
	}
	slices.SortStableFunc(found, func(a, b draft) int {
		return strings.Compare(b.response.Date.String()+b.begun, a.response.Date.String()+a.begun)
	})
	return found, broken
}

// responses are the names of the response files with a mark; each begins with
// its date.
func (f folder) responses(mark string) ([]string, error) {
	names, err := responseNames(f.file(responsesDir), mark)
	return slices.DeleteFunc(names, func(name string) bool { return len(name) <= len(time.DateOnly) }), err
}

// responseNames are the names of the response files with a mark in any folder; none
// where it is not there.
func responseNames(dir, mark string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if isResponse(e.Name()) && markOf(e.Name()) == mark {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// answered is the number of finished responses of a date with a mark.
func (f folder) answered(mark string, date assess.Date) int {
	names, _ := f.responses(mark) // what cannot be read combine will name
	n := 0
	for _, name := range ofDate(names, date.String()) {
		if text, err := readFile(f.response(name)); err == nil && !unfinished(text) {
			n++
		}
	}
	return n
}

// isResponse tells a response file by its name from the other files beside it.
func isResponse(name string) bool {
	return filepath.Ext(name) == ".yaml" && name[0] != '.' && name != recordFile && name != rubricFile
}

func (f folder) response(name string) string { return filepath.Join(f.file(responsesDir), name) }

// readDraft reads a response file and tells whether it is still open.
func (f folder) readDraft(name string, find rubric.Finder) (d draft, open bool, err error) {
	d = draft{folder: f, path: f.response(name)}
	text, err := readFile(d.path)
	if err != nil {
		return d, false, err
	}
	if err := d.parse(text, find); err != nil {
		return d, false, err
	}
	first, _, _ := strings.Cut(string(text), "\n")
	d.begun, open = strings.CutPrefix(first, draftMark)
	d.begun, d.revises = strings.CutSuffix(d.begun, revisionMark)
	return d, open, nil
}

// parse reads what the draft holds, of one person or of a show of hands.
func (d *draft) parse(text []byte, find rubric.Finder) (err error) {
	if !assess.IsHands(text) {
		d.response, err = assess.ParseResponse(d.path, text, find)
		return err
	}
	t, err := assess.ParseOpenHands(d.path, text, find)
	if err != nil {
		return err
	}
	d.room, d.response = t, assess.NewResponse(t.Rubric)
	d.response.Association, d.response.Date = t.Association, t.Date
	return nil
}
