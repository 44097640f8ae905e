package assess

import (
	"math/big"

	"collab/rubric"
)

// ofHands are the changes where a show of hands was counted.
func (c *Comparison) ofHands(subjects []subject) []Change {
	var changes []Change
	for _, t := range subjects {
		if t.size() < fewestComparable {
			changes = append(changes, t.untested(FewQuestions))
			continue
		}
		changes = append(changes, c.ofQuestions(t, CountedHands))
	}
	return changes
}

// ofQuestions is a change that is not tested: the difference of the means of the
// question means, over the questions that have one both times. It takes two
// thirds of those that can be compared.
func (c *Comparison) ofQuestions(t subject, why Untested) Change {
	ch := t.untested(why)
	var before, after []Counts
	for i := range t.size() {
		if c.Then.hasMean(t.then, i) && c.Now.hasMean(t.now, i) {
			before, after = append(before, c.Then.countsOf(t.then, i)), append(after, c.Now.countsOf(t.now, i))
		}
	}
	if ch.Questions = len(before); ch.Questions < twoThirds(t.size()) {
		return ch
	}
	then, now := meanOf(before), meanOf(after)
	ch.Then, ch.Now = rounded(then), rounded(now)
	ch.Shift, ch.HasShift = shiftOf(new(big.Rat).Sub(now, then)), true
	return ch
}

// hasMean tells whether enough people gave a stage to one of the part's questions.
func (s Side) hasMean(p part, i int) bool {
	n := s.countsOf(p, i).Scored()
	return n > 0 && (n >= s.quorum() || s.atFirst(p))
}

// countsOf are the answers to one of the part's questions. Where there was no joint
// work every question about it stands at the first stage.
func (s Side) countsOf(p part, i int) Counts {
	if s.atFirst(p) {
		return Counts{Ranks: []int{1}}
	}
	return s.Questions[p.questions[i]]
}

// atFirst is true of the questions about joint work that there was none of.
func (s Side) atFirst(p part) bool { return p.spectrum && s.JointWork.Scope == rubric.ScopeNone }
