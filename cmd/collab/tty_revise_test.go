//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"collab/assess"
)

// assessed is a folder with the assessment of the example's answers.
func assessed(t *testing.T) (folder, record string) {
	t.Helper()
	dir := t.TempDir()
	if status, _, err := called(t, dir, "assess", "--answers", filepath.Join(examples, "answers.yaml"), "--dir", dir); status != statusDone {
		t.Fatal(err)
	}
	return dir, read(t, filepath.Join(dir, recordFile))
}

// revised checks that a folder's assessment is the example's but for some
// answers, and that the record that stood there is kept.
func revised(t *testing.T, dir, before string, changed map[string]assess.Answer) {
	t.Helper()
	says := example(t)
	for id, a := range changed {
		says.Answers[says.Rubric.Index(id)] = a
	}
	want, answers := t.TempDir(), filepath.Join(t.TempDir(), "answers.yaml")
	if err := os.WriteFile(answers, says.Encode(), 0o644); err != nil {
		t.Fatal(err)
	}
	if status, _, err := called(t, want, "assess", "--answers", answers, "--dir", want); status != statusDone {
		t.Fatal(err)
	}
	for _, name := range []string{recordFile, reportFile} {
		if got, want := read(t, filepath.Join(dir, name)), read(t, filepath.Join(want, name)); got != want {
			t.Errorf("%s is\n%s\nwant\n%s", name, got, want)
		}
	}
	if got := read(t, filepath.Join(dir, historyDir, says.Date.String()+".yaml")); got != before {
		t.Errorf("kept of what was replaced is\n%s\nwant\n%s", got, before)
	}
	noResponses(t, dir)
}

// One question is asked again on another day, on the screen: the earlier answer is
// hidden, and the same assessment is written anew under its own date.
func TestOneQuestionIsRevisedOnTheScreen(t *testing.T) {
	t.Parallel()
	dir, before := assessed(t)
	w := open(t, dir, "assess", "--revise", "trust.reliance")
	w.waitFor("1 of 1")
	w.waitFor("What do you rely on other associations to do?")
	w.press("4")
	w.waitFor("Finish and see")
	w.hidesEarlierAnswers()
	w.press("f")
	w.waitFor("Written:")
	w.exits(statusDone)
	revised(t, dir, before, map[string]assess.Answer{"trust.reliance": 4})
}

// A trait is asked again in lines; what is skipped stays as it was.
func TestATraitIsRevisedInLines(t *testing.T) {
	t.Parallel()
	dir, before := assessed(t)
	w := open(t, dir, "assess", "--revise", "mutual trust", "--accessible")
	w.waitFor("Questions you skip keep them.")
	w.waitFor("Question 1 of 4")
	w.press("4\ns\nd\n")
	w.waitFor("Question 4 of 4")
	w.press("s\n")
	w.waitFor("f finishes.")
	w.hidesEarlierAnswers()
	w.press("f\n")
	w.waitFor("Written:")
	w.exits(statusDone)
	revised(t, dir, before, map[string]assess.Answer{"trust.delegation": 4, "trust.reliance": assess.DontKnow})
}

// hidesEarlierAnswers checks that none was shown: it would anchor the new one.
func (w *window) hidesEarlierAnswers() {
	w.t.Helper()
	for _, mark := range []string{"●", "You answered"} {
		if strings.Contains(w.raw(), mark) {
			w.t.Errorf("an earlier answer showed:\n%s", w.raw())
		}
	}
}

// The note to a question stands there to be changed; emptied, it is gone from the record.
func TestANoteIsTakenAwayInARevision(t *testing.T) {
	t.Parallel()
	dir, before := assessed(t)
	const note = "We have never asked Lakes Guild"
	w := open(t, dir, "assess", "--revise", "trust.reliance")
	w.waitFor("You wrote a note last time")
	w.press("m")
	w.waitFor(note)
	w.press("\x15" + enter) // ctrl+u empties it
	w.press(right)
	w.waitFor("Finish and see")
	w.press("f")
	w.waitFor("Written:")
	w.exits(statusDone)
	after := read(t, filepath.Join(dir, recordFile))
	if !strings.Contains(before, note) || strings.Contains(after, note) {
		t.Errorf("the record was\n%s\nand is\n%s", before, after)
	}
}

// Stopped half-way, the assessment stands as it was, and what was answered anew
// is kept for the next time.
func TestARevisionThatIsStoppedChangesNothing(t *testing.T) {
	t.Parallel()
	for name, flags := range map[string][]string{"on the screen": nil, "in lines": {"--accessible"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			stop := ctrlC
			if flags != nil {
				stop = "q\n" // in lines the terminal may throw away what is written right after ctrl+c
			}
			dir, before := assessed(t)
			w := open(t, dir, append([]string{"assess", "--revise", "trust"}, flags...)...)
			w.waitFor("1 of 4")
			if w.press("4"); flags != nil {
				w.press("\n")
			}
			w.waitFor("2 of 4")
			w.press(stop)
			w.waitFor("The assessment is unchanged; your new answers are saved in")
			w.waitFor("To start the revision over: collab assess --revise trust" + strings.Join(append([]string{""}, flags...), " "))
			w.exits(statusInterrupted)
			if read(t, filepath.Join(dir, recordFile)) != before {
				t.Error("the record has changed")
			}
			kept := parsed(t, onlyDraft(t, dir))
			if a := kept.Answers[kept.Rubric.Index("trust.delegation")]; a != 4 {
				t.Errorf("kept %v", a)
			}
			for range 2 { // gone on with and stopped, it is a revision still
				again := open(t, dir, append([]string{"assess"}, flags...)...)
				again.waitFor("a revision of the assessment of 23 November 2026")
				again.waitFor("Start a new assessment")
				again.press("1")
				if flags != nil {
					again.press("\n")
				}
				again.waitFor("Everything is answered")
				again.press(stop)
				again.waitFor("To finish the revision: collab assess")
				again.exits(statusInterrupted)
			}
			onlyDraft(t, dir)
		})
	}
}
