package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"collab/assess"
	"collab/assess/phone/room"
	"collab/rubric"
)

// A roomProgram is collab room, run as a program that is led by typed letters.
type roomProgram struct {
	t    testing.TB
	cmd  *exec.Cmd
	keys io.WriteCloser
	said *bufio.Scanner
	errs *bytes.Buffer
	url  string
	port int
}

// freePort is one that nobody listens at now.
func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

var addressLine = regexp.MustCompile(`^http://127\.0\.0\.1:\d+/\S+$`)

// startRoom starts the program about joint work with others, unless flags say something
// else, and waits until phones can come.
func startRoom(t testing.TB, dir string, port int, flags ...string) *roomProgram {
	t.Helper()
	if !slices.Contains(flags, "--joint-scope") {
		flags = append(flags, "--joint-scope", "between")
	}
	p := launchRoom(t, dir, port, flags...)
	p.url = p.waitFor(addressLine)
	return p
}

// launchRoom starts the program, which may ask something first.
func launchRoom(t testing.TB, dir string, port int, flags ...string) *roomProgram {
	t.Helper()
	args := append([]string{"room", "Lakes Guild", "--dir", dir, "--date", "2026-11-23", "--address", "127.0.0.1", "--port", strconv.Itoa(port), "--accessible"}, flags...)
	p := &roomProgram{t: t, cmd: exec.Command(os.Args[0], args...), errs: &bytes.Buffer{}, port: port}
	p.cmd.Env = append(os.Environ(), asProgram+"=1")
	p.cmd.Stderr = p.errs
	var err error
	if p.keys, err = p.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p.said = bufio.NewScanner(out)
	return p
}

// waitFor reads what the program says up to a line.
func (p *roomProgram) waitFor(line *regexp.Regexp) string {
	p.t.Helper()
	defer time.AfterFunc(time.Minute, func() { _ = p.cmd.Process.Kill() }).Stop() // or a test would wait for ever
	for p.said.Scan() {
		if line.MatchString(p.said.Text()) {
			return p.said.Text()
		}
	}
	_ = p.cmd.Wait()
	p.t.Fatalf("the program ended without saying %s:\n%s", line, p.errs)
	return ""
}

func (p *roomProgram) press(key, until string) string {
	p.t.Helper()
	if _, err := io.WriteString(p.keys, key+"\n"); err != nil {
		p.t.Fatal(err)
	}
	return p.waitFor(regexp.MustCompile(until))
}

// leave ends the program by its key.
func (p *roomProgram) leave() {
	p.t.Helper()
	_, _ = io.WriteString(p.keys, "q\n")
	for p.said.Scan() {
	}
	if err := p.cmd.Wait(); err != nil {
		p.t.Fatalf("%v\n%s", err, p.errs)
	}
}

// kill ends it as a flat battery does.
func (p *roomProgram) kill() {
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
}

// A testPhone answers as a phone's page does.
type testPhone struct {
	key     string
	seq     int
	round   string
	code    string
	answers map[string]any
	client  *http.Client
}

func newTestPhone(n int) *testPhone {
	return &testPhone{key: fmt.Sprintf("%032x", n+1), answers: map[string]any{}, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 1}, Timeout: 10 * time.Second}}
}

// ask gives the room's phase, and takes its mark.
func (p *testPhone) ask(url string) (string, error) {
	reply, err := p.client.Get(url + "/state")
	if err != nil {
		return "", err
	}
	defer reply.Body.Close()
	var state struct{ Phase, Round string }
	err = json.NewDecoder(reply.Body).Decode(&state)
	if state.Round != p.round {
		p.round, p.seq, p.answers = state.Round, 0, map[string]any{}
	}
	return state.Phase, err
}

// put sends all answers, and gives the status and the number that was confirmed.
func (p *testPhone) put(url string, finished bool) (status, seq int, err error) {
	p.seq++
	text, err := json.Marshal(map[string]any{"round": p.round, "phone": p.key, "seq": p.seq, "finished": finished, "role": "board", "code": p.code, "answers": p.answers})
	if err != nil {
		return 0, 0, err
	}
	req, err := http.NewRequest(http.MethodPut, url+"/answers", bytes.NewReader(text))
	if err != nil {
		return 0, 0, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Origin", "http://"+req.Host)
	reply, err := p.client.Do(req)
	if err != nil {
		return 0, 0, err
	}
	defer reply.Body.Close()
	var said struct{ Seq int }
	err = json.NewDecoder(reply.Body).Decode(&said)
	return reply.StatusCode, said.Seq, err
}

var stageIDs = []string{"single_handed", "cooperation", "coordination", "collaboration"}

// answerOf is what a phone says to a question: half the room one thing, half another, so
// that there is something to talk about.
func answerOf(phone, question int) string { return stageIDs[(phone%2*2+question)%4] }

func questionIDs() []string {
	var ids []string
	for _, q := range rubric.Default().Questions() {
		ids = append(ids, q.ID)
	}
	return ids
}

func phoneDrafts(t testing.TB, dir, mark string) []draft {
	t.Helper()
	f := folder{dir}
	names, err := f.responses(mark)
	if err != nil {
		t.Fatal(err)
	}
	var all []draft
	for _, name := range names {
		d, _, err := f.readDraft(name, f.rubrics(nil))
		if err != nil {
			t.Errorf("a file is half written: %v", err)
			continue
		}
		all = append(all, d)
	}
	return all
}

// A room goes from its first answer to what talking changed, and twelve phones answer
// twice. What comes out is what collab combine makes of the same files.
func TestRoomFromTheFirstAnswerToTheSecondRound(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lakes")
	p := startRoom(t, dir, freePort(t), "--body", "15", "--joint-scope", "between")
	defer p.kill()
	phones := make([]*testPhone, 12)
	for n := range phones {
		phones[n] = newTestPhone(n)
		if phase, err := phones[n].ask(p.url); phase != "first" || err != nil {
			t.Fatal(phase, err)
		}
		for q, id := range questionIDs() {
			phones[n].answers[id] = answerOf(n, q)
		}
		if status, seq, err := phones[n].put(p.url, n > 0); status != 200 || seq != 1 || err != nil {
			t.Fatal(status, seq, err)
		}
	}
	p.press("", `joined 12   answering 1   finished 11`)
	p.press("e", `1 person is still answering`)
	p.press("e", `12 phones took part\. 1 had not finished`)
	if status, _, _ := phones[0].put(p.url, true); status != http.StatusConflict {
		t.Errorf("after the end an answer is replied to with %d", status)
	}
	if _, _, said := called(t, dir, "report"); strings.Contains(said, "not finished") {
		t.Errorf("after the end the report says %s", said)
	}
	if _, _, said := calledWith(t, dir, "\n", "respond", "--sheet"); !strings.Contains(said, "the answers of 12 people are counted") {
		t.Errorf("after the end collab respond says %s", said)
	}
	a, text, err := readAssessment(dir)
	if err != nil || a.People != 12 || a.Body != 15 {
		t.Fatal(err, a)
	}
	if said := get(t, p, "/board"); !strings.Contains(said, "to talk about") || !strings.Contains(said, rubric.Default().Questions()[a.Agenda()[0].Question].Prompt) {
		t.Errorf("the projector shows %s", said)
	}
	if status, _, said := called(t, dir, "combine", "--body", "15"); status != statusDone || read(t, filepath.Join(dir, recordFile)) != string(text) {
		t.Errorf("combined by hand it is another record: %s", said)
	}

	p.press("s", `Press s again`)
	p.press("s", `second round, about`)
	again := talkedAbout(a, false)
	for n, phone := range phones[:11] {
		if phase, err := phone.ask(p.url); phase != "second" || err != nil || phone.seq != 0 {
			t.Fatal(phase, err, phone.seq)
		}
		for _, id := range again {
			phone.answers[id] = "coordination"
		}
		if status, _, err := phone.put(p.url, true); status != 200 || err != nil {
			t.Fatalf("phone %d: %d %v", n, status, err)
		}
	}
	p.press("e", `The second round has ended: 11 phones took part`)
	if said := get(t, p, "/board"); !strings.Contains(said, "Before talking") || !strings.Contains(said, "now the room agrees") && !strings.Contains(said, "now it agrees") {
		t.Errorf("the projector shows %s", said)
	}
	if a, _, err = readAssessment(dir); err != nil || a.Second == nil || a.Second.People != 11 || len(a.Talks) != len(again) {
		t.Errorf("the second round is not in the record: %v", err)
	}
	p.leave()
	if strings.Contains(p.errs.String(), phones[0].key) {
		t.Error("a phone's key is printed")
	}
	persons := map[string]bool{}
	for _, mark := range []string{"", secondMark} {
		for _, d := range phoneDrafts(t, dir, mark) {
			persons[d.person] = true
			if about, err := os.Stat(d.path); err != nil || about.Mode().Perm() != 0o600 || !about.ModTime().Equal(d.response.Date.Time) {
				t.Errorf("%s has the mode %v and the time %v", d.path, about.Mode(), about.ModTime())
			}
			if bytes.Contains(d.text, []byte(phones[0].key)) || regexp.MustCompile(`\d\d:\d\d`).Match(d.text) {
				t.Errorf("%s holds a key or a time", d.path)
			}
		}
	}
	if len(persons) != 23 {
		t.Errorf("%d phones can be told apart over both rounds, want 23: none by its answers of the other round", len(persons))
	}
}

func get(t testing.TB, p *roomProgram, path string) string {
	t.Helper()
	reply, err := http.Get(fmt.Sprintf("http://localhost:%d%s", p.port, path))
	if err != nil {
		t.Fatal(err)
	}
	defer reply.Body.Close()
	text, err := io.ReadAll(reply.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Under four people are not combined, and the room goes on.
func TestRoomOfTooFewGoesOn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lakes")
	p := startRoom(t, dir, freePort(t))
	defer p.kill()
	phone := newTestPhone(1)
	if _, err := phone.ask(p.url); err != nil {
		t.Fatal(err)
	}
	phone.answers["trust.reliance"] = "cooperation"
	if status, _, err := phone.put(p.url, true); status != 200 {
		t.Fatal(status, err)
	}
	p.press("e", `The round goes on`)
	if status, _, err := phone.put(p.url, true); status != 200 {
		t.Errorf("the room does not go on: %d %v", status, err)
	}
	p.leave()
	if !strings.Contains(p.errs.String(), "with fewer than five people") {
		t.Errorf("said is %s", p.errs)
	}
	if exists(filepath.Join(dir, recordFile)) {
		t.Error("a record was written")
	}
}

// The same command goes on under the same address, and a phone finds its answers again;
// flags that say something else are refused, and so is a port that is taken.
func TestRoomGoesOn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lakes")
	port := freePort(t)
	p := startRoom(t, dir, port, "--joint-scope", "between", "--joint-about", "Harvest fair")
	phone := newTestPhone(1)
	if _, err := phone.ask(p.url); err != nil {
		t.Fatal(err)
	}
	phone.answers["trust.reliance"] = "cooperation"
	if status, _, err := phone.put(p.url, false); status != 200 {
		t.Fatal(status, err)
	}
	command := []string{"room", "Lakes Guild", "--dir", dir, "--date", "2026-11-23", "--address", "127.0.0.1", "--accessible"}
	taken := append(slices.Clone(command), "--port", strconv.Itoa(port))
	if status, _, said := called(t, dir, taken...); status != statusCouldNot || !strings.Contains(said, "a room is open already") {
		t.Errorf("a second room of one folder: %d %s", status, said)
	}
	taken[slices.Index(taken, "--dir")+1] = dir + "2"
	taken = append(taken, "--joint-scope", "none")
	if status, _, said := called(t, dir, taken...); status != statusCouldNot || !strings.Contains(said, "is in use") || !strings.Contains(said, fmt.Sprint("--port ", port+1)) {
		t.Errorf("a port that is taken: %d %s", status, said)
	}
	p.leave()
	for _, other := range [][]string{{"--short"}, {"--joint-about", "Trail day"}, {"--joint-scope", "none"}} {
		if status, _, said := called(t, dir, append(slices.Clone(command), other...)...); status != statusBadInput || !strings.Contains(said, "asks something else") {
			t.Errorf("%v: %d %s", other, status, said)
		}
	}
	for _, wrong := range [][]string{{"--address", "192.0.2.1"}, {"--address", "0.0.0.0"}, {"--address", "here"}, {"--port", "0"}, {"--port", "70000"}, {"--wifi-password", "x"}} {
		if status, _, said := called(t, dir, append(slices.Clone(command), wrong...)...); status == statusDone || status == statusInterrupted || strings.Count(said, "collab: ") != 1 {
			t.Errorf("%v: %d %s", wrong, status, said)
		}
	}
	again := startRoom(t, dir, port)
	defer again.kill()
	if again.url != p.url {
		t.Errorf("the address is %s, it was %s", again.url, p.url)
	}
	again.press("", `joined 1   answering 1   finished 0`)
	if phase, err := phone.ask(again.url); phase != "first" || err != nil || phone.seq != 1 {
		t.Errorf("the phone finds %s, %v, and has put %d", phase, err, phone.seq)
	}
	if status, seq, err := phone.put(again.url, true); status != 200 || seq != 2 || err != nil {
		t.Errorf("%d %d %v", status, seq, err)
	}
	if all := phoneDrafts(t, dir, ""); len(all) != 1 || all[0].open || all[0].response.JointWork.About != "Harvest fair" {
		t.Errorf("kept are %+v", all)
	}
	again.leave()
}

// Nobody at the laptop is offered to go on with what a phone has begun.
func TestRespondLeavesPhonesAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "lakes")
	p := startRoom(t, dir, freePort(t))
	phone := newTestPhone(1)
	if _, err := phone.ask(p.url); err != nil {
		t.Fatal(err)
	}
	phone.answers["trust.reliance"] = "cooperation"
	if status, _, err := phone.put(p.url, false); status != 200 {
		t.Fatal(status, err)
	}
	p.leave()
	f := folder{dir}
	if drafts, broken := f.drafts("", f.rubrics(nil)); len(drafts) != 0 || broken != nil {
		t.Errorf("offered are %v, %v", drafts, broken)
	}
	if all := phoneDrafts(t, dir, ""); len(all) != 1 || !all[0].open || all[0].seq != 1 {
		t.Errorf("the draft is %+v", all)
	}
}

// killsEnv is how often the room is killed; in the tests a few times.
const killsEnv = "COLLAB_ROOM_KILLS"

// A room that is killed at any moment under load has in its files every answer that a
// phone saw confirmed, nothing half written, and nobody twice; and its phones go on.
func TestRoomKilled(t *testing.T) {
	kills := 5
	if n, err := strconv.Atoi(os.Getenv(killsEnv)); err == nil {
		kills = n
	}
	dir := filepath.Join(t.TempDir(), "lakes")
	port := freePort(t)
	phones := make([]*testPhone, 25)
	confirmed := make([]int, len(phones))
	for n := range phones {
		phones[n] = newTestPhone(n)
	}
	ids := questionIDs()
	total := 0
	for kill := range kills {
		p := startRoom(t, dir, port)
		checkKilled(t, dir, phones, confirmed, ids)
		var wait sync.WaitGroup
		for n, phone := range phones {
			wait.Go(func() {
				if _, err := phone.ask(p.url); err != nil {
					return
				}
				for {
					if rand.IntN(50) == 0 {
						phone.client.CloseIdleConnections() // as if it had left the room
					}
					phone.answers = answersAt(n, phone.seq+1, ids)
					status, seq, err := phone.put(p.url, (phone.seq+1)%7 == 0)
					if err != nil {
						return
					}
					if status != 200 || seq != phone.seq {
						t.Errorf("phone %d: %d, number %d of %d", n, status, seq, phone.seq)
						return
					}
					confirmed[n] = seq
				}
			})
		}
		time.Sleep(time.Duration(20+rand.IntN(180)) * time.Millisecond)
		p.kill()
		wait.Wait()
		if t.Failed() {
			t.Fatalf("kill %d", kill)
		}
	}
	checkKilled(t, dir, phones, confirmed, ids)
	for _, n := range confirmed {
		total += n
	}
	p := startRoom(t, dir, port)
	p.leave()
	if left, _ := filepath.Glob(filepath.Join(dir, responsesDir, halfWritten+"*")); len(left) > 0 {
		t.Errorf("half written files stay: %v", left)
	}
	t.Logf("%d kills, about %d answers confirmed, none lost", kills, total)
}

// answersAt is what a phone says at a number: another thing at each.
func answersAt(phone, seq int, ids []string) map[string]any {
	answers := map[string]any{}
	for q, id := range ids[:1+seq%len(ids)] {
		answers[id] = stageIDs[(phone+seq+q)%4]
	}
	return answers
}

func checkKilled(t *testing.T, dir string, phones []*testPhone, confirmed []int, ids []string) {
	t.Helper()
	persons := map[string]draft{}
	for _, d := range phoneDrafts(t, dir, "") {
		if _, twice := persons[d.person]; twice {
			t.Errorf("%s is somebody's who has another file", d.path)
		}
		persons[d.person] = d
	}
	for n, phone := range phones {
		if confirmed[n] == 0 {
			continue
		}
		d, ok := persons[room.PersonOf(phone.round, phone.key)]
		if !ok || d.seq < confirmed[n] {
			t.Errorf("phone %d saw %d confirmed, its file has %d", n, confirmed[n], d.seq)
			continue
		}
		want := answersAt(n, d.seq, ids)
		for i, q := range d.response.Rubric.Questions() {
			said, _ := want[q.ID].(string)
			if d.response.Answers[i].ID(d.response.Rubric) != said {
				t.Errorf("phone %d at %d: %s is %s, want %s", n, d.seq, q.ID, d.response.Answers[i].ID(d.response.Rubric), said)
			}
		}
		if d.open == (d.seq%7 == 0) {
			t.Errorf("phone %d at %d: unfinished is %t", n, d.seq, d.open)
		}
	}
}

// loadEnv asks for the full load: 400 phones at more than the pace of people, then 100 as
// fast as they can.
const loadEnv = "COLLAB_ROOM_LOAD"

// A hundred phones at once, and four hundred at a pace, lose no answer; each confirmation
// means that the answer is on the disk.
func TestRoomUnderLoad(t *testing.T) {
	full := os.Getenv(loadEnv) != ""
	for _, load := range []struct {
		name   string
		phones int
		pause  time.Duration // between two answers of one phone, on average
		few    int           // phones where the load is not asked for
	}{{"at the pace of people", 400, 2 * time.Second, 40}, {"as fast as they can", 100, 0, 20}} {
		t.Run(load.name, func(t *testing.T) {
			phones := load.few
			pause := load.pause / 100
			if full {
				phones, pause = load.phones, load.pause
			}
			dir := filepath.Join(t.TempDir(), "lakes")
			p := startRoom(t, dir, freePort(t))
			defer p.kill()
			times := answerAll(t, p, phones, pause)
			slices.Sort(times)
			at := func(share float64) time.Duration {
				return times[int(share*float64(len(times)-1))].Round(100 * time.Microsecond)
			}
			t.Logf("%d phones, %d answers: half confirmed in %v, 99 %% in %v, the slowest in %v; memory %d kB", phones, len(times), at(.5), at(.99), at(1), peak(p.cmd.Process.Pid))
			if held := peak(p.cmd.Process.Pid); full && held > 100_000 { // the race detector alone holds as much
				t.Errorf("the program holds %d kB", held)
			}
			if full && at(.99) > 100*time.Millisecond {
				t.Errorf("99 %% are confirmed in %v", at(.99))
			}
			p.press("", fmt.Sprintf(`joined %d   answering 0   finished %d`, phones, phones))
			p.press("e", fmt.Sprintf(`%d phones took part`, phones))
			a, _, err := readAssessment(dir)
			if err != nil || a.People != phones {
				t.Fatal(err)
			}
			want := make([]assess.Counts, len(a.Answers))
			for q := range want {
				want[q].Ranks = make([]int, 4)
				for n := range phones {
					want[q].Ranks[slices.Index(stageIDs, answerOf(n, q))]++
				}
				if !slices.Equal(want[q].Ranks, a.Answers[q].Ranks) {
					t.Errorf("%s counts %v, want %v", a.Answers[q].ID, a.Answers[q].Ranks, want[q].Ranks)
				}
			}
		})
	}
}

// answerAll has phones answer every question, one by one, and gives how long each
// confirmation took.
func answerAll(t *testing.T, p *roomProgram, phones int, pause time.Duration) []time.Duration {
	ids := questionIDs()
	times := make([][]time.Duration, phones)
	var wait sync.WaitGroup
	for n := range phones {
		wait.Go(func() {
			phone := newTestPhone(n)
			time.Sleep(time.Duration(rand.Int64N(5*int64(pause) + 1))) // people do not join at one moment
			if _, err := phone.ask(p.url); err != nil {
				t.Error(err)
				return
			}
			for q, id := range ids {
				if pause > 0 {
					time.Sleep(time.Duration(rand.Int64N(2 * int64(pause))))
				}
				phone.answers[id] = answerOf(n, q)
				begun := time.Now()
				status, seq, err := phone.put(p.url, q == len(ids)-1)
				times[n] = append(times[n], time.Since(begun))
				if status != 200 || seq != q+1 || err != nil {
					t.Errorf("phone %d: %d, number %d, %v", n, status, seq, err)
					return
				}
			}
			phone.client.CloseIdleConnections()
		})
	}
	wait.Wait()
	return slices.Concat(times...)
}

// peak is the most memory in kB that a process has held, as Linux says it; else 0.
func peak(pid int) int {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	held := regexp.MustCompile(`VmHWM:\s*(\d+) kB`).FindSubmatch(text)
	if held == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(held[1]))
	return n
}
