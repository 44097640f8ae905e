package lines_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"collab/reports/content"
	"collab/reports/lines"
)

func written(t *testing.T, width int, blocks ...content.Block) string {
	t.Helper()
	var b bytes.Buffer
	r := content.Report{Sections: []content.Section{{Heading: content.Words("Heading"), Blocks: blocks}}}
	if err := lines.Write(&b, r, width); err != nil {
		t.Fatal(err)
	}
	return strings.TrimPrefix(b.String(), "\nHeading\n")
}

// A line takes no more columns than there are: letters of some scripts take two, and
// marks on letters none.
func TestLinesFitTheirColumns(t *testing.T) {
	for _, text := range []string{"北方 歩道 連盟 協力 段階 信頼 関係", "naïve e\u0301te\u0301 re\u0301union a b c d", "plain words of a sentence", "🏔️ 🏔️ 🏔️ 🏔️"} {
		out := written(t, 10, content.Paragraph{Text: content.Words(text)})
		for line := range strings.Lines(out) {
			if w := ansi.StringWidth(strings.TrimSuffix(line, "\n")); w > 10 {
				t.Errorf("%q takes %d columns", line, w)
			}
		}
		if got := strings.Join(strings.Fields(out), " "); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
	if out := written(t, 10, content.Paragraph{Text: content.Words("e\u0301te\u0301 re\u0301un")}); out != "e\u0301te\u0301 re\u0301un\n" {
		t.Errorf("marks on letters take columns: %q", out)
	}
}

// Who listens hears sentences under headings, and no head of a table.
func TestBlocksAreHeard(t *testing.T) {
	of := content.Words
	for _, c := range []struct {
		name  string
		block content.Block
		want  string
	}{
		{"a profile", content.Profile{Caption: of("Today"), Order: of("Lowest"), Stages: []content.Text{of("First")},
			Groups: [][]content.ProfileRow{{{Name: of("Trust"), Told: of("Trust: 1.75, cooperation.")}}}}, "\nToday\nTrust: 1.75, cooperation.\n"},
		{"a heat table", content.Heat{Heads: []content.Text{of("First"), of("Second")}, Unknown: of("Don’t know"), Groups: []content.HeatGroup{{Heading: of("Trust"),
			Rows: []content.HeatRow{{Name: of("Names"), Counts: []int{0, 3}, Unknown: 1, Label: of("split")}, {Name: of("Credit"), Instead: of("withheld")}}}}},
			"\nTrust\nNames: Second 3, Don’t know 1, split.\nCredit: withheld.\n"},
		{"a table", content.Table{Caption: of("Roles"), Heads: []content.Head{{Text: of("Trait")}, {Text: of("Board")}}, Rows: []content.Row{{Cells: []content.Text{of("Trust"), of("2.00")}}}},
			"\nRoles\nTrust: Board 2.00.\n"},
		{"steps", content.Steps{Who: of("Who"), By: of("by"), Items: []content.Step{{Do: of("Ask."), Why: of("It helps.")}}}, "1. Ask. It helps.\n"},
		{"a box without a heading", content.Columns{Of: [][]content.Box{{{Blocks: []content.Block{content.Paragraph{Text: of("Text")}}}}}}, "Text\n"},
	} {
		if got := written(t, 0, c.block); got != c.want {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}
