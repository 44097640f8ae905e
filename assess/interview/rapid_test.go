package interview

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

var anyKey = rapid.SampledFrom([]string{
	"1", "2", "3", "4", "d", "n", "1", "2", "3", "4", "y", "t", "x", "w", " ", "5", "é", "e", "?", "m", "b", "f", "j",
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
		s.walk.StandAt(rapid.SampledFrom(s.walk.Steps()).Draw(t, "start"))
		s.show()
		for range rapid.IntRange(1, 60).Draw(t, "keys") {
			s.fail = nil
			if rapid.IntRange(0, 9).Draw(t, "disk") == 0 {
				s.fail = errors.New("disk full")
			}
			pressAndCheck(t, s, anyKey.Draw(t, "key"))
		}
		readsBack(t, s.walk.Response())
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
	s.kept = s.walk.Response()
	return s
}

func pressAndCheck(t *rapid.T, s *sitting, key string) {
	here, before := s.walk.Here(), s.walk.Response()
	asked, ok := s.page.(*questionPage)
	typing := ok && asked.note != nil
	s.keys(key)
	after := s.walk.Response()
	if s.walk.Here() != here {
		if s.walk.Unkept() || !cmp.Equal(s.kept, after, ignoreRubric) {
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
func checkChange(t *rapid.T, here asking.Step, key string, typing bool, before, after assess.Response) {
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
	only := func(name string, a, b any, at bool) {
		if cmp.Equal(a, b, cmpopts.EquateEmpty()) {
			return
		}
		if at {
			return
		}
		t.Fatalf("%q at %v changed %s", key, here, name)
	}
	only("targets", before.Targets, after.Targets, here.ID == asking.TargetsStep)
	only("aim", before.Aim, after.Aim, here.ID == asking.FormsStep)
	only("facts", before.Facts, after.Facts, here.Kind == asking.Grid)
	only("priorities", before.Priorities, after.Priorities, here.ID == asking.PrioritiesID)
	only("hurdles", before.Hurdles, after.Hurdles, here.ID == asking.HurdlesID)
	only("joint work", before.JointWork, after.JointWork, here.ID == asking.JointWorkStep)
	only("notes", before.Notes, after.Notes, here.Kind == asking.Question || here.ID == asking.JointWorkStep)
}
