package wording

import (
	"collab/assess"
	"collab/reports/content"
)

// What was agreed to do, and what became of it.

// Became counts what became of steps.
type Became struct{ Steps, Done, NotYet, Dropped int }

// AgreedHeading says what became of the steps that were agreed last time.
func (English) AgreedHeading(b Became) content.Text {
	steps := say("the %s agreed last time", counted(b.Steps, "step", "steps"))
	switch {
	case b.Done+b.NotYet+b.Dropped == 0:
		return say("%s agreed last time; what became of %s is not noted", capital(counted(b.Steps, "step", "steps")), either(b.Steps, "it", "them"))
	case b.Steps == 1 && b.Done == 1:
		return say("The step agreed last time is done")
	case b.Steps == 1 && b.Dropped == 1:
		return say("The step agreed last time was dropped")
	case b.Steps == 1:
		return say("The step agreed last time is not done yet")
	case b.Done == b.Steps:
		return say("All %s steps agreed last time are done", number(b.Steps))
	case b.Done == 0:
		return say("None of %s is done", steps)
	}
	return say("Of %s, %s %s done", steps, number(b.Done), either(b.Done, "is", "are"))
}

// Taken says who took a step, and by when; nothing where neither is known.
func (e English) Taken(who content.Text, by assess.Date) content.Text {
	switch {
	case by.IsZero():
		return who
	case len(who) == 0:
		return say("by %s", e.Date(by))
	}
	return say("%s, by %s", who, e.Date(by))
}

// BecameOfStep says what became of a step, who had taken it, and why it became so.
func (e English) BecameOfStep(state content.State, who content.Text, by assess.Date, why content.Text) content.Text {
	said := say("*%s*", becameWords[state])
	if state == content.Done {
		by = assess.Date{} // it is over
	}
	if taken := e.Taken(who, by); len(taken) > 0 {
		said = say("%s · %s", said, taken)
	}
	if len(why) > 0 {
		said = say("%s · %s", said, why)
	}
	return said
}

var becameWords = map[content.State]string{
	content.Open: "Not noted", content.Done: "Done", content.NotYet: "Not yet", content.Dropped: "Dropped",
}

// PlanTitle is what a window calls the plan.
func (English) PlanTitle(association content.Text) content.Text {
	return say("%s: what was agreed", association)
}

// PlanHeading says how far the steps are that are to be done now.
func (e English) PlanHeading(agreed assess.Date, b Became, taken int) content.Text {
	closed := b.Done + b.Dropped
	switch {
	case b.Steps == 0:
		return say("Nothing is agreed yet")
	case closed == b.Steps:
		return say("Nothing is left to do of what was agreed on %s", e.Date(agreed))
	case closed > 0:
		return say("%s of the %s agreed on %s %s left to do", capital(number(b.Steps-closed)), counted(b.Steps, "step", "steps"), e.Date(agreed), either(b.Steps-closed, "is", "are"))
	case taken == 0:
		return say("Nobody has taken %s of %s yet", either(b.Steps, "the step", "the steps"), e.Date(agreed))
	case taken < b.Steps:
		return say("%s agreed on %s; %s %s nobody yet", capital(counted(b.Steps, "step", "steps")), e.Date(agreed), number(b.Steps-taken), either(b.Steps-taken, "has", "have"))
	}
	return say("%s agreed on %s, each taken by somebody", capital(counted(b.Steps, "step", "steps")), e.Date(agreed))
}

// HowToAgree says what to do where no plan is there.
func (English) HowToAgree() content.Text {
	return say("The assessment names no step to take.")
}

// AgreedEarlier stands above what was agreed longer ago.
func (English) AgreedEarlier() content.Text { return say("Agreed earlier") }

// AgreedOn heads the steps of an earlier assessment.
func (e English) AgreedOn(agreed assess.Date) content.Text {
	return say("Agreed on %s", e.Date(agreed))
}

// NextAssessment names the day of the assessment to come.
func (e English) NextAssessment(day assess.Date) content.Text {
	return say("Next assessment: %s.", e.Date(day))
}

// AssessAgain is the assessment to come in a calendar.
func (English) AssessAgain(association content.Text) content.Text {
	return say("Assess %s again (collab assess)", association)
}

// TakenBy says in a calendar who took a step.
func (English) TakenBy(who content.Text) content.Text {
	if len(who) == 0 {
		return nil
	}
	return say("Taken by %s", who)
}

// AgreedAfter says in a calendar when a step was agreed.
func (e English) AgreedAfter(agreed assess.Date) content.Text {
	return say("Agreed after the assessment of %s", e.Date(agreed))
}
