package reports

import (
	"slices"
	"strconv"

	"collab/assess"
	"collab/reports/drawing"
	"collab/rubric"
)

// A ladder has a rung for every stage, the last on top, and on each the attributes
// of the joint work that stand there.
type ladder struct {
	*sketch
	spectrum    assess.Spectrum
	left, right float64 // the uprights
	column      float64 // width of a column of attributes
	columns     int
}

const ladderGap = 12.0

// drawLadder is the picture of the spectrum; none where no attribute stands on a rung.
func (s story) drawLadder(width float64) (drawing.Drawing, bool) {
	sp := s.a.Spectrum
	if sp == nil || sp.None || sp.Base.Ranked == 0 {
		return drawing.Drawing{}, false
	}
	l := ladder{sketch: s.newSketch("spectrum", Plain(sp.Dimension.Name), width), spectrum: *sp, columns: 2, right: width - 2}
	l.left = 150
	if l.narrow() {
		l.left, l.columns = 2, 1
	}
	l.column = (l.right - l.left - 2*ladderGap) / float64(l.columns)
	l.Description = l.describe()
	l.Data = l.Attributes().data()
	const over = 8 // of the uprights
	l.y = over
	var rungs []float64
	for rank := s.a.Rubric.K(); rank >= 1; rank-- {
		l.rung(rank)
		rungs = append(rungs, l.y)
	}
	for _, y := range rungs {
		l.Add(drawing.Line{X1: l.left, Y1: y, X2: l.right, Y2: y, Thick: 2, Stroke: drawing.Ghost})
	}
	l.y += over
	for _, x := range []float64{l.left, l.right} {
		l.Add(drawing.Line{X1: x, Y1: 0, X2: x, Y2: l.y, Thick: 3, Stroke: drawing.Ghost})
	}
	l.nowhere()
	l.legend()
	return l.done(), true
}

func (l ladder) describe() string {
	return string(join(l.Standing(l.spectrum.Placement), l.Want(l.spectrum.Placement), l.Pull()))
}

// attributes are the questions of the spectrum that were asked, with a rank.
func (l ladder) attributes(rank int) []rubric.Question {
	var found []rubric.Question
	for _, q := range l.spectrum.Dimension.Questions {
		if asked := l.question(q.ID); asked.Asked && asked.Rank == rank {
			found = append(found, q)
		}
	}
	return found
}

// rung is a stage with its attributes. They are set in columns, row by row.
func (l ladder) rung(rank int) {
	const pad = 9
	name, below := l.rungName(rank), l.measure(rank)
	inner := max(below, name.height(l.left-2*ladderGap), 2*wordSize*leading)
	if l.narrow() {
		inner = name.height(l.column) + below
	}
	bottom := l.y + inner + 2*pad
	if rank == l.spectrum.Stage {
		l.Add(drawing.Rect{X: l.left, Y: l.y, W: l.right - l.left, H: bottom - l.y, Fill: drawing.Soft})
	}
	if l.narrow() {
		l.set(name, l.left+ladderGap, l.y+pad, l.column)
		l.place(rank, bottom-pad-below)
	} else {
		l.middled(name.at(drawing.End), l.left-ladderGap, (l.y+bottom)/2, l.left-ladderGap)
		l.place(rank, (l.y+bottom-below)/2)
	}
	l.y = bottom
}

// rungName is the stage with what it is to the joint work.
func (l ladder) rungName(rank int) label {
	text := strconv.Itoa(rank) + " " + Plain(l.stage(rank))
	today, target := rank == l.spectrum.Stage, l.spectrum.Target != assess.NoTarget && rank == l.spectrum.Wanted
	switch {
	case today && target:
		text += " (today and target)"
	case today:
		text += " (today)"
	case target:
		text += " (target)"
	}
	if today {
		return words(text).strong().in(drawing.Accent)
	}
	return words(text)
}

const ladderMark = 16.0 // room for the mark before an attribute

// measure is how high the attributes of a rung are.
func (l ladder) measure(rank int) float64 {
	height := 0.0
	for row := range slices.Chunk(l.attributes(rank), l.columns) {
		height += l.rowHeight(row)
	}
	return height
}

func (l ladder) rowHeight(row []rubric.Question) float64 {
	height := 0.0
	for _, q := range row {
		height = max(height, words(Plain(nameOf(&q))).height(l.column-ladderMark-6))
	}
	return height + 4
}

func (l ladder) place(rank int, y float64) {
	for row := range slices.Chunk(l.attributes(rank), l.columns) {
		for i, q := range row {
			x := l.left + ladderGap + float64(i)*l.column
			l.mark(q.ID, x+markSize, y+2+wordSize*.65)
			l.set(words(Plain(nameOf(&q))), x+ladderMark, y+2, l.column-ladderMark-6)
		}
		y += l.rowHeight(row)
	}
}

// mark tells what an attribute does to the joint work.
func (l ladder) mark(id string, x, y float64) {
	switch {
	case slices.Contains(l.spectrum.Behind, id):
		l.triangle(x, y, false, drawing.Words)
	case slices.Contains(l.spectrum.Ahead, id):
		l.triangle(x, y, true, drawing.Words)
	default:
		l.disc(x, y, drawing.Accent)
	}
}

// nowhere names the attributes that stand on no rung.
func (l ladder) nowhere() {
	var names []string
	for _, q := range l.attributes(0) {
		names = append(names, l.low(nameOf(&q)))
	}
	if len(names) == 0 {
		return
	}
	text := small("On no rung, since too little is known: " + Plain(listed(names)) + ".")
	l.y += 6
	l.set(text, 0, l.y, l.Width)
	l.y += text.height(l.Width)
}

func (l ladder) legend() {
	l.y += 4
	at := func(x, y float64) { l.disc(x, y, drawing.Accent) }
	up := func(x, y float64) { l.triangle(x, y, true, drawing.Words) }
	down := func(x, y float64) { l.triangle(x, y, false, drawing.Words) }
	all := []key{{at, "at the stage of the whole"}}
	if len(l.spectrum.Ahead) > 0 {
		all = append(all, key{up, "running ahead"})
	}
	if len(l.spectrum.Behind) > 0 {
		all = append(all, key{down, "holding back"})
	}
	l.keys(all...)
}
