package screen

import (
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"collab/reports/content"
)

// Table adds rows in columns. Where the screen is too narrow for these, the rows stand
// beside each other in place of the columns and, where that is too wide as well, each is
// told in a line. A table cut short ends in an ellipsis.
func (b *builder) Table(t content.Table) {
	rank := rankTable
	if t.Folded {
		rank = rankFolded
	}
	groups := b.rowGroups(t)
	whole := len(groups) - 1
	lines := b.wrapped("", t.Caption.Bold())
	var forms []form
	for shown, group := range groups {
		lines = append(lines, group...)
		switch {
		case shown == whole:
			forms = append(forms, form{rank, lines})
		case len(lines) < b.Rows: // else it has no room; where rows have no end, all of it has
			forms = append(forms, form{rank, append(slices.Clip(lines), "…")})
		}
	}
	b.add(part{apart: true, forms: forms})
}

// rowGroups are the lines of a table, those that belong together in a group. The heads
// stand with the first row.
func (b *builder) rowGroups(t content.Table) [][]string {
	right, rows := b.cellsOf(t)
	lines := b.table(right, rows)
	if widest(lines) > b.columns() && len(right) == len(t.Heads)-1 {
		if cut := b.table(right, b.cut(rows)); widest(cut) <= b.columns() {
			lines = cut
		}
	}
	if widest(lines) <= b.columns() && len(lines) > 1 {
		groups := [][]string{lines[:2]}
		for _, l := range lines[2:] {
			groups = append(groups, []string{l})
		}
		return groups
	}
	if turned := b.table(nil, transposed(rows)); len(turned) > 0 && widest(turned) <= b.columns() {
		return [][]string{turned}
	}
	var groups [][]string
	for _, r := range t.Rows {
		groups = append(groups, b.wrapped("", rowInWords(t, r)))
	}
	return groups
}

// cellsOf are the heads and rows of a table as they are set, and which columns are
// figures.
func (b *builder) cellsOf(t content.Table) (right []int, rows [][]string) {
	heads := make([]string, len(t.Heads))
	for i, h := range t.Heads {
		heads[i] = b.set(quieter(h.Text))
		if h.Figures {
			right = append(right, i)
		}
	}
	rows = [][]string{heads}
	for _, r := range t.Rows {
		cells := make([]string, len(t.Heads))
		for i, c := range r.Cells {
			if r.Strong {
				c = c.Bold()
			}
			cells[i] = b.set(c)
		}
		rows = append(rows, cells)
	}
	return right, rows
}

// cut are rows of figures with what stands before them and above them made short.
func (b *builder) cut(rows [][]string) [][]string {
	const name, head = 24, 5
	short := make([][]string, len(rows))
	for i, row := range rows {
		short[i] = slices.Clone(row)
		short[i][0] = ansi.Truncate(row[0], name, "…")
	}
	for i := range rows[0][1:] {
		most := head
		for _, row := range rows[1:] {
			most = max(most, ansi.StringWidth(row[i+1]))
		}
		short[0][i+1] = ansi.Truncate(rows[0][i+1], most, "")
	}
	return short
}

func transposed(rows [][]string) [][]string {
	turned := make([][]string, columnsOf(rows))
	for _, row := range rows {
		for i, cell := range row {
			turned[i] = append(turned[i], cell)
		}
	}
	return turned
}

// rowInWords is a row as a line, each cell behind its head.
func rowInWords(t content.Table, r content.Row) content.Text {
	said := r.Cells[0].Bold()
	for i, c := range r.Cells[1:] {
		if len(c) > 0 {
			said = content.Join(said, content.Words("·"), quieter(t.Heads[i+1].Text), c)
		}
	}
	return said
}

// Heat adds how many people chose what, question by question.
func (b *builder) Heat(h content.Heat) {
	k := len(h.Heads)
	heads := make([]string, k+3)
	var right []int
	for i, t := range h.Heads {
		heads[i+1] = b.set(quieter(t))
		right = append(right, i+1)
	}
	heads[k+1], right = b.set(quieter(h.Unknown)), append(right, k+1)
	rows := [][]string{heads}
	for _, g := range h.Groups {
		group := make([]string, k+3)
		group[0] = b.set(g.Heading.Bold())
		rows = append(rows, group)
		for _, r := range g.Rows {
			rows = append(rows, b.heatRow(k, r))
		}
	}
	b.captioned(h.Caption, b.table(right, rows))
}

func (b *builder) heatRow(k int, r content.HeatRow) []string {
	row := make([]string, k+3)
	row[0] = b.set(r.Name)
	for i, n := range r.Counts {
		row[i+1] = "·"
		if n > 0 {
			row[i+1] = strconv.Itoa(n)
		}
	}
	if r.Unknown > 0 {
		row[k+1] = strconv.Itoa(r.Unknown)
	}
	label := r.Label
	if len(r.Counts) == 0 {
		label = r.Instead
	}
	row[k+2] = b.set(label)
	return row
}

// captioned adds lines under what they show.
func (b *builder) captioned(caption content.Text, lines []string) {
	for i, l := range lines {
		lines[i] = ansi.Truncate(l, b.columns(), "…")
	}
	b.add(part{apart: true, forms: []form{{rankFolded, append(b.wrapped("", caption.Bold()), lines...)}}})
}

func widest(lines []string) int {
	most := 0
	for _, l := range lines {
		most = max(most, ansi.StringWidth(l))
	}
	return most
}

// table sets cells in columns, two blanks apart and without lines; the columns named are
// set to the right. Columns in which nothing stands are left out.
func (s Size) table(right []int, rows [][]string) []string {
	var out strings.Builder
	align := make(tw.Alignment, columnsOf(rows))
	for i := range align {
		align[i] = tw.AlignLeft
	}
	for _, i := range right {
		align[i] = tw.AlignRight
	}
	t := tablewriter.NewTable(&out,
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders: tw.BorderNone, Settings: tw.Settings{Lines: tw.LinesNone, Separators: tw.SeparatorsNone},
		})),
		tablewriter.WithPadding(tw.Padding{Right: "  ", Overwrite: true}),
		tablewriter.WithEastAsian(tw.Off),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithTrimSpace(tw.Off),
		tablewriter.WithTrimLine(tw.Off),
		tablewriter.WithAlignment(align),
	)
	for _, row := range rows {
		if t.Append(row) != nil {
			return nil
		}
	}
	if len(rows) == 0 || t.Render() != nil {
		return nil
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	for i, l := range lines {
		// The library ends a line that has colors with one that takes them away.
		if bare := strings.TrimSuffix(l, plain); strings.HasSuffix(bare, " ") {
			l = bare
		}
		lines[i] = strings.TrimRight(l, " ")
	}
	return lines
}

func columnsOf(rows [][]string) int {
	n := 0
	for _, r := range rows {
		n = max(n, len(r))
	}
	return n
}
