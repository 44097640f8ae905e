//go:build unix

package main

import (
	"path/filepath"
	"strings"
	"testing"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/sheet"
)

// A sheet is typed wrong, corrected by its group, corrected again after it was
// understood, and kept; a second one is left out; nothing else is kept.
func TestSheetsAreCorrectedBeforeTheyAreKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	w := open(t, dir, "respond", "Lakes Guild", "--sheet", "--short", "--joint-scope", "none", "--date", day)
	w.waitFor("For example: 1:")
	w.waitFor("Sheet 1:")
	w.press("2: 32 2 31 2d 4. n2 t: 3332t.4 h: 15\n")
	w.waitFor("Trust has 1 answer; expected 2")
	w.waitFor(`Hurdles, answer 1: "15" is unknown`)
	w.waitFor("or the whole line:")
	w.press("tusrt: 22\n") // mistyped: it is not taken, and what was wrong stays so
	w.waitFor(`"tusrt" before a colon`)
	w.waitFor("That correction is not accepted.")
	w.waitFor("or the whole line:")
	w.press("trust: 22\n")
	w.waitFor(`"15" is unknown`)
	if strings.Contains(w.shown(), "Trust") {
		t.Errorf("what was corrected is still wrong:\n%s", w.shown())
	}
	w.press("h: 1,5w\n")
	w.waitFor("Role 2 Chief executive Values 3 2 Trust 2 2 Transparency 3 1 Knowledge 2 d Stakeholders 4 . Governance n 2 " +
		"Targets 3 3 3 2 t . 4 Hurdles 1 5w Not given priorities, forms, code")
	w.waitFor("Press Enter to save it")
	w.press("values: 5\n")
	w.waitFor("Values has 1 answer; expected 2")
	w.waitFor("That correction is not accepted.")
	w.waitFor("Press Enter to save it")
	w.press("values: 44 c: oak\n")
	w.waitFor("Values 4 4")
	w.waitFor("Code oak")
	w.press("\n")
	w.waitFor("Sheet 2:")
	w.press("1: 32 22 31 2d 4. n2\n")
	w.waitFor("Role 1 Board")
	w.waitFor("Press Enter to save it")
	w.press("3: 11 22 31 2d 4. n2\n") // the next sheet, a line too early
	w.waitFor("Is it the next sheet?")
	w.press("y\n")
	w.waitFor("Sheet 3:")
	w.waitFor("Role 3 Staff")
	w.waitFor("Press Enter to save it")
	w.press("3: 12 22 31 2d 4. n2\n") // it corrects itself
	w.waitFor("Is it the next sheet?")
	w.press("n\n")
	w.waitFor("Values 1 2")
	w.press("n\n")
	w.waitFor("That sheet is not saved.")
	w.press("\n")
	w.waitFor("2 sheets are saved in")
	w.exits(statusDone)

	got := said(parsed(t, draftOf(t, filepath.Join(dir, "lakes-guild"), "role: ceo")))
	for fact, want := range map[string]string{
		"role": "ceo", "answer values.goals": "collaboration", "answer trust.reliance": "cooperation", "target stakeholders": "today_is_right",
		"hurdle inertia": "met", "answer stakeholders.members": "collaboration", "answer governance.roles": "does_not_apply",
	} {
		if got[fact] != want {
			t.Errorf("%s: %q, want %q", fact, got[fact], want)
		}
	}
}

// The end of the input keeps no sheet that nobody has said is right.
func TestSheetThatWasNotSaidToBeRightIsNotKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	w := open(t, dir, "respond", "Lakes Guild", "--sheet", "--joint-scope", "none")
	w.waitFor("Sheet 1:")
	round := assess.NewResponse(example(t).Rubric)
	round.JointWork.Scope = "none"
	says := sheet.Example(asking.RoundOf(&round))
	w.press(sheet.Format(asking.RoundOf(&says), &says) + "\n")
	w.waitFor("Press Enter to save it")
	w.press("\x04")
	w.waitFor("That sheet is not saved.")
	w.press("\x04")
	w.waitFor("0 sheets are saved")
	w.exits(statusDone)
	noResponses(t, filepath.Join(dir, "lakes-guild"))
}

// draftOf is the one response file in a folder that has a line.
func draftOf(t *testing.T, dir, line string) string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(dir, responsesDir, "*.yaml"))
	for _, path := range files {
		if strings.Contains(read(t, path), line) {
			return path
		}
	}
	t.Fatalf("none of %v has %q", files, line)
	return ""
}
