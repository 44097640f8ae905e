package assess

// cautions are what limits the comparison as a whole.
func (c *Comparison) cautions() []Caution {
	then, now, none := c.Then, c.Now, JointWork{}
	var out []Caution
	for _, k := range []struct {
		holds   bool
		caution Caution
	}{
		{(then.Mode == Solo) != (now.Mode == Solo), CautionOneAgainstGroup},
		{then.Length != now.Length, CautionLengths},
		{roleMixChanged(then, now), CautionRoleMix},
		{c.everyone(), CautionEveryone},
		{then.JointWork != none && now.JointWork != none && then.JointWork != now.JointWork, CautionJointWork},
		{then.Mode == Hands || now.Mode == Hands, CautionHands},
	} {
		if k.holds {
			out = append(out, k.caution)
		}
	}
	return out
}

// everyone tells whether either side is its whole body in every trait that was
// tested by chance: as many people as the body has stand behind each of its figures.
func (c *Comparison) everyone() bool {
	then, now, tested := c.Then.Body > 0, c.Now.Body > 0, false
	for _, ch := range c.Traits {
		if ch.HasP {
			tested = true
			then = then && max(ch.Pairs, ch.NThen) == c.Then.Body
			now = now && max(ch.Pairs, ch.NNow) == c.Now.Body
		}
	}
	return tested && (then || now)
}

// mixPercent is half the sum of the differences of role shares, in percent, above
// which other roles answered.
const mixPercent = 25

// roleMixChanged tells whether other roles answered: half the sum of the absolute
// differences of the roles' shares is above a quarter. Groups only. Roles that are
// hidden count as one; a role that either side hides is among them on both, for
// nobody can tell it from the others. Where responses are at hand it is the same.
func roleMixChanged(then, now Side) bool {
	if then.Mode != Group || now.Mode != Group {
		return false
	}
	apart, hiddenThen, hiddenNow := 0, then.hiddenPeople(), now.hiddenPeople()
	add := func(a, b int) { apart += abs(a*now.People - b*then.People) }
	for role, n := range then.Roles {
		switch m, shown := now.Roles[role]; {
		case shown || now.hiddenPeople() == 0:
			add(n, m)
		default:
			hiddenThen += n
		}
	}
	for role, m := range now.Roles {
		switch _, shown := then.Roles[role]; {
		case shown:
		case then.hiddenPeople() == 0:
			add(0, m)
		default:
			hiddenNow += m
		}
	}
	add(hiddenThen, hiddenNow)
	return 100*apart > 2*mixPercent*then.People*now.People
}

// hiddenPeople are those of the roles that are not shown.
func (s Side) hiddenPeople() int { return s.People - sumOf(s.Roles) }
