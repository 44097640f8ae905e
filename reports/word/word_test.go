package word_test

import (
	"archive/zip"
	"bytes"
	"image"
	"image/png"
	"io"
	"strings"
	"testing"

	"collab/reports/brand"
	"collab/reports/content"
	"collab/reports/word"
)

func written(t testing.TB, r content.Report, template []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := word.Write(&b, r, template); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// part is a part of a document; empty where it has none of the name.
func part(t testing.TB, file []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		return ""
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

const text = "word/document.xml"

// contains fails where a text lacks one of some others, in their order.
func contains(t *testing.T, text string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		at := strings.Index(text, w)
		if at < 0 {
			t.Fatalf("no %s in the rest, %.3000s", w, text)
		}
		text = text[at+len(w):]
	}
}

func report(blocks ...content.Block) content.Report {
	return content.Report{
		Title: content.Words("Report"), Language: "en-US", Date: "2026-11-23", Running: content.Words("Lakes Guild · 12 of 15 people"),
		Sections: []content.Section{{ID: "board", Sheet: content.Board, Heading: content.Words("Trust is lowest"), Blocks: blocks}},
	}
}

func profile() content.Profile {
	of := content.Words
	return content.Profile{Caption: of("Stage today"), Order: of("Lowest first"), Stages: []content.Text{of("First"), of("Second")}, Course: of("Course"),
		Groups: [][]content.ProfileRow{{
			{Name: of("Trust"), Cells: []content.Cell{{Fill: content.Reached, Label: of("behind")}, {Fill: content.Wanted}}, Course: []float64{1, 2, 1.5}, Told: of("Trust: first.")},
			{Name: of("Values"), Cells: []content.Cell{{Fill: content.Reached}, {Fill: content.Unsure}}, Was: 1, Told: of("Values: second.")},
		}}}
}

func TestStagesAreCellsOfATable(t *testing.T) {
	file := written(t, report(profile()), nil)
	contains(t, part(t, file, text),
		`<w:tblDescription w:val="Trust: first. Values: second."/>`, ">First<", ">Second<", ">Course<",
		">Trust<", `w:fill="0b5d6b"`, `<w:color w:val="ffffff"/>`, ">behind<", `w:val="dashed"`, `descr="Trust: first."`,
		">Values<", `w:fill="0b5d6b"`, `w:val="diagStripe" w:color="0b5d6b"`)
	if strings.ContainsAny(part(t, file, text), "■□▨") {
		t.Error("a stage is shown by a mark too")
	}
}

func TestMoreVotesFillACellMore(t *testing.T) {
	heat := content.Heat{Heads: []content.Text{content.Words("First"), content.Words("Second"), content.Words("Third")}, Unknown: content.Words("Don’t know"), People: 10,
		Groups: []content.HeatGroup{{Heading: content.Words("Trust"), Rows: []content.HeatRow{
			{Name: content.Words("Names"), Counts: []int{9, 1, 0}, Unknown: 4, Many: true, Label: content.Words("split")},
			{Name: content.Words("Credit"), Instead: content.Words("withheld")},
		}}}}
	contains(t, part(t, written(t, report(heat), nil), text), ">Trust<", ">Names<", `w:fill="0b5d6b"`, ">9<", `w:fill="`, ">1<", `w:fill="E4E9EB"`, ">4<", ">split<",
		">Credit<", `<w:gridSpan w:val="3"/>`, ">withheld<")
}

// A page of its own begins where the section says so, and after one that fills its page.
func TestSectionsBeginPages(t *testing.T) {
	r := report(content.Paragraph{Text: content.Words("Today")})
	r.Sections = append(r.Sections,
		content.Section{Heading: content.Words("After the board")},
		content.Section{Heading: content.Words("On the same page")},
		content.Section{Heading: content.Words("Fresh"), Sheet: content.Fresh},
		content.Section{Heading: content.Words("Screen"), Sheet: content.Slide},
	)
	main := part(t, written(t, r, nil), text)
	if n := strings.Count(main, "<w:pageBreakBefore/>"); n != 2 {
		t.Errorf("%d pages begin, want 2", n)
	}
	contains(t, main, ">Trust is lowest<", "<w:pageBreakBefore/>", ">After the board<", ">On the same page<", "<w:pageBreakBefore/>", ">Fresh<", ">Screen<")
}

func TestADocumentIsTheSameEveryTime(t *testing.T) {
	if !bytes.Equal(written(t, report(profile()), nil), written(t, report(profile()), nil)) {
		t.Error("two documents differ")
	}
}

// A name in Hebrew runs from right to left; the rest stays as it is.
func TestNamesFromRightToLeftRunSo(t *testing.T) {
	r := report(content.Paragraph{Text: content.Join(content.Words("With"), content.Typed("נתיבי הצפון"), content.Words("since 2024."))})
	r.Sections[0].Heading = content.Typed("נתיבי הצפון")
	main := part(t, written(t, r, nil), text)
	if n := strings.Count(main, "<w:bidi/>"); n != 1 {
		t.Errorf("%d paragraphs run from right to left, want the title alone", n)
	}
	if n := strings.Count(main, `<w:rtl/><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">נתיבי הצפון<`); n != 2 {
		t.Errorf("the name runs from right to left %d times, want 2", n)
	}
}

// A plain document has the brand and the running line at the head of every page. A
// template has a head of its own, so the running line stands below the title.
func TestPlainDocumentsBearABrand(t *testing.T) {
	var dot bytes.Buffer
	if err := png.Encode(&dot, image.NewGray(image.Rect(0, 0, 4, 2))); err != nil {
		t.Fatal(err)
	}
	mark, err := brand.ParseLogo("logo.png", dot.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	r := report()
	own := written(t, r, nil)
	r.Brand = brand.Brand{Name: "Lakes Consulting", Footer: "In confidence", Logo: mark}
	plain := written(t, r, nil)
	contains(t, part(t, plain, "word/header1.xml"), `descr="Lakes Consulting"`, "Lakes Consulting<", ">Lakes Guild · 12 of 15 people<")
	contains(t, part(t, plain, "word/footer1.xml"), "In confidence", "PAGE")
	if strings.Contains(part(t, plain, text), "12 of 15") {
		t.Error("the running line is in the text too")
	}
	from := written(t, r, own)
	contains(t, part(t, from, text), ">Trust is lowest<", ">Lakes Guild · 12 of 15 people<")
	for _, name := range []string{text, "word/header1.xml", "word/footer1.xml"} {
		if got := part(t, from, name); strings.Contains(got, "Lakes Consulting") || strings.Contains(got, "In confidence") {
			t.Errorf("a document from a template bears the brand in %s", name)
		}
	}
}
