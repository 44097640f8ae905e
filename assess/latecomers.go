package assess

// TellsApart tells whether two rounds together would give one to four people
// away: the counts of one contain those of the other but for as many. What
// either withholds is taken for a match, which errs on the safe side.
func TellsApart(a, b *Tally) bool {
	if a.Mode == Solo || b.Mode == Solo {
		return false
	}
	if a.People > b.People {
		a, b = b, a
	}
	more := b.People - a.People
	if more == 0 || more >= fewest {
		return false
	}
	compared := false
	for i, q := range a.Rubric.Questions() {
		j := b.Rubric.Index(q.ID)
		if j < 0 || q.Wording != b.Rubric.Questions()[j].Wording {
			continue
		}
		compared = true
		if !contains(b.Questions[j], a.Questions[i]) {
			return false
		}
	}
	return compared
}

// contains tells whether no count of less is above that of more.
func contains(more, less Counts) bool {
	if less.DontKnow > more.DontKnow || less.DoesNotApply > more.DoesNotApply || less.Scored() > more.Scored() {
		return false
	}
	if more.Withheld > 0 || less.Withheld > 0 {
		return true
	}
	for i := range less.Ranks {
		if less.Ranks[i] > more.Ranks[i] {
			return false
		}
	}
	return true
}
