package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"collab/assess"
	"collab/rubric"
)

// twoYears is the folder of an association whose eight people, known by codes,
// answered twice; in the second year all reach one stage more on trust.
func twoYears(t *testing.T) folder {
	t.Helper()
	f := folder{t.TempDir()}
	for year, date := range []string{"2025-11-03", "2026-11-02"} {
		for person := range 8 {
			r := assess.NewResponse(rubric.Default())
			r.Association, r.Code = "Lakes Guild", fmt.Sprint("oak", person)
			r.JointWork.Scope = rubric.ScopeNone
			r.Date, _ = assess.ParseDate(date)
			for i, q := range r.Rubric.Questions() {
				if q.Dimension != rubric.SpectrumID {
					r.Answers[i] = assess.Answer(1 + (i+person)%3)
				}
				if q.Dimension == "trust" {
					r.Answers[i] += assess.Answer(year)
				}
			}
			d := f.newDraft(r.Date, "", time.Now())
			if err := d.finish(r); err != nil {
				t.Fatal(err)
			}
		}
		if status, _, err := called(t, f.path, "combine", "--dir", f.path); status != statusDone {
			t.Fatal(err)
		}
	}
	return f
}

// tested runs collab diff and gives how trust was tested, and what was said.
func tested(t *testing.T, f folder, args ...string) (status int, test, said string) {
	t.Helper()
	t.Chdir(f.path)
	status, out, said := called(t, f.path, append([]string{"diff", "--format", "csv"}, args...)...)
	for line := range strings.Lines(out) {
		if _, after, ok := strings.Cut(line, ",change,trust,test,"); ok {
			test = strings.TrimSpace(after)
		}
	}
	return status, test, said
}

func TestPeopleAreComparedWhereTheirResponsesAreAtHand(t *testing.T) {
	f := twoYears(t)
	for _, step := range []struct {
		name string
		args []string
		want string
	}{
		{"the records of small rooms alone", nil, ""}, // nothing is kept of positions to test
		{"people, told apart by their dates", []string{"--responses"}, "linked"},
		{"people of named dates", []string{"--responses", "2025-12-24", "2026-12-24"}, "linked"},
	} {
		if status, test, said := tested(t, f, step.args...); status != statusDone || test != step.want {
			t.Errorf("%s: status %d, test %q\n%s", step.name, status, test, said)
		}
	}
}

func TestTwoFoldersOfResponses(t *testing.T) {
	f := twoYears(t)
	names, err := f.responses("")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		dir := filepath.Join(f.path, "old")
		if strings.HasPrefix(name, "2026") {
			dir = filepath.Join(f.path, "new")
		}
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(f.response(name), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if status, test, said := tested(t, f, "--responses", "old", "new"); status != statusDone || test != "linked" || said != "" {
		t.Errorf("status %d, test %q\n%s", status, test, said)
	}
	away := folder{t.TempDir()}
	if err := os.CopyFS(away.path, os.DirFS(f.path)); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(away.file(historyDir)); err != nil {
		t.Fatal(err)
	}
	status, test, said := tested(t, away, "--responses", "old", "new")
	if status != statusDone || test != "linked" || !strings.Contains(said, "there is no record of the responses in old") {
		t.Errorf("status %d, test %q\n%s", status, test, said)
	}
	if status, _, said := tested(t, f, "--responses"); status != statusBadInput || !strings.Contains(said, "the responses to the assessment of 2025-11-03 are missing") {
		t.Errorf("status %d\n%s", status, said)
	}
}

func TestResponsesMustBeThoseOfTheRecord(t *testing.T) {
	f := twoYears(t)
	names, err := f.responses("")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(f.response(names[0])); err != nil {
		t.Fatal(err)
	}
	status, _, said := tested(t, f, "--responses")
	if status != statusBadInput || !strings.Contains(said, "the 7 responses are not those that the assessment of 2025-11-03 counts; it has 8 people") {
		t.Errorf("status %d\n%s", status, said)
	}
}

// A round that went on for days is found by the days of its round, though responses of
// the year before lie beside it.
func TestARoundOfDaysIsFound(t *testing.T) {
	f := twoYears(t)
	names, err := f.responses("")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range ofDate(names, "2026-11-02")[:3] {
		text := strings.Replace(read(t, f.response(name)), "2026-11-02", "2026-11-05", 1)
		if err := os.WriteFile(f.response("2026-11-05"+name[len("2026-11-02"):]), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(f.response(name)); err != nil {
			t.Fatal(err)
		}
	}
	if status, _, err := called(t, f.path, "combine", "--dir", f.path, "--from", "2026-11-02"); status != statusDone {
		t.Fatal(err)
	}
	if status, test, said := tested(t, f, "--responses", "2025-12-24", "."); status != statusDone || test != "linked" {
		t.Errorf("status %d, test %q\n%s", status, test, said)
	}
}
