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
	kept   State      // without a person where nothing was put yet
	onDisk bool
}

// Faults of a put that is well formed.
var (
	errShut   error = refusal{http.StatusConflict, notOpen}
	errStale  error = refusal{http.StatusUnprocessableEntity, anotherPage}
	errFull   error = refusal{http.StatusServiceUnavailable, fmt.Sprintf(roomIsFull, MostPhones)}
	errUnsafe error = refusal{http.StatusServiceUnavailable, notSaved}
)

// put takes a state of the round with a mark, and returns when it is safe. It gives the
// seq that is held.
func (r *Room) put(mark string, s State) (int, error) {
	p, err := r.phoneOf(mark, s.Person)
	if err != nil {
		return 0, err
	}
	p.busy.Lock()
	defer p.busy.Unlock()
	switch kept := r.lastOf(p); {
	case kept.Person == "" || s.Seq > kept.Seq:
	case s.Seq == kept.Seq && !s.same(kept):
		return 0, errStale
	default:
		return kept.Seq, nil
	}
	if p.onDisk || !s.saysNothing() {
		if err := r.commit.save(s, func() Store { return r.storeOf(mark) }); err != nil {
			return 0, err
		}
		p.onDisk = true
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	p.kept = s
	return s.Seq, nil
}

// phoneOf is the phone of a person, who joins where there is none yet.
func (r *Room) phoneOf(mark, person string) (*phone, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.takes(mark) {
		return nil, errShut
	}
	p := r.phones[person]
	if p == nil {
		if len(r.phones) >= MostPhones {
			return nil, errFull
		}
		p = &phone{}
		r.phones[person] = p
	}
	return p, nil
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
