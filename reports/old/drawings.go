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
// it has something to show for: what changed, too, where the options hold the past.
// Their texts are plain; a writer escapes them.
func Drawings(a *assess.Assessment, o Options, width float64) []drawing.Drawing {
	s := plainStory(a)
	var all []drawing.Drawing
	add := func(d drawing.Drawing, drawn bool) {
		if drawn {
			all = append(all, d)
		}
	}
	add(s.drawTraits(width, o.Since))
	add(s.drawChange(width, o.Since))
	add(s.drawTrend(width, o.Series))
	add(s.drawTalks(width))
	add(s.drawSides(width))
	add(s.drawLadder(width))
	add(s.drawBenefits(width))
	add(s.drawReadiness(width))
	return append(all, s.drawAnswers(width)...)
}
