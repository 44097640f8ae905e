package reports

import (
	"slices"

	"collab/reports/content"
)

// The board page: all that a board reads in a minute, on one page.

func (t *assessmentText) board() content.Section {
	if t.o.Since != nil {
		return t.boardAgain()
	}
	columns := balanced([]content.Box{t.stepsBox()}, t.talkBoxes(), present(t.findOutBox(), t.hurdleBox()))
	return content.Section{
		ID: "board", Sheet: content.Board, Heading: t.headline(),
		Blocks: slices.Concat([]content.Block{
			content.Paragraph{Tone: content.Deck, Text: t.deck()},
			t.profile(),
			content.Paragraph{Tone: content.Note, Text: t.profileNote()},
			columns,
		}, t.formColumns(), []content.Block{
			content.Paragraph{Tone: content.Foot, Text: t.foot()},
		}),
	}
}

// foot explains what stands on the page, and names the record.
func (t *assessmentText) foot() content.Text {
	said := []content.Text{t.words.FilledMeans()}
	if len(t.Targets) > 0 {
		said = append(said, t.words.DashedMeans(t.Mode, t.Rubric.Targets.HorizonMonths))
	}
	said = append(said, t.words.MeanMeans(t.Rubric.K(), t.hasIntervals()))
	if s := t.Spectrum; s != nil && !s.None && s.Position > 0 {
		said = append(said, t.words.SpectrumMeans(shortName(s.Dimension), s.Base.Asked, content.Typed(t.JointWork.About)))
	}
	if len(t.formsAsked()) > 0 {
		said = append(said, t.words.SquaresMean())
	}
	said = append(said, t.words.NotValidated())
	if t.o.Reference != "" {
		said = append(said, t.words.Reference(t.o.Reference))
	}
	return content.Join(said...)
}
