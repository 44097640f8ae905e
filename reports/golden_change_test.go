package reports

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"testing"

	"collab/assess"
)

// changeFormats by the end of their golden file's name.
var changeFormats = []struct {
	ending string
	render func(io.Writer, *assess.Comparison, Options) error
	of     []string // fixtures; all where it is empty
}{
	{ending: "diff.txt", render: onScreens(Diff)},
	{ending: "diff.md", render: DiffMarkdown},
	{ending: "diff.lines.txt", render: DiffLines},
	{ending: "diff.csv", render: withoutOptions(DiffTable)},
	{ending: "diff.json", render: withoutOptions(DiffJSON), of: []string{"linked", "reworded", "hostile_change"}},
}

// withoutOptions is a renderer of figures, which has none.
func withoutOptions[T any](render func(io.Writer, T) error) func(io.Writer, T, Options) error {
	return func(w io.Writer, of T, _ Options) error { return render(w, of) }
}

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

func TestEveryFormatOfAChangeIsAsItWasLookedAt(t *testing.T) {
	for _, fix := range comparisons {
		c := fix.make(t)
		for _, f := range changeFormats {
			if len(f.of) > 0 && !slices.Contains(f.of, fix.name) {
				continue
			}
			t.Run(fix.name+"."+f.ending, func(t *testing.T) {
				var b bytes.Buffer
				if err := f.render(&b, c, Options{Seal: seal}); err != nil {
					t.Fatal(err)
				}
				golden(t, fix.name+"."+f.ending, b.Bytes())
			})
		}
	}
}
