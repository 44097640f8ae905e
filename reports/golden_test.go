package reports_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"collab/assess"
	"collab/reports"
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
	path := filepath.Join("..", "examples", name, "assessment.yaml")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	tally, err := record.Read(path, text, rubric.Released)
	if err != nil {
		t.Fatal(err)
	}
	return assess.Assess(tally), reports.Options{Reference: record.Seal(text)}
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
