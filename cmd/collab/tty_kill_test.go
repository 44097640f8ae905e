//go:build unix

package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"collab/assess"
	"collab/assess/asking"
)

// killsVariable asks for more kills than a usual test run has the time for:
//
//	COLLAB_KILLS=200 go test ./cmd/collab -run Kill -v
const killsVariable = "COLLAB_KILLS"

// A program that is killed has lost nothing that it had taken: every answer
// whose next screen was drawn is in the response file, the file is whole, and
// nothing is in it that nobody said. The next program goes on with it, until it
// is killed in its turn.
func TestKilledAtAnyMomentNothingIsLost(t *testing.T) {
	t.Parallel()
	kills := 12
	if n, err := strconv.Atoi(os.Getenv(killsVariable)); err == nil {
		kills = n
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	v := &victim{t: t, chance: rand.New(rand.NewPCG(seed, 0)), slowest: 10 * time.Millisecond}
	for v.killed < kills {
		v.interview(kills)
	}
	t.Logf("%d kills, %d interviews, %d of them brought to their end; when killed, %d had drawn the next screen, %d had kept the answer and not drawn yet, %d neither",
		v.killed, v.begun, v.finished, v.drawn, v.kept, v.killed-v.drawn-v.kept)
	if v.drawn == 0 {
		t.Error("no program came as far as a next screen")
	}
}

// A victim is a person whose program is killed again and again.
type victim struct {
	t       *testing.T
	chance  *rand.Rand
	dir     string
	says    assess.Response
	sure    map[string]string // what was said, and the next screen was drawn
	slowest time.Duration     // from keys to the next screen, so far

	killed, begun, finished, drawn, kept int
}

// interview is one interview over as many programs as it takes, or as there are kills.
func (v *victim) interview(kills int) {
	v.dir, v.says, v.sure = v.t.TempDir(), v.anything(), nil
	v.begun++
	for v.killed < kills {
		p, at := v.takeUp()
		for moves := v.chance.IntN(12); moves > 0 && at < p.last(); moves-- {
			at = v.answer(p, at)
		}
		if at == p.last() && v.chance.IntN(2) == 0 {
			p.press("f")
			p.exits(statusDone)
			sameAsFromFile(v.t, v.folder(), v.says)
			noResponses(v.t, v.folder())
			v.finished++
			return
		}
		v.kill(p, at)
		if v.check() {
			return
		}
	}
}

func (v *victim) folder() string { return filepath.Join(v.dir, slug(v.says.Association)) }

// anything is a response with other answers each time. What is ticked is one
// thing, since a tick cannot be given twice.
func (v *victim) anything() assess.Response {
	r := example(v.t)
	for i := range r.Answers {
		r.Answers[i] = v.anyAnswer()
	}
	r.Priorities, r.Hurdles, r.Worst = r.Priorities[:1], r.Hurdles[:1], r.Hurdles[0]
	return r
}

func (v *victim) anyAnswer() assess.Answer {
	return []assess.Answer{1, 2, 3, 4, assess.DontKnow, assess.DoesNotApply}[v.chance.IntN(6)]
}

// takeUp starts a program, which goes on with what there is, and gives the
// place of the screen that it shows.
func (v *victim) takeUp() (*person, int) {
	v.t.Helper()
	p := sit(open(v.t, v.dir, "assess", "--date", day), v.says)
	if len(responseFiles(v.t, v.folder())) == 0 {
		p.waitFor(p.sign(0))
		return p, 0
	}
	kept := parsed(v.t, onlyDraft(v.t, v.folder()))
	at := slices.Index(p.steps, asking.NewWalk(kept, asking.Asks{}).Here())
	p.waitFor("Continue: ")
	p.press("1")
	p.waitFor(p.sign(at))
	p.kept = &kept
	return p, at
}

// answer answers a screen and goes on, now and then back to it for another
// answer. It gives the place of the next.
func (v *victim) answer(p *person, at int) int {
	v.t.Helper()
	v.say(p, at, p.keys(at))
	question := asking.Question
	if p.steps[at].Kind == question && p.steps[at+1].Kind == question && v.chance.IntN(4) == 0 {
		p.press(left)
		p.waitFor(p.sign(at))
		i := p.says.Rubric.Index(p.steps[at].ID)
		p.says.Answers[i] = v.anyAnswer()
		v.say(p, at, answerKey(p.says.Answers[i]))
	}
	return at + 1
}

func (v *victim) say(p *person, at int, keys string) {
	v.t.Helper()
	began := time.Now()
	p.press(keys)
	p.waitFor(p.sign(at + 1))
	v.slowest = max(v.slowest, time.Since(began))
	v.sure = said(p.upTo(at + 1))
}

// kill ends the program at a random moment after keys, which is before, while or
// after it keeps what they say and draws the next screen.
func (v *victim) kill(p *person, at int) {
	v.t.Helper()
	keys, next := "f", "Written:"
	if at < p.last() {
		keys, next = p.keys(at), p.sign(at+1)
	}
	p.press(keys)
	time.Sleep(time.Duration(v.chance.Int64N(int64(v.slowest))))
	_ = p.program.Process.Kill()
	p.waitForEnd()
	v.killed++
	after := v.sure
	if at < p.last() {
		after = said(p.upTo(at + 1))
	}
	files := responseFiles(v.t, v.folder())
	switch {
	case strings.Contains(p.shown(), next):
		v.drawn++
		v.sure = after
	case len(files) == 1 && missing(after, said(parsed(v.t, files[0]))) == nil:
		v.kept++
	}
}

// check looks for everything that is sure, and tells whether there is nothing
// to go on with: the interview was over, or had not begun.
func (v *victim) check() bool {
	v.t.Helper()
	if len(responseFiles(v.t, v.folder())) == 0 {
		if exists(filepath.Join(v.folder(), recordFile)) {
			sameAsFromFile(v.t, v.folder(), v.says)
		} else if v.sure != nil {
			v.t.Fatalf("everything is lost: %v", v.sure)
		}
		return true
	}
	got := said(parsed(v.t, onlyDraft(v.t, v.folder())))
	meant := said(v.says)
	for name, text := range v.sure {
		if got[name] != text && got[name] != meant[name] {
			v.t.Errorf("%s: said %q, kept %q", name, text, got[name])
		}
	}
	for name, text := range got {
		if text != meant[name] && text != v.sure[name] {
			v.t.Errorf("%s: nobody said %q", name, text)
		}
	}
	return false
}
