package content

// A Table has a row of heads.
type Table struct {
	Caption Text // what the table holds
	// Folded is true of a table that only backs up what stands above it: where a format
	// can fold, it is folded.
	Folded bool
	Heads  []Head
	Rows   []Row
}

// A Head is that of a column.
type Head struct {
	Text    Text
	Figures bool // the column is set to the right
}

// A Row has a text for every column; the first names it.
type Row struct {
	Strong bool
	Cells  []Text
}

// WriteTo gives the table to a writer.
func (b Table) WriteTo(w Writer) { w.Table(b) }
