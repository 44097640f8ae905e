package reports

import (
	"collab/assess"
	"collab/reports/drawing"
)

// Widths of pictures, in CSS pixels: of the column of text on a laptop or a page of
// paper, and of a phone.
const (
	PageWidth  = 680.0
	PhoneWidth = 340.0
)

// Drawings are the pictures of an assessment in the order of the report, as many as
// it has something to show for. Their texts are plain; a writer escapes them.
func Drawings(a *assess.Assessment, width float64) []drawing.Drawing { return drawings(a, nil, width) }

// DrawingsSince are those of the later assessment of a comparison, which show where
// the traits stood at the time of the earlier.
func DrawingsSince(c *assess.Comparison, width float64) []drawing.Drawing {
	return drawings(c.Now.Assessment, c, width)
}

func drawings(a *assess.Assessment, since *assess.Comparison, width float64) []drawing.Drawing {
	s := plainStory(a)
	var all []drawing.Drawing
	add := func(d drawing.Drawing, drawn bool) {
		if drawn {
			all = append(all, d)
		}
	}
	add(s.drawTraits(width, since))
	add(s.drawTalks(width))
	add(s.drawSides(width))
	add(s.drawLadder(width))
	add(s.drawBenefits(width))
	add(s.drawReadiness(width))
	return append(all, s.drawAnswers(width)...)
}
