package main

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/phone"
	"collab/rubric"
)

// A page of the second round asks what the agenda names, and its codes come in with no more
// said than that it is the second.
func TestCodesOfASecondRound(t *testing.T) {
	t.Parallel()
	f := folder{t.TempDir()}
	responses(t, f, "2026-11-23", 6)
	run := func(args ...string) (out, said string) {
		t.Helper()
		status, out, said := called(t, f.path, args...)
		if status != statusDone {
			t.Fatalf("collab %s: status %d\n%s", strings.Join(args, " "), status, said)
		}
		return out, said
	}
	run("combine")
	page, said := run("rubric", "export", "--format", "page", "--second-round")
	if !strings.Contains(said, "Next: collab respond --second-round --code\n") {
		t.Errorf("the export says %s", said)
	}
	topics := itemsIn(t, page)
	if len(topics) == 0 || len(topics) > 10 {
		t.Fatalf("the page asks %v", topics)
	}
	round := asking.Round{Rubric: rubric.Default(), Length: assess.Full, Again: true, Topics: topics}
	answers := assess.NewResponse(round.Rubric)
	answers.Answers[round.Rubric.Index(topics[0])] = 4
	code, err := phone.Encode(round, &answers)
	if err != nil {
		t.Fatal(err)
	}
	run("respond", "--second-round", "--code="+code)
	names, err := f.responses(secondMark)
	if err != nil || len(names) != 1 {
		t.Fatalf("%v: %v", names, err)
	}
	d, _, err := f.readDraft(names[0], f.rubrics(nil))
	if err != nil || d.response.Answers[round.Rubric.Index(topics[0])] != 4 || d.response.JointWork.Scope != "between" {
		t.Errorf("%v: it holds %v", err, d.response)
	}
	if status, _, said := called(t, f.path, "respond", "--second-round", "--all", "--code="+code); status != statusBadInput {
		t.Errorf("where all is asked again: status %d, %s", status, said)
	}
}

// itemsIn are the ids of what a page asks.
func itemsIn(t *testing.T, page string) []string {
	t.Helper()
	text := regexp.MustCompile(`(?s)id="description">(.*?)</script>`).FindStringSubmatch(page)
	var d struct{ Items []struct{ ID string } }
	if text == nil || json.Unmarshal([]byte(text[1]), &d) != nil {
		t.Fatal("the page has no description")
	}
	var ids []string
	for _, it := range d.Items {
		ids = append(ids, it.ID)
	}
	return ids
}
