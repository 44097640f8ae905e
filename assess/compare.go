package assess

import "collab/rubric"

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
	c.Traits = make([]Change, 0, len(changes))
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
