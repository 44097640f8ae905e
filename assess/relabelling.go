package assess

import "math/rand/v2"

// relabelling parts all people of two rounds anew, for all traits at once: had
// nothing changed, anybody's answers could have come in either round. A trait's
// statistic is the size of the difference of its two means.
//
// Of M people with positions whose sum is S, let a of them with the sum A be in
// one round. The means differ by |AM - aS| / a(M-a), of which the numerator is
// followed here and the denominator is in the bars.
type relabelling struct {
	rows   [][]int // positions by person and trait; 0 where there is none
	chosen int     // people in the round that is picked

	people, sums []int // of all, by trait: M and S
	in, inSums   []int // of those picked, by trait: a and A

	numerators []int
	heights    [][]bar // by trait and a
	bars       []bar   // those of the a at hand
	*stepDown
}

// relabel tests positions by person and trait, in hundredths of a stage, 0 where
// there is none: first those of the people of the earlier round, so many of them,
// then those of the later. Each trait has positions in both rounds. The second
// result is the number of relabellings that were drawn, 0 where all were counted.
func relabel(positions [][]int, earlier, traits int) ([]significance, int) {
	r := &relabelling{rows: positions, chosen: earlier}
	r.people, r.sums = countUp(positions, traits), sumUp(positions, traits)
	r.in, r.inSums = countUp(positions[:earlier], traits), sumUp(positions[:earlier], traits)
	observed := make([]fraction, traits)
	for j := range observed {
		observed[j] = fraction{r.numerator(j), r.denominator(j, r.in[j])}
	}
	order := largestFirst(observed)
	r.arrange(order, inOrder(observed, order))
	if later := len(positions) - earlier; choose(len(positions), earlier, mostSplits) <= mostSplits {
		clear(r.in)
		clear(r.inSums)
		r.choose(0, min(earlier, later))
		return r.significances(order), 0
	}
	r.draw()
	return r.significances(order), draws
}

// countUp is how many people have a position on each trait.
func countUp(rows [][]int, width int) []int {
	counts := make([]int, width)
	for _, row := range rows {
		for j, p := range row {
			counts[j] += one(p > 0)
		}
	}
	return counts
}

// arrange puts the traits into an order and sets the bars.
func (r *relabelling) arrange(order []int, observed []fraction) {
	rows := r.rows
	r.rows = make([][]int, len(rows))
	for i, row := range rows {
		r.rows[i] = inOrder(row, order)
	}
	r.people, r.sums = inOrder(r.people, order), inOrder(r.sums, order)
	r.in, r.inSums = inOrder(r.in, order), inOrder(r.inSums, order)
	r.heights = make([][]bar, len(order))
	for j, n := range r.people {
		r.heights[j] = make([]bar, n+1)
		for a := range r.heights[j] {
			r.heights[j][a] = barOver(r.denominator(j, a), observed)
		}
	}
	r.numerators, r.bars = make([]int, len(order)), make([]bar, len(order))
	r.stepDown = newStepDown(len(order))
}

func (r *relabelling) numerator(j int) int { return abs(r.inSums[j]*r.people[j] - r.in[j]*r.sums[j]) }

// denominator is 0 where one of the rounds has nobody left: any numerator over it
// reaches every bar.
func (r *relabelling) denominator(j, a int) int { return a * (r.people[j] - a) }

// pick puts a person into the round that is picked, or with -1 takes them out.
func (r *relabelling) pick(person, times int) {
	for j, p := range r.rows[person] {
		if p > 0 {
			r.inSums[j] += times * p
			r.in[j] += times
		}
	}
}

// note counts the people who are picked.
func (r *relabelling) note() {
	for j := range r.numerators {
		r.numerators[j] = r.numerator(j)
		r.bars[j] = r.heights[j][r.in[j]]
	}
	r.count(r.numerators, r.bars)
}

// choose counts every way to pick so many people more from one person on.
func (r *relabelling) choose(from, more int) {
	if more == 0 {
		r.note()
		return
	}
	for i := from; i <= len(r.rows)-more; i++ {
		r.pick(i, +1)
		r.choose(i+1, more-1)
		r.pick(i, -1)
	}
}

// draw counts the people as they were, and relabellings that are drawn: each is
// the first of a permutation of all.
func (r *relabelling) draw() {
	r.note()
	generator := rand.New(rand.NewPCG(seedHigh, seedLow))
	for range draws {
		clear(r.in)
		clear(r.inSums)
		for _, person := range generator.Perm(len(r.rows))[:r.chosen] {
			r.pick(person, +1)
		}
		r.note()
	}
}
