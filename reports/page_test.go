package reports_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	unescape "html"
	"image"
	"image/color"
	"image/png"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"collab/assess"
	"collab/reports"
	"collab/reports/brand"
	"collab/reports/content"
	"collab/reports/figure"
	"collab/reports/html"
	"collab/reports/reportstest"
)

// A page is a report that is looked at as HTML.
type page struct {
	name   string
	make   func(t testing.TB, o reports.Options) content.Report
	slide  bool
	mayCut bool // names are longer than any page has room for
}

func (p page) report(t testing.TB, b brand.Brand) content.Report {
	t.Helper()
	return p.make(t, reports.Options{Reference: "1d1baa4ae9f9", Brand: b})
}

// everyPage are all reports as pages, and those that are slides.
func everyPage(testing.TB) []page {
	all := slices.Concat(
		pagesOf("", reports.Assessment, reportstest.One, reportstest.Rooms, reportstest.Pages, reportstest.HostilePages()),
		pagesOf("slide_", reports.Slide, reportstest.One, reportstest.Rooms, reportstest.Pages, reportstest.HostilePages()),
		pagesOf("agenda_", reports.Agenda, reportstest.One, reportstest.Rooms, reportstest.HostilePages()),
		pagesOf("", reports.Comparison, reportstest.Comparisons),
		pagesOf("", reports.Series, reportstest.Courses),
		pagesOf("portfolio_", reports.Portfolio, reportstest.Portfolios),
	)
	for i, p := range all {
		all[i].slide = strings.HasPrefix(p.name, "slide_") || strings.HasPrefix(p.name, "agenda_")
		all[i].mayCut = regexp.MustCompile("long_names|right_to_left|hostile").MatchString(p.name)
	}
	return all
}

// pagesOf are the reports of fixtures.
func pagesOf[T any](prefix string, report func(T, reports.Options) content.Report, fixtures ...[]reportstest.Fixture[T]) []page {
	var all []page
	for _, f := range slices.Concat(fixtures...) {
		all = append(all, page{name: prefix + f.Name, make: func(t testing.TB, o reports.Options) content.Report {
			return report(f.Make(t), o)
		}})
	}
	return all
}

func pageOf(t testing.TB, r content.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := html.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// testBrand is that of a consultant, with a logo drawn here.
func testBrand(t testing.TB) brand.Brand {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, 96, 48))
	for x := range 96 {
		for y := range 48 {
			if (x/12+y/12)%2 == 0 {
				picture.Set(x, y, color.RGBA{0x7a, 0x1f, 0x3d, 0xff})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	logo, err := brand.ParseLogo("logo.png", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return brand.Brand{Name: "Fieldwork Partners", Logo: logo, Accent: &figure.Color{R: 0x7a, G: 0x1f, B: 0x3d}, Footer: "Fieldwork Partners, 12 Harbour Street · In confidence"}
}

// hostileBrand has markup in its texts.
func hostileBrand(t testing.TB) brand.Brand {
	b := testBrand(t)
	b.Name = `"><img src=https://evil.example/a onerror=alert(1)>`
	b.Footer = `</footer><script>alert(2)</script></style><a href="javascript:alert(3)">x</a>"}*{display:none}\`
	return b
}

func TestThePageGoesNowhere(t *testing.T) {
	for _, p := range everyPage(t) {
		text := pageOf(t, p.report(t, hostileBrand(t)))
		ids := map[string]bool{}
		for _, m := range regexp.MustCompile(`\sid="([^"]*)"`).FindAllStringSubmatch(text, -1) {
			if ids[m[1]] {
				t.Errorf("%s: the id %s stands twice", p.name, m[1])
			}
			ids[m[1]] = true
		}
		for _, m := range regexp.MustCompile(`\s(?:href|src|xlink:href|action|poster|data)="([^"]*)"`).FindAllStringSubmatch(text, -1) {
			if !strings.HasPrefix(m[1], "#") && !strings.HasPrefix(m[1], "data:image/png;base64,") {
				t.Errorf("%s: the page goes to %s", p.name, m[1])
			}
		}
	}
}

// What people typed makes no element and no attribute: a page with harmless names has
// the very same ones.
func TestTypedTextMakesNoMarkup(t *testing.T) {
	known := map[string]bool{}
	for _, p := range everyPage(t) {
		if !strings.Contains(p.name, "hostile") {
			for name := range elements(t, pageOf(t, p.report(t, testBrand(t)))) {
				known[name] = true
			}
		}
	}
	for _, p := range everyPage(t) {
		for name := range elements(t, pageOf(t, p.report(t, hostileBrand(t)))) {
			if !known[name] {
				t.Errorf("%s: %s", p.name, name)
			}
		}
	}
}

// elements are the names of elements with those of their attributes.
func elements(t *testing.T, text string) map[string]bool {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	found := map[string]bool{}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return found
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok {
			name := start.Name.Local
			for _, a := range start.Attr {
				found[name+" "+a.Name.Local] = true
			}
			found[name] = true
		}
	}
}

// The policy forbids all but the page's own style, whatever brand and names are in it.
func TestThePolicyNamesTheStyle(t *testing.T) {
	for _, p := range everyPage(t) {
		text := pageOf(t, p.report(t, hostileBrand(t)))
		style := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindStringSubmatch(text)[1]
		sum := sha256.Sum256([]byte(style))
		want := "default-src 'none'; img-src data:; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
		if !strings.Contains(unescape.UnescapeString(text), `content="`+want+`"`) {
			t.Errorf("%s has not the policy %s", p.name, want)
		}
		if strings.Contains(text, " style=") || strings.Contains(style, "url(") || strings.Contains(style, "@import") || strings.Contains(style, "<") {
			t.Errorf("%s has styles that the policy forbids", p.name)
		}
	}
}

func TestThePageOfFortyIsSmall(t *testing.T) {
	for _, r := range []func(testing.TB) *assess.Assessment{reportstest.Forty, func(t testing.TB) *assess.Assessment { return reportstest.FortyOf(t, reportstest.LongNames(t)) }} {
		if n := len(pageOf(t, reports.Assessment(r(t), reports.Options{}))); n > 250_000 {
			t.Errorf("%d bytes", n)
		}
	}
}

// What it takes from the findings to the page; 50 ms are allowed.
func BenchmarkHTMLOfForty(b *testing.B) {
	a := reportstest.Forty(b)
	n := 0
	for b.Loop() {
		n = len(pageOf(b, reports.Assessment(a, reports.Options{})))
	}
	b.ReportMetric(float64(n), "bytes")
}
