//go:build unix

package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestADateAheadIsToldOnTheFirstPage would be read only after the last question
// otherwise: the screen hides what was written before it.
func TestADateAheadIsToldOnTheFirstPage(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"assess"}, {"assess", "--accessible"}, {"assess", "--hands"}, {"respond"}, {"respond", "--accessible"},
	} {
		w := setting{width: 60, height: 20}.open(t, t.TempDir(), append(args, "--date", "2999-01-01")...)
		w.waitFor("The date 2999-01-01 is in the future. If that is a mistake, stop here and start again with the right --date.")
		w.shut()
	}
}

// Whoever answers alone in the folder of a group, or as one of it, reads on the first page
// whose it is.
func TestTheFirstPageSaysWhoseFolderItIs(t *testing.T) {
	t.Parallel()
	from, err := filepath.Abs(filepath.Join(examples, "lakes-guild"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	for command, want := range map[string]string{
		"assess":  "This folder already holds the assessment of a group: Lakes Guild (invented), ",
		"respond": "You answer about Lakes Guild (invented). Your answers are private",
	} {
		w := setting{width: 60, height: 20}.open(t, dir, command)
		w.waitFor(want)
		w.shut()
		w = open(t, dir, command, "--accessible")
		w.waitFor(want)
		w.shut()
	}
}
