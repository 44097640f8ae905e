package table

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"collab/assess"
	"collab/internal/strict"
	"collab/reports/reportstest"
)

var update = flag.Bool("update", false, "write the golden files")

// A rendering is one thing in one form; its name is that of its golden file.
type rendering struct {
	name string
	text string
}

// renderings are all fixtures in both forms.
func renderings(t *testing.T) []rendering {
	return slices.Concat(
		renderingsOf(t, slices.Concat(reportstest.One, reportstest.Rooms), "", CSV, JSON),
		renderingsOf(t, reportstest.Comparisons, ".diff", DiffCSV, DiffJSON),
		renderingsOf(t, reportstest.Courses, ".trend", TrendCSV, TrendJSON),
		renderingsOf(t, reportstest.Portfolios, ".portfolio", PortfolioCSV, PortfolioJSON),
	)
}

func renderingsOf[T any](t *testing.T, fixtures []reportstest.Fixture[T], of string, asCSV, asJSON func(io.Writer, T) error) []rendering {
	var all []rendering
	for _, fix := range fixtures {
		what := fix.Make(t)
		for ending, write := range map[string]func(io.Writer, T) error{".csv": asCSV, ".json": asJSON} {
			all = append(all, rendering{fix.Name + of + ending, rendered(t, func(b *bytes.Buffer) error { return write(b, what) })})
		}
	}
	return all
}

func rendered(t testing.TB, render func(*bytes.Buffer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := render(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The bytes are a stable interface: of every kind there is one to look at. A new one is
// made by an empty file of its name and -update.
func TestFiguresAreAsTheyWereLookedAt(t *testing.T) {
	seen := 0
	for _, r := range renderings(t) {
		path := filepath.Join("testdata", r.name)
		want, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		seen++
		if *update {
			want = []byte(r.text)
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if r.text != string(want) {
			t.Errorf("%s differs; look at it and run go test -update. Got:\n%s", path, r.text)
		}
	}
	if files, _ := filepath.Glob("testdata/*"); len(files) != seen {
		t.Errorf("%d files are compared, and testdata holds %d", seen, len(files))
	}
}

func TestTablesAreTidy(t *testing.T) {
	for _, r := range renderings(t) {
		if !strings.HasSuffix(r.name, ".csv") {
			continue
		}
		records, err := csv.NewReader(strings.NewReader(r.text)).ReadAll()
		if err != nil {
			t.Fatal(r.name, err)
		}
		seen := map[string]bool{}
		for _, row := range records[1:] {
			if key := fmt.Sprint(row[:5]); seen[key] || row[5] == "" || strings.HasPrefix(row[0], "=") {
				t.Errorf("%s: %v stands twice, is empty or is a formula", r.name, row)
			} else {
				seen[key] = true
			}
		}
	}
}

func TestNoFigureCarriesControls(t *testing.T) {
	for _, r := range renderings(t) {
		for _, c := range r.text {
			if c != '\n' && strict.Invisible(c) {
				t.Errorf("%s: %U", r.name, c)
			}
		}
	}
}

func TestAnAssessmentIsNotChanged(t *testing.T) {
	for _, fix := range slices.Concat(reportstest.One, reportstest.Rooms) {
		a, same := fix.Make(t), fix.Make(t)
		Rows(a)
		if !reflect.DeepEqual(a, same) {
			t.Errorf("%s: an assessment was changed", fix.Name)
		}
	}
}

// Fewer than five answers with a stage: how many, and nothing of which.
func TestWithheldCountsAreNotInTheTable(t *testing.T) {
	a := reportstest.RoomOfTwelve(t)
	q := a.Answers[a.Rubric.Index("transparency.costs")]
	if q.Label != assess.Withheld {
		t.Fatal("the question is not withheld")
	}
	for _, r := range Rows(a) {
		if r.ID == q.ID && !strings.Contains(" n dont_know does_not_apply label ", " "+r.Measure+" ") {
			t.Errorf("%s %s", r.Measure, r.Value.text)
		}
	}
}

func TestTreeAndTableHoldTheSame(t *testing.T) {
	for _, fix := range slices.Concat(reportstest.One, reportstest.Rooms) {
		a := fix.Make(t)
		var tree map[string]any
		d := json.NewDecoder(strings.NewReader(rendered(t, func(b *bytes.Buffer) error { return JSON(b, a) })))
		d.UseNumber()
		if err := d.Decode(&tree); err != nil {
			t.Fatal(fix.Name, err)
		}
		table := map[string]any{"association": a.Association, "date": a.Date.String()}
		for _, r := range Rows(a) {
			under(under(table, r.Kind), r.ID)[r.Measure] = asJSON(r.Value)
		}
		if !reflect.DeepEqual(tree, table) {
			t.Errorf("%s: the tree is\n%v\nthe table\n%v", fix.Name, tree, table)
		}
	}
}

func under(m map[string]any, key string) map[string]any {
	if m[key] == nil {
		m[key] = map[string]any{}
	}
	return m[key].(map[string]any)
}

func asJSON(v Value) any {
	switch v.is {
	case number:
		return json.Number(v.text)
	case list:
		var ids []any
		for _, id := range strings.Fields(v.text) {
			ids = append(ids, id)
		}
		return ids
	}
	return v.text
}

func TestTreesOfChangeHoldTheSameAsTheTables(t *testing.T) {
	for _, fix := range reportstest.Comparisons {
		c := fix.Make(t)
		var tree map[string]any
		read(t, rendered(t, func(b *bytes.Buffer) error { return DiffJSON(b, c) }), &tree)
		if table := asTree(c.Now.Association, c.Now.Date.String(), ChangeRows(c)); !reflect.DeepEqual(tree, table) {
			t.Errorf("%s: the tree is\n%v\nthe table\n%v", fix.Name, tree, table)
		}
	}
	for _, fix := range reportstest.Courses {
		s := fix.Make(t)
		var trees struct{ Assessments []map[string]any }
		read(t, rendered(t, func(b *bytes.Buffer) error { return TrendJSON(b, s) }), &trees)
		for i, p := range s.Points {
			if table := asTree(p.Head.Association, p.Head.Date.String(), pointRows(p)); !reflect.DeepEqual(trees.Assessments[i], table) {
				t.Errorf("%s: the tree is\n%v\nthe table\n%v", fix.Name, trees.Assessments[i], table)
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

// Of four people no format tells where they stand or how far they moved.
func TestWhereFourStandIsInNoFormat(t *testing.T) {
	want := []string{"then_date 2026-03-04", "n_then 4", "n_now 9", "verdict too_few", "stage_then cooperation", "stage_now coordination"}
	if got := measuresOf(reportstest.FourNotShown(t), "trust"); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// measuresOf are what the rows of a change say.
func measuresOf(c *assess.Comparison, id string) []string {
	var all []string
	for _, r := range ChangeRows(c) {
		if r.Kind == "change" && r.ID == id {
			all = append(all, r.Measure+" "+r.Value.text)
		}
	}
	return all
}

// The spectrum has a shift and an interval: never a verdict, a test or a p.
func TestTheSpectrumIsNeverJudged(t *testing.T) {
	for _, fix := range reportstest.Comparisons {
		for _, r := range ChangeRows(fix.Make(t)) {
			if r.Kind == "change" && r.ID == "spectrum" && strings.Contains(" p p_adjusted test verdict ", " "+r.Measure+" ") {
				t.Errorf("%s: the spectrum has a %s, %s", fix.Name, r.Measure, r.Value.text)
			}
		}
	}
}

func TestCellsAreNoFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@sum": "'@sum", "\t=1": "'=1", "\r=1": "'=1", "\u200b=1": "'=1", "＝1": "'＝1",
		"Northern Trails": "Northern Trails", "": "", "a=1": "a=1",
	} {
		if got := cell(text); got != want {
			t.Errorf("%q: %q; want %q", text, got, want)
		}
	}
}

// FuzzSafe holds the promises of safe.go for any text.
func FuzzSafe(f *testing.F) {
	for _, seed := range []string{"", "Northern Trails", "=cmd|' /c calc'!A1", "\x1b]8;;http://evil\x07x", "\u202eabc", "a\n# b", "\xff\xfe", "\t-1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if c := cell(text); startsFormula(c) || strings.ContainsFunc(c, unicode.IsControl) {
			t.Errorf("cell(%q) = %q", text, c)
		}
		var back string
		q := quoted(text)
		if err := json.Unmarshal([]byte(q), &back); err != nil || back != strings.ToValidUTF8(text, "\uFFFD") && utf8.ValidString(text) {
			t.Errorf("quoted(%q) = %s, read as %q, %v", text, q, back, err)
		}
		if strings.ContainsFunc(q, strict.Invisible) {
			t.Errorf("quoted(%q) = %s", text, q)
		}
	})
}
