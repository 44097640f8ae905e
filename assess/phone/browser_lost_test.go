//go:build browser

package phone

import (
	"context"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"collab/assess"
	"collab/assess/phone/room"
)

// These phones keep nothing, or lose some of what they kept.

// A losing phone is at the first question of a room whose requests are counted.
type losing struct {
	t        *testing.T
	ctx      context.Context
	kept     *shelf
	room     *room.Room
	requests *atomic.Int64
}

func losingPhone(t *testing.T, script string) losing {
	t.Helper()
	p := losing{t, browser(t), &shelf{kept: map[string]room.State{}}, nil, &atomic.Int64{}}
	p.room, _ = serveRoom(t, lakesGuild(), p.kept)
	server := httptest.NewUnstartedServer(nil)
	server.Config = p.room.Server()
	inner := server.Config.Handler
	server.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		p.requests.Add(1)
		inner.ServeHTTP(w, req)
	})
	server.Start()
	t.Cleanup(server.Close)
	if _, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}); err != nil {
		t.Fatal(err)
	}
	navigate(t, p.ctx, server.URL+"/"+roomPath+"/", views[0])
	tap(t, p.ctx, "#nav button:last-child")
	tap(t, p.ctx, "#nav button:last-child")
	tap(t, p.ctx, "label:nth-of-type(2)") // chief executive
	waits(t, p.ctx, says("Your code"))
	tap(t, p.ctx, "#nav button:last-child")
	return p
}

// answers taps the first stage of so many questions, and waits until they are kept.
func (p losing) answers(n int) {
	p.t.Helper()
	for range n {
		tap(p.t, p.ctx, "label:nth-of-type(1)")
		time.Sleep(250 * time.Millisecond)
	}
	waits(p.t, p.ctx, says("Kept on the laptop"))
}

// mustHold checks that the laptop holds the role and so many answers, of one person.
func (p losing) mustHold(n int) {
	p.t.Helper()
	got, r := 0, p.kept.only(p.t)
	for _, a := range r.Answers {
		if a != assess.Unanswered {
			got++
		}
	}
	if got != n || r.Role != "ceo" {
		p.t.Errorf("the laptop holds %d answers of the role %q, want %d", got, r.Role, n)
	}
}

func (p losing) runs(script string) {
	p.t.Helper()
	evaluated[bool](p.t, p.ctx, "("+script+", true)")
}

const (
	noStorage = `for (const s of ['localStorage', 'sessionStorage']) Object.defineProperty(window, s, { get() { throw new Error('SecurityError'); } })`
	wakesUp   = `dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`
)

// A phone that crashed has what its disk held seconds before. The laptop gives the rest back.
func TestBrowserGetsBackWhatThePhoneLost(t *testing.T) {
	p := losingPhone(t, "")
	p.answers(1)
	p.runs(`window.name = JSON.stringify(localStorage)`)
	p.answers(3)
	p.runs(`Object.entries(JSON.parse(window.name)).forEach(([k, v]) => localStorage.setItem(k, v))`)
	if err := chromedp.Do(p.ctx, chromedp.Reload()); err != nil {
		t.Fatal(err)
	}
	waits(t, p.ctx, `Object.keys(JSON.parse(Object.values(localStorage)[0]).answers).length === 5`)
	p.mustHold(4)
	tap(t, p.ctx, "label:nth-of-type(4)")
	waits(t, p.ctx, says("Kept on the laptop"))
	time.Sleep(500 * time.Millisecond)
	p.mustHold(4)
	if got := p.kept.only(t).Answers[:4]; got[1] != 4 || got[3] != 1 {
		t.Errorf("of the answer that was changed then the laptop holds %v", got)
	}
}

// What is newest is on the page, where the phone cannot keep it.
func TestBrowserWhoseStorageIsFullLosesNothing(t *testing.T) {
	p := losingPhone(t, `const set = Storage.prototype.setItem; Storage.prototype.setItem = function (k, v) { if (window.full) throw new Error('QuotaExceededError'); set.call(this, k, v); }`)
	p.answers(1)
	p.runs(`window.full = true`)
	p.answers(2)
	p.runs(wakesUp)
	p.answers(1)
	p.mustHold(4)
}

// Without storage a phone is the same person after it slept, and gets the second round.
func TestBrowserWithoutStorageIsOnePerson(t *testing.T) {
	p := losingPhone(t, noStorage)
	p.answers(1)
	p.runs(wakesUp)
	p.answers(1)
	p.mustHold(2)
	p.room.Shut()
	again := lakesGuild()
	again.Again, again.Topics = true, []string{"trust.reliance"}
	p.room.AskAgain(asRoom(t, again, room.Second, &shelf{kept: map[string]room.State{}}))
	waits(t, p.ctx, says("Lakes Guild: second round"))
}

// Where the page of the second round does not come, the phone says so and sends nothing more.
func TestBrowserIsPatientWithAnotherRound(t *testing.T) {
	p := losingPhone(t, noStorage)
	p.room.Shut()
	old := asRoom(t, lakesGuild(), room.First, p.kept)
	old.Mark = room.Mark(roomPath, room.Second)
	p.room.AskAgain(old)
	tap(t, p.ctx, "label:nth-of-type(1)")
	waits(t, p.ctx, says("Please load this page again"))
	before := p.requests.Load()
	tap(t, p.ctx, "#nav button:last-child")
	time.Sleep(1500 * time.Millisecond)
	if n := p.requests.Load() - before; n > 2 {
		t.Errorf("it sent %d requests within two seconds", n)
	}
}
