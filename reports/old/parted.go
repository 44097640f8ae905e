package reports

import (
	"collab/assess"
	"collab/rubric"
)

// A position is a mean and a stage goes by order, so the two may lie apart. The
// picture draws the position; where the stage is another it is said beside it.

const byOrder = prose("A stage goes by order and not by the mean: it is the highest that most of the answers reach, with none more than one stage behind.")

// Parted tells why a dimension's stage is not the one that its position lies
// at; empty where no more than half a stage is between them.
func (s story) Parted(p assess.Placement) prose {
	above := int(p.Position) - 100*p.Stage
	if p.Position == 0 || p.Stage == 0 || above <= 50 && above >= -50 {
		return ""
	}
	return s.say("The mean is %s, yet the stage is %s: %s.", p.Position, s.lowStage(p.Stage), s.whyParted(p, above > 0))
}

// whyParted is what keeps a stage below the mean, or above it: one person's mean is
// never below the stage, but a room's stage rests on the middle answers alone.
func (s story) whyParted(p assess.Placement, above bool) prose {
	switch {
	case p.Dimension.Kind == rubric.Spectrum:
		return "it is that of the middle attribute"
	case !above:
		return "the middle answers to most of its questions reach it"
	case len(p.Lift.Questions) == p.Base.Ranked:
		return s.say("the middle answer to none of its questions reaches %s", s.lowStage(p.Lift.To))
	}
	return s.say("held back by %s", listed(s.questionNames(p.Lift.Questions)))
}

// stays is true where the wish is to stay, so that there is no way to draw:
// today's answers may lie to either side of the stage they amount to.
func stays(p assess.Placement) bool {
	return p.Target == assess.TodayIsRight || p.HasGap && p.Gap == 0
}
