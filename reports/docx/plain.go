package docx

import (
	"cmp"
	"embed"
	"encoding/xml"
	"strings"
	"unicode/utf8"
)

//go:embed plain
var plainFiles embed.FS

// Plain is how a document looks that is made from no template.
type Plain struct {
	Accent string // the color of its headings: six hexadecimal digits; the usual one where it is empty
	Footer string // a line at the foot of every page; may be empty
	// Running is at the head of every page, behind the logo and the name of whoever
	// hands the document over; each may be empty.
	Running Text
	Name    string
	Logo    *Picture
}

const usualAccent = "0b5d6b" // in plain/styles.xml

// plainArchive is the document that a report goes into where no template is given.
// It defines the text and the styles with a color; the others are added as they are
// to any template.
func plainArchive(look Plain, language string) (*archive, error) {
	a := &archive{parts: map[string][]byte{}}
	footer := text(element("w:t", characters(look.Footer)).with("xml:space", "preserve"))
	filled := strings.NewReplacer(usualAccent, cmp.Or(look.Accent, usualAccent), usualLanguage, language, "<w:t/>", string(footer))
	for _, part := range []struct{ name, file string }{
		{typesPart, "types.xml"},
		{"_rels/.rels", "package.rels"},
		{"word/document.xml", "document.xml"},
		{"word/_rels/document.xml.rels", "document.rels"},
		{"word/styles.xml", "styles.xml"},
		{"word/settings.xml", "settings.xml"},
		{"word/footer1.xml", "footer.xml"},
		{headerPart, "header.xml"},
	} {
		text, err := plainFiles.ReadFile("plain/" + part.file)
		if err != nil {
			return nil, err
		}
		a.add(part.name, []byte(filled.Replace(string(text))))
	}
	return a, a.putHead(look, language)
}

const headerPart = "word/header1.xml"

// The room in the head of a page, in twentieths of a point.
const (
	logoHeight = 360
	logoWidth  = 2400
	mostInHead = 106 // characters of one line, beside a logo
)

// putHead fills in the head of every page.
func (a *archive) putHead(look Plain, language string) error {
	line := []node{}
	if look.Logo != nil {
		id, err := a.embed(headerPart, look.Logo.Image, look.Logo.Kind)
		if err != nil {
			return err
		}
		mark := *look.Logo
		mark.Highest = logoHeight
		line = append(line, mark.inline(1, id, logoWidth))
		look.Name = "  " + look.Name
	}
	line = append(line, Words(look.Name).runs(0)...)
	if utf8.RuneCountInString(look.Name+look.Running.Plain()) > mostInHead {
		line = append(line, element("w:r", element("w:br")))
	}
	line = append(append(line, tab()), look.Running.runs(0)...)
	speak(line, language)
	head, err := inside(a.parts[headerPart], paragraphNode([]node{value("w:pStyle", "Header")}, line))
	a.parts[headerPart] = head
	return err
}

// The core properties (ECMA-376 part 2, 8.3) and their relation.
const (
	coreType      = "application/vnd.openxmlformats-package.core-properties+xml"
	coreRelation  = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	coreNamespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
)

// describe says what the document is called, in what language it is and of what
// day; nothing of who made it when.
func (a *archive) describe(d *Document) error {
	part, err := a.related("", "core-properties")
	if err != nil {
		return err
	}
	if part == "" {
		part = a.free("docProps/report", ".xml")
		if _, err := a.relate("", coreRelation, part); err != nil {
			return err
		}
		if err := a.holds(part, coreType); err != nil {
			return err
		}
	}
	day := func(name string) node {
		return element(name, characters(d.Date+"T00:00:00Z")).with("xsi:type", "dcterms:W3CDTF")
	}
	core := element("cp:coreProperties",
		day("dcterms:created"), element("dc:language", characters(d.language())), day("dcterms:modified"), element("dc:title", characters(d.Title)),
	).with("xmlns:cp", coreNamespace, "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	a.add(part, append([]byte(xml.Header), text(core)...))
	return nil
}
