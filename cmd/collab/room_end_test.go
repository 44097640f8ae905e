package main

import (
	"path/filepath"
	"strings"
	"testing"

	"collab/assess"
)

// paperSheet is one person's paper, as it is typed in.
const paperSheet = "2: 32d4 2211 3232 232d 3221 1321 332232213 23 22 32 42"

// answerInRoom has phones answer every question, and gives them.
func answerInRoom(t *testing.T, url string, phones int) []*testPhone {
	t.Helper()
	all := make([]*testPhone, phones)
	for n := range all {
		all[n] = newTestPhone(n)
		if _, err := all[n].ask(url); err != nil {
			t.Fatal(err)
		}
		for q, id := range questionIDs() {
			all[n].answers[id] = answerOf(n, q)
		}
		if status, _, err := all[n].put(url, true); status != 200 || err != nil {
			t.Fatal(status, err)
		}
	}
	return all
}

func recorded(t *testing.T, dir string) *assess.Assessment {
	t.Helper()
	a, _, err := readAssessment(dir)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Paper that is typed in a day later counts in the round that is open, and one that bears
// a later date leaves no phone out.
func TestRoomCountsPaperOfTheNextDay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lakes")
	p := startRoom(t, dir, freePort(t), "--date", "2026-11-22", "--joint-scope", "between", "--joint-about", "Fair")
	defer p.kill()
	answerInRoom(t, p.url, 5)
	if status, _, said := calledWith(t, dir, paperSheet+"\n", "respond", "--sheet"); status != statusDone || !strings.Contains(said, "the round of 22 November 2026") {
		t.Errorf("typed in on the 23rd: %d %s", status, said)
	}
	if status, _, said := calledWith(t, dir, paperSheet+"\n", "respond", "Lakes Guild", "--sheet", "--date", "2026-11-23", "--joint-scope", "between", "--joint-about", "Fair"); status != statusDone {
		t.Errorf("dated the 23rd: %d %s", status, said)
	}
	names, err := folder{dir}.responses("")
	if err != nil || len(ofDate(names, "2026-11-22")) != 6 || len(ofDate(names, "2026-11-23")) != 1 {
		t.Errorf("the files are %v", names)
	}
	p.press("e", `5 phones took part\. In all, 7 people are counted`)
	if a := recorded(t, dir); a.People != 7 || a.Date.String() != "2026-11-22" {
		t.Errorf("the record is of %s, with %d people", a.Date, a.People)
	}
	p.leave()
}

// A file of an earlier day is left out, and what is advised can be typed.
func TestRoomTellsHowToCountAnEarlierDay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lakes")
	if status, _, said := calledWith(t, filepath.Dir(dir), strings.Repeat(paperSheet+"\n", 5), "respond", "Lakes Guild", "--sheet", "--dir", dir, "--date", "2026-11-21", "--joint-scope", "between"); status != statusDone {
		t.Fatal(said)
	}
	p := startRoom(t, dir, freePort(t), "--joint-scope", "between")
	defer p.kill()
	p.press("e", `Nobody has answered yet`)
	answerInRoom(t, p.url, 5)
	p.press("e", `5 phones took part`)
	p.leave()
	if said := p.errs.String(); !strings.Contains(said, "collab combine --dir "+dir+" --from 2026-11-21") {
		t.Errorf("said is %s", said)
	}
	if status, _, said := called(t, dir, "combine", "--from", "2026-11-21"); status != statusDone || recorded(t, dir).People != 10 {
		t.Errorf("%d %s", status, said)
	}
}
