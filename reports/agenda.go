package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
)

// Agenda is what a room, or the board of an association of which one person answered,
// should talk about: all in a list, then one thing a screen. Stages have no names in a
// room's, so that a second round can follow.
func Agenda(a *assess.Assessment, o Options) content.Report {
	t := newAssessmentText(a, o)
	r := t.report(nil)
	r.Title = t.words.AgendaTitle(content.Typed(t.Association))
	if t.many() {
		r.Sections = t.roomAgenda()
	} else {
		r.Sections = t.boardAgenda()
	}
	return r
}

// roomAgenda is the list of topics and a screen for each.
func (t *assessmentText) roomAgenda() []content.Section {
	topics := t.AfterTalking()
	if len(topics) == 0 {
		agreed := len(t.Labelled(assess.Agree)) > 0
		return []content.Section{{
			ID: "agenda", Sheet: content.Slide, Heading: t.words.NothingToTalkAbout(agreed),
			Blocks: []content.Block{content.Paragraph{Tone: content.Deck, Text: t.words.EmptyAgenda(agreed)}},
		}}
	}
	var l content.List
	all := make([]content.Section, 1)
	for _, topic := range topics {
		q := t.Answers[topic.Question]
		l.Items = append(l.Items, t.words.AgendaItem(questionName(q), t.whyTalk(topic), topic.Minutes))
		all = append(all, t.topic(topic))
	}
	all[0] = content.Section{
		ID: "agenda", Sheet: content.Slide, Heading: t.words.AgendaHeading(len(topics), topics.Minutes()),
		Blocks: []content.Block{content.Paragraph{Tone: content.Deck, Text: t.agendaHow()}, l},
	}
	return all
}

// topic is the screen of a question.
func (t *assessmentText) topic(topic assess.Topic) content.Section {
	q := t.Answers[topic.Question]
	d, _ := t.Rubric.Dimension(q.Dimension)
	choices := t.topicChoices(topic)
	choices.Question = nil
	return content.Section{
		ID: "topic-" + q.ID, Sheet: content.Slide, Heading: t.words.Name(q.Prompt),
		Blocks: []content.Block{
			content.Paragraph{Tone: content.Deck, Text: content.Join(
				t.words.TopicDeck(shortName(d), t.whyTalk(topic), topic.Minutes),
				t.words.TopicBase(topic.Scored(), topic.Others, topic.DontKnow, t.answeredAgain(topic)),
			)},
			choices,
			content.Paragraph{Tone: content.Foot, Text: t.words.WhoSpeaks(fewAtAnEdge(topic))},
		},
	}
}

func (t *assessmentText) whyTalk(topic assess.Topic) content.Text {
	still := slices.ContainsFunc(t.Talks, func(talk assess.Talk) bool {
		return talk.Question == topic.Question && talk.Label == assess.Split
	})
	return t.words.WhyTalk(topic.About, still, topic.Gap)
}

// agendaHow says how to use the agenda and, where there are two rounds, of which it is.
func (t *assessmentText) agendaHow() content.Text {
	if !t.again() {
		return t.words.AgendaHow()
	}
	return content.Join(t.words.AgendaHow(), t.words.LatestCounts())
}

// answeredAgain is true where the counts of a topic are second answers.
func (t *assessmentText) answeredAgain(topic assess.Topic) bool {
	_, again := t.talk(t.Answers[topic.Question])
	return again
}

// fewAtAnEdge is true where one or two people stand at the lowest or the highest stage
// that was chosen: who is asked to begin would have to tell who they are.
func fewAtAnEdge(topic assess.Topic) bool {
	const few = 2
	chosen := slices.DeleteFunc(slices.Clone(topic.Ranks), func(n int) bool { return n == 0 })
	return len(chosen) > 1 && (chosen[0] <= few || chosen[len(chosen)-1] <= few)
}

// boardAgenda is what a board should talk about where one person answered.
func (t *assessmentText) boardAgenda() []content.Section {
	screens := made(t, []func(*assessmentText) content.Section{
		(*assessmentText).sameView, (*assessmentText).whatWeNeed, (*assessmentText).whoFindsOut, (*assessmentText).whoTakesIt,
	})
	var l content.List
	for _, s := range screens {
		l.Items = append(l.Items, s.Heading)
	}
	first := content.Section{
		ID: "agenda", Sheet: content.Slide, Heading: t.words.BoardAgendaHeading(len(screens)),
		Blocks: []content.Block{content.Paragraph{Tone: content.Deck, Text: t.words.BoardAgendaHow()}, l},
	}
	if len(screens) == 0 {
		first.Heading = t.words.NothingToTalkAbout(false)
		first.Blocks = []content.Block{content.Paragraph{Tone: content.Deck, Text: t.words.EmptyAgenda(false)}}
	}
	return append([]content.Section{first}, screens...)
}

// sameView is the whole and the lowest answers, to be seen by others.
func (t *assessmentText) sameView() content.Section {
	s := content.Section{ID: "same-view", Sheet: content.Slide, Heading: t.words.DoWeSeeIt()}
	if box := t.lowestAnswersBox(); len(box.Blocks) > 0 {
		s.Blocks = append([]content.Block{content.Paragraph{Tone: content.Deck, Text: t.words.LowestTold()}}, box.Blocks...)
	}
	return s
}

// whatWeNeed are the targets above today.
func (t *assessmentText) whatWeNeed() content.Section {
	s := content.Section{ID: "need", Sheet: content.Slide, Heading: t.words.WhatDoWeNeed()}
	var l content.List
	for _, p := range t.Placements() {
		if p.HasGap && p.Gap > 0 {
			l.Items = append(l.Items, t.words.WantedItem(shortName(p.Dimension), t.stage(p.Stage), t.stage(p.Wanted)))
		}
	}
	if len(l.Items) > 0 {
		s.Blocks = []content.Block{content.Paragraph{Tone: content.Deck, Text: t.words.TargetsTold(t.Rubric.Targets.HorizonMonths)}, l}
	}
	return s
}

// whoFindsOut is what one person does not know.
func (t *assessmentText) whoFindsOut() content.Section {
	s := content.Section{ID: "find-out", Sheet: content.Slide, Heading: t.words.WhoCanFindOut()}
	var l content.List
	for _, id := range t.Unknowns[:min(len(t.Unknowns), mostTopics)] {
		q := t.question(id)
		l.Items = append(l.Items, t.words.LookUp(q.Prompt, q.Evidence))
	}
	if len(l.Items) > 0 {
		s.Blocks = []content.Block{l}
	}
	return s
}

// whoTakesIt are the steps.
func (t *assessmentText) whoTakesIt() content.Section {
	s := content.Section{ID: "steps", Sheet: content.Slide, Heading: t.words.WhatIsNext(len(t.Actions))}
	if len(t.Actions) > 0 {
		s.Blocks = []content.Block{t.steps()}
	}
	return s
}
