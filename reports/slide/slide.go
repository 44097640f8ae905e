// Package slide writes a report of one slide as a picture, to be pasted into somebody's
// own slides: [WriteSVG] and [WritePNG].
//
// A slide of 16:9 is filled from top to bottom, and all of it is drawn as large as there is
// room for. What no slide can show, such as a table, is an error
// ([ErrNoRoom]) and never left out in silence. A picture holds no word that is not in the
// report.
package slide

import (
	"errors"
	"io"

	"collab/reports/content"
	"collab/reports/figure"
)

// ErrNoRoom is given of a report that is not one slide, or holds what a slide cannot show.
var ErrNoRoom = errors.New("only one slide can be drawn as a picture")

// WriteSVG writes a report of one slide as a picture of lines and letters. It is the same
// on a light and a dark page, as what is around it on a slide is.
func WriteSVG(w io.Writer, r content.Report) error {
	d, colors, err := drawn(r)
	if err != nil {
		return err
	}
	return figure.WriteSVGFile(w, d, colors)
}

// WritePNG writes a report of one slide as a picture of pixels, fit for a large screen. It
// fails with [figure.ErrNoLetters] where its font lacks letters.
func WritePNG(w io.Writer, r content.Report) error {
	const pixels = 2 // for each of the drawing
	d, colors, err := drawn(r)
	if err != nil {
		return err
	}
	return figure.WritePNG(w, d, colors, pixels)
}

// The slide, and what stays free around it.
const (
	width, height = 1600.0, 900.0
	margin        = 72.0
	bottom        = height - 40
)

func drawn(r content.Report) (figure.Drawing, figure.Palette, error) {
	colors := figure.NewPalette(figure.Light, r.Brand.AccentColor(), figure.MostStages)
	if len(r.Sections) != 1 || r.Sections[0].Sheet != content.Slide {
		return figure.Drawing{}, colors, ErrNoRoom
	}
	const largest, smallest = 1.2, .5
	for scale := largest; ; scale -= .05 {
		p := newPen(r.Sections[0], scale)
		p.slide(r.Sections[0], r.Running)
		if p.fits() || p.err != nil || scale < smallest {
			return p.Drawing, colors, p.err
		}
	}
}
