package room

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// A shelf keeps states in memory, as a store does on the disk.
type shelf struct {
	mu    sync.Mutex
	kept  map[string]State
	saves int
	fails error
	slow  chan struct{} // what is saved waits for it, where it is not nil
}

func (s *shelf) save(states []State) []error {
	if s.slow != nil {
		<-s.slow
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	wrong := make([]error, len(states))
	for i, state := range states {
		if wrong[i] = s.fails; s.fails == nil {
			s.kept[state.Person] = state
			s.saves++
		}
	}
	return wrong
}

const testPath = "k7pm-3xqd"

func lakes() asking.Round {
	date, _ := assess.ParseDate("2026-11-29")
	return asking.Round{Association: "Lakes Guild", Date: date, Rubric: rubric.Default(), Length: assess.Full,
		JointWork: assess.JointWork{About: "Harvest fair", Scope: "between"}}
}

// A served room is one that listens on loopback.
type served struct {
	*Room
	*shelf
	t   *testing.T
	url string // of its path
	at  string // host and port
}

func serve(t *testing.T) served {
	t.Helper()
	return serveLimited(t, func(l net.Listener) net.Listener { return Limited(l) })
}

func serveLimited(t *testing.T, limited func(net.Listener) net.Listener) served {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	kept := &shelf{kept: map[string]State{}}
	r := New(testPath, First, Round{Mark: Mark(testPath, First), Asked: lakes(), Page: []byte("<!doctype html><title>page</title>"), Store: kept.save})
	server := r.Server()
	go func() { _ = server.Serve(limited(l)) }()
	t.Cleanup(func() {
		http.DefaultClient.CloseIdleConnections()
		ctx, stop := context.WithTimeout(context.Background(), time.Second)
		defer stop()
		_ = server.Shutdown(ctx)
		_ = server.Close()
		r.Close()
	})
	return served{r, kept, t, "http://" + l.Addr().String() + "/" + testPath, l.Addr().String()}
}

func key(n int) string { return fmt.Sprintf("%032x", n) }

// said is a message of a phone.
func said(phone, seq int, answers string) string {
	return fmt.Sprintf(`{"round": %q, "phone": %q, "seq": %d, "finished": false, "role": "board", "code": "", "answers": {%s}}`,
		Mark(testPath, First), key(phone), seq, answers)
}

// ask sends a request, changed as the test likes, and gives the reply's status and text.
func (s served) ask(method, url, text string, change ...func(*http.Request)) (int, string) {
	s.t.Helper()
	req, err := http.NewRequest(method, url, strings.NewReader(text))
	if err != nil {
		s.t.Fatal(err)
	}
	if method == http.MethodPut {
		req.Header.Set("Content-Type", "application/json")
	}
	for _, c := range change {
		c(req)
	}
	reply, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		s.t.Fatal(err)
	}
	defer reply.Body.Close()
	body, err := io.ReadAll(reply.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return reply.StatusCode, string(body)
}

func (s served) put(text string, change ...func(*http.Request)) (int, string) {
	s.t.Helper()
	return s.ask(http.MethodPut, s.url+"/answers", text, change...)
}

// mustKeep puts what must be kept.
func (s served) mustKeep(text string, seq int) {
	s.t.Helper()
	status, reply := s.put(text)
	if want := fmt.Sprintf(`{"seq":%d}`, seq); status != 200 || reply != want {
		s.t.Fatalf("the reply is %d %s, want 200 %s", status, reply, want)
	}
}

// all are the states that are kept, as text.
func (s served) all() string {
	s.shelf.mu.Lock()
	defer s.shelf.mu.Unlock()
	var b strings.Builder
	for _, person := range slices.Sorted(maps.Keys(s.kept)) {
		k := s.kept[person]
		fmt.Fprintf(&b, "%s %d %t\n%s\n", person, k.Seq, k.Finished, k.Response.Encode())
	}
	return b.String()
}

func TestAnAnswerIsConfirmedWhenItIsKept(t *testing.T) {
	s := serve(t)
	s.mustKeep(strings.Replace(said(1, 1, ``), "board", "", 1), 1)
	if len(s.kept) != 0 {
		t.Error("a phone that has said nothing has a file")
	}
	s.mustKeep(said(1, 2, `"trust.reliance": "cooperation", "priorities": ["trust", "values"], "hurdles": ["turf"], "hurdle_worst": "turf", "target.trust": "today_is_right"`), 2)
	got := s.kept[PersonOf(Mark(testPath, First), key(1))]
	r := got.Response
	i := r.Rubric.Index("trust.reliance")
	if got.Seq != 2 || r.Answers[i] != 2 || r.Role != "board" || !slices.Equal(r.Priorities, []string{"values", "trust"}) || r.Worst != "turf" || r.Targets["trust"] != assess.TodayIsRight {
		t.Errorf("kept is %d\n%s", got.Seq, r.Encode())
	}
	if r.Association != "Lakes Guild" || r.JointWork.About != "Harvest fair" {
		t.Errorf("the round is not that of the room:\n%s", r.Encode())
	}
	if c := s.Counts(); c != (Counts{Joined: 1, Answering: 1, Kept: 1}) {
		t.Errorf("counts are %+v", c)
	}
	// What is taken away is taken away.
	s.mustKeep(said(1, 3, `"trust.reliance": "dont_know"`), 3)
	if got := s.kept[got.Person].Response; got.Answers[i] != assess.DontKnow || len(got.Priorities) != 0 {
		t.Errorf("kept is\n%s", got.Encode())
	}
}

func TestTheHighestSeqWins(t *testing.T) {
	s := serve(t)
	s.mustKeep(said(1, 5, `"trust.reliance": "cooperation"`), 5)
	before := s.all()
	s.mustKeep(said(1, 5, `"trust.reliance": "cooperation"`), 5) // again
	const held = `{"seq":5,"held":{"finished":false,"role":"board","code":"","answers":{"trust.reliance":"cooperation"}}}`
	for _, seq := range []int{4, 5} {
		if status, reply := s.put(said(1, seq, `"trust.reliance": "collaboration"`)); status != 200 || reply != held {
			t.Errorf("another answer under the number %d: %d %s", seq, status, reply)
		}
	}
	if s.all() != before || s.saves != 1 {
		t.Errorf("after %d saves kept is\n%s", s.saves, s.all())
	}
}

// A phone that has lost what it kept gets all that it sent, and that can be put again.
func TestAPhoneGetsItsAnswersBack(t *testing.T) {
	s := serve(t)
	const all = `"aim.shared_services":"exploring","fact.shared_services.cost_known":"met","hurdle_worst":"turf","hurdles":["turf","money"],"priorities":["trust"],"trust.reliance":"dont_know"`
	s.mustKeep(said(1, 7, all), 7)
	before := s.all()
	_, reply := s.put(said(1, 1, ``))
	if want := `{"seq":7,"held":{"finished":false,"role":"board","code":"","answers":{` + all + `}}}`; reply != want {
		t.Fatalf("it gets\n%s, want\n%s", reply, want)
	}
	s.mustKeep(said(1, 8, all), 8)
	if again := strings.Replace(s.all(), " 8 ", " 7 ", 1); again != before {
		t.Errorf("put again it is\n%s", again)
	}
	s.mustKeep(said(2, 1, ``), 1) // another phone gets nothing
}

// Phones that only open the page keep nobody out, and nothing is lost by them.
func TestEmptyPhonesGiveWay(t *testing.T) {
	s := serve(t)
	s.mustKeep(said(0, 3, `"trust.reliance": "cooperation"`), 3)
	empty := func(n int) string { return strings.Replace(said(n, 0, ``), `"board"`, `""`, 1) }
	for n := range MostPhones + 50 {
		s.mustKeep(empty(n+1), 0)
	}
	if c := s.Counts(); c.Joined != MostPhones || c.Kept != 1 {
		t.Errorf("counts are %+v", c)
	}
	s.mustKeep(said(MostPhones+60, 1, `"trust.reliance": "cooperation"`), 1)
	if _, reply := s.put(said(0, 0, ``)); !strings.Contains(reply, `"seq":3`) {
		t.Errorf("of who answered first it holds %s", reply)
	}
	if c := s.Counts(); c.Joined != MostPhones || c.Kept != 2 {
		t.Errorf("counts are %+v", c)
	}
}

// Whoever finishes twice counts once, and may still change an answer.
func TestFinishingTwice(t *testing.T) {
	s := serve(t)
	finished := func(seq int, stage string) string {
		return strings.Replace(said(1, seq, `"trust.reliance": "`+stage+`"`), `"finished": false`, `"finished": true`, 1)
	}
	s.mustKeep(finished(1, "cooperation"), 1)
	s.mustKeep(finished(1, "cooperation"), 1)
	s.mustKeep(finished(2, "cooperation"), 2)
	s.mustKeep(finished(3, "coordination"), 3)
	if c := s.Counts(); c != (Counts{Joined: 1, Finished: 1, Kept: 1}) || len(s.kept) != 1 {
		t.Errorf("counts are %+v, %d are kept", c, len(s.kept))
	}
}

// Whatever is taken from a phone can be read again from the file that it is kept in.
func FuzzMessage(f *testing.F) {
	asks := newQuestions(Round{Mark: Mark(testPath, First), Asked: lakes()})
	for _, answers := range []string{``, `"trust.reliance": "cooperation"`, `"priorities": ["trust"], "hurdles": ["turf"], "hurdle_worst": "turf"`, `"fact.joint.budget": "met", "aim.joint": "have"`} {
		f.Add(said(1, 1, answers))
	}
	f.Add(strings.Replace(said(1, 1, ``), `"code": ""`, `"code": "\u0085 \" # oak: \u00e9"`, 1))
	f.Fuzz(func(t *testing.T, text string) {
		m, err := readMessage([]byte(text))
		if err != nil {
			return
		}
		s, err := asks.state(m)
		if err != nil {
			return
		}
		file := s.Response.Encode()
		back, err := assess.ParseResponse("phone.yaml", file, rubric.Released)
		if err != nil || string(back.Encode()) != string(file) {
			t.Errorf("%q is taken, and its file cannot be read: %v\n%s", text, err, file)
		}
	})
}

// What is not saved is not confirmed, and is taken when it is put again.
func TestWhatIsNotSavedIsNotConfirmed(t *testing.T) {
	s := serve(t)
	s.fails = errors.New("disk full")
	if status, reply := s.put(said(1, 1, `"trust.reliance": "cooperation"`)); status != 503 || strings.Contains(reply, "disk") {
		t.Errorf("the reply is %d %s", status, reply)
	}
	s.fails = nil
	s.mustKeep(said(1, 1, `"trust.reliance": "cooperation"`), 1)
}

func TestNothingChangesAfterTheEnd(t *testing.T) {
	s := serve(t)
	s.mustKeep(said(1, 1, `"trust.reliance": "cooperation"`), 1)
	before := s.all()
	s.Shut()
	for _, text := range []string{said(1, 2, `"trust.reliance": "collaboration"`), said(2, 1, `"trust.reliance": "collaboration"`)} {
		if status, reply := s.put(text); status != 409 || !strings.Contains(reply, notOpen) {
			t.Errorf("after the end: %d %s", status, reply)
		}
	}
	if status, reply := s.ask("GET", s.url+"/state", ""); status != 200 || reply != fmt.Sprintf(`{"phase":"talk","round":%q}`, Mark(testPath, First)) {
		t.Errorf("the state is %d %s", status, reply)
	}
	again := lakes()
	again.Again, again.Topics = true, []string{"trust.reliance"}
	second := &shelf{kept: map[string]State{}}
	s.AskAgain(Round{Mark: Mark(testPath, Second), Asked: again, Page: []byte("second"), Store: second.save})
	if status, _ := s.put(said(1, 3, `"trust.reliance": "collaboration"`)); status != 409 {
		t.Errorf("an answer to the first round is taken in the second: %d", status)
	}
	asked := strings.Replace(said(1, 1, `"trust.reliance": "collaboration"`), Mark(testPath, First), Mark(testPath, Second), 1)
	s.mustKeep(asked, 1)
	if status, reply := s.put(strings.Replace(asked, "trust.reliance", "trust.help", 1)); status != 422 {
		t.Errorf("a question that the second round does not ask: %d %s", status, reply)
	}
	if s.all() != before || len(second.kept) != 1 {
		t.Errorf("first round:\n%s\nsecond: %d", s.all(), len(second.kept))
	}
	s.Shut()
	if got := s.Phase(); got != Ended {
		t.Errorf("the phase is %s", got)
	}
}

// A put that waits for the disk when the room ends is kept and confirmed, or neither.
func TestTheEndWaitsForWhatIsBeingSaved(t *testing.T) {
	s := serve(t)
	s.slow = make(chan struct{})
	replied := make(chan int)
	go func() {
		status, _ := s.put(said(1, 1, `"trust.reliance": "cooperation"`))
		replied <- status
	}()
	for !s.commit.isBusy() {
		runtime.Gosched()
	}
	shut := make(chan struct{})
	go func() { s.Shut(); close(shut) }()
	for s.Phase() == First {
		runtime.Gosched()
	}
	select {
	case <-shut:
		t.Fatal("the end did not wait")
	default:
	}
	close(s.slow)
	<-shut
	if len(s.kept) != 1 {
		t.Error("what was being saved when the room ended is not there after the end")
	}
	if status := <-replied; status != 200 {
		t.Errorf("it is kept, but the reply is %d", status)
	}
}

func (c *committer) isBusy() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.busy
}

// Every attack is refused with one sentence, and changes nothing.
func TestAttacks(t *testing.T) {
	s := serve(t)
	victim := said(1, 7, `"trust.reliance": "cooperation"`)
	s.mustKeep(victim, 7)
	before, counts := s.all(), s.Counts()
	good := said(2, 1, `"trust.reliance": "collaboration"`)
	header := func(name, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(name, value) }
	}
	host := func(name string) func(*http.Request) { return func(r *http.Request) { r.Host = name } }
	_, port, _ := net.SplitHostPort(s.at)
	deep := strings.Repeat("[", 20000) + strings.Repeat("]", 20000)
	attacks := []struct {
		name, method, path, text string
		change                   func(*http.Request)
		status                   int
	}{
		{"what is kept of a key used as one", "PUT", "/answers", strings.Replace(good, key(2), PersonOf(Mark(testPath, First), key(1)), 1), nil, 422},
		{"another web page", "PUT", "/answers", good, header("Origin", "http://evil.example"), 403},
		{"another web page without a name", "PUT", "/answers", good, header("Origin", "null"), 403},
		{"another page of the same address, other port", "PUT", "/answers", good, header("Origin", "http://127.0.0.1:1"), 403},
		{"another site", "PUT", "/answers", good, header("Sec-Fetch-Site", "cross-site"), 403},
		{"a form", "PUT", "/answers", good, header("Content-Type", "text/plain"), 415},
		{"a form that posts", "POST", "/answers", good, header("Content-Type", "application/json"), 405},
		{"a preflight", "OPTIONS", "/answers", "", header("Origin", "http://evil.example"), 405},
		{"a name that leads here", "PUT", "/answers", good, host("evil.example:" + port), 421},
		{"a name without a port", "PUT", "/answers", good, host("evil.example"), 421},
		{"the address with another port", "GET", "/", "", host("127.0.0.1:1"), 421},
		{"another private address", "GET", "/state", "", host("192.168.8.2:" + port), 421},
		{"no host", "GET", "/", "", host(":" + port), 421},
		{"too much", "PUT", "/answers", `{"code":"` + strings.Repeat("x", mostBytes) + `"}`, nil, 413},
		{"reading answers", "GET", "/answers", "", nil, 405},
		{"removing answers", "DELETE", "/answers", "", nil, 405},
		{"a path above", "GET", "/../responses/", "", nil, 404},
		{"a path above, hidden", "GET", "/%2e%2e/responses/", "", nil, 404},
		{"a path with an escape", "GET", "/st%61te", "", nil, 404},
		{"a double slash", "GET", "//state", "", nil, 404},
		{"a path that goes on", "GET", "/state/more", "", nil, 404},
		{"no JSON", "PUT", "/answers", "<xml>", nil, 422},
		{"JSON and more", "PUT", "/answers", good + "{}", nil, 422},
		{"a key that nothing has", "PUT", "/answers", strings.Replace(good, `"code"`, `"cod"`, 1), nil, 422},
		{"no text", "PUT", "/answers", strings.Replace(good, "collaboration", "\xff", 1), nil, 422},
		{"deep JSON", "PUT", "/answers", strings.Replace(good, `"collaboration"`, deep, 1), nil, 422},
		{"a null", "PUT", "/answers", strings.Replace(good, `"collaboration"`, "null", 1), nil, 422},
		{"a number", "PUT", "/answers", strings.Replace(good, `"collaboration"`, "4", 1), nil, 422},
		{"an object", "PUT", "/answers", strings.Replace(good, `"collaboration"`, "{}", 1), nil, 422},
		{"no key", "PUT", "/answers", strings.Replace(good, key(2), "", 1), nil, 422},
		{"a short key", "PUT", "/answers", strings.Replace(good, key(2), "00", 1), nil, 422},
		{"a key that is a path", "PUT", "/answers", strings.Replace(good, key(2), "../../../../../../../etc/passwd00", 1), nil, 422},
		{"a negative number", "PUT", "/answers", strings.Replace(good, `"seq": 1`, `"seq": -1`, 1), nil, 422},
		{"a huge number", "PUT", "/answers", strings.Replace(good, `"seq": 1`, `"seq": 1e300`, 1), nil, 422},
		{"no number", "PUT", "/answers", strings.Replace(good, `"seq": 1,`, ``, 1), nil, 422},
		{"no such role", "PUT", "/answers", strings.Replace(good, `"board"`, `"king"`, 1), nil, 422},
		{"a role of several lines", "PUT", "/answers", strings.Replace(good, `"board"`, `"board\nanswers: {}"`, 1), nil, 422},
		{"a code of several lines", "PUT", "/answers", strings.Replace(good, `"code": ""`, `"code": "oak\ntree"`, 1), nil, 422},
		{"a code that steers a terminal", "PUT", "/answers", strings.Replace(good, `"code": ""`, `"code": "\u001b[2J"`, 1), nil, 422},
		{"a code that turns the text", "PUT", "/answers", strings.Replace(good, `"code": ""`, `"code": "a\u202eb"`, 1), nil, 422},
		{"a long code", "PUT", "/answers", strings.Replace(good, `"code": ""`, `"code": "`+strings.Repeat("ä", 65)+`"`, 1), nil, 422},
		{"no such question", "PUT", "/answers", strings.Replace(good, "trust.reliance", "trust.nothing", 1), nil, 422},
		{"a question with markup", "PUT", "/answers", strings.Replace(good, "trust.reliance", "<script>alert(1)</script>", 1), nil, 422},
		{"a respondent", "PUT", "/answers", strings.Replace(good, `"trust.reliance": "collaboration"`, `"respondent": "me"`, 1), nil, 422},
		{"a role among the answers", "PUT", "/answers", strings.Replace(good, `"trust.reliance": "collaboration"`, `"role": "staff"`, 1), nil, 422},
		{"no such answer", "PUT", "/answers", strings.Replace(good, `"collaboration"`, `"4"`, 1), nil, 422},
		{"several answers", "PUT", "/answers", strings.Replace(good, `"collaboration"`, `["collaboration"]`, 1), nil, 422},
		{"a list that is none", "PUT", "/answers", said(2, 1, `"priorities": "trust"`), nil, 422},
		{"too many ticks", "PUT", "/answers", said(2, 1, `"priorities": ["trust", "values", "knowledge"]`), nil, 422},
		{"a tick twice", "PUT", "/answers", said(2, 1, `"priorities": ["trust", "trust"]`), nil, 422},
		{"a worst hurdle that was not met", "PUT", "/answers", said(2, 1, `"hurdle_worst": "turf"`), nil, 422},
	}
	for _, a := range attacks {
		change := a.change
		if change == nil {
			change = func(*http.Request) {}
		}
		status, reply := s.ask(a.method, s.url+a.path, a.text, change)
		var said struct{ Error string }
		if err := json.Unmarshal([]byte(reply), &said); status != a.status || err != nil || said.Error == "" || strings.ContainsAny(said.Error, "\n\x1b\u202e") {
			t.Errorf("%s: %d %s, want %d and one sentence", a.name, status, reply, a.status)
		}
		if s.all() != before || s.Counts() != counts {
			t.Fatalf("%s changed something:\n%s", a.name, s.all())
		}
	}
}

// Paths that are not the room's lead nowhere; what people may type leads to it.
func TestPathsThatAreTyped(t *testing.T) {
	s := serve(t)
	root := "http://" + s.at
	for path, want := range map[string]int{
		"/": 404, "/k7pm-3xqe/": 404, "/k7pm": 404, "/k7pm-3xqd-": 302, "/k7pm-3xqd": 302, "/K7PM-3XQD": 302, "/k7pm3xqd": 302, "/k7pm3xqd/": 302,
		"/k7pm-3xqd/x": 404, "/favicon.ico": 404, "/k7pm-3xqd/?from=scanner": 200,
	} {
		if status, reply := s.ask("GET", root+path, ""); status != want {
			t.Errorf("%s gives %d %s, want %d", path, status, reply, want)
		}
	}
}

// Every reply forbids what a page of the room never does.
func TestRepliesAreGuarded(t *testing.T) {
	s := serve(t)
	for _, path := range []string{"/", "/state", "/answers", "/nothing"} {
		reply, err := http.Get(s.url + path)
		if err != nil {
			t.Fatal(err)
		}
		reply.Body.Close()
		for name, want := range map[string]string{"Content-Security-Policy": "frame-ancestors 'none'", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin"} {
			if got := reply.Header.Get(name); !strings.Contains(got, want) {
				t.Errorf("%s of %s is %q", name, path, got)
			}
		}
		if got := reply.Header.Get("Access-Control-Allow-Origin"); got != "" {
			t.Errorf("%s lets %s read it", path, got)
		}
	}
}

// stillOpen counts the connections that nobody has closed.
func stillOpen(held []net.Conn) int {
	open := 0
	for _, c := range held {
		_ = c.SetReadDeadline(time.Now().Add(time.Millisecond))
		var timeout net.Error
		if _, err := c.Read(make([]byte, 1)); errors.As(err, &timeout) && timeout.Timeout() {
			open++
		}
	}
	return open
}

// Whoever opens connections and says nothing keeps nobody out: there are only so many of
// one address, and each has little time.
func TestAThousandConnections(t *testing.T) {
	before, filesBefore := runtime.NumGoroutine(), openFiles()
	t.Run("held", func(t *testing.T) {
		const most, tries = 50, 1000
		s := serveLimited(t, func(l net.Listener) net.Listener { return limit(l, 200, most) })
		attacker := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 2)}}
		var held []net.Conn
		for range tries {
			if c, err := attacker.Dial("tcp", s.at); err == nil {
				held = append(held, c)
			}
		}
		defer func() {
			for _, c := range held {
				c.Close()
			}
		}()
		start := time.Now()
		s.mustKeep(said(1, 1, `"trust.reliance": "cooperation"`), 1)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("a phone waited %v while %d connections were held", took, tries)
		}
		open := stillOpen(held)
		for tries := 0; open > most && tries < 100; tries++ { // a close may be on its way
			time.Sleep(10 * time.Millisecond)
			open = stillOpen(held)
		}
		if open > most {
			t.Errorf("%d connections of one address stay open, want at most %d", open, most)
		}
	})
	for range 100 {
		if runtime.NumGoroutine() <= before && openFiles() <= filesBefore {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines and %d files are left, %d and %d were there before", runtime.NumGoroutine(), openFiles(), before, filesBefore)
}

// openFiles is how many files this process has open, connections too; 0 where the system
// does not say.
func openFiles() int {
	files, _ := os.ReadDir("/proc/self/fd")
	return len(files)
}

// A request that comes a byte at a time is ended.
func TestSlowRequestsEnd(t *testing.T) {
	s := serve(t)
	server := s.Server()
	if server.ReadHeaderTimeout == 0 || server.ReadTimeout == 0 || server.WriteTimeout == 0 || server.IdleTimeout == 0 {
		t.Fatal("the server waits for ever")
	}
	server.ReadHeaderTimeout, server.ReadTimeout = 50*time.Millisecond, 100*time.Millisecond
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(l) }()
	defer server.Close()
	for _, begun := range []string{"", "GET /k7pm-3xqd/ HT", "PUT /" + testPath + "/answers HTTP/1.1\r\nHost: " + l.Addr().String() + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"} {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(c, begun)
		_ = c.SetReadDeadline(time.Now().Add(5 * time.Second))
		if reply, err := io.ReadAll(c); err != nil || bytes.Contains(reply, []byte(" 200 ")) {
			t.Errorf("after %q: %q, %v", begun, reply, err)
		}
		c.Close()
	}
}

// Phones that put at the same moment are all kept, and each is one.
func TestManyAtOnce(t *testing.T) {
	s := serve(t)
	const phones, times = 40, 10
	var wait sync.WaitGroup
	for n := range phones {
		wait.Go(func() {
			for seq := 1; seq <= times; seq++ {
				if status, reply := s.put(said(n, seq, `"trust.reliance": "cooperation"`)); status != 200 {
					t.Errorf("phone %d: %d %s", n, status, reply)
				}
			}
		})
	}
	wait.Wait()
	if c := s.Counts(); c.Joined != phones || len(s.kept) != phones {
		t.Errorf("%d joined and %d are kept, want %d", c.Joined, len(s.kept), phones)
	}
	for _, k := range s.kept {
		if k.Seq != times {
			t.Errorf("the last kept is %d", k.Seq)
		}
	}
}

// Whoever mistypes the address in a browser reads a page; a program reads JSON.
func TestAMistypedAddressIsAnsweredWithAPage(t *testing.T) {
	s := serve(t)
	browser := func(req *http.Request) { req.Header.Set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8") }
	wrong := "http://" + s.at + "/k7pm-3xqe/"
	status, page := s.ask("GET", wrong, "", browser)
	if status != 404 || !strings.HasPrefix(page, "<!doctype html>") || !strings.Contains(page, "<p>"+notHere) || strings.Contains(page, "{") {
		t.Errorf("a browser gets %d %s", status, page)
	}
	if status, text := s.ask("GET", wrong, ""); status != 404 || !json.Valid([]byte(text)) {
		t.Errorf("a program gets %d %s", status, text)
	}
}

// A phone that opened the page is not one that sent something.
func TestPhonesThatOnlyOpenedThePageAreCountedApart(t *testing.T) {
	s := serve(t)
	s.mustKeep(said(1, 1, `"trust.reliance": "cooperation"`), 1)
	s.mustKeep(strings.Replace(said(2, 1, ""), `"board"`, `""`, 1), 1)
	if c := s.Counts(); c != (Counts{Joined: 2, Answering: 2, Kept: 1}) {
		t.Errorf("counted are %+v", c)
	}
}
