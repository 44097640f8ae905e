package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
)

// The board page of a repeated assessment: what changed leads, the rest is as ever.

func (t *assessmentText) boardAgain() content.Section {
	c := newChangeText(t.o.Since, t.o)
	columns := t.columnsAgain(c.agreedSince())
	return content.Section{
		ID: "board", Sheet: content.Board, Heading: t.words.ChangeHeading(nil, c.found()),
		Blocks: slices.Concat([]content.Block{
			content.Paragraph{Tone: content.Deck, Text: t.deckAgain(c)},
			c.profile(),
			content.Paragraph{Tone: content.Note, Text: content.Join(c.note(), c.limits(), content.Join(t.boardCautions()...), t.firstAnswers())},
			columns,
		}, t.formColumns(), []content.Block{
			content.Paragraph{Tone: content.Foot, Text: t.footAgain(c)},
		}),
	}
}

// columnsAgain are what became of the steps agreed last time, beside those to take now;
// where none were agreed they are those of any board page.
func (t *assessmentText) columnsAgain(agreed content.Box) content.Columns {
	more := present(t.findOutBox(), t.hurdleBox())
	if len(agreed.Blocks) == 0 {
		return balanced([]content.Box{t.stepsBox()}, t.talkBoxes(), more)
	}
	return balanced([]content.Box{agreed}, []content.Box{t.stepsBox()}, append(t.talkBoxes(), more...))
}

// deckAgain is where the association stands now, and who says so.
func (t *assessmentText) deckAgain(c *changeText) content.Text {
	if !t.many() {
		return content.Join(t.words.Caution(assess.CautionSolo), c.together(), c.nowAt(), c.nowLowest())
	}
	return content.Join(c.nowAt(), c.nowLowest(), c.people(), t.agreement(false))
}

// footAgain explains what stands on the page.
func (t *assessmentText) footAgain(c *changeText) content.Text {
	said := c.verdictsExplained()
	if len(t.Targets) > 0 {
		said = append(said, t.words.DashedMeans(t.Mode, t.Rubric.Targets.HorizonMonths))
	}
	return content.Join(append(said, c.footEnd(len(t.formsAsked()) > 0)...)...)
}

// sinceLast is a section of what changed, in the report of an assessment that has been
// made before.
func sinceLast(section func(*changeText) content.Section) func(*assessmentText) content.Section {
	return func(t *assessmentText) content.Section {
		if t.o.Since == nil {
			return content.Section{}
		}
		return section(newChangeText(t.o.Since, t.o))
	}
}
