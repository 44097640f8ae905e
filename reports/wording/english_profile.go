package wording

import (
	"collab/assess"
	"collab/reports/content"
)

// The profile: heads, cells, flags, and the note below it.

// ProfileCaption says what the profile shows.
func (English) ProfileCaption() content.Text {
	return say("Stage today and target, lowest mean first")
}

// LowestFirst heads the names.
func (English) LowestFirst() content.Text { return say("Lowest mean") }

// Mean heads the positions.
func (English) Mean() content.Text { return say("Mean") }

// Interval heads the intervals.
func (English) Interval() content.Text { return say("95% interval") }

// People heads how many people a mean rests on.
func (English) People() content.Text { return say("People") }

// PeopleTold is the same in a sentence.
func (English) PeopleTold(n int) content.Text { return say("%s %s", n, either(n, "person", "people")) }

// Answered heads how many questions were answered.
func (English) Answered() content.Text { return say("Answered") }

// Today is what a filled cell means.
func (English) Today() content.Text { return say("today") }

// Target is what a dashed cell means.
func (English) Target() content.Text { return say("target") }

// AtTarget is said where today's stage is the one wanted.
func (English) AtTarget() content.Text { return say("at target") }

// AboveTarget is said where today's stage is above the one wanted.
func (English) AboveTarget() content.Text { return say("above target") }

// RightAsItIs is said where today's stage is right.
func (English) RightAsItIs() content.Text { return say("right as it is") }

// SplitFlag counts the questions on which a room is split, or was before talking.
func (English) SplitFlag(n int, first bool) content.Text {
	if first {
		return say("%s split at first", n)
	}
	return say("%s %s split", n, either(n, "question", "questions"))
}

// UnknownFlag counts the questions that many do not know.
func (English) UnknownFlag(n int) content.Text {
	return say("%s unknown to many", n)
}

// NotKnownFlag counts the questions that one person does not know.
func (English) NotKnownFlag(n int) content.Text {
	return say("%s not known", n)
}

// FewFlag says that too little was answered to place something.
func (English) FewFlag() content.Text { return say("too few answers") }

// A RowTold is a row of the profile.
type RowTold struct {
	Name, Stage  string       // no stage where too little was answered
	Figure, More content.Text // the mean, and what it rests on
	Target       content.Text
	Lowest       []string // questions
	Flag         content.Text
}

// RowTold is a row of the profile in sentences.
func (e English) RowTold(r RowTold) content.Text {
	if r.Stage == "" {
		return content.Join(say("%s: too few answers.", r.Name), r.Target)
	}
	said := say("%s: %s, %s.", r.Name, r.Figure, e.low(r.Stage))
	if len(r.More) > 0 {
		said = say("%s: %s (%s), %s.", r.Name, r.Figure, r.More, e.low(r.Stage))
	}
	said = content.Join(said, r.Target)
	if len(r.Lowest) > 0 {
		said = say("%s Lowest: %s.", said, listed(inQuotes(r.Lowest)))
	}
	if len(r.Flag) > 0 {
		said = say("%s %s.", said, r.Flag)
	}
	return said
}

// TargetTold says where something is wanted, a number of stages above today, or below.
func (e English) TargetTold(many bool, stage string, gap int) content.Text {
	who := "You want"
	if many {
		who = "The room wants"
	}
	switch {
	case gap > 0:
		return say("%s %s, %s up.", who, e.low(stage), counted(gap, "stage", "stages"))
	case gap < 0:
		return say("%s %s, %s down.", who, e.low(stage), counted(-gap, "stage", "stages"))
	}
	return say("At its target.")
}

// RightTold says that today's stage is right.
func (English) RightTold() content.Text { return say("Right as it is.") }

// BelowMean says why a trait's stage is below its mean.
func (e English) BelowMean(trait string, behind, asked int, next string) content.Text {
	return say("%s %s not reached %s, because %s of the %s questions on it %s not.",
		trait, e.verb([]string{trait}, "has", "have"), e.low(next), number(behind), number(asked), either(behind, "has", "have"))
}

// AboveMean says why a trait's stage is above its mean.
func (e English) AboveMean(trait, stage string) content.Text {
	return say("The middle answers to most questions on %s reach %s, so %s does too, although its mean is lower.", e.low(trait), e.low(stage), e.low(trait))
}

// RolesDiffer says where two roles place a trait.
func (e English) RolesDiffer(trait, low string, at assess.Position, high string, above assess.Position) content.Text {
	return say("Mean on %s by role: %s %s, %s %s.", e.low(trait), e.low(low), at, e.low(high), above)
}
