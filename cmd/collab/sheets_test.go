//go:build unix

package main

import (
	"os"
	"strings"
	"testing"

	"collab/assess/asking"
	"collab/assess/sheet"
)

// A sheet is kept as the response that a person with the same answers gives at
// the terminal.
func TestSheetIsKeptAsTheResponseThatItIs(t *testing.T) {
	dir, says := t.TempDir(), example(t)
	says.Code = "old oak"
	clear(says.Notes) // which no sheet has
	args := []string{"respond", says.Association, "--sheet", "--date", says.Date.String(), "--dir", dir,
		"--joint-scope", says.JointWork.Scope, "--joint-about", says.JointWork.About, "--joint-purpose", says.JointWork.Purpose}
	if status, _, err := calledWith(t, dir, sheet.Format(asking.RoundOf(&says), &says)+"\n", args...); status != statusDone {
		t.Fatal(err)
	}
	mark, got, _ := strings.Cut(read(t, onlyDraft(t, dir)), "\n")
	if !strings.HasPrefix(mark, personMark) {
		t.Errorf("the file begins with %q", mark)
	}
	if want := string(says.Encode()); got != want {
		t.Errorf("kept\n%s\nwant\n%s", got, want)
	}
}

// What is wrong with a whole file of something else is said in few lines.
func TestFaultsOfAnotherFileAreCounted(t *testing.T) {
	dir := t.TempDir()
	status, _, err := calledWith(t, dir, strings.Repeat("not a sheet\n", 500), "respond", "Lakes Guild", "--sheet")
	if status != statusBadInput || !strings.Contains(err, "and 490 more lines") || strings.Count(err, "\n") > 104 {
		t.Errorf("status %d\n%s", status, err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}
