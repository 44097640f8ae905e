package main

import (
	"strings"
	"testing"
)

func TestHelpListsEveryCommandOnceInItsGroup(t *testing.T) {
	root := newRootCmd(console{})
	listed := map[string]int{}
	for _, g := range helpGroups() {
		for _, name := range g.commands {
			listed[name]++
		}
	}
	for _, c := range root.Commands() {
		if listed[c.Name()] != 1 {
			t.Errorf("%s is in %d groups, want 1", c.Name(), listed[c.Name()])
		}
		delete(listed, c.Name())
	}
	for name := range listed {
		t.Errorf("%s is listed, and is no command", name)
	}
	for line := range strings.Lines(overview(root)) {
		if len(line) > 81 {
			t.Errorf("too long for a terminal: %s", line)
		}
	}
}

func TestPagesOfTheHelpAreReachedThoughACommandHasTheirName(t *testing.T) {
	for _, topic := range helpTopics() {
		_, out, _ := called(t, t.TempDir(), "help", topic.Name())
		text, err := helpTexts.ReadFile("help/" + topic.Name() + ".txt")
		if err != nil || out != string(text) {
			t.Errorf("help %s printed %q", topic.Name(), out)
		}
	}
}
