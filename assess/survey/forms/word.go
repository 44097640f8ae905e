package forms

import (
	"fmt"
	"io"
	"strings"

	"collab/assess/asking"
)

// Word writes a plain document of numbered questions and lettered options, which is what
// Microsoft Forms imports. It knows no conditions: a text before facts says whom they
// are for.
func Word(w io.Writer, f asking.Form) error {
	var d document
	d.add(f.Title)
	d.add(f.Opening()...)
	n := 0
	for _, s := range f.Sections {
		d.add(s.Title)
		d.add(s.Intro...)
		for at, it := range s.Items {
			if says := it.When.OnlyIf(); says != "" && s.Items[at-1].When.Item == "" {
				d.add(says)
			}
			n++
			d.add(fmt.Sprintf("%d. %s", n, it.Prompts[0]))
			for i, o := range it.Options {
				d.add(fmt.Sprintf("%s. %s", letter(i), o.Text()))
			}
		}
	}
	return d.write(w)
}

// letter is that of an option by its place: A to Z, then AA.
func letter(place int) string {
	if place < 26 {
		return string(rune('A' + place))
	}
	return letter(place/26-1) + letter(place%26)
}

// A document is the paragraphs of a document of Word.
type document struct{ body strings.Builder }

func (d *document) add(paragraphs ...string) {
	for _, p := range paragraphs {
		fmt.Fprintf(&d.body, `<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, xmlText(p))
	}
}

func (d *document) write(w io.Writer) error {
	return writePackage(w, []part{
		{"[Content_Types].xml", contentTypes + fmt.Sprintf(`<Override PartName="/word/document.xml" ContentType="%swordprocessingml.document.main+xml"/></Types>`, officeTypes)},
		{"_rels/.rels", relationships + fmt.Sprintf(`<Relationship Id="rId1" Type="%sofficeDocument" Target="word/document.xml"/></Relationships>`, relationType)},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + d.body.String() + `<w:sectPr/></w:body></w:document>`},
	})
}
