package assess

import "math"

// The least numbers that a test takes.
const (
	fewestPairs   = 6 // people linked
	fewestAnswers = 4 // different people a side, whose responses are at hand
	fewestPlaced  = 5 // different people a side, of whom only positions are
)

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
}

// shift is the difference of the means, rounded once.
func (m measure) shift() Shift {
	return Shift(roundHalfAway(m.now.sum*m.then.n-m.then.sum*m.now.n, m.then.n*m.now.n))
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

// pairs are the people linked by their codes, in the order of these.
type pairs []pair

func (pairs) test() Test { return Linked }

// measure takes the pairs with a position both times. The interval is t on
// their differences.
func (p pairs) measure(t subject) measure {
	var m measure
	var differences sample
	for _, person := range p {
		if then, now, both := t.positions(person); both {
			m.then.add(then, 1)
			m.now.add(now, 1)
			differences.add(now-then, 1)
		}
	}
	m.enough = m.then.n >= fewestPairs
	if m.enough {
		m.half = student(differences)
	}
	return m
}

func (p pairs) judge(family []subject) ([]significance, int) {
	differences, people := make([][]int, len(p)), make([]int, len(family))
	for i, person := range p {
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

// strangers are different people, whose responses are at hand.
type strangers struct{ then, now []*Response }

func (strangers) test() Test { return Unlinked }

func (s strangers) measure(t subject) measure {
	var m measure
	then, now := s.column(t)
	for _, p := range then {
		m.then.add(p, one(p > 0))
	}
	for _, p := range now {
		m.now.add(p, one(p > 0))
	}
	m.apart(fewestAnswers)
	return m
}

// column is where each person stands on a subject, 0 where there is no position.
func (s strangers) column(t subject) (then, now []int) {
	for _, r := range s.then {
		then = append(then, int(t.then.position(r)))
	}
	for _, r := range s.now {
		now = append(now, int(t.now.position(r)))
	}
	return then, now
}

func (s strangers) judge(family []subject) ([]significance, int) {
	positions := make([][]int, len(s.then)+len(s.now))
	for _, t := range family {
		then, now := s.column(t)
		for person, p := range append(then, now...) {
			positions[person] = append(positions[person], p)
		}
	}
	return relabel(positions, len(s.then), len(family))
}

// records are those of different people, of whom nothing but positions is at hand.
type records struct{ then, now Side }

func (records) test() Test { return Histograms }

func (r records) measure(t subject) measure {
	var m measure
	for p, n := range r.then.histogram(t.then) {
		m.then.add(int(p), n)
	}
	for p, n := range r.now.histogram(t.now) {
		m.now.add(int(p), n)
	}
	m.apart(fewestPlaced)
	return m
}

func (r records) judge(family []subject) ([]significance, int) {
	var chances []chance
	for _, t := range family {
		chances = append(chances, partHistograms(r.then.histogram(t.then), r.now.histogram(t.now)))
	}
	return holm(chances), 0
}

// apart judges whether there are enough different people, and finds the interval.
func (m *measure) apart(fewest int) {
	if m.enough = m.then.n >= fewest && m.now.n >= fewest; m.enough {
		m.half = welch(m.then, m.now)
	}
}

// student is half the width, in stages, of the interval of a mean of differences;
// 0 where nothing varies.
func student(differences sample) float64 {
	s := differences.deviation()
	if s == 0 {
		return 0
	}
	return quantile(float64(differences.n-1)) * s / math.Sqrt(float64(differences.n))
}

// welch is that of a difference of two means (Welch 1947).
func welch(then, now sample) float64 {
	square := func(s sample) float64 { return s.deviation() * s.deviation() / float64(s.n) }
	a, b := square(then), square(now)
	if a+b == 0 {
		return 0
	}
	freedom := (a + b) * (a + b) / (a*a/float64(then.n-1) + b*b/float64(now.n-1))
	return quantile(freedom) * math.Sqrt(a+b)
}
