package reports

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"image"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"collab/assess"
	"collab/reports/brand"
)

// outline writes a document as text: its headings, paragraphs, rows and pictures in
// their order. What no reader of the document would miss is left out.
func outline(w io.Writer, a *assess.Assessment, o Options) error {
	var file bytes.Buffer
	if err := Document(&file, a, o); err != nil {
		return err
	}
	main, err := partOf(file.Bytes(), "word/document.xml")
	if err != nil {
		return err
	}
	var out outliner
	d := xml.NewDecoder(bytes.NewReader(main))
	for {
		token, err := d.Token()
		if err == io.EOF {
			_, err = io.WriteString(w, out.text.String())
			return err
		}
		if err != nil {
			return err
		}
		out.see(token)
	}
}

// partOf is a part of a document.
func partOf(file []byte, name string) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// An outliner follows the tokens of a document's text.
type outliner struct {
	text  strings.Builder
	words string // of the paragraph
	style string
	cells []string // of the row; nil outside a table
	bold  bool
}

var outlineMarks = map[string]string{
	"Title": "= ", "Subtitle": "~ ", "Heading1": "\n# ", "Heading2": "\n## ", "ListBullet": "- ", "ListNumber": "1. ",
}

func (o *outliner) see(token xml.Token) {
	switch v := token.(type) {
	case xml.StartElement:
		o.open(v)
	case xml.EndElement:
		o.close(v.Name.Local)
	case xml.CharData:
		if o.bold {
			v = []byte("*" + string(v) + "*")
		}
		o.words += string(v)
	}
}

func (o *outliner) open(e xml.StartElement) {
	attribute := func(name string) string {
		i := slices.IndexFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == name })
		return e.Attr[i].Value
	}
	switch e.Name.Local {
	case "pStyle":
		o.style = outlineMarks[attribute("val")]
	case "tblCaption":
		fmt.Fprintf(&o.text, "[table: %s]\n", attribute("val"))
	case "p":
		o.words = ""
	case "docPr":
		o.words = fmt.Sprintf("[picture: %s. %s]", attribute("title"), attribute("descr"))
	case "tr":
		o.cells = []string{}
	case "b":
		o.bold = true
	}
}

func (o *outliner) close(name string) {
	switch {
	case name == "r":
		o.bold = false
	case name == "p" && o.cells != nil:
		o.cells, o.words = append(o.cells, o.words), ""
	case name == "p":
		fmt.Fprintf(&o.text, "%s%s\n", o.style, o.words)
		o.words, o.style = "", ""
	case name == "tr":
		fmt.Fprintf(&o.text, "| %s\n", strings.Join(o.cells, " | "))
		o.cells = nil
	}
}

// TestDocumentsAreAsTheyWereLookedAt keeps the outline of some documents, which can be
// read, and holds the headings of all to those of Markdown.
func TestDocumentsAreAsTheyWereLookedAt(t *testing.T) {
	kept := []string{"complete", "hostile", "nothing_known", "seven_stages", "room", "room_hands", "room_after_talking", "since_linked", "trend_five_times"}
	for _, fix := range everyPage() {
		t.Run(fix.Name, func(t *testing.T) {
			a, o := fix.Make(t)
			o.Seal = seal
			var page, document bytes.Buffer
			if err := outline(&document, a, o); err != nil {
				t.Fatal(err)
			}
			if slices.Contains(kept, fix.Name) {
				golden(t, fix.Name+".document.txt", document.Bytes())
			}
			if err := Markdown(&page, a, o); err != nil {
				t.Fatal(err)
			}
			want := headings(html.UnescapeString(strings.ReplaceAll(page.String(), `\`, "")), "## ")
			got := headings(document.String(), "# ")
			if o.Series != nil { // Markdown has the picture alone
				got = slices.DeleteFunc(got, func(h string) bool { return h == "Over time\n" })
			}
			if !slices.Equal(got, want) {
				t.Errorf("the document has %q, the Markdown %q", got, want)
			}
		})
	}
}

// headings are the lines of a text that begin so, without the beginning.
func headings(text, mark string) []string {
	var all []string
	for line := range strings.Lines(text) {
		if heading, is := strings.CutPrefix(line, mark); is {
			all = append(all, heading)
		}
	}
	return all
}

func TestADocumentIsTheSameEveryTime(t *testing.T) {
	for _, fix := range []fixture[*assess.Assessment]{fixtures[0], rooms[0]} {
		a := fix.Make(t)
		var once, again bytes.Buffer
		for _, b := range []*bytes.Buffer{&once, &again} {
			if err := Document(b, a, Options{Seal: seal}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(once.Bytes(), again.Bytes()) {
			t.Errorf("%s: two documents differ", fix.Name)
		}
	}
}

// TestNamesFromRightToLeftRunSo has a name in Hebrew; the rest stays as it is.
func TestNamesFromRightToLeftRunSo(t *testing.T) {
	r := complete(t)
	r.Association = "נתיבי הצפון"
	var b bytes.Buffer
	if err := Document(&b, assessed(r), Options{}); err != nil {
		t.Fatal(err)
	}
	main, err := partOf(b.Bytes(), "word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(main), "<w:bidi/>"); n != 1 {
		t.Errorf("%d paragraphs run from right to left, want the title alone", n)
	}
	if !strings.Contains(string(main), `<w:rtl/><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">נתיבי הצפון<`) {
		t.Error("the name does not run from right to left")
	}
}

// TestABrandIsBorneByPlainDocumentsOnly sets a brand, without and with a template.
func TestABrandIsBorneByPlainDocumentsOnly(t *testing.T) {
	var dot, plain, own bytes.Buffer
	if err := png.Encode(&dot, image.NewGray(image.Rect(0, 0, 4, 2))); err != nil {
		t.Fatal(err)
	}
	mark, err := brand.ParseLogo("logo.png", dot.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Brand: brand.Brand{Name: "Lakes Consulting", Footer: "In confidence", Logo: mark}}
	if err := Document(&plain, assessed(complete(t)), o); err != nil {
		t.Fatal(err)
	}
	footer, err := partOf(plain.Bytes(), "word/footer1.xml")
	if err != nil || !strings.Contains(string(footer), "In confidence") {
		t.Errorf("%s, %v", footer, err)
	}
	var text bytes.Buffer
	if err := outline(&text, assessed(complete(t)), o); err != nil {
		t.Fatal(err)
	}
	if want := "[picture: Logo. Logo Lakes Consulting]\nLakes Consulting\n= Northern Trails Alliance\n"; !strings.HasPrefix(text.String(), want) {
		t.Errorf("it begins %.200q", text.String())
	}
	if err := Document(&own, assessed(complete(t)), Options{}); err != nil {
		t.Fatal(err)
	}
	o.Template = own.Bytes()
	text.Reset()
	if err := outline(&text, assessed(complete(t)), o); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text.String(), "Lakes Consulting") {
		t.Error("a document from a template bears the brand")
	}
}

func BenchmarkDocument(b *testing.B) {
	a := rooms[0].Make(b)
	for b.Loop() {
		if err := Document(io.Discard, a, Options{Seal: seal}); err != nil {
			b.Fatal(err)
		}
	}
}
