package assess

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// near tells whether two figures are equal to so many decimals.
func near(got, want float64, decimals int) bool {
	return math.Abs(got-want) <= .5*math.Pow10(-decimals)+1e-12
}

// TestSpreadAndAgreement has the table of the specification.
func TestSpreadAndAgreement(t *testing.T) {
	for _, c := range []struct {
		counts             []int
		mean               Position
		sd, ad, rwg, agree float64
		label              Label
	}{
		{[]int{0, 5, 5, 0}, 250, .527, .50, .778, .667, Agree},
		{[]int{5, 0, 5, 0}, 200, 1.054, 1.00, .111, -.167, Split},
		{[]int{5, 0, 0, 5}, 250, 1.581, 1.50, -1.000, -1.000, Split},
		{[]int{2, 3, 3, 2}, 250, 1.080, .90, .067, .133, Mixed},
		{[]int{1, 0, 9, 0}, 280, .632, .20, .680, .767, Agree},
		{[]int{3, 0, 7, 0}, 240, .966, .60, .253, .300, Split},
		{[]int{0, 1, 8, 1}, 300, .471, .20, .822, .800, Agree},
	} {
		t.Run(fmt.Sprint(c.counts), func(t *testing.T) {
			values := ranksAsValues(4)
			sd := deviation(values, c.counts)
			if got := (Counts{Ranks: c.counts}).mean(); got != c.mean {
				t.Errorf("mean %v, want %v", got, c.mean)
			}
			if !near(sd, c.sd, 3) || !near(distance(values, c.counts), c.ad, 2) || !near(withinGroup(sd, 4), c.rwg, 3) {
				t.Errorf("sd %.4f, AD %.4f, r_wg %.4f", sd, distance(values, c.counts), withinGroup(sd, 4))
			}
			if got := agreement(c.counts); !near(got, c.agree, 3) {
				t.Errorf("A %.4f, want %.3f", got, c.agree)
			}
			if got := labelOf(c.counts); got != c.label {
				t.Errorf("%s, want %s", got, c.label)
			}
		})
	}
}

func TestAgreementIsThePublishedOne(t *testing.T) {
	if got := agreement([]int{30, 40, 210, 130, 530, 50, 10}); !near(got, .61, 2) {
		t.Errorf("A = %.4f, van der Eijk (2001) has .61", got)
	}
}

func TestChanceAgreementIsThatOfTheSpecification(t *testing.T) {
	for _, c := range []struct {
		n, k int
		want float64
	}{
		{5, 4, .867}, {6, 4, .778}, {7, 4, .667}, {8, 4, .667}, {9, 4, .593}, {10, 4, .567},
		{11, 4, .545}, {12, 4, .528}, {13, 4, .513},
		{5, 5, .800}, {8, 5, .583}, {10, 5, .517},
		{5, 3, 1.000}, {8, 3, .750}, {10, 3, .700},
	} {
		if got := chanceAgreement(c.n, c.k); !near(got, c.want, 3) {
			t.Errorf("c(%d, %d) = %.4f, want %.3f", c.n, c.k, got, c.want)
		}
	}
	for n := 14; n <= 30; n++ {
		if got := chanceAgreement(n, 4); got >= .50 {
			t.Errorf("c(%d, 4) = %.4f, want below .50", n, got)
		}
	}
	if got := chanceAgreement(5, 2); !math.IsInf(got, 1) {
		t.Errorf("c(5, 2) = %.3f, want that no A qualifies", got)
	}
	if outcomes(104, 4) > mostOutcomes || outcomes(105, 4) <= mostOutcomes {
		t.Errorf("104 people have %d outcomes, 105 have %d", outcomes(104, 4), outcomes(105, 4))
	}
}

// TestAgreementFromHalfOn has rooms so large that chance alone would allow less.
func TestAgreementFromHalfOn(t *testing.T) {
	for _, c := range []struct {
		counts []int
		want   Label
	}{
		{[]int{0, 5, 5, 10}, Agree},  // A is exactly .50
		{[]int{0, 6, 14, 14}, Mixed}, // .490
	} {
		if got := labelOf(c.counts); got != c.want {
			t.Errorf("%v: %s, want %s", c.counts, got, c.want)
		}
	}
}

// TestSplitByChance compares with the specification's rates of a split that
// even random answers give, by going through all counts. Of six people it says
// 2 %; by hand it is 3 pairs of stages times 20 ways of 4096, which is 1.46 %.
func TestSplitByChance(t *testing.T) {
	for n, want := range map[int]float64{5: 0, 6: 100 * 60. / 4096, 8: 13, 10: 21, 12: 16, 20: 12, 40: 4} {
		counts, p := make([]int, 4), 0.0
		logs := logFactorials(n)
		eachCounts(counts, 0, n, -float64(n)*math.Log(4)+logs[n], logs, func(logP float64) {
			if isSplit(counts) {
				p += math.Exp(logP)
			}
		})
		if math.Abs(100*p-want) > .5 {
			t.Errorf("n = %d: %.2f %%, want %.1f %%", n, 100*p, want)
		}
	}
}

// TestChanceAgreementByHand lists all answers of five people one by one.
func TestChanceAgreementByHand(t *testing.T) {
	c := chanceAgreement(5, 4)
	reach, below := 0, 0
	next := math.Inf(-1) // the largest A under c
	for code := range 1024 {
		counts := make([]int, 4)
		for p := range 5 {
			counts[code>>(2*p)&3]++
		}
		if a := agreement(counts); a >= c-tolerance {
			reach++
		} else if a > next+tolerance {
			next, below = a, 1
		} else if a > next-tolerance {
			below++
		}
	}
	if p := float64(reach) / 1024; p > .05 {
		t.Errorf("P(A >= c) = %.4f", p)
	}
	if p := float64(reach+below) / 1024; p <= .05 {
		t.Errorf("a smaller A would do too: P = %.4f", p)
	}
}

func drawCounts(t *rapid.T) []int {
	return rapid.SliceOfN(rapid.IntRange(0, 9), 2, 7).Draw(t, "counts")
}

func TestAgreementHasItsProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := drawCounts(t)
		if total(counts) == 0 {
			return
		}
		a := agreement(counts)
		if a < -1-tolerance || a > 1+tolerance {
			t.Fatalf("A(%v) = %v", counts, a)
		}
		var twice, mirror []int
		for i := range counts {
			twice = append(twice, 2*counts[i])
			mirror = append(mirror, counts[len(counts)-1-i])
		}
		if math.Abs(agreement(twice)-a) > tolerance {
			t.Fatalf("A of everybody twice is %v, of once %v", agreement(twice), a)
		}
		if math.Abs(agreement(mirror)-a) > tolerance {
			t.Fatalf("A of the mirror image is %v, of %v is %v", agreement(mirror), counts, a)
		}
		if lowerMedian(twice) != lowerMedian(counts) {
			t.Fatalf("the median of everybody twice is another one")
		}
		if isSplit(mirror) != isSplit(counts) {
			t.Fatalf("a split is none in the mirror")
		}
	})
}
