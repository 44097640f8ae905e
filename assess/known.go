package assess

import "sync"

// Figures that depend on a number of people alone are slow to find and the same
// for every assessment, so a long history finds each of them once. They are
// constants that nobody has listed: what is kept here changes no result.
var (
	chances   known[[2]int] // c(n, K) by n and K
	quantiles known[int]    // t(.975) by degrees of freedom
)

// known are figures that were found, by what they depend on. It may be used from
// several goroutines at once.
type known[K comparable] struct{ figures sync.Map }

// of looks a figure up, and finds it where it is not known yet.
func (k *known[K]) of(key K, find func() float64) float64 {
	if figure, ok := k.figures.Load(key); ok {
		return figure.(float64)
	}
	figure := find()
	k.figures.Store(key, figure)
	return figure
}
