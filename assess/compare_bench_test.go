package assess

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"testing"
)

// BenchmarkCompare is the time of a whole comparison, by what is at hand. The
// floor beside a test adds up the same relabellings of the same people, and
// judges none of them.
//
//	go test ./assess -run '^$' -bench Compare
func BenchmarkCompare(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 6))
	one := madeUpPeople(random, 1, 0)[0]
	compare(b, "one person", solo(one), solo(one))
	for _, n := range []int{12, 50, 200, 1000} {
		then, now := benchSides(b, random, n)
		compare(b, fmt.Sprintf("records/people=%d", n), record(then), record(now))
	}
	for _, n := range []int{8, 18, 19, 200} {
		then, now := benchSides(b, random, n)
		compare(b, fmt.Sprintf("linked/people=%d", n), then, now)
		b.Run(fmt.Sprintf("linked/people=%d/floor", n), func(b *testing.B) {
			rows := positionsOf(now.people)
			for b.Loop() {
				addFlips(rows)
			}
		})
	}
	for _, n := range []int{8, 10, 11, 200} {
		then, now := benchSides(b, random, n)
		for _, p := range now.people {
			p.Code = ""
		}
		compare(b, fmt.Sprintf("unlinked/people=%d", n), then, now)
		b.Run(fmt.Sprintf("unlinked/people=%d/floor", n), func(b *testing.B) {
			rows := positionsOf(append(then.people[:n:n], now.people...))
			for b.Loop() {
				addParts(rows, n)
			}
		})
	}
}

func benchSides(b *testing.B, random *rand.Rand, n int) (then, now Side) {
	return sideOf(b, madeUpPeople(random, n, 0)...), sideOf(b, madeUpPeople(random, n, 1)...)
}

func compare(b *testing.B, name string, then, now Side) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Compare(then, now)
		}
	})
}

// addFlips adds every flip up to 18 people, and beyond as many as are drawn.
func addFlips(rows [][]int) (sums [6]int) {
	flips := 9999 * len(rows) / 2
	if len(rows) <= 18 {
		flips = 1 << (len(rows) - 1)
	}
	for i := range flips {
		for j, d := range rows[bits.TrailingZeros(uint(i+1))%len(rows)] {
			sums[j] += d
		}
	}
	return sums
}

// addParts adds n people of every split up to 200,000, the last one's place
// changing, and beyond of as many as are drawn.
func addParts(rows [][]int, n int) (sums [6]int) {
	people := 9999 * n
	if splits := choose(len(rows), n, 200_000); splits <= 200_000 {
		people = splits
	}
	for i := range people {
		for j, p := range rows[i%len(rows)] {
			sums[j] += p
		}
	}
	return sums
}
