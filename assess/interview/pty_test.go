package interview_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"collab/assess"
	"collab/assess/interview"
	"collab/rubric"
)

// The test runs itself as a program that asks; each call of Keep adds a line
// to the file that this names.
const child = "COLLAB_INTERVIEW_CHILD"

func TestMain(m *testing.M) {
	if file := os.Getenv(child); file != "" {
		ask(file)
		return
	}
	os.Exit(m.Run())
}

func ask(file string) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	r := assess.NewResponse(rubric.Default())
	r.Association, r.Role = "Northern Trails Alliance", "ceo"
	keep := func(r assess.Response) error {
		f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = fmt.Fprintln(f, r.Answers[:4], r.Notes)
		return err
	}
	_, outcome, err := interview.Screen(ctx, interview.Options{
		New: interview.Draft{Response: r, Keep: keep}, Now: time.Now, In: os.Stdin, Out: os.Stdout, Colour: true,
	})
	fmt.Println("outcome", outcome, err)
}

// A silent terminal shows what a program writes and answers none of its queries.
type silentTerminal struct {
	*os.File
	t       *testing.T
	program *exec.Cmd
	seen    []byte
	kept    string // the file
}

func startSilent(t *testing.T) *silentTerminal {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := &silentTerminal{t: t, program: exec.Command(self), kept: t.TempDir() + "/kept"}
	s.program.Env = append(os.Environ(), child+"="+s.kept, "TERM=xterm-256color", "COLORFGBG=")
	s.File, err = pty.StartWithSize(s.program, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	t.Cleanup(func() { s.Close(); _ = s.program.Process.Kill() })
	return s
}

// waitFor reads until the text was written, and fails after two seconds.
func (s *silentTerminal) waitFor(text string) {
	s.t.Helper()
	late := time.AfterFunc(2*time.Second, func() { _ = s.program.Process.Kill() })
	defer late.Stop()
	for buffer := make([]byte, 4096); !bytes.Contains(s.seen, []byte(text)); {
		n, err := s.Read(buffer)
		s.seen = append(s.seen, buffer[:n]...)
		if err != nil {
			s.t.Fatalf("%q did not come: %v; the terminal got %q", text, err, s.seen)
		}
	}
}

func (s *silentTerminal) press(keys string) {
	s.t.Helper()
	s.seen = nil
	if _, err := s.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

func (s *silentTerminal) lastKept() string {
	s.t.Helper()
	text, err := os.ReadFile(s.kept)
	if err != nil {
		s.t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return lines[len(lines)-1]
}

// bubbletea would wait five seconds for the colour of the background.
func TestFirstQuestionShowsAtOnceOnATerminalThatAnswersNothing(t *testing.T) {
	s := startSilent(t)
	s.waitFor("Before the first question")
	for _, query := range []string{"\x1b]10;?", "\x1b]11;?", "\x1b[6n", "\x1b[c"} {
		if bytes.Contains(s.seen, []byte(query)) {
			t.Errorf("the terminal was asked %q", query)
		}
	}
	s.press("\r")
	s.waitFor("Part 1 of 9")
	s.press("\r3d")
	s.waitFor("3 of 49")
	if got, want := s.lastKept(), "[3 -1 0 0] map[]"; got != want {
		t.Errorf("kept %q, want %q", got, want)
	}
	s.press("\x03")
	s.waitFor("outcome 0 <nil>")
}

// Closing the window, or the machine shutting down, loses nothing, not even a
// note that is being typed.
func TestSignalsKeepWhatIsBeingTyped(t *testing.T) {
	for _, signal := range []os.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		s := startSilent(t)
		s.waitFor("Before the first question")
		s.press("\r\r2mplan 2026")
		s.waitFor("plan 2026")
		if err := s.program.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		s.waitFor("outcome 0 <nil>")
		if got, want := s.lastKept(), "[2 0 0 0] map[values.decisions:plan 2026]"; got != want {
			t.Errorf("%v: kept %q, want %q", signal, got, want)
		}
	}
}
