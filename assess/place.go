package assess

import (
	"math"
	"math/big"

	"collab/rubric"
)

// noJointWork is where a room's spectrum stands when there was no joint work.
const noJointWork Position = 100

// A reading is one dimension's answers, seen as a whole: those of a person, or
// a room's with its lower medians as ranks.
type reading struct {
	ranks  []int
	sum    int
	enough bool         // to place the dimension
	basis  rubric.Scope // the only scope it rests on, or empty
}

// read takes the answers to a dimension's questions, in their order. They are
// enough where two thirds of the questions asked have a rank, or where no
// question of one scope applies and all of the other scope's have a rank.
func read(d *rubric.Dimension, length Length, answers []Answer) reading {
	r := reading{ranks: make([]int, 0, len(d.Questions))}
	var within, between, all sides
	for i, q := range d.Questions {
		if !length.Asks(q) {
			continue
		}
		all.add(answers[i])
		switch q.Scope {
		case rubric.Within:
			within.add(answers[i])
		case rubric.Between:
			between.add(answers[i])
		}
		if answers[i] > 0 {
			r.ranks = append(r.ranks, int(answers[i]))
			r.sum += int(answers[i])
		}
	}
	r.enough = all.asked > 0 && all.ranked >= twoThirds(all.asked)
	switch {
	case within.outOfPlace() && between.complete():
		r.enough, r.basis = true, rubric.Between
	case between.outOfPlace() && within.complete():
		r.enough, r.basis = true, rubric.Within
	case r.enough && within.outOfPlace():
		r.basis = rubric.Between
	case r.enough && between.outOfPlace():
		r.basis = rubric.Within
	}
	return r
}

// sides counts the answers to the questions of one scope.
type sides struct{ asked, ranked, notApply int }

func (s *sides) add(a Answer) {
	s.asked++
	s.ranked += one(a > 0)
	s.notApply += one(a == DoesNotApply)
}

// outOfPlace is true where there are questions and none applies.
func (s sides) outOfPlace() bool { return s.asked > 0 && s.notApply == s.asked }

// complete is true where there are questions and all have a rank.
func (s sides) complete() bool { return s.asked > 0 && s.ranked == s.asked }

// twoThirds is the least whole number that is two thirds of k or more.
func twoThirds(k int) int { return (2*k + 2) / 3 }

// placement is where a trait or the spectrum stands.
func (s *scorer) placement(i int) Placement {
	d := s.Rubric.Dimensions[i]
	p := Placement{Dimension: d, Base: s.base(i)}
	if r := read(d, s.Length, s.reply.of(i)); r.enough {
		p.Basis = r.basis
		if d.Kind == rubric.Spectrum {
			p.Stage = median(r.ranks)
		} else {
			p.Stage = stage(r.ranks)
			p.Within = s.scopePosition(i, rubric.Within)
			p.Between = s.scopePosition(i, rubric.Between)
			p.Lift = s.lift(i, r.ranks, p.Stage)
		}
		if s.Mode == Solo {
			p.Position, p.People = ratio(r.sum, len(r.ranks)), 1
		} else {
			s.placeGroup(&p, i)
		}
	}
	s.aimAt(&p)
	return p
}

// placeGroup adds a room's position with its interval: from people where what is
// kept tells of enough of them, else from the counts of the questions that have a rank.
func (s *scorer) placeGroup(p *Placement, i int) {
	if p.Dimension.Kind == rubric.Spectrum && s.JointWork.Scope == rubric.ScopeNone {
		p.Position = noJointWork
		return
	}
	if kept := s.Positions[i]; kept.N > 0 {
		p.From, p.Position, p.People = FromPeople, kept.Mean, kept.N
		p.Spread = s.peopleSpread(kept)
		return
	}
	var of []Counts
	for j, rank := range s.reply.of(i) {
		if rank > 0 {
			of = append(of, s.Questions[s.offsets[i]+j])
		}
	}
	mean := meanOf(of)
	p.From, p.Position, p.People = FromCounts, rounded(mean), fewestScored(of)
	p.Spread = s.countsSpread(of, mean)
}

// meanOf is the exact mean of the mean ranks of questions, each of which somebody scored.
func meanOf(of []Counts) *big.Rat {
	if ranks, n := pooled(of); n > 0 {
		return big.NewRat(int64(ranks), int64(n))
	}
	sum := new(big.Rat)
	for _, c := range of {
		sum.Add(sum, big.NewRat(int64(weigh(c.Ranks)), int64(c.Scored())))
	}
	return sum.Quo(sum, big.NewRat(int64(len(of)), 1))
}

// pooled is the sum of all ranks and how many they are, where as many people scored
// each question: their mean needs no fractions on the way. Else it is 0 of 0.
func pooled(of []Counts) (ranks, n int) {
	for _, c := range of {
		if c.Scored() != of[0].Scored() {
			return 0, 0
		}
		ranks += weigh(c.Ranks)
	}
	return ranks, len(of) * of[0].Scored()
}

// fewestScored is the smallest number of people who scored any of some questions.
func fewestScored(of []Counts) int {
	least := math.MaxInt
	for _, c := range of {
		least = min(least, c.Scored())
	}
	return least
}

// base counts what became of the questions of a dimension.
func (s *scorer) base(i int) Base {
	var b Base
	d := s.Rubric.Dimensions[i]
	for j, q := range d.Questions {
		if !s.asked(q) {
			continue
		}
		b.Asked++
		switch c := s.Questions[s.offsets[i]+j]; {
		case s.reply.of(i)[j] > 0:
			b.Ranked++
		case c.DontKnow > 0:
			b.DontKnow++
		case c.DoesNotApply > 0:
			b.DoesNotApply++
		default:
			b.Unanswered++
		}
	}
	return b
}

// scopePosition is the mean of the question means of one scope, where all of
// its questions have a rank; zero where the scope has none.
func (s *scorer) scopePosition(i int, scope rubric.Scope) Position {
	var of []Counts
	for j, q := range s.Rubric.Dimensions[i].Questions {
		if q.Scope != scope || !s.Length.Asks(q) {
			continue
		}
		if s.reply.of(i)[j] <= 0 {
			return 0
		}
		of = append(of, s.Questions[s.offsets[i]+j])
	}
	if len(of) == 0 {
		return 0
	}
	return rounded(meanOf(of))
}

// aimAt adds the target and the gap to it.
func (s *scorer) aimAt(p *Placement) {
	p.Target = s.target(p.Dimension.ID)
	switch {
	case p.Target == NoTarget:
		return
	case p.Target == TodayIsRight:
		p.Wanted = p.Stage
	default:
		p.Wanted = int(p.Target)
	}
	if p.Stage > 0 {
		p.Gap, p.HasGap = p.Wanted-p.Stage, true
	}
}

// target is a group's: today is right if half or more of those who gave one
// chose it, else the lower median of the others.
func (s *scorer) target(dimension string) Target {
	w, given := s.Targets[dimension]
	n := w.People()
	switch {
	case !given || n < s.quorum():
		return NoTarget
	case 2*w.TodayIsRight >= n:
		return TodayIsRight
	}
	return Target(lowerMedian(w.Ranks))
}
