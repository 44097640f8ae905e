package survey

// A readAhead reads the rows of a table while its caller is busy with those before.
type readAhead struct {
	filled, free chan *batch
	stopped      chan struct{}
	batch        *batch // at hand
	place        int    // in it, of the next row
}

// A batch is rows, kept until it is filled again.
type batch struct {
	rows  []row
	cells [][]byte
	text  []byte
	last  row // with the error, where there is one
	err   error
}

const batchSize = 1 << 15 // bytes: the processor's cache holds a few of them

func newReadAhead(t table) *readAhead {
	const many = 3 // one to fill, one to read, one between
	a := &readAhead{make(chan *batch, many), make(chan *batch, many), make(chan struct{}), &batch{}, 0}
	for range many {
		a.free <- &batch{}
	}
	go func() {
		for {
			select {
			case b := <-a.free:
				b.fill(t)
				a.filled <- b
				if b.err != nil {
					return
				}
			case <-a.stopped:
				return
			}
		}
	}()
	return a
}

// stop ends the reading.
func (a *readAhead) stop() { close(a.stopped) }

func (a *readAhead) next() (row, error) {
	for a.place == len(a.batch.rows) {
		if a.batch.err != nil {
			return a.batch.last, a.batch.err
		}
		if cap(a.batch.text) > 0 {
			a.free <- a.batch
		}
		a.batch, a.place = <-a.filled, 0
	}
	a.place++
	return a.batch.rows[a.place-1], nil
}

func (b *batch) fill(t table) {
	b.rows, b.cells, b.text = b.rows[:0], b.cells[:0], b.text[:0]
	for len(b.text)+len(b.cells) < batchSize {
		if b.last, b.err = t.next(); b.err != nil {
			return
		}
		first := len(b.cells)
		for _, cell := range b.last.cells {
			from := len(b.text)
			b.text = append(b.text, cell...)
			b.cells = append(b.cells, b.text[from:])
		}
		b.rows = append(b.rows, row{b.last.number, b.cells[first:]})
	}
}
