package room

import "sync"

// mostTogether are saved with one flush of the folder: with more, the first would wait
// for the last.
const mostTogether = 64

// A committer saves what many phones put at the same moment together: flushing the
// folder's entries once for all is what keeps a hundred phones from waiting in a row.
type committer struct {
	mu    sync.Mutex
	more  *sync.Cond // there is work, or none is left
	jobs  []job
	busy  bool
	shut  bool
	ended chan struct{}
}

// A job is a state to save, and where, which is asked at the last moment.
type job struct {
	state State
	store func() Store // nil where the round is over
	done  chan error
}

func newCommitter() *committer {
	c := &committer{ended: make(chan struct{})}
	c.more = sync.NewCond(&c.mu)
	go c.work()
	return c
}

// save returns when a state is safe.
func (c *committer) save(s State, store func() Store) error {
	j := job{s, store, make(chan error, 1)}
	c.mu.Lock()
	if c.shut {
		c.mu.Unlock()
		return errShut
	}
	c.jobs = append(c.jobs, j)
	c.mu.Unlock()
	c.more.Broadcast()
	return <-j.done
}

// flush returns when all that was given so far is done.
func (c *committer) flush() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for c.busy || len(c.jobs) > 0 {
		c.more.Wait()
	}
}

// close ends the work when all is done.
func (c *committer) close() {
	c.mu.Lock()
	c.shut = true
	c.mu.Unlock()
	c.more.Broadcast()
	<-c.ended
}

func (c *committer) work() {
	defer close(c.ended)
	for {
		batch := c.next()
		if batch == nil {
			return
		}
		saveAll(batch)
		c.mu.Lock()
		c.busy = false
		c.mu.Unlock()
		c.more.Broadcast()
	}
}

// next waits for work; nil means that there will be none.
func (c *committer) next() []job {
	c.mu.Lock()
	defer c.mu.Unlock()
	for len(c.jobs) == 0 {
		if c.shut {
			return nil
		}
		c.more.Wait()
	}
	n := min(len(c.jobs), mostTogether)
	batch := c.jobs[:n:n]
	c.jobs = append([]job(nil), c.jobs[n:]...)
	c.busy = true
	return batch
}

// saveAll saves a batch. One whose round is over is refused.
func saveAll(batch []job) {
	var states []State
	var open []job
	var store Store
	for _, j := range batch {
		to := j.store()
		if to == nil {
			j.done <- errShut
			continue
		}
		store, states, open = to, append(states, j.state), append(open, j)
	}
	if store == nil {
		return
	}
	for i, err := range store(states) {
		if err != nil {
			err = errUnsafe
		}
		open[i].done <- err
	}
}
