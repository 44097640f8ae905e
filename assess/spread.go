package assess

import "math"

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
