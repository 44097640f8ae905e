package asking

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"collab/assess"
	"collab/rubric"
)

var ignoreRubric = cmp.Options{cmpopts.IgnoreFields(assess.Response{}, "Rubric", "Date"), cmpopts.EquateEmpty()}

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

// Going back and forward, from anywhere and as often as one likes, changes no
// answer, and forward again leads where one was.
func TestBackThenForwardChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := NewWalk(randomResponse(t), Asks{})
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
		once := NewWalk(randomResponse(t), Asks{}).Response()
		again := NewWalk(once, Asks{}).Response()
		if diff := cmp.Diff(once, again, ignoreRubric); diff != "" {
			t.Fatal(diff)
		}
		readsBack(t, once)
	})
}

// What is set aside comes back as it was, and the rest may be kept.
func TestWhatIsSetAsideComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		said := randomResponse(t)
		said.Hurdles, said.Worst = []string{"turf"}, rapid.SampledFrom([]string{"", "turf", "money"}).Draw(t, "worst")
		said.JointWork.About = rapid.SampledFrom([]string{"", "Harvest fair", "\"a\": \\ # b"}).Draw(t, "about")
		r, aside := SetAside(said)
		readsBack(t, r)
		if diff := cmp.Diff(said, TakeBack(r, aside), ignoreRubric); diff != "" {
			t.Fatalf("%q: %s", aside, diff)
		}
	})
}

// Of lines that somebody changed nothing is taken that could not be answered.
func TestTakesBackNothingElse(t *testing.T) {
	for _, line := range []string{"", "x", `values.goals: "9"`, `values.goals: 1`, `values.goals:`, `nothing: "1"`, `hurdles: "nothing"`, `note nothing: "x"`, "\x00: \"\x00\""} {
		same(t, TakeBack(begun(assess.Full), []string{line}), begun(assess.Full))
	}
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
