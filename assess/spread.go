package assess

import (
	"maps"
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"
)

// Spread says how far people are apart on a trait or the spectrum, and how sure
// its position is. It is empty for one person.
type Spread struct {
	Distance  float64  // mean absolute distance from the median, in stages
	Deviation float64  // standard deviation, in stages
	Low, High Position // 95 % interval of the position; zero where there is none
	NoInterval
}

// NoInterval says why a position has no interval; empty where it has one, and
// where it has no position.
type NoInterval string

// The reasons.
const (
	Everyone NoInterval = "everyone" // of the body answered: no sampling error
	AllAgree NoInterval = "all_agree"
	FewAsked NoInterval = "few" // under five people
)

// spread of the people's positions on a dimension. The interval is mean ±
// t(.975, n-1) s/√n times the finite population correction √((N-n)/(N-1)) where
// the size N of the body is stated, clipped to the stages.
func (s *scorer) spread(i int) Spread {
	h := s.Positions[i]
	n := h.people()
	if s.Mode == Solo || n == 0 || n < s.quorum() {
		return Spread{}
	}
	var values, times []int
	for _, p := range slices.Sorted(maps.Keys(h)) {
		values, times = append(values, int(p)), append(times, h[p])
	}
	out := Spread{Distance: distance(values, times), Deviation: deviation(values, times)}
	switch {
	case s.Body > 0 && s.Body == s.People:
		out.NoInterval = Everyone
	case n < fewest:
		out.NoInterval = FewAsked
	case len(values) == 1:
		out.NoInterval = AllAgree
	default:
		mean := float64(weighted(values, times)) / float64(n) / 100
		half := wholeQuantile(n-1) * out.Deviation / math.Sqrt(float64(n)) * s.correction(n)
		out.Low, out.High = s.clip(mean-half), s.clip(mean+half)
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

func weighted(values, times []int) int {
	sum := 0
	for i, v := range values {
		sum += v * times[i]
	}
	return sum
}

// handsSpread is the bound on the interval of a show of hands, which has no
// people's positions: t with the smallest n - 1 of the questions, times the mean
// of their standard errors.
func (s *scorer) handsSpread(i int, position Position) Spread {
	least, errors, n := math.MaxInt, 0.0, 0
	for j, a := range s.reply.of(i) {
		c := s.Questions[s.offsets[i]+j]
		if a <= 0 || c.Scored() < fewest {
			continue
		}
		least = min(least, c.Scored())
		errors += deviation(ranksAsValues(s.Rubric.K()), c.Ranks) / math.Sqrt(float64(c.Scored()))
		n++
	}
	switch {
	case position == 0:
		return Spread{}
	case s.Body > 0 && s.Body == s.People:
		return Spread{NoInterval: Everyone}
	case n == 0:
		return Spread{NoInterval: FewAsked}
	case errors == 0:
		return Spread{NoInterval: AllAgree}
	}
	half := wholeQuantile(least-1) * errors / float64(n) * s.correction(least)
	return Spread{Low: s.clip(position.Stages() - half), High: s.clip(position.Stages() + half)}
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
// in hundredths of a stage, their sum and the sum of their squares.
type sample struct{ n, sum, squares int }

func (s *sample) add(value, times int) {
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
