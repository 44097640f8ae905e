//go:build browser

package phone

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"pgregory.net/rapid"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// These tests open the page in a real browser. They need Chromium, fonts-dejavu and
// fonts-crosextra-carlito, and in the folder that COLLAB_NODE_MODULES names the npm package
// axe-core. Where COLLAB_SCREENSHOTS names a folder, what was seen is kept there.
//
//	COLLAB_NODE_MODULES=/tmp/tools/node_modules go test -tags browser -run Browser ./assess/phone

// A drawn page is one of a round, with responses to it.
type drawn struct {
	round     asking.Round
	responses []*assess.Response
}

var drawnPages = rapid.Custom(func(t *rapid.T) drawn {
	d := drawn{round: drawRound(t)}
	for range 12 {
		d.responses = append(d.responses, drawResponse(t, d.round))
	}
	return d
})

// The browser makes the same codes as Go: of many rubrics, each answered in many ways.
func TestBrowserMakesTheSameCodes(t *testing.T) {
	ctx := browser(t)
	made := 0
	for seed := range 40 {
		d := drawnPages.Example(seed)
		page := describe(t, d.round, Options{})
		if len(page.Items) == 0 {
			continue
		}
		navigate(t, ctx, addressOf(t, page), view{390, 844, "light", 1})
		for _, r := range d.responses {
			want, err := Encode(d.round, r)
			if err != nil {
				t.Fatal(err)
			}
			fill(t, ctx, page, d.round, r, "done")
			if got := evaluated[string](t, ctx, codeShown); got != want {
				t.Errorf("seed %d: the browser made %q, Go %q", seed, got, want)
			}
			made++
		}
	}
	t.Logf("%d codes", made)
	if made < 300 {
		t.Error("too few codes were made")
	}
}

const codeShown = `[...document.querySelectorAll('.code [aria-hidden]')].map(g => g.textContent).join(' ')`

// fill has the phone hold a response, as though it had been answered in another tab.
func fill(t *testing.T, ctx context.Context, d Description, round asking.Round, r *assess.Response, at string) {
	t.Helper()
	answers := map[string][]string{}
	for _, s := range asking.Sections(round) {
		for _, it := range s.Items {
			switch {
			case it.Kind == asking.Ticks && len(it.Ticked(r)) > 0:
				answers[it.ID] = it.Ticked(r)
			case it.Kind != asking.Text && it.Kind != asking.Ticks && it.Taken(r) >= 0:
				answers[it.ID] = []string{it.Options[it.Taken(r)].ID}
			}
		}
	}
	text, err := json.Marshal(answers)
	if err != nil {
		t.Fatal(err)
	}
	evaluated[bool](t, ctx, fmt.Sprintf(`(() => {
		const key = 'collab ' + %q, state = JSON.parse(localStorage.getItem(key));
		Object.assign(state, { answers: %s, at: %q, seq: state.seq + 1, seen: {}, took: 0, over: 0 });
		localStorage.setItem(key, JSON.stringify(state));
		return dispatchEvent(new StorageEvent('storage', { key }));
	})()`, d.Round, text, at))
}

// A view is a phone.
type view struct {
	width, height int64
	scheme        string
	zoom          float64
}

func (v view) String() string {
	return fmt.Sprintf("%dx%d-%s-zoom%.0f", v.width, v.height, v.scheme, v.zoom)
}

var views = []view{
	{390, 844, "light", 1},
	{390, 844, "dark", 1},
	{320, 640, "light", 1},
	{320, 568, "dark", 1},
	{390, 844, "light", 2},
	{320, 640, "dark", 2},
	{1280, 800, "light", 1},
}

// screensLooked are looked at in every view.
var screensLooked = []string{"start", "before", "role", "values.goals", "transparency.costs", "spectrum.risk", "target.values", "priorities", "hurdles", "hurdle_worst",
	"aim.shared_services", "fact.shared_services.cost_known", "review", "done"}

func TestBrowserShowsEveryScreenWell(t *testing.T) {
	axe := read(t, toolPath(t, "axe-core/axe.min.js"))
	ctx := browser(t)
	round := lakesGuild()
	d := describe(t, round, Options{})
	address := addressOf(t, d)
	for _, v := range views {
		navigate(t, ctx, address, v)
		evaluated[int](t, ctx, axe+";0")
		for _, at := range screensLooked {
			t.Run(fmt.Sprint(v, "/", at), func(t *testing.T) {
				fill(t, ctx, d, round, half(round), at)
				for _, problem := range evaluated[[]string](t, ctx, wrongWithScreen) {
					t.Error(problem)
				}
				shot, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
				keepShot(t, fmt.Sprintf("phone-%s-%v.png", strings.ReplaceAll(at, ".", "_"), v), shot, err)
				for _, violation := range violations(t, ctx) {
					t.Error(violation)
				}
			})
		}
	}
}

// wrongWithScreen is what a thumb or an eye would miss: what runs out of the window, rows
// and buttons that are too low, an answer that is chosen beforehand, no heading.
const wrongWithScreen = `(() => {
	const wrong = [];
	if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page is ' + document.documentElement.scrollWidth + ' wide in ' + innerWidth);
	document.querySelectorAll('#main *, #nav *, header *').forEach(e => {
		const box = e.getBoundingClientRect();
		if (box.width && (box.right > innerWidth + 1 || box.left < -1) && !e.closest('.sr')) wrong.push('out of the window: ' + e.tagName + ' ' + e.textContent.slice(0, 40));
	});
	document.querySelectorAll('label, button, summary').forEach(e => {
		if (e.offsetParent && e.getBoundingClientRect().height < 44) wrong.push('only ' + e.getBoundingClientRect().height + ' high: ' + e.textContent.slice(0, 40));
	});
	if (document.querySelectorAll('h1').length !== 1) wrong.push('expected one heading');
	const shown = document.body.innerText;
	if (/['"]/.test(shown)) wrong.push('it shows typed quotation marks: ' + shown.match(/.{0,20}['"].{0,20}/)[0]);
	['Single-handed', 'Cooperation', 'Coordination', 'Collaboration'].forEach(stage => {
		if (new RegExp('\\b' + stage + '\\b').test(shown)) wrong.push('it shows the stage ' + stage);
	});
	return wrong;
})()`

// half is a response that leaves something out.
func half(round asking.Round) *assess.Response {
	r := empty(round)
	for i, q := range round.Rubric.Questions() {
		if round.Length.Asks(q) && i%14 != 7 {
			r.Answers[i] = assess.Answer(i%4 + 1)
		}
	}
	r.Aim["shared_services"] = rubric.Exploring
	r.Hurdles = []string{"capacity", "turf", "money"}
	r.Role = "ceo"
	return r
}

func lakesGuild() asking.Round {
	return asking.Round{
		Association: "Lakes Guild",
		Rubric:      rubric.Default(),
		Length:      assess.Full,
		JointWork:   assess.JointWork{About: "Trail conference", Scope: string(rubric.Between)},
	}
}

// Whoever has a keyboard and no pointer answers the whole short form, and hands in what
// was chosen.
func TestBrowserIsAnsweredByKeyboard(t *testing.T) {
	ctx := browser(t)
	round := lakesGuild()
	round.Length = assess.Short
	d := describe(t, round, Options{})
	navigate(t, ctx, addressOf(t, d), views[0])
	press := func(keys string) {
		t.Helper()
		if err := chromedp.Do(ctx, chromedp.KeyEvent(keys)); err != nil {
			t.Fatal(err)
		}
	}
	heading := func() string { return evaluated[string](t, ctx, `document.querySelector('h1').textContent`) }
	tabTo := func(selector string) {
		t.Helper()
		for range 40 {
			press(kb.Tab)
			if evaluated[bool](t, ctx, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
				return
			}
		}
		t.Fatalf("%s is not reached from %q by Tab", selector, heading())
	}
	want := empty(round)
	tabTo("#nav [type=submit]")
	press(kb.Enter)
	tabTo("#nav [type=submit]")
	press(kb.Enter)
	for step := 0; heading() != "You have answered everything"; step++ {
		if step > 80 {
			t.Fatal("the form does not end")
		}
		if evaluated[int](t, ctx, `document.querySelectorAll('input:checked').length`) > 0 {
			t.Errorf("%q: an answer is chosen beforehand", heading())
		}
		if focused := evaluated[string](t, ctx, `document.activeElement.textContent`); focused != heading() {
			t.Errorf("%q: the focus is on %q", heading(), focused)
		}
		tabTo("#main input")
		before := heading()
		press(" ")
		down := step % 3
		if evaluated[bool](t, ctx, `document.activeElement.type === 'radio'`) {
			press(strings.Repeat(kb.ArrowDown, down))
		} else {
			down = 0
		}
		if step == 1 {
			time.Sleep(400 * time.Millisecond) // a tap would have moved on by then
		}
		if heading() != before {
			t.Fatalf("%q: a key that chooses moves on", before)
		}
		at := evaluated[string](t, ctx, `JSON.parse(localStorage.getItem(Object.keys(localStorage)[0])).at`)
		for _, s := range asking.Sections(round) {
			for _, it := range s.Items {
				if it.ID != at {
					continue
				}
				if it.Kind == asking.Ticks {
					it.Tick(want, []string{it.Options[0].ID})
				} else {
					it.Take(want, down)
				}
			}
		}
		press(kb.Enter)
	}
	tabTo("#nav .main")
	press(kb.Enter)
	got, err := Decode(round, evaluated[string](t, ctx, codeShown))
	if err != nil {
		t.Fatal(err)
	}
	want.Association, want.Date = got.Association, got.Date
	if string(got.Encode()) != string(want.Encode()) {
		t.Errorf("handed in\n%s\nwant\n%s", got.Encode(), want.Encode())
	}
}

// A tap answers and moves on; a second tap of the same finger does not answer what comes
// next. Reloading, and coming back, changes nothing. The back key of a phone goes back.
func TestBrowserKeepsWhatIsTapped(t *testing.T) {
	ctx := browser(t)
	round := lakesGuild()
	d := describe(t, round, Options{})
	address := addressOf(t, d)
	navigate(t, ctx, address, views[0])
	tap := func(selector string, times int) {
		t.Helper()
		spot := evaluated[[]float64](t, ctx, fmt.Sprintf(`(() => { const b = document.querySelector(%q).getBoundingClientRect(); return [b.left + 20, b.top + b.height / 2]; })()`, selector))
		for range times {
			if err := chromedp.Do(ctx, chromedp.MouseClickXY(spot[0], spot[1])); err != nil {
				t.Fatal(err)
			}
		}
	}
	state := func() string {
		return evaluated[string](t, ctx, `(s => s.at + ' ' + JSON.stringify(s.answers))(JSON.parse(localStorage.getItem(Object.keys(localStorage)[0])))`)
	}
	expect := func(what, want string) {
		t.Helper()
		if got, err := chromedp.Run(ctx, chromedp.Poll[bool](fmt.Sprintf(`(s => s.at + ' ' + JSON.stringify(s.answers))(JSON.parse(localStorage.getItem(Object.keys(localStorage)[0]))) === %q`, want), chromedp.WithPollingTimeout(5*time.Second))); err != nil || !got {
			t.Fatalf("%s: %s, want %s", what, state(), want)
		}
	}
	tap("#nav button", 1)
	tap("#nav button:last-child", 1)
	expect("started", `role {}`)
	tap("label:nth-of-type(2)", 3)
	expect("tapped", `values.goals {"role":["ceo"]}`)
	time.Sleep(400 * time.Millisecond)
	tap("label:nth-of-type(3)", 1)
	expect("tapped", `values.decisions {"role":["ceo"],"values.goals":["coordination"]}`)
	if err := chromedp.Do(ctx, chromedp.Reload()); err != nil {
		t.Fatal(err)
	}
	expect("reloaded", `values.decisions {"role":["ceo"],"values.goals":["coordination"]}`)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
	expect("came back", `values.decisions {"role":["ceo"],"values.goals":["coordination"]}`)
	tap("#nav button", 1)
	expect("back", `values.goals {"role":["ceo"],"values.goals":["coordination"]}`)
	if n := evaluated[string](t, ctx, `document.querySelector('input:checked').value`); n != "coordination" {
		t.Errorf("going back shows %s", n)
	}
	evaluated[int](t, ctx, `history.back(), 0`)
	expect("the back key", `values.decisions {"role":["ceo"],"values.goals":["coordination"]}`)
}

// Where a browser keeps nothing, the page says so, and works as long as it is open. Where
// somebody erases what they answered, nothing of it is left.
func TestBrowserMayKeepNothing(t *testing.T) {
	ctx := browser(t)
	round := lakesGuild()
	d := describe(t, round, Options{})
	address := addressOf(t, d)
	navigate(t, ctx, address, views[0])
	fill(t, ctx, d, round, half(round), "done")
	before := evaluated[string](t, ctx, `localStorage.getItem(Object.keys(localStorage)[0])`)
	evaluated[int](t, ctx, `[...document.querySelectorAll('#main button')].pop().click(), 0`)
	waits(t, ctx, `!!document.querySelector('h1') && document.querySelector('h1').textContent.startsWith('How collaborative')`)
	after := evaluated[string](t, ctx, `localStorage.getItem(Object.keys(localStorage)[0])`)
	if !strings.Contains(before, "ceo") || strings.Contains(after, "ceo") || before[:50] == after[:50] {
		t.Errorf("erased, the phone keeps\n%s\nof\n%s", after, before)
	}

	none := page.AddScriptToEvaluateOnNewDocumentParams{Source: `Object.defineProperty(window, 'localStorage', { get() { throw new Error('none'); } })`}
	if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, none); err != nil {
		t.Fatal(err)
	}
	navigate(t, ctx, address, views[0])
	waits(t, ctx, says("This browser does not keep anything"))
	for range 3 {
		tap(t, ctx, "#nav button:last-child")
	}
	waits(t, ctx, says("How do the goals of groups"))
}

// What a rubric and a name say is text: nothing of it runs, and nothing is asked for.
func TestBrowserRunsNothingThatIsTyped(t *testing.T) {
	ctx := browser(t)
	var heard []string
	if err := chromedp.Listen(ctx, func(event any) {
		if e, is := event.(*page.EventJavascriptDialogOpening); is {
			heard = append(heard, e.Message)
		}
	}); err != nil {
		t.Fatal(err)
	}
	text := bytes.ReplaceAll(rubric.DefaultText(), []byte(`"Each group sets`), []byte(`"</script><img src=x onerror=alert(1)><b>Each group sets`))
	own, err := rubric.Parse("own.yaml", bytes.Replace(text, []byte("1.0.0"), []byte("1.0.1"), 1))
	if err != nil {
		t.Fatal(err)
	}
	round := lakesGuild()
	round.Rubric, round.Association, round.JointWork.About = own, hostile, hostile
	d := describe(t, round, Options{Notice: hostile})
	navigate(t, ctx, addressOf(t, d), views[0])
	for _, at := range slices.Concat([]string{"spectrum.risk"}, screensLooked) {
		fill(t, ctx, d, round, half(round), at)
		if n := evaluated[int](t, ctx, `document.querySelectorAll('img, b b, iframe, a, link').length + performance.getEntriesByType('resource').length + document.scripts.length - 2`); n != 0 {
			t.Errorf("%s: %d elements or requests that are none of the page", at, n)
		}
	}
	if len(heard) > 0 {
		t.Errorf("a dialog says %q", heard)
	}
	if shown := evaluated[string](t, ctx, `document.title`); !strings.Contains(shown, hostile) {
		t.Errorf("the title is %q", shown)
	}
}

func describe(t *testing.T, round asking.Round, o Options) Description {
	t.Helper()
	d, err := NewDescription(round, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// addressOf is the address of a page as a file.
func addressOf(t *testing.T, d Description) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, d.Page(), 0o644); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}

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

// browser is a new tab.
func browser(t *testing.T) context.Context {
	t.Helper()
	config, err := filepath.Abs("../../reports/testdata/fonts.conf")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("FONTCONFIG_FILE", config)
	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), flags...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	return ctx
}

// navigate opens a page as a phone shows it. Zoom makes everything larger, and the window
// smaller by as much.
func navigate(t *testing.T, ctx context.Context, address string, v view) {
	t.Helper()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: v.scheme}}}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
	size := chromedp.EmulateViewport(int64(float64(v.width)/v.zoom), int64(float64(v.height)/v.zoom), chromedp.EmulateScale(v.zoom))
	if err := chromedp.Do(ctx, size, chromedp.Navigate(address)); err != nil {
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

func read(t *testing.T, path string) string {
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

func keepShot(t *testing.T, name string, seen []byte, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("COLLAB_SCREENSHOTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name), seen, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
