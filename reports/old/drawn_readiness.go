package reports

import (
	"fmt"
	"strconv"
	"strings"

	"collab/assess"
	"collab/reports/drawing"
)

// drawReadiness is the picture of the forms: how many of their conditions are met,
// short and unknown; none in the short length, which asks of no form.
func (s story) drawReadiness(width float64) (drawing.Drawing, bool) {
	if !(page{story: s}).FormsAsked() {
		return drawing.Drawing{}, false
	}
	k := s.newSketch("readiness", "What each form needs: met, short and unknown", width)
	t := table{columns: []column{left("Form"), left("Verdict"), right("Met"), right("Short"), right("Unknown")}}
	var said []prose
	for i, f := range k.a.Forms {
		if i > 0 {
			k.Add(drawing.Line{X1: 0, Y1: k.y, X2: k.Width, Y2: k.y, Stroke: drawing.Hair})
		}
		k.form(f)
		n := outcomesOf(f)
		row := []prose{k.say("%s", f.Form.Name), prose(verdictOn(f))}
		for _, state := range stateOrder {
			row = append(row, count(n[state]))
		}
		t.rows = append(t.rows, row)
		said = append(said, k.Form(f))
	}
	k.Description, k.Data = string(join(said...)), t.data()
	k.keys(key{k.met, "met"}, key{k.lacking, "short"}, key{k.open, "unknown"})
	return k.done(), true
}

// stateOrder is the order in which outcomes are shown.
var stateOrder = []assess.State{assess.Fulfilled, assess.Lacking, assess.Unknown}

func outcomesOf(f assess.Readiness) map[assess.State]int {
	n := map[assess.State]int{}
	for _, c := range f.Conditions {
		n[c.State]++
	}
	return n
}

// form is a row: the name with its verdict, a box for every condition, and the numbers.
func (s *sketch) form(f assess.Readiness) {
	const pad, box, apart = 10.0, 20.0, 5.0
	title := words(Plain(f.Form.Name)).strong()
	verdict := words(verdictOn(f))
	s.y += pad
	room := s.Width - verdict.width() - 16
	if s.narrow() {
		room = s.Width
	}
	s.set(title, 0, s.y, room)
	height := title.height(room)
	if s.narrow() {
		s.set(verdict, 0, s.y+height, room)
		height += verdict.height(room)
	} else {
		s.set(verdict.at(drawing.End), s.Width, s.y, s.Width/2)
	}
	s.y += height + 6
	counts := outcomesOf(f)
	marks := map[assess.State]func(x, y float64){assess.Fulfilled: s.met, assess.Lacking: s.lacking, assess.Unknown: s.open}
	x := 0.0
	var said []string
	for _, state := range stateOrder {
		for range counts[state] {
			if x+box > s.Width {
				x, s.y = 0, s.y+box+apart
			}
			marks[state](x+box/2, s.y+box/2)
			x += box + apart
		}
		if n := counts[state]; n > 0 {
			said = append(said, fmt.Sprintf("%d %s", n, outcomes[state]))
		}
	}
	s.y += box + 4
	numbers := small("Of " + strconv.Itoa(len(f.Conditions)) + " conditions: " + strings.Join(said, ", ") + ".")
	s.set(numbers, 0, s.y, s.Width)
	s.y += numbers.height(s.Width) + pad
}

// Outcomes of a condition: a tick, a dash, a question mark.

const boxHalf = 8.0

func (s *sketch) met(x, y float64) {
	s.Add(drawing.Rect{X: x - boxHalf, Y: y - boxHalf, W: 2 * boxHalf, H: 2 * boxHalf, Round: 3, Fill: drawing.Accent, Stroke: drawing.Accent},
		drawing.Line{X1: x - 4, Y1: y, X2: x - 1, Y2: y + 3.5, Thick: 2, Stroke: drawing.Paper},
		drawing.Line{X1: x - 1, Y1: y + 3.5, X2: x + 4.5, Y2: y - 3.5, Thick: 2, Stroke: drawing.Paper})
}

func (s *sketch) lacking(x, y float64) {
	s.Add(drawing.Rect{X: x - boxHalf, Y: y - boxHalf, W: 2 * boxHalf, H: 2 * boxHalf, Round: 3, Fill: drawing.Paper, Stroke: drawing.Words},
		drawing.Line{X1: x - 4, Y1: y, X2: x + 4, Y2: y, Thick: 2, Stroke: drawing.Words})
}

func (s *sketch) open(x, y float64) {
	s.Add(drawing.Rect{X: x - boxHalf, Y: y - boxHalf, W: 2 * boxHalf, H: 2 * boxHalf, Round: 3, Fill: drawing.Soft, Stroke: drawing.Ghost})
	s.middled(label{text: "?", size: smallSize, ink: drawing.Words, anchor: drawing.Middle}, x, y, 2*boxHalf)
}
