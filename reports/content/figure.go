package content

import "collab/reports/figure"

// A Figure is a picture as shapes. Its title is the finding, its description says
// what is to be seen, and its data are the same as a table.
type Figure struct {
	Wide, Phone figure.Drawing // for a page and for a phone
}

// WriteTo gives the figure to a writer.
func (b Figure) WriteTo(w Writer) { w.Figure(b) }
