package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
)

// The slide: headline, profile and steps of the board page on a screen of 16:9.

func (t *assessmentText) slide() content.Section {
	if t.o.Since != nil {
		return t.slideAgain(newChangeText(t.o.Since, t.o))
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
			content.Columns{Of: [][]content.Box{{unfilled(t.stepsBox())}}},
			content.Paragraph{Tone: content.Foot, Text: t.slideFoot()},
		},
	}
}

// unfilled is a box of steps without lines to fill in, for nobody writes on a slide, and
// without what else would do, which is for the page.
func unfilled(box content.Box) content.Box {
	box.Blocks = box.Blocks[:1]
	if s, is := box.Blocks[0].(content.Steps); is {
		s.Who, s.By = nil, nil
		box.Blocks[0] = s
	}
	return box
}

// slideAgain is the slide of a repeated assessment: what changed, and what became of the
// steps agreed last time.
func (t *assessmentText) slideAgain(c *changeText) content.Section {
	profile := c.profile()
	if shift := slices.IndexFunc(profile.Figures, func(head content.Text) bool { return head.Plain() == t.words.Shift().Plain() }); shift >= 0 {
		profile = withFigure(profile, shift)
	} else {
		profile = withFigures(profile, 0)
	}
	columns := []content.Box{unfilled(t.stepsBox())}
	if agreed := c.agreedSince(); len(agreed.Blocks) > 0 {
		columns = []content.Box{agreed, shortly(columns[0])}
	}
	deck := content.Join(c.nowAt(), c.nowLowest())
	if !t.many() {
		deck = content.Join(deck, t.words.Caution(assess.CautionSolo))
	}
	return content.Section{
		ID: "slide", Sheet: content.Slide, Heading: t.words.ChangeHeading(nil, c.found()),
		Blocks: []content.Block{
			content.Paragraph{Tone: content.Deck, Text: deck},
			profile,
			content.Columns{Of: [][]content.Box{columns}},
			content.Paragraph{Tone: content.Foot, Text: content.Join(c.note(), t.firstAnswers(), t.slideReference())},
		},
	}
}

// shortly is a box of steps with what to do and no word more.
func shortly(box content.Box) content.Box {
	for _, b := range box.Blocks {
		if s, is := b.(content.Steps); is {
			for i := range s.Items {
				s.Items[i].Why = nil
			}
			return content.Box{Heading: box.Heading, Blocks: []content.Block{s}}
		}
	}
	return box
}

func (t *assessmentText) slideReference() content.Text {
	if t.o.Reference == "" {
		return nil
	}
	return t.words.Reference(t.o.Reference)
}

func (t *assessmentText) slideFoot() content.Text {
	return content.Join(t.words.MeanMeans(t.Rubric.K(), false), t.firstAnswers(), t.slideReference())
}
