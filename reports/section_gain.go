package reports

import (
	"collab/reports/content"
	"collab/rubric"
)

// What members gain, area by area.

func (t *assessmentText) gain() content.Section {
	s := content.Section{ID: "gain"}
	if s.Heading = t.gainHeading(); len(s.Heading) == 0 {
		return s
	}
	table := content.Table{Caption: t.words.GainCaption(), Heads: []content.Head{
		{Text: t.words.Area()}, {Text: t.words.Inside()}, {Text: t.words.WithOthers()},
	}}
	for _, d := range t.Rubric.Benefits() {
		row := content.Row{Cells: []content.Text{t.words.Name(d.Name), nil, nil}}
		for _, q := range t.asked(d.ID) {
			at := 1
			if q.Scope == rubric.Between {
				at = 2
			}
			if row.Cells[at] = t.noStage(q); q.Rank > 0 {
				row.Cells[at] = t.words.StageName(t.stage(q.Rank))
			}
		}
		if len(row.Cells[1])+len(row.Cells[2]) > 0 {
			table.Rows = append(table.Rows, row)
		}
	}
	s.Blocks = []content.Block{table}
	return s
}

// gainHeading names the areas whose lower side is at the highest stage; empty where none
// was placed.
func (t *assessmentText) gainHeading() content.Text {
	best, placed := 0, 0
	var areas []string
	ranks := map[int]bool{}
	for _, d := range t.Rubric.Benefits() {
		lower := 0
		for _, q := range t.asked(d.ID) {
			if q.Rank > 0 {
				lower, ranks[q.Rank] = lowerOf(lower, q.Rank), true
			}
		}
		if lower > 0 {
			placed++
		}
		if lower > best {
			best, areas = lower, nil
		}
		if lower > 0 && lower == best {
			areas = append(areas, d.Name)
		}
	}
	if placed == 0 {
		return nil
	}
	return t.words.GainHeading(areas, placed, len(ranks) == 1)
}

// lowerOf is the lower of two ranks, of which 0 is none.
func lowerOf(a, b int) int {
	if a == 0 {
		return b
	}
	return min(a, b)
}
