package reports_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"collab/assess"
	"collab/reports"
	"collab/reports/content"
	"collab/reports/lines"
	"collab/reports/record"
	"collab/rubric"
)

var update = flag.Bool("update", false, "write the golden files anew")

// What the report of each example says. It is kept as lines, for they hold every sentence
// and nothing of how a format looks.
func TestReportsOfTheExamples(t *testing.T) {
	for _, name := range []string{"lakes-guild", "northern-trails-alliance", "harbor-towns-network"} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := lines.Write(&b, reports.Assessment(example(t, name)), 0); err != nil {
				t.Fatal(err)
			}
			golden(t, name+".txt", b.Bytes())
		})
	}
}

func example(t *testing.T, name string) (*assess.Assessment, reports.Options) {
	t.Helper()
	a, seal := exampleAt(t, name+"/assessment.yaml")
	return a, reports.Options{Reference: seal}
}

// exampleAt is the record of an example by its path, and its seal.
func exampleAt(t *testing.T, path string) (*assess.Assessment, string) {
	t.Helper()
	path = filepath.Join("..", "examples", filepath.FromSlash(path))
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	tally, err := record.Read(path, text, rubric.Released)
	if err != nil {
		t.Fatal(err)
	}
	return assess.Assess(tally), record.Seal(text)
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is another, got\n%s", path, got)
	}
}

// A round that nobody answered has a board page that says so, and invents nothing.
func TestBoardPageOfNoAnswers(t *testing.T) {
	for _, mode := range []assess.Mode{assess.Solo, assess.Group, assess.Hands} {
		tally := assess.NewTally(rubric.Default(), mode, "Lakes Guild", assess.Date{})
		var b bytes.Buffer
		if err := lines.Write(&b, reports.Assessment(assess.Assess(tally.Publish()), reports.Options{}), 0); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"Lakes Guild: too little was answered to name a stage", "Too little was answered to suggest one."} {
			if !bytes.Contains(b.Bytes(), []byte(want)) {
				t.Errorf("%s: %q is missing in\n%s", mode, want, b.Bytes())
			}
		}
	}
}

// What is said of the examples that changed, side by side, and as an agenda.
func TestOtherReportsOfTheExamples(t *testing.T) {
	first, _ := exampleAt(t, "harbor-towns-network/history/2024-11-18.yaml")
	before, _ := exampleAt(t, "harbor-towns-network/history/2025-11-17.yaml")
	latest, _ := exampleAt(t, "harbor-towns-network/assessment.yaml")
	guild, _ := exampleAt(t, "lakes-guild/assessment.yaml")
	alone, _ := exampleAt(t, "northern-trails-alliance/assessment.yaml")
	change := assess.Compare(assess.Side{Assessment: before}, assess.Side{Assessment: latest})
	var series assess.Series
	for _, a := range []*assess.Assessment{first, before, latest} {
		series.Add(a)
	}
	portfolio := assess.NewPortfolio([]assess.Member{
		assess.NewMember("guild", 1, nil, guild), assess.NewMember("harbor", 3, before, latest), assess.NewMember("trails", 1, nil, alone),
	}, assess.ByName)
	for name, r := range map[string]content.Report{
		"change":       reports.Comparison(change, reports.Options{}),
		"trend":        reports.Series(&series, reports.Options{}),
		"portfolio":    reports.Portfolio(portfolio, reports.Options{}),
		"agenda":       reports.Agenda(guild, reports.Options{}),
		"agenda-alone": reports.Agenda(alone, reports.Options{}),
		"repeated":     reports.Assessment(latest, reports.Options{Since: change}).On(content.Board),
	} {
		golden(t, name+".txt", []byte(told(t, r)))
	}
}
