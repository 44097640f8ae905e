//go:build unix

package main

import (
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// openRoom opens a room on the screen, and gives the address that phones read there.
func openRoom(t *testing.T, dir string) (w *window, url string) {
	t.Helper()
	w = open(t, dir, "room", "Lakes Guild", "--short", "--joint-scope", "none", "--address", "127.0.0.1", "--port", strconv.Itoa(freePort(t)))
	w.waitFor("q stop, answers are kept")
	return w, regexp.MustCompile(`http://127\.0\.0\.1:\d+/[a-z0-9]{4}-[a-z0-9]{4}`).FindString(w.raw())
}

// A room is led from the screen by single keys, from the first phone to what talking
// changed, and the terminal is then as it was.
func TestRoomOnTheScreen(t *testing.T) {
	dir := t.TempDir()
	w, url := openRoom(t, dir)
	w.press("e")
	w.waitFor("Nobody has answered yet")
	w.press("w")
	w.waitFor("Try in this order")
	w.press("w")
	w.waitFor("and open, or scan")
	w.press("n")
	w.waitFor("only this address")
	var short []string
	for _, id := range questionIDs() {
		if i := strings.Index("values.goals trust.delegation", id); i >= 0 {
			short = append(short, id)
		}
	}
	phones := make([]*testPhone, 6)
	answer := func(pick func(phone int) string, unfinished int) {
		for n, phone := range phones {
			if _, err := phone.ask(url); err != nil {
				t.Fatal(err)
			}
			for _, id := range short {
				phone.answers[id] = pick(n)
			}
			if status, _, err := phone.put(url, n >= unfinished); status != 200 {
				t.Fatal(status, err)
			}
		}
	}
	for n := range phones {
		phones[n] = newTestPhone(n)
	}
	answer(func(n int) string { return stageIDs[n%2*3] }, 1)
	w.waitFor("joined 6 answering 1 finished 5")
	w.press("e")
	w.waitFor("1 person is still answering")
	w.press("e")
	w.waitFor("The first round has ended: 6 phones took part. 1 had not finished")
	w.press("\x1b[C") // right: the projector turns
	w.press("s")
	w.waitFor("Press s again to begin")
	w.press("s")
	w.waitFor("second round,")
	answer(func(int) string { return "cooperation" }, 0)
	w.waitFor("joined 6 answering 0 finished 6")
	w.press("e")
	w.waitFor("The second round has ended: 6 phones took part.")
	w.press("q")
	w.waitFor("To show the projector's pages again: ")
	w.exits(statusDone)
	if entered, left := strings.Count(w.raw(), "\x1b[?1049h"), strings.Count(w.raw(), "\x1b[?1049l"); entered == 0 || entered != left {
		t.Errorf("the terminal's other screen was entered %d times and left %d times", entered, left)
	}
	a, _, err := readAssessment(filepath.Join(dir, "lakes-guild"))
	if err != nil || a.People != 6 || a.Second == nil || a.Second.People != 6 {
		t.Errorf("the record is %v, %v", a, err)
	}
}

// A window that closes, or ctrl+c, keeps what phones sent and says how to go on.
func TestRoomWhoseWindowCloses(t *testing.T) {
	dir := t.TempDir()
	w, url := openRoom(t, dir)
	phone := newTestPhone(1)
	if _, err := phone.ask(url); err != nil {
		t.Fatal(err)
	}
	phone.answers["values.goals"] = "cooperation"
	if status, _, err := phone.put(url, false); status != 200 {
		t.Fatal(status, err)
	}
	if err := w.program.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	w.waitFor("To go on, with the same phones: ")
	w.exits(statusInterrupted)
	w, again := openRoom(t, dir)
	if again[strings.LastIndex(again, "/"):] != url[strings.LastIndex(url, "/"):] {
		t.Errorf("phones find %s, not %s", again, url)
	}
	w.waitFor("joined 1 answering 1 finished 0")
	w.press("\x03")
	w.waitFor("To go on, with the same phones: ")
	w.exits(statusInterrupted)
}
