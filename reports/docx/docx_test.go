package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"image"
	"image/png"
	"strings"
	"testing"
)

// everything has a block of each kind.
func everything() *Document {
	d := &Document{Title: "Lakes Guild: how it collaborates", Date: "2026-11-23"}
	d.SetTitle(Words("Lakes Guild"))
	d.Subtitle(Words("23 November 2026"))
	d.Heading(1, Words("Profile"))
	d.Picture(Picture{Image: dot(), Kind: "png", Width: 680, Height: 340, Title: "Where it stands", Description: "Trust: 1.75."})
	d.Table(Table{
		Title:   "Traits",
		Columns: []Column{{Head: Words("Trait")}, {Head: Words("Position"), Figures: true}},
		Rows:    []Row{Texts(Words("Trust"), Words("1.75")), Texts(Words("Values"), Words("2.50"))},
	})
	d.Paragraph(Text{{Text: "Lowest: "}, {Text: "trust", Strong: true}})
	d.Heading(2, Words("Next"))
	d.Lead(Words("Do this:"))
	d.Step(Words("Ask."), true)
	d.Item(Words("Listen."))
	return d
}

func dot() []byte {
	var b bytes.Buffer
	_ = png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))) // memory cannot fail
	return b.Bytes()
}

// parts are those of a document that was written.
func parts(t testing.TB, d *Document, template []byte) map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b, template); err != nil {
		t.Fatal(err)
	}
	a, err := readArchive(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for name, part := range a.parts {
		all[name] = string(part)
		if strings.HasSuffix(name, ".png") {
			continue
		}
		if err := eachToken(part, func(xml.Token, span) {}); err != nil {
			t.Errorf("%s is no XML: %v\n%s", name, err, part)
		}
	}
	return all
}

// contains fails where a text lacks one of some others, in their order.
func contains(t *testing.T, text string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		at := strings.Index(text, w)
		if at < 0 {
			t.Errorf("no %s in the rest, %.3000s", w, text)
			return
		}
		text = text[at+len(w):]
	}
}

func TestADocumentHoldsWhatWasAdded(t *testing.T) {
	all := parts(t, everything(), nil)
	contains(t, all["word/document.xml"],
		`<w:pStyle w:val="Title"/><w:keepNext/>`, ">Lakes Guild<",
		`<w:pStyle w:val="Heading1"/><w:keepNext/>`, ">Profile<",
		`<wp:docPr id="1" name="Where it stands" descr="Trust: 1.75." title="Where it stands"/>`, `r:embed="report2"`,
		`<w:tblStyle w:val="ReportTable"/>`, `<w:tblCaption w:val="Traits"/>`, `<w:cantSplit/><w:tblHeader/>`, ">Position<", `<w:jc w:val="right"/>`, ">1.75<",
		`<w:spacing w:before="160"/>`, `<w:b/>`, ">trust<",
		`<w:pStyle w:val="Heading2"/>`, `<w:pStyle w:val="ListNumber"/>`, `<w:pStyle w:val="ListBullet"/>`, ">Listen.<", "<w:sectPr>")
	contains(t, all["word/_rels/document.xml.rels"], `Id="report2"`, `/image"`, `Target="/word/media/report1.png"`)
	contains(t, all["[Content_Types].xml"], `Extension="png"`, `image/png`)
	contains(t, all["docProps/report1.xml"], "2026-11-23T00:00:00Z", "en-US", "Lakes Guild: how it collaborates")
	if strings.Contains(all["word/document.xml"], "pageBreakBefore") {
		t.Error("the first page is empty")
	}
}

func TestTheSameDocumentIsTheSameBytes(t *testing.T) {
	var once, again bytes.Buffer
	for _, b := range []*bytes.Buffer{&once, &again} {
		if err := everything().Write(b, nil); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(once.Bytes(), again.Bytes()) {
		t.Error("two documents differ")
	}
	z, err := zip.NewReader(bytes.NewReader(once.Bytes()), int64(once.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if !f.Modified.Equal(written()) {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
	}
}

func TestAPlainDocumentTakesColorAndFooter(t *testing.T) {
	d := everything()
	d.Plain = Plain{Accent: "123456", Footer: "Prepared <by> Lakes & Co"}
	all := parts(t, d, nil)
	contains(t, all["word/styles.xml"], `<w:color w:val="123456"/>`)
	contains(t, all["word/footer1.xml"], "Prepared &lt;by&gt; Lakes &amp; Co", " PAGE ")
	if strings.Contains(all["word/styles.xml"], usualAccent) {
		t.Error("the usual color is still there")
	}
}

func TestTablesFitTheirPage(t *testing.T) {
	long := strings.Repeat("Rindfleischetikettierung", 4)
	var trend Table
	row := []Text{}
	for _, head := range []string{"Date", "People", "Values", "Trust", "Transparency", "Knowledge", "Stakeholders", "Governance", "Spectrum", "Headline"} {
		trend.Columns, row = append(trend.Columns, Column{Head: Words(head)}), append(row, Words("2.75"))
	}
	row[9] = Words("coordination")
	trend.Rows = []Row{Texts(row...)}
	for _, c := range []struct {
		name  string
		table Table
		size  int
		fits  bool // every word does
	}{
		{"short words", Table{Columns: make([]Column, 3), Rows: []Row{Texts(Words("a"), Words("b c"), Words("d"))}}, 0, true},
		{"many columns", trend, 18, true},
		{"long words", Table{Columns: make([]Column, 6), Rows: []Row{Texts(Words(long), Words(long), Words(long), Words("x"), Words(long), nil)}}, 17, false},
	} {
		s := c.table.setting(9298)
		if s.size != c.size {
			t.Errorf("%s: set in size %d, want %d", c.name, s.size, c.size)
		}
		if wide := sum(s.widths); wide > 9298 || wide < 9280 {
			t.Errorf("%s: the columns are %d wide, want 9298", c.name, wide)
		}
		for i, least := range c.table.least(s, mostLetters) {
			if s.widths[i] < s.around || c.fits && s.widths[i] < least {
				t.Errorf("%s: column %d is %d wide, its longest word %d", c.name, i+1, s.widths[i], least)
			}
		}
	}
}

func TestShortTablesStayWholeAndNeverTouch(t *testing.T) {
	table := func(rows int) Table {
		of := Table{Columns: []Column{{Head: Words("A")}}}
		for range rows {
			of.Rows = append(of.Rows, Texts(Words("x")))
		}
		return of
	}
	for rows, kept := range map[int]int{1: 1, 3: 3, fewRows: fewRows, fewRows + 1: 1} {
		d := &Document{Date: "2026-11-23"}
		d.Table(table(rows))
		if got := strings.Count(parts(t, d, nil)["word/document.xml"], "<w:keepNext/>"); got != kept {
			t.Errorf("of %d rows %d stay with the next, want %d", rows, got, kept)
		}
	}
	d := &Document{Date: "2026-11-23"}
	d.Table(table(1))
	d.Table(table(1))
	d.Table(Table{Columns: []Column{{Head: Words("A")}}})
	contains(t, parts(t, d, nil)["word/document.xml"], "</w:tbl><w:p><w:pPr>", "</w:pPr></w:p><w:tbl>", "</w:tbl><w:sectPr>")
}

// stages is a table that is a picture: a stage reached, one wanted, and one before.
func stages() Table {
	return Table{
		Title: "Where it stands", Description: "Trust: cooperation.", Drawn: true,
		Columns: []Column{{Head: Words("Trait")}, {Head: Words("First"), Drawn: true}, {Head: Words("Second"), Drawn: true}},
		Rows: []Row{
			{Cells: []Cell{{Text: Words("Trust")}, {Fill: "0B5D6B", Bar: true}, {Text: Words("target"), Fill: "E4E9EB", Dashed: true}}},
			{Cells: []Cell{{Text: Words("Values")}, {Fill: "E4E9EB", Stripes: "0B5D6B"}, {Fill: "E4E9EB"}}},
			{Cells: []Cell{{Text: Words("Spectrum"), Over: 3}}, Apart: true},
		},
	}
}

func TestATableIsDrawnWithItsCells(t *testing.T) {
	d := &Document{Date: "2026-11-23"}
	d.Paragraph(Words("Today"))
	d.Table(stages())
	text := parts(t, d, nil)["word/document.xml"]
	bar, dashed := `<w:%s w:val="single" w:sz="24" w:space="0" w:color="1B2126"/>`, `<w:%s w:val="dashed" w:sz="8" w:space="0" w:color="1B2126"/>`
	side := func(line, of string) string { return strings.Replace(line, "%s", of, 1) }
	contains(t, text,
		"<w:keepNext/>", ">Today<", // stays with the table
		`<w:tblLayout w:type="fixed"/>`, `<w:tblDescription w:val="Trust: cooperation."/>`, `<w:tblHeader/>`,
		">Trust<", side(bar, "right"), `<w:shd w:val="clear" w:color="auto" w:fill="0B5D6B"/>`,
		side(dashed, "top"), side(bar, "left"), side(dashed, "bottom"), side(dashed, "right"), ">target<",
		">Values<", `<w:shd w:val="diagStripe" w:color="0B5D6B" w:fill="E4E9EB"/>`, side(dashed, "top"),
		`<w:trHeight w:val="80" w:hRule="exact"/>`, `<w:gridSpan w:val="3"/>`, ">Spectrum<")
	if drawn := stages().setting(9864).widths; drawn[1] != drawn[2] {
		t.Errorf("the stages are %d and %d wide", drawn[1], drawn[2])
	}
}

func TestFlowsStandBesideEachOtherWhereThereIsRoom(t *testing.T) {
	d := &Document{Date: "2026-11-23"}
	var left, right, empty Flow
	left.Heading(2, Words("Left"))
	left.Blanks(Words("Who"), Words("by"))
	right.Table(Table{Columns: []Column{{Head: Words("A")}}, Rows: []Row{Texts(Words("x"))}})
	d.Columns(left, empty, right)
	contains(t, parts(t, d, nil)["word/document.xml"], "<w:tbl>", ">Left<", `w:leader="underscore"`, ">Who<", "</w:tc><w:tc>", "</w:tbl><w:p><w:pPr>", "</w:pPr></w:p></w:tc>", "</w:tbl>")
	narrow := press{width: 2*narrowest - 1, styles: styles{}}
	if all := string(text(columns{left, left}.nodes(&narrow)...)); strings.Contains(all, "w:tbl") || strings.Count(all, "Left") != 2 {
		t.Errorf("on a narrow page they are not below each other: %s", all)
	}
}

// Each list counts from 1, whatever was counted before it.
func TestEachListIsCountedByItself(t *testing.T) {
	d := &Document{Date: "2026-11-23"}
	for range 2 {
		d.Step(Words("Ask."), true)
		d.Step(Words("Offer."), false)
	}
	all := parts(t, d, nil)
	if n := strings.Count(all["word/document.xml"], "<w:numPr>"); n != 2 {
		t.Errorf("%d items have a list of their own, want the two of the second", n)
	}
	if n := strings.Count(all["word/reportNumbering1.xml"], `w:val="decimal"`); n != 2 {
		t.Errorf("%d lists are counted, want 2", n)
	}
}

func TestAPlainDocumentHasAHeadOnEveryPage(t *testing.T) {
	d := everything()
	d.Plain = Plain{Name: "Lakes & Co", Running: Words("Lakes Guild · 2026"), Logo: &Picture{Image: dot(), Kind: "png", Width: 200, Height: 50, Description: "Lakes & Co"}}
	all := parts(t, d, nil)
	contains(t, all["word/header1.xml"], `descr="Lakes &amp; Co"`, "Lakes &amp; Co<", "<w:tab/>", ">Lakes Guild · 2026<")
	contains(t, all["word/_rels/header1.xml.rels"], "/image", "/word/media/report1.png")
	if strings.Contains(all["word/header1.xml"], "<w:br/>") {
		t.Error("a short head is broken")
	}
	d.Plain.Running = Words(strings.Repeat("Association ", 10))
	contains(t, parts(t, d, nil)["word/header1.xml"], "<w:br/>", "<w:tab/>")
}

// Every part says the language of the document, for its spelling checker.
func TestADocumentIsInItsLanguage(t *testing.T) {
	d := everything()
	d.Language, d.Plain.Running = "de-CH", Words("Lakes Guild")
	for name, part := range parts(t, d, nil) {
		if strings.Contains(part, "en-US") {
			t.Errorf("%s is said to be in English", name)
		}
	}
	contains(t, parts(t, d, nil)["word/document.xml"], `<w:lang w:val="de-CH"/>`)
}
