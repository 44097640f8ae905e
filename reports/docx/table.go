package docx

import (
	"slices"
	"strconv"
)

// A Table has a row of heads, which stands again on every page that the table
// goes on to.
type Table struct {
	// Title says what the table holds, and Description what is to be seen, to those
	// who don't see it.
	Title, Description string
	// Caption says what it holds to all; it may be empty. It is a row of the table: a
	// paragraph before one that itself follows a heading does not keep that with it in
	// LibreOffice.
	Caption Text
	Columns []Column
	Rows    []Row
	// Drawn is true of a table that is a picture of filled cells: there are no lines
	// between its rows, and its heads stand back.
	Drawn bool
	Small bool // many rows, for one page
}

// A Column of a table.
type Column struct {
	Head    Text
	Figures bool // set to the right
	Drawn   bool // of filled cells: as wide as each other column of them
}

// A Row has cells for all columns.
type Row struct {
	Cells []Cell
	Apart bool // from the row above
	Keep  bool // with the row below
}

// A Cell of a table.
type Cell struct {
	Text    Text
	Picture *Picture // stands in place of the text
	Over    int      // how many columns it goes over; 0 is one
	Fill    string   // the color behind it: six hexadecimal digits; empty where it is not filled
	Stripes string   // the color of stripes over the fill; empty where there are none
	Dashed  bool     // has a dashed line around it
	Bar     bool     // has a heavy line at its end
}

// Texts are a row of nothing else.
func Texts(all ...Text) Row {
	var r Row
	for _, t := range all {
		r.Cells = append(r.Cells, Cell{Text: t})
	}
	return r
}

// Table adds a table, which the text above it stays with; one without rows adds nothing.
func (d *Flow) Table(t Table) {
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		return
	}
	if last := len(d.blocks) - 1; last >= 0 {
		if above, is := d.blocks[last].(paragraph); is {
			above.keep = true
			d.blocks[last] = above
		}
	}
	d.add(t)
}

func (t Table) nodes(with *press) []node {
	var nodes []node
	if with.afterTable {
		nodes = append(nodes, thinParagraph())
	}
	with.afterTable = true
	s := t.setting(with.width)
	var grid []node
	for _, w := range s.widths {
		grid = append(grid, element("w:gridCol").with("w:w", strconv.Itoa(w)))
	}
	parts := []node{t.properties(with, s), element("w:tblGrid", grid...)}
	if len(t.Caption) > 0 {
		parts = append(parts, t.caption(s))
	}
	parts = append(parts, t.header(with, s))
	for i := range t.Rows {
		keep := t.Rows[i].Keep || len(t.Rows) <= fewRows && i < len(t.Rows)-1
		if t.Rows[i].Apart {
			parts = append(parts, t.gap(s))
		}
		parts = append(parts, t.row(with, i, s, keep))
	}
	return append(nodes, element("w:tbl", parts...))
}

// properties are the table's own.
func (t Table) properties(with *press, s setting) node {
	set := []node{
		value("w:tblStyle", with.styles.table()),
		element("w:tblW").with("w:w", strconv.Itoa(sum(s.widths)), "w:type", "dxa"),
	}
	first, look := "1", "0020"
	switch {
	case len(t.Caption) > 0:
		first, look = "0", "0000"
		set = append(set, element("w:tblBorders", value("w:top", "nil")))
	case t.Drawn:
		first, look = "0", "0000"
		var none []node
		for _, side := range []string{"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"} {
			none = append(none, value(side, "nil"))
		}
		set = append(set, element("w:tblBorders", none...))
	}
	set = append(set, element("w:tblLayout").with("w:type", "fixed"))
	if s.margin > 0 {
		set = append(set, element("w:tblCellMar", space("w:left", s.margin), space("w:right", s.margin)))
	}
	set = append(set,
		element("w:tblLook").with("w:val", look, "w:firstRow", first, "w:lastRow", "0", "w:firstColumn", "0",
			"w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1"),
		value("w:tblCaption", t.Title))
	if t.Description != "" {
		set = append(set, value("w:tblDescription", t.Description))
	}
	return element("w:tblPr", set...)
}

// fewRows is how many rows a table has at most to stand on one page whole.
const fewRows = 16

// header is the row of the heads; it stays with the first row below it.
func (t Table) header(with *press, s setting) node {
	heads := Table{Columns: t.Columns, Small: t.Small}
	var row Row
	for _, c := range t.Columns {
		head := slices.Clone(c.Head)
		for i := range head {
			head[i].Soft = head[i].Soft || t.Drawn
			head[i].Strong = head[i].Strong || len(t.Caption) > 0
		}
		row.Cells = append(row.Cells, Cell{Text: head})
	}
	heads.Rows = []Row{row}
	set := heads.row(with, 0, s, true)
	set.children[0] = element("w:trPr", element("w:cantSplit"), element("w:tblHeader"))
	return set
}

// caption is the row above that of the heads.
func (t Table) caption(s setting) node {
	set := element("w:tcPr", element("w:tcW").with("w:w", strconv.Itoa(sum(s.widths)), "w:type", "dxa"),
		value("w:gridSpan", strconv.Itoa(len(t.Columns))),
		element("w:tcBorders", value("w:bottom", "single").with("w:sz", "8", "w:space", "0", "w:color", "808080")),
		element("w:tcMar", space("w:left", 0)))
	words := paragraphNode([]node{element("w:keepNext"), element("w:spacing").with("w:before", "30", "w:after", "60")}, t.Caption.runs(0))
	return element("w:tr", element("w:trPr", element("w:cantSplit"), element("w:tblHeader")), element("w:tc", set, words))
}

// row is a row of cells, not cut by the end of a page; one that is kept stays with
// the row below it.
func (t Table) row(with *press, at int, s setting, keep bool) node {
	parts := []node{element("w:trPr", element("w:cantSplit"))}
	column := 0
	for i, c := range t.Rows[at].Cells {
		over, width := max(c.Over, 1), 0
		for _, w := range s.widths[column : column+over] {
			width += w
		}
		set := []node{element("w:tcW").with("w:w", strconv.Itoa(width), "w:type", "dxa")}
		if over > 1 {
			set = append(set, value("w:gridSpan", strconv.Itoa(over)))
		}
		set = append(set, t.look(at, i)...)
		parts = append(parts, element("w:tc", element("w:tcPr", set...), t.cell(with, c, s.size, width, keep, t.Columns[column])))
		column += over
	}
	return element("w:tr", parts...)
}

// gap is a row without anything in it.
func (t Table) gap(s setting) node {
	set := element("w:trPr", element("w:cantSplit"), value("w:trHeight", "80").with("w:hRule", "exact"))
	close := element("w:spacing").with("w:before", "0", "w:after", "0", "w:line", "40", "w:lineRule", "exact")
	cell := element("w:tc",
		element("w:tcPr", element("w:tcW").with("w:w", strconv.Itoa(sum(s.widths)), "w:type", "dxa"), value("w:gridSpan", strconv.Itoa(len(t.Columns)))),
		paragraphNode([]node{element("w:keepNext"), close}, nil))
	return element("w:tr", set, cell)
}

func (t Table) cell(with *press, c Cell, size, width int, keep bool, column Column) node {
	var set []node
	if keep {
		set = append(set, element("w:keepNext"))
	}
	if c.Text.rightToLeft() {
		set = append(set, element("w:bidi"))
	}
	// Close, whatever space the template has between paragraphs.
	apart := "20"
	switch {
	case t.Small:
		apart = "0"
	case t.Drawn:
		apart = "30"
	}
	set = append(set, element("w:spacing").with("w:before", apart, "w:after", apart, "w:line", "240", "w:lineRule", "auto"))
	switch {
	case column.Drawn:
		set = append(set, value("w:jc", "center"))
	case column.Figures:
		set = append(set, value("w:jc", "right"))
	}
	if c.Picture != nil {
		return paragraphNode(set, []node{c.Picture.run(with, width)})
	}
	return paragraphNode(set, c.Text.runs(size))
}
