package assess

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
