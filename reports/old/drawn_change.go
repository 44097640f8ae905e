package reports

import (
	"math"

	"collab/assess"
	"collab/reports/drawing"
)

// shiftRails are the changes since the last time: every shift with its interval about
// the line of no change.
type shiftRails struct {
	*rails
	told sequel
	most float64 // stages, at either end of the rails
}

// drawChange is the picture of what changed; none where no shift is told.
func (s story) drawChange(width float64, since *assess.Comparison) (drawing.Drawing, bool) {
	if since == nil {
		return drawing.Drawing{}, false
	}
	c := shiftRails{told: plainSequel(since), most: .5}
	told := false
	for _, ch := range since.Changes() {
		if told = told || ch.HasShift; ch.HasShift {
			c.most = max(c.most, farthest(ch))
		}
	}
	if !told {
		return drawing.Drawing{}, false
	}
	c.most = math.Ceil(2*c.most) / 2
	title := "What changed since " + since.Then.Date.Long()
	c.rails = s.newSketch("since", title, width).newRails(116)
	changes := (changePage{c.told, c.strong}).Table()
	c.Data = changes.data()
	c.draw()
	return c.done(), true
}

// farthest is how far a shift or its interval reaches, in stages.
func farthest(ch assess.Change) float64 {
	reach := math.Abs(ch.Shift.Stages())
	if ch.HasInterval {
		reach = max(reach, math.Abs(ch.Low.Stages()), math.Abs(ch.High.Stages()))
	}
	return reach
}

func (c shiftRails) draw() {
	c.axis()
	said := []prose{c.told.Finding()}
	for _, ch := range c.told.c.Changes() {
		if ch.Verdict == "" {
			c.rule()
		}
		said = append(said, c.told.OnChange(ch))
		c.row(words(Plain(ch.Dimension.Name)), c.shift(ch), func(y float64) { c.onRail(ch, y) })
	}
	c.Description = string(join(said...))
	setGuides(c.rails, []float64{-c.most, 0, c.most}, c.x)
	c.y += 4
	c.keys(
		key{func(x, y float64) { c.disc(x, y, drawing.Accent) }, "the shift, in stages"},
		key{c.barMark, "95 % interval"},
		key{func(x, y float64) { c.middled(words(unchanged).at(drawing.Middle), x, y, 20) }, "no detectable change"})
}

// x is where a shift is on the rails.
func (c shiftRails) x(stages float64) float64 {
	return (c.left+c.right)/2 + (c.right-c.left)/2*stages/c.most
}

func (c shiftRails) axis() {
	c.y += 4
	for _, v := range []float64{-c.most, 0, c.most} {
		l := small(assess.Shift(math.Round(100 * v)).Signed()).at(drawing.Middle)
		c.set(l, c.x(v), c.y, 80)
	}
	c.y += smallSize*leading + 4
	c.top = c.y
}

// shift is the figure, with its verdict.
func (c shiftRails) shift(ch assess.Change) []figure {
	f := figure{base: small(verdicts[ch.Verdict])}
	if ch.Verdict == assess.NoDetectableChange {
		f.base = small(unchanged)
	}
	if ch.HasShift {
		f.value = words(ch.SignedShift())
	}
	if ch.Verdict == assess.Moved {
		f.value, f.base = f.value.strong(), f.base.strong().in(drawing.Words)
	}
	return []figure{f}
}

func (c shiftRails) onRail(ch assess.Change, y float64) {
	if ch.HasInterval {
		c.bar(c.x(ch.Low.Stages()), c.x(ch.High.Stages()), y)
	}
	if ch.HasShift {
		c.disc(c.x(ch.Shift.Stages()), y, drawing.Accent)
	}
}
