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
	traits []parts
	sizes  []int // the numerators of the statistics
	bars   []bar // over their denominators
	*stepDown
}

// parts are one trait's people with positions: all, and those in the round that
// is picked.
type parts struct {
	people, sum     int // M and S
	picked, partial int // a and A
	heights         []bar
}

func (p *parts) numerator() int { return abs(p.partial*p.people - p.picked*p.sum) }

// denominator of so many picked. It is 0 where a round has nobody left: any
// numerator over it reaches every bar.
func (p *parts) denominator(picked int) int { return picked * (p.people - picked) }

// relabel tests positions by person and trait, in hundredths of a stage, 0 where
// there is none: first those of the people of the earlier round, so many of them,
// then those of the later. Each trait has positions in both rounds. The second
// result is the number of relabellings that were drawn, 0 where all were counted.
func relabel(positions [][]int, earlier, traits int) ([]significance, int) {
	r := &relabelling{rows: positions, traits: make([]parts, traits)}
	for person := range positions {
		r.pick(person, +1)
	}
	for j := range r.traits {
		t := &r.traits[j]
		t.people, t.sum = t.picked, t.partial
	}
	for person := earlier; person < len(positions); person++ {
		r.pick(person, -1)
	}
	order := r.arrange()
	if choose(len(positions), earlier, mostSplits) > mostSplits {
		r.draw(earlier)
		return r.significances(order), draws
	}
	for person := range earlier {
		r.pick(person, -1)
	}
	r.choose(0, min(earlier, len(positions)-earlier))
	return r.significances(order), 0
}

// arrange puts the traits in order by their statistics as answered, and sets the bars.
func (r *relabelling) arrange() []int {
	var observed []fraction
	for j := range r.traits {
		t := &r.traits[j]
		observed = append(observed, fraction{t.numerator(), t.denominator(t.picked)})
	}
	order := largestFirst(observed)
	observed, r.traits = inOrder(observed, order), inOrder(r.traits, order)
	rows := r.rows
	r.rows = make([][]int, len(rows))
	for i, row := range rows {
		r.rows[i] = inOrder(row, order)
	}
	for j := range r.traits {
		t := &r.traits[j]
		t.heights = make([]bar, t.people+1)
		for picked := range t.heights {
			t.heights[picked] = barOver(t.denominator(picked), observed)
		}
	}
	r.sizes, r.bars, r.stepDown = make([]int, len(order)), make([]bar, len(order)), newStepDown(len(order))
	return order
}

// pick puts a person into the round that is picked, or with -1 takes them out.
func (r *relabelling) pick(person, times int) {
	for j, p := range r.rows[person] {
		if p > 0 {
			r.traits[j].partial += times * p
			r.traits[j].picked += times
		}
	}
}

// note counts the people as they are picked.
func (r *relabelling) note() {
	for j := range r.traits {
		t := &r.traits[j]
		r.sizes[j], r.bars[j] = t.numerator(), t.heights[t.picked]
	}
	r.count(r.sizes, r.bars)
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
// the first of a permutation of all, as many as the earlier round had.
func (r *relabelling) draw(earlier int) {
	r.note()
	generator := rand.New(rand.NewPCG(seedHigh, seedLow))
	for range draws {
		for j := range r.traits {
			r.traits[j].picked, r.traits[j].partial = 0, 0
		}
		for _, person := range generator.Perm(len(r.rows))[:earlier] {
			r.pick(person, +1)
		}
		r.note()
	}
}
