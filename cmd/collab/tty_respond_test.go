//go:build unix

package main

import (
	"strings"
	"testing"
)

// TestThreePeopleRespondInTurn has three people answer on one laptop. Each
// finds a cleared screen, and nothing that the one before said.
func TestThreePeopleRespondInTurn(t *testing.T) {
	dir := t.TempDir()
	w := open(t, dir, "respond", "Lakes Guild", "--short", "--joint-scope", "none", "--accessible")
	for i, answer := range []string{"1", "2", "3"} {
		w.waitFor("nobody who answers after you")
		w.press("2\n") // the role
		w.waitFor("Your code")
		w.press("s\n")
		w.waitFor("Press Enter to continue")
		w.press("\n")
		w.waitFor("Question 1 of")
		w.press(answer + "\n")
		w.waitFor(answer + " recorded")
		w.press("j\n")
		w.waitFor("Review")
		w.press("f\n")
		w.waitFor("pass the laptop on")
		if cleared := strings.Count(w.raw(), "\x1b[3J"); cleared != 2*i+1 {
			t.Errorf("after person %d the lines to scroll back to were cleared %d times", i+1, cleared)
		}
		if i < 2 {
			w.press("\n")
		}
	}
	w.press("q\n")
	w.waitFor("3 people have answered. Next: collab combine --dir lakes-guild")
	w.exits(statusDone)
	f := folder{dir + "/lakes-guild"}
	names, err := f.responses("")
	if err != nil || len(names) != 3 {
		t.Fatalf("%v, %v", names, err)
	}
	given := map[string]int{}
	for _, name := range names {
		text := read(t, f.response(name))
		if strings.HasPrefix(text, draftMark) {
			t.Errorf("%s is not finished", name)
		}
		for stage := range strings.Lines(text) {
			if answer, is := strings.CutPrefix(strings.TrimSpace(stage), "values.goals: "); is {
				given[answer]++
			}
		}
	}
	if len(given) != 3 {
		t.Errorf("three people gave three answers, kept are %v", given)
	}
	if exists(f.file(recordFile)) {
		t.Error("a result was written")
	}
}

// TestNobodyResumesAnothersAnswersUnasked leaves one person's answers begun. The
// next sees when they were begun and not what they hold.
func TestNobodyResumesAnothersAnswersUnasked(t *testing.T) {
	dir := t.TempDir()
	w := open(t, dir, "respond", "Lakes Guild", "--short", "--joint-scope", "none")
	w.waitFor("Your role")
	w.press("2")
	w.waitFor("your answers from year to year")
	w.press("\r")
	w.waitFor("Before the first question")
	w.press("\r")
	w.waitFor("Part 1 of")
	w.press("\r")
	w.waitFor("1 of 16")
	w.press("3")
	w.waitFor("2 of 16")
	w.press("\x03")
	w.exits(statusInterrupted)
	next := open(t, dir, "respond", "Lakes Guild")
	next.waitFor("I am the person who started at ")
	next.press("s") // starts anew
	next.waitFor("Your role")
	next.press("\x03")
	next.exits(statusInterrupted)
}
