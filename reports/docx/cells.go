package docx

import "strconv"

// Lines around cells, in eighths of a point. What parts filled cells is a line in the
// color of the paper: a space between cells is not shown by every word processor.
const (
	gapWidth  = 18
	smallGap  = 6
	dashWidth = 8
	barWidth  = 24
)

const (
	paper = "FFFFFF"
	words = "1B2126"
)

// look is how a cell of a table looks that is a picture: its lines, its fill, and
// where its text stands. Cells that touch have one line, and each says the same of it.
func (t Table) look(row, cell int) []node {
	if !t.Drawn {
		return nil
	}
	c := t.Rows[row].Cells[cell]
	set := []node{element("w:tcBorders",
		t.line("w:top", t.above(row, cell), c, false),
		t.line("w:left", t.at(row, cell-1), c, true),
		t.line("w:bottom", c, t.below(row, cell), false),
		t.line("w:right", c, t.at(row, cell+1), true),
	)}
	switch {
	case c.Stripes != "":
		set = append(set, value("w:shd", "diagStripe").with("w:color", c.Stripes, "w:fill", c.Fill))
	case c.Fill != "":
		set = append(set, value("w:shd", "clear").with("w:color", "auto", "w:fill", c.Fill))
	}
	return append(set, value("w:vAlign", "center"))
}

// at is a cell of a row; one without anything where there is none.
func (t Table) at(row, cell int) Cell {
	if row < 0 || row >= len(t.Rows) || cell < 0 || cell >= len(t.Rows[row].Cells) {
		return Cell{}
	}
	return t.Rows[row].Cells[cell]
}

// above and below are the cells that touch one.
func (t Table) above(row, cell int) Cell {
	if t.Rows[row].Apart {
		return Cell{}
	}
	return t.at(row-1, cell)
}

func (t Table) below(row, cell int) Cell {
	if row+1 < len(t.Rows) && t.Rows[row+1].Apart {
		return Cell{}
	}
	return t.at(row+1, cell)
}

// line is that between a cell and the next one, at its end or below it.
func (t Table) line(side string, c, next Cell, atEnd bool) node {
	drawn := func(kind string, width int, color string) node {
		return value(side, kind).with("w:sz", strconv.Itoa(width), "w:space", "0", "w:color", color)
	}
	switch {
	case atEnd && c.Bar:
		return drawn("single", barWidth, words)
	case c.Dashed || next.Dashed:
		return drawn("dashed", dashWidth, words)
	case t.Small:
		return drawn("single", smallGap, paper)
	}
	return drawn("single", gapWidth, paper)
}
