package interview

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"collab/assess"
	"collab/rubric"
)

var anyKey = rapid.SampledFrom([]string{
	"1", "2", "3", "4", "d", "n", "1", "2", "3", "4", "y", "t", "x", "w", " ", "5", "é", "e", "?", "m", "b", "f",
	"enter", "enter", "enter", "right", "right", "left", "up", "down", "tab", "shift+tab", "esc", "backspace",
	"pgup", "pgdown", "type:32", "type:hello", "paste:1234",
})

var ignoreRubric = cmp.Options{cmpopts.IgnoreFields(assess.Response{}, "Rubric", "Date"), cmpopts.EquateEmpty()}

// Whatever keys are pressed, and whether or not keeping works: an answer
// changes only on its own page by a key that means it, the screen moves on only with
// everything kept, and what is kept never holds what is not asked.
func TestWhateverKeysNothingIsInvented(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sitFor(t, begun(rapid.SampledFrom([]assess.Length{assess.Full, assess.Short}).Draw(t, "length")))
		s.script.at = rapid.IntRange(0, len(s.script.steps)-1).Draw(t, "start")
		s.show()
		for range rapid.IntRange(1, 60).Draw(t, "keys") {
			s.fail = nil
			if rapid.IntRange(0, 9).Draw(t, "disk") == 0 {
				s.fail = errors.New("disk full")
			}
			pressAndCheck(t, s, anyKey.Draw(t, "key"))
		}
		readsBack(t, s.script.Response())
	})
}

// readsBack checks that a response makes a valid file that holds the same.
func readsBack(t *rapid.T, r assess.Response) {
	find := func(string) (*rubric.Rubric, error) { return r.Rubric, nil }
	again, err := assess.ParseResponse("response.yaml", r.Encode(), find)
	if err != nil {
		t.Fatalf("%v\n%s", err, r.Encode())
	}
	if diff := cmp.Diff(r, again, ignoreRubric); diff != "" {
		t.Fatal(diff)
	}
}

func sitFor(t *rapid.T, r assess.Response) *sitting {
	s := sit(nil, r, false)
	s.kept = s.script.Response()
	return s
}

func pressAndCheck(t *rapid.T, s *sitting, key string) {
	here, before := s.script.Here(), s.script.Response()
	asked, ok := s.page.(*questionPage)
	typing := ok && asked.note != nil
	s.keys(key)
	after := s.script.Response()
	if s.script.Here() != here {
		if s.script.Unkept() || !cmp.Equal(s.kept, after, ignoreRubric) {
			t.Fatalf("moved from %v on %q without keeping", here, key)
		}
	}
	if len(key) < 6 || key[:5] != "type:" { // several keys may go over several pages
		checkChange(t, here, key, typing, before, after)
	}
	for i, q := range after.Rubric.Questions() {
		if after.Answers[i] != assess.Unanswered && !after.Asked(q) {
			t.Fatalf("%s is answered and not asked", q.ID)
		}
	}
}

// checkChange checks that only what the page asks was changed, by a key of it.
func checkChange(t *rapid.T, here Step, key string, typing bool, before, after assess.Response) {
	for i, q := range after.Rubric.Questions() {
		if before.Answers[i] == after.Answers[i] || !before.Asked(q) || !after.Asked(q) {
			continue
		}
		means := map[string]assess.Answer{"1": 1, "2": 2, "3": 3, "4": 4, "d": assess.DontKnow, "n": assess.DoesNotApply}
		want, direct := means[key]
		if here.ID != q.ID || typing || !direct && key != "enter" || direct && want != after.Answers[i] {
			t.Fatalf("%q at %v changed %s from %v to %v", key, here, q.ID, before.Answers[i], after.Answers[i])
		}
	}
	only := func(name string, a, b any, kinds ...Kind) {
		if cmp.Equal(a, b, cmpopts.EquateEmpty()) {
			return
		}
		for _, k := range kinds {
			if here.Kind == k {
				return
			}
		}
		t.Fatalf("%q at %v changed %s", key, here, name)
	}
	only("targets", before.Targets, after.Targets, Targets)
	only("aim", before.Aim, after.Aim, Aim)
	only("facts", before.Facts, after.Facts, Aim, Facts)
	only("priorities", before.Priorities, after.Priorities, Priorities)
	only("hurdles", before.Hurdles, after.Hurdles, Hurdles)
	only("joint work", before.JointWork, after.JointWork, JointWork)
	only("notes", before.Notes, after.Notes, Question, JointWork)
}

// Going back and forward, from anywhere and as often as one likes, changes no
// answer, and forward again leads where one was.
func TestBackThenForwardChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := New(randomResponse(t), Start{})
		s.at = rapid.IntRange(0, len(s.steps)-1).Draw(t, "at")
		here, before := s.Here(), s.Response()
		s.Back(monday)
		for range len(s.steps) {
			if s.Here() == here {
				break
			}
			s.Next(monday)
		}
		if s.Here() != here || !cmp.Equal(before, s.Response(), ignoreRubric) {
			t.Fatalf("from %v to %v: %s", here, s.Here(), cmp.Diff(before, s.Response(), ignoreRubric))
		}
	})
}

// A response that was kept and opened again holds the same.
func TestOpeningAgainChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := New(randomResponse(t), Start{}).Response()
		again := New(once, Start{}).Response()
		if diff := cmp.Diff(once, again, ignoreRubric); diff != "" {
			t.Fatal(diff)
		}
		readsBack(t, once)
	})
}

func randomResponse(t *rapid.T) assess.Response {
	r := begun(rapid.SampledFrom([]assess.Length{assess.Full, assess.Short}).Draw(t, "length"))
	r.JointWork.Scope = rapid.SampledFrom([]string{"", "within", "between", rubric.ScopeNone}).Draw(t, "scope")
	for i := range r.Answers {
		r.Answers[i] = assess.Answer(rapid.IntRange(-2, 4).Draw(t, fmt.Sprint("answer ", i)))
	}
	for _, f := range r.Rubric.Forms {
		r.Aim[f.ID] = rapid.SampledFrom([]string{rubric.Have, rubric.Exploring, rubric.NotConsidering}).Draw(t, f.ID)
	}
	for _, f := range r.Rubric.Facts() {
		r.Facts[f.ID] = rapid.SampledFrom([]assess.Fact{assess.Met, assess.NotMet, assess.FactUnknown}).Draw(t, f.ID)
	}
	return r
}
