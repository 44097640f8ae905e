//go:build unix

package main

import "testing"

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
