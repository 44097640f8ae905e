//go:build browser

package reports

import (
	"bytes"
	"context"

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

	"collab/reports/brand"
	"collab/reports/drawing"
)

// These tests open pages in a real browser. They need Chromium, pdftotext (poppler), the
// fonts that fonts_test.go names, java, and in the folder that COLLAB_NODE_MODULES names
// the npm packages axe-core and vnu-jar, the checker of the W3C. Where
// COLLAB_SCREENSHOTS names a folder, what was seen is kept there.
//
//	npm install --prefix /tmp/tools axe-core vnu-jar
//	COLLAB_NODE_MODULES=/tmp/tools/node_modules go test -tags browser -run Browser ./reports

// looked are the pages that are looked at.
func looked() []onPage {
	names := []string{"complete", "short", "no_joint_work", "nothing_known", "seven_stages", "hostile",
		"room", "room_after_talking", "room_silent", "room_hostile", "room_hands",
		"since_linked", "since_solo", "since_hostile_change", "trend_five_times", "trend_twelve_times"}
	for _, f := range pages {
		names = append(names, f.name)
	}
	return slices.DeleteFunc(everyPage(), func(s onPage) bool { return !slices.Contains(names, s.name) })
}

// A view is a way in which a page is looked at.
type view struct {
	name          string
	width, height int64
	media, scheme string
}

var views = []view{
	{"phone-light", 360, 740, "screen", "light"},
	{"phone-dark", 360, 740, "screen", "dark"},
	{"laptop-light", 1280, 800, "screen", "light"},
	{"laptop-dark", 1280, 800, "screen", "dark"},
	{"paper", 658, 900, "print", "light"}, // the width of the column on A4
}

func TestBrowserShowsEveryPage(t *testing.T) {
	axe := readFile(t, toolPath(t, "axe-core/axe.min.js"))
	check := readFile(t, "testdata/browser/check.js")
	ctx := browser(t)
	for _, fix := range looked() {
		address := written(t, fix, testBrand(t))
		for _, v := range views {
			t.Run(fix.name+"/"+v.name, func(t *testing.T) {
				open(t, ctx, address, v)
				for _, problem := range evaluated[[]string](t, ctx, check) {
					t.Error(problem)
				}
				shot, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
				keepShot(t, fix.name+"-"+v.name+".png", shot, err)
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
	hostile := slices.DeleteFunc(everyPage(), func(s onPage) bool { return !strings.Contains(s.name, "hostile") })
	for _, fix := range hostile {
		t.Run(fix.name, func(t *testing.T) {
			open(t, ctx, written(t, fix, hostileBrand(t)), views[2])
			for what, n := range evaluated[map[string]int](t, ctx, `({
				scripts: document.querySelectorAll('script, iframe, object, embed, base, link, form, input').length,
				handlers: [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on|^style$|javascript:/i.test(a.name + '=' + a.value) && !/^one/.test(a.name))).length,
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

// On paper no heading stands alone at the end of a page, and no picture is cut.
func TestBrowserPrintsWell(t *testing.T) {
	mark := readFile(t, "testdata/browser/mark.js")
	ctx := browser(t)
	for _, fix := range looked() {
		address := written(t, fix, testBrand(t))
		for name, paper := range map[string]chromedp.PaperSize{"a4": chromedp.PaperA4, "letter": chromedp.PaperLetter} {
			t.Run(fix.name+"/"+name, func(t *testing.T) {
				open(t, ctx, address, view{width: 658, height: 900, media: "print", scheme: "light"})
				print := func() []byte {
					pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(paper), chromedp.PDFPrintBackground(), chromedp.PDFPreferCSSPageSize()))
					if err != nil {
						t.Fatal(err)
					}
					return pdf
				}
				pdf := print()
				keepShot(t, fix.name+"-"+name+".pdf", pdf, nil)
				setInOwnFonts(t, pdf)
				marks := evaluated[[]int](t, ctx, mark)
				sheets := textOf(t, print())
				t.Logf("%d pages, %d pictures, %d headings", len(sheets), marks[0], marks[1])
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
	for _, fix := range everyPage() {
		writePage(t, filepath.Join(dir, fix.name+".html"), fix, testBrand(t))
	}
	for _, d := range Drawings(roomOfTwelve(t), Options{}, PageWidth) {
		var b bytes.Buffer
		if err := drawing.WriteSVGFile(&b, d, drawing.NewPalette(drawing.Light, drawing.DefaultAccent(), 4), drawing.NewPalette(drawing.Dark, drawing.DefaultAccent(), 4)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, d.ID+".svg"), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
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

// written is the address of a page.
func written(t *testing.T, fix onPage, b brand.Brand) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), fix.name+".html")
	writePage(t, path, fix, b)
	return "file://" + path
}

func writePage(t *testing.T, path string, fix onPage, b brand.Brand) {
	t.Helper()
	a, o := fix.make(t)
	o.Seal, o.Brand = seal, b
	text := htmlOf(t, a, o)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
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
