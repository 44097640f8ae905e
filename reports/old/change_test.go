package reports

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
	"collab/internal/strict"
)

// A shape is something that changes, in a format with options.
type shape struct {
	name   string
	render func(io.Writer, Options) error
}

// screensOfChange are all fixtures of change, drawn.
func screensOfChange(t testing.TB) []shape { return shapesOf(t, Diff, Trend, Portfolio) }

// shapesOf are all fixtures of change in one format.
func shapesOf(t testing.TB, diff func(io.Writer, *assess.Comparison, Options) error,
	trend func(io.Writer, *assess.Series, Options) error, portfolio func(io.Writer, *assess.Portfolio, Options) error) []shape {
	var all []shape
	for _, fix := range comparisons {
		c := fix.Make(t)
		all = append(all, shape{fix.Name, func(w io.Writer, o Options) error { return diff(w, c, o) }})
	}
	for _, fix := range courses {
		s := fix.Make(t)
		all = append(all, shape{fix.Name, func(w io.Writer, o Options) error { return trend(w, s, o) }})
	}
	for _, fix := range portfolios {
		p := fix.Make(t)
		all = append(all, shape{fix.Name, func(w io.Writer, o Options) error { return portfolio(w, p, o) }})
	}
	return all
}

func (s shape) text(t testing.TB, o Options) string {
	return rendered(t, func(b *bytes.Buffer) error { return s.render(b, o) })
}

func TestNoScreenOfChangeIsWiderThanItsTerminal(t *testing.T) {
	for _, s := range screensOfChange(t) {
		for width := 40; width <= 160; width += 3 {
			for _, line := range strings.Split(s.text(t, Options{Width: width}), "\n") {
				if w := ansi.StringWidth(line); w > width {
					t.Fatalf("%s at %d: %d columns: %q", s.name, width, w, line)
				}
			}
		}
	}
}

func TestColorOnlyAddsToChange(t *testing.T) {
	for _, s := range screensOfChange(t) {
		for _, width := range []int{60, 80, 120} {
			plain, colored := s.text(t, Options{Width: width}), s.text(t, Options{Width: width, Color: true})
			if strings.Contains(plain, "\x1b") || !strings.Contains(colored, "\x1b") {
				t.Errorf("%s at %d: escapes without color, or none with it", s.name, width)
			}
			if ansi.Strip(colored) != plain {
				t.Errorf("%s at %d: color changes the text:\n%s\n%s", s.name, width, ansi.Strip(colored), plain)
			}
		}
	}
}

func TestLinesOfChangeAreShortAndPlain(t *testing.T) {
	for _, s := range shapesOf(t, DiffLines, TrendLines, PortfolioLines) {
		own := !strings.Contains(" hostile_change other_rubric two_stages_course seven_stages_course hostile_course seven ", " "+s.name+" ")
		for _, line := range strings.Split(s.text(t, Options{}), "\n") {
			if ansi.StringWidth(line) > widestLine || own && strings.ContainsFunc(line, func(r rune) bool { return r > unicode.MaxASCII }) {
				t.Errorf("%s: %q", s.name, line)
			}
		}
	}
}

func TestNoFormatOfChangeCarriesControls(t *testing.T) {
	for _, shapes := range [][]shape{
		screensOfChange(t),
		shapesOf(t, DiffLines, TrendLines, PortfolioLines),
		shapesOf(t, DiffMarkdown, TrendMarkdown, PortfolioMarkdown),
	} {
		for _, s := range shapes {
			for _, r := range strings.ReplaceAll(s.text(t, Options{}), string(wordJoiner), "") {
				if r != '\n' && strict.Invisible(r) {
					t.Errorf("%s: %U", s.name, r)
				}
			}
		}
	}
}

func TestRenderingAChangeChangesNothing(t *testing.T) {
	for _, fix := range comparisons {
		c := fix.Make(t)
		for _, f := range changeFormats {
			first := rendered(t, func(b *bytes.Buffer) error { return f.render(b, c, Options{}) })
			if again := rendered(t, func(b *bytes.Buffer) error { return f.render(b, c, Options{}) }); again != first {
				t.Errorf("%s.%s is another the second time", fix.Name, f.ending)
			}
		}
	}
}

// Every figure of a change is a field of the comparison: with those taken from it,
// no decimals are left.
func TestNoDecimalsOfChangeButThoseOfTheComparison(t *testing.T) {
	for _, fix := range comparisons {
		c := fix.Make(t)
		text := rendered(t, func(b *bytes.Buffer) error { return DiffMarkdown(b, c, Options{}) })
		known := []string{assess.SoloMoved.String(), assess.SoloMovedOfTwo.String()}
		for _, ch := range c.Changes() {
			known = append(known, ch.Then.String(), ch.Now.String())
			for _, s := range []assess.Shift{ch.Shift, ch.Low, ch.High} {
				known = append(known, strings.Trim(s.String(), "-"))
			}
		}
		for _, figure := range regexp.MustCompile(`\b\d\.\d\d\b`).FindAllString(text, -1) {
			if !slices.Contains(known, figure) {
				t.Errorf("%s: %s is no field of the comparison", fix.Name, figure)
			}
		}
	}
}

func TestChancesAreWrittenAsPapersDo(t *testing.T) {
	for p, want := range map[float64]string{1: "1.000", .5: ".500", .0625: ".063", .0499: ".050", .001: ".001", .00099: "< .001", 0: "< .001"} {
		if got := chance(p); got != want {
			t.Errorf("%v: %q, want %q", p, got, want)
		}
	}
}

func TestAWayHasItsTwoEnds(t *testing.T) {
	r := rail{stages: 4, width: 13, glyphs: boxGlyphs}
	for _, c := range []struct {
		then, now assess.Position
		want      string
	}{
		{100, 400, "○━━━┿━━━┿━━━●"},
		{400, 100, "●━━━┿━━━┿━━━○"},
		{250, 275, "├───┼─○●┼───┤"},
		{200, 201, "├───●───┼───┤"},
	} {
		if got := r.travel(c.then, c.now); got != c.want {
			t.Errorf("%s to %s: %s, want %s", c.then, c.now, got, c.want)
		}
	}
}

func TestSparksAreAsHighAsThePosition(t *testing.T) {
	for _, c := range []struct {
		p    assess.Position
		k    int
		want rune
	}{{0, 4, '·'}, {100, 4, '▁'}, {400, 4, '█'}, {250, 4, '▅'}, {200, 2, '█'}, {700, 7, '█'}, {101, 7, '▁'}} {
		if got := spark(c.p, c.k); got != c.want {
			t.Errorf("%s of %d: %c, want %c", c.p, c.k, got, c.want)
		}
	}
}

func TestWordsThatHaveNoRoomAreCounted(t *testing.T) {
	words := []string{"▲ trust", "▼ values", "△ openness"}
	for width, want := range map[int]string{40: "▲ trust, ▼ values, △ openness", 28: "▲ trust, ▼ values +1", 12: "▲ trust +2", 8: "▲ tr… +2", 0: ""} {
		if got := string(fitted(words, width)); got != want {
			t.Errorf("%d columns: %q, want %q", width, got, want)
		}
	}
}
