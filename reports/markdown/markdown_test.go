package markdown_test

import (
	"bytes"
	"strings"
	"testing"

	"collab/reports/content"
	"collab/reports/figure"
	"collab/reports/markdown"
)

func written(t *testing.T, blocks ...content.Block) string {
	t.Helper()
	var b bytes.Buffer
	r := content.Report{Running: content.Words("Running"), Sections: []content.Section{{Heading: content.Words("Heading"), Blocks: blocks}}}
	if err := markdown.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	page, is := strings.CutPrefix(b.String(), "_Running_\n\n# Heading\n\n")
	if !is {
		t.Fatal(page)
	}
	return page
}

// What stands out is marked so that every dialect sees it, whatever stands beside it.
func TestWhatStandsOut(t *testing.T) {
	span := func(text string) content.Span { return content.Span{Text: text} }
	strong := func(text string) content.Span { return content.Span{Text: text, Strong: true} }
	typed := func(text string) content.Span { return content.Span{Text: text, Strong: true, Typed: true} }
	for _, c := range []struct {
		name string
		text content.Text
		want string
	}{
		{"a sentence", content.Text{strong("Ask."), span(" It helps.")}, "**Ask.** It helps."},
		{"blanks stay outside", content.Text{span("a"), strong(" b "), span("c")}, "a **b** c"},
		{"two that stand beside each other", content.Text{strong("a "), typed("b"), span(" c")}, "**a b** c"},
		{"a word cut in two", content.Text{strong("co"), span("operation")}, "**co**operation"},
		{"a mark before a letter", content.Text{strong("a."), span("b")}, "<b>a.</b>b"},
		{"a letter before a mark", content.Text{span("a"), typed("@b")}, "a<b>&#64;\u2060b</b>"},
		{"a mark over two", content.Text{strong("https:"), span("//a.b")}, "**https&#58;**//a.b"},
		{"a list over two", content.Text{span("1"), strong(". a")}, "1<b>\\. a</b>"},
		{"asterisks that were typed", content.Text{typed("**a**")}, `**\*\*a\*\***`},
		{"nothing but a blank", content.Text{span("a"), strong(" "), span("b")}, "a b"},
	} {
		if got := written(t, content.Paragraph{Text: c.text}); got != c.want+"\n" {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}

func TestBlocksReadWellRaw(t *testing.T) {
	of := content.Words
	for _, c := range []struct {
		name  string
		block content.Block
		want  []string
	}{
		{"a step with lines to fill in", content.Steps{Who: of("Who"), By: of("by"), Items: []content.Step{{Do: of("Ask."), Why: of("It helps.")}, {State: content.Done, Do: of("Give."), Taken: of("Done.")}}},
			[]string{"1. **Ask.** It helps.", "", "    Who ……………………… by ………………………", "", "2. [x] **Give.** Done."}},
		{"a box without a heading", content.Columns{Of: [][]content.Box{{{Blocks: []content.Block{content.Paragraph{Text: of("Text")}}}}}},
			[]string{"Text"}},
		{"a profile over time", content.Profile{Order: of("Lowest"), Stages: []content.Text{of("First"), of("Second"), of("Third")}, Course: of("Course"), Figures: []content.Text{of("Mean")},
			Groups: [][]content.ProfileRow{{{Name: of("Trust"), Cells: []content.Cell{{Fill: content.Reached}, {}, {Fill: content.Wanted}}, Was: 1, Course: []float64{1, 2, 3}, Figures: []content.Text{of("3.00")}}}}},
			[]string{"| Lowest | First | Second | Third | Course | Mean |  |", "| --- | :-: | :-: | :-: | :-: | --: | --- |", "| Trust | ■▕ |  | □ | ▁▅█ | 3.00 |  |"}},
		{"answers", content.Answers{Question: of("Question"), Chosen: of("Chosen"), Stage: of("Stage"), Groups: []content.AnswerGroup{{Items: []content.Answer{
			{Question: of("How?"), Chosen: of("So."), Note: content.Typed("a|b"), Cells: []content.Cell{{Fill: content.Reached}, {}}, Alt: of("first")}}}}},
			[]string{"| Question | Chosen | Stage |", "| --- | --- | --- |", "| How? | So.<br>a&#124;b | ■□ first |"}},
		{"a figure", content.Figure{Wide: figure.Drawing{Title: "Trust rose", Description: "From 1 to 2.", Data: figure.Table{Columns: []figure.Column{{Name: "Year"}}, Rows: [][]string{{"2026"}}}}},
			[]string{"**Trust rose**", "", "From 1 to 2.", "", "| Year |", "| --- |", "| 2026 |"}},
	} {
		if got, want := written(t, c.block), strings.Join(c.want, "\n")+"\n"; got != want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, want)
		}
	}
}
