package screen

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"collab/reports/content"
)

var update = flag.Bool("update", false, "write the golden files")

// windows are those that people have, less a row for what they type next.
var windows = []Size{{Width: 60, Rows: 19}, {Width: 80, Rows: 23}, {Width: 120, Rows: 39}}

func shown(t testing.TB, r content.Report, s Size) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestScreensAreAsTheyWereLookedAt(t *testing.T) {
	for name, r := range map[string]content.Report{"profile": guild(), "change": yearLater()} {
		var all strings.Builder
		for _, s := range windows {
			fmt.Fprintf(&all, "--- %d columns, %d rows\n%s", s.Width, s.Rows+1, shown(t, r, s))
		}
		path := filepath.Join("testdata", name+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(all.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(path); err != nil || string(want) != all.String() {
			t.Errorf("%s differs (%v); look at it and run go test -update. Got:\n%s", path, err, all.String())
		}
	}
}

func TestNoScreenIsWiderOrTallerThanItsTerminal(t *testing.T) {
	for width := 40; width <= 160; width++ {
		for _, r := range []content.Report{guild(), yearLater()} {
			for rows := 16; rows <= 50; rows += 7 {
				lines := strings.Split(strings.TrimSuffix(shown(t, r, Size{Width: width, Rows: rows}), "\n"), "\n")
				if width >= 60 && len(lines) > rows {
					t.Fatalf("%dx%d: %d rows", width, rows, len(lines))
				}
				for _, l := range lines {
					if w := ansi.StringWidth(l); w > width {
						t.Fatalf("%d columns: %d: %q", width, w, l)
					}
				}
			}
		}
	}
}

func TestColorOnlyAdds(t *testing.T) {
	for _, s := range windows {
		for _, r := range []content.Report{guild(), yearLater()} {
			plain := shown(t, r, s)
			painted := s
			painted.Color = true
			colored := shown(t, r, painted)
			if strings.Contains(plain, "\x1b") || !strings.Contains(colored, "\x1b") {
				t.Errorf("%d columns: escapes without color, or none with it", s.Width)
			}
			if got := unblanked(ansi.Strip(colored)); got != unblanked(plain) {
				t.Errorf("%d columns: color changes the text:\n%s\n%s", s.Width, got, plain)
			}
		}
	}
}

// unblanked has no blanks before the end of a line.
func unblanked(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

// Steps are there on the smallest window that people have.
func TestStepsAreCutLast(t *testing.T) {
	for _, s := range append(slices.Clone(windows), Size{Width: 60, Rows: 12}) {
		text := strings.Join(strings.Fields(shown(t, guild(), s)), " ")
		for _, step := range []string{"1 Ask another association", "2 Ask both boards", "3 Agree who may"} {
			if !strings.Contains(text, step) {
				t.Errorf("%dx%d lacks %q", s.Width, s.Rows, step)
			}
		}
	}
}

// A taller window says all that a shorter one says.
func TestMoreRowsSayMore(t *testing.T) {
	for _, r := range []content.Report{guild(), yearLater()} {
		before := 0
		for rows := 12; rows < 60; rows++ {
			now := len(strings.Fields(shown(t, r, Size{Width: 80, Rows: rows})))
			if now < before-6 { // a part that fits whole may take the room of two that are shorter
				t.Errorf("%d rows: %d words, one row fewer has %d", rows, now, before)
			}
			before = now
		}
	}
}

func TestAStageIsNotWiderThanItsCell(t *testing.T) {
	r := guild()
	p := r.Sections[0].Blocks[1].(content.Profile)
	p.Stages = []content.Text{content.Words("協力している段階"), content.Words("Coordinated by plan"), content.Words("Pooled"), content.Words("One organization")}
	r.Sections[0].Blocks[1] = p
	for width := 60; width < 130; width++ {
		ends := map[int]bool{}
		for _, l := range strings.Split(shown(t, r, Size{Width: width, Rows: 23}), "\n") {
			if i := strings.Index(l, "1.91"); i >= 0 {
				ends[ansi.StringWidth(l[:i])] = true
			}
			if i := strings.Index(l, "2.06"); i >= 0 {
				ends[ansi.StringWidth(l[:i])] = true
			}
		}
		if len(ends) != 1 {
			t.Errorf("%d columns: figures stand at %v", width, ends)
		}
	}
}

// Where a line does not hold whose assessments these are and when they were, the dates
// stay.
func TestANarrowScreenKeepsTheDates(t *testing.T) {
	r := content.Report{Sections: []content.Section{{Heading: content.Words("Trust moved up")}}}
	for running, want := range map[string]string{
		"Harbor Towns Network (invented) · 17 November 2025 → 23 November 2026":           " 17 November 2025 → 23 November 2026\n",
		"Lakes Guild (invented) · 23 November 2026 · 12 of 15 people, by a show of hands": " Lakes Guild (invented) · 23 November 2026 · 12 of 15 people\n",
		"Lakes Guild · 23 November 2026":                                                  " Lakes Guild · 23 November 2026\n",
	} {
		r.Running = content.Words(running)
		if got := strings.TrimPrefix(shown(t, r, Size{Width: 60, Rows: 2}), " Trust moved up\n"); got != want {
			t.Errorf("%s is shown as %q, want %q", running, got, want)
		}
	}
}

func TestALongWordIsBroken(t *testing.T) {
	long := content.Words(strings.Repeat("Donaudampfschifffahrt", 6))
	for _, l := range (Size{Width: 60}).wrapped("1  ", long) {
		if ansi.StringWidth(l) > 59 {
			t.Errorf("%q", l)
		}
	}
}

// guild is a report of one section with all that a board page has.
func guild() content.Report {
	of := content.Words
	row := func(name string, reached, wanted int, label, mean, interval, flag string) content.ProfileRow {
		r := content.ProfileRow{Name: of(name), Strong: name == "Trust", Cells: make([]content.Cell, 4), Figures: []content.Text{of(mean), of(interval)}, Flag: of(flag)}
		for i := range reached {
			r.Cells[i].Fill = content.Reached
		}
		r.Cells[reached-1].Label = of(label)
		if wanted > 0 {
			r.Cells[wanted-1] = content.Cell{Fill: content.Wanted, Label: of("target")}
		}
		return r
	}
	step := func(do, why string) content.Step { return content.Step{Do: of(do), Why: of(why)} }
	pips := func(heading, told string) []content.Box {
		return []content.Box{{Heading: of(heading), Blocks: []content.Block{content.Pips{Marks: []content.Mark{content.Met, content.Missing, content.Unknown}, Told: of(told)}}}}
	}
	return content.Report{Running: of("Lakes Guild · 23 November 2026 · 12 of 15 people"), Sections: []content.Section{{
		Sheet: content.Board, Heading: of("Lakes Guild is at the cooperation stage; trust is lowest"),
		Blocks: []content.Block{
			content.Paragraph{Tone: content.Deck, Text: content.Join(of("Cooperation: informal, short help when someone asks."), of("The room agrees on 35 of 41 questions."))},
			content.Profile{Order: of("Lowest first"), Stages: []content.Text{of("Single-handed"), of("Cooperation"), of("Coordination"), of("Collaboration")},
				Figures: []content.Text{of("Mean"), of("95% interval")}, Groups: [][]content.ProfileRow{
					{row("Trust", 1, 3, "", "1.91", "1.73–2.09", "1 question split"), row("Knowledge", 2, 0, "right as it is", "2.06", "1.99–2.13", ""), row("Values", 4, 0, "at target", "3.60", "3.48–3.73", "")},
					{row("Spectrum", 2, 3, "", "2.15", "2.10–2.20", "")},
				}},
			content.Paragraph{Tone: content.Note, Text: of("Two of the four questions on trust have not reached cooperation, so trust has not either.")},
			content.Columns{Of: [][]content.Box{
				{{Heading: of("Three steps"), Blocks: []content.Block{content.Steps{Who: of("Who"), By: of("by"), Items: []content.Step{
					step("Ask another association for one small, low-risk favor and offer one in return.", "Trust: the partnership needs it."),
					step("Ask both boards to approve exploring the partnership.", "The partnership needs it."),
					step("Agree who may call whom when a decision is urgent.", "Governance: 4 of 12 say it matters most now."),
				}}}}},
				{{Heading: of("One question splits the room"), Blocks: []content.Block{content.Choices{Question: of("How is a decision made when it needs several groups?"), Rows: []content.Choice{
					{Count: 6, Words: of("No group asks the others before it decides.")}, {Count: 6, Words: of("A body with people from every group decides.")},
					{Count: 9, Prefix: of("After talking:"), Words: of("Leaders call each other.")},
				}}}}},
			}},
			content.Columns{Of: [][]content.Box{pips("Partnership: nearly ready", "7 of 9 met. Still missing: trust."), pips("Services: in place, with gaps", "6 of 11 met.")}},
			content.Paragraph{Tone: content.Foot, Text: content.Join(of("Filled: stage today."), of("Dashed: where the room wants to be in 24 months."))},
		},
	}}}
}

// yearLater is a report of what changed, with a second section.
func yearLater() content.Report {
	of := content.Words
	row := func(name string, was, reached int, fill content.Fill, then, now, shift, interval, verdict string) content.ProfileRow {
		r := content.ProfileRow{Name: of(name), Was: was, Cells: make([]content.Cell, 4), Flag: of(verdict),
			Figures: []content.Text{of(then), of(now), of(shift), of(interval)}, Course: []float64{1.9, 2.2, 2.6}}
		for i := range reached {
			r.Cells[i].Fill = content.Reached
		}
		r.Cells[reached-1].Fill = fill
		return r
	}
	return content.Report{Running: of("Lakes Guild · 23 November 2025 to 29 November 2026 · the same 12 people"), Sections: []content.Section{
		{Heading: of("Trust moved up, to cooperation; nothing else changed by more than chance"), Blocks: []content.Block{
			content.Profile{Order: of("What moved first"), Stages: []content.Text{of("Single-handed"), of("Cooperation"), of("Coordination"), of("Collaboration")},
				Figures: []content.Text{of("Then"), of("Now"), of("Shift"), of("95% interval")}, Flag: of("Verdict"), Groups: [][]content.ProfileRow{{
					row("Trust", 1, 2, content.Reached, "1.91", "2.58", "+0.67", "+0.42 to +0.92", "moved"),
					row("Transparency", 2, 3, content.Unsure, "2.53", "2.61", "+0.08", "−0.16 to +0.32", "no change"),
				}}},
			content.Steps{Items: []content.Step{
				{State: content.Done, Do: of("Ask another association for one small favor."), Taken: of("J. Ortiz, done.")},
				{State: content.NotYet, Do: of("Get both boards to approve it."), Taken: of("The chair, by 1 March.")},
			}},
		}},
		{ID: "excluded", Heading: of("Two questions were not compared"), Blocks: []content.Block{
			content.Table{Heads: []content.Head{{Text: of("Question")}, {Text: of("Reason")}}, Rows: []content.Row{{Cells: []content.Text{of("Reliance on others"), of("reworded")}}}},
		}},
	}}
}
