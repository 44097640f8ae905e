package interview

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// Lines reads no further than it needs, so that another can go on.
func TestTheRestOfTheInputIsLeft(t *testing.T) {
	in := bufio.NewReader(strings.NewReader("\n2\nq\nthe next person\n"))
	keep := func(assess.Response) error { return nil }
	r, outcome, err := Lines(context.Background(), Options{
		New: Draft{Response: begun(assess.Full), Keep: keep}, Now: func() time.Time { return monday }, In: in, Out: io.Discard,
	})
	if r.Answers[0] != 2 || outcome != Stopped || err != nil {
		t.Errorf("%v %v %v", r.Answers[0], outcome, err)
	}
	if rest, _ := in.ReadString('\n'); rest != "the next person\n" {
		t.Errorf("left is %q", rest)
	}
}

func TestACancelledContextStopsAReadThatWaits(t *testing.T) {
	in, typist := io.Pipe()
	defer typist.Close()
	ctx, cancel := context.WithCancel(context.Background())
	kept := make(chan assess.Response, 8)
	keep := func(r assess.Response) error { kept <- r; return nil }
	ended := make(chan error)
	go func() {
		_, outcome, err := Lines(ctx, Options{
			New: Draft{Response: begun(assess.Full), Keep: keep}, Now: func() time.Time { return monday }, In: in, Out: io.Discard,
		})
		if outcome != Stopped {
			err = fmt.Errorf("outcome %v", outcome)
		}
		ended <- err
	}()
	fmt.Fprint(typist, "\n3\n")
	<-kept // as the instructions are left
	if r := <-kept; r.Answers[0] != 3 {
		t.Errorf("kept %v", r.Answers[0])
	}
	cancel()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(2 * time.Second):
		t.Fatal("still waits for a line")
	}
}

func TestNobodyIsAskedWhoHearsNothing(t *testing.T) {
	_, outcome, err := Lines(context.Background(), Options{
		New: Draft{Response: begun(assess.Full), Keep: func(assess.Response) error { return nil }},
		Now: func() time.Time { return monday }, In: strings.NewReader("\n3\n"), Out: deaf{},
	})
	if outcome != Stopped || err == nil || strings.Count(err.Error(), "broken pipe") != 1 {
		t.Errorf("%v, %v", outcome, err)
	}
}

// Whatever is entered, and whether or not keeping works: an answer changes only
// at its own question by an entry that means it, nothing moves on before all is
// kept, what is said is plain, and what is kept makes a valid file.
func TestWhateverIsEnteredNothingIsInvented(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		length := rapid.SampledFrom([]assess.Length{assess.Full, assess.Short}).Draw(t, "length")
		h, err := opened(Options{New: Draft{Response: begun(length)}})
		if err != nil {
			t.Fatal(err)
		}
		h.walk.StandAt(rapid.SampledFrom(h.walk.Steps()).Draw(t, "start"))
		h.arrive(firstOpenItem)
		for _, e := range rapid.SliceOfN(anyEntry, 1, 40).Draw(t, "entries") {
			h.entries = append(h.entries, strings.ReplaceAll(e, "\n", " "))
		}
		failing := rapid.SliceOfN(rapid.IntRange(0, 9), 40, 40).Draw(t, "disk")
		h.fail = func(string) error {
			if failing[len(h.entries)] == 0 {
				return errors.New("disk full")
			}
			return nil
		}
		h.checkEachEntry(t)
		if err := h.run(); err != nil {
			t.Fatal(err)
		}
		_ = h.out.flush()
		if err := plain(h.said.String()); err != nil {
			t.Fatal(err)
		}
		readsBack(t, h.walk.Response())
	})
}

// The same answers make the same response, through the screen or in lines.
func TestBothFacesRecordTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := Options{New: Draft{Response: assess.NewResponse(rubric.Default())}, Asks: asking.Asks{Length: true, Code: true}}
		s := &sitting{now: monday}
		s.with(Options{New: Draft{Response: o.New.Response, Keep: s.keepResponse}, Asks: asking.Asks{Length: true, Code: true}})
		var entries []string
		for !s.walk.Finished() {
			keys, lines := sameAnswer(t, s.walk)
			s.keys(keys...)
			entries = append(entries, lines...)
		}
		h, err := opened(o)
		if err != nil {
			t.Fatal(err)
		}
		h.entries = entries
		if err := h.run(); err != nil {
			t.Fatal(err)
		}
		if !h.walk.Finished() || len(h.entries) > 0 {
			t.Fatalf("at %v, not heard: %q", h.walk.Here(), h.entries)
		}
		if diff := gocmp.Diff(s.kept, h.kept, ignoreRubric); diff != "" {
			t.Fatal(diff)
		}
	})
}
