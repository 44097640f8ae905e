package reports

import (
	"bytes"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
)

func rendered(t testing.TB, render func(*bytes.Buffer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := render(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// every is longer for a room, whose screen takes longer to set.
func every(a *assess.Assessment, width int) int {
	if a.Mode != assess.Solo {
		return 3 * width
	}
	return width
}

func TestNoScreenIsWiderThanItsTerminal(t *testing.T) {
	for _, fix := range slices.Concat(fixtures, rooms) {
		a := fix.Make(t)
		for width := 60; width <= 200; width += every(a, 4) {
			text := rendered(t, func(b *bytes.Buffer) error { return Terminal(b, a, Options{Width: width}) })
			for _, line := range strings.Split(text, "\n") {
				if w := ansi.StringWidth(line); w > width {
					t.Fatalf("%s at %d: %d columns: %q", fix.Name, width, w, line)
				}
			}
		}
	}
}

func TestRailsStandUnderOneAnother(t *testing.T) {
	for _, fix := range slices.Concat(fixtures, rooms) {
		a := fix.Make(t)
		for width := 60; width <= 200; width += every(a, 7) {
			text := rendered(t, func(b *bytes.Buffer) error { return Terminal(b, a, Options{Width: width}) })
			ends := map[int]bool{}
			for _, line := range strings.Split(text, "\n") {
				if at := strings.LastIndexAny(line, "┤"); at >= 0 {
					ends[ansi.StringWidth(line[:at])] = true
				}
			}
			if len(ends) > 1 {
				t.Errorf("%s at %d: rails end at %v", fix.Name, width, ends)
			}
		}
	}
}

func TestTheSummaryFitsOneScreen(t *testing.T) {
	for _, size := range []Options{{Width: 80}, {Width: 60, Rows: 16}} {
		for _, fix := range slices.Concat(fixtures[:6], rooms) {
			text := rendered(t, func(b *bytes.Buffer) error { return Terminal(b, fix.Make(t), size) })
			if rows := strings.Count(text, "\n"); rows > size.rows() {
				t.Errorf("%s at %d: %d rows", fix.Name, size.Width, rows)
			}
		}
	}
}

// TestTheNextStepsAreCutLast: on the windows that people have, they stand there; a
// step of three lines may lack its end.
func TestTheNextStepsAreCutLast(t *testing.T) {
	for _, size := range []Options{{Width: 80, Rows: 23}, {Width: 60, Rows: 19}} {
		for _, fix := range slices.Concat(fixtures[:6], rooms) {
			a := fix.Make(t)
			text := rendered(t, func(b *bytes.Buffer) error { return Terminal(b, a, size) })
			bare := func(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), "")) }
			for _, act := range a.Actions {
				if step := ansi.Truncate(Plain(act.Step), 50, ""); !strings.Contains(bare(text), bare(step)) {
					t.Errorf("%s at %dx%d lacks %q:\n%s", fix.Name, size.Width, size.Rows, step, text)
				}
			}
		}
	}
}

func TestColorOnlyAdds(t *testing.T) {
	for _, fix := range slices.Concat(fixtures, rooms) {
		a := fix.Make(t)
		plain := rendered(t, func(b *bytes.Buffer) error { return Terminal(b, a, Options{}) })
		colored := rendered(t, func(b *bytes.Buffer) error { return Terminal(b, a, Options{Color: true}) })
		if strings.Contains(plain, "\x1b") || !strings.Contains(colored, "\x1b") {
			t.Errorf("%s: escapes without color, or none with it", fix.Name)
		}
		if ansi.Strip(colored) != plain {
			t.Errorf("%s: color changes the text", fix.Name)
		}
	}
}

func TestLinesAreShortAndPlain(t *testing.T) {
	for _, fix := range fixtures[:3] {
		text := rendered(t, func(b *bytes.Buffer) error { return Lines(b, fix.Make(t), Options{}) })
		for _, line := range strings.Split(text, "\n") {
			if len(line) > widestLine || strings.ContainsFunc(line, func(r rune) bool { return r > unicode.MaxASCII }) {
				t.Errorf("%s: %q", fix.Name, line)
			}
		}
	}
}

func TestRenderingChangesNothing(t *testing.T) {
	for _, fix := range slices.Concat(fixtures, rooms) {
		a, same := fix.Make(t), fix.Make(t)
		for _, f := range formats {
			for range 2 {
				rendered(t, func(b *bytes.Buffer) error { return f.render(b, a, Options{}) })
			}
		}
		if !reflect.DeepEqual(a, same) {
			t.Errorf("%s: an assessment was changed", fix.Name)
		}
	}
}

// Every figure in a report is a field of the assessment: with the positions
// taken from it, no decimals are left.
func TestNoDecimalsButThoseOfTheAssessment(t *testing.T) {
	for _, fix := range fixtures[:2] {
		a := fix.Make(t)
		text := rendered(t, func(b *bytes.Buffer) error { return Markdown(b, a, Options{}) })
		for _, p := range figures(a) {
			text = strings.ReplaceAll(text, p.String(), "")
		}
		if left := regexp.MustCompile(`\b\d\.\d\d\b`).FindAllString(text, -1); left != nil {
			t.Errorf("%s: %v", fix.Name, left)
		}
	}
}

func figures(a *assess.Assessment) []assess.Position {
	all := []assess.Position{a.Spectrum.Position}
	for _, t := range a.Traits {
		all = append(all, t.Position, t.Within, t.Between)
	}
	return all
}

func TestALabelNeverTouchesAnother(t *testing.T) {
	for _, labels := range [][]string{
		{"a", "b"},
		{"single-handed", "cooperation", "coordination", "collaboration"},
		{"first", "a very long name of the second stage", "x", "y", "another long name", "z", "last"},
		{"協力", "調整", "協働している段階"},
	} {
		r := rail{stages: len(labels), apart: 2, glyphs: boxGlyphs}
		for r.width = r.room(labels); r.width < 150; r.width++ {
			axis := r.axis(labels)
			if ansi.StringWidth(axis) > r.width || !reflect.DeepEqual(regexp.MustCompile(` {2,}`).Split(strings.TrimSpace(axis), -1), labels) {
				t.Errorf("%d columns: %q", r.width, axis)
			}
		}
	}
}
