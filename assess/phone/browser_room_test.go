//go:build browser

package phone

import (
	"context"
	"fmt"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/phone/room"
)

// A shelf keeps what phones said, and may be made to wait.
type shelf struct {
	mu    sync.Mutex
	open  sync.Mutex // held while nothing is to be kept
	kept  map[string]room.State
	saves int
}

func (s *shelf) save(states []room.State) []error {
	s.open.Lock()
	defer s.open.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, state := range states {
		s.kept[state.Person] = state
		s.saves++
	}
	return make([]error, len(states))
}

// only is what the one phone said.
func (s *shelf) only(t *testing.T) assess.Response {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.kept) != 1 {
		t.Fatalf("%d phones are kept", len(s.kept))
	}
	for _, state := range s.kept {
		return state.Response
	}
	panic("unreachable")
}

const roomPath = "k7pm-3xqd"

// serveRoom serves a round to browsers on this machine.
func serveRoom(t *testing.T, round asking.Round, kept *shelf) (r *room.Room, address string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r = room.New(roomPath, room.First, asRoom(t, round, room.First, kept))
	server := r.Server()
	go server.Serve(l)
	t.Cleanup(func() {
		server.Close()
		r.Close()
	})
	return r, fmt.Sprintf("http://%s/%s/", l.Addr(), roomPath)
}

func asRoom(t *testing.T, round asking.Round, p room.Phase, kept *shelf) room.Round {
	t.Helper()
	mark := room.Mark(roomPath, p)
	return room.Round{Mark: mark, Asked: round, Page: describe(t, round, Options{Served: true, Round: mark}).Page(), Store: kept.save}
}

// waits waits until something is so in the page, which may load itself again meanwhile.
func waits(t *testing.T, ctx context.Context, is string) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if so, err := chromedp.Run(ctx, chromedp.Evaluate[bool](is)); err == nil && so {
			return
		}
	}
	t.Fatalf("%s is not so; it shows\n%s", is, evaluated[string](t, ctx, `document.body.innerText`))
}

func says(text string) string {
	return fmt.Sprintf("!!document.body && document.body.innerText.includes(%q)", text)
}

// tap taps what a selector names, once the screen has stood for a moment.
func tap(t *testing.T, ctx context.Context, selector string) {
	t.Helper()
	time.Sleep(350 * time.Millisecond)
	spot := evaluated[[]float64](t, ctx, fmt.Sprintf(`(() => { const b = document.querySelector(%q); b.scrollIntoView({block: 'center'}); const r = b.getBoundingClientRect(); return [r.left + 20, r.top + r.height / 2]; })()`, selector))
	if err := chromedp.Do(ctx, chromedp.MouseClickXY(spot[0], spot[1])); err != nil {
		t.Fatal(err)
	}
}

// A phone says that an answer is kept on the laptop when it is, and not before. Without a
// connection one goes on; what is unsent is sent when it is back. A second round comes to
// the same phone, and after the end nothing can be changed.
func TestBrowserAnswersInARoom(t *testing.T) {
	ctx := browser(t)
	kept := &shelf{kept: map[string]room.State{}}
	round := lakesGuild()
	round.Date, _ = assess.ParseDate("2026-11-29")
	r, address := serveRoom(t, round, kept)
	navigate(t, ctx, address, views[0])
	tap(t, ctx, "#nav button:last-child")
	tap(t, ctx, "#nav button:last-child")
	waits(t, ctx, says("1 of "))
	if c := r.Counts(); c.Joined != 1 || c.Finished != 0 {
		t.Errorf("the room counts %+v", c)
	}

	kept.open.Lock()
	tap(t, ctx, "label:nth-of-type(2)") // chief executive
	waits(t, ctx, says("Your code"))
	time.Sleep(500 * time.Millisecond)
	if shown := evaluated[string](t, ctx, `document.querySelector('#saved').textContent`); shown != "Kept on this phone, will be sent" {
		t.Errorf("before it is kept the page says %q", shown)
	}
	kept.open.Unlock()
	waits(t, ctx, says("Kept on the laptop"))
	if got := kept.only(t); got.Role != "ceo" {
		t.Errorf("the laptop has the role %q", got.Role)
	}
	shot, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	keepShot(t, "room-code.png", shot, err)

	offline(t, ctx, true)
	tap(t, ctx, "#nav button:last-child") // no code
	waits(t, ctx, says("How do the goals of groups"))
	tap(t, ctx, "label:nth-of-type(3)")
	waits(t, ctx, says("No connection to the laptop"))
	tap(t, ctx, "label:nth-of-type(1)")
	waits(t, ctx, says("What part do peer"))
	shot, err = chromedp.Run(ctx, chromedp.CaptureScreenshot())
	keepShot(t, "room-offline.png", shot, err)
	if n := kept.only(t); n.Answers[0] != assess.Unanswered {
		t.Error("an answer came over no connection")
	}
	offline(t, ctx, false)
	waits(t, ctx, says("Kept on the laptop")+" && !("+says("No connection")+")")
	if got := kept.only(t); got.Answers[0] != 3 || got.Answers[1] != 1 {
		t.Errorf("the laptop has %v", got.Answers[:3])
	}
	if err := chromedp.Do(ctx, chromedp.Reload()); err != nil {
		t.Fatal(err)
	}
	waits(t, ctx, says("What part do peer")+" && "+says("Kept on the laptop"))

	r.Shut()
	waits(t, ctx, says("Now the room talks")+" && "+says("All your answers are kept on the laptop"))
	shot, err = chromedp.Run(ctx, chromedp.CaptureScreenshot())
	keepShot(t, "room-talk.png", shot, err)
	again := round
	again.Again, again.Topics = true, []string{"trust.reliance", "values.goals"}
	second := &shelf{kept: map[string]room.State{}}
	r.AskAgain(asRoom(t, again, room.Second, second))
	waits(t, ctx, says("Lakes Guild: second round"))
	tap(t, ctx, "#nav button")
	waits(t, ctx, says("1 of 2")+" && document.querySelectorAll('input:checked').length === 0")
	tap(t, ctx, "label:nth-of-type(2)")
	waits(t, ctx, says("2 of 2"))
	tap(t, ctx, "label:nth-of-type(4)")
	waits(t, ctx, says("You have answered everything"))
	tap(t, ctx, "#nav .main")
	waits(t, ctx, says("All your answers are kept"))
	shot, err = chromedp.Run(ctx, chromedp.CaptureScreenshot())
	keepShot(t, "room-done.png", shot, err)
	reliance, goals := round.Rubric.Index("trust.reliance"), round.Rubric.Index("values.goals")
	if got := second.only(t); got.Answers[reliance] != 2 || got.Answers[goals] != 4 {
		t.Errorf("of the second round the laptop has %v", got.Answers)
	}
	if c := r.Counts(); c.Finished != 1 {
		t.Errorf("the room counts %+v", c)
	}
	r.Shut()
	waits(t, ctx, says("The session has ended"))
	if n := evaluated[int](t, ctx, `document.querySelectorAll('input, button').length`); n != 0 {
		t.Errorf("after the end there are %d things to press", n)
	}
	waits(t, ctx, `Object.keys(localStorage).length === 2 && Object.values(localStorage).every(kept => /"answers":\{\}/.test(kept))`)
	if err := chromedp.Do(ctx, chromedp.Reload()); err != nil {
		t.Fatal(err)
	}
	waits(t, ctx, says("The session has ended")+" && "+says("All your answers are kept on the laptop"))
}

// offline cuts the phone off, or connects it again.
func offline(t *testing.T, ctx context.Context, is bool) {
	t.Helper()
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	rules := network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: []*network.Conditions{{Offline: is, DownloadThroughput: -1, UploadThroughput: -1}}}
	if _, err := chromedp.Call(ctx, network.EmulateNetworkConditionsByRule, rules); err != nil {
		t.Fatal(err)
	}
}
