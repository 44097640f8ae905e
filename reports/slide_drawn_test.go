package reports_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"collab/reports"
	"collab/reports/content"
	"collab/reports/reportstest"
	"collab/reports/slide"
)

// A slide as a picture says all that it says as a page, and shows all of it.
func TestAPictureOfASlideSaysAllOfIt(t *testing.T) {
	for _, f := range slices.Concat(reportstest.One, reportstest.Rooms, reportstest.Pages, reportstest.HostilePages()) {
		r := reports.Slide(f.Make(t), reports.Options{Reference: "1d1baa4ae9f9"})
		var b bytes.Buffer
		if err := slide.WriteSVG(&b, r); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		said := lettersOf(t, b.Bytes())
		for _, w := range append(wordsOf(reflect.ValueOf(r.Sections)), r.Running.Plain()) {
			if !strings.Contains(said, strings.ReplaceAll(w, " ", "")) {
				t.Errorf("%s: the picture lacks %q", f.Name, w)
			}
		}
	}
}

// lettersOf are the texts of a picture without blanks, for a text may go on in another line.
func lettersOf(t *testing.T, svg []byte) string {
	t.Helper()
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return strings.Join(strings.Fields(b.String()), "")
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, is := token.(xml.CharData); is {
			b.Write(text)
		}
	}
}

func TestAPictureInPixelsIsOfASlide(t *testing.T) {
	a, o := example(t, "lakes-guild")
	var b bytes.Buffer
	if err := slide.WritePNG(&b, reports.Slide(a, o)); err != nil {
		t.Fatal(err)
	}
	if c, err := png.DecodeConfig(&b); err != nil || c.Width != 3200 || c.Height != 1800 {
		t.Errorf("it is %d by %d: %v", c.Width, c.Height, err)
	}
	slideOfTable := content.Report{Sections: []content.Section{{Sheet: content.Slide, Blocks: []content.Block{content.Table{}}}}}
	for _, r := range []content.Report{reports.Assessment(a, o), slideOfTable, {}} {
		if err := slide.WriteSVG(io.Discard, r); !errors.Is(err, slide.ErrNoRoom) {
			t.Errorf("%d sections, not of a slide: %v", len(r.Sections), err)
		}
	}
}
