package docx

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Table has a row of heads, which stands again on every page that the table
// goes on to.
type Table struct {
	// Title says what the table holds, to those who don't see it.
	Title   string
	Columns []Column
	Rows    [][]Text // a text for every column; empty ones are empty cells
}

// A Column of a table.
type Column struct {
	Head    Text
	Figures bool // set to the right
}

// Table adds a table; one without rows adds nothing.
func (d *Document) Table(t Table) {
	if len(t.Rows) > 0 && len(t.Columns) > 0 {
		d.add(t)
	}
}

func (t Table) nodes(with *press) []node {
	var nodes []node
	if with.afterTable {
		nodes = append(nodes, element("w:p")) // tables without a paragraph between are one
	}
	with.afterTable = true
	widths := t.widths(with.width)
	properties := element("w:tblPr",
		value("w:tblStyle", with.styles.table()),
		element("w:tblW").with("w:w", "5000", "w:type", "pct"),
		element("w:tblLook").with("w:val", "0020", "w:firstRow", "1", "w:lastRow", "0", "w:firstColumn", "0",
			"w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1"),
		value("w:tblCaption", t.Title))
	var grid []node
	for _, w := range widths {
		grid = append(grid, element("w:gridCol").with("w:w", strconv.Itoa(w)))
	}
	heads := make([]Text, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head
	}
	parts := []node{properties, element("w:tblGrid", grid...), t.header(heads, widths)}
	for i, cells := range t.Rows {
		keep := len(t.Rows) <= fewRows && i < len(t.Rows)-1
		parts = append(parts, t.row(cells, widths, keep))
	}
	return append(nodes, element("w:tbl", parts...))
}

// fewRows is how many rows a table has at most to stand on one page whole.
const fewRows = 12

// header is the row of the heads; it stays with the first row below it.
func (t Table) header(heads []Text, widths []int) node {
	row := t.row(heads, widths, true)
	row.children[0] = element("w:trPr", element("w:cantSplit"), element("w:tblHeader"))
	return row
}

// row is a row of cells, not cut by the end of a page; one that is kept stays with
// the row below it.
func (t Table) row(cells []Text, widths []int, keep bool) node {
	parts := []node{element("w:trPr", element("w:cantSplit"))}
	for i, c := range cells {
		width := element("w:tcW").with("w:w", strconv.Itoa(widths[i]), "w:type", "dxa")
		parts = append(parts, element("w:tc", element("w:tcPr", width), t.cell(c, keep, t.Columns[i].Figures)))
	}
	return element("w:tr", parts...)
}

func (t Table) cell(c Text, keep, figures bool) node {
	var set []node
	if keep {
		set = append(set, element("w:keepNext"))
	}
	if c.rightToLeft() {
		set = append(set, element("w:bidi"))
	}
	// Close, whatever space the template has between paragraphs.
	set = append(set, element("w:spacing").with("w:before", "40", "w:after", "40", "w:line", "240", "w:lineRule", "auto"))
	if figures {
		set = append(set, value("w:jc", "right"))
	}
	return paragraphNode(set, c.runs())
}

// widths shares the width of the text out to the columns: to each what its longest
// word needs, as far as there is room, and the rest by what they hold. Word adjusts
// them to the words; others take them as they stand.
func (t Table) widths(width int) []int {
	const most = 40 // letters that a column counts as
	var widths, weights []int
	sum := 0
	for i := range t.Columns {
		whole := utf8.RuneCountInString(t.Columns[i].Head.Plain()) / 2
		for _, row := range t.Rows {
			whole = max(whole, utf8.RuneCountInString(row[i].Plain()))
		}
		weights = append(weights, 1+min(whole, most))
		sum += weights[i]
	}
	left := width
	for letters := most; ; letters-- {
		widths = t.least(letters)
		left = width
		for _, w := range widths {
			left -= w
		}
		if left >= 0 || letters == 1 {
			break
		}
	}
	for i := range widths {
		widths[i] += max(left, 0) * weights[i] / sum
	}
	return widths
}

// least is what the longest word of each column needs, of so many letters at most.
func (t Table) least(letters int) []int {
	const letter, around = 120, 200 // around it are the margins of a cell
	var widths []int
	for i, c := range t.Columns {
		word := longestWord(c.Head.Plain())
		if whole := utf8.RuneCountInString(c.Head.Plain()); whole <= shortHead {
			word = whole
		}
		for _, row := range t.Rows {
			word = max(word, longestWord(row[i].Plain()))
		}
		widths = append(widths, min(word, letters)*letter+around)
	}
	return widths
}

// shortHead is how many letters the head of a column has at most to stand on one line.
const shortHead = 8

// longestWord is that of a text, in characters.
func longestWord(text string) int {
	longest := 0
	for word := range strings.FieldsSeq(text) {
		longest = max(longest, utf8.RuneCountInString(word))
	}
	return longest
}
