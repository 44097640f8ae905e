package reports

import (
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// A column says how a table's column is set.
type column struct {
	head  string
	align tw.Align
}

func left(head string) column  { return column{head, tw.AlignLeft} }
func right(head string) column { return column{head, tw.AlignRight} }

// markdownTable is a pipe table. Its cells are prose already.
func markdownTable(columns []column, rows [][]prose) (prose, error) {
	heads := make([]string, len(columns))
	for i, c := range columns {
		heads[i] = c.head
	}
	text, err := drawn(renderer.NewMarkdown(), columns, heads, rows)
	return prose(text), err
}

// alignedRows sets cells in columns, two spaces apart and without lines.
func alignedRows(columns []column, rows [][]prose) ([]string, error) {
	bare := renderer.NewBlueprint(tw.Rendition{
		Borders: tw.BorderNone,
		Settings: tw.Settings{
			Lines:      tw.LinesNone,
			Separators: tw.SeparatorsNone,
		},
	})
	text, err := drawn(bare, columns, nil, rows, tablewriter.WithPadding(tw.Padding{Right: "  ", Overwrite: true}))
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
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
