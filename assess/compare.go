package assess

import (
	"math/big"

	"collab/rubric"
)

// fewestComparable is the least number of questions that a change rests on.
const fewestComparable = 2

// Compare says what changed from one assessment to a later one of the same
// association.
//
// Questions are compared that both rounds asked in the same words; people's
// positions are found again over these. A trait's shift is the difference of the
// mean positions, and it is judged by what is at hand, the first that holds: one
// person twice, by a fixed size; six people or more with responses linked by
// code, by sign flips; other people's responses, by relabelling; records alone,
// by their histograms. A show of hands is compared and never tested.
func Compare(then, now Side) *Comparison {
	subjects, excluded := match(then, now)
	c := &Comparison{Then: then, Now: now, Excluded: excluded, Cautions: compareCautions(then, now)}
	if then.Length == now.Length {
		c.Headline = HeadlineChange{then.Assessment.Headline.Stage, now.Assessment.Headline.Stage}
	}
	var changes []Change
	switch {
	case (then.Mode == Solo) != (now.Mode == Solo):
		changes = c.againstGroup(subjects)
	case then.Mode == Solo:
		changes = c.ofOne(subjects)
	case then.Mode == Hands || now.Mode == Hands:
		changes = c.ofHands(subjects)
	default:
		changes = c.ofGroups(subjects)
	}
	c.take(changes)
	return c
}

// take sorts the changes into traits and spectrum.
func (c *Comparison) take(changes []Change) {
	for _, ch := range changes {
		if ch.Dimension.Kind != rubric.Spectrum {
			c.Traits = append(c.Traits, ch)
			continue
		}
		ch.Verdict, ch.Test = "", ""
		c.Spectrum = &ch
	}
}

func (t subject) change() Change {
	return Change{Dimension: t.dimension, Comparable: t.size(), Asked: t.asked}
}

// untested is a change that cannot be tested, for a reason.
func (t subject) untested(why Untested) Change {
	ch := t.change()
	ch.Verdict, ch.Why = NotTested, why
	return ch
}

func (c *Comparison) againstGroup(subjects []subject) []Change {
	var changes []Change
	for _, t := range subjects {
		changes = append(changes, t.untested(AgainstGroup))
	}
	return changes
}

// ofOne are the changes of one person who answered both times.
func (c *Comparison) ofOne(subjects []subject) []Change {
	c.Test = SoloRule
	then, _ := c.Then.Response()
	now, _ := c.Now.Response()
	var changes []Change
	for _, t := range subjects {
		if t.size() < fewestComparable {
			changes = append(changes, t.untested(FewQuestions))
			continue
		}
		changes = append(changes, t.ofOne(&then, &now))
	}
	return changes
}

// ofOne is the mean difference over the questions that a person answered both
// times with a stage.
func (t subject) ofOne(then, now *Response) Change {
	ch := t.change()
	before, after := 0, 0
	said := t.now.answers(now)
	for i, a := range t.then.answers(then) {
		if a > 0 && said[i] > 0 {
			ch.Questions++
			before += int(a)
			after += int(said[i])
		}
	}
	if n := ch.Questions; n > 0 {
		ch.Then, ch.Now = ratio(before, n), ratio(after, n)
		ch.Shift, ch.HasShift = Shift(roundHalfAway(100*(after-before), n)), true
	}
	if ch.Questions < fewestComparable {
		ch.Verdict = TooFewToTell
		return ch
	}
	ch.Test, ch.Verdict = SoloRule, soloVerdict(ch.Shift, ch.Questions)
	return ch
}

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

// ofGroups are the changes between two rounds in which people answered alone.
func (c *Comparison) ofGroups(subjects []subject) []Change {
	e := c.evidence()
	c.Test = e.test()
	var changes []Change
	var family []subject
	var tested []int // places in changes
	for i, t := range subjects {
		ch, enough := c.ofGroup(t, e)
		changes = append(changes, ch)
		if enough && t.dimension.Kind == rubric.Trait {
			family, tested = append(family, t), append(tested, i)
		}
	}
	if len(family) == 0 {
		return changes
	}
	significances, drawn := e.judge(family)
	c.Drawn = drawn
	for k, s := range significances {
		ch := &changes[tested[k]]
		ch.P, ch.Adjusted, ch.HasP = s.p, s.adjusted, true
		ch.Test, ch.Verdict = c.Test, groupVerdict(ch.Shift, s)
	}
	return changes
}

// evidence is the best that is at hand.
func (c *Comparison) evidence() evidence {
	if linked := linked(c.Then, c.Now); len(linked) >= fewestPairs {
		c.Pairs = len(linked)
		c.LeftOutThen, c.LeftOutNow = c.Then.People-c.Pairs, c.Now.People-c.Pairs
		return pairs(linked)
	}
	if c.Then.people != nil && c.Now.people != nil {
		return strangers{c.Then.people, c.Now.people}
	}
	return records{c.Then, c.Now}
}

// ofGroup is the change of one subject before it is judged, and whether there are
// enough people to judge it.
func (c *Comparison) ofGroup(t subject, e evidence) (Change, bool) {
	switch {
	case t.size() < fewestComparable:
		return t.untested(FewQuestions), false
	case !t.whole() && c.Test == Histograms:
		return c.ofQuestions(t, OtherQuestions), false
	}
	ch, m := t.change(), e.measure(t)
	ch.Verdict = TooFewToTell
	if c.Test == Linked {
		ch.Pairs = m.then.n
	} else {
		ch.NThen, ch.NNow = m.then.n, m.now.n
	}
	shown := m.then.n > 0 && m.now.n > 0 && m.then.n >= c.Then.quorum() && m.now.n >= c.Now.quorum()
	if shown {
		ch.Then, ch.Now = m.then.mean(), m.now.mean()
	}
	if shown || m.enough {
		ch.Shift, ch.HasShift = m.shift(), true
	}
	if m.half > 0 {
		ch.Low, ch.High = m.interval(c.Now.Rubric.K())
		ch.HasInterval = true
	}
	return ch, m.enough
}
