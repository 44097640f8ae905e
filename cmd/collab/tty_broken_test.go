//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A mistake in the program leaves the terminal as it was, loses nothing that was
// answered, and is said in a line.
func TestAfterAPanicTheTerminalIsAsItWas(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for name, flag := range map[string]string{"on the screen": "", "in lines": "--accessible"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			broken := filepath.Join(dir, "broken")
			story := `stty -a >before; "$0" assess "Lakes Guild" --short --role ceo --date ` + day + ` ` + flag + `; echo "exit $?"; stty -a >after`
			w := setting{program: "/bin/sh", env: []string{brokenOnce + "=" + broken}}.open(t, dir, "-c", story, self)
			if flag == "" {
				w.waitFor("Before the first question")
				w.press(enter)
				w.waitFor("Part 1 of")
				w.press(enter)
				w.waitFor("1 of 26")
				w.press("3")
				w.waitFor("2 of 26")
			} else {
				w.waitFor("Press Enter to continue")
				w.press("\n")
				w.waitFor("Question 1 of 26")
				w.press("3\n")
				w.waitFor("3 recorded. Question 2 of 26")
			}
			if err := os.WriteFile(broken, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			if w.press("4"); flag != "" {
				w.press("\n")
			}
			w.waitFor("exit 3")
			w.exits(statusDone)
			w.saysWhatBroke(flag == "")
			if before, after := read(t, filepath.Join(dir, "before")), read(t, filepath.Join(dir, "after")); before != after || !strings.Contains(after, " echo ") {
				t.Errorf("the terminal was\n%s\nand is\n%s", before, after)
			}
			got := said(parsed(t, onlyDraft(t, filepath.Join(dir, "lakes-guild"))))
			if a, b := got["answer values.goals"], got["answer values.peer_objectives"]; a != "coordination" || b != "collaboration" {
				t.Errorf("kept %q and %q", a, b)
			}
		})
	}
}

// saysWhatBroke checks the last words, and that they stand on the usual screen.
func (w *window) saysWhatBroke(fromScreen bool) {
	w.t.Helper()
	all := w.raw()
	if fromScreen {
		leave, show := strings.LastIndex(all, "\x1b[?1049l"), strings.LastIndex(all, "\x1b[?25h")
		if leave < strings.LastIndex(all, "\x1b[?1049h") || show < strings.LastIndex(all, "\x1b[?25l") {
			w.t.Error("the screen was not left, or the cursor not shown")
		}
		all = all[leave:]
	}
	for _, text := range []string{
		"collab: a mistake in this program ended the interview: the clock has stopped[2J\r\n",
		"Please report this", "Your answers are saved in\r\n  ", "To continue: collab assess",
	} {
		if strings.Count(all, text) != 1 {
			w.t.Errorf("%q is not said once in\n%s", text, all)
		}
	}
	if strings.Contains(all, ".go:") || strings.Contains(all, "\x1b[2J") {
		w.t.Errorf("the stack or a control shows:\n%s", all)
	}
}

// Half a line that is typed when the program is told to end does not reach the
// shell that it was started from.
func TestHalfALineDoesNotReachTheShell(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	story := `trap : TERM; "$0" assess "Lakes Guild" --short --role ceo --accessible; echo "and now"; IFS= read -r rest; echo "the shell read <$rest>"`
	w := setting{program: "/bin/sh"}.open(t, t.TempDir(), "-c", story, self)
	w.waitFor("Press Enter to continue")
	w.press("\n")
	w.waitFor("Question 1 of 26")
	w.press("m\n")
	w.waitFor("note")
	w.press("rm -rf my secret")
	w.waitFor("rm -rf my secret") // the terminal has it, and shows it
	if err := syscall.Kill(-w.program.Process.Pid, syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	w.waitFor("To continue: collab assess")
	w.waitFor("and now")
	w.press("\n")
	w.waitFor("the shell read <>")
	w.exits(statusDone)
}
