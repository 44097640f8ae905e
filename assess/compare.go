package assess

import (
	"slices"

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
		ch.Verdict, ch.Test = "", "" // never of the spectrum
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

// compareCautions are what limits a comparison as a whole.
func compareCautions(then, now Side) []Caution {
	none := JointWork{}
	whole := func(s Side) bool { return s.Body > 0 && s.Body == s.People }
	var out []Caution
	for _, c := range []struct {
		holds   bool
		caution Caution
	}{
		{(then.Mode == Solo) != (now.Mode == Solo), CautionOneAgainstGroup},
		{then.Length != now.Length, CautionLengths},
		{roleMixChanged(then, now), CautionRoleMix},
		{whole(then) || whole(now), CautionEveryone},
		{then.JointWork != none && now.JointWork != none && then.JointWork != now.JointWork, CautionJointWork},
		{then.Mode == Hands || now.Mode == Hands, CautionHands},
	} {
		if c.holds {
			out = append(out, c.caution)
		}
	}
	return slices.Clip(out)
}
