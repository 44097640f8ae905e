package reports

import (
	"collab/assess"
	"collab/reports/drawing"
)

// drawSides is the picture of work within the association against work between
// associations; none where no trait has either.
func (s story) drawSides(width float64) (drawing.Drawing, bool) {
	r := s.newSketch("sides", "Within the association and between associations", width).newRails(96)
	table := r.Scopes()
	if table == nil {
		return drawing.Drawing{}, false
	}
	r.Data = table.data()
	r.Description = string(join(r.Sides(), r.ScopesNote()))
	r.sideHeads()
	r.axis()
	for _, t := range r.a.Traits {
		if t.Within == 0 && t.Between == 0 {
			continue
		}
		figures := []figure{{value: words(string(r.page.figure(t.Within)))}, {value: words(string(r.page.figure(t.Between)))}}
		r.row(words(Plain(t.Dimension.Name)), figures, func(y float64) { r.bothSides(t, y) })
	}
	r.close()
	r.keys(key{r.square, "within the association"}, key{r.ring, "between associations"})
	return r.done(), true
}

// sideHeads set the marks over the columns of figures.
func (r *rails) sideHeads() {
	const middle = 10
	r.square(r.Width-r.figures/2-14, middle)
	r.ring(r.Width-14, middle)
	if r.narrow() {
		r.y += 2 * middle
	}
}

func (r *rails) bothSides(t assess.Placement, y float64) {
	if t.Within > 0 && t.Between > 0 {
		r.Add(drawing.Line{X1: r.x(t.Within), Y1: y, X2: r.x(t.Between), Y2: y, Thick: 3, Stroke: drawing.Ghost})
	}
	if t.Between > 0 {
		r.ring(r.x(t.Between), y)
	}
	if t.Within > 0 {
		r.square(r.x(t.Within), y)
	}
}

func (s *sketch) square(x, y float64) {
	const r = 4.5
	s.Add(drawing.Rect{X: x - r, Y: y - r, W: 2 * r, H: 2 * r, Fill: drawing.Accent})
}

// ring shows around a square at the same place.
func (s *sketch) ring(x, y float64) {
	s.Add(drawing.Circle{X: x, Y: y, R: 8, Fill: drawing.Paper, Stroke: drawing.Words})
}
