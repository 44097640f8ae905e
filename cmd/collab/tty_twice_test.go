//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"collab/assess"
)

// begin begins a short assessment as far as its first question.
func begin(w *window, heading string) {
	w.t.Helper()
	w.waitFor("Your role")
	w.press("2")
	if heading != "" {
		w.waitFor(heading)
		w.press("\r")
	}
	w.waitFor("Before the first question")
	w.press("\r")
	w.waitFor("Part 1 of")
	w.press("\r")
}

// answersIn are the answers that each response file of a folder holds, as their keys.
func answersIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	f := folder{dir}
	all := map[string]string{}
	for _, path := range responseFiles(t, dir) {
		d, _, err := f.readDraftAt(path, f.rubrics(nil))
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range d.response.Answers {
			if a != assess.Unanswered {
				all[path] += string(rune('0' + a))
			}
		}
	}
	return all
}

// savedIn is the file that a window says the answers are saved in.
func savedIn(t *testing.T, w *window) string {
	t.Helper()
	_, after, found := strings.Cut(w.shown(), "are saved in")
	if !found {
		t.Fatalf("it does not say what is kept:\n%s", w.shown())
	}
	lines := strings.Fields(after)
	path := lines[0]
	for _, more := range lines[1:] { // a window breaks a long path
		if strings.HasSuffix(path, ".yaml") {
			break
		}
		path += more
	}
	return path
}

// TestTwoWindowsOnOneDraft has a second window go on with a draft that the first is
// still filling: neither loses an answer, and what either says is true.
func TestTwoWindowsOnOneDraft(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first := open(t, dir, "assess", "Reed Bay", "--short")
	begin(first, "")
	first.waitFor("1 of 26")
	first.press("3")
	first.waitFor("2 of 26")
	second := open(t, dir, "assess")
	second.waitFor("Continue: ")
	second.press("1")
	second.waitFor("2 of 26")
	first.press("4")
	first.waitFor("Part 2 of")
	first.press("\r")
	first.waitFor("3 of 26")
	first.press("4")
	first.waitFor("4 of 26")
	second.press("2")
	second.waitFor("Part 2 of")
	folder := filepath.Join(dir, "reed-bay")
	var held []string
	for _, answers := range answersIn(t, folder) {
		held = append(held, answers)
	}
	if len(held) != 2 || !(held[0] == "344" && held[1] == "32" || held[0] == "32" && held[1] == "344") {
		t.Errorf("on the disk are %v, want 344 and 32", held)
	}
	first.press("\x03")
	first.exits(statusInterrupted)
	if path := savedIn(t, first); !exists(path) {
		t.Errorf("%s is not there", path)
	}
	second.press("\x03")
	second.exits(statusInterrupted)
	if path := savedIn(t, second); answersIn(t, folder)[path] != "32" {
		t.Errorf("%s does not hold 32: %v", path, answersIn(t, folder))
	}
	second.waitFor("Another window continued the same draft")
}

// TestAWindowWhoseFileWasTakenAlong has the second window go on before the first has
// written again: the first still says truly where its answers are.
func TestAWindowWhoseFileWasTakenAlong(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first := open(t, dir, "assess", "Reed Bay", "--short")
	begin(first, "")
	first.waitFor("1 of 26")
	first.press("3")
	first.waitFor("2 of 26")
	second := open(t, dir, "assess")
	second.waitFor("Continue: ")
	second.press("1")
	second.waitFor("2 of 26")
	second.press("2")
	second.waitFor("Part 2 of")
	first.press("\x03")
	first.exits(statusInterrupted)
	if path := savedIn(t, first); answersIn(t, filepath.Join(dir, "reed-bay"))[path] != "3" {
		t.Errorf("%s does not hold the answer", path)
	}
	second.press("\x03")
	second.exits(statusInterrupted)
}

// TestAPersonInTwoWindowsCountsOnce has one person of a group answer in two windows:
// combine counts the fuller file, and names the other.
func TestAPersonInTwoWindowsCountsOnce(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	respond := []string{"respond", "Reed Bay", "--short", "--joint-scope", "none"}
	first := open(t, dir, respond...)
	begin(first, "your answers from year to year")
	first.waitFor("1 of 16")
	first.press("3")
	first.waitFor("2 of 16")
	second := open(t, dir, respond...)
	second.waitFor("I am the person who started at ")
	second.press("1")
	second.waitFor("2 of 16")
	first.press("4")
	first.waitFor("Part 2 of")
	first.press("\r")
	first.waitFor("3 of 16")
	second.press("2")
	second.waitFor("Part 2 of")
	first.press("4")
	first.waitFor("4 of 16")
	first.press("\x03")
	first.exits(statusInterrupted)
	second.press("\x03")
	second.exits(statusInterrupted)
	status, _, said := called(t, dir, "combine", "--named", "--dir", filepath.Join(dir, "reed-bay"))
	if status != statusDone || !strings.Contains(said, "Read: 1 person from 2 files") || !strings.Contains(said, "holds the same person's answers, and more") {
		t.Errorf("status %d: %s", status, said)
	}
}

// TestADraftThatWasStartedOver has a person of a group begin, stop, and start over: they
// count once. Somebody else who begins beside a draft leaves it as it is.
func TestADraftThatWasStartedOver(t *testing.T) {
	t.Parallel()
	for key, read := range map[string]string{"2": "Read: 1 person from 2 files", "s": "Read: 2 people from 2 files"} {
		dir := t.TempDir()
		respond := []string{"respond", "Reed Bay", "--short", "--joint-scope", "none"}
		w := open(t, dir, respond...)
		begin(w, "your answers from year to year")
		w.waitFor("1 of 16")
		w.press("3")
		w.waitFor("2 of 16")
		w.press("\x03")
		w.exits(statusInterrupted)
		w = open(t, dir, respond...)
		w.waitFor("Start over: I am the person who started at ")
		w.waitFor("I have not answered anything yet")
		w.press(key)
		begin(w, "your answers from year to year")
		w.waitFor("1 of 16")
		w.press("4")
		w.waitFor("2 of 16")
		w.press("\x03")
		w.exits(statusInterrupted)
		status, _, said := called(t, dir, "combine", "--named", "--dir", filepath.Join(dir, "reed-bay"))
		if status != statusDone || !strings.Contains(said, read) {
			t.Errorf("%s: status %d: %s", key, status, said)
		}
		if left := len(responseFiles(t, filepath.Join(dir, "reed-bay"))); left != 2 {
			t.Errorf("%s: %d files, want both", key, left)
		}
	}
}

// TestACodeIsTakenOnce has a second person type the code of the first: it is said
// while they type, on the screen and in lines, and they choose another.
func TestACodeIsTakenOnce(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "sheet"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	status, _, said := calledWith(t, dir, "3333 2222 3222 2232 3323 3232 21 32 33 41 code: Oak\n", "respond", "Reed Bay", "--sheet", "--joint-scope", "none", "--date", "2026-11-23")
	if status != statusDone {
		t.Fatal(said)
	}
	w := open(t, dir, "respond", "Reed Bay", "--date", "2026-11-23")
	w.waitFor("Your role")
	w.press("2")
	w.waitFor("your answers from year to year")
	w.press("OAK\r")
	w.waitFor("Someone in this round already uses this code")
	w.press("2\r") // the code is oak2 now
	w.waitFor("Before the first question")
	w.press("\x03")
	w.exits(statusInterrupted)
	w = open(t, dir, "respond", "Reed Bay", "--date", "2026-11-23", "--accessible")
	w.waitFor("1. ")
	w.press("s\n")
	w.waitFor("nobody who answers after you")
	w.press("2\n")
	w.waitFor("Your code")
	w.press("oak\n")
	w.waitFor("Someone in this round already uses this code")
	w.press("elm\n")
	w.waitFor("Code noted")
	w.press("q\n")
	w.exits(statusInterrupted)
}
