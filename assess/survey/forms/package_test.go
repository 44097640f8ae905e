package forms_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

// partsOf unpacks an Office Open XML package.
func partsOf(t *testing.T, file []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name], err = io.ReadAll(in); err != nil {
			t.Fatal(err)
		}
	}
	return parts
}

// sheetsOf are the rows of a workbook's sheets, by their names, each by its headers.
func sheetsOf(t *testing.T, file []byte) map[string][]map[string]string {
	t.Helper()
	parts := partsOf(t, file)
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			To   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		R []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	decode(t, parts["xl/workbook.xml"], &book)
	decode(t, parts["xl/_rels/workbook.xml.rels"], &relations)
	sheets := map[string][]map[string]string{}
	for _, s := range book.Sheets {
		for _, r := range relations.R {
			if r.ID == s.To {
				sheets[s.Name] = rowsOf(t, parts["xl/"+r.Target])
			}
		}
	}
	return sheets
}

func rowsOf(t *testing.T, part []byte) (rows []map[string]string) {
	t.Helper()
	var sheet struct {
		Rows []struct {
			Cells []struct {
				At   string `xml:"r,attr"`
				Text string `xml:"is>t"`
			} `xml:"c"`
		} `xml:"sheetData>row"`
	}
	decode(t, part, &sheet)
	headers := map[string]string{}
	for i, r := range sheet.Rows {
		row := map[string]string{}
		for _, c := range r.Cells {
			if letter := strings.TrimRight(c.At, "0123456789"); i == 0 {
				headers[letter] = c.Text
			} else {
				row[headers[letter]] = c.Text
			}
		}
		if i > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

func decode(t *testing.T, part []byte, into any) {
	t.Helper()
	if err := xml.Unmarshal(part, into); err != nil {
		t.Fatal(err)
	}
}
