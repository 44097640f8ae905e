package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
)

// How the findings were made, and what limits them, in small.

func (t *assessmentText) method() content.Section {
	s := content.Section{ID: "method", Heading: t.words.MethodHeading()}
	for _, said := range [][]content.Text{
		{t.words.StagesAreAnOrder(t.stageNames()), t.words.OverallIs(t.many()), t.cautioned(assess.CautionUnknowns)},
		append(t.meansRead(), t.peopleRead()...),
		{t.words.JudgmentsAre(), t.words.Questionnaire(t.Rubric.Name, t.Rubric.Version)},
	} {
		if text := content.Join(said...); len(text) > 0 {
			s.Blocks = append(s.Blocks, content.Paragraph{Tone: content.Note, Text: text})
		}
	}
	return s
}

// meansRead are how to read means and intervals of several people.
func (t *assessmentText) meansRead() []content.Text {
	if !t.many() {
		return []content.Text{t.words.LeadersRateHigh()}
	}
	var said []content.Text
	if t.Mode == assess.Hands {
		said = append(said, t.words.MeanOfQuestions())
	}
	if t.hasIntervals() {
		said = append(said, t.words.IntervalMeans())
	}
	for _, why := range []assess.NoInterval{assess.Everyone, assess.AllAgree, assess.FewAsked} {
		if slices.ContainsFunc(t.Placements(), func(p assess.Placement) bool { return p.Position > 0 && p.NoInterval == why }) {
			said = append(said, t.words.NoIntervals(why))
		}
	}
	return said
}

// peopleRead are how agreement is judged, and what is not shown of people.
func (t *assessmentText) peopleRead() []content.Text {
	if !t.many() {
		return nil
	}
	var said []content.Text
	if t.judged() {
		said = append(said, t.words.SplitMeans(t.Rubric.K() == 4))
	}
	if t.Mode == assess.Group && !t.Named {
		said = append(said, t.words.CountsOnly())
	}
	return said
}

// cautioned is a caution in words, where the assessment has it.
func (t *assessmentText) cautioned(c assess.Caution) content.Text {
	switch {
	case !slices.Contains(t.Cautions, c):
		return nil
	case c == assess.CautionOneScope:
		return t.oneSided()
	}
	return t.words.Caution(c)
}

// boardCautions are the cautions that a board must not miss and that the deck does not
// say.
func (t *assessmentText) boardCautions() []content.Text {
	var said []content.Text
	for _, c := range t.Cautions {
		if c != assess.CautionSolo && c != assess.CautionUnknowns {
			said = append(said, t.cautioned(c))
		}
	}
	return said
}
