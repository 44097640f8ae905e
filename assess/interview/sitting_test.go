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
	"collab/assess/asking"
	"collab/rubric"
)

var update = flag.Bool("update", false, "write the golden files anew")

var monday = time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)

// begun is a response whose start page is answered.
func begun(length assess.Length) assess.Response {
	r := assess.NewResponse(rubric.Default())
	r.Association, r.Role, r.Length = "Northern Trails Alliance", "ceo", length
	r.Date = assess.Date{Time: monday.Truncate(24 * time.Hour)}
	return r
}

func same(t *testing.T, got, want assess.Response) {
	t.Helper()
	if diff := cmp.Diff(want, got, ignoreRubric); diff != "" {
		t.Errorf("the response differs (-want +got):\n%s", diff)
	}
}

// itemOf is the item with an id at the step where a walk stands, or of any other.
func itemOf(w *asking.Walk, id string) *asking.Item {
	for _, t := range append([]asking.Step{w.Here()}, w.Steps()...) {
		for _, it := range w.All(t) {
			if it.ID == id {
				return it
			}
		}
	}
	return nil
}

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
	return s.with(Options{New: Draft{Response: r, Keep: s.keepResponse}, Asks: asking.Asks{Length: askLength}, Colour: true})
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
	s.kept, _ = asking.SetAside(r)
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
func (s *sitting) at(fits func(asking.Step) bool) *sitting {
	for _, step := range s.walk.Steps() {
		if fits(step) {
			s.walk.StandAt(step)
			s.show()
			return s
		}
	}
	s.t.Fatal("no such step")
	return s
}

func (s *sitting) atKind(k asking.StepKind) *sitting {
	return s.at(func(t asking.Step) bool { return t.Kind == k })
}

func (s *sitting) atID(id string) *sitting {
	return s.at(func(t asking.Step) bool { return t.ID == id })
}

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
