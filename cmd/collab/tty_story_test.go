//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// Every story is of this day.
const day = "2026-11-23"

// The name that the start page is given becomes this folder.
const inExample = "northern-trails-alliance-invented"

// beginInterview opens the interview in a folder and waits for its first page.
func beginInterview(t *testing.T, dir string, says assess.Response) *person {
	t.Helper()
	p := sit(open(t, dir, "assess", "--date", day), says)
	p.waitFor(p.sign(0))
	return p
}

// shortResponse has nothing beyond the questions of the short length.
func shortResponse() assess.Response {
	r := assess.NewResponse(rubric.Default())
	r.Association, r.Length = "Lakes Guild", assess.Short
	r.Role = rubric.IDs(r.Rubric.Roles)[1]
	r.JointWork.Scope = rubric.ScopeNone
	for i, q := range r.Rubric.Questions() {
		if r.Asked(q) {
			r.Answers[i] = assess.Answer(1 + i%r.Rubric.K())
		}
	}
	return r
}

func TestTypedAndReadFromAFileAreTheSameBytes(t *testing.T) {
	t.Parallel()
	for name, says := range map[string]assess.Response{"full": example(t), "short": shortResponse()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			p := beginInterview(t, dir, says)
			p.answers(0, p.last())
			p.press("f")
			p.exits(statusDone)
			folder := filepath.Join(dir, slug(says.Association))
			sameAsFromFile(t, folder, says)
			noResponses(t, folder)
		})
	}
}

// sameAsFromFile checks that a folder holds just what a file with the same
// answers makes.
func sameAsFromFile(t *testing.T, folder string, says assess.Response) {
	t.Helper()
	dir := t.TempDir()
	says.Date, _ = assess.ParseDate(day)
	file := filepath.Join(dir, "answers.yaml")
	if err := os.WriteFile(file, says.Encode(), 0o644); err != nil {
		t.Fatal(err)
	}
	if status, _, err := called(t, dir, "assess", "--answers", file, "--date", day, "--dir", dir); status != statusDone {
		t.Fatal(err)
	}
	for _, name := range []string{recordFile, reportFile} {
		if got, want := read(t, filepath.Join(folder, name)), read(t, filepath.Join(dir, name)); got != want {
			t.Errorf("%s differs from that of the same answers in a file:\n%s\nwant\n%s", name, got, want)
		}
	}
}

// stoppedAt answers up to a question and leaves there with ctrl+c.
func stoppedAt(t *testing.T, dir, question string) *person {
	t.Helper()
	p := beginInterview(t, dir, example(t))
	p.answers(0, p.atID(question))
	p.press(ctrlC)
	p.exits(statusInterrupted)
	return p
}

func TestStoppedInterviewGoesOnWhereItWasLeft(t *testing.T) {
	t.Parallel()
	for name, again := range map[string]string{"in the folder above": ".", "in its own folder": inExample} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			p := stoppedAt(t, dir, "trust.reliance")
			p.waitFor("Your answers are saved in")
			draft := onlyDraft(t, filepath.Join(dir, inExample))
			if _, shown, _ := strings.Cut(p.shown(), "saved in "); !strings.HasPrefix(strings.ReplaceAll(shown, " ", ""), draft) {
				t.Errorf("the draft is %s; shown was %s", draft, shown)
			}
			keptAll(t, filepath.Join(dir, inExample), p, p.atID("trust.reliance"))

			next := sit(open(t, filepath.Join(dir, again), "assess", "--date", day), p.says)
			next.waitFor("Continue: " + p.says.Association)
			next.waitFor("6 of 49 answered")
			next.press("1")
			next.waitFor(next.sign(next.atID("trust.reliance")))
			next.finishes(next.atID("trust.reliance"))
			next.exits(statusDone)
			sameAsFromFile(t, filepath.Join(dir, inExample), p.says)
			noResponses(t, filepath.Join(dir, inExample))
		})
	}
}

func TestStartingAnewKeepsTheDraft(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	stoppedAt(t, dir, "values.fit")
	folder := filepath.Join(dir, inExample)
	draft := onlyDraft(t, folder)
	before := read(t, draft)

	w := open(t, dir, "assess", "--date", day)
	w.waitFor("Start over (your draft is kept)")
	w.press("s")
	p := sit(w, example(t))
	p.waitFor(p.sign(0))
	p.finishes(0)
	p.exits(statusDone)
	sameAsFromFile(t, folder, p.says)
	if got := onlyDraft(t, folder); got != draft || read(t, got) != before {
		t.Errorf("the draft was touched: %s holds\n%s", got, read(t, got))
	}
}

// Whatever ends the program, what was answered is kept, and a note that is
// being typed too.
func TestEveryWayOfLeavingKeepsTheAnswers(t *testing.T) {
	t.Parallel()
	for name, leave := range map[string]func(*window){
		"ctrl+c":               func(w *window) { w.press(ctrlC) },
		"SIGINT":               func(w *window) { w.signal(os.Interrupt) },
		"SIGTERM":              func(w *window) { w.signal(syscall.SIGTERM) },
		"SIGHUP":               func(w *window) { w.signal(syscall.SIGHUP) },
		"the window is closed": func(w *window) { _ = w.pty.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			p := beginInterview(t, dir, example(t))
			p.answers(0, p.atID("values.fit"))
			p.press("mplan of March")
			p.waitFor("plan of March")
			leave(p.window)
			p.exits(statusInterrupted)
			got := said(parsed(t, onlyDraft(t, filepath.Join(dir, inExample))))
			for fact, want := range map[string]string{
				"answer values.goals": "coordination", "answer values.decisions": "cooperation",
				"answer values.peer_objectives": "coordination", "answer values.fit": "", "note values.fit": "plan of March",
			} {
				if got[fact] != want {
					t.Errorf("%s: %q, want %q", fact, got[fact], want)
				}
			}
			if name != "the window is closed" && !strings.HasSuffix(p.raw(), "To continue: collab assess\r\n") {
				t.Errorf("the last words were %q", p.shown())
			}
		})
	}
}

// Back leads over the border of a section and shows the answer that was given;
// another answer there takes its place.
func TestBackOverTheBorderOfASection(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := beginInterview(t, dir, example(t))
	first := p.atID("trust.delegation")
	p.answers(0, first)
	p.press(left)
	p.waitFor(p.sign(p.atID("values.fit")))
	p.waitFor("● 3")
	p.press("1")
	p.waitFor(p.sign(first - 1))
	p.press(ctrlC)
	p.exits(statusInterrupted)
	got := said(parsed(t, onlyDraft(t, filepath.Join(dir, inExample))))
	if a := got["answer values.fit"]; a != "single_handed" {
		t.Errorf("values.fit: %q", a)
	}
}

// What was skipped is named by the review, which leads there and back.
func TestReviewLeadsToWhatIsOpenAndBack(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := beginInterview(t, dir, example(t))
	open := p.atID("knowledge.content")
	p.answers(0, open)
	p.press(right)
	p.waitFor(p.sign(open + 1))
	p.answers(open+1, p.last())
	p.waitFor("One line below is incomplete.")
	p.waitFor("3 of 4")
	p.press(enter)
	p.waitFor(p.sign(open))
	p.press(p.keys(open))
	p.waitFor("Everything is answered.")
	p.press("f")
	p.exits(statusDone)
	sameAsFromFile(t, filepath.Join(dir, inExample), p.says)
}

// What is pasted into a note is the note, with no line and no key in it.
func TestPastedTextIsANoteAndNoAnswer(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := beginInterview(t, dir, example(t))
	at := p.atID("values.decisions")
	p.answers(0, at)
	p.press(paste("2\r3\r")) // at a question, it is nothing
	p.press("m" + paste("1 plan\r\n2 minutes\n\x033\x1b[2J") + enter)
	p.waitFor("Your note: 1 plan")
	p.press(ctrlC)
	p.exits(statusInterrupted)
	got := said(parsed(t, onlyDraft(t, filepath.Join(dir, inExample))))
	if a, note := got["answer values.decisions"], got["note values.decisions"]; a != "" || note != "1 plan  2 minutes 3[2J" {
		t.Errorf("answer %q, note %q", a, note)
	}
}

func TestResizedWhileAnswering(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := beginInterview(t, dir, example(t))
	at := p.atID("values.goals")
	p.answers(0, at)
	for i, size := range [][2]uint16{{60, 20}, {120, 40}, {20, 8}, {10, 3}, {80, 24}} {
		p.resize(size[0], size[1])
		if size[0] < 20 {
			p.waitFor("Make this")
			p.resize(60, 20)
		}
		p.waitFor("ctrl+c stop") // the last line
		p.press("mn" + enter + p.keys(at+i))
		p.waitFor(p.sign(at + i + 1))
		if p.steps[at+i+1].Kind == asking.Pause {
			break
		}
	}
	p.press(ctrlC)
	p.exits(statusInterrupted)
	got := said(parsed(t, onlyDraft(t, filepath.Join(dir, inExample))))
	for _, id := range []string{"values.goals", "values.decisions", "values.peer_objectives", "values.fit"} {
		if got["answer "+id] == "" || got["note "+id] == "" {
			t.Errorf("%s is lost: %v", id, got)
		}
	}
}

// With ctrl+z the screen goes and comes back, and the answers stay.
func TestPutAsideAndTakenUpAgain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := beginInterview(t, dir, example(t))
	at := p.atID("values.decisions")
	p.answers(0, at)
	p.press(ctrlZ)
	p.waitForRaw("\x1b[?1049l", func() {})
	// The program waits for this signal a moment after it has left the screen.
	p.waitForRaw("\x1b[?1049h", func() { p.signal(syscall.SIGCONT) })
	p.waitFor("ctrl+c")
	p.answers(at, at+1)
	p.press(ctrlC)
	p.exits(statusInterrupted)
}

// Two people in one folder at the same moment each fill their own file, also
// where the second goes on with what the first is still filling.
func TestTwoAtOnceNeverTouchEachOthersFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	folder := filepath.Join(dir, inExample)
	one := beginInterview(t, dir, example(t))
	goals, fit := one.atID("values.goals"), one.atID("values.fit")
	one.answers(0, fit)

	two := sit(open(t, dir, "assess", "--date", day), example(t))
	two.waitFor("Continue: ")
	two.press("s")
	two.waitFor(two.sign(0))
	two.says.Answers[0] = 1
	two.answers(0, goals+1)

	three := sit(open(t, folder, "assess", "--date", day), example(t))
	three.waitFor("Continue: ")
	three.waitFor("3 of 49 answered")
	three.waitFor("1 of 49 answered")
	key := "1"
	if strings.Index(three.shown(), " 1 of 49") < strings.Index(three.shown(), " 3 of 49") {
		key = "2"
	}
	three.press(key)
	three.waitFor(three.sign(fit))
	three.says.Answers[3] = 4
	three.answers(fit, fit+1)
	one.says.Answers[3] = 2
	one.answers(fit, fit+1)

	for _, p := range []*person{one, two, three} {
		p.press(ctrlC)
		p.exits(statusInterrupted)
	}
	var answered []string
	for _, file := range responseFiles(t, folder) {
		r := parsed(t, file)
		var line string
		for _, a := range r.Answers[:4] {
			line += answerKey(a)
		}
		answered = append(answered, strings.ReplaceAll(line, right, "-"))
	}
	for _, want := range []string{"3232", "1---", "3234"} {
		if !strings.Contains(strings.Join(answered, " "), want) {
			t.Errorf("kept %v, want also %s", answered, want)
		}
	}
}

// hostile is text that wants to steer the terminal, or to turn what stands
// beside it around.
const hostile = "\x1b]0;pwned\a\x1b[2J\u202Eelim\u202C\u2066\u009b31m"

// scripts are names and notes as people type them, or paste them.
var scripts = map[string]string{
	"wide":          "鉄道の友 友の会 🚂",
	"right to left": "רכבת הצפון",
	"combining":     "E\u0301cole Ångström",
	"invisible":     "Ge\u00ADheim\uFEFF\u200F Bund",
	"hostile":       "Friends " + hostile + " of rails",
	"quoted":        `"': {x} # & * ! %`,
	"formula":       "=1+1 | <b>&amp;</b> `x`",
}

// Terminals that answer queries would get the answers as keys, the others make
// the program wait.
func TestFirstPageAsksTheTerminalNothing(t *testing.T) {
	t.Parallel()
	for _, k := range kinds {
		t.Run(k.name, func(t *testing.T) {
			t.Parallel()
			w := k.open(t, t.TempDir(), "assess", "--date", day)
			w.waitFor(firstPage)
			for query := range replies {
				if strings.Contains(w.raw(), query) {
					t.Errorf("the terminal was asked %q", query)
				}
			}
			w.press(ctrlC)
			w.exits(statusInterrupted)
		})
	}
}

func TestNoColourWhereNoneIsWanted(t *testing.T) {
	t.Parallel()
	const cyan = "\x1b[36m"
	for env, want := range map[string]bool{"TERM=xterm": true, "NO_COLOR=1": false, "TERM=dumb": false} {
		w := setting{env: []string{env}}.open(t, t.TempDir(), "assess")
		w.waitFor(firstPage)
		w.press("Lakes" + enter + "21")
		w.press(ctrlC)
		w.exits(statusInterrupted)
		if got := strings.Contains(w.raw(), cyan); got != want {
			t.Errorf("%s: coloured is %v", env, got)
		}
	}
}
