package reports

import (
	"collab/assess"
	"collab/reports/content"
)

// The slide: headline, profile and steps of the board page on a screen of 16:9.

func (t *assessmentText) slide() content.Section {
	steps := t.stepsBox()
	steps.Blocks = steps.Blocks[:1] // what else would do is for the page
	if s, is := steps.Blocks[0].(content.Steps); is {
		s.Who, s.By = nil, nil
		steps.Blocks[0] = s
	}
	deck := content.Join(t.stageMeans(), t.agreement(false))
	if !t.many() {
		deck = content.Join(t.stageMeans(), t.words.Caution(assess.CautionSolo))
	}
	return content.Section{
		ID: "slide", Sheet: content.Slide, Heading: t.headline(),
		Blocks: []content.Block{
			content.Paragraph{Tone: content.Deck, Text: deck},
			withFigures(t.profile(), 1), // what a room can read from afar
			content.Columns{Of: [][]content.Box{{steps}}},
			content.Paragraph{Tone: content.Foot, Text: t.slideFoot()},
		},
	}
}

func (t *assessmentText) slideFoot() content.Text {
	if t.o.Reference == "" {
		return t.words.MeanMeans(t.Rubric.K(), false)
	}
	return content.Join(t.words.MeanMeans(t.Rubric.K(), false), t.words.Reference(t.o.Reference))
}
