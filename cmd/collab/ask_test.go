package main

import (
	"strings"
	"testing"
)

// Whoever continues a draft with another date or version than it was begun with is told
// that they are not used; whoever starts over has them used, and is told nothing.
func TestFlagsThatADraftDoesWithoutAreSaid(t *testing.T) {
	dir := t.TempDir()
	begun := []string{"assess", "Elm", "--accessible", "--role", "board", "--date", "2026-11-23"}
	if _, _, said := calledWith(t, dir, "2\n1\nq\n", begun...); strings.Contains(said, "not used") {
		t.Fatalf("nothing was continued:\n%s", said)
	}
	again := []string{"assess", "Elm", "--accessible", "--short", "--date", "2026-11-20"}
	if _, _, said := calledWith(t, dir, "1\nq\n", again...); !strings.Contains(said, "--date and --short were not used") {
		t.Errorf("the draft was continued:\n%s", said)
	}
	if _, _, said := calledWith(t, dir, "s\n1\nq\n", again...); strings.Contains(said, "not used") {
		t.Errorf("it was started over:\n%s", said)
	}
}
