package assess

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// mostCounted is the number of positions up to which all ways to part them are
// counted; beyond, the normal limit of their distribution stands for it.
const mostCounted = 400

// A chance is a share of the ways to part people: ways of all. It stays a
// fraction until it is judged, so that 1 of 20 is not a little more than .05.
type chance struct{ ways, all float64 }

// p is the chance times so many, 1 at most.
func (c chance) p(times int) float64 { return min(1, float64(times)*c.ways/c.all) }

// partHistograms is the chance that the people of two histograms, parted anew
// into two rounds of the same sizes, have means that are as far apart.
//
// With n people in the smaller round whose positions sum to A, and N people in
// both whose positions sum to S, the means are as far apart where |NA - nS| is as
// large. The number of ways to reach each sum is exact as long as it is below
// 2^53, and good to 12 digits beyond.
func partHistograms(then, now Histogram) chance {
	small, large := then, now
	if small.people() > large.people() {
		small, large = large, small
	}
	pooled := pool(small, large)
	n, all := small.people(), pooled.people()
	far := abs(all*small.sum() - n*pooled.sum())
	switch {
	case far == 0:
		return chance{1, 1}
	case all > mostCounted:
		return normalLimit(pooled, n, far)
	}
	// Whoever answered all four questions stands on a quarter. Counted apart,
	// quarters have a 25th of the sums that they have among thirds.
	quarters, others := Histogram{}, Histogram{}
	for p, people := range pooled {
		if p%25 == 0 {
			quarters[p] = people
		} else {
			others[p] = people
		}
	}
	middle := n * pooled.sum()
	return tails(waysToReach(quarters, n), waysToReach(others, n), n, floorOver(middle-far, all), -floorOver(-middle-far, all))
}

// pool puts the people of two histograms together.
func pool(a, b Histogram) Histogram {
	both := maps.Clone(a)
	for p, n := range b {
		both[p] += n
	}
	return both
}

// people is the number of people in a histogram.
func (h Histogram) people() int { return sumOf(h) }

// sum of the positions of all people.
func (h Histogram) sum() int {
	sum := 0
	for p, n := range h {
		sum += int(p) * n
	}
	return sum
}

// mean is the mean position of the people in a histogram, rounded once; zero
// where there is nobody.
func (h Histogram) mean() Position {
	people := h.people()
	if people == 0 {
		return 0
	}
	return Position(roundHalfAway(h.sum(), people))
}

// floorOver is n/d rounded down; d is above 0.
func floorOver(n, d int) int {
	q := n / d
	if n%d < 0 {
		q--
	}
	return q
}

// reach holds the number of ways to choose people by the sum of their positions:
// ways[k][i] is that for k people who sum to k*least + i*step.
type reach struct {
	least, step int
	ways        [][]float64
}

// waysToReach counts them for up to so many people of a histogram.
func waysToReach(h Histogram, most int) reach {
	positions := slices.Sorted(maps.Keys(h))
	if len(positions) == 0 {
		return reach{step: 1, ways: [][]float64{{1}}}
	}
	r := reach{least: int(positions[0]), step: stepOf(positions)}
	span := (int(positions[len(positions)-1]) - r.least) / r.step
	most = min(most, h.people())
	rows := make([]float64, most*(most+1)/2*span+most+1)
	for k := range most + 1 {
		r.ways, rows = append(r.ways, rows[:k*span+1]), rows[k*span+1:]
	}
	r.ways[0][0] = 1
	seen := 0
	for _, p := range positions {
		up := (int(p) - r.least) / r.step
		for range h[p] {
			seen++
			for k := min(seen, most); k > 0; k-- {
				// Nobody so far stands higher than this one.
				to := r.ways[k][up:]
				for i, ways := range r.ways[k-1][:(k-1)*up+1] {
					to[i] += ways
				}
			}
		}
	}
	return r
}

// stepOf is the largest step that leads from the first position to all others;
// 1 where there is one position alone.
func stepOf(positions []Position) int {
	step := 0
	for _, p := range positions {
		for a, b := step, int(p-positions[0]); ; a, b = b, a%b {
			if b == 0 {
				step = a
				break
			}
		}
	}
	return max(step, 1)
}

// tails is the chance that n people, some of one reach and the rest of the
// other, sum to low or less, or to high or more. Low is below high.
func tails(a, b reach, n, low, high int) chance {
	var c chance
	widest := len(b.ways[len(b.ways)-1])
	upTo, from := make([]float64, widest+1), make([]float64, widest+1)
	for k := max(0, n-len(b.ways)+1); k <= min(n, len(a.ways)-1); k++ {
		rest := b.ways[n-k]
		from[len(rest)] = 0
		for i := range rest {
			last := len(rest) - 1 - i
			upTo[i+1], from[last] = upTo[i]+rest[i], from[last+1]+rest[last]
		}
		for i, ways := range a.ways[k] {
			base := k*a.least + i*a.step + (n-k)*b.least
			under := floorOver(low-base, b.step) + 1
			over := -floorOver(base-high, b.step)
			c.ways += ways * (upTo[min(max(under, 0), len(rest))] + from[min(max(over, 0), len(rest))])
			c.all += ways * from[0]
		}
	}
	return c
}

// normalLimit is the chance in the limit of many people: of the sums of n of N
// people the mean is n m and the variance n(N-n) Σ(x-m)² / (N(N-1)).
func normalLimit(pooled Histogram, n, far int) chance {
	var all sample
	for p, people := range pooled {
		all.add(int(p), people)
	}
	variance := float64(n) * float64(all.n-n) * all.scatter() / float64(all.n-1) // of far
	return chance{math.Erfc(float64(far) / math.Sqrt(2*variance)), 1}
}

// holm adjusts several chances for each other (Holm 1979): the smallest times as
// many as there are, the next times one fewer, and none less than that before it.
func holm(chances []chance) []significance {
	order := make([]int, len(chances))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(chances[a].p(1), chances[b].p(1)) })
	found := make([]significance, len(chances))
	least := 0.0
	for k, at := range order {
		least = max(least, chances[at].p(len(chances)-k))
		found[at] = significance{chances[at].p(1), least}
	}
	return found
}
