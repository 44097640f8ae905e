package reports

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"testing"

	"collab/assess"
)

// roomFormats by the end of their golden file's name.
var roomFormats = []struct {
	ending string
	render func(io.Writer, *assess.Assessment, Options) error
	of     []string // rooms; all where it is empty
}{
	{ending: "screens.txt", render: screens},
	{ending: "report.md", render: Markdown},
	{ending: "lines.txt", render: Lines, of: []string{"room", "room_named", "room_hands", "room_after_talking", "room_silent"}},
	{ending: "csv", render: longTable, of: []string{"room", "room_named", "room_hands"}},
	{ending: "json", render: tree, of: []string{"room", "room_hands"}},
	{ending: "agenda.txt", render: agendas, of: []string{"room", "room_of_six", "room_named", "room_hands", "room_alike", "room_after_talking", "room_silent", "room_hostile"}},
	{ending: "agenda.md", render: AgendaMarkdown, of: []string{"room", "room_after_talking", "room_alike", "room_hostile"}},
}

// agendas shows what to talk about at the sizes that people have.
func agendas(w io.Writer, a *assess.Assessment, o Options) error {
	for _, size := range sizes {
		fmt.Fprintf(w, "--- %d columns\n", size.Width)
		if err := Agenda(w, a, size); err != nil {
			return err
		}
	}
	return nil
}

// sizes are those of a projector, a narrow window and a wide one.
var sizes = []Options{{Width: 80}, {Width: 60, Rows: 16}, {Width: 120, Rows: 36}}

func TestEveryFormatOfARoomIsAsItWasLookedAt(t *testing.T) {
	for _, fix := range rooms {
		a := fix.make(t)
		for _, f := range roomFormats {
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
