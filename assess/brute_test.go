package assess

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The tests of change again, as directly as they can be said: every relabelling
// is written down with the statistics of all traits, as exact fractions, and p
// is counted from the list.

// infinite is the statistic of a trait that has nobody left in one round.
var infinite = big.NewRat(math.MaxInt64, 1)

// counted finds p and adjusted p from the statistics of all relabellings, of
// which the first is what was answered. The adjusted p of a trait is the largest,
// over the traits with as large a statistic or a larger one, of the share of
// relabellings in which any trait with a statistic no larger reaches it.
func counted(relabellings [][]*big.Rat) []significance {
	observed := relabellings[0]
	share := func(reaches func(relabelling []*big.Rat) bool) float64 {
		n := 0
		for _, r := range relabellings {
			n += one(reaches(r))
		}
		return float64(n) / float64(len(relabellings))
	}
	found := make([]significance, len(observed))
	for j := range observed {
		found[j].p = share(func(r []*big.Rat) bool { return r[j].Cmp(observed[j]) >= 0 })
		for k := range observed {
			if observed[k].Cmp(observed[j]) < 0 {
				continue
			}
			found[j].adjusted = max(found[j].adjusted, share(func(r []*big.Rat) bool {
				return slices.ContainsFunc(upTo(len(observed)), func(l int) bool {
					return observed[l].Cmp(observed[k]) <= 0 && r[l].Cmp(observed[k]) >= 0
				})
			}))
		}
	}
	return found
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// flipped are the sizes of the mean differences with some people turned round.
func flipped(differences [][]int, people []int, turned func(person int) bool) []*big.Rat {
	var sizes []*big.Rat
	for j, n := range people {
		sum := 0
		for i, row := range differences {
			if turned(i) {
				sum -= row[j]
			} else {
				sum += row[j]
			}
		}
		sizes = append(sizes, big.NewRat(int64(abs(sum)), int64(n)))
	}
	return sizes
}

// parted are the sizes of the differences of means with some people in the
// earlier round.
func parted(positions [][]int, traits int, earlier func(person int) bool) []*big.Rat {
	var sizes []*big.Rat
	for j := range traits {
		var n, sum [2]int64
		for i, row := range positions {
			if row[j] > 0 {
				n[one(earlier(i))]++
				sum[one(earlier(i))] += int64(row[j])
			}
		}
		if n[0] == 0 || n[1] == 0 {
			sizes = append(sizes, infinite)
			continue
		}
		d := new(big.Rat).Sub(big.NewRat(sum[0], n[0]), big.NewRat(sum[1], n[1]))
		sizes = append(sizes, d.Abs(d))
	}
	return sizes
}

func isIn(set int) func(int) bool { return func(i int) bool { return set>>i&1 == 1 } }

// drawRows draws figures by person and trait, some of which are missing (0).
func drawRows(t *rapid.T, people, traits int, figure *rapid.Generator[int]) [][]int {
	rows := make([][]int, people)
	for i := range rows {
		for range traits {
			v := figure.Draw(t, "figure")
			if rapid.IntRange(0, 5).Draw(t, "missing") == 0 {
				v = 0
			}
			rows[i] = append(rows[i], v)
		}
	}
	return rows
}

var (
	someDifference = rapid.SampledFrom([]int{-100, -50, -33, -25, 0, 25, 33, 50, 67, 100})
	somePosition   = rapid.SampledFrom([]int{100, 125, 133, 150, 175, 200, 233, 250, 300, 367})
)

func sameSignificance(t interface{ Fatalf(string, ...any) }, got, want []significance) {
	for j := range want {
		if math.Abs(got[j].p-want[j].p) > 1e-12 || math.Abs(got[j].adjusted-want[j].adjusted) > 1e-12 {
			t.Fatalf("trait %d: got %+v, listed %+v", j+1, got[j], want[j])
		}
	}
}

func TestSignFlipsAreThoseThatAreListed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, traits := rapid.IntRange(1, 7).Draw(t, "people"), rapid.IntRange(1, 4).Draw(t, "traits")
		rows := drawRows(t, n, traits, someDifference)
		people := make([]int, traits)
		for j := range people {
			people[j] = rapid.IntRange(1, n).Draw(t, "with a difference")
		}
		var all [][]*big.Rat
		for turned := range 1 << n {
			all = append(all, flipped(rows, people, isIn(turned)))
		}
		got, _ := flipSigns(rows, people)
		sameSignificance(t, got, counted(all))
	})
}

func TestRelabellingsAreThoseThatAreListed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		then, now := rapid.IntRange(2, 5).Draw(t, "then"), rapid.IntRange(2, 5).Draw(t, "now")
		traits := rapid.IntRange(1, 3).Draw(t, "traits")
		rows := drawRows(t, then+now, traits, somePosition)
		for j := range traits { // somebody on both sides
			rows[0][j], rows[then][j] = max(rows[0][j], 100), max(rows[then][j], 125)
		}
		all := [][]*big.Rat{parted(rows, traits, func(i int) bool { return i < then })}
		for chosen := range 1 << (then + now) {
			members := 0
			for i := range then + now {
				members += chosen >> i & 1
			}
			if members == then && chosen != 1<<then-1 {
				all = append(all, parted(rows, traits, isIn(chosen)))
			}
		}
		got, _ := relabel(rows, then, traits)
		sameSignificance(t, got, counted(all))
	})
}

// TestDrawnFlips draws bit by bit, as the method says it: a fresh word for each
// 64 people of each draw, one bit a person, low to high.
func TestDrawnFlips(t *testing.T) {
	for _, n := range []int{19, 64, 65, 130} {
		t.Run(fmt.Sprint(n, " people"), func(t *testing.T) {
			rows, people := madeUpDifferences(n), []int{n, n - 3}
			all := [][]*big.Rat{flipped(rows, people, isIn(0))}
			words := rand.NewPCG(1, 2)
			for range 9999 {
				turned := make([]bool, n)
				var word uint64
				for i := range turned {
					if i%64 == 0 {
						word = words.Uint64()
					}
					turned[i] = word&1 == 1
					word >>= 1
				}
				all = append(all, flipped(rows, people, func(i int) bool { return turned[i] }))
			}
			got, drawn := flipSigns(rows, people)
			sameSignificance(t, got, counted(all))
			if drawn != 9999 || got[0].p*10000 != math.Round(got[0].p*10000) || got[0].p > .9 {
				t.Errorf("drawn %d, %+v", drawn, got)
			}
		})
	}
}

// madeUpDifferences are on two traits, of which three people lack the second.
func madeUpDifferences(n int) [][]int {
	var rows [][]int
	for i := range n {
		rows = append(rows, []int{i*37%9*25 - 90, i * 53 % 7 * 25 * one(i > 2)})
	}
	return rows
}

// TestDrawnRelabellings takes the first of rand.Perm as the earlier round.
func TestDrawnRelabellings(t *testing.T) {
	const then, now = 9, 14 // 817,190 ways
	var rows [][]int
	for i := range then + now {
		rows = append(rows, []int{100 + i*37%9*25 + i*4, (100 + i*53%7*25) * one(i%8 > 1)})
	}
	all := [][]*big.Rat{parted(rows, 2, func(i int) bool { return i < then })}
	random := rand.New(rand.NewPCG(1, 2))
	for range 9999 {
		chosen := random.Perm(then + now)[:then]
		all = append(all, parted(rows, 2, func(i int) bool { return slices.Contains(chosen, i) }))
	}
	got, drawn := relabel(rows, then, 2)
	sameSignificance(t, got, counted(all))
	if drawn != 9999 || got[0].p > .9 || got[0].p < .0002 {
		t.Errorf("drawn %d, %+v", drawn, got)
	}
}

// TestTheBorderOfDrawing is at 18 people linked, and at 200,000 splits.
func TestTheBorderOfDrawing(t *testing.T) {
	for n, want := range map[int]int{18: 0, 19: 9999} {
		if _, drawn := flipSigns(madeUpDifferences(n), []int{n, n}); drawn != want {
			t.Errorf("%d people: %d flips drawn", n, drawn)
		}
	}
	for sizes, want := range map[[2]int]int{{10, 10}: 0, {10, 11}: 9999, {44, 4}: 0, {4, 44}: 0} { // 184,756; 352,716; 194,580 ways
		if _, drawn := relabel(inRows(slices.Repeat([]int{200, 225}, sizes[0]/2), slices.Repeat([]int{250}, sizes[1])), sizes[0], 1); drawn != want {
			t.Errorf("%v people: %d relabellings drawn", sizes, drawn)
		}
	}
}
