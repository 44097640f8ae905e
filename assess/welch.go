package assess

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"
)

// records are two rounds of different people, of whom nothing but what records keep
// is at hand.
type records struct{ then, now Side }

func (records) test() Test { return Welch }

// measure takes what both records keep of people's positions.
func (r records) measure(t subject) measure {
	then, now := r.then.summary(t.then), r.now.summary(t.now)
	return measure{
		then: then.sample(), now: now.sample(), enough: then.SD+now.SD > 0,
		half: welchHalf(then.SD.Stages(), then.N, now.SD.Stages(), now.N),
	}
}

func (r records) judge(family []subject) ([]significance, int) {
	var ps []float64
	for _, t := range family {
		ps = append(ps, welchTest(r.then.summary(t.then), r.now.summary(t.now)))
	}
	return holm(ps), 0
}

// ofRecords is the change of a subject that two records do not tell enough of to be
// tested, and whether that is so. Its shift is that of the question means, but
// where nothing varies. Of a side of under five nothing is tested; its people are told.
func (c *Comparison) ofRecords(t subject) (Change, bool) {
	then, now := c.Then.summary(t.then), c.Now.summary(t.now)
	switch {
	case c.Then.few() || c.Now.few():
		ch := c.ofQuestions(t, "")
		ch.Verdict, ch.NThen, ch.NNow = TooFewToTell, c.Then.counted(0), c.Now.counted(0)
		return ch, true
	case !t.whole():
		return c.ofQuestions(t, OtherQuestions), true
	case then.N == 0 || now.N == 0:
		return c.ofQuestions(t, CountsAlone), true
	case then.SD == 0 && now.SD == 0:
		ch := c.shown(t, records{c.Then, c.Now}.measure(t))
		ch.Verdict, ch.Why = NotTested, NoSpread
		return ch, true
	}
	return Change{}, false
}

// sample stands for the people of a summary, of whom only the mean is known.
func (k Summary) sample() sample { return sample{n: k.N, sum: k.N * int(k.Mean)} }

// welchTest is the chance of means as far apart, either way, by Welch's t (1947)
// from what two records keep. One deviation at least is above 0.
func welchTest(then, now Summary) float64 {
	error, freedom := welchError(then.SD.Stages(), then.N, now.SD.Stages(), now.N)
	t := (now.Mean - then.Mean).Stages() / error
	return mathext.RegIncBeta(freedom/2, .5, freedom/(freedom+t*t))
}

// welchError is the standard error of a difference of two means, in stages, and its
// degrees of freedom (Welch 1947).
func welchError(sdThen float64, nThen int, sdNow float64, nNow int) (error, freedom float64) {
	a, b := sdThen*sdThen/float64(nThen), sdNow*sdNow/float64(nNow)
	return math.Sqrt(a + b), (a + b) * (a + b) / (a*a/float64(nThen-1) + b*b/float64(nNow-1))
}

// welchHalf is half the width, in stages, of the interval of such a difference; 0
// where nothing varies.
func welchHalf(sdThen float64, nThen int, sdNow float64, nNow int) float64 {
	if sdThen == 0 && sdNow == 0 {
		return 0
	}
	error, freedom := welchError(sdThen, nThen, sdNow, nNow)
	return quantile(freedom) * error
}

// holm adjusts several chances for each other (Holm 1979): the smallest times as
// many as there are, the next times one fewer, and none less than that before it.
func holm(ps []float64) []significance {
	order := make([]int, len(ps))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ps[a], ps[b]) })
	found := make([]significance, len(ps))
	least := 0.0
	for k, at := range order {
		least = max(least, min(1, float64(len(ps)-k)*ps[at]))
		found[at] = significance{ps[at], least}
	}
	return found
}
