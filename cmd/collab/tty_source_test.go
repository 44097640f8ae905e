//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"collab/rubric"
)

// TestTheSourceOfARubricTurnsNoTerminalAround shows one with a sign that turns what
// follows it around; a file gets it as it is.
func TestTheSourceOfARubricTurnsNoTerminalAround(t *testing.T) {
	t.Parallel()
	const turned = "# seen \u202Ediw si siht\n"
	dir := t.TempDir()
	text := []byte(turned + strings.Replace(string(rubric.DefaultText()), "id: association-collaboration", "id: mine", 1))
	if err := os.WriteFile(filepath.Join(dir, "own.yaml"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	w := open(t, dir, "rubric", "show", "--source", "--rubric", "own.yaml")
	w.waitFor("seen diw si siht")
	w.exits(statusDone)
	if shown := string(w.written); strings.Contains(shown, "\u202E") || !strings.Contains(shown, "\n  ") {
		t.Errorf("%.200q", shown)
	}
	var out bytes.Buffer
	c := console{out: &out}
	own, err := rubric.Parse("own.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.source(own); err != nil || !bytes.Equal(out.Bytes(), text) {
		t.Errorf("%v: %.200q", err, out.String())
	}
}
