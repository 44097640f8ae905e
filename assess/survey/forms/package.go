package forms

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"strings"
	"time"
)

// A part is a file in an Office Open XML package (ECMA-376 part 2).
type part struct{ name, text string }

// writePackage writes the parts of a package, the first being its content types.
func writePackage(w io.Writer, parts []part) error {
	z := zip.NewWriter(w)
	for _, p := range parts {
		// The first time that a zip can say: the same form, the same bytes.
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, xml.Header+p.text); err != nil {
			return err
		}
	}
	return z.Close()
}

// xmlText is text inside an element. Line ends stay as they are.
func xmlText(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a builder takes all
	return strings.ReplaceAll(b.String(), "&#xA;", "\n")
}

const (
	contentTypes  = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
	relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	officeTypes   = "application/vnd.openxmlformats-officedocument."
	relationType  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)
