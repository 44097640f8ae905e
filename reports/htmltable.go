package reports

import (
	"fmt"
	"strings"

	"github.com/olekukonko/tablewriter/tw"
)

// manyColumns is more than a phone has room for: there such a table is set as a list,
// a block for each row.
const manyColumns = 4

// htmlTable is a table of HTML; empty where there is none. The roles are what a table
// means by itself, and are said since a list loses them.
func htmlTable(t *table) prose {
	if t == nil || len(t.rows) == 0 {
		return ""
	}
	var b strings.Builder
	class := ""
	if len(t.columns) > manyColumns {
		class = ` class="many"`
	}
	fmt.Fprintf(&b, "<table role=\"table\"%s>\n<thead role=\"rowgroup\"><tr role=\"row\">", class)
	for _, c := range t.columns {
		fmt.Fprintf(&b, `<th role="columnheader" scope="col"%s>%s</th>`, alignment(c), c.head)
	}
	b.WriteString("</tr></thead>\n<tbody role=\"rowgroup\">\n")
	for _, row := range t.rows {
		b.WriteString(`<tr role="row">`)
		for i, cell := range row {
			if i == 0 {
				fmt.Fprintf(&b, `<th role="rowheader" scope="row">%s</th>`, cell)
				continue
			}
			fmt.Fprintf(&b, `<td role="cell"%s>%s%s</td>`, alignment(t.columns[i]), t.headInCell(i, cell), cell)
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table>\n")
	return prose(b.String())
}

func alignment(c column) string {
	if c.align == tw.AlignRight {
		return ` class="figures"`
	}
	return ""
}

// headInCell is the head of a column where the table may be set as a list.
func (t *table) headInCell(column int, cell prose) string {
	if len(t.columns) <= manyColumns || cell == "" {
		return ""
	}
	return `<span class="head" aria-hidden="true">` + t.columns[column].head + "</span>"
}
