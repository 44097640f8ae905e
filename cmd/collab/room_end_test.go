package main

import (
	"encoding/csv"
	"io"
	"os"
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

// whoIs are codes of people.
var whoIs = []string{"oak", "elm", "ash", "fir", "yew", "bay", "box"}

// tableOf writes a survey table, with a row for each code, and what they say.
func tableOf(t *testing.T, path string, codes []string, says func(row, question int) string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := csv.NewWriter(f)
	rows := [][]string{append([]string{"code"}, questionIDs()...)}
	for n, code := range codes {
		row := []string{code}
		for q := range questionIDs() {
			row = append(row, says(n, q))
		}
		rows = append(rows, row)
	}
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
}

// Who is on a phone and in the table with one code and the same answers counts once; with
// other answers both count, and it is said. The table is not counted in the second round.
func TestRoomCountsWhoIsInTheTableToo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lakes")
	table := filepath.Join(filepath.Dir(dir), "t.csv")
	tableOf(t, table, []string{"oak", "Elm ", "ash", "fir", "yew"}, func(row, q int) string {
		if row == 4 {
			return answerOf(row+1, q)
		}
		return answerOf(row, q)
	})
	p := startRoom(t, dir, freePort(t), "--joint-scope", "between", "--csv", table)
	defer p.kill()
	phones := answerInRoom(t, p.url, 5)
	for n, phone := range phones {
		phone.code = whoIs[n]
		if status, _, err := phone.put(p.url, true); status != 200 {
			t.Fatal(status, err)
		}
	}
	p.press("e", `In all, 6 people are counted`)
	p.press("s", `Press s again`)
	p.press("s", `second round, about`)
	for n, phone := range phones {
		if _, err := phone.ask(p.url); err != nil {
			t.Fatal(err)
		}
		phone.answers[recorded(t, dir).Answers[recorded(t, dir).Agenda()[0].Question].ID] = stageIDs[n%4]
		if status, _, err := phone.put(p.url, true); status != 200 {
			t.Fatal(status, err)
		}
	}
	p.press("e", `The second round has ended: 5 phones took part\.`)
	if a := recorded(t, dir); a.People != 6 || a.Second == nil || a.Second.People != 5 {
		t.Errorf("the rounds have %d people and %+v", a.People, a.Second)
	}
	p.leave()
	for _, want := range []string{"row 2 left out: the code and all answers", `row 6: the code "yew" is also in`, "both count", "Left out: the tables of --csv"} {
		if said := p.errs.String(); !strings.Contains(said, want) {
			t.Errorf("not said is %s, in %s", want, said)
		}
	}
}

// Of two files of one phone that which it sent last counts.
func TestWhatAPhoneSentLastCounts(t *testing.T) {
	early, late := draft{phone: true, person: "a", seq: 3}, draft{phone: true, person: "a", seq: 7, open: true}
	if early.fuller(late) || !late.fuller(early) {
		t.Error("what came earlier counts")
	}
}

// A round with answers that are in no record is not forgotten for a slip in a flag.
func TestRoomKeepsAnOpenRound(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lakes")
	p := startRoom(t, dir, freePort(t), "--joint-scope", "between")
	answerInRoom(t, p.url, 5)
	p.leave()
	for _, c := range []struct {
		flags []string
		want  string
	}{
		{[]string{"--date", "2026-11-22"}, "--date: a round of 23 November 2026 is open"},
		{[]string{"--second-round"}, "--second-round: the first round, of 23 November 2026, is still open"},
	} {
		args := append([]string{"room", "Lakes Guild", "--dir", dir, "--address", "127.0.0.1", "--accessible", "--joint-scope", "between"}, c.flags...)
		if status, _, said := called(t, dir, args...); status != statusBadInput || !strings.Contains(said, c.want) {
			t.Errorf("%v: %d %s", c.flags, status, said)
		}
	}
}

// An association that is renamed while its room is open is still one.
func TestRoomEndsAfterARename(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lakes")
	p := startRoom(t, dir, freePort(t), "--date", "2025-06-20", "--joint-scope", "between")
	answerInRoom(t, p.url, 6)
	p.press("e", `6 phones took part`)
	p.leave()
	p = startRoom(t, dir, freePort(t), "--joint-scope", "between")
	defer p.kill()
	phones := answerInRoom(t, p.url, 11)
	if status, _, said := called(t, dir, "rename", "Lakes Union"); status != statusDone {
		t.Fatal(said)
	}
	if status, _, err := phones[0].put(p.url, true); status != 200 {
		t.Fatal(status, err)
	}
	p.press("e", `11 phones took part`)
	if a := recorded(t, dir); a.Association != "Lakes Union" || a.People != 11 {
		t.Errorf("the record is of %s, with %d people", a.Association, a.People)
	}
	p.leave()
	if plan, err := (folder{dir}).roomPlan(folder{dir}.rubrics(nil)); err != nil || plan.round.Association != "Lakes Union" {
		t.Errorf("the room goes on as %s, %v", plan.round.Association, err)
	}
}

// A second round goes on with the questions that it began with.
func TestRoomGoesOnWithAllQuestions(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lakes")
	p := startRoom(t, dir, freePort(t), "--joint-scope", "between")
	answerInRoom(t, p.url, 6)
	p.press("e", `6 phones took part`)
	p.leave()
	p = startRoom(t, dir, freePort(t), "--second-round", "--all")
	phones := answerInRoom(t, p.url, 6)
	p.leave()
	p = startRoom(t, dir, freePort(t))
	defer p.kill()
	for n, phone := range phones {
		if status, _, err := phone.put(p.url, true); status != 200 {
			t.Fatalf("phone %d: %d %v", n, status, err)
		}
	}
	p.press("e", `The second round has ended: 6 phones took part\.`)
	p.leave()
}

// Where the room agrees there is nothing to ask again, unless all of it is asked for.
func TestRoomWithNothingToTalkAbout(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lakes")
	p := startRoom(t, dir, freePort(t), "--joint-scope", "between")
	phones := answerInRoom(t, p.url, 6)
	for _, phone := range phones {
		for _, id := range questionIDs() {
			phone.answers[id] = "coordination"
		}
		if status, _, err := phone.put(p.url, true); status != 200 {
			t.Fatal(status, err)
		}
	}
	p.press("e", `6 phones took part`)
	if n := len(recorded(t, dir).Agenda()); n > 0 {
		t.Fatalf("%d questions are to be talked about", n)
	}
	p.press("s", `Press s again`)
	if _, err := io.WriteString(p.keys, "s\n"); err != nil {
		t.Fatal(err)
	}
	p.press("", `time to talk`)
	p.leave()
	if said := p.errs.String(); !strings.Contains(said, "nothing to ask again") || !strings.Contains(said, "--second-round --all") {
		t.Errorf("said is %s", said)
	}
	p = startRoom(t, dir, freePort(t), "--second-round", "--all")
	defer p.kill()
	p.press("", `second round, full, about 20 minutes`)
	p.leave()
}
