//go:build unix

package main

import (
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
