//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A message in a narrow terminal breaks between words, and the command that it ends with
// stands whole on a line of its own.
func TestMessagesBreakBetweenWords(t *testing.T) {
	for args, want := range map[string]string{
		"report nosuch --format film": `
collab: --format: "film" is unknown; expected
        one of terminal, markdown, html, docx,
        json, csv, svg, png`,
		"report a-folder-that-is-not": `
collab: there is no assessment called
        "a-folder-that-is-not" here
        To make one: collab assess`,
		"report --no-such-flag-at-all": `
collab: unknown flag: --no-such-flag-at-all
        To see what it takes:
        collab report --help`,
	} {
		w := setting{width: 48, height: 20}.open(t, t.TempDir(), strings.Fields(args)...)
		w.waitForEnd()
		if got := strings.TrimRight(strings.ReplaceAll(w.raw(), "\r", ""), "\n"); got != want[1:] {
			t.Errorf("%s:\n%s", args, got)
		}
	}
}

// So does what a plan says before it asks.
func TestNoticesBreakBetweenWords(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(examples, "lakes-guild"))); err != nil {
		t.Fatal(err)
	}
	w := setting{width: 48, height: 20}.open(t, dir, "plan")
	w.waitFor("Who does it?")
	if said := strings.ReplaceAll(w.raw(), "\r", ""); !strings.HasPrefix(said, `Lakes Guild (invented). Press Enter to leave a
question open, q to stop. Each answer is saved
at once.
`) {
		t.Errorf("the plan asks\n%s", said)
	}
	w.shut()
}
