package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
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
		c := fix.make(t)
		all = append(all, shape{fix.name, func(w io.Writer, o Options) error { return diff(w, c, o) }})
	}
	for _, fix := range courses {
		s := fix.make(t)
		all = append(all, shape{fix.name, func(w io.Writer, o Options) error { return trend(w, s, o) }})
	}
	for _, fix := range portfolios {
		p := fix.make(t)
		all = append(all, shape{fix.name, func(w io.Writer, o Options) error { return portfolio(w, p, o) }})
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
		shapesOf(t, withoutOptions(DiffTable), withoutOptions(TrendTable), withoutOptions(PortfolioTable)),
		shapesOf(t, withoutOptions(DiffJSON), withoutOptions(TrendJSON), withoutOptions(PortfolioJSON)),
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

func TestTablesOfChangeAreTidy(t *testing.T) {
	for _, s := range shapesOf(t, withoutOptions(DiffTable), withoutOptions(TrendTable), withoutOptions(PortfolioTable)) {
		records, err := csv.NewReader(strings.NewReader(s.text(t, Options{}))).ReadAll()
		if err != nil {
			t.Fatal(s.name, err)
		}
		seen := map[string]bool{}
		for _, r := range records[1:] {
			if key := fmt.Sprint(r[:5]); seen[key] || r[5] == "" || strings.ContainsAny(r[0]+" ", "\t\r") || strings.HasPrefix(r[0], "=") {
				t.Errorf("%s: %v stands twice, is empty or is a formula", s.name, r)
			} else {
				seen[key] = true
			}
		}
	}
}

func TestTreesOfChangeHoldTheSameAsTheTables(t *testing.T) {
	for _, fix := range comparisons {
		c := fix.make(t)
		var tree map[string]any
		read(t, rendered(t, func(b *bytes.Buffer) error { return DiffJSON(b, c) }), &tree)
		if table := asTree(c.Now.Association, c.Now.Date.String(), ChangeRows(c)); !reflect.DeepEqual(tree, table) {
			t.Errorf("%s: the tree is\n%v\nthe table\n%v", fix.name, tree, table)
		}
	}
	for _, fix := range courses {
		s := fix.make(t)
		var trees struct{ Assessments []map[string]any }
		read(t, rendered(t, func(b *bytes.Buffer) error { return TrendJSON(b, s) }), &trees)
		for i, p := range s.Points {
			if table := asTree(p.Head.Association, p.Head.Date.String(), pointRows(p)); !reflect.DeepEqual(trees.Assessments[i], table) {
				t.Errorf("%s: the tree is\n%v\nthe table\n%v", fix.name, trees.Assessments[i], table)
			}
		}
	}
}

func read(t testing.TB, text string, into any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		t.Fatal(err)
	}
}

func asTree(association, date string, rows []Row) map[string]any {
	table := map[string]any{"association": association, "date": date}
	for _, r := range rows {
		under(under(table, r.Kind), r.ID)[r.Measure] = asJSON(r.Value)
	}
	return table
}

func TestRenderingAChangeChangesNothing(t *testing.T) {
	for _, fix := range comparisons {
		c, same := fix.make(t), fix.make(t)
		for _, f := range changeFormats {
			first := rendered(t, func(b *bytes.Buffer) error { return f.render(b, c, Options{}) })
			if again := rendered(t, func(b *bytes.Buffer) error { return f.render(b, c, Options{}) }); again != first {
				t.Errorf("%s.%s is another the second time", fix.name, f.ending)
			}
		}
		if !reflect.DeepEqual(ChangeRows(c), ChangeRows(same)) {
			t.Errorf("%s: a comparison was changed", fix.name)
		}
	}
}

// Every figure of a change is a field of the comparison: with those taken from it,
// no decimals are left.
func TestNoDecimalsOfChangeButThoseOfTheComparison(t *testing.T) {
	for _, fix := range comparisons {
		c := fix.make(t)
		text := rendered(t, func(b *bytes.Buffer) error { return DiffMarkdown(b, c, Options{}) })
		known := []string{assess.SoloMoved.String(), assess.SoloMovedOfTwo.String()}
		changes := c.Changes()
		if c.AllTraits != nil {
			changes = append(changes, *c.AllTraits)
		}
		for _, ch := range changes {
			known = append(known, ch.Then.String(), ch.Now.String())
			for _, s := range []assess.Shift{ch.Shift, ch.Low, ch.High} {
				known = append(known, strings.Trim(s.String(), "-"))
			}
		}
		for _, figure := range regexp.MustCompile(`\b\d\.\d\d\b`).FindAllString(text, -1) {
			if !slices.Contains(known, figure) {
				t.Errorf("%s: %s is no field of the comparison", fix.name, figure)
			}
		}
	}
}

// Of four people no format tells where they stand or how far they moved.
func TestWhereFourStandIsInNoFormat(t *testing.T) {
	want := []string{"then_date 2026-03-04", "n_then 4", "n_now 9", "verdict too_few", "stage_then cooperation", "stage_now coordination"}
	if got := measuresOf(fourNotShown(t), "trust"); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// measuresOf are what the rows of a change say.
func measuresOf(c *assess.Comparison, id string) []string {
	var all []string
	for _, r := range ChangeRows(c) {
		if r.Kind == "change" && r.ID == id {
			all = append(all, r.Measure+" "+r.Value.String())
		}
	}
	return all
}

// Of the linked people no format tells where they stand while one to four others
// have a position: how far they moved is told in tenths.
func TestWhoIsInNoPairIsInNoFormat(t *testing.T) {
	c := leftOutAndOtherRoles(t)
	want := []string{"then_date 2026-03-04", "shift 0.7", "p 0.008", "p_adjusted 0.008", "test linked", "pairs 8", "verdict moved", "stage_then cooperation", "stage_now cooperation"}
	if got := measuresOf(c, "trust"); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	earlier, later := said(t, then, 12)[2:10], said(t, now, 12, rises)[2:10] // the linked people alone
	for _, exact := range compared(sideWith(t, 0, earlier), sideWith(t, 0, later)).Changes() {
		for _, s := range shapesOf(t, Diff, Trend, Portfolio) {
			for _, figure := range []string{exact.Then.String(), exact.Now.String(), exact.Shift.Signed()} {
				if s.name == "left_out" && strings.Contains(s.text(t, Options{Width: 120}), figure) {
					t.Errorf("%s of %s stands there", figure, exact.Dimension.ID)
				}
			}
		}
	}
}

// The rows of one comparison of each kind, as the long table names them.
func TestMeasuresOfAChange(t *testing.T) {
	for _, c := range []struct {
		name, id, want string
	}{
		{"linked", "trust", "then_date then now shift low high p p_adjusted test pairs verdict stage_then stage_now"},
		{"unlinked", "trust", "then_date then now shift low high p p_adjusted test n_then n_now verdict stage_then stage_now"},
		{"records", "trust", "then_date then now shift low high p p_adjusted test n_then n_now verdict stage_then stage_now"},
		{"records", "transparency", "then_date then now shift verdict stage_then stage_now"},
		{"records", "spectrum", "then_date then now shift low high n_then n_now stage_then stage_now"},
		{"too_few", "trust", "then_date then now shift n_then verdict stage_then stage_now"},
		{"solo", "trust", "then_date then now shift test verdict stage_then stage_now"},
		{"solo", "all_traits", "then_date then now shift test verdict"},
		{"lengths", "trust", "then_date then now shift test verdict"},
		{"against_group", "trust", "then_date verdict stage_then stage_now"},
		{"hands", "trust", "then_date then now shift verdict stage_then stage_now"},
		{"reworded", "trust", "then_date then now shift verdict stage_then stage_now"},
	} {
		i := slices.IndexFunc(comparisons, func(f fixture[*assess.Comparison]) bool { return f.name == c.name })
		var got []string
		for _, m := range measuresOf(comparisons[i].make(t), c.id) {
			measure, _, _ := strings.Cut(m, " ")
			got = append(got, measure)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s, %s: %v\nwant %s", c.name, c.id, got, c.want)
		}
	}
}

// The spectrum has a shift and an interval: never a verdict, a test or a p.
func TestTheSpectrumIsNeverJudged(t *testing.T) {
	for _, fix := range comparisons {
		for _, r := range ChangeRows(fix.make(t)) {
			if r.Kind == "change" && r.ID == "spectrum" && strings.Contains(" p p_adjusted test verdict ", " "+r.Measure+" ") {
				t.Errorf("%s: the spectrum has a %s, %s", fix.name, r.Measure, r.Value)
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
