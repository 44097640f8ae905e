package content

// Columns stand beside each other where there is room, else below each other in
// their order.
type Columns struct{ Of [][]Box }

// A Box is blocks under a heading of their own. A page of one box alone is a column.
type Box struct {
	Heading Text
	Blocks  []Block
}

// WriteTo gives the columns to a writer.
func (b Columns) WriteTo(w Writer) { w.Columns(b) }
