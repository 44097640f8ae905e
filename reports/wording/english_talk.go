package wording

import (
	"strings"

	"collab/assess"
	"collab/reports/content"
)

// What a room should talk about, and what talking changed.

// TalkHeading says on how many questions talking changed the answers, and on how many
// of these the room agrees since.
func (English) TalkHeading(changed, settled int) content.Text {
	questions := counted(changed, "question", "questions")
	switch {
	case changed == 0:
		return say("Talking changed no question")
	case settled == 0:
		return say("Talking changed the answers to %s, but the room does not agree yet", questions)
	case settled == changed:
		return say("After talking, the room agrees on %s", counted(changed, "more question", "more questions"))
	}
	return say("Talking changed the answers to %s; the room now agrees on %s of them", questions, number(settled))
}

// TopicsHeading says how many questions are worth talking about; more says that others
// stand on an earlier page.
func (English) TopicsHeading(n int, more bool) content.Text {
	if more {
		return say("%s worth talking about", capital(counted(n, "more question is", "more questions are")))
	}
	return say("%s worth talking about", capital(counted(n, "question is", "questions are")))
}

// AnsweredAgain says who answered after talking, and what these answers are for.
func (English) AnsweredAgain(people int) content.Text {
	return say("%s answered again after talking. All stages and means in this report are from the first answers, given before anyone talked.",
		capital(counted(people, "person", "people")))
}

// NoTalkShown says that nothing of a second round may be shown.
func (English) NoTalkShown() content.Text {
	return say("Too few people answered any question both times, so the two rounds are not compared.")
}

// TalkCaption says what the table of both rounds shows.
func (English) TalkCaption() content.Text {
	return say("How many people chose each stage, before and after talking")
}

// Before names the first answers.
func (English) Before() content.Text { return say("Before talking") }

// After names the second answers.
func (English) After() content.Text { return say("After talking") }

// Unmoved says on how many of the questions compared the middle answer and the agreement
// are as before, and how many were asked again and are not compared.
func (English) Unmoved(n, compared, withheld int) content.Text {
	said := say("On %s, talking changed little.", counted(n, "other question", "other questions"))
	if n == compared {
		said = say("On all %s, talking changed little.", counted(n, "question", "questions"))
	}
	if withheld == 0 {
		return said
	}
	return say("%s %s not compared, as too few people answered.", said, capital(counted(withheld, "question is", "questions are")))
}

// TopicHeading says why some questions are worth talking about. More says that others of
// the kind stand on an earlier page; again that they were talked about before; all that
// there are no others.
func (English) TopicHeading(about assess.Occasion, n int, more, again, all bool) content.Text {
	questions := capital(counted(n, "question", "questions"))
	if more {
		questions = capital(counted(n, "more question", "more questions"))
	}
	switch {
	case about == assess.AboutSplit && again:
		return say("%s now %s the room", questions, either(n, "splits", "split"))
	case about == assess.AboutSplit:
		return say("%s %s the room", questions, either(n, "splits", "split"))
	case about == assess.AboutTarget:
		return say("%s %s furthest below target", questions, either(n, "stands", "stand"))
	case !all:
		return say("%s %s the most mixed answers", questions, either(n, "has", "have"))
	}
	if more {
		return say("The other %s with mixed answers", either(n, "question", number(n)+" questions"))
	}
	return say("%s %s mixed answers", questions, either(n, "has", "have"))
}

// LatestCounts says of what round the counts below are.
func (English) LatestCounts() content.Text {
	return say("If a question was asked again, the counts here are from the answers after talking.")
}

// TargetPrefix stands before the description of the stage that is wanted.
func (English) TargetPrefix() content.Text { return say("Target:") }

// ChoseTarget is the same with its count, for those who listen.
func (English) ChoseTarget(n int) content.Text {
	return say("%s %s chose the target:", n, either(n, "person", "people"))
}

// MoreUnknownHeading says how much more many do not know, or did not before talking.
func (English) MoreUnknownHeading(n int, first bool) content.Text {
	return say("%s that many %s", capital(counted(n, "more thing", "more things")), doNotKnow(first))
}

// BeforeAndAfterTitle is what a window calls what talking changed.
func (English) BeforeAndAfterTitle(association content.Text) content.Text {
	return say("%s: before and after talking", association)
}

// DescriptionsCaption says what the table of one question shows.
func (English) DescriptionsCaption() content.Text {
	return say("How many people chose each description, before and after talking")
}

// TalkItem is a question with what talking did to it, in the list of all.
func (e English) TalkItem(name string, outcome content.Text) content.Text {
	return say("%s: %s", name, uncapitalized(outcome))
}

func uncapitalized(t content.Text) content.Text {
	if len(t) == 0 {
		return t
	}
	first := t[0]
	first.Text = strings.ToLower(first.Text[:1]) + first.Text[1:]
	return append(content.Text{first}, t[1:]...)
}

// TalkOutcome says how far a room agreed on one question before and after talking. Mixed
// is neither agreed nor split.
func (English) TalkOutcome(t assess.Talk) content.Text {
	if t.Label == t.NowLabel && t.Median != t.Now && t.Label == assess.Agree {
		return say("The room agrees, on another description than before")
	}
	if said := talkOutcomes[[2]assess.Label{t.Label, t.NowLabel}]; said != "" {
		return say("%s", said)
	}
	return say("Before and after talking") // too few answered to judge
}

var talkOutcomes = map[[2]assess.Label]string{
	{assess.Split, assess.Agree}: "The room was split; now it agrees",
	{assess.Split, assess.Mixed}: "The room was split; now answers are mixed",
	{assess.Split, assess.Split}: "The room is still split",
	{assess.Mixed, assess.Agree}: "Answers were mixed; now the room agrees",
	{assess.Mixed, assess.Mixed}: "Answers are still mixed",
	{assess.Mixed, assess.Split}: "Answers were mixed; now the room is split",
	{assess.Agree, assess.Agree}: "The room agreed, and still does",
	{assess.Agree, assess.Mixed}: "The room agreed; now answers are mixed",
	{assess.Agree, assess.Split}: "The room agreed; now it is split",
}
