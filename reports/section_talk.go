package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
)

// What a room should talk about beyond the board page, and what talking changed.

func (t *assessmentText) talkAbout() content.Section {
	s := content.Section{ID: "talk", Sheet: content.Fresh}
	if !t.many() {
		return s
	}
	boxes := t.topicBoxes()
	if s.Heading = t.talkHeading(); len(s.Heading) == 0 && len(boxes) > 0 {
		s.Heading, boxes[0].Heading = boxes[0].Heading, nil
	}
	s.Blocks = slices.Concat(t.roundsBlocks(), t.topicBlocks(boxes))
	return s
}

// talkHeading is empty where what is left to talk about is of one kind, whose heading
// says so.
func (t *assessmentText) talkHeading() content.Text {
	if len(t.Talks) > 0 {
		settled := 0
		for _, talk := range t.Talks {
			if talk.Settled() {
				settled++
			}
		}
		return t.words.TalkHeading(len(t.Changed()), settled)
	}
	if len(t.topicBoxes()) < 2 {
		return nil
	}
	return t.words.TopicsHeading(len(t.moreTopics()), len(t.shownOnBoard()) > 0)
}

// roundsBlocks set what talking changed beside what was said before.
func (t *assessmentText) roundsBlocks() []content.Block {
	if t.Second == nil {
		return nil
	}
	said := []content.Text{t.words.AnsweredAgain(t.Second.People)}
	if len(t.Talks) == 0 {
		said = append(said, t.words.NoTalkShown())
	}
	blocks := []content.Block{nil}
	if changed := t.Changed(); len(changed) > 0 {
		blocks = append(blocks, t.rounds(changed))
		if n := t.Unmoved(); n > 0 {
			said = append(said, t.words.Unmoved(n, len(t.Talks), t.NotCompared()))
		}
	}
	blocks[0] = content.Paragraph{Text: content.Join(said...)}
	return blocks
}

func (t *assessmentText) rounds(changed []assess.Talk) content.Heat {
	h := content.Heat{Caption: t.words.TalkCaption(), Heads: t.stages(), Unknown: t.words.UnknownHead(), People: t.People}
	for _, talk := range changed {
		row := func(name content.Text, c assess.Counts, l assess.Label) content.HeatRow {
			return content.HeatRow{Name: name, Counts: c.Ranks, Unknown: c.DontKnow, Label: t.words.LabelInFull(l)}
		}
		h.Groups = append(h.Groups, content.HeatGroup{
			Heading: t.words.Name(t.Answers[talk.Question].Prompt),
			Rows: []content.HeatRow{
				row(t.words.Before(), talk.Before, talk.Label),
				row(t.words.After(), talk.After, talk.NowLabel),
			},
		})
	}
	return h
}

// shownOnBoard are the questions whose answers the board page shows.
func (t *assessmentText) shownOnBoard() []assess.Question {
	split, mixed := t.split(), t.Labelled(assess.Mixed)
	switch {
	case len(split) > 0:
		return split[:min(len(split), mostQuestions)]
	case len(mixed) > 0:
		return mixed[:1]
	}
	return nil
}

// mostTopics is how many questions a room talks about at one time.
const mostTopics = 7

// moreTopics are what is left to talk about beside what the board page shows.
func (t *assessmentText) moreTopics() assess.Agenda {
	shown := t.shownOnBoard()
	left := slices.DeleteFunc(t.AfterTalking(), func(topic assess.Topic) bool {
		return slices.ContainsFunc(shown, func(q assess.Question) bool { return q.ID == t.Answers[topic.Question].ID })
	})
	return left[:min(len(left), mostTopics-len(shown))]
}

// moreUnknown are what many do not know beside what the board page shows.
func (t *assessmentText) moreUnknown() []string {
	return t.Unknowns[min(len(t.Unknowns), mostQuestions):]
}

// topicBoxes are what is left to talk about and to look up.
func (t *assessmentText) topicBoxes() []content.Box {
	var boxes []content.Box
	topics := t.moreTopics()
	for _, about := range []assess.Occasion{assess.AboutSplit, assess.AboutTarget, assess.AboutMixed} {
		boxes = append(boxes, t.topicBox(about, topics))
	}
	if more := t.moreUnknown(); len(more) > 0 {
		boxes = append(boxes, content.Box{Heading: t.words.MoreUnknownHeading(len(more), t.again()), Blocks: []content.Block{t.lookUps(more)}})
	}
	return present(boxes...)
}

// topicBlocks set boxes in two columns.
func (t *assessmentText) topicBlocks(boxes []content.Box) []content.Block {
	if len(boxes) == 0 {
		return nil
	}
	if len(boxes) == 1 {
		boxes[0] = halved(boxes[0])
	}
	blocks := []content.Block{balanced(nil, nil, boxes)}
	if t.again() && len(t.moreTopics()) > 0 {
		blocks = append(blocks, content.Paragraph{Tone: content.Note, Text: t.words.LatestCounts()})
	}
	return blocks
}

func (t *assessmentText) topicBox(about assess.Occasion, topics assess.Agenda) content.Box {
	var box content.Box
	for _, topic := range topics {
		if topic.About == about {
			box.Blocks = append(box.Blocks, t.topicChoices(topic))
		}
	}
	shown := t.shownOnBoard()
	more := slices.ContainsFunc(shown, func(q assess.Question) bool { return string(q.Label) == string(about) })
	all := len(t.Talks) == 0 && len(box.Blocks)+len(shown) == len(t.Labelled(assess.Label(about)))
	box.Heading = t.words.TopicHeading(about, len(box.Blocks), more, t.again(), all)
	return box
}

// topicChoices are the descriptions that most people chose, and the one that is wanted;
// where answers are mixed, all that somebody chose.
func (t *assessmentText) topicChoices(topic assess.Topic) content.Choices {
	q, about := t.Answers[topic.Question], topic.About
	c := content.Choices{Question: t.words.Name(q.Prompt)}
	wanted := 0
	if p, _ := t.Placement(q.Dimension); about == assess.AboutTarget {
		wanted = p.Wanted
	}
	for i, n := range topic.Ranks {
		switch rank := i + 1; {
		case rank == wanted:
			c.Rows = append(c.Rows, content.Choice{
				Count: n, Prefix: t.words.TargetPrefix(), Words: t.words.Name(q.Anchors[i]), Told: t.words.ChoseTarget(n),
			})
		case rank == topic.Low || rank == topic.High || about == assess.AboutMixed && n > 0:
			c.Rows = append(c.Rows, content.Choice{Count: n, Words: t.words.Name(q.Anchors[i])})
		}
	}
	return c
}
