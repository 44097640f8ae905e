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
	n, sum, squares := total(times), 0, 0
	for i, v := range values {
		sum += times[i] * v
		squares += times[i] * v * v
	}
	if n < 2 {
		return 0
	}
	// n Σv² - (Σv)² is exact in whole numbers.
	return math.Sqrt(float64(n*squares-sum*sum)/float64(n*(n-1))) / 100
}

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
