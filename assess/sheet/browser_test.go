//go:build browser

package sheet

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"collab/assess/asking"
)

// TestBrowserPrintsThePaperOnFewPages prints in a browser, in the fonts that the tests of
// the reports name, and looks where each page ends: no heading stands there alone.
//
//	go test -tags browser -run Browser ./assess/sheet
func TestBrowserPrintsThePaperOnFewPages(t *testing.T) {
	fonts, err := filepath.Abs("../../reports/testdata/fonts.conf")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("FONTCONFIG_FILE", fonts)
	for _, c := range []struct {
		name  string
		round asking.Round
		most  int
	}{{"full", full, 8}, {"short", short, 5}, {"second round", again("trust.reliance", "values.goals", "spectrum.trust"), 2}} {
		for _, page := range Pages() {
			pages := pagesOf(t, printed(t, c.round, PaperOptions{Page: page}))
			if len(pages) > c.most {
				t.Errorf("%s, %s: %d pages, at most %d", c.name, page, len(pages), c.most)
			}
			for i, text := range pages {
				lines := strings.Split(strings.TrimSpace(text), "\n")
				last := strings.TrimSpace(lines[max(len(lines)-2, 0)]) // above the foot
				if slices.ContainsFunc(asking.Sections(c.round), func(s asking.Section) bool { return s.Title == last }) {
					t.Errorf("%s, %s: %q ends page %d", c.name, page, last, i+1)
				}
			}
		}
	}
}

// pagesOf are the texts of the pages that a browser prints.
func pagesOf(t *testing.T, html string) []string {
	t.Helper()
	dir := t.TempDir()
	page, pdf := filepath.Join(dir, "paper.html"), filepath.Join(dir, "paper.pdf")
	if err := os.WriteFile(page, []byte(html), 0o600); err != nil {
		t.Fatal(err)
	}
	browser := exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer",
		"--disable-background-networking", "--user-data-dir="+filepath.Join(dir, "profile"), "--print-to-pdf="+pdf, page)
	if said, err := browser.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	text, err := exec.Command("pdftotext", "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
}
