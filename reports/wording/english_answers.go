package wording

import (
	"collab/assess"
	"collab/reports/content"
)

// All answers.

// RoomAnswersHeading says on how many questions a room is split or mixed, and on how many
// many do not know.
func (English) RoomAnswersHeading(split, mixed, unknown int) content.Text {
	head := say("No question is split or mixed")
	switch {
	case split > 0 && mixed > 0 && unknown > 0:
		return say("%s split, %s mixed, %s not known to many", capital(counted(split, "question is", "questions are")), number(mixed), number(unknown))
	case split > 0 && mixed > 0:
		head = say("%s split and %s mixed", capital(counted(split, "question is", "questions are")), number(mixed))
	case split > 0:
		head = say("%s split", capital(counted(split, "question is", "questions are")))
	case mixed > 0:
		head = say("%s mixed", capital(counted(mixed, "question is", "questions are")))
	}
	if unknown == 0 {
		return head
	}
	return say("%s; %s not known to many", head, either(unknown, "one is", number(unknown)+" are"))
}

// FewJudgedHeading is said where too few answered to judge how far they agree.
func (English) FewJudgedHeading() content.Text {
	return say("Answers to every question, as counts")
}

// BeforeTalking says of a heading that it is about the answers before talking.
func (English) BeforeTalking(heading content.Text) content.Text {
	return say("Before talking: %s", uncapitalized(heading))
}

// HeatCaption says what the table of answers shows.
func (English) HeatCaption() content.Text {
	return say("How many people chose each stage, question by question")
}

// WhatMembersGain heads the benefit areas.
func (English) WhatMembersGain() content.Text { return say("Benefits to members") }

// LabelOf says how far a room agrees on a question; nothing where it agrees, or cannot
// be judged.
func (English) LabelOf(l assess.Label) content.Text { return say("%s", labels[l]) }

var labels = map[assess.Label]string{
	assess.Split:    "split",
	assess.Mixed:    "mixed",
	assess.Withheld: "withheld",
}

// LabelInFull is the same, and says of agreement too that there is some.
func (e English) LabelInFull(l assess.Label) content.Text {
	if l == assess.Agree {
		return say("agreed")
	}
	return e.LabelOf(l)
}

// HeatFoot explains the table of answers.
func (e English) HeatFoot(people int, judged bool) content.Text {
	said := say("Each figure is how many of %s people chose that description; the stronger the color, the more people.", people)
	if !judged {
		return said
	}
	return say("%s No mark: answers are close together.", said)
}

// DoesNotApplyTo says how many answers say that a question does not apply, and to which.
func (e English) DoesNotApplyTo(answers int, questions []string) content.Text {
	return say("“Does not apply”: %s, on %s.", counted(answers, "answer", "answers"), firstQuestions(questions))
}

// One person.

// AnswersHeading names the stages that most of one person's answers describe: one, two,
// or none where they are spread.
func (e English) AnswersHeading(stages []string) content.Text {
	switch len(stages) {
	case 1:
		return say("Most answers describe %s", e.low(stages[0]))
	case 2:
		return say("Most answers describe %s or %s", e.low(stages[0]), e.low(stages[1]))
	}
	return say("The answers are spread over the stages")
}

// NoStageChosen is said where no answer is a stage.
func (English) NoStageChosen() content.Text { return say("No answer matches a stage") }

// A StageCount is how many answers are at a stage.
type StageCount struct {
	Stage string
	N     int
}

// AnswersCounted says how many of one person's answers are at each stage, and how many
// have none.
func (e English) AnswersCounted(scored int, at []StageCount, unknown, not, open int) content.Text {
	var said, rest []string
	for _, c := range at {
		if c.N > 0 {
			said = append(said, number(c.N)+" "+e.low(c.Stage))
		}
	}
	for _, r := range []struct {
		n          int
		one, other string
	}{{unknown, "is “I don’t know”", "are “I don’t know”"}, {not, "is “does not apply”", "are “does not apply”"}, {open, "is unanswered", "are unanswered"}} {
		if r.n > 0 {
			rest = append(rest, number(r.n)+" "+either(r.n, r.one, r.other))
		}
	}
	var all content.Text
	if scored > 0 {
		all = say("%s a stage: %s.", capital(counted(scored, "answer matches", "answers match")), listed(said))
	}
	if len(rest) > 0 {
		all = content.Join(all, say("%s.", capital(listed(rest))))
	}
	return all
}

// QuestionHead heads the questions.
func (English) QuestionHead() content.Text { return say("Question") }

// ChosenHead heads what was chosen.
func (English) ChosenHead() content.Text { return say("What you chose") }

// StageHead heads the stages.
func (English) StageHead() content.Text { return say("Stage") }

// StageAndMean is where a dimension stands.
func (e English) StageAndMean(stage string, mean assess.Position) content.Text {
	if stage == "" {
		return say("too few answers")
	}
	return say("%s, mean %s", e.low(stage), mean)
}

// SpectrumGroup heads the answers about joint work.
func (English) SpectrumGroup(name string, about content.Text) content.Text {
	if len(about) == 0 {
		return say("%s", name)
	}
	return say("%s: “%s”", name, about)
}

// Quoted is a note as it was typed.
func (English) Quoted(note content.Text) content.Text { return say("“%s”", note) }

// LookAt says where the answer may be found.
func (e English) LookAt(where string) content.Text { return say("Look at: %s", e.low(where)) }

// NoteAnExample asks for an example of an answer at the last stage.
func (English) NoteAnExample() content.Text {
	return say("The last description: write down an example.")
}

// MarksMean explains the marks and quotations.
func (e English) MarksMean(stages []string, notes bool) content.Text {
	said := say("The marks stand for %s, and are filled up to the answer you chose.", e.series(stages))
	if notes {
		said = say("%s In quotation marks: your own notes.", said)
	}
	return said
}
