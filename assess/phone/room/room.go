// Package room serves a round to the phones of a room, and shows the room what it may
// see on a projector. It holds who has joined and what each phone said last; it opens no
// socket and no file: listeners come in with [Server], and what is to last goes out by
// [Store]. Nobody's answers are ever sent to another device, shown or logged: to whoever
// has a phone's key the room says what that phone said, and to nobody else.
//
// # What a phone and the room say to each other
//
// All addresses begin with the round's path, such as /k7pm-3xqd, which is hard to guess.
//
//	GET  /k7pm-3xqd/         the page, with the description of what is asked and "served": true
//	GET  /k7pm-3xqd/state    {"phase": "first"|"talk"|"second"|"ended", "round": "MARK"}
//	PUT  /k7pm-3xqd/answers  all that the phone's person has said so far
//
// A phone draws a key of 128 bits at random, 32 lower-case hexadecimal digits, once for
// each MARK, keeps it, and shows it to nobody but the room. What it puts is JSON
// (Content-Type: application/json) of at most 64 KiB:
//
//	{"round": "MARK", "phone": "KEY", "seq": 7, "finished": false, "role": "board", "code": "oak",
//	 "answers": {"trust.reliance": "cooperation", "priorities": ["trust"], "fact.joint.budget": "met"}}
//
// The names in answers are ids of items of package asking, and the values ids of their
// options: one, or a list where several may be ticked. What is left out is unanswered.
// Role and code may be left out or empty. A phone that has only been opened puts empty answers, and
// counts as joined.
//
// Each put carries everything, and the highest seq wins: a phone counts it up whenever
// something changes, and keeps it with the key. The room replies
//
//	200 {"seq": 7}                 when that is safe on the disk, and not before
//	200 {"seq": 9, "held": {...}}  what was put was not taken: the room holds newer answers of this phone.
//	                               Held are its finished, role, code and answers, as a put has them
//	409 {"error": "..."}           the round takes no answers, now or any more: ask for the state. Also where
//	                               the MARK is not that of the round that is open
//	422 {"error": "..."}           what was put cannot be an answer; nothing changed
//	503 {"error": "..."}           it could not be saved: put it again in a while
//	other 4xx {"error": "..."}     the request is refused before it is read; nothing changed
//
// A phone that gets held has lost some of what it kept, or another page of it is ahead. It
// takes over all but what it has not yet sent, and puts that with a higher seq. So that this
// does not wait for an answer, a page puts what it has once when it is opened.
//
// The sentences are for people. When the state names another MARK than the page was made
// for, the page loads itself again, once: a second round has begun. When a round takes no
// more answers and all are sent, the page no longer keeps them, nor the key.
package room

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"sync"

	"collab/assess"
	"collab/assess/asking"
)

// A Phase is what the room is doing.
type Phase string

// The phases, in their order.
const (
	First  Phase = "first"  // people answer
	Talk   Phase = "talk"   // they talk about what they answered
	Second Phase = "second" // they answer again what they talked about
	Ended  Phase = "ended"
)

// Open tells whether people may answer.
func (p Phase) Open() bool { return p == First || p == Second }

// MostPhones is how many phones one round takes; those that have only opened the page give
// way to others. Whoever has the address can join as often as they like: the number on the
// screen then is no longer that of the people.
const MostPhones = 1000

// Mark names what a path asks in a phase: the same for every phone, and another for the
// second round.
func Mark(path string, p Phase) string {
	if p == Talk {
		p = First
	}
	if p == Ended {
		p = Second
	}
	return digest("mark", path, string(p))[:10]
}

// PersonOf is what is kept of a phone's key: enough to know the phone again, in this
// round only, and not enough to speak for it.
func PersonOf(mark, key string) string { return digest("phone", mark, key)[:26] }

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte("collab room\n" + strings.Join(parts, "\n")))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:]))
}

// A State is all that a phone said last.
type State struct {
	Person   string // see [PersonOf]
	Seq      int
	Finished bool
	Response assess.Response
}

// A Store makes states last, several together. It returns when they are safe, with an
// error for each that is not.
type Store func([]State) []error

// Counts are what a room may see while it answers.
type Counts struct {
	Joined    int `json:"joined"`
	Answering int `json:"answering"`
	Finished  int `json:"finished"`
	Kept      int `json:"-"` // phones of which something is on the disk
}

// A Round is what phones answer now.
type Round struct {
	Mark  string
	Asked asking.Round
	Page  []byte  // that a phone shows
	Store Store   // of this round
	Known []State // what its phones said before
}

// A Room is where a round is answered. Its methods may be called at any time.
type Room struct {
	path   string
	commit *committer

	mu     sync.Mutex
	phase  Phase
	asks   *questions
	phones map[string]*phone // by person
	board  board
}

// New is a room under a path, in a phase.
func New(path string, phase Phase, round Round) *Room {
	r := &Room{path: path, phase: phase}
	r.commit = newCommitter()
	r.ask(round)
	return r
}

// Close ends the room's work. Puts that wait are still made to last.
func (r *Room) Close() { r.commit.close() }

func (r *Room) ask(round Round) {
	r.asks, r.phones = newQuestions(round), map[string]*phone{}
	for _, s := range round.Known {
		r.phones[s.Person] = &phone{kept: s, onDisk: true}
	}
}

// Phase is what the room is doing.
func (r *Room) Phase() Phase {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.phase
}

// Counts are those of the round that is asked, or was asked last.
func (r *Room) Counts() Counts {
	r.mu.Lock()
	defer r.mu.Unlock()
	c := Counts{Joined: len(r.phones)}
	for _, p := range r.phones {
		if p.kept.Finished {
			c.Finished++
		}
		if p.onDisk {
			c.Kept++
		}
	}
	c.Answering = c.Joined - c.Finished
	return c
}

// Shut takes no more answers. When it returns, all that was confirmed is on the disk and
// nothing more will be written. Phones are told the phase that follows.
func (r *Room) Shut() {
	r.mu.Lock()
	if r.phase.Open() {
		r.phase = map[Phase]Phase{First: Talk, Second: Ended}[r.phase]
	}
	r.mu.Unlock()
	r.commit.flush()
}

// Reopen takes answers again, where what should have followed the end could not be done.
func (r *Room) Reopen() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.phase = map[Phase]Phase{Talk: First, Ended: Second}[r.phase]
}

// AskAgain begins the second round.
func (r *Room) AskAgain(round Round) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.phase, r.board.at = Second, 0
	r.ask(round)
}
