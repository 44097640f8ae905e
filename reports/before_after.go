package reports

import (
	"strconv"

	"collab/assess"
	"collab/reports/content"
)

// BeforeAndAfter is what talking changed in a room: the whole in a sentence, then each
// question that was answered again, a screen each. Stages have no names, as in the agenda.
func BeforeAndAfter(a *assess.Assessment, o Options) content.Report {
	t := newAssessmentText(a, o)
	r := t.report(nil)
	r.Title = t.words.BeforeAndAfterTitle(content.Typed(t.Association))
	if t.Second == nil {
		return r
	}
	r.Sections = []content.Section{t.whatTalkingDid()}
	for _, talk := range t.talksShown() {
		r.Sections = append(r.Sections, t.beforeAndAfter(talk))
	}
	return r
}

// talksShown are the questions that were answered again; where these are many, those that
// talking changed.
func (t *assessmentText) talksShown() []assess.Talk {
	if len(t.Talks) <= mostTopics {
		return t.Talks
	}
	return t.Changed()
}

// whatTalkingDid is the screen of the whole.
func (t *assessmentText) whatTalkingDid() content.Section {
	s := content.Section{ID: "talk", Sheet: content.Slide, Heading: t.talkHeading()}
	said := []content.Text{t.words.AnsweredAgain(t.Second.People)}
	shown := t.talksShown()
	if len(t.Talks) == 0 {
		s.Heading, said = said[0], []content.Text{t.words.NoTalkShown()}
	}
	if len(shown) < len(t.Talks) {
		said = append(said, t.words.Unmoved(t.Unmoved(), len(t.Talks), t.NotCompared()))
	}
	s.Blocks = []content.Block{content.Paragraph{Tone: content.Deck, Text: content.Join(said...)}}
	var l content.List
	for _, talk := range shown[:min(len(shown), mostTopics)] {
		l.Items = append(l.Items, t.words.TalkItem(questionName(t.Answers[talk.Question]), t.words.TalkOutcome(talk)))
	}
	if len(l.Items) > 0 {
		s.Blocks = append(s.Blocks, l)
	}
	return s
}

// beforeAndAfter is the screen of a question.
func (t *assessmentText) beforeAndAfter(talk assess.Talk) content.Section {
	q := t.Answers[talk.Question]
	count := func(n int) content.Text { return content.Words(strconv.Itoa(n)) }
	table := content.Table{
		Caption: t.words.DescriptionsCaption(),
		Heads:   []content.Head{{}, {Text: t.words.Before(), Figures: true}, {Text: t.words.After(), Figures: true}},
	}
	for i, anchor := range q.Anchors {
		table.Rows = append(table.Rows, content.Row{Cells: []content.Text{t.words.Name(anchor), count(talk.Before.Ranks[i]), count(talk.After.Ranks[i])}})
	}
	if talk.Before.DontKnow+talk.After.DontKnow > 0 {
		table.Rows = append(table.Rows, content.Row{Cells: []content.Text{t.words.Name(t.Rubric.DontKnow), count(talk.Before.DontKnow), count(talk.After.DontKnow)}})
	}
	return content.Section{
		ID: "talk-" + q.ID, Sheet: content.Slide, Heading: t.words.TalkOutcome(talk),
		Blocks: []content.Block{content.Paragraph{Tone: content.Deck, Text: t.words.Name(q.Prompt)}, table},
	}
}
