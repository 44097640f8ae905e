package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/reports/wording"
	"collab/rubric"
)

// All answers: of a room the counts on one page; of one person the question and the
// description chosen.

func (t *assessmentText) answers() content.Section {
	s := content.Section{ID: "answers", Sheet: content.Fresh}
	if t.People == 0 {
		return s
	}
	if t.many() {
		s.Heading = t.heatHeading()
		s.Blocks = []content.Block{t.heat(), content.Paragraph{Tone: content.Foot, Text: t.heatFoot()}}
		return s
	}
	s.Heading, s.Blocks = t.ownHeading(), []content.Block{
		content.Paragraph{Tone: content.Deck, Text: t.ownCounts()},
		t.ownAnswers(),
		content.Paragraph{Tone: content.Foot, Text: t.words.MarksMean(t.stageNames(), len(t.Notes) > 0 && !t.o.WithoutNotes)},
	}
	return s
}

// judged is true where enough people answered to judge how far they agree.
func (t *assessmentText) judged() bool {
	return len(t.Labelled(assess.Agree))+len(t.Labelled(assess.Mixed))+len(t.Labelled(assess.Split)) > 0
}

func (t *assessmentText) heatHeading() content.Text {
	said := t.words.FewJudgedHeading()
	if t.judged() {
		said = t.words.RoomAnswersHeading(len(t.Labelled(assess.Split)), len(t.Labelled(assess.Mixed)), len(t.Unknowns))
	}
	if t.again() {
		return t.words.BeforeTalking(said)
	}
	return said
}

func (t *assessmentText) heat() content.Heat {
	h := content.Heat{Caption: t.words.HeatCaption(), Heads: t.stages(), Unknown: t.words.UnknownHead(), People: t.People}
	for _, d := range slices.Concat(t.Rubric.Traits(), t.spectrumDimension()) {
		h.Groups = append(h.Groups, content.HeatGroup{Heading: t.words.Name(shortName(d)), Rows: t.heatRows(d)})
	}
	gain := content.HeatGroup{Heading: t.words.WhatMembersGain()}
	for _, d := range t.Rubric.Benefits() {
		gain.Rows = append(gain.Rows, t.heatRows(d)...)
	}
	h.Groups = slices.DeleteFunc(append(h.Groups, gain), func(g content.HeatGroup) bool { return len(g.Rows) == 0 })
	return h
}

// spectrumDimension is that of the spectrum, where the rubric has one.
func (t *assessmentText) spectrumDimension() []*rubric.Dimension {
	if t.Spectrum == nil {
		return nil
	}
	return []*rubric.Dimension{t.Spectrum.Dimension}
}

func (t *assessmentText) heatRows(d *rubric.Dimension) []content.HeatRow {
	var rows []content.HeatRow
	for _, q := range t.asked(d.ID) {
		row := content.HeatRow{
			Name: t.words.Name(questionName(q)), Strong: q.Label == assess.Split, Counts: q.Ranks,
			Unknown: q.Counts.DontKnow, Many: slices.Contains(t.Unknowns, q.ID), Label: t.words.LabelOf(q.Label),
		}
		if q.Label == assess.Withheld {
			row.Counts, row.Instead = nil, t.words.FewChose(t.Named)
		}
		rows = append(rows, row)
	}
	return rows
}

func (t *assessmentText) heatFoot() content.Text {
	said := []content.Text{t.words.HeatFoot(t.People, t.judged())}
	n := 0
	var names []string
	for _, q := range t.Answers {
		if q.Asked && q.Counts.DoesNotApply > 0 {
			n, names = n+q.Counts.DoesNotApply, append(names, questionName(q))
		}
	}
	if n > 0 {
		said = append(said, t.words.DoesNotApplyTo(n, names))
	}
	return content.Join(said...)
}

// ownHeading names the one stage or the two that most of one person's answers are at.
func (t *assessmentText) ownHeading() content.Text {
	at := t.atStage()
	scored := 0
	order := make([]int, len(at))
	for i, n := range at {
		scored += n
		order[i] = i
	}
	if scored == 0 {
		return t.words.NoStageChosen()
	}
	slices.SortStableFunc(order, func(a, b int) int { return at[b] - at[a] })
	first, second := order[0], order[1]
	switch {
	case 2*at[first] > scored:
		return t.words.AnswersHeading([]string{t.stage(first + 1)})
	case 2*(at[first]+at[second]) > scored && len(at) > 2:
		return t.words.AnswersHeading([]string{t.stage(min(first, second) + 1), t.stage(max(first, second) + 1)})
	}
	return t.words.AnswersHeading(nil)
}

// atStage is how many of one person's answers are at each stage, by rank - 1.
func (t *assessmentText) atStage() []int {
	at := make([]int, t.Rubric.K())
	for _, q := range t.Answers {
		if q.Rank > 0 {
			at[q.Rank-1]++
		}
	}
	return at
}

func (t *assessmentText) ownCounts() content.Text {
	var stages []wording.StageCount
	scored, unknown, not := 0, 0, 0
	for i, n := range t.atStage() {
		scored += n
		stages = append(stages, wording.StageCount{Stage: t.stage(i + 1), N: n})
	}
	for _, q := range t.Answers {
		unknown, not = unknown+q.Counts.DontKnow, not+q.Counts.DoesNotApply
	}
	return t.words.AnswersCounted(scored, stages, unknown, not, t.Unanswered())
}

func (t *assessmentText) ownAnswers() content.Answers {
	a := content.Answers{Question: t.words.QuestionHead(), Chosen: t.words.ChosenHead(), Stage: t.words.StageHead()}
	for _, p := range t.Placements() {
		g := content.AnswerGroup{Heading: t.words.Name(p.Dimension.Name), Aside: t.words.StageAndMean(t.stage(p.Stage), p.Position), Items: t.ownItems(p.Dimension)}
		if p.Dimension.Kind == rubric.Spectrum {
			g.Heading = t.words.SpectrumGroup(shortName(p.Dimension), content.Typed(t.JointWork.About))
		}
		a.Groups = append(a.Groups, g)
	}
	gain := content.AnswerGroup{Heading: t.words.WhatMembersGain()}
	for _, d := range t.Rubric.Benefits() {
		gain.Items = append(gain.Items, t.ownItems(d)...)
	}
	a.Groups = slices.DeleteFunc(append(a.Groups, gain), func(g content.AnswerGroup) bool { return len(g.Items) == 0 })
	return a
}

func (t *assessmentText) ownItems(d *rubric.Dimension) []content.Answer {
	var items []content.Answer
	for _, q := range t.asked(d.ID) {
		item := content.Answer{Question: t.words.Name(q.Prompt), Chosen: t.unscored(q), Note: t.noteOrHint(q)}
		if q.Rank > 0 {
			item.Chosen, item.Alt = t.words.Name(q.Anchors[q.Rank-1]), t.words.Name(t.stage(q.Rank))
			item.Cells = make([]content.Cell, t.Rubric.K())
			for i := range q.Rank {
				item.Cells[i].Fill = content.Reached
			}
		}
		items = append(items, item)
	}
	return items
}

// unscored is an answer that is no stage, in the words that were read.
func (t *assessmentText) unscored(q assess.Question) content.Text {
	switch {
	case q.Counts.DontKnow > 0:
		return t.words.Name(t.Rubric.DontKnow)
	case q.Counts.DoesNotApply > 0:
		return t.words.Name(t.Rubric.NotApply)
	}
	return t.words.NotAnswered()
}

// noteOrHint is what was noted at an answer or else, where the board page has no room
// for it, what to do about it.
func (t *assessmentText) noteOrHint(q assess.Question) content.Text {
	if note := t.Notes[q.ID]; note != "" && !t.o.WithoutNotes {
		return t.words.Quoted(content.Typed(note))
	}
	beyond := func(ids []string) bool { return slices.Index(ids, q.ID) >= mostQuestions }
	switch {
	case beyond(t.Unknowns) && q.Evidence != "":
		return t.words.LookAt(q.Evidence)
	case beyond(t.Unproven):
		return t.words.NoteAnExample()
	}
	return nil
}

// stageNames are the names of all stages.
func (t *assessmentText) stageNames() []string {
	names := make([]string, t.Rubric.K())
	for i := range names {
		names[i] = t.stage(i + 1)
	}
	return names
}
