package reports

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"collab/assess"
)

// again are reports of a repeated assessment.
var again = []struct {
	ending string
	render func(io.Writer, *assess.Assessment, Options) error
	size   Options
}{
	{"screen.txt", Terminal, Options{Width: 80, Rows: 1000}},
	{"lines.txt", Lines, Options{}},
	{"md", Markdown, Options{}},
}

// Without an earlier assessment nothing is said, and the figures of a report are
// the same either way.
func TestARepeatedAssessmentHasTheSameFigures(t *testing.T) {
	c := comparisons[0].Make(t)
	for _, f := range again {
		text := rendered(t, func(b *bytes.Buffer) error { return f.render(b, c.Now.Assessment, f.size) })
		if strings.Contains(text, "ince") && strings.Contains(text, "4 Mar") {
			t.Errorf("%s tells of an assessment that is not at hand", f.ending)
		}
	}
}

func TestTheSummaryOfARepeatedAssessmentFitsOneScreen(t *testing.T) {
	for _, fix := range comparisons[:9] {
		c := fix.Make(t)
		for _, o := range []Options{{Width: 80}, {Width: 60, Rows: 16}} {
			o.Since = c
			text := rendered(t, func(b *bytes.Buffer) error { return Terminal(b, c.Now.Assessment, o) })
			o.Since = nil
			once := rendered(t, func(b *bytes.Buffer) error { return Terminal(b, c.Now.Assessment, o) })
			if rows := strings.Count(text, "\n"); rows > max(o.rows(), strings.Count(once, "\n")) {
				t.Errorf("%s at %d: %d rows\n%s", fix.Name, o.Width, rows, text)
			}
		}
	}
}
