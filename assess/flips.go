package assess

import (
	"math/bits"
	"math/rand/v2"
	"slices"
)

// flips turns the differences of linked people round, a person's on all traits
// at once: had nothing changed, either of a person's rounds could have been the
// earlier one. A trait's statistic is the size of its mean difference.
type flips struct {
	rows  [][]int // differences by person and trait, in hundredths of a stage
	sums  []int   // of the differences as they are turned, by trait
	sizes []int   // of the sums
	bars  []bar
	*stepDown
}

// flipSigns tests differences by person and trait, the people in the order of
// their codes. A person who has no difference on a trait has 0 there; people
// tells how many have one. The second result is the number of flips that were
// drawn, 0 where all were counted.
func flipSigns(differences [][]int, people []int) ([]significance, int) {
	observed := make([]fraction, len(people))
	for j, sum := range sumUp(differences, len(people)) {
		observed[j] = fraction{abs(sum), people[j]}
	}
	order := largestFirst(observed)
	observed = inOrder(observed, order)
	f := &flips{sizes: make([]int, len(order)), stepDown: newStepDown(len(order))}
	for _, row := range differences {
		f.rows = append(f.rows, inOrder(row, order))
	}
	for _, trait := range observed {
		f.bars = append(f.bars, barOver(trait.den, observed))
	}
	f.sums = sumUp(f.rows, len(order))
	f.note()
	if len(f.rows) <= mostFlipped {
		f.all()
		return f.significances(order), 0
	}
	f.draw()
	return f.significances(order), draws
}

// sumUp adds rows of so many figures.
func sumUp(rows [][]int, width int) []int {
	sums := make([]int, width)
	for _, row := range rows {
		for j, v := range row {
			sums[j] += v
		}
	}
	return sums
}

// note counts the sums as they stand.
func (f *flips) note() {
	for j, s := range f.sums {
		f.sizes[j] = abs(s)
	}
	f.count(f.sizes, f.bars)
}

// all counts every further flip by turning one person at a time (Gray code). The
// last person is never turned: to turn everybody gives the same sizes again.
func (f *flips) all() {
	turned := 0
	for step := 1; step < 1<<max(len(f.rows)-1, 0); step++ {
		person := bits.TrailingZeros(uint(step))
		turned ^= 1 << person
		times := 2 - 4*(turned>>person&1)
		for j, d := range f.rows[person] {
			f.sums[j] += times * d
		}
		f.note()
	}
}

// draw counts flips that are drawn: of each a fresh word for every 64 people, one
// bit a person, the lowest first.
func (f *flips) draw() {
	answered, words := slices.Clone(f.sums), rand.NewPCG(seedHigh, seedLow)
	for range draws {
		copy(f.sums, answered)
		for people := range slices.Chunk(f.rows, 64) {
			f.turn(people, words.Uint64())
		}
		f.note()
	}
}

// turn turns those people round whose bit is set.
func (f *flips) turn(people [][]int, word uint64) {
	for word &= 1<<len(people) - 1; word != 0; word &= word - 1 {
		for j, d := range people[bits.TrailingZeros64(word)] {
			f.sums[j] -= 2 * d
		}
	}
}
