package reports

import (
	"fmt"
	"slices"
	"strings"

	"github.com/olekukonko/tablewriter/tw"
)

// manyColumns is as many as a phone has room for: there a table with more is set as a
// list, a block for each row.
const manyColumns = 3

// htmlTable is a table of HTML; empty where there is none.
func htmlTable(t *table) prose {
	if t == nil || len(t.rows) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<table%s>\n<thead><tr>", t.classes())
	for _, c := range t.columns {
		fmt.Fprintf(&b, `<th scope="col"%s>%s</th>`, alignment(c), c.head)
	}
	b.WriteString("</tr></thead>\n<tbody>\n")
	for _, row := range t.rows {
		b.WriteString(`<tr>`)
		for i, cell := range row {
			if i == 0 {
				fmt.Fprintf(&b, `<th scope="row">%s</th>`, cell)
				continue
			}
			fmt.Fprintf(&b, `<td%s>%s%s</td>`, alignment(t.columns[i]), t.headInCell(i, cell), cell)
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table>\n")
	return prose(b.String())
}

// classes say what the style sheet does with a table: one of many columns is a list on
// a phone, one of words alone has columns of one width, so that such tables stand well
// under one another, and a long one may be cut between pages.
func (t *table) classes() string {
	var all []string
	if len(t.columns) > manyColumns {
		all = append(all, "many")
	}
	if !slices.ContainsFunc(t.columns, func(c column) bool { return c.align == tw.AlignRight }) {
		all = append(all, "words")
	}
	if len(t.rows) > 20 {
		all = append(all, "long")
	}
	if len(all) == 0 {
		return ""
	}
	return fmt.Sprintf(` class="%s"`, strings.Join(all, " "))
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
