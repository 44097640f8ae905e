package history

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"collab/internal/strict"
)

// ErrMissing says that a clone does not hold the contents of a version. It is
// not fetched: nothing here reaches a network.
var ErrMissing = errors.New("this clone does not hold it")

// contents hands over the texts of objects in the order of their ids, from one
// run of git that writes the next while the last is being read. Of a text that
// is larger than any record, the rest is left out.
func (r *Repository) contents(ids []string, take func(i int, text []byte, err error)) error {
	next := 0
	err := r.batch(ids, &next, take)
	if err == nil && next == len(ids) {
		return nil
	}
	// An old git ends at the first object that a partial clone does not hold.
	held, failed := r.local()
	if failed != nil {
		return failed
	}
	for next < len(ids) {
		if !held[ids[next]] {
			take(next, nil, ErrMissing)
			next++
			continue
		}
		end := next
		for end < len(ids) && held[ids[end]] {
			end++
		}
		before := next
		if err := r.batch(ids[:end], &next, take); err != nil && next == before {
			take(next, nil, err) // it is there and broken
			next++
		}
	}
	return nil
}

// text is that of one object.
func (r *Repository) text(id string) (text []byte, err error) {
	failed := r.contents([]string{id}, func(_ int, found []byte, wrong error) { text, err = found, wrong })
	return text, errors.Join(err, failed)
}

// local are the objects that lie here.
func (r *Repository) local() (map[string]bool, error) {
	held := map[string]bool{}
	err := r.stream(nil, func(printed io.Reader) error {
		lines := bufio.NewScanner(printed)
		for lines.Scan() {
			held[lines.Text()] = true
		}
		return lines.Err()
	}, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
	return held, err
}

// batch takes the objects from the next one on, and moves it along.
func (r *Repository) batch(ids []string, next *int, take func(int, []byte, error)) error {
	wanted := strings.NewReader(strings.Join(ids[*next:], "\n") + "\n")
	return r.stream(wanted, func(printed io.Reader) error {
		in := bufio.NewReaderSize(printed, 1<<16)
		for *next < len(ids) {
			text, err := readObject(in)
			switch {
			case errors.Is(err, io.EOF): // git says why
				return nil
			case err != nil && !errors.Is(err, ErrMissing):
				return err
			}
			take(*next, text, err)
			*next++
		}
		return nil
	}, "cat-file", "--batch", "--buffer")
}

// readObject reads one answer of git cat-file --batch: id, kind and size in a
// line, then the text and a line break; or the id and a word why not.
func readObject(in *bufio.Reader) ([]byte, error) {
	line, err := in.ReadString('\n')
	if err != nil {
		return nil, io.EOF
	}
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return nil, ErrMissing
	}
	size, err := strconv.Atoi(fields[2])
	if err != nil {
		return nil, fmt.Errorf("git cat-file printed %q, which is not understood", line)
	}
	text := make([]byte, min(size, strict.MaxBytes+1))
	if _, err := io.ReadFull(in, text); err != nil {
		return nil, io.EOF
	}
	_, err = in.Discard(size - len(text) + 1)
	return text, err
}
