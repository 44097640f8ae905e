package assess

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"

	"collab/rubric"
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
	for j, a := range s.sheet.of(i) {
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

// A RoleView is what the people of one role say, where it may be shown.
type RoleView struct {
	Role      rubric.Choice
	People    int
	Positions map[string]Position // by trait; only those shown
}

// A RoleGap is a trait that two roles place half a stage apart or more:
// something to talk about, without a test.
type RoleGap struct {
	Trait     string
	Low, High string // ids of roles
	Gap       Position
}

// worthTalking is the gap between two roles from which it is printed.
const worthTalking Position = 50

func (s *scorer) roles() []RoleView {
	var views []RoleView
	for _, role := range s.Rubric.Roles {
		people, shown := s.Roles[role.ID]
		if !shown {
			continue
		}
		v := RoleView{Role: role, People: people, Positions: map[string]Position{}}
		for i, d := range s.Rubric.Dimensions {
			if p := s.RolePositions[role.ID][i].mean(); p > 0 {
				v.Positions[d.ID] = p
			}
		}
		views = append(views, v)
	}
	return views
}

// roleGaps are those between any two roles that are shown, in the order of the
// traits, the widest first.
func (s *scorer) roleGaps(views []RoleView) []RoleGap {
	var gaps []RoleGap
	for _, d := range s.Rubric.Traits() {
		var of []RoleGap
		for i, a := range views {
			for _, b := range views[i+1:] {
				p, q := a.Positions[d.ID], b.Positions[d.ID]
				if p == 0 || q == 0 || max(p-q, q-p) < worthTalking {
					continue
				}
				g := RoleGap{Trait: d.ID, Low: a.Role.ID, High: b.Role.ID, Gap: q - p}
				if p > q {
					g.Low, g.High, g.Gap = g.High, g.Low, p-q
				}
				of = append(of, g)
			}
		}
		slices.SortStableFunc(of, func(a, b RoleGap) int { return cmp.Compare(b.Gap, a.Gap) })
		gaps = append(gaps, of...)
	}
	return gaps
}
