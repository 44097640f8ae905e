package wording

import (
	"strings"

	"collab/assess"
	"collab/reports/content"
)

// The headline and the lines below it.

// Headline says at what stage an association is, and what is lowest. Stages has none
// where too little was answered, one, or the two that it is between. All is true where
// no trait is lower than another.
func (e English) Headline(association content.Text, stages, lowest []string, all bool) content.Text {
	where := say("%s: too little was answered to name a stage", association)
	switch len(stages) {
	case 1:
		where = say("%s is at the %s stage", association, e.low(stages[0]))
	case 2:
		where = say("%s is between %s and %s", association, e.low(stages[0]), e.low(stages[1]))
	}
	switch {
	case len(lowest) == 0 || len(stages) == 0:
		return where
	case all:
		return say("%s; no trait is lower than another", where)
	}
	return say("%s; %s %s lowest", where, e.names(lowest), e.verb(lowest, "is", "are"))
}

// HeadlineOfShared says the same where most traits have the lowest mean.
func (e English) HeadlineOfShared(association content.Text, stages []string, n, of int) content.Text {
	return say("%s; %s of %s traits share the lowest mean", e.Headline(association, stages, nil, false), number(n), number(of))
}

// TheAssociation stands for a name that is too long for a headline.
func (English) TheAssociation() content.Text { return say("The association") }

// StageMeans says what a stage is.
func (e English) StageMeans(stage, meaning string) content.Text {
	return say("%s: %s", stage, e.low(meaning))
}

// TalkAhead sets what is written against what is done.
func (English) TalkAhead() content.Text {
	return say("Closer collaboration is a written objective but not yet done in practice.")
}

// TalkMatched is said where what is done keeps up with what is written.
func (English) TalkMatched() content.Text {
	return say("Closer collaboration is a written objective, and practice keeps up with it.")
}

// Capped says what holds the overall stage below most traits.
func (e English) Capped(traits []string) content.Text {
	return say("Most traits are higher, but %s %s the overall stage down, which is never more than one stage above the lowest trait.",
		e.names(traits), e.verb(traits, "holds", "hold"))
}

// Borderline says that the stage is not firm, and what others it could be; the headline
// names the range.
func (e English) Borderline(stage string, others []string) content.Text {
	return say("Today’s answers give %s. If a few answers changed, it would be %s.",
		e.low(stage), strings.Join(e.lows(others), " or "))
}

// Unanswered counts what one person left open.
func (English) Unanswered(open, asked int) content.Text {
	return say("%s of %s questions %s unanswered.", capital(number(open)), asked, either(open, "is", "are"))
}

// RoomAgrees says on how many questions a room agrees; first that it is about the answers
// before talking.
func (English) RoomAgrees(agreed, asked int, first bool) content.Text {
	return say("%s.", roomAgrees(agreed, asked, first))
}

// RoomAgreesAndWants says the same, and which traits it wants furthest on.
func (e English) RoomAgreesAndWants(agreed, asked int, first bool, traits []string, stages int) content.Text {
	said := roomAgrees(agreed, asked, first)
	wants := say("wants %s %s higher", e.names(traits), counted(stages, "stage", "stages"))
	if agreed == 0 || first {
		return say("%s; it %s.", said, wants)
	}
	return say("%s and %s.", said, wants)
}

func roomAgrees(agreed, asked int, first bool) content.Text {
	on := say("%s of %s questions", agreed, asked)
	switch agreed {
	case 0:
		on = say("none of %s questions", asked)
	case asked:
		on = say("all %s questions", asked)
	}
	if first {
		return say("Before talking, the room agreed on %s", on)
	}
	return say("The room agrees on %s", on)
}

// Highest says what stands highest, and at what stage.
func (e English) Highest(traits []string, stage string) content.Text {
	return say("%s %s highest, at %s.", capital(e.names(traits)), e.verb(traits, "stands", "stand"), e.low(stage))
}

// UnknownsMatter says what the answers that are not known could make of the stage.
func (e English) UnknownsMatter(n int, low, high string) content.Text {
	unknown := say("You answered “I don’t know” %s", times(n))
	if low == high {
		return say("%s; knowing the %s would not change the overall stage.", unknown, either(n, "answer", "answers"))
	}
	return say("%s; knowing more could give any overall stage from %s to %s.", unknown, e.low(low), e.low(high))
}

// times says how often.
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return number(n) + " times"
}

// What people met.

// HurdleHeading names what was most in the way.
func (e English) HurdleHeading(hurdle string) content.Text {
	return say("What got in the way most: %s", e.low(hurdle))
}

// HurdleOfOne says by what sign it was known, and a way out.
func (e English) HurdleOfOne(sign, counter string) content.Text {
	return say("%s One way out: %s", sign, e.low(counter))
}

// HurdleOfRoom says how many met it and call it the worst, and a way out.
func (e English) HurdleOfRoom(met, people, worst int, counter string) content.Text {
	return say("%s One way out: %s", hadProblem(met, people, worst), e.low(counter))
}

// hadProblem says how many met a hurdle, and for how many it was the worst.
func hadProblem(met, people, worst int) content.Text {
	had := say("%s of %s had this problem", capital(number(met)), number(people))
	switch {
	case worst == 0:
		return say("%s.", had)
	case worst < met:
		return say("%s; %s said it was the worst.", had, number(worst))
	case met == 1:
		return say("%s and said it was the worst.", had)
	}
	return say("%s; %s said it was the worst.", had, everybody(met))
}

// What to talk about.

// SplitHeading says how many questions split a room.
func (English) SplitHeading(n int) content.Text {
	return say("%s %s the room", capital(counted(n, "question", "questions")), either(n, "splits", "split"))
}

// SplitAtFirstHeading says how many questions split a room before it talked, how many of
// them still do, and on how many it agrees since. On others answers are mixed.
func (English) SplitAtFirstHeading(n, still, agreed int) content.Text {
	questions := counted(n, "question", "questions")
	switch {
	case agreed == n:
		return say("People split on %s and agreed after talking", questions)
	case still == n:
		return say("%s still %s the room after talking", capital(questions), either(n, "splits", "split"))
	case still == 0:
		return say("%s split the room at first, but not after talking", capital(questions))
	}
	return say("%s split the room at first; %s still %s", capital(questions), number(still), either(still, "does", "do"))
}

// MixedHeading stands above one of the questions with mixed answers: it says how many
// have them, or had before talking.
func (English) MixedHeading(n int, first bool) content.Text {
	switch {
	case first:
		return say("Before talking, %s mixed answers", counted(n, "question had", "questions had"))
	case n > 1:
		return say("This question and %s have mixed answers", counted(n-1, "other", "others"))
	}
	return say("One question has mixed answers")
}

// AfterTalking stands before what most people chose in a second round.
func (English) AfterTalking() content.Text { return say("After talking:") }

// AfterTalkingTold is the same with its count, for those who listen.
func (English) AfterTalkingTold(n int) content.Text {
	return say("After talking, %s chose:", n)
}

// UnknownHeading says how much many do not know, or did not before talking; beside each
// stands how many.
func (English) UnknownHeading(n int, first bool) content.Text {
	return say("%s that many people %s", capital(counted(n, "thing", "things")), doNotKnow(first))
}

func doNotKnow(first bool) string {
	if first {
		return "did not know before talking"
	}
	return "do not know"
}

// LookUp is a question with where to look for its answer.
func (e English) LookUp(question, where string) content.Text {
	if where == "" {
		return say("%s", question)
	}
	return say("%s _Look at: %s_", question, e.low(where))
}

// LowestAnswersHeading stands above the lowest answers of one person; all says that
// there are no more at that stage.
func (English) LowestAnswersHeading(n int, all bool) content.Text {
	switch {
	case n == 1:
		return say("Your lowest answer, in the words you chose")
	case all:
		return say("Your %s lowest answers, in the words you chose", number(n))
	}
	return say("%s of your lowest answers, in the words you chose", capital(number(n)))
}

// YourNote is what one person noted at an answer.
func (English) YourNote(note content.Text) content.Text { return say("Your note: “%s”", note) }

// FindOutHeading says how much one person does not know and could back up.
func (English) FindOutHeading(unknown, unproven int) content.Text {
	switch {
	case unproven == 0:
		return say("%s to find out", capital(counted(unknown, "thing", "things")))
	case unknown == 0:
		return say("%s an example", capital(counted(unproven, "answer needs", "answers need")))
	}
	return say("%s to find out, and %s an example", capital(counted(unknown, "thing", "things")), counted(unproven, "answer that needs", "answers that need"))
}

// BackUp asks for an example of an answer at the last stage.
func (English) BackUp(question string) content.Text {
	return say("%s _You chose the last description: write down an example._", question)
}

// The foot.

// FilledMeans explains the cells of a profile.
func (English) FilledMeans() content.Text {
	return say("Filled: today’s stage, not the average.")
}

// DashedMeans explains the dashed cells.
func (English) DashedMeans(mode assess.Mode, months int) content.Text {
	if mode == assess.Solo {
		return say("Dashed: where you want to be in %s months.", months)
	}
	return say("Dashed: where the room wants to be in %s months.", months)
}

// FirstAnswers says of which round the figures of a page are where people answered again.
func (English) FirstAnswers() content.Text {
	return say("Stages and means are from the answers before talking.")
}

// MeanMeans explains the figures behind the cells.
func (English) MeanMeans(stages int, interval bool) content.Text {
	if interval {
		return say("Mean: average of the answers (1 to %s), not a grade. 95% interval: the likely range of the mean if everyone had answered.", stages)
	}
	return say("Mean: average of the answers (1 to %s), not a grade.", stages)
}

// SpectrumMeans says what the spectrum is about.
func (e English) SpectrumMeans(name string, questions int, about content.Text) content.Text {
	if len(about) == 0 {
		return say("%s: %s about one piece of joint work.", name, counted(questions, "question", "questions"))
	}
	return say("%s: %s about “%s”.", name, counted(questions, "question", "questions"), about)
}

// SquaresMean explains the marks of the forms.
func (English) SquaresMean() content.Text {
	return say("Squares: conditions met (filled), missing (empty) or not known (dotted).")
}

// NotValidated says what nobody has shown yet.
func (English) NotValidated() content.Text {
	return say("This questionnaire has not yet been validated on a sample of associations.")
}

// Reference is by what a print-out is matched with its file.
func (English) Reference(reference string) content.Text {
	return say("Report reference %s.", reference)
}
