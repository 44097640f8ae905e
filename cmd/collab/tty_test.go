//go:build unix

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
)

// patience is how long a test waits for a text before it fails. It is never
// waited for in vain, so it may suit the slowest machine.
const patience = 20 * time.Second

// A window is a terminal that runs the program, and the person before it: they
// press keys, and wait until they see what they expect. Nothing here sleeps.
type window struct {
	t       testing.TB
	pty     *os.File
	program *exec.Cmd

	mu      sync.Mutex
	written []byte        // by the program, so far
	news    chan struct{} // something more was written
	closed  chan struct{} // and nothing more will be
	mark    int           // where in written the last key was pressed
}

// A setting is what a window is like. Its zero value is 80x24, and answers no
// query of the program.
type setting struct {
	program       string // in place of the test binary
	width, height uint16
	answers       bool // queries for colours, cursor and kind of terminal
	env           []string
}

// open starts the program in a folder, in a window.
func open(t testing.TB, dir string, args ...string) *window {
	t.Helper()
	return setting{}.open(t, dir, args...)
}

func (s setting) open(t testing.TB, dir string, args ...string) *window {
	t.Helper()
	if s.program == "" {
		self, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		s.program = self
	}
	if s.width == 0 {
		s.width, s.height = 80, 24
	}
	w := &window{t: t, news: make(chan struct{}, 1), closed: make(chan struct{})}
	w.program = exec.Command(s.program, args...)
	w.program.Dir = dir
	w.program.Env = slices.Concat(bareEnvironment(), []string{asProgram + "=1", "TERM=xterm-256color", hurry}, s.env)
	var err error
	w.pty, err = pty.StartWithSize(w.program, &pty.Winsize{Cols: s.width, Rows: s.height})
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	w.unblock()
	go w.listen(s.answers)
	t.Cleanup(w.shut)
	return w
}

// hurry keeps the race detector from waiting a second at the end of a program.
const hurry = "GORACE=atexit_sleep_ms=0"

// bareEnvironment is that of the tests without what the program looks at.
func bareEnvironment() []string {
	return slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains([]string{"TERM", "NO_COLOR", "ACCESSIBLE", "COLORFGBG", "COLORTERM", "PWD"}, name)
	})
}

// unblock lets the window be closed while somebody reads from it. The library
// sets it to blocking at each question for its file descriptor.
func (w *window) unblock() { _ = syscall.SetNonblock(int(w.pty.Fd()), true) }

// replies are what a terminal answers to the queries that programs make: the
// colours of text and background, where the cursor is, what kind it is.
var replies = map[string]string{
	"\x1b]10;?": "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
	"\x1b]11;?": "\x1b]11;rgb:0000/0000/0000\x1b\\",
	"\x1b[6n":   "\x1b[1;1R",
	"\x1b[c":    "\x1b[?62;22c",
}

// listen keeps what the program writes, until it has ended.
func (w *window) listen(answers bool) {
	defer close(w.closed)
	for buffer := make([]byte, 1<<16); ; {
		n, err := w.pty.Read(buffer)
		w.mu.Lock()
		w.written = append(w.written, buffer[:n]...)
		w.mu.Unlock()
		for query, reply := range replies {
			if answers && bytes.Contains(buffer[:n], []byte(query)) {
				_, _ = w.pty.WriteString(reply)
			}
		}
		select {
		case w.news <- struct{}{}:
		default: // told already
		}
		if err != nil {
			return
		}
	}
}

// press presses keys; what is waited for next has to come after them.
func (w *window) press(keys string) {
	w.t.Helper()
	w.mu.Lock()
	w.mark = len(w.written)
	w.mu.Unlock()
	if _, err := w.pty.WriteString(keys); err != nil {
		w.t.Fatalf("pressing %q: %v", keys, err)
	}
}

// raw is everything that the program wrote, as it wrote it.
func (w *window) raw() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return string(w.written)
}

// shown is what was written since the last keys, without escape sequences, and
// with one blank between the words. A line that stays as it was is not
// written again.
func (w *window) shown() string {
	w.mu.Lock()
	since := string(w.written[w.mark:])
	w.mu.Unlock()
	return strings.Join(strings.Fields(ansi.Strip(since)), " ")
}

// waitFor waits until the text is shown.
func (w *window) waitFor(text string) {
	w.t.Helper()
	if !w.see(text) {
		w.t.Fatalf("%q did not come; shown since the last keys:\n%s", text, w.shown())
	}
}

// see waits until the text is shown, and tells whether it was.
func (w *window) see(text string) bool {
	late := time.After(patience)
	for !strings.Contains(w.shown(), text) {
		select {
		case <-w.news:
		case <-w.closed:
			return strings.Contains(w.shown(), text)
		case <-late:
			return false
		}
	}
	return true
}

// waitForRaw waits until a sequence was written since the last keys, and does
// something again and again for it.
func (w *window) waitForRaw(sequence string, again func()) {
	w.t.Helper()
	every := time.NewTicker(10 * time.Millisecond)
	defer every.Stop()
	for late := time.After(patience); !strings.Contains(w.raw()[w.mark:], sequence); {
		again()
		select {
		case <-w.news:
		case <-every.C:
		case <-late:
			w.t.Fatalf("%q did not come", sequence)
		}
	}
}

// exit waits for the end of the program and gives its status.
func (w *window) exit() int {
	w.t.Helper()
	w.waitForEnd()
	err := w.program.Wait()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		w.t.Fatal(err)
	}
	if text := w.raw(); strings.Contains(text, "DATA RACE") || strings.Contains(text, "goroutine ") {
		w.t.Errorf("the program wrote:\n%s", text)
	}
	return w.program.ProcessState.ExitCode()
}

func (w *window) waitForEnd() {
	w.t.Helper()
	select {
	case <-w.closed:
	case <-time.After(patience):
		w.t.Fatalf("the program did not end; shown since the last keys:\n%s", w.shown())
	}
}

// exits waits for the end of the program, which must have a status.
func (w *window) exits(status int) {
	w.t.Helper()
	if got := w.exit(); got != status {
		w.t.Fatalf("%v, want exit status %d; shown since the last keys:\n%s", w.program.ProcessState, status, w.shown())
	}
}

func (w *window) signal(s os.Signal) {
	w.t.Helper()
	if err := w.program.Process.Signal(s); err != nil {
		w.t.Fatal(err)
	}
}

// resize gives the window another size; the system tells the program.
func (w *window) resize(width, height uint16) {
	w.t.Helper()
	w.press("")
	if err := pty.Setsize(w.pty, &pty.Winsize{Cols: width, Rows: height}); err != nil {
		w.t.Fatal(err)
	}
	w.unblock()
}

// shut closes the window as a person does with the mouse, whatever runs in it,
// and sees to it that nothing is left running.
func (w *window) shut() {
	_ = w.pty.Close()
	if w.program.ProcessState == nil {
		_ = w.program.Process.Kill()
		_ = w.program.Wait()
	}
}
