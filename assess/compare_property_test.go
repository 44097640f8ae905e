package assess

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// drawSide draws a round of so many people and up to two more, with codes from a
// to n: two rounds share some of them.
func drawSide(t *rapid.T, name string, least int) Side {
	n := rapid.IntRange(least, least+2).Draw(t, name)
	codes := rapid.Permutation(strings.Split("abcdefghijklmn"[:least+3], "")).Draw(t, "codes")
	if rapid.Bool().Draw(t, "the same people") {
		slices.Sort(codes)
	}
	var people []*Response
	for i := range n {
		r := blank()
		r.Code = codes[i]
		for j, q := range r.Rubric.Questions() {
			if q.Scope != "" {
				r.Answers[j] = Answer(rapid.SampledFrom([]int{1, 2, 2, 3, 3, 4, -1}).Draw(t, "answer"))
			}
		}
		people = append(people, r)
	}
	return sideOf(t, people...)
}

// drawSides draws two rounds of groups as they may be at hand.
func drawSides(t *rapid.T) (then, now Side) {
	if rapid.IntRange(0, 2).Draw(t, "at hand") == 0 {
		return record(drawSide(t, "then", 11)), record(drawSide(t, "now", 11))
	}
	return drawSide(t, "then", 5), drawSide(t, "now", 5)
}

func near12(a, b float64) bool { return math.Abs(a-b) < 1e-12 }

func TestSwappingTheRoundsMirrorsTheChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		then, now := drawSides(t)
		forth, back := Compare(then, now), Compare(now, then)
		if forth.Test != back.Test || forth.Pairs != back.Pairs || forth.LeftOutThen != back.LeftOutNow {
			t.Fatalf("%s of %d pairs, back %s of %d", forth.Test, forth.Pairs, back.Test, back.Pairs)
		}
		for i, f := range forth.Traits {
			b := back.Traits[i]
			if f.Shift != -b.Shift || f.Then != b.Now || f.Low != -b.High || f.High != -b.Low || f.NThen != b.NNow {
				t.Fatalf("%s\nforth %+v\nback  %+v", f.Dimension.ID, f, b)
			}
			if f.Verdict != b.Verdict || !near12(f.P, b.P) || !near12(f.Adjusted, b.Adjusted) {
				t.Fatalf("%s: %s p %v, back %s p %v", f.Dimension.ID, f.Verdict, f.P, b.Verdict, b.P)
			}
		}
	})
}

func TestARoundComparedWithItselfHasNotChanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _ := drawSides(t)
		for _, ch := range Compare(s, s).Traits {
			if ch.Verdict == TooFewToTell || ch.Verdict == NotTested {
				continue
			}
			if ch.Shift != 0 || ch.P != 1 || ch.Adjusted != 1 || ch.Verdict != NoDetectableChange || ch.Then != ch.Now {
				t.Fatalf("%+v", ch)
			}
		}
	})
}

func TestTheOrderOfPeopleDoesNotMatterWhereAllIsCounted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		then, now := drawSides(t)
		want := Compare(then, now)
		slices.Reverse(then.people)
		now.people = rapid.Permutation(now.people).Draw(t, "order")
		got := Compare(then, now)
		if want.Drawn != 0 {
			t.Fatal("not all is counted")
		}
		if a, b := fmt.Sprint(got.Traits), fmt.Sprint(want.Traits); a != b {
			t.Fatalf("got  %s\nwant %s", a, b)
		}
	})
}

func TestAdjustingNeverMakesAChangeSurer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Compare(drawSides(t))
		for _, ch := range c.Traits {
			if !ch.HasP {
				continue
			}
			if ch.Adjusted < ch.P || ch.P <= 0 || ch.Adjusted > 1 {
				t.Fatalf("p %v, adjusted %v", ch.P, ch.Adjusted)
			}
			if ch.HasInterval && (ch.Low > ch.Shift || ch.Shift > ch.High || ch.Low < -300 || ch.High > 300) {
				t.Fatalf("shift %v, interval %v to %v", ch.Shift, ch.Low, ch.High)
			}
			if (ch.Verdict == Moved || ch.Verdict == Possible) && ch.Shift.size() < 25 {
				t.Fatalf("a shift of %v: %s", ch.Shift, ch.Verdict)
			}
		}
	})
}

// TestAddingTheSameToEverybodyChangesNothing moves all positions of both rounds up.
func TestAddingTheSameToEverybodyChangesNothing(t *testing.T) {
	positions := rapid.SliceOfN(rapid.SampledFrom([]int{100, 125, 133, 150, 167, 200, 225}), 5, 8)
	rapid.Check(t, func(t *rapid.T) {
		then, now := positions.Draw(t, "then"), positions.Draw(t, "now")
		more := rapid.IntRange(1, 175).Draw(t, "more")
		up := func(positions []int) []int {
			out := slices.Clone(positions)
			for i := range out {
				out[i] += more
			}
			return out
		}
		a, _ := relabel(inRows(then, now), len(then), 1)
		b, _ := relabel(inRows(up(then), up(now)), len(then), 1)
		if a[0] != b[0] {
			t.Fatalf("relabelling: %v, then %v", a, b)
		}
	})
}

func TestHolm(t *testing.T) {
	// The example of Holm's procedure: .01, .02, .03, .005 of four.
	got := holm([]float64{.01, .02, .03, .005})
	for i, want := range []significance{{.01, .03}, {.02, .04}, {.03, .04}, {.005, .02}} {
		if got[i].p != want.p || !near12(got[i].adjusted, want.adjusted) {
			t.Errorf("p %v, adjusted %v; want %v", got[i].p, got[i].adjusted, want.adjusted)
		}
	}
	if got := holm([]float64{.3, .25, .9})[2].adjusted; got != .9 {
		t.Errorf("the largest of three is adjusted to %v", got)
	}
	if got := holm([]float64{.6, .5})[1].adjusted; got != 1 {
		t.Errorf("a chance of %v is more than certain", got)
	}
}
