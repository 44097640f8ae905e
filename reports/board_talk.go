package reports

import (
	"cmp"
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

// present are the boxes that hold something.
func present(boxes ...content.Box) []content.Box {
	return slices.DeleteFunc(boxes, func(b content.Box) bool { return len(b.Blocks) == 0 })
}

// splitBox shows what splits a room or, where nothing does, the first mixed question.
func (t *assessmentText) splitBox() content.Box {
	split, mixed := t.split(), t.Labelled(assess.Mixed)
	box := content.Box{}
	switch {
	case len(split) > 0:
		settled := !slices.ContainsFunc(split, func(q assess.Question) bool { return !t.settled(q) })
		box.Heading = t.words.SplitHeading(len(split), settled)
		for _, q := range split[:min(len(split), mostQuestions)] {
			box.Blocks = append(box.Blocks, t.camps(q))
		}
	case len(mixed) > 0:
		box.Heading = t.words.MixedHeading(len(mixed))
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

func (t *assessmentText) settled(q assess.Question) bool {
	talk, again := t.talk(q)
	return again && talk.Settled()
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
	return content.Box{Heading: t.words.UnknownHeading(len(t.Unknowns)), Blocks: []content.Block{c}}
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

// mostHurdles is how many that were equally in the way fit into a column.
const mostHurdles = 3

// hurdleBox is what was most in the way.
func (t *assessmentText) hurdleBox() content.Box {
	worst := t.worstHurdles()
	switch len(worst) {
	case 0:
		return content.Box{}
	case 1:
		h := worst[0]
		text := t.words.HurdleOfOne(h.Sign, h.Counter)
		if t.many() {
			text = t.words.HurdleOfRoom(h.Met, t.People, h.Worst, h.Counter)
		}
		return content.Box{Heading: t.words.HurdleHeading(h.Name), Blocks: []content.Block{content.Paragraph{Text: text}}}
	}
	var names []string
	var l content.List
	for _, h := range worst {
		names = append(names, h.Name)
	}
	for _, h := range worst[:min(len(worst), mostHurdles)] {
		l.Items = append(l.Items, t.hurdle(h))
	}
	return content.Box{Heading: t.words.HurdleHeadingOfSeveral(names), Blocks: []content.Block{l}}
}

// worstHurdles are what most people call the worst and, of these, what most met.
func (t *assessmentText) worstHurdles() []assess.Obstacle {
	var worst []assess.Obstacle
	for _, h := range t.Obstacles {
		order := 0
		if len(worst) > 0 {
			order = cmp.Or(cmp.Compare(h.Worst, worst[0].Worst), cmp.Compare(h.Met, worst[0].Met))
		}
		if order > 0 {
			worst = nil
		}
		if order >= 0 {
			worst = append(worst, h)
		}
	}
	return worst
}
