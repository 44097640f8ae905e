package reports_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"collab/reports"
	"collab/reports/content"
	"collab/reports/reportstest"
	"collab/reports/screen"
)

// On the windows that people have, every assessment fits, and its steps are there.
func TestEveryAssessmentFitsItsScreen(t *testing.T) {
	for _, fix := range slices.Concat(reportstest.One, reportstest.Rooms, reportstest.Pages, reportstest.HostilePages()) {
		a := fix.Make(t)
		r := reports.Assessment(a, reports.Options{}).On(content.Board)
		for _, size := range []screen.Size{{Width: 60, Rows: 19}, {Width: 80, Rows: 23}, {Width: 120, Rows: 39}} {
			var b bytes.Buffer
			if err := screen.Write(&b, r, size); err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
			if len(lines) > size.Rows {
				t.Errorf("%s at %dx%d takes %d rows:\n%s", fix.Name, size.Width, size.Rows, len(lines), b.String())
			}
			for _, l := range lines {
				if w := ansi.StringWidth(l); w > size.Width {
					t.Errorf("%s at %d: %d columns: %q", fix.Name, size.Width, w, l)
				}
			}
			for i := range a.Actions {
				if lead := string(rune('1'+i)) + "  "; !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, " "+lead) }) {
					t.Errorf("%s at %dx%d lacks step %d:\n%s", fix.Name, size.Width, size.Rows, i+1, b.String())
				}
			}
		}
	}
}
