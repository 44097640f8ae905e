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
	s := t.setting(with.width)
	var grid []node
	for _, w := range s.widths {
		grid = append(grid, element("w:gridCol").with("w:w", strconv.Itoa(w)))
	}
	heads := make([]Text, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head
	}
	parts := []node{t.properties(with, s), element("w:tblGrid", grid...), t.header(heads, s)}
	for i, cells := range t.Rows {
		keep := len(t.Rows) <= fewRows && i < len(t.Rows)-1
		parts = append(parts, t.row(cells, s, keep))
	}
	return append(nodes, element("w:tbl", parts...))
}

// properties are the table's own.
func (t Table) properties(with *press, s setting) node {
	set := []node{
		value("w:tblStyle", with.styles.table()),
		element("w:tblW").with("w:w", "5000", "w:type", "pct"),
	}
	if s.margin > 0 {
		margin := func(name string) node { return element(name).with("w:w", strconv.Itoa(s.margin), "w:type", "dxa") }
		set = append(set, element("w:tblCellMar", margin("w:left"), margin("w:right")))
	}
	return element("w:tblPr", append(set,
		element("w:tblLook").with("w:val", "0020", "w:firstRow", "1", "w:lastRow", "0", "w:firstColumn", "0",
			"w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1"),
		value("w:tblCaption", t.Title))...)
}

// fewRows is how many rows a table has at most to stand on one page whole.
const fewRows = 12

// header is the row of the heads; it stays with the first row below it.
func (t Table) header(heads []Text, s setting) node {
	row := t.row(heads, s, true)
	row.children[0] = element("w:trPr", element("w:cantSplit"), element("w:tblHeader"))
	return row
}

// row is a row of cells, not cut by the end of a page; one that is kept stays with
// the row below it.
func (t Table) row(cells []Text, s setting, keep bool) node {
	parts := []node{element("w:trPr", element("w:cantSplit"))}
	for i, c := range cells {
		width := element("w:tcW").with("w:w", strconv.Itoa(s.widths[i]), "w:type", "dxa")
		parts = append(parts, element("w:tc", element("w:tcPr", width), t.cell(c, s, keep, t.Columns[i].Figures)))
	}
	return element("w:tr", parts...)
}

func (t Table) cell(c Text, s setting, keep, figures bool) node {
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
	return paragraphNode(set, c.runs(s.size))
}

// A setting is how a table is fitted to its page.
type setting struct {
	letter, around int // room for a letter, and for what is around the letters of a cell
	size, margin   int // of the font, in half points, and beside the letters; 0 as the styles have them
	widths         []int
}

// settings are tried one after the other: as it is, and small.
var settings = []setting{
	{letter: 120, around: 200},
	{letter: 91, around: 110, size: 16, margin: 45},
}

// setting is the first in which every word has room, else the last.
func (t Table) setting(width int) setting {
	var s setting
	for _, s = range settings {
		if sum(t.least(s, mostLetters)) <= width {
			break
		}
	}
	s.widths = t.widths(s, width)
	return s
}

// mostLetters is what a column counts as at most.
const mostLetters = 40

// widths shares the width of the text out to the columns: to each what its longest
// word needs, as far as there is room, and the rest by what they hold. Word adjusts
// them to the words; others take them as they stand.
func (t Table) widths(s setting, width int) []int {
	letters := mostLetters
	for letters > 1 && sum(t.least(s, letters)) > width {
		letters--
	}
	widths := t.least(s, letters)
	weights := make([]int, len(t.Columns))
	for i := range t.Columns {
		weights[i] = 1 + utf8.RuneCountInString(t.Columns[i].Head.Plain())/2
		for _, row := range t.Rows {
			weights[i] = max(weights[i], 1+min(utf8.RuneCountInString(row[i].Plain()), mostLetters))
		}
	}
	left, all := max(width-sum(widths), 0), sum(weights)
	for i := range widths {
		widths[i] += left * weights[i] / all
	}
	return widths
}

// least is what the longest word of each column needs, of so many letters at most.
func (t Table) least(s setting, letters int) []int {
	var widths []int
	for i, c := range t.Columns {
		word := longestWord(c.Head.Plain())
		if whole := utf8.RuneCountInString(c.Head.Plain()); whole <= shortHead {
			word = whole
		}
		for _, row := range t.Rows {
			word = max(word, longestWord(row[i].Plain()))
		}
		widths = append(widths, min(word, letters)*s.letter+s.around)
	}
	return widths
}

func sum(all []int) int {
	n := 0
	for _, v := range all {
		n += v
	}
	return n
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
