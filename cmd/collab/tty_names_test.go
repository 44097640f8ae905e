//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"collab/assess/interview"
	"collab/rubric"
)

// A name whose folder holds another association's record is refused where it is
// typed, and can be changed there.
func TestNameOfAnotherAssociationsFolderIsRefused(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	says := example(t)
	if status, _, err := called(t, dir, "assess", "--answers", filepath.Join(examples, "answers.yaml")); status != statusDone {
		t.Fatal(err)
	}
	folder := filepath.Join(dir, inExample)
	record := read(t, filepath.Join(folder, recordFile))

	says.Association = "Northern Trails: Alliance, invented"
	p := beginInterview(t, dir, says)
	p.press(p.keys(0))
	p.waitFor(`is the record of "Northern Trails Alliance (invented)"`)
	if read(t, filepath.Join(folder, recordFile)) != record {
		t.Error("the record was written over")
	}
	noResponses(t, folder)
	p.press(ctrlC)
	p.waitFor("Press ctrl+c again to leave without it")
	p.press("\x1b[Z\x1b[Z of the East" + enter + enter + enter) // back to the name
	p.waitFor(p.sign(1))
	noResponses(t, folder)
	p.says.Association += " of the East"
	p.press(ctrlC)
	p.exits(statusInterrupted)
	if got := parsed(t, onlyDraft(t, filepath.Join(dir, slug(p.says.Association)))).Association; got != p.says.Association {
		t.Errorf("the draft is of %q", got)
	}
}

// Names and notes in any script come out as they were typed; what would steer
// a terminal comes out nowhere.
func TestNamesAndNotesInAnyScript(t *testing.T) {
	t.Parallel()
	for name, text := range scripts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			p := namedAndNoted(t, dir, text)
			clean, folder := interview.Clean(text), filepath.Join(dir, slug(p.says.Association))
			kept := parsed(t, onlyDraft(t, folder))
			if note := kept.Notes["values.goals"]; kept.Association != clean || note != clean {
				t.Errorf("the name is %q and the note %q, want %q", kept.Association, note, clean)
			}
			p.press("f")
			p.exits(statusDone)
			readsWell(t, folder)
			again := open(t, folder, "report")
			again.exits(statusDone)
			noControls(t, p.raw()+again.raw())
		})
	}
}

// namedAndNoted gives a name and a note by pasting, and goes on to the review.
func namedAndNoted(t *testing.T, dir, text string) *person {
	t.Helper()
	says := shortResponse()
	says.Association = interview.Clean(text)
	p := beginInterview(t, dir, says)
	p.press(paste(text) + enter + place(rubric.IDs(says.Rubric.Roles), says.Role) + "1")
	p.waitFor(p.sign(1))
	goals := p.atID("values.goals")
	p.answers(1, goals)
	p.press("m" + paste(text) + enter)
	p.waitFor("Your note:")
	p.answers(goals, goals+1)
	p.skips(goals + 1)
	return p
}

// readsWell checks that the record in a folder verifies, and that neither file holds
// what a terminal obeys.
func readsWell(t *testing.T, folder string) {
	t.Helper()
	if status, _, err := called(t, folder, "verify", filepath.Join(folder, recordFile)); status != statusDone {
		t.Errorf("the record does not verify: status %d\n%s", status, err)
	}
	for _, name := range []string{recordFile, reportFile} {
		noControls(t, read(t, filepath.Join(folder, name)))
	}
}

// noControls checks that nothing hostile is in what reaches a terminal. The
// program's own sequences are those that begin with "\x1b[".
func noControls(t *testing.T, text string) {
	t.Helper()
	for _, bad := range []string{"\x1b]", "\a", "\u202E", "\u202C", "\u2066", "\u009b"} {
		if strings.Contains(text, bad) {
			t.Errorf("%q was passed on", bad)
		}
	}
}

func TestHostileNameIsRefusedOnTheCommandLine(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	w := open(t, dir, "assess", "Friends "+hostile)
	w.exits(statusBadInput)
	noControls(t, w.raw())
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// A name that no file may hold is refused where it is typed.
func TestNameWithoutALetterIsRefused(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := beginInterview(t, dir, shortResponse())
	p.press("!?!" + enter)
	p.waitFor("a letter or a digit")
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}
