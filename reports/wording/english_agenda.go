package wording

import (
	"collab/assess"
	"collab/reports/content"
)

// What a room, or a board, should talk about.

// AgendaTitle is what a window calls an agenda.
func (English) AgendaTitle(association content.Text) content.Text {
	return say("%s: what to talk about", association)
}

// AgendaHeading counts the questions of an agenda, and says how long they take.
func (English) AgendaHeading(questions, minutes int) content.Text {
	return say("%s to talk about, in about %s minutes", capital(counted(questions, "question", "questions")), minutes)
}

// NothingToTalkAbout says that an agenda is empty, and why.
func (English) NothingToTalkAbout(agreed bool) content.Text {
	if agreed {
		return say("The room agrees, and nothing stands below its target: no question needs discussion")
	}
	return say("Too little was answered to say what is worth talking about")
}

// EmptyAgenda says what to do where there is nothing to talk about.
func (English) EmptyAgenda(agreed bool) content.Text {
	if agreed {
		return say("Use the time for the steps in the report: who takes which, and by when.")
	}
	return say("Ask more people, or ask again once more is known.")
}

// AgendaItem is a question with its minutes, in the list of all.
func (e English) AgendaItem(name string, why content.Text, minutes int) content.Text {
	return say("%s: %s (%s minutes)", name, why, minutes)
}

// WhyTalk says why a question is worth talking about. Still says that it was talked
// about before; stages is how far it is below its target.
func (English) WhyTalk(about assess.Occasion, still bool, stages int) content.Text {
	switch {
	case about == assess.AboutSplit && still:
		return say("the room is still split")
	case about == assess.AboutTarget:
		return say("%s below the target", counted(stages, "stage", "stages"))
	}
	return say("%s", occasions[about])
}

var occasions = map[assess.Occasion]string{
	assess.AboutSplit: "the room is split",
	assess.AboutMixed: "answers are mixed",
}

// TopicDeck says what a question is about, why it is worth talking about, and how long.
func (English) TopicDeck(trait string, why content.Text, minutes int) content.Text {
	return say("%s: %s. About %s minutes.", trait, why, minutes)
}

// TopicBase says how many gave a stage, how many of them chose none of those shown, and
// how many do not know. Again says that it is about their second answers.
func (English) TopicBase(answered, others, unknown int, again bool) content.Text {
	said := say("%s answered", counted(answered, "person", "people"))
	if again {
		said = say("%s again", said)
	}
	switch {
	case others > 0 && others < answered:
		said = say("%s: %s chose a description shown here, %s chose others", said, number(answered-others), number(others))
	case others > 0:
		said = say("%s and chose none of those shown", said)
	}
	said = capitalized(say("%s.", said))
	if unknown > 0 {
		said = say("%s %s more %s not know.", said, capital(number(unknown)), either(unknown, "does", "do"))
	}
	return said
}

// capitalized begins a sentence.
func capitalized(t content.Text) content.Text {
	if len(t) > 0 {
		t[0].Text = capital(t[0].Text)
	}
	return t
}

// WhoSpeaks says who speaks first on a question. Few says that only one or two people
// chose the first or the last description: they would have to say who they are.
func (English) WhoSpeaks(few bool) content.Text {
	if few {
		return say("Nobody has to say what they chose. What evidence is there for each description?")
	}
	return say("Nobody has to say what they chose. Whoever has an example of one of these, please begin.")
}

// AgendaHow says how to use an agenda with a room.
func (English) AgendaHow() content.Text {
	return say("Take one question at a time. Read the descriptions and hear examples. Then let everybody answer the question once more, each alone.")
}

// OfBoard.

// BoardAgendaHeading counts what a board should talk about where one person answered.
func (English) BoardAgendaHeading(n int) content.Text {
	return say("%s for the board to talk about", capital(counted(n, "thing", "things")))
}

// BoardAgendaHow says why, and how to use it.
func (English) BoardAgendaHow() content.Text {
	return say("One person answered, and leaders tend to be optimistic. On each point, ask how others see it before anyone says what was answered.")
}

// DoWeSeeIt asks a board whether it sees the whole as one person does.
func (English) DoWeSeeIt() content.Text { return say("Do we see it the same way?") }

// LowestTold are the lowest answers, to be checked.
func (English) LowestTold() content.Text {
	return say("These answers are lowest. Would you choose the same description, and can you name an example?")
}

// WhoCanFindOut asks who looks up what one person does not know.
func (English) WhoCanFindOut() content.Text { return say("Who can find out what is not known?") }

// WhatIsNext asks who takes a step.
func (English) WhatIsNext(n int) content.Text {
	return say("Who takes %s, and by when?", either(n, "this step", "which step"))
}

// WhatDoWeNeed asks whether a board wants what one person wants.
func (English) WhatDoWeNeed() content.Text { return say("Are these the right targets?") }

// TargetsTold says what one person wants.
func (English) TargetsTold(months int) content.Text {
	return say("Targets for the next %s months. The last stage is not the goal: what would we gain by moving up?", months)
}

// WantedItem is a trait with today's stage and the one wanted.
func (e English) WantedItem(trait, now, target string) content.Text {
	return say("%s: %s today, %s wanted.", trait, e.low(now), e.low(target))
}
