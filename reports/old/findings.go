package reports

import (
	"slices"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// The sentences about the whole. All begin with a capital and end with a stop.

// InOneLine is the headline.
func (s story) InOneLine() prose {
	h := s.a.Headline
	switch {
	case h.Stage == 0:
		return s.say("No headline: fewer than two thirds of the traits have enough answers.")
	case h.BetweenLow == 0:
		return s.say("%s.", s.stage(h.Stage))
	case h.BetweenHigh == h.Stage:
		return s.say("%s, close to %s.", s.stage(h.Stage), s.lowStage(h.BetweenLow))
	case h.BetweenLow == h.Stage:
		return s.say("%s, close to %s.", s.stage(h.Stage), s.lowStage(h.BetweenHigh))
	}
	return s.say("%s, close to both %s and %s.", s.stage(h.Stage), s.lowStage(h.BetweenLow), s.lowStage(h.BetweenHigh))
}

// Meaning is what the headline's stage means.
func (s story) Meaning() prose {
	if s.a.Headline.Stage == 0 {
		return ""
	}
	return s.say("%s", s.a.Rubric.Stages[s.a.Headline.Stage-1].Meaning)
}

// Lowest names what is lowest.
func (s story) Lowest() prose {
	switch lowest := s.a.Headline.Lowest; {
	case len(lowest) == 0:
		return ""
	case len(lowest) > 1 && len(lowest) == len(s.a.Traits):
		return "No trait is lower than another."
	default:
		return s.say("Lowest: %s.", s.names(lowest))
	}
}

// HeldDown names what holds the headline below most of the traits.
func (s story) HeldDown() prose {
	capped := s.a.Headline.CappedBy
	if len(capped) == 0 {
		return ""
	}
	return s.say("Most traits stand higher; %s %s the headline down.", s.names(capped), either(len(capped), "holds", "hold"))
}

// Borderline tells how firm the headline is.
func (s story) Borderline() prose {
	h := s.a.Headline
	if h.BetweenLow == 0 {
		return ""
	}
	return s.say("%s moved by one stage could put it between %s and %s.",
		s.voice("One answer", "The middle answer to one question"), s.lowStage(h.BetweenLow), s.lowStage(h.BetweenHigh))
}

// Incomplete tells that questions were left out.
func (s story) Incomplete() prose {
	if s.a.Mode != assess.Solo {
		return ""
	}
	open := s.a.Unanswered()
	if open == 0 {
		return ""
	}
	return s.say("Incomplete: %s of %s %s unanswered.", inWords(open), counted(s.a.Asked(), "question", "questions"), either(open, "is", "are"))
}

// NotPlaced names what has too few answers for a position; empty where nothing has
// one, for then there is no headline, and that says so.
func (s story) NotPlaced() prose {
	var some []string
	all := s.a.Placements()
	for _, p := range all {
		switch {
		case p.Position > 0:
		case s.room():
			some = append(some, s.few(p.Dimension))
		default:
			some = append(some, s.few(p.Dimension)+" ("+answered(p.Base)+")")
		}
	}
	if len(some) == 0 || len(some) == len(all) {
		return ""
	}
	return s.say("Not enough answers to say where %s %s.", listed(some), either(len(some), "stands", "stand"))
}

// NotKnown tells how many answers are not known and what they could move.
func (s story) NotKnown() prose {
	n := len(s.a.Unknowns)
	switch {
	case s.room():
		return s.Doubts()
	case n == 0:
		return ""
	}
	return join(s.say("%s %s not known.", sentence(counted(n, "answer", "answers")), either(n, "is", "are")), s.CouldMove())
}

// CouldMove tells what headline the unknown answers could still give.
func (s story) CouldMove() prose {
	h := s.a.Headline
	switch {
	case h.UnknownHigh == 0:
		return ""
	case h.UnknownLow == h.UnknownHigh:
		return s.say("Either way the headline is %s.", s.lowStage(h.UnknownLow))
	}
	return s.say("The headline could be anything from %s to %s.", s.lowStage(h.UnknownLow), s.lowStage(h.UnknownHigh))
}

// Unknown is the same in few words.
func (s story) Unknown() prose {
	h, n := s.a.Headline, len(s.a.Unknowns)
	count := sentence(counted(n, "answer", "answers"))
	switch {
	case n == 0:
		return ""
	case h.UnknownHigh == 0:
		return s.say("%s.", count)
	case h.UnknownLow == h.UnknownHigh:
		return s.say("%s; either way the headline is %s.", count, s.lowStage(h.UnknownLow))
	}
	return s.say("%s; the headline is from %s to %s.", count, s.lowStage(h.UnknownLow), s.lowStage(h.UnknownHigh))
}

// TalkAhead sets what is written against what is done.
func (s story) TalkAhead() prose {
	switch s.a.Headline.TalkAhead {
	case assess.Yes:
		return s.say("Talk is ahead of practice: closer collaboration is a written objective, and practice stands at %s.",
			s.lowStage(s.a.Headline.Stage))
	case assess.No:
		return s.say("Practice keeps up with talk: closer collaboration is a written objective, and practice stands at %s.",
			s.lowStage(s.a.Headline.Stage))
	}
	return ""
}

// Sides tells where work within the association stands higher than work
// between associations, and where lower.
func (s story) Sides() prose {
	var higher, lower, level []string
	for _, t := range s.a.Traits {
		switch {
		case t.Within == 0 || t.Between == 0:
		case t.Within > t.Between:
			higher = append(higher, t.Dimension.ID)
		case t.Within < t.Between:
			lower = append(lower, t.Dimension.ID)
		default:
			level = append(level, t.Dimension.ID)
		}
	}
	return join(
		s.about(s.voice("You are further on within the association than between associations in %s.",
			"Work within the association stands higher than work between associations in %s."), higher),
		s.about(s.voice("You are further on between associations in %s.",
			"Work between associations stands higher in %s."), lower),
		s.about("Both sides are level in %s.", level))
}

// about is a sentence about dimensions, empty where there are none.
func (s story) about(format string, ids []string) prose {
	if len(ids) == 0 {
		return ""
	}
	return s.say(format, s.names(ids))
}

// on is the same where a sentence says in what something is: a trait, or on the
// spectrum.
func (s story) on(format string, ids []string) prose {
	var some []string
	traits := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == rubric.SpectrumID })
	if len(traits) > 0 {
		some = append(some, "in "+s.names(traits))
	}
	if len(traits) < len(ids) {
		some = append(some, "on "+s.names([]string{rubric.SpectrumID}))
	}
	if len(some) == 0 {
		return ""
	}
	return s.say(format, listed(some))
}

// Wishes tells how far today is from what is wanted.
func (s story) Wishes() prose {
	k := s.a.Rubric.K()
	var right []string
	byGap := make(map[int][]string)
	for _, p := range s.a.Placements() {
		switch {
		case p.Target == assess.TodayIsRight:
			right = append(right, p.Dimension.ID)
		case p.HasGap:
			byGap[p.Gap] = append(byGap[p.Gap], p.Dimension.ID)
		}
	}
	var said []prose
	for gap := k - 1; gap >= 1; gap-- {
		said = append(said, s.on(s.voice("You want ", "The room wants ")+counted(gap, "stage", "stages")+" more %s.", byGap[gap]))
	}
	said = append(said, s.about("Today is right for %s.", right))
	said = append(said, s.on(s.voice("You are where you want to be %s.", "The room is where it wants to be %s."), byGap[0]))
	for gap := -1; gap > -k; gap-- {
		said = append(said, s.on(s.voice("You have more than you need %s: where could you stop?",
			"There is more than the room needs %s: what could stop?"), byGap[gap]))
	}
	return join(append(said, s.unaimed())...)
}

// unaimed names what matters most and was given no target.
func (s story) unaimed() prose {
	var ids []string
	for _, id := range s.a.TopTwo() {
		if p, _ := s.a.Placement(id); p.Target == assess.NoTarget {
			ids = append(ids, id)
		}
	}
	return s.about(s.voice("You chose %s as what matters most and set no target for ", "The room chose %s as what matters most and set no target for ")+
		either(len(ids), "it", "them")+".", ids)
}

// JointWork tells what the answers to the spectrum are about.
func (s story) JointWork() prose {
	j := s.a.JointWork
	switch {
	case s.a.Spectrum == nil:
		return ""
	case s.a.Spectrum.None:
		return s.say("There was no joint work, so it stands at the first stage, %s.", s.lowStage(1))
	case j == assess.JointWork{}:
		return ""
	case j.About == "":
		return s.aboutJointWork("Joint work")
	}
	return s.aboutJointWork(j.About)
}

func (s story) aboutJointWork(name string) prose {
	j, r := s.a.JointWork, s.a.Rubric
	var more []string
	if j.Scope != "" {
		more = append(more, s.low(rubric.NameOf(r.JointWork.Scopes, j.Scope)))
	}
	if j.Purpose != "" {
		more = append(more, "mainly: "+s.low(rubric.NameOf(r.JointWork.Purposes, j.Purpose)))
	}
	if len(more) == 0 {
		return s.say("%s.", name)
	}
	return s.say("%s (%s).", name, strings.Join(more, "; "))
}

// Pull names the attributes that hold the joint work back and those that run ahead.
func (s story) Pull() prose {
	if s.a.Spectrum == nil {
		return ""
	}
	return join(
		s.pull("Holding back", s.a.Spectrum.Behind),
		s.pull("Running ahead", s.a.Spectrum.Ahead))
}

func (s story) pull(what string, ids []string) prose {
	if len(ids) == 0 {
		return ""
	}
	return s.say("%s: %s.", what, listed(s.questionNames(ids)))
}
