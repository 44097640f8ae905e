package interview

import (
	"fmt"
	"strings"
	"testing"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

func TestHurdlesAndPrioritiesInLines(t *testing.T) {
	h := hearAt(t, begun(assess.Full), withID(asking.HurdlesID))
	h.enter(t, "1 15", "3 x", "14,1 , 2", "3", "14", "b", "b", "1 2", "x", "s", "j")
	h.says(t, "15 is not from 1 to 14. Nothing is recorded.")
	h.says(t, "1, 2 and 14 recorded.")
	if got := fmt.Sprintf("%v %s", h.kept.Hurdles, h.kept.Worst); got != "[inertia capacity] " {
		t.Errorf("kept %v, the worst %q", h.kept.Hurdles, h.kept.Worst)
	}
	for entries, want := range map[string]string{
		"3|s": "[turf] ", "3w": "[turf] turf", "2 3w": "[capacity turf] turf", "2w 3w|1": "[inertia] ", "15w|3w2|1 1w": "[inertia] inertia",
		"1 3w|b|b|3 2 1": "[inertia capacity turf] turf", "1 3w|b|b|1": "[inertia] ",
	} {
		h = hearAt(t, begun(assess.Full), withID(asking.HurdlesID)).enter(t, strings.Split(entries, "|")...)
		if got := fmt.Sprintf("%v %s", h.kept.Hurdles, h.kept.Worst); got != want {
			t.Errorf("%s: kept %s, want %s", entries, got, want)
		}
	}
	h = hearAt(t, begun(assess.Full), withID(asking.PrioritiesID)).enter(t, "1 2 3", "6 1", "b")
	h.says(t, "Two at most. Nothing is recorded.")
	if fmt.Sprint(h.kept.Priorities) != "[values governance]" {
		t.Errorf("kept %v", h.kept.Priorities)
	}
}

// A draft is given also what is not asked now: whoever mistyped and stopped finds it again.
func TestADraftKeepsWhatIsNotAskedNow(t *testing.T) {
	var kept assess.Response
	r := begun(assess.Full)
	r.JointWork.Scope = rubric.ScopeNone
	at := r.Rubric.Index("spectrum.formality")
	r.Answers[at] = 3
	d := Draft{Response: r, Keep: func(given assess.Response) error { kept = given; return nil }}
	f := &filling{}
	f.open(d, d.walk(asking.Asks{}))
	f.begin()
	if !f.keep() || kept.Answers[at] != 3 {
		t.Errorf("kept is %v", kept.Answers)
	}
	f.walk.Finish()
	if done, _, _ := f.result(nil); done.Answers[at] != assess.Unanswered {
		t.Error("what is finished holds it")
	}
}

func TestALookAtTheReviewLeadsBack(t *testing.T) {
	h := hearAt(t, begun(assess.Full), withID("trust.reliance")).enter(t, "j", "1", "2", "3", "b", "b")
	if h.walk.Here().ID != "trust.reliance" {
		t.Errorf("at %v", h.walk.Here())
	}
	h.enter(t, "4")
	if h.walk.Here().ID != "trust.credit" {
		t.Errorf("went on to %v", h.walk.Here())
	}
	h = hearAt(t, begun(assess.Full), withID("trust.reliance")).enter(t, "j 3", "j 0", "j 99")
	if h.walk.Here().ID != "values.peer_objectives" {
		t.Errorf("j 3 leads to %v", h.walk.Here())
	}
	h.says(t, "There is no question 99; questions go from 1 to 46.")
}

// From a jump to what looks ahead one comes back to the review, whatever else is open.
func TestAJumpAheadComesBackToTheReview(t *testing.T) {
	s := sit(t, begun(assess.Full), false).atKind(asking.Review)
	s.walk.Jump(asking.Step{Kind: asking.Ticking, ID: asking.HurdlesID, Section: asking.AheadSection}, monday)
	s.show()
	if s.keys(" ", "enter"); s.walk.Here().Kind != asking.Review {
		t.Errorf("at %v", s.walk.Here())
	}
}

func TestFinishing(t *testing.T) {
	h := hearAt(t, begun(assess.Full), withID("values.goals")).enter(t, "2", "review", "finish", "4")
	if r, outcome, err := h.result(nil); outcome != Done || err != nil || r.Answers[0] != 2 {
		t.Errorf("outcome %v, %v", outcome, err)
	}
	if len(h.entries) != 1 {
		t.Error("reads on after the end")
	}
}

// The keys that are listed are those that do something here.
func TestOnlyKeysThatWorkAreListed(t *testing.T) {
	h := hearAt(t, begun(assess.Full), func(step asking.Step) bool { return step.Kind == asking.Review }).enter(t, "h")
	if said := h.said.String(); strings.Contains(said, "s skip") || !strings.Contains(said, "b back") {
		t.Errorf("at the review:\n%s", said)
	}
	before := strings.Count(h.said.String(), "1. Aligned values")
	if h.enter(t, "r"); strings.Count(h.said.String(), "1. Aligned values") != before+1 {
		t.Errorf("r does not repeat:\n%s", h.said.String())
	}
	h = hearWith(t, Options{New: Draft{Response: answered()}, Only: []string{"trust.reliance"}}).enter(t, "h")
	if said := h.said.String(); strings.Contains(said, "b back") || !strings.Contains(said, "s skip") {
		t.Errorf("at the beginning:\n%s", said)
	}
}
