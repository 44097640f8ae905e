package content

import "collab/reports/figure"

// A Figure is a picture as shapes. Its title is the finding, its description says
// what is to be seen, and its data are the same as a table.
type Figure struct {
	Wide, Phone figure.Drawing // for a page and for a phone
}

// WriteTo gives the figure to a writer.
func (b Figure) WriteTo(w Writer) { w.Figure(b) }

// Table is what the figure shows, in words and figures.
func (b Figure) Table() Table {
	t := Table{Caption: Words(b.Wide.Title), Folded: true}
	for _, c := range b.Wide.Data.Columns {
		t.Heads = append(t.Heads, Head{Text: Words(c.Name), Figures: c.Figures})
	}
	for _, cells := range b.Wide.Data.Rows {
		var row Row
		for _, c := range cells {
			row.Cells = append(row.Cells, Words(c))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
