package assess

import "testing"

// The examples are those of the specification of the method.
func TestStageIsTheHighestThatMostReachWithNoneFarBehind(t *testing.T) {
	for _, c := range []struct {
		ranks []int
		want  int
	}{
		{[]int{4, 4, 4, 1}, 2},
		{[]int{3, 3, 3, 2}, 3},
		{[]int{4, 4, 2, 2}, 2},
		{[]int{4, 1}, 1},
		{[]int{1, 1, 1, 1}, 1},
		{[]int{4, 4, 4, 4}, 4},
		{[]int{4, 4, 4, 3}, 4},
		{[]int{2, 4, 3}, 3},
		{[]int{3, 3}, 3},
	} {
		if got := stage(c.ranks); got != c.want {
			t.Errorf("stage(%v) = %d, want %d", c.ranks, got, c.want)
		}
	}
}

func TestOverallIsTheMedianUnlessTheWeakestHoldsItBack(t *testing.T) {
	for _, c := range []struct {
		name   string
		stages []int
		want   int
	}{
		{"the lower median of six", []int{2, 2, 2, 3, 3, 3}, 2},
		{"one above the weakest", []int{1, 3, 3, 3, 4, 4}, 2},
		{"four of six are enough", []int{0, 3, 3, 0, 3, 2}, 3},
		{"three of six are not", []int{0, 3, 3, 0, 3, 0}, 0},
		{"nothing placed", []int{0, 0}, 0},
		{"no traits", nil, 0},
	} {
		if got := overall(c.stages); got != c.want {
			t.Errorf("%s: overall(%v) = %d, want %d", c.name, c.stages, got, c.want)
		}
	}
}

func TestRatioRoundsHalfAwayFromZero(t *testing.T) {
	for _, c := range []struct {
		sum, n int
		want   Position
	}{
		{7, 3, 233}, {8, 3, 267}, {5, 2, 250}, {9, 8, 113}, {17, 16, 106}, {22, 9, 244}, {1, 1, 100},
	} {
		if got := ratio(c.sum, c.n); got != c.want {
			t.Errorf("ratio(%d, %d) = %d, want %d", c.sum, c.n, got, c.want)
		}
	}
}

func TestLowerMedianTakesTheLowerOfTwo(t *testing.T) {
	for _, c := range []struct {
		counts []int
		want   int
	}{
		{[]int{1, 0, 0, 1}, 1}, {[]int{1, 1, 1, 0}, 2}, {[]int{0, 3, 3, 0}, 2}, {[]int{0, 3, 4, 0}, 3}, {[]int{0, 0, 0, 0}, 0},
	} {
		if got := lowerMedian(c.counts); got != c.want {
			t.Errorf("lowerMedian(%v) = %d, want %d", c.counts, got, c.want)
		}
	}
}

func TestTwoThirds(t *testing.T) {
	for k, want := range map[int]int{1: 1, 2: 2, 3: 2, 4: 3, 6: 4, 9: 6} {
		if got := twoThirds(k); got != want {
			t.Errorf("twoThirds(%d) = %d, want %d", k, got, want)
		}
	}
}
