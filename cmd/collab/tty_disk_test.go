//go:build unix

package main

import (
	"os"
	"path/filepath"
	"testing"
)

// The folder goes while somebody answers: it is made again, with every answer.
func TestFolderRemovedWhileAnswering(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := beginInterview(t, dir, example(t))
	at := p.atID("values.fit")
	p.answers(0, at)
	folder := filepath.Join(dir, inExample)
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	p.answers(at, at+1)
	p.press(ctrlC)
	p.exits(statusInterrupted)
	keptAll(t, folder, p, at+1)
}

// A file stands where the folder was: that is said at the question, and when it
// is out of the way the same question goes on.
func TestFolderReplacedByAFileIsSaidAndMended(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := beginInterview(t, dir, example(t))
	folder := filepath.Join(dir, inExample)
	aside := filepath.Join(dir, "aside")
	whileBroken(t, p, folder, func() {
		if err := os.Rename(folder, aside); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(folder, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}, "not a directory", func() {
		if err := os.Remove(folder); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(aside, folder); err != nil {
			t.Fatal(err)
		}
	})
}

// whileBroken answers until the folder is broken, and sees that the fault is
// said at the question, that nothing moves on, that what was kept before stands,
// and that everything goes on once it is mended.
func whileBroken(t *testing.T, p *person, folder string, breakIt func(), fault string, mend func()) {
	t.Helper()
	at := p.atID("values.fit")
	p.answers(0, at)
	breakIt()
	p.press(p.keys(at))
	p.waitFor("Not saved: ")
	p.waitFor(fault)
	p.waitFor("Earlier answers are safe. Fix the problem, then press Enter to try again.")
	p.press(right)
	p.press(ctrlC)
	p.waitFor("Press ctrl+c again to leave without it.")
	mend()
	keptAll(t, folder, p, at)
	p.press(enter)
	p.waitFor(p.sign(at + 1))
	p.finishes(at + 1)
	p.exits(statusDone)
	sameAsFromFile(t, folder, p.says)
	noResponses(t, folder)
}

// keptAll checks that the one draft of a folder holds what was said before the
// screen in place n, and nothing else.
func keptAll(t *testing.T, folder string, p *person, n int) {
	t.Helper()
	want, got := said(p.upTo(n)), said(parsed(t, onlyDraft(t, folder)))
	if lost, more := missing(want, got), missing(got, want); lost != nil || more != nil {
		t.Errorf("lost: %v\ninvented: %v", lost, more)
	}
}
