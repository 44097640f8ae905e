package room

import (
	"fmt"
	"net/http"
	"sync"

	"collab/assess"
)

// A phone is one that has joined.
type phone struct {
	busy   sync.Mutex // one put of a phone at a time
	puts   int        // under way
	kept   State      // without a person where nothing was put yet
	onDisk bool
}

// Faults of a put that is well formed.
var (
	errShut   error = refusal{http.StatusConflict, notOpen}
	errFull   error = refusal{http.StatusServiceUnavailable, fmt.Sprintf(roomIsFull, MostPhones)}
	errUnsafe error = refusal{http.StatusServiceUnavailable, notSaved}
)

// put takes a state of the round with a mark, and returns when it is safe. It gives what
// is held then: where that is newer, what was put is not taken.
func (r *Room) put(mark string, s State) (State, error) {
	p, err := r.phoneOf(mark, s.Person)
	if err != nil {
		return State{}, err
	}
	defer r.leave(p)
	p.busy.Lock()
	defer p.busy.Unlock()
	if kept := r.lastOf(p); kept.Person != "" && s.Seq <= kept.Seq {
		return kept, nil
	}
	onDisk := p.onDisk || !s.saysNothing()
	if onDisk {
		if err := r.commit.save(s, func() Store { return r.storeOf(mark) }); err != nil {
			return State{}, err
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	p.kept, p.onDisk = s, onDisk
	return s, nil
}

// phoneOf is the phone of a person, who joins where there is none yet. It stays until
// what is put has left it.
func (r *Room) phoneOf(mark, person string) (*phone, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.takes(mark) {
		return nil, errShut
	}
	p := r.phones[person]
	if p == nil {
		if len(r.phones) >= MostPhones && !r.makeRoom() {
			return nil, errFull
		}
		p = &phone{}
		r.phones[person] = p
	}
	p.puts++
	return p, nil
}

// makeRoom forgets a phone that has said nothing, if there is one: opening the page a
// thousand times keeps nobody out. A person who is forgotten joins again by answering.
func (r *Room) makeRoom() bool {
	for person, p := range r.phones {
		if !p.onDisk && p.puts == 0 {
			delete(r.phones, person)
			return true
		}
	}
	return false
}

func (r *Room) leave(p *phone) {
	r.mu.Lock()
	defer r.mu.Unlock()
	p.puts--
}

func (r *Room) lastOf(p *phone) State {
	r.mu.Lock()
	defer r.mu.Unlock()
	return p.kept
}

// takes tells whether the round with a mark takes answers.
func (r *Room) takes(mark string) bool { return r.phase.Open() && r.asks.Mark == mark }

// storeOf is where a round with a mark is kept; nil where it takes no more answers.
func (r *Room) storeOf(mark string) Store {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.takes(mark) {
		return nil
	}
	return r.asks.Store
}

// same tells whether two states say the same.
func (s State) same(other State) bool {
	return s.Finished == other.Finished && string(s.Response.Encode()) == string(other.Response.Encode())
}

// saysNothing is true of a state with nothing in it that could be lost.
func (s State) saysNothing() bool {
	blank := assess.NewResponse(s.Response.Rubric)
	blank.Association, blank.Date = s.Response.Association, s.Response.Date
	blank.Length, blank.JointWork = s.Response.Length, s.Response.JointWork
	return !s.Finished && string(blank.Encode()) == string(s.Response.Encode())
}
