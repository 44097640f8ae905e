package reports

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"collab/assess"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares with testdata/name.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; look at it and run go test -update. Got:\n%s", path, got)
	}
}

const seal = "3f9a1c22aa10"

// A rendition is one way to show a T, by the end of its golden files' names.
type rendition[T any] struct {
	ending string
	render func(io.Writer, T, Options) error
	of     []string // fixtures; all where it is empty
}

// asLookedAt compares each rendition of fixtures with its golden file.
func asLookedAt[T any](t *testing.T, fixtures []fixture[T], renditions []rendition[T]) {
	for _, fix := range fixtures {
		of := fix.Make(t)
		for _, f := range renditions {
			if len(f.of) > 0 && !slices.Contains(f.of, fix.Name) {
				continue
			}
			t.Run(fix.Name+"."+f.ending, func(t *testing.T) {
				var b bytes.Buffer
				if err := f.render(&b, of, Options{Seal: seal}); err != nil {
					t.Fatal(err)
				}
				golden(t, fix.Name+"."+f.ending, b.Bytes())
			})
		}
	}
}

// sizes are those of a projector, a narrow window and a wide one.
var sizes = []Options{{Width: 80}, {Width: 60, Rows: 16}, {Width: 120, Rows: 36}}

// onScreens shows something at the sizes that people have.
func onScreens[T any](render func(io.Writer, T, Options) error) func(io.Writer, T, Options) error {
	return func(w io.Writer, of T, _ Options) error {
		for _, size := range sizes {
			fmt.Fprintf(w, "--- %d columns\n", size.Width)
			if err := render(w, of, size); err != nil {
				return err
			}
		}
		return nil
	}
}

// withoutOptions is a renderer of figures, which has none.
func withoutOptions[T any](render func(io.Writer, T) error) func(io.Writer, T, Options) error {
	return func(w io.Writer, of T, _ Options) error { return render(w, of) }
}

// formats are those of one person's assessment.
var formats = []rendition[*assess.Assessment]{
	{ending: "screens.txt", render: onScreens(Terminal)},
	{ending: "report.md", render: Markdown},
	{ending: "lines.txt", render: Lines, of: []string{"complete", "incomplete", "hostile"}},
}

// roomFormats are those of a room's.
var roomFormats = []rendition[*assess.Assessment]{
	{ending: "screens.txt", render: onScreens(Terminal)},
	{ending: "report.md", render: Markdown},
	{ending: "lines.txt", render: Lines, of: []string{"room", "room_named", "room_hands", "room_after_talking", "room_silent"}},
	{ending: "agenda.txt", render: onScreens(Agenda), of: []string{"room", "room_of_six", "room_named", "room_hands", "room_alike", "room_after_talking", "room_silent", "room_hostile"}},
	{ending: "agenda.md", render: AgendaMarkdown, of: []string{"room", "room_after_talking", "room_alike", "room_hostile"}},
}

func TestTheAgendaIsAsItWasLookedAt(t *testing.T) {
	asLookedAt(t, rooms, slices.DeleteFunc(slices.Clone(roomFormats), func(f rendition[*assess.Assessment]) bool { return !strings.HasPrefix(f.ending, "agenda") }))
}

// changeFormats are those of a comparison.
var changeFormats = []rendition[*assess.Comparison]{
	{ending: "diff.txt", render: onScreens(Diff)},
	{ending: "diff.md", render: DiffMarkdown},
	{ending: "diff.lines.txt", render: DiffLines},
}

func TestEveryFormatOfAChangeIsAsItWasLookedAt(t *testing.T) {
	asLookedAt(t, comparisons, changeFormats)
}

// seriesFormats are those of a series.
var seriesFormats = []rendition[*assess.Series]{
	{ending: "trend.txt", render: onScreens(Trend)},
	{ending: "trend.lines.txt", render: TrendLines, of: []string{"once", "twice", "five_times", "hostile_course"}},
	{ending: "trend.md", render: TrendMarkdown},
}

func TestEveryFormatOfASeriesIsAsItWasLookedAt(t *testing.T) { asLookedAt(t, courses, seriesFormats) }

// portfolioFormats are those of several associations.
var portfolioFormats = []rendition[*assess.Portfolio]{
	{ending: "portfolio.txt", render: onScreens(Portfolio)},
	{ending: "portfolio.lines.txt", render: PortfolioLines},
	{ending: "portfolio.md", render: PortfolioMarkdown},
}

func TestEveryFormatOfAPortfolioIsAsItWasLookedAt(t *testing.T) {
	asLookedAt(t, portfolios, portfolioFormats)
}

func BenchmarkReports(b *testing.B) {
	a := assessed(complete(b))
	for b.Loop() {
		for _, render := range []func(io.Writer, *assess.Assessment, Options) error{Terminal, Markdown, Lines} {
			if err := render(io.Discard, a, Options{Seal: seal}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
