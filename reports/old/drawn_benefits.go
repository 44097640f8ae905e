package reports

import (
	"collab/assess"
	"collab/reports/drawing"
	"collab/rubric"
)

// A grid has a row for every benefit area and a column for each scope.
type grid struct {
	*sketch
	left, column float64
}

// drawBenefits is the picture of what members gain; none where nothing was answered.
func (s story) drawBenefits(width float64) (drawing.Drawing, bool) {
	g := grid{sketch: s.newSketch("benefits", "What members gain, by area and side", width), left: 190}
	table := g.Benefits()
	if table == nil {
		return drawing.Drawing{}, false
	}
	g.Data = table.data()
	g.Description = string(join(g.gains()...))
	if g.narrow() {
		g.left = 0
	}
	g.column = (g.Width - g.left) / 2
	g.heads()
	for _, d := range g.a.Rubric.Benefits() {
		g.area(d)
	}
	g.y += 2
	return g.done(), true
}

// gains tells every place in a sentence.
func (g grid) gains() []prose {
	var said []prose
	for _, row := range g.Data.Rows {
		said = append(said, prose(row[0]+": "+g.low(row[1])+" within the association, "+g.low(row[2])+" between associations."))
	}
	return said
}

func (g grid) heads() {
	g.y += 4 // a font may rise above its size
	within, between := small(sentence(sides[rubric.Within])), small(sentence(sides[rubric.Between]))
	g.set(within, g.left, g.y, g.column-8)
	g.set(between, g.left+g.column, g.y, g.column-8)
	g.y += max(within.height(g.column-8), between.height(g.column-8)) + 6
}

// area is a row: its name, and for each scope pips and the stage in words.
func (g grid) area(d *rubric.Dimension) {
	const pad, pips = 9, 18
	g.Add(drawing.Line{X1: 0, Y1: g.y, X2: g.Width, Y2: g.y, Stroke: drawing.Hair})
	name := words(Plain(d.Name))
	y, height := g.y+pad, 0.0
	if g.narrow() {
		g.set(name.strong(), 0, y, g.Width)
		y += name.strong().height(g.Width) + 4
	} else {
		height = name.height(g.left - 16)
		g.set(name, 0, y, g.left-16)
	}
	for i, scope := range []rubric.Scope{rubric.Within, rubric.Between} {
		x := g.left + float64(i)*g.column
		said := small(string(none))
		if q, asked := g.asks(d, scope); asked {
			g.pips(q.Rank, x, y+2)
			said = small(string(g.answer(q)))
		}
		g.set(said, x, y+pips, g.column-12)
		height = max(height, pips+said.height(g.column-12))
	}
	g.y = y + height + pad
}

// asks is the question of an area about a scope.
func (g grid) asks(d *rubric.Dimension, scope rubric.Scope) (assess.Question, bool) {
	for _, q := range d.Questions {
		if q.Scope == scope {
			return g.question(q.ID), true
		}
	}
	return assess.Question{}, false
}

// pips are as many squares as there are stages, filled up to a rank.
func (g grid) pips(rank int, x, y float64) {
	const size, apart = 11.0, 4.0
	for i := range g.a.Rubric.K() {
		fill, stroke := drawing.None, drawing.Ghost
		if i < rank {
			fill, stroke = drawing.Accent, drawing.Accent
		}
		g.Add(drawing.Rect{X: x + 1 + float64(i)*(size+apart), Y: y, W: size, H: size, Round: 2, Fill: fill, Stroke: stroke})
	}
}
