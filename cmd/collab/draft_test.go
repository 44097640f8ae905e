package main

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"collab/assess"
	"collab/rubric"
)

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
