package reports

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"collab/assess"
	"collab/reports/drawing"
)

func htmlOf(t testing.TB, a *assess.Assessment, o Options) string {
	t.Helper()
	return rendered(t, func(b *bytes.Buffer) error { return HTML(b, a, o) })
}

func TestThePageGoesToItsOwnPartsOnly(t *testing.T) {
	for _, fix := range everyPage() {
		a, o := fix.Make(t)
		o.Brand = hostileBrand(t)
		text := htmlOf(t, a, o)
		ids := map[string]int{}
		for _, m := range regexp.MustCompile(`\sid="([^"]*)"`).FindAllStringSubmatch(text, -1) {
			ids[m[1]]++
			if ids[m[1]] > 1 {
				t.Errorf("%s: the id %s stands twice", fix.Name, m[1])
			}
		}
		headings := regexp.MustCompile(`<h2 id="([^"]*)"`).FindAllStringSubmatch(text, -1)
		links := regexp.MustCompile(`<a href="#([^"]*)"`).FindAllStringSubmatch(text, -1)
		if len(headings) != len(links) {
			t.Fatalf("%s: %d parts, %d links", fix.Name, len(headings), len(links))
		}
		for i := range links {
			if links[i][1] != headings[i][1] {
				t.Errorf("%s: the link %s stands where %s is", fix.Name, links[i][1], headings[i][1])
			}
		}
		for _, m := range regexp.MustCompile(`\s(?:href|src|xlink:href|action|poster|data)="([^"]*)"`).FindAllStringSubmatch(text, -1) {
			if !strings.HasPrefix(m[1], "#") && !strings.HasPrefix(m[1], "data:image/png;base64,") {
				t.Errorf("%s: the page goes to %s", fix.Name, m[1])
			}
		}
	}
}

// What people typed makes no element and no attribute: a page with harmless names has
// the very same ones.
func TestTypedTextMakesNoMarkup(t *testing.T) {
	allowed := map[string]bool{"wbr": true, "bdi": true, "circle stroke-dasharray": true}
	known := elements(t, htmlOf(t, forty(t), Options{Brand: testBrand(t)}))
	for name := range elements(t, htmlOf(t, assessed(complete(t)), Options{Brand: testBrand(t)})) {
		known[name] = true
	}
	for _, fix := range everyPage() {
		a, o := fix.Make(t)
		o.Brand = hostileBrand(t)
		for name := range elements(t, htmlOf(t, a, o)) {
			if !known[name] && !allowed[name] {
				t.Errorf("%s: %s", fix.Name, name)
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

func TestThePolicyNamesTheStyle(t *testing.T) {
	text := htmlOf(t, assessed(complete(t)), Options{})
	style := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindStringSubmatch(text)[1]
	sum := sha256.Sum256([]byte(style))
	want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; img-src data:; base-uri 'none'; form-action 'none'"
	if !strings.Contains(text, `content="`+want+`"`) {
		t.Errorf("the page has not the policy %s", want)
	}
	if strings.Contains(text, " style=") || strings.Contains(style, "url(") || strings.Contains(style, "@import") {
		t.Error("there are styles that the policy forbids")
	}
}

// As for Markdown: with the figures of the assessment taken from it, no decimals are left.
func TestNoDecimalsOnThePageButThoseOfTheAssessment(t *testing.T) {
	for _, fix := range fixtures[:2] {
		a := fix.Make(t)
		text := htmlOf(t, a, Options{})
		text = regexp.MustCompile(`(?s)<style>.*?</style>|<[^>]*>`).ReplaceAllString(text, " ")
		for _, p := range figures(a) {
			text = strings.ReplaceAll(text, p.String(), "")
		}
		if left := regexp.MustCompile(`\b\d\.\d\d\b`).FindAllString(text, -1); left != nil {
			t.Errorf("%s: %v", fix.Name, left)
		}
	}
}

func TestThePageOfFortyIsSmall(t *testing.T) {
	for _, fix := range []func(testing.TB) *assess.Assessment{forty, func(t testing.TB) *assess.Assessment { return fortyOf(t, longNames(t)) }} {
		if n := len(htmlOf(t, fix(t), Options{Seal: seal})); n > 400_000 {
			t.Errorf("%d bytes", n)
		}
	}
}

// Every picture has its table and its words, and the same on a phone.
func TestEveryPictureIsToldToo(t *testing.T) {
	for _, fix := range everyPage() {
		a, o := fix.Make(t)
		wide, phone := Drawings(a, o, PageWidth), Drawings(a, o, PhoneWidth)
		for i, d := range wide {
			if d.Title == "" || d.Description == "" || len(d.Data.Rows) == 0 {
				t.Errorf("%s: %s has no title, no description or no table", fix.Name, d.ID)
			}
			for _, row := range d.Data.Rows {
				if len(row) != len(d.Data.Columns) || row[0] == "" {
					t.Errorf("%s: %s has the row %q under %d columns", fix.Name, d.ID, row, len(d.Data.Columns))
				}
			}
			if phone[i].ID != d.ID || phone[i].Description != d.Description {
				t.Errorf("%s: %s on a phone is %s", fix.Name, d.ID, phone[i].ID)
			}
		}
	}
}

// What a page says is in the golden files of Markdown, too, which has the same content.
func TestAPageIsAsItWasLookedAt(t *testing.T) {
	golden(t, "hostile.page.html", []byte(htmlOf(t, assessed(hostile(t)), Options{Seal: seal, Brand: hostileBrand(t)})))
}

func TestAPageIsTheSameEveryTime(t *testing.T) {
	for _, fix := range everyPage() {
		a, o := fix.Make(t)
		same, _ := fix.Make(t)
		first := htmlOf(t, a, o)
		if htmlOf(t, a, o) != first {
			t.Errorf("%s: not the same twice", fix.Name)
		}
		if !reflect.DeepEqual(a, same) {
			t.Errorf("%s: an assessment was changed", fix.Name)
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	a := forty(b)
	n := 0
	for b.Loop() {
		var page bytes.Buffer
		if err := HTML(&page, a, Options{Seal: seal}); err != nil {
			b.Fatal(err)
		}
		n = page.Len()
	}
	b.ReportMetric(float64(n), "bytes")
}

func TestChartsStandBesideTheReport(t *testing.T) {
	for _, fix := range []fixture[*assess.Assessment]{fixtures[0], rooms[0], rooms[6]} {
		a := fix.Make(t)
		o := Options{Charts: "a (b) c-"}
		text := rendered(t, func(b *bytes.Buffer) error { return Markdown(b, a, o) })
		charts, err := Charts(a, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range charts {
			if link := "](" + strings.Replace(c.Name, "a (b) c-", "a%20%28b%29%20c-", 1) + ")"; strings.Count(text, link) != 1 {
				t.Errorf("%s: %s is shown %d times", fix.Name, c.Name, strings.Count(text, link))
			}
			if err := xml.Unmarshal(c.SVG, new(struct{})); err != nil {
				t.Errorf("%s: %v", c.Name, err)
			}
		}
		if shown := strings.Count(text, ".svg)"); shown != len(charts) {
			t.Errorf("%s: %d pictures are shown, of %d", fix.Name, shown, len(charts))
		}
	}
}

func TestPicturesAreAsTheyWereLookedAt(t *testing.T) {
	light, dark := palettes(drawing.DefaultAccent(), 4)
	for _, d := range Drawings(afterTalking(t), Options{}, PageWidth)[:7] {
		var b bytes.Buffer
		if err := drawing.WriteSVGFile(&b, d, light, dark); err != nil {
			t.Fatal(err)
		}
		golden(t, "room_after_talking."+d.ID+".svg", b.Bytes())
	}
}

func TestThePageShowsWhereTraitsStoodBefore(t *testing.T) {
	then := complete(t)
	then.Date, _ = assess.ParseDate("2025-11-20")
	for i := range then.Answers[:8] {
		then.Answers[i] = 1
	}
	now := assessed(complete(t))
	c := assess.Compare(assess.Side{Assessment: assessed(then)}, assess.Side{Assessment: now})
	d := Drawings(now, Options{Since: c}, PageWidth)[0]
	if !strings.Contains(d.Description, "On 20 November 2025 it stood at 1.00.") {
		t.Errorf("the description is %s", d.Description)
	}
	ghosts := 0
	for _, s := range d.Shapes {
		if circle, ok := s.(drawing.Circle); ok && circle.Dashed {
			ghosts++
		}
	}
	if want := 8; ghosts != want { // six traits, the spectrum, the key
		t.Errorf("%d ghosts, want %d", ghosts, want)
	}
	collisions(t, "profile", d)
	page := htmlOf(t, now, Options{Since: c})
	if !strings.Contains(page, ">20 November 2025</text>") {
		t.Error("the page does not say when it was")
	}
}
