package reports

import (
	"bytes"
	"io"
	"slices"
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

func TestAReportTellsWhatChangedSinceTheLastTime(t *testing.T) {
	for _, fix := range comparisons {
		if !strings.Contains(" linked solo hands ", " "+fix.Name+" ") {
			continue
		}
		c := fix.Make(t)
		for _, f := range again {
			once := rendered(t, func(b *bytes.Buffer) error { return f.render(b, c.Now.Assessment, f.size) })
			f.size.Since = c
			text := rendered(t, func(b *bytes.Buffer) error { return f.render(b, c.Now.Assessment, f.size) })
			golden(t, fix.Name+".since."+f.ending, added(once, text))
		}
	}
}

// added are the lines that only the second text has.
func added(once, again string) []byte {
	before := strings.Split(once, "\n")
	var lines []string
	for _, l := range strings.Split(again, "\n") {
		if l == "" || !slices.Contains(before, l) {
			lines = append(lines, l)
		}
	}
	return tidied([]byte(strings.Trim(strings.Join(lines, "\n"), "\n")))
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
