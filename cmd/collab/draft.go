package main

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/disclosure"
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

// responseName is the form of the names that the program gives to response files: the
// date, a mark, and a word. Copies that a program makes which keeps folders alike on
// several computers have other names: "… (1).yaml", "…-LAPTOP.yaml", "Copy of …".
var responseName = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})-(` + soloMark + `|` + secondHandsMark + `|` + secondMark + `|` + handsMark + `)?[A-Za-z0-9]+\.yaml$`)

// markOf is the mark in the name of a response file; the name is not one where it
// is not of their form.
func markOf(name string) (mark string, ok bool) {
	parts := responseName.FindStringSubmatch(name)
	if parts == nil {
		return "", false
	}
	return parts[2], true
}

const ignoreFile = ".gitignore"

// ignoreResponses tells git to leave the responses out.
const ignoreResponses = "# One person's answers are private: git does not save them.\n*\n!.gitignore\n"

// draftMark begins a response file that is not finished, before the time when
// it was begun. It is a comment: the file reads the same with it and without.
const draftMark = "# Not finished yet; begun at "

// What may stand behind that time.
const (
	revisionMark = "; revises the assessment of this date"
	overMark     = "; started over, and counted only where it is named"
)

// personMark begins the line that tells one person's answers from all others, by a
// word that is drawn when they are begun. Two files that have the same are copies of
// one another, or were filled in two windows at once.
const personMark = "# One person's answers, to be counted once: "

// What begins the response file of a phone: one that is not finished, and the number of
// what the phone sent last. No time stands in it, and nobody else can go on with it.
const (
	phoneDraftMark = "# Not finished yet, on a phone"
	seqMark        = "# What the phone sent last has the number "
)

// asideMark begins a line of a draft that says what was said and is not asked as the
// answers stand. Nothing but the interview reads it: nobody counts it.
const asideMark = "# Not asked now, "

// A draft is a response file that is being written.
type draft struct {
	folder   folder
	path     string
	begun    string          // the time of the day, to the second
	revises  bool            // asks the assessment of its date again
	over     bool            // whoever began it started over
	person   string          // see personMark; empty in a file that was made by hand
	open     bool            // it is not finished
	phone    bool            // a phone fills it, through collab room
	seq      int             // see seqMark; of a phone
	text     []byte          // of the file as it was read or written last; nil: never
	response assess.Response // of a show of hands its head alone
	aside    []string        // see asideMark
	room     *assess.Tally   // of a show of hands, or nil
}

// newDraft names the file for one person's answers. The random part keeps two
// people of one day apart.
func (f folder) newDraft(date assess.Date, mark string, now time.Time) draft {
	return f.draftOf(strings.ToLower(rand.Text()[:6]), date, mark, now)
}

// draftOf names the file for the answers of the person with a word.
func (f folder) draftOf(word string, date assess.Date, mark string, now time.Time) draft {
	name := fmt.Sprintf("%s-%s%s.yaml", date, mark, word)
	return draft{folder: f, path: f.response(name), begun: now.Format(time.TimeOnly), person: word}
}

// minute is the time of the day when a draft was begun, as people say it.
func (d draft) minute() string { return d.begun[:min(len(d.begun), len("15:04"))] }

// keep writes the draft. The folder for responses tells git to leave them out:
// they are private. A rubric of one's own is copied beside it, or nobody could
// go on. What is not asked as the answers stand is set aside.
func (d *draft) keep(said assess.Response) error {
	r, aside := asking.SetAside(said)
	var lines []byte
	for _, line := range aside {
		lines = append(lines, asideMark+line+"\n"...)
	}
	return d.write(r.Rubric, slices.Concat(d.head(), lines, r.Encode()))
}

// keepRoom writes the draft of a show of hands.
func (d *draft) keepRoom(t *assess.Tally) error {
	return d.write(t.Rubric, slices.Concat(d.head(), t.EncodeHands()))
}

// finish writes the response as one that is complete.
func (d *draft) finish(r assess.Response) error {
	return d.write(r.Rubric, slices.Concat(d.tail(), r.Encode()))
}

// head are the lines that begin a draft.
func (d *draft) head() []byte {
	mark := draftMark + d.begun
	if d.phone {
		mark = phoneDraftMark
	}
	if d.revises {
		mark += revisionMark
	}
	if d.over {
		mark += overMark
	}
	return slices.Concat([]byte(mark+"\n"), d.tail())
}

// tail are the lines that a response file keeps when it is finished.
func (d *draft) tail() []byte {
	if d.person == "" {
		return nil
	}
	text := personMark + d.person + "\n"
	if d.phone {
		text += seqMark + strconv.Itoa(d.seq) + "\n"
	}
	return []byte(text)
}

func (d *draft) write(asked *rubric.Rubric, text []byte) error {
	if err := d.folder.expectResponses(asked); err != nil {
		return err
	}
	if err := writeAs(d.path, text, 0o600); err != nil {
		return err
	}
	d.text = text
	return nil
}

// expectResponses makes the folder for responses to a rubric.
func (f folder) expectResponses(asked *rubric.Rubric) error {
	if err := os.MkdirAll(f.path, 0o755); err != nil {
		return err
	}
	if err := os.MkdirAll(f.file(responsesDir), 0o700); err != nil {
		return err
	}
	if _, err := f.hideResponses(); err != nil {
		return err
	}
	if copied := f.file(rubricFile); asked.Own() && !exists(copied) {
		return write(copied, asked.Text())
	}
	return nil
}

// changed tells whether the draft's file is there and holds something else than what
// was read or written last: another program fills it.
func (d *draft) changed() bool {
	there, err := readWhole(d.path)
	return err == nil && d.text != nil && !bytes.Equal(there, d.text)
}

// startOver notes in a draft that whoever began it started over. One that is filled
// elsewhere meanwhile is left alone.
func (d draft) startOver() error {
	if d.changed() || !exists(d.path) {
		return nil
	}
	d.over = true
	_, body, _ := bytes.Cut(d.text, []byte("\n"))
	body = bytes.TrimPrefix(body, d.tail())
	return writeAs(d.path, slices.Concat(d.head(), body), 0o600)
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

// hidesResponses tells whether the file that is there tells git to leave responses out.
// Somebody may have made it for something else.
func (f folder) hidesResponses() bool {
	text, err := os.ReadFile(filepath.Join(f.file(responsesDir), ignoreFile))
	if err != nil {
		return os.IsNotExist(err) // then it will be made
	}
	hides := false
	for line := range strings.Lines(string(text)) {
		pattern, shown := strings.CutPrefix(strings.TrimRight(line, " \t\r\n"), "!")
		if is, _ := filepath.Match(strings.TrimPrefix(pattern, "/"), "2026-11-23-abcdef.yaml"); is {
			hides = !shown // the last line that names a file decides
		}
	}
	return hides
}

// claim gives a draft that was found a new name before it is gone on with: a
// program that may still be filling it goes on under the old name, and neither
// writes over the other. Where the file is no more what was read it stays where it
// is, and the new name is that of a file which is not there yet.
func (d draft) claim(mark string, now time.Time) (draft, error) {
	own := d.folder.newDraft(d.response.Date, mark, now)
	own.begun, own.revises, own.response, own.room = d.begun, d.revises, d.response, d.room
	if d.person != "" {
		own.person = d.person
	}
	dropHalfWritten(filepath.Dir(d.path))
	if d.changed() {
		return own, nil
	}
	if err := os.Rename(d.path, own.path); err != nil && !os.IsNotExist(err) {
		return d, err
	}
	own.text = d.text
	if !own.changed() {
		return own, nil
	}
	// It was written between the two: that is under the new name now, and stays there.
	own.path, own.text = d.folder.newDraft(d.response.Date, mark, now).path, nil
	return own, nil
}

// drop removes a draft whose answers are elsewhere now, and the folders that
// hold nothing else. What another program wrote into it stays.
func (d draft) drop() error {
	if d.path == "" || d.changed() {
		return nil
	}
	if err := os.Remove(d.path); err != nil && !os.IsNotExist(err) {
		return err
	}
	dir := filepath.Dir(d.path)
	dropHalfWritten(dir)
	if rest, err := os.ReadDir(dir); err == nil && len(rest) == 1 && rest[0].Name() == ignoreFile {
		_ = os.Remove(filepath.Join(dir, ignoreFile))
		_ = os.Remove(dir)
		_ = os.Remove(d.folder.path) // fails unless it is empty, as it should
	}
	return nil
}

// drafts are the unfinished responses whose names bear a mark, but for those of phones, the latest
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
		case open && !d.phone:
			found = append(found, d)
		}
	}
	slices.SortStableFunc(found, func(a, b draft) int {
		return strings.Compare(b.response.Date.String()+b.begun, a.response.Date.String()+a.begun)
	})
	return found, broken
}

// responses are the names of the response files with a mark; each begins with
// its date. Files of other names are none of ours: see [folder.strange].
func (f folder) responses(mark string) ([]string, error) {
	entries, err := os.ReadDir(f.file(responsesDir))
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if of, ok := markOf(e.Name()); ok && of == mark {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// strange are the names in the folder's responses that are not of the form which
// response files have.
func (f folder) strange() []string {
	entries, _ := os.ReadDir(f.file(responsesDir)) // who cannot list it is told so by who reads the others
	var names []string
	for _, e := range entries {
		if _, ok := markOf(e.Name()); !ok && e.Name()[0] != '.' {
			names = append(names, e.Name())
		}
	}
	return names
}

// answered is the number of people who have finished their responses of a date with
// a mark.
func (f folder) answered(mark string, date assess.Date, find rubric.Finder) int {
	names, _ := f.responses(mark) // what cannot be read combine will name
	n := 0
	for _, name := range ofDate(names, date.String()) {
		if d, open, err := f.readDraft(name, find); err == nil && !open && !d.response.Empty() {
			n++
		}
	}
	return n
}

func (f folder) response(name string) string { return filepath.Join(f.file(responsesDir), name) }

// readDraft reads a response file and tells whether it is still open.
func (f folder) readDraft(name string, find rubric.Finder) (d draft, open bool, err error) {
	return f.readDraftAt(f.response(name), find)
}

func (f folder) readDraftAt(path string, find rubric.Finder) (d draft, open bool, err error) {
	d = draft{folder: f, path: path}
	if d.text, err = readFile(path); err != nil {
		return d, false, err
	}
	if err := d.parse(d.text, find); err != nil {
		return d, false, err
	}
	for line := range strings.Lines(string(d.text)) {
		if !strings.HasPrefix(line, "#") {
			break
		}
		line = strings.TrimSpace(line)
		if begun, is := strings.CutPrefix(line, draftMark); is {
			open = true
			begun, d.over = strings.CutSuffix(begun, overMark)
			d.begun, d.revises = strings.CutSuffix(begun, revisionMark)
		}
		open = open || line == phoneDraftMark
		if seq, is := strings.CutPrefix(line, seqMark); is {
			d.seq, err = strconv.Atoi(seq)
			d.phone = err == nil
		}
		if person, is := strings.CutPrefix(line, personMark); is {
			d.person = person
		}
		if aside, is := strings.CutPrefix(line, asideMark); is {
			d.aside = append(d.aside, aside)
		}
	}
	d.open = open
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

// ofDate are the files whose names begin with a date.
func ofDate(files []string, date string) []string {
	return slices.DeleteFunc(slices.Clone(files), func(path string) bool {
		return !strings.HasPrefix(filepath.Base(path), date)
	})
}

// ofDays are the files whose names begin with a date of the round of a date.
func ofDays(files []string, date assess.Date) []string {
	return slices.DeleteFunc(slices.Clone(files), func(path string) bool {
		name := filepath.Base(path)
		return len(name) < len(time.DateOnly) || !oneRound(dateOfName(name), date)
	})
}

// dateOfName is the date that begins the name of a response file. One that is no day
// comes before all others, and is named when the file is read.
func dateOfName(name string) assess.Date {
	date, _ := assess.ParseDate(name[:len(time.DateOnly)])
	return date
}

// oneRound tells whether people answered in one round on two days.
func oneRound(a, b assess.Date) bool { return a.Sub(b.Time).Abs() <= disclosure.Window*24*time.Hour }
