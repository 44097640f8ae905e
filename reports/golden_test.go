package reports

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
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

// screens shows the terminal form at the sizes that people have.
func screens(w io.Writer, a *assess.Assessment, o Options) error {
	for _, size := range []Options{{Width: 80}, {Width: 60, Rows: 16}, {Width: 120, Rows: 36}} {
		fmt.Fprintf(w, "--- %d columns\n", size.Width)
		if err := Terminal(w, a, size); err != nil {
			return err
		}
	}
	return nil
}

// formats by the end of their golden file's name.
var formats = []struct {
	ending string
	render func(io.Writer, *assess.Assessment, Options) error
	of     []string // fixtures; all where it is empty
}{
	{ending: "screens.txt", render: screens},
	{ending: "report.md", render: Markdown},
	{ending: "lines.txt", render: Lines, of: []string{"complete", "incomplete", "hostile"}},
	{ending: "csv", render: longTable, of: []string{"complete", "incomplete", "hostile", "no_joint_work"}},
	{ending: "json", render: tree, of: []string{"complete", "incomplete", "hostile"}},
}

func longTable(w io.Writer, a *assess.Assessment, _ Options) error { return LongTable(w, a) }
func tree(w io.Writer, a *assess.Assessment, _ Options) error      { return JSON(w, a) }

func TestEveryFormatIsAsItWasLookedAt(t *testing.T) {
	for _, fix := range fixtures {
		a := fix.make(t)
		for _, f := range formats {
			if len(f.of) > 0 && !slices.Contains(f.of, fix.name) {
				continue
			}
			t.Run(fix.name+"."+f.ending, func(t *testing.T) {
				var b bytes.Buffer
				if err := f.render(&b, a, Options{Seal: seal}); err != nil {
					t.Fatal(err)
				}
				golden(t, fix.name+"."+f.ending, b.Bytes())
			})
		}
	}
}

func TestQuestionnaireIsAsItWasLookedAt(t *testing.T) {
	for _, width := range []int{60, 80} {
		var b bytes.Buffer
		if err := Questionnaire(&b, smallRubric(t, 7, "en"), Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		golden(t, fmt.Sprintf("questionnaire.%d.txt", width), b.Bytes())
	}
}

func BenchmarkReports(b *testing.B) {
	a := assessed(complete(b))
	for b.Loop() {
		for _, render := range []func(io.Writer, *assess.Assessment, Options) error{Terminal, Markdown, Lines, longTable, tree} {
			if err := render(io.Discard, a, Options{Seal: seal}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
