package assess

import (
	"math"
	"math/big"

	"collab/assess/disclosure"
	"gonum.org/v1/gonum/mathext"
)

// A From says what a room's position is computed from; its values are their ids in
// files.
type From string

// What a position is from; empty of one person, and where there was no joint work.
const (
	FromPeople From = "people" // from people's positions
	FromCounts From = "counts" // from the counts of questions alone
)

// Spread says how sure a room's position is. It is empty for one person.
type Spread struct {
	From
	SD        Deviation // of people's positions; 0 where the position is from counts
	Low, High Position  // 95 % interval of the position, of counts a bound on it; zero where there is none
	NoInterval
}

// NoInterval says why a position has no interval; empty where it has one, and
// where it has no position.
type NoInterval string

// The reasons.
const (
	Everyone NoInterval = "everyone" // of the body has a position: no sampling error
	AllAgree NoInterval = "all_agree"
	FewAsked NoInterval = "few" // under five people
)

// peopleSpread is the interval of a position from people: mean ± t(.975, n-1) s/√n
// times the finite population correction √((N-n)/(N-1)) where the size N of the
// body is stated, clipped to the stages. All of it is as kept.
func (s *scorer) peopleSpread(kept Summary) Spread {
	out := Spread{From: FromPeople, SD: kept.SD}
	switch {
	case s.Body == kept.N:
		out.NoInterval = Everyone
	case kept.SD == 0:
		out.NoInterval = AllAgree
	default:
		half := wholeQuantile(kept.N-1) * kept.SD.Stages() / math.Sqrt(float64(kept.N)) * s.correction(kept.N)
		out.Low, out.High = s.clip(kept.Mean.Stages()-half), s.clip(kept.Mean.Stages()+half)
	}
	return out
}

// countsSpread is the bound on the interval of a position from counts, around the
// exact mean of the question means: t with the smallest n - 1 of the questions,
// times the mean of their standard errors.
func (s *scorer) countsSpread(of []Counts, mean *big.Rat) Spread {
	n, errors := fewestScored(of), 0.0
	for _, c := range of {
		errors += deviation(ranksAsValues(s.Rubric.K()), c.Ranks) / math.Sqrt(float64(c.Scored()))
	}
	out := Spread{From: FromCounts}
	switch {
	case s.Body == n:
		out.NoInterval = Everyone
	case n < disclosure.MinimumGroup:
		out.NoInterval = FewAsked
	case errors == 0:
		out.NoInterval = AllAgree
	default:
		half := wholeQuantile(n-1) * errors / float64(len(of)) * s.correction(n)
		centre, _ := mean.Float64()
		out.Low, out.High = s.clip(centre-half), s.clip(centre+half)
	}
	return out
}

// quantile is t(.975) with ν degrees of freedom: the tails beyond it hold
// 5 %, which is the incomplete beta function at ν/(ν+t²) with ν/2 and 1/2. (The
// library's distribution of t would bring its linear algebra along, 3 MB of it.)
func quantile(nu float64) float64 {
	x := mathext.InvRegIncBeta(nu/2, .5, .05)
	return math.Sqrt(nu * (1 - x) / x)
}

// wholeQuantile is that for a whole number of degrees of freedom, which is found once.
func wholeQuantile(nu int) float64 {
	return quantiles.of(nu, func() float64 { return quantile(float64(nu)) })
}

// correction is that for a finite population, 1 where its size is not stated.
func (s *scorer) correction(n int) float64 {
	if s.Body <= 1 {
		return 1
	}
	return math.Sqrt(float64(s.Body-n) / float64(s.Body-1))
}

// clip makes a position of a number of stages, inside the stages.
func (s *scorer) clip(stages float64) Position {
	return Position(math.Round(100 * min(max(stages, 1), float64(s.Rubric.K()))))
}

// distance is the mean absolute distance from the median, in stages (AD, Burke
// & Dunlap 2002), of values in hundredths of a stage.
func distance(values []int, times []int) float64 {
	n, seen, median := total(times), 0, 0
	for i, t := range times {
		if seen += t; 2*seen >= n && t > 0 {
			median = values[i]
			break
		}
	}
	sum := 0
	for i, v := range values {
		sum += times[i] * max(v-median, median-v)
	}
	return float64(sum) / float64(100*n)
}

// deviation is the standard deviation, with n - 1, in stages, of values in
// hundredths of a stage; 0 where there are fewer than two.
func deviation(values []int, times []int) float64 {
	var s sample
	for i, v := range values {
		s.add(v, times[i])
	}
	return s.deviation()
}

// A sample is what means and spreads are found from: how many values there are,
// in hundredths of a stage, their sum and the sum of their squares, the lowest and the
// highest.
type sample struct{ n, sum, squares, low, high int }

func (s *sample) add(value, times int) {
	if times == 0 {
		return
	}
	if s.n == 0 {
		s.low, s.high = value, value
	}
	s.low, s.high = min(s.low, value), max(s.high, value)
	s.n += times
	s.sum += times * value
	s.squares += times * value * value
}

// deviation is the standard deviation, with n - 1, in stages; 0 where there are
// fewer than two values.
func (s sample) deviation() float64 {
	if s.n < 2 {
		return 0
	}
	return math.Sqrt(s.scatter()/(float64(s.n)*float64(s.n-1))) / 100
}

// kept is the standard deviation as it is kept, rounded half away from zero.
func (s sample) kept() Deviation { return Deviation(math.Round(10 * s.deviation())) }

// scatter is n Σv² - (Σv)², exact. With millions of people either product may
// pass what a word holds; their difference does not, and comes out right.
func (s sample) scatter() float64 { return float64(uint64(s.n*s.squares - s.sum*s.sum)) }

// withinGroup is r_wg = 1 - s²/((K²-1)/12) (James, Demaree & Wolf 1984).
func withinGroup(sd float64, k int) float64 {
	return 1 - sd*sd/(float64(k*k-1)/12)
}

// ranksAsValues are the ranks in hundredths of a stage.
func ranksAsValues(k int) []int {
	values := make([]int, k)
	for i := range values {
		values[i] = 100 * (i + 1)
	}
	return values
}
