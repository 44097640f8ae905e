package assess

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// A significance is how rare a trait's shift would be if nothing had changed:
// by itself, and adjusted for all traits that were tested with it.
type significance struct{ p, adjusted float64 }

// A stepDown adjusts for several traits with the relabellings that test each of
// them: the step-down maxT of Westfall & Young (1993), which keeps the traits'
// correlation. The traits stand in the order of their statistics, the largest
// first. The k-th one's chance is that of any from the k-th on reaching its
// statistic, and no less than that of the one before.
type stepDown struct {
	alone []int // relabellings in which a trait reaches its own statistic
	joint []int // in which it or any trait after it does
	total int
}

// A bar is how high a trait's statistic has to come to reach that of each trait
// that stands before it, and its own.
type bar []int

func newStepDown(traits int) *stepDown {
	return &stepDown{alone: make([]int, traits), joint: make([]int, traits)}
}

// count adds one relabelling: each trait's statistic and its bar. A trait that
// reaches the k-th one's bar counts for all from there to its own; they are told
// from the last trait on, so that each is counted once.
func (s *stepDown) count(statistics []int, bars []bar) {
	s.total++
	first := len(statistics) // of those that are counted
	for j := len(statistics) - 1; j >= 0; j-- {
		statistic, bar := statistics[j], bars[j]
		if statistic >= bar[j] {
			s.alone[j]++
		}
		for k := min(first-1, j); k >= 0 && statistic >= bar[k]; k-- {
			s.joint[k]++
			first = k
		}
	}
}

// significances are those of the traits, back in the order that they had.
func (s *stepDown) significances(order []int) []significance {
	found := make([]significance, len(order))
	most := 0
	for k, at := range order {
		most = max(most, s.joint[k])
		found[at] = significance{float64(s.alone[k]) / float64(s.total), float64(most) / float64(s.total)}
	}
	return found
}

// A fraction of whole numbers: num is 0 or more, den above 0. Statistics are
// kept as fractions, so that equal ones are equal whatever they rest on.
type fraction struct{ num, den int }

// compare is -1, 0 or 1. Products take two words.
func (f fraction) compare(g fraction) int {
	fh, fl := bits.Mul64(uint64(f.num), uint64(g.den))
	gh, gl := bits.Mul64(uint64(g.num), uint64(f.den))
	return cmp.Or(cmp.Compare(fh, gh), cmp.Compare(fl, gl))
}

// over is the least whole number that, divided by den, is f or more; the largest
// there is where it would be larger.
func (f fraction) over(den int) int {
	high, low := bits.Mul64(uint64(f.num), uint64(den))
	if high >= uint64(f.den) {
		return math.MaxInt
	}
	quotient, rest := bits.Div64(high, low, uint64(f.den))
	if quotient >= math.MaxInt {
		return math.MaxInt
	}
	return int(quotient) + one(rest > 0)
}

// Up to these numbers all relabellings are counted; beyond, so many are drawn
// from a generator of stated seeds, so that the same answers always give the same
// p. What was answered counts as one more: p = (b+1)/(m+1) (Phipson & Smyth 2010).
const (
	mostFlipped        = 18      // people who are linked
	mostSplits         = 200_000 // ways to part different people into two rounds
	draws              = 9_999
	seedHigh    uint64 = 1
	seedLow     uint64 = 2
)

// largestFirst is the order of statistics from the largest on.
func largestFirst(observed []fraction) []int {
	order := make([]int, len(observed))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return observed[b].compare(observed[a]) })
	return order
}

// inOrder puts values into an order.
func inOrder[T any](values []T, order []int) []T {
	out := make([]T, len(order))
	for k, at := range order {
		out[k] = values[at]
	}
	return out
}

// barOver is the bar of a trait whose statistic has the denominator den: one
// height for each of the observed statistics, which stand in their order.
func barOver(den int, observed []fraction) bar {
	b := make(bar, len(observed))
	for k, f := range observed {
		b[k] = f.over(den)
	}
	return b
}
