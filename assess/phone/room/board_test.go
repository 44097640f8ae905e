package room

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
)

// from is a request as it comes from one address to another.
func from(remote, local, method, path string) *http.Request {
	req := httptest.NewRequest(method, "http://"+local+path, nil)
	ends := ends{netip.MustParseAddrPort(local), netip.MustParseAddrPort(remote)}
	return req.WithContext(context.WithValue(req.Context(), connKey{}, ends))
}

func reply(r *Room, req *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	r.ServeHTTP(w, req)
	return w
}

// The projector's page opens on the laptop alone, whatever name it is called by.
func TestTheProjectorIsForTheLaptopAlone(t *testing.T) {
	s := serve(t)
	s.Invite(Invitation{Association: "Lakes Guild", Address: "http://192.168.8.2:8040/" + testPath})
	for _, path := range []string{"/board", "/board/", "/board/state", "/board/board.js", "/board/slides.css"} {
		if got := reply(s.Room, from("127.0.0.1:5000", "127.0.0.1:8040", "GET", path)); got.Code != 200 {
			t.Errorf("on the laptop %s gives %d", path, got.Code)
		}
		if got := reply(s.Room, from("192.168.8.7:5000", "192.168.8.2:8040", "GET", path)); got.Code != 403 {
			t.Errorf("on a phone %s gives %d", path, got.Code)
		}
		rebound := from("127.0.0.1:5000", "127.0.0.1:8040", "GET", path)
		rebound.Host = "evil.example:8040"
		if got := reply(s.Room, rebound); got.Code != 421 {
			t.Errorf("by a name that leads here %s gives %d", path, got.Code)
		}
		spoofed := from("192.168.8.7:5000", "192.168.8.2:8040", "GET", path)
		spoofed.Host = "localhost:8040"
		if got := reply(s.Room, spoofed); got.Code == 200 {
			t.Errorf("a phone that says localhost sees %s", path)
		}
		if got := reply(s.Room, from("127.0.0.1:5000", "127.0.0.1:8040", "POST", path)); got.Code != 405 {
			t.Errorf("POST %s gives %d", path, got.Code)
		}
	}
	for _, host := range []string{"localhost:8040", "LOCALHOST:8040", "[::1]:8040"} {
		req := from("127.0.0.1:5000", "127.0.0.1:8040", "GET", "/board")
		if req.Host = host; reply(s.Room, req).Code != 200 {
			t.Errorf("%s does not lead to it", host)
		}
	}
}

// While people answer the projector shows how to join and counts, and no answer.
func TestTheProjectorShowsNoAnswer(t *testing.T) {
	s := serve(t)
	hostile := `<script>alert(1)</script>"'`
	s.Invite(Invitation{Association: hostile, Address: "http://192.168.8.2:8040/" + testPath, Wifi: Wifi{Name: hostile, Password: hostile, Code: true}})
	s.mustKeep(said(1, 1, `"trust.reliance": "cooperation"`), 1)
	board := func(path string) string {
		return reply(s.Room, from("127.0.0.1:1", "127.0.0.1:8040", "GET", path)).Body.String()
	}
	page, state := board("/board"), board("/board/state")
	for _, must := range []string{"192.168.8.2:8040/" + testPath, "<svg", `<b id="joined">1</b>`, "<bdi>&lt;script&gt;alert(1)"} {
		if !strings.Contains(page, must) {
			t.Errorf("the page does not show %s:\n%s", must, page)
		}
	}
	for _, never := range []string{"<script>alert", "trust", "cooperation", key(1), PersonOf(Mark(testPath, First), key(1))} {
		if strings.Contains(page+state, never) {
			t.Errorf("the projector shows %s", never)
		}
	}
	var counts struct{ Joined, Answering, Finished int }
	if err := json.Unmarshal([]byte(state), &counts); err != nil || counts.Joined != 1 || counts.Answering != 1 {
		t.Errorf("the state is %s", state)
	}
	before := state
	s.Shut()
	s.Show(Slides{HTML: []byte("<section>talk</section><section>more</section>"), Style: []byte("p{}"), Count: 2})
	if page, state = board("/board"), board("/board/state"); !strings.Contains(page, "<section>talk") || strings.Contains(page, "<svg") || !strings.Contains(page, "<bdi>&lt;script") || state == before {
		t.Errorf("after the end it shows %s\n%s", state, page)
	}
	for _, turn := range []struct{ by, at int }{{-1, 0}, {1, 1}, {1, 1}, {-1, 0}} {
		s.Turn(turn.by)
		if state := board("/board/state"); !strings.Contains(state, `"slide":`+string(rune('0'+turn.at))) {
			t.Errorf("turned by %d it is %s", turn.by, state)
		}
	}
}

func TestCodesThatJoinANetwork(t *testing.T) {
	for want, w := range map[string]Wifi{
		`WIFI:T:nopass;S:Lakes;;`:             {Name: "Lakes"},
		`WIFI:T:WPA;S:a\;b\:c;P:d\,e\\f\"g;;`: {Name: "a;b:c", Password: `d,e\f"g`},
		`WIFI:T:WPA;S:Ufer-Hütte;P:schön;;`:   {Name: "Ufer-Hütte", Password: "schön"},
		`WIFI:T:WPA;S:x;P:herons and reeds;;`: {Name: "x", Password: "herons and reeds"},
	} {
		if got := w.text(); got != want {
			t.Errorf("%+v gives %s, want %s", w, got, want)
		}
	}
}

// The code in the terminal and on the projector has the same modules.
func TestCodesAreDrawnAlike(t *testing.T) {
	c := NewCode("http://192.168.8.2:8040/k7pm-3xqd")
	lines := c.Lines(false)
	_, path := c.SVG()
	for y := range c.code.Size {
		for x := range c.code.Size {
			half := []rune(lines[(y+slimMargin)/2])[x+slimMargin]
			black := half == ' ' || (y+slimMargin)%2 == 0 && half == '▄' || (y+slimMargin)%2 == 1 && half == '▀'
			drawn := strings.Contains(path, "M"+itoa(x+margin)+" "+itoa(y+margin)+"h1")
			if want := c.code.Black(x, y); black != want || drawn != want {
				t.Fatalf("at %d, %d the terminal has %t and the projector %t, want %t", x, y, black, drawn, want)
			}
		}
	}
	if strings.ContainsAny(lines[0], " ▄▀") {
		t.Errorf("the code has no margin: %q", lines[0])
	}
}

func itoa(n int) string {
	text, _ := json.Marshal(n)
	return string(text)
}

func TestPathsAreHardToGuess(t *testing.T) {
	seen := map[string]bool{}
	random := rand.NewChaCha8([32]byte{1})
	for range 1000 {
		path := NewPath(func(b []byte) { _, _ = random.Read(b) })
		if Typed(path) != path || Typed(strings.ToUpper(strings.ReplaceAll(path, "-", ""))) != path {
			t.Errorf("%s is no path", path)
		}
		seen[path] = true
	}
	if len(seen) != 1000 {
		t.Errorf("of 1000 paths %d differ", len(seen))
	}
	for _, text := range []string{"", "k7pm", "k7pm-3xqd1", "k7pm-3xq1", "k7pm/3xqd", "ķ7pm-3xqd"} {
		if Typed(text) != "" {
			t.Errorf("%q is taken for a path", text)
		}
	}
}

// Two phones, two rounds and two rooms have nothing in common that is kept.
func TestPersonsAreToldApart(t *testing.T) {
	first, second, other := Mark(testPath, First), Mark(testPath, Second), Mark("22ab-cdef", First)
	if Mark(testPath, Talk) != first || Mark(testPath, Ended) != second {
		t.Error("the mark changes while people talk")
	}
	seen := map[string]bool{}
	for _, mark := range []string{first, second, other} {
		for n := range 2 {
			seen[PersonOf(mark, key(n))] = true
		}
	}
	if len(seen) != 6 {
		t.Errorf("%d persons, want 6", len(seen))
	}
}
