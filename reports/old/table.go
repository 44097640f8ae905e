package reports

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"collab/reports/drawing"
)

// A column says how a table's column is set.
type column struct {
	head  string
	align tw.Align
}

// A table is what stands in rows and columns, for a format to set. Heads and cells
// are fit for the format.
type table struct {
	columns []column
	rows    [][]prose
}

func left(head string) column  { return column{head, tw.AlignLeft} }
func right(head string) column { return column{head, tw.AlignRight} }

// withoutEmpty leaves out the columns that are empty in every row.
func (t table) withoutEmpty() *table {
	kept := table{rows: make([][]prose, len(t.rows))}
	for c := range t.columns {
		if !slices.ContainsFunc(t.rows, func(row []prose) bool { return row[c] != "" }) {
			continue
		}
		kept.columns = append(kept.columns, t.columns[c])
		for r := range t.rows {
			kept.rows[r] = append(kept.rows[r], t.rows[r][c])
		}
	}
	return &kept
}

// headed puts the heads above the rows, and leaves out what is empty below its head.
func (t table) headed() *table {
	kept := t.withoutEmpty()
	heads := make([]prose, len(kept.columns))
	for i, c := range kept.columns {
		heads[i] = prose(c.head)
	}
	kept.rows = slices.Insert(kept.rows, 0, heads)
	return kept
}

// width is how many columns of a screen the rows take.
func (t table) width() int {
	width := gap * (len(t.columns) - 1)
	for c := range t.columns {
		widest := 0
		for _, row := range t.rows {
			widest = max(widest, ansi.StringWidth(string(row[c])))
		}
		width += widest
	}
	return width
}

// markdownTable is a pipe table; empty where there is none.
func markdownTable(t *table) (prose, error) {
	if t == nil {
		return "", nil
	}
	heads := make([]string, len(t.columns))
	for i, c := range t.columns {
		heads[i] = c.head
	}
	text, err := drawn(renderer.NewMarkdown(), t.columns, heads, t.rows)
	return prose(text), err
}

// alignedRows sets cells in columns, two spaces apart and without lines.
func alignedRows(t *table) ([]string, error) {
	bare := renderer.NewBlueprint(tw.Rendition{
		Borders: tw.BorderNone,
		Settings: tw.Settings{
			Lines:      tw.LinesNone,
			Separators: tw.SeparatorsNone,
		},
	})
	text, err := drawn(bare, t.columns, nil, t.rows, tablewriter.WithPadding(tw.Padding{Right: "  ", Overwrite: true}))
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i, l := range lines {
		// The library ends a line that has colours with one that takes them away.
		if bare := strings.TrimSuffix(l, plain); strings.HasSuffix(bare, " ") {
			l = bare
		}
		lines[i] = strings.TrimRight(l, " ")
	}
	return lines, err
}

// drawn is a table whose cells stand as they are given: not wrapped, not
// trimmed, not set in capitals, and measured alike in every locale.
func drawn(r tw.Renderer, columns []column, heads []string, rows [][]prose, more ...tablewriter.Option) (string, error) {
	align := make(tw.Alignment, len(columns))
	for i, c := range columns {
		align[i] = c.align
	}
	var b strings.Builder
	t := tablewriter.NewTable(&b, append([]tablewriter.Option{
		tablewriter.WithRenderer(r),
		tablewriter.WithEastAsian(tw.Off),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAutoWrap(tw.WrapNone),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithTrimSpace(tw.Off),
		tablewriter.WithTrimLine(tw.Off),
		tablewriter.WithAlignment(align),
	}, more...)...)
	if len(heads) > 0 {
		t.Header(heads)
	}
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = string(c)
		}
		if err := t.Append(cells); err != nil {
			return "", err
		}
	}
	err := t.Render()
	return b.String(), err
}

// data is a table of plain cells, for those who read a drawing by ear.
func (t *table) data() drawing.Table {
	var d drawing.Table
	if t == nil {
		return d
	}
	for _, c := range t.columns {
		d.Columns = append(d.Columns, drawing.Column{Name: c.head, Figures: c.align == tw.AlignRight})
	}
	for _, row := range t.rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = string(cell)
		}
		d.Rows = append(d.Rows, cells)
	}
	return d
}

// dataTable is the table of a drawing, with its texts made safe.
func dataTable(d drawing.Table, safe func(string) prose) *table {
	var t table
	for _, c := range d.Columns {
		set := left
		if c.Figures {
			set = right
		}
		t.columns = append(t.columns, set(string(safe(c.Name))))
	}
	for _, row := range d.Rows {
		var cells []prose
		for _, cell := range row {
			cells = append(cells, safe(cell))
		}
		t.rows = append(t.rows, cells)
	}
	return &t
}
