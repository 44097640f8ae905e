//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Who does a step and by when is asked; a program that is killed between two answers has
// kept the first; the next run asks what is open and what became of the rest.
func TestAPlanIsFilledInAndFollowedUp(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(examples, "lakes-guild"))); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "plan.yaml")
	w := open(t, dir, "plan")
	w.waitFor("Agreed on 23 November 2026")
	w.waitFor("Who does it?")
	w.press("J. Ortiz\n")
	w.waitFor("By when? Such as 23 February 2027")
	w.press("spring\n")
	w.waitFor(`"spring" is not a day. Type one such as 1 March or 2027-03-01`)
	w.press("1 March\n")
	w.waitFor("2. Ask both boards")
	w.signal(syscall.SIGKILL)
	w.waitForEnd()
	if text := read(t, file); !strings.Contains(text, "who: \"J. Ortiz\"\n        by: 2027-03-01\n") {
		t.Errorf("what was answered is lost:\n%s", text)
	}

	w = open(t, dir, "plan", "--accessible")
	w.waitFor("(J. Ortiz, by 1 March 2027)")
	w.waitFor("What became of it? 1 done, 2 not yet, 3 dropped")
	w.press("4\n")
	w.waitFor(`"4" is not an option. Type 1, 2 or 3`)
	w.press("2\n")
	w.waitFor("Why?")
	w.press("The peer has a new board\n")
	w.waitFor("2. Ask both boards")
	w.press("\n") // left open
	w.waitFor("By when?")
	w.press("q\n")
	w.waitFor("Saved in")
	w.waitFor("Next assessment: 23 November 2027.")
	w.exits(statusDone)
	if text := read(t, file); !strings.Contains(text, "became: not_yet\n        why: \"The peer has a new board\"\n") || strings.Count(text, "who:") != 1 {
		t.Errorf("the plan is\n%s", text)
	}
	if !strings.Contains(read(t, filepath.Join(dir, "report.md")), "The peer has a new board") {
		t.Error("the report does not tell of the plan")
	}
}
