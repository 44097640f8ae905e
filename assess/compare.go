package assess

import "collab/rubric"

// fewestComparable is the least number of questions that a change rests on.
const fewestComparable = 2

// Compare says what changed from one assessment to a later one of the same
// association.
//
// Questions are compared that both rounds asked in the same words and that neither
// withholds; people's positions are found again over these. A trait's shift is the
// difference of the mean positions, and it is judged by what is at hand, the first
// that holds: one person twice, by a fixed size; six people or more with responses
// linked by code, by sign flips; other people's responses, by relabelling; records
// alone, by Welch's t. A show of hands is compared and never tested.
func Compare(then, now Side) *Comparison {
	subjects, excluded := match(then, now)
	c := &Comparison{Then: then, Now: now, Excluded: excluded, Equivalent: declared(then, now)}
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
	c.Cautions = c.cautions()
	return c
}

// take sorts the changes into traits and spectrum, with what either round says by itself.
func (c *Comparison) take(changes []Change) {
	c.Traits = make([]Change, 0, len(changes))
	for _, ch := range changes {
		then, _ := c.Then.Placement(ch.Dimension.ID)
		now, _ := c.Now.Placement(ch.Dimension.ID)
		ch.Placed = max(then.Base.Ranked, now.Base.Ranked)
		if c.Then.Length == c.Now.Length {
			ch.StageThen, ch.StageNow = then.Stage, now.Stage
		}
		if ch.Dimension.Kind != rubric.Spectrum {
			c.Traits = append(c.Traits, ch)
			continue
		}
		ch.Verdict, ch.Test = "", ""
		c.Spectrum = &ch
	}
}

func (t subject) change() Change {
	return Change{Dimension: t.dimension, Comparable: t.size(), Asked: t.asked, Questions: t.size()}
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
	if c.Then.people == nil || c.Now.people == nil {
		return records{c.Then, c.Now}
	}
	both := unlinked{c.Then.people, c.Now.people}
	pairs := linkedPairs(c.Then, c.Now)
	if len(pairs) >= FewestPairs {
		c.Pairs = len(pairs)
		c.LeftOutThen, c.LeftOutNow = c.Then.People-c.Pairs, c.Now.People-c.Pairs
		return linked{pairs, both}
	}
	c.TooFewPairs = len(pairs)
	return both
}

// ofGroup is the change of one subject before it is judged, and whether there are
// enough people to judge it.
func (c *Comparison) ofGroup(t subject, e evidence) (Change, bool) {
	switch {
	case t.size() < fewestComparable && !c.tooFew(t, e):
		return t.untested(FewQuestions), false
	case t.size() < fewestComparable:
		return c.shown(t, measure{}), false
	case c.Test == Welch:
		if ch, untested := c.ofRecords(t); untested {
			return ch, false
		}
	}
	m := e.measure(t)
	return c.shown(t, m), m.enough
}

// tooFew tells whether there are too few people to judge a subject, whatever is
// withheld in it: people are placed over the withheld questions too, to be counted.
func (c *Comparison) tooFew(t subject, e evidence) bool {
	switch {
	case len(t.worded) < fewestComparable:
		return false
	case c.Then.few() || c.Now.few():
		return true
	case c.Test == Welch:
		return false
	}
	whole := t
	whole.then, whole.now = c.Then.part(t.dimension.ID, t.worded), c.Now.part(t.dimension.ID, t.worded)
	return !e.measure(whole).enough
}

// shown is of a measure what may be shown, before it is judged. Both sides of five
// people or more may, and a named round of under five.
func (c *Comparison) shown(t subject, m measure) Change {
	ch := t.change()
	ch.Verdict = TooFewToTell
	if c.Test == Linked {
		ch.Pairs = m.then.n
	} else {
		ch.NThen, ch.NNow = c.Then.counted(m.then.n), c.Now.counted(m.now.n)
	}
	if !c.Then.shows(m.then.n) || !c.Now.shows(m.now.n) {
		return ch
	}
	ch.HasShift = true
	if m.othersFew {
		ch.Shift, ch.Coarse = m.coarseShift(), true
		return ch
	}
	ch.Then, ch.Now, ch.Shift = m.then.mean(), m.now.mean(), m.shift()
	if m.half > 0 {
		ch.Low, ch.High = m.interval(c.Now.Rubric.K())
		ch.HasInterval = true
	}
	return ch
}

// counted is the number of people that a change tells of a side of whom so many
// have a position: of a round of under five all.
func (s Side) counted(n int) int {
	if s.few() {
		return s.People
	}
	return n
}

// shows tells whether figures of so many people of a round may be shown.
func (s Side) shows(n int) bool { return n > 0 && (n >= fewestAnswers || s.Named && s.few()) }
