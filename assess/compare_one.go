package assess

import "collab/rubric"

// ofOne are the changes of one person who answered both times.
func (c *Comparison) ofOne(subjects []subject) []Change {
	c.Test = SoloRule
	then, _ := c.Then.Response()
	now, _ := c.Now.Response()
	var changes []Change
	all, whole := Change{Test: SoloRule}, difference{}
	for _, t := range subjects {
		d := t.differenceOf(&then, &now)
		changes = append(changes, t.ofOne(d))
		if t.dimension.Kind == rubric.Trait {
			whole = difference{whole.questions + d.questions, whole.then + d.then, whole.now + d.now}
			all.Comparable, all.Asked = all.Comparable+t.size(), all.Asked+t.asked
		}
	}
	if whole.questions >= LeastOfAllTraits {
		all.rest(whole)
		all.Verdict = allTraitsVerdict(all.Shift, all.Questions)
		c.AllTraits = &all
	}
	c.Answers = answersChanged(&then, &now, c.Excluded)
	return changes
}

// A difference adds up what a person answered both times with a stage.
type difference struct{ questions, then, now int }

func (t subject) differenceOf(then, now *Response) difference {
	var d difference
	after := t.now.answers(now)
	for i, before := range t.then.answers(then) {
		if before > 0 && after[i] > 0 {
			d = difference{d.questions + 1, d.then + int(before), d.now + int(after[i])}
		}
	}
	return d
}

// ofOne is the mean difference over the questions that a person answered both times.
func (t subject) ofOne(d difference) Change {
	if t.size() < fewestComparable {
		return t.untested(FewQuestions)
	}
	ch := t.change()
	ch.rest(d)
	if ch.Questions < fewestComparable {
		ch.Verdict = TooFewToTell
		return ch
	}
	ch.Test, ch.Verdict = SoloRule, soloVerdict(ch.Shift, ch.Questions)
	return ch
}

// rest puts a change on what a person answered both times.
func (ch *Change) rest(d difference) {
	n := d.questions
	if ch.Questions = n; n > 0 {
		ch.Then, ch.Now = ratio(d.then, n), ratio(d.now, n)
		ch.Shift, ch.HasShift = Shift(roundHalfAway(100*(d.now-d.then), n)), true
	}
}

// answersChanged are the answers that a person gave both times and otherwise, to the
// questions that are not excluded.
func answersChanged(then, now *Response, excluded []Exclusion) []AnswerChange {
	var changed []AnswerChange
	apart := map[string]bool{}
	for _, e := range excluded {
		apart[e.Question] = true
	}
	for i, q := range now.Rubric.Questions() {
		j := then.Rubric.Index(q.ID)
		if j < 0 || apart[q.ID] {
			continue
		}
		before, after := then.Answers[j], now.Answers[i]
		if before != Unanswered && after != Unanswered && before.ID(then.Rubric) != after.ID(now.Rubric) {
			changed = append(changed, AnswerChange{q.ID, before, after})
		}
	}
	return changed
}
