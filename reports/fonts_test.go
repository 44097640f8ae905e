//go:build browser || office

package reports_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// ownFonts has the programs of a test set pages in the fonts that testdata/fonts.conf
// names, and in no others that this machine has: each font is as wide as it likes, so
// that a page which fits on one machine does not fit on another.
//
//	apt-get install fonts-dejavu fonts-crosextra-carlito
func ownFonts(t *testing.T) {
	t.Helper()
	for _, font := range []string{"dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Oblique.ttf", "crosextra/Carlito-Regular.ttf"} {
		if _, err := os.Stat(filepath.Join("/usr/share/fonts/truetype", font)); err != nil {
			t.Fatalf("%v: install fonts-dejavu and fonts-crosextra-carlito", err)
		}
	}
	config, err := filepath.Abs("testdata/fonts.conf")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("FONTCONFIG_FILE", config)
}

// OpenSymbol comes with LibreOffice.
var ownFont = regexp.MustCompile(`^([A-Z]{6}\+)?(DejaVu|Carlito|OpenSymbol)`)

// setInOwnFonts checks that no other font is in a PDF. A browser gives no name to what it
// draws as pictures of letters.
func setInOwnFonts(t *testing.T, pdf []byte) {
	t.Helper()
	cmd := exec.Command("pdffonts", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("pdffonts: %v\n%s", err, out)
	}
	_, fonts, _ := strings.Cut(string(out), "---\n")
	named := 0
	for line := range strings.Lines(fonts) {
		name := strings.Fields(line)[0]
		if name == "[none]" {
			continue
		}
		named++
		if !ownFont.MatchString(name) {
			t.Errorf("it is set in %s too", name)
		}
	}
	if named == 0 {
		t.Errorf("it names no font:\n%s", out)
	}
}
