package reports

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"collab/assess"
)

// At 60 columns the last one is whole, also beside the longest name and stage.
func TestAPortfolioOfSixtyColumnsIsNotCut(t *testing.T) {
	all := func(i int, r *assess.Response) {
		for i := range r.Answers {
			r.Answers[i] = assess.Answer(r.Rubric.K() - 1)
		}
	}
	p := assess.NewPortfolio([]assess.Member{
		member(t, "a", strings.Repeat("Mountaineering ", 5), alone(t, "2026-03-04", all)),
	}, assess.ByName)
	var out bytes.Buffer
	if err := Portfolio(&out, p, Options{Width: 60}); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Split(out.String(), "\n"); !slices.ContainsFunc(lines, func(line string) bool {
		return strings.Contains(line, "coordination") && strings.HasSuffix(line, "first time")
	}) {
		t.Errorf("is\n%s", out.String())
	}
}
