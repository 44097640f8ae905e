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
	then, now, n := new(big.Rat), new(big.Rat), 0
	for i := range t.size() {
		before, after := c.Then.questionMean(t.then, i), c.Now.questionMean(t.now, i)
		if before != nil && after != nil {
			then.Add(then, before)
			now.Add(now, after)
			n++
		}
	}
	if n < twoThirds(t.size()) {
		return ch
	}
	of := big.NewRat(1, int64(n))
	then.Mul(then, of)
	now.Mul(now, of)
	ch.Then, ch.Now = rounded(then), rounded(now)
	ch.Shift, ch.HasShift = shiftOf(now.Sub(now, then)), true
	return ch
}

// questionMean is the mean rank of one of the part's questions, nil where too few
// people answered it.
func (s Side) questionMean(p part, i int) *big.Rat {
	if p.dimension.Kind == rubric.Spectrum && s.JointWork.Scope == rubric.ScopeNone {
		return big.NewRat(1, 1)
	}
	counts := s.Questions[p.questions[i]]
	if n := counts.Scored(); n == 0 || n < s.quorum() || counts.Withheld > 0 {
		return nil
	}
	return big.NewRat(int64(weigh(counts.Ranks)), int64(counts.Scored()))
}
