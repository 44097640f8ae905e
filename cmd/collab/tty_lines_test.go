//go:build unix

package main

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/interview"
	"collab/rubric"
)

// listening opens the interview in lines and waits for its first question.
func listening(t *testing.T, dir string, says assess.Response, args ...string) *person {
	t.Helper()
	p := sit(open(t, dir, append([]string{"assess", "--date", day, "--accessible"}, args...)...), says)
	p.waitFor("Name of the association?")
	return p
}

// entries are the lines that say at the step in place i what the person has in
// mind, and go on.
func (p *person) entries(i int) []string {
	r, step := p.says, p.steps[i]
	switch asks(step) {
	case "start":
		return []string{r.Association, place(rubric.IDs(r.Rubric.Roles), r.Role), place([]assess.Length{assess.Short, assess.Full}, r.Length)}
	case "read":
		return []string{""}
	case "question":
		if note := r.Notes[step.ID]; note != "" {
			return []string{"m", note, entry(answerKey(r.Answers[r.Rubric.Index(step.ID)]))}
		}
		return []string{entry(answerKey(r.Answers[r.Rubric.Index(step.ID)]))}
	case asking.JointWorkStep:
		asks, j := r.Rubric.JointWork, r.JointWork
		return []string{entry(j.About), place(rubric.IDs(asks.Scopes), j.Scope), entry(place(rubric.IDs(asks.Purposes), j.Purpose))}
	case asking.TargetsStep, asking.FormsStep, "facts":
		var lines []string
		for _, key := range p.rows(step) {
			lines = append(lines, entry(key))
		}
		return lines
	case asking.PrioritiesID:
		return []string{entry(strings.Join(places(r.Rubric.Traits(), func(d *rubric.Dimension) string { return d.ID }, r.Priorities), " "))}
	case asking.HurdlesID:
		return p.hurdleEntries()
	}
	return nil
}

// entry is a key of the screen as it is entered in a line; none is skipped.
func entry(key string) string {
	switch key {
	case "", right, down:
		return "s"
	}
	return key
}

func (p *person) hurdleEntries() []string {
	id := func(h rubric.Hurdle) string { return h.ID }
	items := p.says.Rubric.Hurdles.Items
	lines := []string{entry(strings.Join(places(items, id, p.says.Hurdles), " "))}
	if len(p.says.Hurdles) > 1 {
		lines = append(lines, entry(strings.Join(places(items, id, []string{p.says.Worst}), " ")))
	}
	return lines
}

// places are the numbers of those that were picked.
func places[T any](all []T, id func(T) string, picked []string) []string {
	var numbers []string
	for i, x := range all {
		if slices.Contains(picked, id(x)) {
			numbers = append(numbers, strconv.Itoa(i+1))
		}
	}
	return numbers
}

// enters gives everything from the step in place from up to the one in place to.
func (p *person) enters(from, to int) {
	p.t.Helper()
	var typed strings.Builder
	for i := from; i < to; i++ {
		for _, line := range p.entries(i) {
			typed.WriteString(line + "\n")
		}
	}
	p.press(typed.String())
}

func TestSpokenAndReadFromAFileAreTheSameBytes(t *testing.T) {
	t.Parallel()
	for name, says := range map[string]assess.Response{"full": example(t), "short": shortResponse()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			p := listening(t, dir, says)
			p.enters(0, p.last())
			p.waitFor("f finishes.")
			p.press("f\n")
			p.exits(statusDone)
			if raw := p.raw(); strings.ContainsRune(raw, '\x1b') {
				t.Errorf("a control was written:\n%q", raw)
			}
			folder := filepath.Join(dir, slug(says.Association))
			sameAsFromFile(t, folder, says)
			noResponses(t, folder)
		})
	}
}

// Back leads over the border of a section, says the answer that was given there
// and takes another.
func TestBackOverTheBorderOfASectionInLines(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := listening(t, dir, example(t))
	first := p.atID("trust.delegation")
	p.enters(0, first)
	p.waitFor(p.says.Rubric.Questions()[p.says.Rubric.Index("trust.delegation")].Prompt)
	p.press("b\n")
	p.waitFor("You answered 3.")
	p.press("1\n")
	p.waitFor("1 recorded. Part 2 of 9")
	p.press("q\n")
	p.exits(statusInterrupted)
	got := said(parsed(t, onlyDraft(t, filepath.Join(dir, inExample))))
	if a := got["answer values.fit"]; a != "single_handed" || got["answer trust.delegation"] != "" {
		t.Errorf("kept %v", got)
	}
}

// What was skipped is named by the review, which leads there and back.
func TestReviewLeadsToWhatIsOpenAndBackInLines(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := listening(t, dir, example(t))
	open := p.atID("knowledge.content")
	p.enters(0, open)
	p.press("s\n")
	p.enters(open+1, p.last())
	p.waitFor("One line below is incomplete.")
	p.waitFor("widely: 3 of 4")
	p.press("j 14\n") // the question before the open one, by its number
	p.waitFor("You answered")
	p.press("b\n")
	p.waitFor("Review.")
	p.press("4\n") // the part
	p.waitFor("Question 15 of")
	p.press(entry(p.keys(open)) + "\n")
	p.waitFor("Everything is answered.")
	p.press("f\n")
	p.exits(statusDone)
	sameAsFromFile(t, filepath.Join(dir, inExample), p.says)
}

// Names and notes in any script come out of lines as they were typed.
func TestNamesAndNotesInAnyScriptInLines(t *testing.T) {
	t.Parallel()
	for name, text := range scripts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if strings.ContainsAny(text, "\x1b\a") {
				t.Skip("a terminal's own line takes these for keys")
			}
			dir, says, clean := t.TempDir(), shortResponse(), interview.Clean(text)
			says.Association, says.Notes["values.goals"] = text, text
			p := listening(t, dir, says)
			p.enters(0, p.atID("values.goals")+1)
			p.waitFor("Question 2 of")
			p.press("j\nf\n")
			p.exits(statusDone)
			folder := filepath.Join(dir, slug(clean))
			a, _, err := readAssessment(folder)
			if err != nil {
				t.Fatal(err)
			}
			kept, _ := a.Response()
			if note := kept.Notes["values.goals"]; kept.Association != clean || note != clean {
				t.Errorf("the name is %q and the note %q, want %q", kept.Association, note, clean)
			}
			readsWell(t, folder)
		})
	}
}

// However lines are ended, what was entered is kept, and half a line is not.
func TestEveryWayOfLeavingKeepsTheAnswersInLines(t *testing.T) {
	t.Parallel()
	for name, leave := range map[string]func(*window){
		"the key q":                    func(w *window) { w.press("\x15q\n") }, // after ctrl+u
		"ctrl+c":                       func(w *window) { w.press(ctrlC) },
		"SIGTERM":                      func(w *window) { w.signal(syscall.SIGTERM) },
		"SIGHUP":                       func(w *window) { w.signal(syscall.SIGHUP) },
		"ctrl+d, the end of the input": func(w *window) { w.press("\x15\x04") },
		"the window is closed":         func(w *window) { _ = w.pty.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			p := listening(t, dir, example(t))
			p.enters(0, p.atID("values.fit"))
			p.waitFor("Question 4 of")
			p.press("4")
			p.waitFor("4")
			leave(p.window)
			p.exits(statusInterrupted)
			got := said(parsed(t, onlyDraft(t, filepath.Join(dir, inExample))))
			for fact, want := range map[string]string{
				"answer values.goals": "coordination", "answer values.decisions": "cooperation",
				"answer values.peer_objectives": "coordination", "answer values.fit": "",
			} {
				if got[fact] != want {
					t.Errorf("%s: %q, want %q", fact, got[fact], want)
				}
			}
		})
	}
}
