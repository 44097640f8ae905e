package reports

import (
	"collab/assess"
	"collab/reports/drawing"
	"collab/rubric"
)

// waysOf are the ways of the traits through a series: a line for each, from the first
// date to the last, between the first stage and the last.
type waysOf struct {
	*rails
	series *assess.Series
}

// fewestPoints is the least number of assessments that have a way: two have a change.
const fewestPoints = 3

const wayHeight = 44.0

// drawTrend is the picture of a series; none where it is short.
func (s story) drawTrend(width float64, series *assess.Series) (drawing.Drawing, bool) {
	if series == nil || len(series.Points) < fewestPoints {
		return drawing.Drawing{}, false
	}
	c := plainCourse(series)
	w := waysOf{s.newSketch("trend", "Where the traits stood over time", width).newRails(64), series}
	w.left -= 20 // there are no names of stages above
	w.Data = trendPage{c, w.strong}.Table().data()
	w.y += 4
	w.top = w.y
	var said []prose
	for _, d := range series.Dimensions() {
		said = append(said, c.onTrait(d))
		w.way(d)
	}
	w.Description = string(join(said...))
	w.dates()
	w.keys(
		key{func(x, y float64) { w.point(x, y, assess.NoDetectableChange) }, "an assessment"},
		key{func(x, y float64) { w.point(x, y, assess.Moved) }, "moved since the one before"},
		key{func(x, y float64) { w.point(x, y, assess.Possible) }, "possibly"})
	return w.done(), true
}

// way is a row: the name, the line, and the latest figure.
func (w waysOf) way(d *rubric.Dimension) {
	const pad = 8
	name := words(Plain(d.Name))
	latest, _ := w.series.Latest().Standing(d.ID)
	top := w.y + pad
	if w.narrow() {
		w.set(name, 0, top, w.Width-w.figures)
		top += name.height(w.Width-w.figures) + 4
	} else {
		w.middled(name, 0, top+max(wayHeight, name.height(w.names-20))/2, w.names-20)
	}
	if latest.Position > 0 {
		w.middled(words(latest.Position.String()).strong().at(drawing.End), w.Width, top+wayHeight/2, w.figures)
	}
	for _, y := range []float64{top, top + wayHeight} {
		w.Add(drawing.Line{X1: w.left, Y1: y, X2: w.right, Y2: y, Stroke: drawing.Hair})
	}
	w.line(d, top)
	w.y = top + max(wayHeight, name.height(w.names-20)) + pad
	if w.narrow() {
		w.y = top + wayHeight + pad
	}
}

// line joins the points of a trait; one without a position leaves a gap.
func (w waysOf) line(d *rubric.Dimension, top float64) {
	type mark struct {
		x, y    float64
		verdict assess.Outcome
	}
	var marks []mark
	last := -1
	for i, p := range w.series.Points {
		at, stood := p.Standing(d.ID)
		if !stood || at.Position == 0 {
			continue
		}
		ch, _ := p.Change(d.ID)
		share := (float64(at.Position)/100 - 1) / float64(p.Head.Rubric.K()-1)
		now := mark{w.date(p), top + wayHeight*(1-share), ch.Verdict}
		if last == i-1 && len(marks) > 0 {
			before := marks[len(marks)-1]
			w.Add(drawing.Line{X1: before.x, Y1: before.y, X2: now.x, Y2: now.y, Thick: 2, Stroke: drawing.Accent})
		}
		marks, last = append(marks, now), i
	}
	for _, m := range marks {
		w.point(m.x, m.y, m.verdict)
	}
}

// point marks an assessment; a ring tells that a trait moved, a dashed one that it may have.
func (w waysOf) point(x, y float64, v assess.Outcome) {
	if v == assess.Moved || v == assess.Possible {
		w.Add(drawing.Circle{X: x, Y: y, R: 7.5, Fill: drawing.Paper, Stroke: drawing.Words, Dashed: v == assess.Possible})
	}
	w.Add(drawing.Circle{X: x, Y: y, R: 3.5, Fill: drawing.Accent})
}

// date is where a point is between the first date and the last.
func (w waysOf) date(p assess.Point) float64 {
	first, last := w.series.Points[0].Head.Date, w.series.Latest().Head.Date
	return w.left + (w.right-w.left)*p.Head.Date.Sub(first.Time).Hours()/last.Sub(first.Time).Hours()
}

// dates names the first and the last date below the lines.
func (w waysOf) dates() {
	first, last := small(brief(w.series.Points[0].Head.Date)), small(brief(w.series.Latest().Head.Date))
	w.set(first, w.left, w.y, 120)
	w.set(last.at(drawing.End), w.right, w.y, 120)
	w.y += smallSize*leading + 4
}
