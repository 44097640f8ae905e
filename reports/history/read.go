package history

import (
	"fmt"
	"runtime"

	"collab/assess"
)

// A reading is the assessment of a version, or why there is none.
type reading struct {
	Version
	assessment *assess.Assessment
	err        error
}

// read opens versions on all cores and hands them over in their order. No more
// of them are held at once than the cores are busy with.
func read(versions []Version, take func(reading)) {
	texts := newTexts(versions)
	cores := runtime.GOMAXPROCS(0)
	ordered := make(chan chan reading, 4*cores)
	busy := make(chan struct{}, cores)
	go func() {
		defer close(ordered)
		for _, v := range versions {
			text, err := texts.next(v)
			done := make(chan reading, 1)
			ordered <- done
			busy <- struct{}{}
			go func() {
				done <- v.open(text, err)
				<-busy
			}()
		}
	}()
	for done := range ordered {
		take(<-done)
	}
}

// open reads the version's text.
func (v Version) open(text []byte, err error) reading {
	if err != nil {
		return reading{Version: v, err: err}
	}
	a, err := v.past.shelf.open(v.Name(), text)
	if err == nil && !a.Date.Equal(v.Date.Time) {
		err = fmt.Errorf("%s: its date stands in two places", v.Name())
	}
	return reading{v, a, err}
}

// texts gives the texts of versions that are asked for in their order. What git
// holds comes from one run of it for each repository.
type texts struct {
	ids     map[*Repository][]string
	streams map[*Repository]chan blob
}

// A blob is a text from git, or why it cannot be had.
type blob struct {
	text []byte
	err  error
}

func newTexts(versions []Version) *texts {
	t := &texts{map[*Repository][]string{}, map[*Repository]chan blob{}}
	for _, v := range versions {
		if v.repo != nil {
			t.ids[v.repo] = append(t.ids[v.repo], v.blob)
		}
	}
	return t
}

// next is the text of the next version.
func (t *texts) next(v Version) ([]byte, error) {
	if v.repo == nil {
		return readFile(v.path)
	}
	stream := t.streams[v.repo]
	if stream == nil {
		stream = make(chan blob, 16)
		t.streams[v.repo] = stream
		go v.repo.send(t.ids[v.repo], stream)
	}
	b, ok := <-stream
	if !ok {
		b.err = ErrMissing
	}
	return b.text, v.wrap(b.err)
}

// send puts texts into a channel, and closes it behind the last.
func (r *Repository) send(ids []string, to chan<- blob) {
	defer close(to)
	err := r.contents(ids, func(_ int, text []byte, err error) { to <- blob{text, err} })
	if err != nil {
		to <- blob{nil, err}
	}
}
