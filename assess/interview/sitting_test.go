package interview

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"collab/assess"
)

var update = flag.Bool("update", false, "write the golden files anew")

// A sitting drives a screen without a terminal.
type sitting struct {
	*screen
	t    testing.TB
	now  time.Time
	kept assess.Response // by the last Keep
	fail error           // of the next Keep
	quit bool
}

func sit(t testing.TB, r assess.Response, askLength bool) *sitting {
	s := &sitting{t: t, now: monday}
	return s.with(Options{New: Draft{Response: r, Keep: s.keepResponse}, AskLength: askLength, Colour: true})
}

// with opens the screen anew with options, whose clock is the sitting's.
func (s *sitting) with(o Options) *sitting {
	o.Now, o.Out = func() time.Time { return s.now }, io.Discard
	var err error
	if s.screen, err = newScreen(o); err != nil {
		s.t.Fatal(err)
	}
	return s
}

func (s *sitting) keepResponse(r assess.Response) error {
	if s.fail != nil {
		return s.fail
	}
	s.kept = r
	return nil
}

// keys are named as tea.KeyMsg names them; "type:" types what follows it.
func (s *sitting) keys(keys ...string) *sitting {
	for _, k := range keys {
		s.now = s.now.Add(10 * time.Second)
		_, cmd := s.Update(keyMsg(k))
		s.quit = s.quit || cmd != nil
	}
	return s
}

func (s *sitting) size(width, height int) *sitting {
	s.Update(tea.WindowSizeMsg{Width: width, Height: height})
	return s
}

func keyMsg(k string) tea.KeyMsg {
	if text, ok := strings.CutPrefix(k, "type:"); ok {
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text)}
	}
	if text, ok := strings.CutPrefix(k, "paste:"); ok {
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}
	}
	named := map[string]tea.KeyType{
		"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "shift+tab": tea.KeyShiftTab, "up": tea.KeyUp,
		"down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp,
		" ": tea.KeySpace, "backspace": tea.KeyBackspace, "ctrl+c": tea.KeyCtrlC, "ctrl+u": tea.KeyCtrlU,
	}
	if kind, ok := named[k]; ok {
		return tea.KeyMsg{Type: kind}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
}

// at moves to a step without answering anything before it.
func (s *sitting) at(fits func(Step) bool) *sitting {
	for i, step := range s.script.steps {
		if fits(step) {
			s.script.at = i
			s.show()
			return s
		}
	}
	s.t.Fatal("no such step")
	return s
}

func (s *sitting) atKind(k Kind) *sitting { return s.at(func(t Step) bool { return t.Kind == k }) }

func (s *sitting) atID(id string) *sitting { return s.at(func(t Step) bool { return t.ID == id }) }

// plainView is the screen as text, without trailing blanks.
func (s *sitting) plainView() string {
	lines := strings.Split(ansi.Strip(s.View()), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

func (s *sitting) shows(text string) {
	s.t.Helper()
	if view := s.plainView(); !strings.Contains(strings.Join(strings.Fields(view), " "), text) {
		s.t.Errorf("the screen does not show %q:\n%s", text, view)
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs; -update writes it anew (-want +got):\n%s", file, diff)
	}
}
