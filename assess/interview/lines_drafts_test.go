package interview

import (
	"strings"
	"testing"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

func TestLinesOfferDrafts(t *testing.T) {
	draft := begun(assess.Full)
	draft.Answers[0], draft.Answers[1] = 3, 3
	into := ""
	o := Options{
		New:   Draft{Response: assess.NewResponse(rubric.Default())},
		Found: []Draft{{Label: "draft of 14:05", Response: draft, Keep: func(assess.Response) error { into = "draft"; return nil }}},
	}
	h := hearWith(t, o).enter(t, "", "3", "b", "s 1", "1 s", "l 3")
	if h.walk != nil {
		t.Fatal("chose by itself")
	}
	h.says(t, "1. Continue: draft of 14:05, 2 of 49 answered s. Start over (your draft is kept)")
	if h = hearWith(t, o).enter(t, "1"); h.walk.Here().ID != "values.peer_objectives" {
		t.Errorf("at %v", h.walk.Here())
	}
	if _, _, err := h.result(nil); into != "draft" || err != nil {
		t.Errorf("kept into %q, %v", into, err)
	}
	if h = hearWith(t, o).enter(t, "s"); h.walk.Here().Kind != asking.StartPage {
		t.Errorf("at %v", h.walk.Here())
	}
}

// A look says what was answered, by its anchor, and leads back to the offers.
func TestLinesLookAtADraft(t *testing.T) {
	draft := begun(assess.Full)
	draft.Answers[0] = 3
	empty := Draft{Label: "draft of 15:10", Response: begun(assess.Full)}
	o := Options{
		New:   Draft{Response: assess.NewResponse(rubric.Default())},
		Found: []Draft{{Label: "draft of 14:05", Response: draft}, empty},
	}
	q := rubric.Default().Questions()[0]
	h := hearWith(t, o).enter(t, "l")
	h.says(t, "draft of 14:05. Aligned values and objectives. "+q.Name+": "+q.Anchors[2])
	h.says(t, say.unfinished(2))
	if h.enter(t, "L 2"); h.walk != nil {
		t.Fatal("a look goes on")
	}
	h.says(t, "draft of 15:10. "+say.nothingHeld())
}

// On a laptop that others use too, nobody looks at a draft before saying that it
// is theirs.
func TestNoLookWhereOthersAnswerToo(t *testing.T) {
	draft := begun(assess.Full)
	draft.Answers[0] = 3
	h := hearWith(t, Options{
		New: Draft{Response: assess.NewResponse(rubric.Default())}, Private: true,
		Found: []Draft{{Label: "I am the person who began at 14:05", Response: draft}},
	}).enter(t, "l", "l 1")
	if said := h.said.String(); strings.Contains(said, "Look at") || strings.Contains(said, rubric.Default().Questions()[0].Anchors[2]) {
		t.Errorf("shows the draft:\n%s", said)
	}
}
