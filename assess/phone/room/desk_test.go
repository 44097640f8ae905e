package room

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func lakesDesk() Desk {
	return Desk{Association: "Lakes Guild\x1b[2J", Date: "29 November 2026", Folder: "/home/me/lakes-guild", Phase: First,
		Address: "http://192.168.100.200:8040/k7pm-3xqd", Board: "http://localhost:8040/board", Counts: Counts{Joined: 11, Answering: 9, Finished: 2}, Typed: func(text string) string { return text }}
}

// The desk fits every terminal, and shows what matters in each; the code only where all
// of it fits.
func TestTheDeskFitsTerminals(t *testing.T) {
	for _, size := range []struct {
		width, rows int
		code        bool
	}{{80, 24, true}, {60, 20, false}, {132, 43, true}, {40, 24, false}} {
		for _, phase := range []Phase{First, Talk, Second, Ended} {
			for _, help := range []bool{false, true} {
				d := lakesDesk()
				d.Phase, d.Help = phase, help
				screen := d.Screen(size.width, size.rows, true)
				lines := strings.Split(screen, "\n")
				if len(lines) > size.rows {
					t.Errorf("%dx%d, %s, help %t: %d lines", size.width, size.rows, phase, help, len(lines))
				}
				for _, line := range lines {
					if ansi.StringWidth(line) > size.width {
						t.Errorf("%dx%d, %s: too wide: %q", size.width, size.rows, phase, line)
					}
				}
				if strings.Contains(screen, "\x1b[2J") {
					t.Error("a name steers the terminal")
				}
				if help {
					continue
				}
				if got := strings.Contains(screen, "█"); got != (size.code && phase.Open()) {
					t.Errorf("%dx%d, %s: the code is shown: %t", size.width, size.rows, phase, got)
				}
				if phase.Open() && (!strings.Contains(screen, d.Address) || !strings.Contains(ansi.Strip(screen), "joined 11   answering 9   finished 2")) {
					t.Errorf("%dx%d, %s:\n%s", size.width, size.rows, phase, screen)
				}
				if !strings.Contains(screen, "q ") {
					t.Errorf("%dx%d, %s does not say how to leave:\n%s", size.width, size.rows, phase, screen)
				}
			}
		}
	}
}

// For a screen reader there are sentences, without pictures.
func TestTheDeskInLines(t *testing.T) {
	for _, line := range lakesDesk().Lines() {
		if strings.ContainsAny(line, "█▀▄\x1b") || line != strings.TrimSpace(line) || line == "" {
			t.Errorf("a line is %q", line)
		}
	}
	if said := KeysOfLines(Talk); strings.ContainsAny(said, "←→·") {
		t.Errorf("keys are %s", said)
	}
}
