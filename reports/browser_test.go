//go:build browser

package reports_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	tab "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"collab/reports"
	"collab/reports/content"
)

// These tests open pages in a real browser. They need Chromium, pdftotext (poppler), the
// fonts that fonts_test.go names, java, and in the folder that COLLAB_NODE_MODULES names
// the npm packages axe-core and vnu-jar, the checker of the W3C. Where
// COLLAB_SCREENSHOTS names a folder, what was seen is kept there.
//
//	npm install --prefix /tmp/tools axe-core vnu-jar
//	COLLAB_NODE_MODULES=/tmp/tools/node_modules go test -tags browser -run Browser ./reports

// looked are those that are looked at in every way, which takes a while.
var looked = regexp.MustCompile(`^(slide_|agenda_)?(complete|hostile|seven_stages|room|forty_long_names|hostile_person)$|` +
	`^(short|nothing_known|two_stages|room_after_talking|room_silent|room_hostile|forty|long_names|.*right_to_left)$|` +
	`^(linked|solo|hostile_change|five_times|twelve_times|portfolio_seven)$`)

// A view is a way in which a page is looked at.
type view struct {
	name          string
	width, height int64
	media, scheme string
}

var views = []view{
	{"phone-light", 390, 844, "screen", "light"},
	{"phone-small", 320, 640, "screen", "light"},
	{"phone-dark", 390, 844, "screen", "dark"},
	{"laptop-light", 1280, 800, "screen", "light"},
	{"laptop-dark", 1280, 800, "screen", "dark"},
	{"paper", 688, 1047, "print", "light"}, // the room on A4
}

func TestBrowserShowsEveryPage(t *testing.T) {
	axe := readFile(t, toolPath(t, "axe-core/axe.min.js"))
	check := readFile(t, "testdata/browser/check.js")
	ctx := browser(t)
	for _, p := range everyPage(t) {
		if !looked.MatchString(p.name) {
			continue
		}
		address := addressOf(t, p.name, p.report(t, testBrand(t)))
		for _, v := range views {
			if p.slide && v.media == "print" {
				continue // it brings its own paper
			}
			t.Run(p.name+"/"+v.name, func(t *testing.T) {
				open(t, ctx, address, v)
				for _, problem := range evaluated[[]string](t, ctx, strings.Replace(check, "MAY_CUT", fmt.Sprint(p.mayCut), 1)) {
					t.Error(problem)
				}
				shot, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
				keepShot(t, p.name+"-"+v.name+".png", shot, err)
				if v.media == "print" {
					return // nobody reads paper by ear
				}
				evaluated[chromedp.Void](t, ctx, axe+";0")
				for _, violation := range violations(t, ctx) {
					t.Error(violation)
				}
			})
		}
	}
}

// violations are what axe finds with all of its rules, those of good practice too.
func violations(t *testing.T, ctx context.Context) []string {
	t.Helper()
	found, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`axe.run(document, {resultTypes: ['violations']}).then(
		r => r.violations.map(v => v.id + ': ' + v.help + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | ')))`,
		chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// What people typed is shown as text: no element, link or style comes of it, nothing
// runs, and nothing is asked for.
func TestBrowserRunsAndFetchesNothing(t *testing.T) {
	ctx := browser(t)
	var mu sync.Mutex
	var heard []string
	err := chromedp.Listen(ctx, func(event any) {
		mu.Lock()
		defer mu.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if url := e.Request.URL; !strings.HasPrefix(url, "file:") && !strings.HasPrefix(url, "data:image/png;") {
				heard = append(heard, "asked for "+url)
			}
		case *tab.EventJavascriptDialogOpening:
			heard = append(heard, "a dialog opened: "+e.Message)
		case *log.EventEntryAdded:
			heard = append(heard, e.Entry.Text)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	hostile := slices.DeleteFunc(everyPage(t), func(p page) bool { return !strings.Contains(p.name, "hostile") })
	for _, p := range hostile {
		t.Run(p.name, func(t *testing.T) {
			open(t, ctx, addressOf(t, p.name, p.report(t, hostileBrand(t))), views[3])
			for what, n := range evaluated[map[string]int](t, ctx, `({
				scripts: document.querySelectorAll('script, iframe, object, embed, base, link, form, input').length,
				handlers: [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on|^style$/i.test(a.name) || a.name !== 'aria-label' && /javascript:/i.test(a.value))).length,
				links: [...document.querySelectorAll('a, area')].filter(a => !a.getAttribute('href').startsWith('#')).length,
				pictures: [...document.querySelectorAll('img, image, use')].filter(i => !(i.src || '').startsWith('data:image/png;base64,')).length,
				styles: document.querySelectorAll('style').length - 1,
			})`) {
				if n != 0 {
					t.Errorf("%d %s", n, what)
				}
			}
			mu.Lock()
			defer mu.Unlock()
			for _, h := range heard {
				t.Error(h)
			}
		})
	}
}

// On paper no heading stands alone at the end of a page, nothing is cut that belongs
// together, and no page is all but empty.
func TestBrowserPrintsWell(t *testing.T) {
	mark := readFile(t, "testdata/browser/mark.js")
	ctx := browser(t)
	for _, p := range everyPage(t) {
		address := addressOf(t, p.name, p.report(t, testBrand(t)))
		for name, paper := range papers {
			if p.slide || !looked.MatchString(p.name) {
				continue // of slides see below
			}
			t.Run(p.name+"/"+name, func(t *testing.T) {
				open(t, ctx, address, views[5])
				pdf := printed(t, ctx, paper)
				keepShot(t, p.name+"-"+name+".pdf", pdf, nil)
				setInOwnFonts(t, pdf)
				marks := evaluated[[]int](t, ctx, mark)
				sheets := textOf(t, printed(t, ctx, paper))
				t.Logf("%d pages, %d pieces, %d headings", len(sheets), marks[0], marks[1])
				together(t, sheets, "QP", marks[0])
				together(t, sheets, "QH", marks[1])
				for i, sheet := range sheets {
					if len(strings.Fields(sheet)) < 30 {
						t.Errorf("page %d of %d is all but empty: %q", i+1, len(sheets), sheet)
					}
				}
			})
		}
	}
}

// The board page is one page, whatever the names and the letters, and each slide is one.
func TestBrowserPrintsTheBoardOnOnePage(t *testing.T) {
	ctx := browser(t)
	for _, p := range everyPage(t) {
		r := p.report(t, testBrand(t))
		if !p.slide {
			r = r.On(content.Board)
		}
		if len(r.Sections) == 0 {
			continue
		}
		address := addressOf(t, p.name, r)
		for name, paper := range papers {
			for _, letters := range []string{"", "wider"} {
				if letters != "" && (p.mayCut || p.name == "twelve_times") || p.slide && name != "a4" {
					continue // names, and a note on twelve dates, fill it as it is; a slide brings its own paper
				}
				t.Run(p.name+"/"+name+letters, func(t *testing.T) {
					open(t, ctx, address, views[5])
					if letters != "" {
						evaluated[int](t, ctx, widerLetters)
					}
					pdf := printed(t, ctx, paper)
					keepShot(t, p.name+"-board-"+name+letters+".pdf", pdf, nil)
					if n := len(textOf(t, pdf)); n != len(r.Sections) {
						t.Errorf("it takes %d pages, for %d", n, len(r.Sections))
					}
				})
			}
		}
	}
}

// widerLetters sets everything as a font does whose letters are 8 % wider.
const widerLetters = `document.styleSheets[0].insertRule('* { letter-spacing: .04em !important }', 0)`

// What the examples may take of paper, and of a thumb's way down a phone.
func TestBrowserKeepsTheExamplesShort(t *testing.T) {
	ctx := browser(t)
	for name, most := range map[string]int{"lakes-guild": 6, "northern-trails-alliance": 5, "harbor-towns-network": 5} {
		r := reports.Assessment(example(t, name))
		r.Brand = testBrand(t)
		address := addressOf(t, name, r)
		for on, paper := range papers {
			open(t, ctx, address, views[5])
			pdf := printed(t, ctx, paper)
			keepShot(t, name+"-"+on+".pdf", pdf, nil)
			sheets := textOf(t, pdf)
			if n := len(sheets); n > most {
				t.Errorf("%s takes %d pages of %s, at most %d are good", name, n, on, most)
			}
			for i, sheet := range sheets {
				for _, want := range []string{"Fieldwork Partners, 12 Harbour Street", "23 November 2026", r.Reference} {
					if !strings.Contains(sheet, want) {
						t.Errorf("%s: page %d of %s does not say %q:\n%s", name, i+1, on, want, sheet)
					}
				}
			}
		}
		for _, v := range views[:2] {
			open(t, ctx, address, v)
			shot, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
			keepShot(t, name+"-"+v.name+".png", shot, err)
			if high := evaluated[int](t, ctx, "document.documentElement.scrollHeight"); high > 9000 {
				t.Errorf("%s is %d pixels high on a phone %d wide", name, high, v.width)
			}
		}
	}
}

var papers = map[string]chromedp.PaperSize{"a4": chromedp.PaperA4, "letter": chromedp.PaperLetter}

func printed(t *testing.T, ctx context.Context, on chromedp.PaperSize) []byte {
	t.Helper()
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(on), chromedp.PDFPrintBackground(), chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// together checks that both marks of each of n pairs stand on one page.
func together(t *testing.T, sheets []string, mark string, n int) {
	t.Helper()
	pages := map[string]int{}
	for i, sheet := range sheets {
		for _, found := range regexp.MustCompile(mark+`\d+[AB]`).FindAllString(sheet, -1) {
			pages[found] = i + 1
		}
	}
	if len(pages) != 2*n {
		t.Errorf("%d marks %s found, of %d", len(pages), mark, 2*n)
	}
	for found, at := range pages {
		if other, ok := strings.CutSuffix(found, "A"); ok && pages[other+"B"] != at {
			t.Errorf("%s begins on page %d and ends, or goes on, on page %d", found, at, pages[other+"B"])
		}
	}
}

func TestBrowserPagesAreValid(t *testing.T) {
	jar := toolPath(t, "vnu-jar/build/dist/vnu.jar")
	dir := t.TempDir()
	for _, p := range everyPage(t) {
		writePage(t, filepath.Join(dir, p.name+".html"), p.report(t, testBrand(t)))
	}
	out, err := exec.Command("java", "-jar", jar, "--errors-only", "--also-check-svg", dir).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("%v\n%s", err, out[:min(len(out), 4000)])
	}
}

// browser is a new tab.
func browser(t *testing.T) context.Context {
	t.Helper()
	ownFonts(t)
	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), flags...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	return ctx
}

func open(t *testing.T, ctx context.Context, address string, v view) {
	t.Helper()
	media := emulation.SetEmulatedMediaParams{Media: v.media, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: v.scheme}}}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(v.width, v.height), chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
}

func evaluated[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// addressOf is the address of a report as a page.
func addressOf(t *testing.T, name string, r content.Report) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name+".html")
	writePage(t, path, r)
	return "file://" + path
}

func writePage(t *testing.T, path string, r content.Report) {
	t.Helper()
	if err := os.WriteFile(path, []byte(pageOf(t, r)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func toolPath(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("COLLAB_NODE_MODULES")
	if dir == "" {
		t.Fatal("COLLAB_NODE_MODULES names no folder; see the head of this file")
	}
	return filepath.Join(dir, name)
}

// keepShot keeps what was seen for those who want to look at it.
func keepShot(t *testing.T, name string, seen []byte, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	dir := os.Getenv("COLLAB_SCREENSHOTS")
	if dir == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(dir, name), seen, 0o644); err != nil {
		t.Fatal(err)
	}
}

// textOf are the texts of a document's pages.
func textOf(t *testing.T, pdf []byte) []string {
	t.Helper()
	cmd := exec.Command("pdftotext", "-layout", "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	sheets := strings.Split(string(out), "\f")
	return sheets[:len(sheets)-1]
}
