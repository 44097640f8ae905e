package reports

import (
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/reports/drawing"
)

// rails are the rows of a picture that run from the first stage to the last, under
// one axis. On a phone the names stand above the rails.
type rails struct {
	*sketch
	left, right float64 // the first stage and the last
	names       float64 // width of the column of names
	figures     float64 // width of the columns of figures
	top         float64 // where the guides of the axis begin
	numbered    bool    // the axis has numbers, with a legend below
}

const (
	railPad    = 9.0 // above and below what stands in a row
	railHeight = 22.0
	axisSize   = 11.5
)

// newRails leaves so much room for figures at the right.
func (s *sketch) newRails(figures float64) *rails {
	r := &rails{sketch: s, figures: figures, names: 200, left: 246, right: s.Width - figures - 44}
	if s.narrow() {
		r.names, r.left, r.right = s.Width-figures, 38, s.Width-38
	}
	return r
}

// x is where a position is on the rails.
func (r *rails) x(p assess.Position) float64 {
	return r.left + (r.right-r.left)*(float64(p)/100-1)/float64(r.a.Rubric.K()-1)
}

func (r *rails) rankX(rank int) float64 { return r.x(assess.Position(100 * rank)) }

// axis names the stages above their places, by their numbers where a name has no room.
func (r *rails) axis() {
	room := (r.right-r.left)/float64(r.a.Rubric.K()-1) - 6
	room = min(room, 2*min(r.left, r.Width-r.right))
	stages := r.a.Rubric.Stages
	label := func(rank int) label {
		l := small(Plain(stages[rank-1].Name)).at(drawing.Middle)
		l.size = axisSize
		return l
	}
	for rank := range stages {
		for _, word := range strings.Fields(label(rank + 1).text) {
			r.numbered = r.numbered || drawing.Width(word, axisSize, false) > room
		}
	}
	r.y += 4 // a font may rise above its size
	height := 0.0
	for rank := range stages {
		height = max(height, r.stageLabel(rank+1, label).height(room))
	}
	for rank := 1; rank <= len(stages); rank++ {
		l := r.stageLabel(rank, label)
		r.set(l, r.rankX(rank), r.y+height-l.height(room), room)
	}
	r.y += height + 4
	r.top = r.y
}

func (r *rails) stageLabel(rank int, named func(int) label) label {
	l := named(rank)
	if r.numbered {
		l.text = strconv.Itoa(rank)
	}
	return l
}

// row lays out a row: its name, its figures, and what is drawn on the rail whose
// middle is at y.
func (r *rails) row(name label, figures []figure, draw func(y float64)) {
	height := max(name.height(r.names), railHeight)
	for _, f := range figures {
		height = max(height, f.value.height(r.figures)+f.base.height(r.figures))
	}
	middle := r.y + railPad + height/2
	rail, bottom := middle, r.y+height+2*railPad
	if r.narrow() {
		rail = r.y + railPad + height + 11
		bottom = rail + railHeight
	}
	r.middled(name, 0, middle, r.names)
	for i, f := range figures {
		each := r.figures / float64(len(figures))
		r.figure(f, r.Width-each*float64(len(figures)-1-i), middle, each)
	}
	r.Add(drawing.Line{X1: r.left, Y1: rail, X2: r.right, Y2: rail, Thick: 2, Stroke: drawing.Hair})
	draw(rail)
	r.y = bottom
}

// A figure stands beside a rail, with what it rests on below it.
type figure struct{ value, base label }

func (r *rails) figure(f figure, x, middle, width float64) {
	half := (f.value.height(width) + f.base.height(width)) / 2
	r.set(f.value.at(drawing.End), x, middle-half, width)
	r.set(f.base.at(drawing.End), x, middle-half+f.value.height(width), width)
}

// rule parts rows.
func (r *rails) rule() {
	r.Add(drawing.Line{X1: 0, Y1: r.y, X2: r.Width, Y2: r.y, Stroke: drawing.Hair})
}

// close sets the guides of the stages, and the legend of the axis.
func (r *rails) close() {
	var ranks []int
	for i := range r.a.Rubric.Stages {
		ranks = append(ranks, i+1)
	}
	setGuides(r, ranks, r.rankX)
	r.y += 4
	if r.numbered {
		r.stageLegend()
	}
}

// setGuides sets a thin line behind everything for each of some values of an axis.
func setGuides[T any](r *rails, values []T, x func(T) float64) {
	var guides []drawing.Shape
	for _, v := range values {
		guides = append(guides, drawing.Line{X1: x(v), Y1: r.top, X2: x(v), Y2: r.y, Stroke: drawing.Hair})
	}
	r.Shapes = slices.Concat(guides, r.Shapes)
}

// bar is an interval on a rail.
func (s *sketch) bar(from, to, y float64) {
	const half = 5
	s.Add(drawing.Rect{X: from, Y: y - half, W: to - from, H: 2 * half, Fill: drawing.Soft, Stroke: drawing.Accent})
}

// barMark is the mark of an interval in a key.
func (s *sketch) barMark(x, y float64) { s.bar(x-8, x+8, y) }

// stageLegend explains the stages' numbers.
func (s *sketch) stageLegend() {
	var all []string
	for i, stage := range s.a.Rubric.Stages {
		all = append(all, strconv.Itoa(i+1)+"\u00a0"+Plain(s.low(stage.Name)))
	}
	legend := small(strings.Join(all, ", "))
	s.set(legend, 0, s.y, s.Width)
	s.y += legend.height(s.Width) + 4
}
