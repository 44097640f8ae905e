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
	{"80.txt", Terminal, Options{Width: 80}},
	{"60.txt", Terminal, Options{Width: 60, Rows: 16}},
	{"120.txt", Terminal, Options{Width: 120, Rows: 36}},
	{"lines.txt", Lines, Options{}},
	{"md", Markdown, Options{}},
}

func TestAReportTellsWhatChangedSinceTheLastTime(t *testing.T) {
	for _, fix := range comparisons {
		if !strings.Contains(" linked solo hands ", " "+fix.name+" ") {
			continue
		}
		c := fix.make(t)
		for _, f := range again {
			o := f.size
			o.Since, o.Seal = c, seal
			var b bytes.Buffer
			if err := f.render(&b, c.Now.Assessment, o); err != nil {
				t.Fatal(err)
			}
			golden(t, fix.name+".again."+f.ending, b.Bytes())
		}
	}
}

// Without an earlier assessment nothing is said, and the figures of a report are
// the same either way.
func TestARepeatedAssessmentHasTheSameFigures(t *testing.T) {
	c := comparisons[0].make(t)
	for _, f := range again {
		text := rendered(t, func(b *bytes.Buffer) error { return f.render(b, c.Now.Assessment, f.size) })
		if strings.Contains(text, "ince") && strings.Contains(text, "4 Mar") {
			t.Errorf("%s tells of an assessment that is not at hand", f.ending)
		}
	}
	for _, render := range []func(io.Writer, *assess.Assessment) error{LongTable, JSON} {
		if text := rendered(t, func(b *bytes.Buffer) error { return render(b, c.Now.Assessment) }); strings.Contains(text, "change") && strings.Contains(text, "then_date") {
			t.Error("the figures of a report hold those of a change")
		}
	}
}

func TestTheSummaryOfARepeatedAssessmentFitsOneScreen(t *testing.T) {
	for _, fix := range comparisons[:9] {
		c := fix.make(t)
		for _, o := range []Options{{Width: 80}, {Width: 60, Rows: 16}} {
			o.Since = c
			text := rendered(t, func(b *bytes.Buffer) error { return Terminal(b, c.Now.Assessment, o) })
			o.Since = nil
			once := rendered(t, func(b *bytes.Buffer) error { return Terminal(b, c.Now.Assessment, o) })
			if rows := strings.Count(text, "\n"); rows > max(o.rows(), strings.Count(once, "\n")) {
				t.Errorf("%s at %d: %d rows\n%s", fix.name, o.Width, rows, text)
			}
		}
	}
}
