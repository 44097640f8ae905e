package assess

import (
	"math"

	"collab/assess/disclosure"
)

// FewestPairs is the least number of people linked that a test of pairs takes.
const FewestPairs = 6

// fewestAnswers is the least number of different people a side, whose responses are at
// hand.
const fewestAnswers = disclosure.MinimumGroup

// evidence is what is at hand to judge two groups by.
type evidence interface {
	test() Test
	// measure takes the positions of a subject.
	measure(subject) measure
	// judge finds how rare the shifts of some subjects are, all of which have
	// enough people, and how many relabellings were drawn for it.
	judge([]subject) ([]significance, int)
}

// A measure is what two groups say to a subject.
type measure struct {
	then, now sample  // positions; of linked people those of the pairs
	enough    bool    // people to test it
	half      float64 // the interval's width, halved, in stages; 0 where there is none
	othersFew bool    // one to four people with a position are in no pair
}

// shift is the difference of the means, rounded once.
func (m measure) shift() Shift { return Shift(m.rounded(1)) }

// coarseShift is that in whole tenths of a stage.
func (m measure) coarseShift() Shift { return Shift(10 * m.rounded(10)) }

// rounded is the difference of the means in so many hundredths.
func (m measure) rounded(hundredths int) int {
	return roundHalfAway(m.now.sum*m.then.n-m.then.sum*m.now.n, hundredths*m.then.n*m.now.n)
}

// interval is the shift and half the width of its interval either way, clipped
// to what k stages allow.
func (m measure) interval(k int) (low, high Shift) {
	shift := float64(m.now.sum)/float64(m.now.n) - float64(m.then.sum)/float64(m.then.n)
	widest := float64(100 * (k - 1))
	clip := func(hundredths float64) Shift { return Shift(math.Round(max(-widest, min(widest, hundredths)))) }
	return clip(shift - 100*m.half), clip(shift + 100*m.half)
}

// mean is that of a sample, as a position.
func (s sample) mean() Position { return Position(roundHalfAway(s.sum, s.n)) }

// linked are the people linked by their codes, in the order of these, among all of
// both rounds.
type linked struct {
	pairs []pair
	all   unlinked
}

func (linked) test() Test { return Linked }

// measure takes the pairs with a position both times. The interval is t on
// their differences.
func (l linked) measure(t subject) measure {
	var m measure
	var differences sample
	for _, person := range l.pairs {
		if then, now, both := t.positions(person); both {
			m.then.add(then, 1)
			m.now.add(now, 1)
			differences.add(now-then, 1)
		}
	}
	m.enough = m.then.n >= FewestPairs
	if m.enough {
		m.half = student(differences)
	}
	all := l.all.measure(t)
	m.othersFew = disclosure.IsFew(all.then.n-m.then.n) || disclosure.IsFew(all.now.n-m.now.n)
	return m
}

func (l linked) judge(family []subject) ([]significance, int) {
	differences, people := make([][]int, len(l.pairs)), make([]int, len(family))
	for i, person := range l.pairs {
		differences[i] = make([]int, len(family))
		for j, t := range family {
			if then, now, both := t.positions(person); both {
				differences[i][j] = now - then
				people[j]++
			}
		}
	}
	return flipSigns(differences, people)
}

// positions are one person's, where there is one both times.
func (t subject) positions(p pair) (then, now int, both bool) {
	then, now = int(t.then.position(p.then)), int(t.now.position(p.now))
	return then, now, then > 0 && now > 0
}

// unlinked are different people, whose responses are at hand.
type unlinked struct{ then, now []*Response }

func (unlinked) test() Test { return Unlinked }

func (u unlinked) measure(t subject) measure {
	var m measure
	then, now := u.column(t)
	for _, p := range then {
		m.then.add(p, one(p > 0))
	}
	for _, p := range now {
		m.now.add(p, one(p > 0))
	}
	if m.enough = m.then.n >= fewestAnswers && m.now.n >= fewestAnswers; m.enough {
		m.half = welch(m.then, m.now)
	}
	return m
}

// column is where each person stands on a subject, 0 where there is no position.
func (u unlinked) column(t subject) (then, now []int) {
	for _, r := range u.then {
		then = append(then, int(t.then.position(r)))
	}
	for _, r := range u.now {
		now = append(now, int(t.now.position(r)))
	}
	return then, now
}

func (u unlinked) judge(family []subject) ([]significance, int) {
	positions := make([][]int, len(u.then)+len(u.now))
	for _, t := range family {
		then, now := u.column(t)
		for person, p := range append(then, now...) {
			positions[person] = append(positions[person], p)
		}
	}
	return relabel(positions, len(u.then), len(family))
}

// student is half the width, in stages, of the interval of a mean of differences;
// 0 where nothing varies.
func student(differences sample) float64 {
	s := differences.deviation()
	if s == 0 {
		return 0
	}
	return wholeQuantile(differences.n-1) * s / math.Sqrt(float64(differences.n))
}

// welch is that of a difference of two means (Welch 1947).
func welch(then, now sample) float64 {
	return welchHalf(then.deviation(), then.n, now.deviation(), now.n)
}
