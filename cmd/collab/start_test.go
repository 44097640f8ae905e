//go:build unix

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// atHome opens the program without arguments, for a person with documents of their own.
func atHome(t *testing.T, env ...string) (w *window, kept string) {
	t.Helper()
	home := t.TempDir()
	documents := filepath.Join(home, "Documents")
	if err := os.Mkdir(documents, 0o755); err != nil {
		t.Fatal(err)
	}
	w = setting{env: append(env, "HOME="+home, "DISPLAY=", "WAYLAND_DISPLAY=")}.open(t, t.TempDir())
	return w, filepath.Join(documents, "Collab")
}

func TestStartPageLeadsFromNothingToAReportInTheBrowser(t *testing.T) {
	answers, err := filepath.Abs(filepath.Join(examples, "answers.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	w, kept := atHome(t)
	w.waitFor("Your files: " + kept)
	w.press("3")
	w.waitFor("There is no result yet")
	if exists(kept) {
		t.Error("a folder was made for nothing")
	}
	w.press(enter)
	w.waitFor("Press 1 to 5, or q:")
	w.press("5")
	w.waitFor("collab asks how") // the help from its beginning
	w.waitFor("Press Enter for the rest.")
	w.press("xyz" + enter) // no key but Enter goes on
	w.waitFor("Type a command")
	w.press("assess --answers '" + answers + "'" + enter)
	w.waitFor("cannot find")
	w.waitFor("Type a command") // and no key is taken before
	w.press(`collab assess --answers "` + answers + `"` + enter)
	w.waitFor("collab report " + filepath.Join(kept, "northern-trails-alliance-invented")) // the shell is elsewhere
	w.press(enter)
	w.waitFor("or q:")
	w.press("3")
	w.waitFor("Press o to open this in your browser")
	if below := strings.TrimLeft(w.raw()[w.mark:], "3\r\n"); strings.Count(below, "\n") >= usualRows {
		t.Errorf("the headline has scrolled away:\n%s", below)
	}
	w.press("o")
	page := filepath.Join(kept, "northern-trails-alliance-invented", "report.html")
	w.waitFor("Double-click this file:")
	w.waitFor(page)
	if !exists(page) {
		t.Errorf("%s is not there", page)
	}
	w.press(enter)
	w.waitFor("or q:")
	w.press("q")
	w.exits(statusDone)
}

func TestStartPageAsksAndGoesBack(t *testing.T) {
	w, kept := atHome(t)
	w.waitFor("or q:")
	w.press("\x1b[A") // an arrow is no choice
	w.press("1")
	w.waitFor("How collaborative") // the interview's own
	w.press(ctrlC)
	w.waitFor("Press Enter to go back.")
	w.press(enter)
	w.waitFor("Your files: " + kept)
	w.waitFor("or q:")
	w.press(ctrlC)
	w.exits(statusDone)
}

func TestStartPageInPlainLines(t *testing.T) {
	w, _ := atHome(t, "ACCESSIBLE=1")
	w.waitFor("1: Answer alone (15 or 25 minutes, then your report)")
	w.waitFor("Type 1 to 5, or q, and press Enter:")
	w.press("9\r")
	w.waitFor("Type 1 to 5, or q, and press Enter:")
	w.press("4\r")
	w.waitFor("There is no result yet")
	w.press("\r")
	w.waitFor("or q, and press Enter:")
	w.press("q\r")
	w.exits(statusDone)
}

func TestStartPageStaysInAFolderOfAnAssociation(t *testing.T) {
	from, err := filepath.Abs(filepath.Join(examples, "harbor-towns-network"))
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "harbor")
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	w := open(t, dir)
	w.waitFor("Your files: " + dir)
	w.press("4")
	w.waitFor("Harbor Towns Network (invented), a year later")
	w.press("2")
	w.waitFor("Press o to open")
	w.press(enter)
	w.waitFor("Your files: ")
	w.press("q")
	w.exits(statusDone)
}

func TestWordsOfACommandLine(t *testing.T) {
	for line, want := range map[string][]string{
		`report`:                          {"report"},
		`collab  report "Lakes Guild" -h`: {"report", "Lakes Guild", "-h"},
		`collab`:                          {},
	} {
		if got := words(line); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

func TestDocumentsAreWhereTheDesktopSaysTheyAre(t *testing.T) {
	home := t.TempDir()
	if got := documentsIn(home, ""); got != home {
		t.Errorf("without the folder: %s", got)
	}
	for name, settings := range map[string]string{"Documents": "", "Dokumente": "# a remark\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n"} {
		if err := os.Mkdir(filepath.Join(home, name), 0o755); err != nil {
			t.Fatal(err)
		}
		if got := documentsIn(home, settings); got != filepath.Join(home, name) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestWhoStoppedOnTheStartPageGoesOnFromTheShell(t *testing.T) {
	there := filepath.Join(t.TempDir(), "lakes guild")
	s := &session{draft: draft{folder: folder{there}}}
	for _, c := range []struct {
		away          bool
		command, want string
	}{
		{false, "collab assess", "collab assess"},
		{true, "collab assess", `collab assess --dir "` + there + `"`},
		{true, "collab assess --dir guild", "collab assess --dir guild"},
	} {
		s.away = c.away
		s.getwd = func() (string, error) { return there, nil }
		if got := s.fromElsewhere(c.command); got != c.want {
			t.Errorf("away %v: %s, want %s", c.away, got, c.want)
		}
	}
}
