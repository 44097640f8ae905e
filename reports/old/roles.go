package reports

import "collab/assess"

// The sentences about the roles of a room, and about its second round.

// RoleGap is a trait that two roles see differently.
func (s story) RoleGap(g assess.RoleGap) prose {
	d, _ := s.a.Rubric.Dimension(g.Trait)
	low, high := s.view(g.Low), s.view(g.High)
	return s.say("%s: %s (%d) at %s, %s (%d) at %s, %s apart.", short(d),
		s.low(low.Role.Name), low.People, low.Positions[g.Trait].Mean, s.low(high.Role.Name), high.People, high.Positions[g.Trait].Mean, g.Gap)
}

// view is what the people of a role say.
func (s story) view(role string) assess.RoleView {
	for _, v := range s.a.RoleViews {
		if v.Role.ID == role {
			return v
		}
	}
	return assess.RoleView{}
}

// RolesShown names the roles that may be shown, with their people.
func (s story) RolesShown() prose {
	var names []string
	for _, v := range s.a.RoleViews {
		names = append(names, s.low(v.Role.Name)+" "+inWords(v.People))
	}
	if len(names) == 0 {
		return ""
	}
	return s.say("Shown are the roles of five people or more: %s.", listed(names))
}

// rolesHidden is why not every role is shown.
const rolesHidden = prose("A role of fewer than five people is hidden, and with it another where subtraction would give people away. " +
	"A gap of half a stage or more is something to talk about; it is not tested.")

// Talked is what talking changed on one question.
func (s story) Talked(t assess.Talk) prose {
	q := s.a.Answers[t.Question]
	d, _ := s.a.Rubric.Dimension(q.Dimension)
	name := s.say("%s (%s)", nameOf(q.Question), s.few(d))
	switch {
	case t.Median == t.Now && t.Label == t.NowLabel:
		return s.say("%s: as before, %s at %s.", name, labels[t.NowLabel], s.lowStage(t.Now))
	case t.Median == t.Now:
		return s.say("%s: %s before, %s now; the middle stays %s.", name, labels[t.Label], labels[t.NowLabel], s.lowStage(t.Now))
	case t.Label == t.NowLabel:
		return s.say("%s: the middle goes from %s to %s; %s as before.", name, s.lowStage(t.Median), s.lowStage(t.Now), labels[t.NowLabel])
	}
	return s.say("%s: %s before, %s now; the middle goes from %s to %s.", name,
		labels[t.Label], labels[t.NowLabel], s.lowStage(t.Median), s.lowStage(t.Now))
}

// AnsweredAgain tells of a second round that what stands here is of the first;
// empty where there was none.
func (s story) AnsweredAgain() prose {
	if s.a.Second == nil {
		return ""
	}
	return s.say("Figures of the first round; %s answered again.", counted(s.a.Second.People, "person", "people"))
}

// FirstRound is the same, with how much talking changed.
func (s story) FirstRound() prose {
	switch n := len(s.a.Changed()); {
	case len(s.a.Talks) == 0:
		return s.AnsweredAgain()
	case n == 0:
		return join(s.AnsweredAgain(), "Talking changed no question.")
	default:
		return join(s.AnsweredAgain(), s.say("Talking changed %s.", counted(n, "question", "questions")))
	}
}

// LastRound tells whose figures the agenda has after a second round.
func (s story) LastRound() prose {
	if len(s.a.Talks) == 0 {
		return s.AnsweredAgain()
	}
	return s.say("%s answered again: a question that they talked about has the figures of that round.",
		sentence(counted(s.a.Second.People, "person", "people")))
}

// Settled tells on what a room agrees after talking, and on what it is split no
// longer.
func (s story) Settled() prose {
	var agreed, mixed []assess.Question
	for _, t := range s.a.Talks {
		switch {
		case t.Settled():
			agreed = append(agreed, s.a.Answers[t.Question])
		case t.Label == assess.Split && t.NowLabel == assess.Mixed:
			mixed = append(mixed, s.a.Answers[t.Question])
		}
	}
	return join(s.those("Agreed now", agreed), s.those("No longer split, mixed now", mixed))
}

func (s story) those(what string, questions []assess.Question) prose {
	if len(questions) == 0 {
		return ""
	}
	return s.say("%s: %s.", what, s.some(questions))
}

// Unmoved tells on how many questions talking changed nothing.
func (s story) Unmoved() prose {
	n := s.a.Unmoved()
	switch n {
	case 0:
		return ""
	case len(s.a.Talks):
		return "Talking changed neither the middle nor the agreement of any question."
	}
	return s.say("On the other %s neither the middle nor the agreement changed.", counted(n, "question", "questions"))
}
