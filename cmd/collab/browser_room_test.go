//go:build browser

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// These tests lead a room whose phones are pages of a real browser. They need what the
// tests of package phone need. Where COLLAB_SCREENSHOTS names a folder, what the
// projector showed is kept there.
//
//	COLLAB_NODE_MODULES=/tmp/tools/node_modules go test -tags browser -run Browser ./cmd/collab
//
// COLLAB_ROOM_PHONES says how many phones come. Where COLLAB_ROOM_ADDRESS names a room that
// runs already, they come to that one, and somebody else leads it.

// autopilot answers whatever the page asks as a person does who reads nothing: it chooses,
// presses what is last, and ends where everything is kept on the laptop.
const autopilot = `(async (phone, second) => {
	const round = JSON.parse(document.getElementById('description').textContent).round;
	const held = () => JSON.parse(localStorage.getItem('collab ' + round)) || {};
	for (let n = 0; n < 2000; n++) {
		const state = held();
		if (state.finished && state.confirmed >= state.seq) return n;
		const rows = [...document.querySelectorAll('#main label:not(.apart) input')];
		if (rows.length && !document.querySelector('#main input:checked')) {
			const at = second ? 2 : (phone % 2 * 2 + n) % 4;
			rows[Math.min(at, rows.length - 1)].click();
		}
		if (!state.finished) document.querySelector('#nav button:last-child').click();
		await new Promise((go) => setTimeout(go, 60));
	}
	throw new Error('it never ends: ' + document.body.innerText);
})`

// A room of phones goes through both rounds in real browsers, and the projector shows each
// step in light and dark, without a fault that axe finds.
func TestBrowserRoomWithPhones(t *testing.T) {
	phones := 6
	if n, err := strconv.Atoi(os.Getenv("COLLAB_ROOM_PHONES")); err == nil {
		phones = n
	}
	browser := startBrowser(t)
	if address := os.Getenv("COLLAB_ROOM_ADDRESS"); address != "" {
		comeTo(t, browser, address, phones, nil)
		return
	}
	p := startRoom(t, filepath.Join(t.TempDir(), "lakes"), freePort(t), "--joint-scope", "between", "--short", "--wifi", "Lakes-Guild", "--wifi-password", "herons and reeds")
	defer p.kill()
	board, stop := chromedp.NewContext(browser)
	defer stop()
	url := fmt.Sprintf("http://localhost:%d/board", p.port)
	if err := chromedp.Do(board, chromedp.EmulateViewport(1920, 1080), chromedp.Navigate(url)); err != nil {
		t.Fatal(err)
	}
	look(t, board, "room-board-join")
	comeTo(t, browser, p.url, phones, func(second bool) {
		p.press("", fmt.Sprintf(`joined %d   answering 0   finished %d`, phones, phones))
		if !second {
			p.press("e", `phones took part`)
			shows(t, board, "to talk about")
			look(t, board, "room-board-talk")
			turn(t, board, 1)
			look(t, board, "room-board-topic")
			p.press("s", `Press s again`)
			p.press("s", `second round, about`)
			shows(t, board, "please answer again")
			look(t, board, "room-board-again")
			return
		}
		p.press("e", `phones took part`)
		shows(t, board, "Talking changed", "After talking, the room agrees")
		look(t, board, "room-board-after")
		turn(t, board, 1)
		look(t, board, "room-board-after-topic")
	})
	p.leave()
	if a, _, err := readAssessment(filepath.Dir(findRecord(t, p))); err != nil || a.People != phones || a.Second == nil || a.Second.People != phones {
		t.Errorf("the record is %v, %v", a, err)
	}
}

func findRecord(t *testing.T, p *roomProgram) string {
	t.Helper()
	for i, arg := range p.cmd.Args {
		if arg == "--dir" {
			return filepath.Join(p.cmd.Args[i+1], recordFile)
		}
	}
	t.Fatal("no --dir")
	return ""
}

func startBrowser(t *testing.T) context.Context {
	t.Helper()
	config, err := filepath.Abs("../../reports/testdata/fonts.conf")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("FONTCONFIG_FILE", config)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox)...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// comeTo has phones answer both rounds; between is called when all have finished one.
func comeTo(t *testing.T, browser context.Context, address string, phones int, between func(second bool)) {
	t.Helper()
	tabs := make([]context.Context, phones)
	for n := range tabs {
		tab, stop := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
		defer stop()
		tabs[n] = tab
		if err := chromedp.Do(tab, chromedp.EmulateViewport(390, 844), chromedp.Navigate(address)); err != nil {
			t.Fatal(err)
		}
	}
	for _, second := range []bool{false, true} {
		begun := time.Now()
		var wait sync.WaitGroup
		for n, tab := range tabs {
			wait.Go(func() {
				if second {
					shows(t, tab, "second round")
				}
				script := fmt.Sprintf("%s(%d, %t)", autopilot, n, second)
				if _, err := chromedp.Run(tab, chromedp.Evaluate[int](script, chromedp.EvalAwaitPromise)); err != nil {
					t.Errorf("phone %d: %v", n, err)
				}
			})
		}
		wait.Wait()
		t.Logf("%d phones answered in %v", phones, time.Since(begun).Round(time.Second))
		if between != nil {
			between(second)
		}
	}
}

// shows waits until a page shows one of some words.
func shows(t *testing.T, tab context.Context, words ...string) {
	t.Helper()
	var seen string
	for range 1200 {
		var err error
		seen, err = chromedp.Run(tab, chromedp.Evaluate[string](`document.body ? document.body.innerText : ''`))
		for _, w := range words {
			if err == nil && strings.Contains(seen, w) {
				return
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("%q never shows, but\n%s", words, seen)
}

// turn presses an arrow key.
func turn(t *testing.T, board context.Context, to int) {
	t.Helper()
	script := `dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', cancelable: true})); document.getElementById('where').textContent`
	where, err := chromedp.Run(board, chromedp.Evaluate[string](script))
	if err != nil || !strings.HasPrefix(where, fmt.Sprintf("%d / ", to+1)) {
		t.Errorf("an arrow key leads to %q, %v", where, err)
	}
}

// look keeps what a page shows in light and dark, and has axe look at it. Nothing may be
// cut off.
func look(t *testing.T, board context.Context, name string) {
	t.Helper()
	axe, err := os.ReadFile(filepath.Join(os.Getenv("COLLAB_NODE_MODULES"), "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	for _, scheme := range []string{"light", "dark"} {
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
		if _, err := chromedp.Call(board, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatal(err)
		}
		found, err := chromedp.Run(board, chromedp.Evaluate[[]string](string(axe)+`;(async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')))()`, chromedp.EvalAwaitPromise))
		if err != nil || len(found) > 0 {
			t.Errorf("%s, %s: axe finds %v, %v", name, scheme, found, err)
		}
		cut, err := chromedp.Run(board, chromedp.Evaluate[string](`[...document.querySelectorAll('main *')].filter(e => e.getClientRects().length && !e.closest('.sr,caption') && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().bottom > innerHeight + 1)).map(e => e.outerHTML.slice(0, 80)).join('\n')`))
		if err != nil || cut != "" {
			t.Errorf("%s: cut off are %s, %v", name, cut, err)
		}
		shot, err := chromedp.Run(board, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		if dir := os.Getenv("COLLAB_SCREENSHOTS"); dir != "" {
			if err := os.WriteFile(filepath.Join(dir, name+"-"+scheme+".png"), shot, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
