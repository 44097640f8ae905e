package assess

// tally is what the table says, as if each row had been added as a response.
func (s *survey) tally() *Tally {
	t := NewTally(s.round.Rubric, Group, s.round.Association, s.round.Date)
	t.Length, t.JointWork = s.round.Length, s.round.JointWork
	t.People = s.people
	for _, q := range s.questions {
		t.Questions[q.index] = q.counts(t.Rubric.K())
	}
	s.tallyPositions(t)
	for i := range s.targets {
		s.targets[i].tallyTarget(t)
	}
	for i := range s.aims {
		s.aims[i].tallyAim(t)
	}
	for i := range s.facts {
		s.facts[i].tallyFact(t)
	}
	t.Priorities, t.Hurdles = s.priorities.votes(), s.hurdles.votes()
	for code, n := range s.worst.people {
		if code > 0 && n > 0 {
			t.Worst[s.hurdles.ids[code-1]] = n
		}
	}
	return t
}

func (q *questionCount) counts(k int) Counts {
	c := Counts{Ranks: make([]int, k), DontKnow: q.people[k+1], DoesNotApply: q.people[k+2]}
	copy(c.Ranks, q.people[1:])
	return c
}

func (s *survey) tallyPositions(t *Tally) {
	for code, id := range s.roles {
		if s.role.people[code] == 0 {
			continue
		}
		role := t.role(id)
		role.people += s.role.people[code]
		for i, d := range s.dimensions {
			for p, n := range d.people[code] {
				if p > 0 && n > 0 {
					t.Positions[i][Position(p)] += n
					role.positions[i][Position(p)] += n
				}
			}
		}
	}
}

// given is the number of people who chose anything.
func (c *choice) given() int { return total(c.people[1:]) }

func (c *choice) tallyTarget(t *Tally) {
	if c.given() == 0 {
		return
	}
	k := t.Rubric.K()
	w := Wish{Ranks: make([]int, k), TodayIsRight: c.people[k+1]}
	copy(w.Ranks, c.people[1:])
	t.Targets[c.of] = w
}

func (c *choice) tallyAim(t *Tally) {
	if c.given() == 0 {
		return
	}
	v := Votes{For: map[string]int{}, People: c.given()}
	for i, aim := range t.Rubric.Aim.Choices {
		if n := c.people[i+1]; n > 0 {
			v.For[aim.ID] = n
		}
	}
	t.Aim[c.of] = v
}

func (c *choice) tallyFact(t *Tally) {
	if c.given() > 0 {
		t.Facts[c.of] = Knowings{c.people[metCode], c.people[notMetCode], c.people[factUnknownCode]}
	}
}

func (l *list) votes() Votes {
	v := Votes{For: map[string]int{}, People: l.voters}
	for i, id := range l.ids {
		if n := l.people[i+1]; n > 0 {
			v.For[id] = n
		}
	}
	return v
}
