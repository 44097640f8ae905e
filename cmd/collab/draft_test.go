package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"collab/assess"
	"collab/rubric"
)

// What is not asked as the answers stand is in a draft, where only the interview reads it,
// and not in what is finished.
func TestADraftSetsAsideWhatIsNotAsked(t *testing.T) {
	f := folder{filepath.Join(t.TempDir(), "lakes-guild")}
	says := assess.NewResponse(rubric.Default())
	says.Association, says.Length, says.JointWork.Scope = "Lakes Guild", assess.Full, rubric.ScopeNone
	says.Date, _ = assess.ParseDate("2026-11-23")
	at := says.Rubric.Index("spectrum.formality")
	says.Answers[0], says.Answers[at] = 2, 3
	d := f.newDraft(says.Date, soloMark, time.Now())
	if err := d.keep(says); err != nil {
		t.Fatal(err)
	}
	read, open, err := f.readDraftAt(d.path, f.rubrics(nil))
	if err != nil || !open || read.response.Answers[0] != 2 || read.response.Answers[at] != assess.Unanswered {
		t.Fatalf("read is %v, open %t; %v", read.response.Answers, open, err)
	}
	s := &session{console: console{getwd: os.Getwd}, dir: f.path, mark: soloMark}
	offers, err := s.found("", nil)
	if err != nil || len(offers) != 1 || offers[0].Response.Answers[at] != 3 {
		t.Fatalf("offered is %+v; %v", offers, err)
	}
	if err := read.finish(read.response); err != nil || strings.Contains(string(read.text), "spectrum") {
		t.Errorf("finished is\n%s%v", read.text, err)
	}
}

// Drafts are offered by when they were begun, whatever their names are, and
// those of one minute in the order of their seconds.
func TestDraftsAreOfferedTheLatestFirst(t *testing.T) {
	const date = "2026-11-23"
	f := folder{filepath.Join(t.TempDir(), "lakes-guild")}
	var want []string
	for _, c := range []struct{ name, clock string }{
		{"m", "14:05:59"}, {"c", "14:05:58"}, {"z", "14:05:03"}, {"a", "14:05:03"}, {"x", "14:04:59"},
	} {
		at, err := time.Parse(time.TimeOnly, c.clock)
		if err != nil {
			t.Fatal(err)
		}
		says := assess.NewResponse(rubric.Default())
		says.Association = "Lakes Guild"
		says.Date, _ = assess.ParseDate(date)
		d := f.newDraft(says.Date, soloMark, at)
		d.path = f.response(date + "-" + soloMark + c.name + ".yaml")
		if err := d.keep(says); err != nil {
			t.Fatal(err)
		}
		want = append(want, c.name)
	}
	slices.Sort(want[2:4]) // of one second: by their names
	found, broken := f.drafts(soloMark, f.rubrics(nil))
	var got []string
	for _, d := range found {
		name := filepath.Base(d.path)
		got = append(got, name[len(date+"-"+soloMark):len(name)-len(".yaml")])
	}
	if !slices.Equal(got, want) || broken != nil {
		t.Errorf("offered %v, want %v; %v", got, want, broken)
	}
}
