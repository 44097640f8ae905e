//go:build unix

package main

import (
	"path/filepath"
	"testing"
)

// A code is misheard, and put right; the person's own word is asked for; one that somebody
// else has is refused.
func TestCodesAreTypedOneByOne(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	w := open(t, dir, "respond", "Lakes Guild", "--code", "--short", "--joint-scope", "none", "--date", day)
	w.waitFor("Code 1:")
	w.press("updmy pgxnz zjcyz hyn9h 3fb69 99rrt\n")
	w.waitFor("block 2, PGXNZ, is wrong; if all others are right it is PGXNS")
	w.waitFor("That code is not saved.")
	w.waitFor("Code 1:")
	w.press("updmy pgxns zjcyz hyn9h 3fb69 99rrt\n")
	w.waitFor("12 of 12 questions answered, Board")
	w.waitFor("(else press Enter):")
	w.press("oak\n")
	w.waitFor("Code 2:")
	w.press("UPBQX-BTAKV-3JCYZ-HYN9H-HASXR-63ZV9\n")
	w.waitFor("Chief executive")
	w.waitFor("(else press Enter):")
	w.press("Oak\n")
	w.waitFor(`"Oak" is also in`)
	w.waitFor("(else press Enter):")
	w.press("\n")
	w.waitFor("Code 3:")
	w.press("updmy pgxns zjcyz hyn9h 3fb69 99rrt birch\n") // the word stands behind the code alone
	w.waitFor("12 of 12 questions answered")
	w.waitFor("Code 4:")
	w.press("\n")
	w.waitFor("3 codes are saved in")
	w.waitFor("3 people have answered. Next: collab combine")
	w.exits(statusDone)

	f := folder{filepath.Join(dir, "lakes-guild")}
	names, err := f.responses("")
	if err != nil || len(names) != 3 {
		t.Fatalf("%v: %v", names, err)
	}
	codes := map[string]string{}
	for _, name := range names {
		d, open, err := f.readDraft(name, f.rubrics(nil))
		if err != nil || open {
			t.Fatalf("%s: %v", name, err)
		}
		codes[d.response.Code] = d.response.Role
	}
	if codes["oak"] != "board" || codes["birch"] != "board" || codes[""] != "ceo" || len(codes) != 3 {
		t.Errorf("the codes are %v", codes)
	}
}
