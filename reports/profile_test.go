package reports_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"collab/assess"
	"collab/reports"
	"collab/reports/content"
	"collab/reports/reportstest"
)

// Of traits with the same mean the one at the lower stage stands first.
func TestProfileOrdersEqualMeansByStage(t *testing.T) {
	r := reportstest.Complete(t)
	for i, q := range r.Rubric.Questions() {
		switch q.Dimension {
		case "values", "trust":
			r.Answers[i] = 2
		case "transparency":
			r.Answers[i] = assess.Answer([]int{1, 1, 3, 3}[i%4])
		default:
			r.Answers[i] = 3
		}
	}
	a := reportstest.Assessed(r)
	low, _ := a.Placement("transparency")
	if high, _ := a.Placement("values"); low.Position != high.Position || low.Stage >= high.Stage {
		t.Fatalf("%s at stage %d, %s at stage %d", low.Position, low.Stage, high.Position, high.Stage)
	}
	var names []string
	for _, row := range profileOf(t, reports.Assessment(a, reports.Options{})).Groups[0][:3] {
		names = append(names, row.Name.Plain())
	}
	if want := []string{"Transparency", "Values", "Trust"}; !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
	}
}

func profileOf(t *testing.T, r content.Report) content.Profile {
	t.Helper()
	for _, b := range r.Sections[0].Blocks {
		if p, is := b.(content.Profile); is {
			return p
		}
	}
	t.Fatal("no profile")
	return content.Profile{}
}

// Two hundredths between inside and with others are noise, and no heading.
func TestSidesAreNamedFromHalfAStageOn(t *testing.T) {
	a := reportstest.Assessed(reportstest.Complete(t))
	for i := range a.Traits {
		a.Traits[i].Within, a.Traits[i].Between = 205, 207
	}
	const none = "No trait differs by half a stage or more between work inside and work with others"
	if said := told(t, reports.Assessment(a, reports.Options{})); !strings.Contains(said, none) {
		t.Errorf("%q is missing in\n%s", none, said)
	}
	a.Traits[1].Between = 255
	if said := told(t, reports.Assessment(a, reports.Options{})); !strings.Contains(said, "Work with others is stronger than work inside on trust\n") {
		t.Error(said)
	}
}

// A heading over what would lift traits is about targets, not about what matters most.
func TestHeadingOverLiftsIsAboutTargets(t *testing.T) {
	said := told(t, reports.Assessment(reportstest.Assessed(reportstest.Complete(t)), reports.Options{}))
	if strings.Contains(said, "most to you now") || !regexp.MustCompile("(?m) targets are above today’s stage\n").MatchString(said) {
		t.Error(said)
	}
}
