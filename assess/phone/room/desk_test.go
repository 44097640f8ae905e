package room

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func lakesDesk() Desk {
	return Desk{Association: "Lakes Guild\x1b[2J", Date: "29 November 2026", Folder: "/home/me/lakes-guild", Phase: First,
		Address: "http://192.168.100.200:8040/k7pm-3xqd", Board: "http://localhost:8040/board", Counts: Counts{Joined: 11, Answering: 9, Finished: 2, Kept: 11}, Typed: func(text string) string { return text }}
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

// Words keep away from the code to scan, and no flag is broken in two.
func TestTheDeskBreaksBetweenWords(t *testing.T) {
	d := lakesDesk()
	d.Message = "only 2 answered; answers can be traced to individuals\nIf all of them agree: collab combine --named --csv survey.csv --replace"
	for _, width := range []int{60, 80, 91, 100, 120} {
		for line := range strings.SplitSeq(d.Screen(width, 40, false), "\n") {
			words, _, _ := strings.Cut(line, "█")
			if words != line && strings.TrimSpace(words) != "" && !strings.HasSuffix(words, "  ") {
				t.Errorf("%d columns: the code touches %q", width, line)
			}
			if strings.HasSuffix(strings.TrimSpace(words), "-") || strings.Contains(words, "individuals If") {
				t.Errorf("%d columns: a line is %q", width, words)
			}
		}
	}
	for _, width := range []int{5, 11} {
		for _, line := range brokenAtBlanks("a path /home/me/lakes-guild/responses ends", width) {
			if ansi.StringWidth(line) > width {
				t.Errorf("%q is wider than %d", line, width)
			}
		}
	}
}

// Who has only opened the page is not said to answer, nor to have sent anything.
func TestWordsForPhonesThatOnlyOpenedThePage(t *testing.T) {
	for _, c := range []struct{ said, want string }{
		{ConfirmEnd(Counts{Joined: 4, Answering: 1, Finished: 3, Kept: 3}), "1 phone opened the page and sent no answer yet. After"},
		{ConfirmEnd(Counts{Joined: 4, Answering: 3, Finished: 1, Kept: 3}), "2 people are still answering. 1 phone opened the page and sent no answer yet. After"},
		{ConfirmEnd(Counts{Joined: 4, Answering: 1, Finished: 3, Kept: 4}), "1 person is still answering. After"},
		{Stopped(Counts{Joined: 4, Answering: 1, Finished: 3, Kept: 3}, First, "folder", "collab room"), "What 3 phones sent is kept"},
		{Stopped(Counts{Joined: 1, Answering: 1}, First, "folder", "collab room"), "Nobody has answered yet"},
		{countsAtEnd(Counts{Joined: 4, Answering: 2, Finished: 2, Kept: 3}, 3, Talk), "3 phones took part. 1 had not finished; what they answered counts."},
	} {
		if !strings.Contains(c.said, c.want) || strings.Contains(c.said, "In all") {
			t.Errorf("it says %q, not %q", c.said, c.want)
		}
	}
}
