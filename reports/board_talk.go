package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
)

// What a board page says in the words that people chose: what a room is split on, what
// it does not know; one person's lowest answers.

// mostQuestions is how many questions fit into a column of the board page.
const mostQuestions = 3

func (t *assessmentText) talkBoxes() []content.Box {
	if !t.many() {
		return present(t.lowestAnswersBox())
	}
	return present(t.splitBox(), t.unknownBox())
}

// splitBox shows what splits a room or, where nothing does, the first mixed question.
func (t *assessmentText) splitBox() content.Box {
	split, mixed := t.split(), t.Labelled(assess.Mixed)
	box := content.Box{}
	switch {
	case len(split) > 0:
		box.Heading = t.splitHeading(split)
		for _, q := range split[:min(len(split), mostQuestions)] {
			box.Blocks = append(box.Blocks, t.camps(q))
		}
	case len(mixed) > 0:
		box.Heading = t.words.MixedHeading(len(mixed), t.again())
		box.Blocks = append(box.Blocks, t.camps(mixed[0]))
	}
	return box
}

// talk is what a second round says to a question.
func (t *assessmentText) talk(q assess.Question) (assess.Talk, bool) {
	at := t.Rubric.Index(q.ID)
	i := slices.IndexFunc(t.Talks, func(talk assess.Talk) bool { return talk.Question == at })
	if i < 0 {
		return assess.Talk{}, false
	}
	return t.Talks[i], true
}

// again is true where people answered again after talking, and both rounds may be
// compared: then what is said of the first is said to be of the first.
func (t *assessmentText) again() bool { return len(t.Talks) > 0 }

// lastLabel is how far the room agrees on a question since it was asked last.
func (t *assessmentText) lastLabel(q assess.Question) assess.Label {
	if talk, again := t.talk(q); again {
		return talk.NowLabel
	}
	return q.Label
}

// splitHeading counts the questions that split the room, and what talking made of them.
func (t *assessmentText) splitHeading(split []assess.Question) content.Text {
	if !t.again() {
		return t.words.SplitHeading(len(split))
	}
	still, agreed := 0, 0
	for _, q := range split {
		switch t.lastLabel(q) {
		case assess.Split:
			still++
		case assess.Agree:
			agreed++
		}
	}
	return t.words.SplitAtFirstHeading(len(split), still, agreed)
}

// camps are the descriptions that people chose and, after talking, the one that most
// did.
func (t *assessmentText) camps(q assess.Question) content.Choices {
	c := content.Choices{Question: t.words.Name(q.Prompt)}
	low, high := q.Camps()
	for rank, n := range q.Ranks {
		if q.Label == assess.Split && rank+1 != low && rank+1 != high || n == 0 {
			continue
		}
		c.Rows = append(c.Rows, content.Choice{Count: n, Words: t.words.Name(q.Anchors[rank])})
	}
	if talk, again := t.talk(q); again {
		most := 0
		for rank, n := range talk.After.Ranks {
			if n > talk.After.Ranks[most] {
				most = rank
			}
		}
		if n := talk.After.Ranks[most]; n > 0 {
			c.Rows = append(c.Rows, content.Choice{
				Count: n, Prefix: t.words.AfterTalking(), Words: t.words.Name(q.Anchors[most]), Told: t.words.AfterTalkingTold(n),
			})
		}
	}
	return c
}

func (t *assessmentText) unknownBox() content.Box {
	if len(t.Unknowns) == 0 {
		return content.Box{}
	}
	c := t.lookUps(t.Unknowns[:min(len(t.Unknowns), mostQuestions)])
	return content.Box{Heading: t.words.UnknownHeading(len(t.Unknowns), t.again()), Blocks: []content.Block{c}}
}

// lowestAnswersBox shows the first of one person's answers at the lowest stage chosen.
func (t *assessmentText) lowestAnswersBox() content.Box {
	var lowest []assess.Question
	for _, q := range t.Answers {
		switch {
		case q.Rank == 0 || len(lowest) > 0 && q.Rank > lowest[0].Rank:
		case len(lowest) > 0 && q.Rank < lowest[0].Rank:
			lowest = []assess.Question{q}
		default:
			lowest = append(lowest, q)
		}
	}
	if len(lowest) == 0 {
		return content.Box{}
	}
	shown := lowest[:min(len(lowest), mostQuestions)]
	group := content.AnswerGroup{}
	for _, q := range shown {
		group.Items = append(group.Items, content.Answer{
			Question: t.words.Name(q.Prompt), Chosen: t.words.Name(q.Anchors[q.Rank-1]), Note: t.note(q.ID),
		})
	}
	return content.Box{
		Heading: t.words.LowestAnswersHeading(len(shown), len(shown) == len(lowest)),
		Blocks:  []content.Block{content.Answers{Groups: []content.AnswerGroup{group}}},
	}
}

// note is what was noted at an answer, where notes are shown.
func (t *assessmentText) note(question string) content.Text {
	note := t.Notes[question]
	if note == "" || t.o.WithoutNotes {
		return nil
	}
	return t.words.YourNote(content.Typed(note))
}

// findOutBox is what one person does not know, and what could be backed up.
func (t *assessmentText) findOutBox() content.Box {
	if t.many() || len(t.Unknowns)+len(t.Unproven) == 0 {
		return content.Box{}
	}
	var l content.List
	for _, id := range t.Unknowns[:min(len(t.Unknowns), mostQuestions)] {
		q := t.question(id)
		l.Items = append(l.Items, t.words.LookUp(q.Prompt, q.Evidence))
	}
	for _, id := range t.Unproven[:min(len(t.Unproven), mostQuestions)] {
		l.Items = append(l.Items, t.words.BackUp(t.question(id).Prompt))
	}
	return content.Box{Heading: t.words.FindOutHeading(len(t.Unknowns), len(t.Unproven)), Blocks: []content.Block{l}}
}

// split are the questions on which a room is split, the least agreed first.
func (t *assessmentText) split() []assess.Question {
	var split []assess.Question
	for _, topic := range t.Agenda() {
		if topic.About == assess.AboutSplit {
			split = append(split, t.Answers[topic.Question])
		}
	}
	for _, q := range t.Labelled(assess.Split) {
		if !slices.ContainsFunc(split, func(s assess.Question) bool { return s.ID == q.ID }) {
			split = append(split, q)
		}
	}
	return split
}

// lookUps are questions with how many do not know, and where to look.
func (t *assessmentText) lookUps(ids []string) content.Choices {
	var c content.Choices
	for _, id := range ids {
		q := t.question(id)
		c.Rows = append(c.Rows, content.Choice{Count: q.Counts.DontKnow, Words: t.words.LookUp(q.Prompt, q.Evidence)})
	}
	return c
}
