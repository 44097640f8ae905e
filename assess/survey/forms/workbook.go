package forms

import (
	"fmt"
	"io"
	"strings"
)

// A sheet is one of a workbook's: rows of texts.
type sheet struct {
	name string
	rows [][]string
}

// writeWorkbook writes a workbook (.xlsx) of texts alone: they stand in their cells, so
// that it needs no table of shared texts and no styles.
func writeWorkbook(w io.Writer, sheets []sheet) error {
	types, book, to := contentTypes, "", relationships
	var parts []part
	for i, s := range sheets {
		name := fmt.Sprintf("worksheets/sheet%d.xml", i+1)
		types += fmt.Sprintf(`<Override PartName="/xl/%s" ContentType="%sspreadsheetml.worksheet+xml"/>`, name, officeTypes)
		book += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, s.name, i+1, i+1)
		to += fmt.Sprintf(`<Relationship Id="rId%d" Type="%sworksheet" Target="%s"/>`, i+1, relationType, name)
		parts = append(parts, part{"xl/" + name, s.xml()})
	}
	types += fmt.Sprintf(`<Override PartName="/xl/workbook.xml" ContentType="%sspreadsheetml.sheet.main+xml"/></Types>`, officeTypes)
	return writePackage(w, append([]part{
		{"[Content_Types].xml", types},
		{"_rels/.rels", relationships + fmt.Sprintf(`<Relationship Id="rId1" Type="%sofficeDocument" Target="xl/workbook.xml"/></Relationships>`, relationType)},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` + book + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", to + `</Relationships>`},
	}, parts...))
}

func (s sheet) xml() string {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for i, row := range s.rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for at, cell := range row {
			if cell != "" {
				fmt.Fprintf(&b, `<c r="%c%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, 'A'+at, i+1, xmlText(cell))
			}
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData></worksheet>`)
	return b.String()
}
