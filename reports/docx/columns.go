package docx

import "strconv"

// Columns adds flows that stand beside each other, or below each other where the page
// is too narrow for that.
func (d *Flow) Columns(of ...Flow) {
	var filled columns
	for _, f := range of {
		if len(f.blocks) > 0 {
			filled = append(filled, f)
		}
	}
	if len(filled) > 0 {
		d.add(filled)
	}
}

// columns are cells of a table without lines: columns of a section would need one that
// is like the template's own, and could not end where the writer says.
type columns []Flow

// between is the space between columns, and narrowest how wide one is at least, in
// twentieths of a point.
const (
	between   = 360
	narrowest = 2700
)

func (c columns) nodes(with *press) []node {
	width := (with.width - between*(len(c)-1)) / len(c)
	if len(c) == 1 || width < narrowest {
		var below []node
		for _, f := range c {
			below = append(below, f.nodes(with)...)
		}
		return below
	}
	var nodes, grid, cells []node
	if with.afterTable {
		nodes = append(nodes, thinParagraph())
	}
	whole := with.width
	for i, f := range c {
		left, right := between/2, between/2
		if i == 0 {
			left = 0
		}
		if i == len(c)-1 {
			right = 0
		}
		wide := strconv.Itoa(width + left + right)
		grid = append(grid, element("w:gridCol").with("w:w", wide))
		set := element("w:tcPr", element("w:tcW").with("w:w", wide, "w:type", "dxa"),
			element("w:tcMar", space("w:left", left), space("w:right", right)))
		with.width = width
		cells = append(cells, element("w:tc", append([]node{set}, f.cell(with)...)...))
	}
	with.width, with.afterTable = whole, true
	set := element("w:tblPr",
		element("w:tblW").with("w:w", strconv.Itoa(whole), "w:type", "dxa"),
		element("w:tblLayout").with("w:type", "fixed"),
		element("w:tblCellMar", space("w:left", 0), space("w:right", 0)))
	return append(nodes, element("w:tbl", set, element("w:tblGrid", grid...), element("w:tr", cells...)))
}

func space(name string, wide int) node {
	return element(name).with("w:w", strconv.Itoa(wide), "w:type", "dxa")
}

// thinParagraph parts two tables, which would be one without, and ends a cell, which must
// end with a paragraph.
func thinParagraph() node {
	return paragraphNode([]node{element("w:spacing").with("w:before", "0", "w:after", "0", "w:line", "120", "w:lineRule", "exact")}, nil)
}

// nodes are those of all blocks.
func (f Flow) nodes(with *press) []node {
	var nodes []node
	for _, b := range f.blocks {
		nodes = append(nodes, b.nodes(with)...)
	}
	return nodes
}

// cell is a flow in a cell, which must end with a paragraph.
func (f Flow) cell(with *press) []node {
	with.afterTable = false
	nodes := f.nodes(with)
	if with.afterTable {
		nodes = append(nodes, thinParagraph())
	}
	return nodes
}
