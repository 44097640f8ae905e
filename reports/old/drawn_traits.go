package reports

import (
	"slices"
	"strconv"

	"collab/assess"
	"collab/reports/drawing"
)

// profileRails are the traits and the spectrum, where they stand, where they are
// wanted, and of a room how sure that is.
type profileRails struct {
	*rails
	before map[string]assess.Position // where they stood in the assessment before
	date   assess.Date                // its date
}

// drawTraits is the picture of the profile. Since may be nil.
func (s story) drawTraits(width float64, since *assess.Comparison) (drawing.Drawing, bool) {
	r := profileRails{rails: s.newSketch("profile", "Where the traits stand, from the first stage to the last", width).newRails(58)}
	if since != nil {
		r.before, r.date = stoodBefore(since), since.Then.Date
	}
	r.Data = r.Profile().data()
	var said []prose
	r.axis()
	for i, p := range r.a.Placements() {
		said = append(said, r.Standing(p), r.Parted(p), r.Want(p), r.stood(p))
		if i == len(r.a.Traits) {
			r.rule()
		}
		r.row(words(Plain(p.Dimension.Name)), r.position(p), func(y float64) { r.standing(p, y) })
	}
	r.Description = string(join(said...))
	r.close()
	r.keys(r.traitKeys()...)
	return r.done(), true
}

// stoodBefore are the positions of the earlier assessment, of what both asked by the
// same questions. One person's are not set beside a room's.
func stoodBefore(c *assess.Comparison) map[string]assess.Position {
	before := map[string]assess.Position{}
	changes := slices.Clone(c.Traits)
	if c.Spectrum != nil && !slices.Contains(c.Cautions, assess.CautionJointWork) {
		changes = append(changes, *c.Spectrum)
	}
	for _, ch := range changes {
		p, placed := c.Then.Placement(ch.Dimension.ID)
		if placed && ch.HasShift && ch.Comparable == ch.Asked {
			before[ch.Dimension.ID] = p.Position
		}
	}
	return before
}

// stood tells where a dimension stood before.
func (r profileRails) stood(p assess.Placement) prose {
	then, known := r.before[p.Dimension.ID]
	if !known || then == 0 {
		return ""
	}
	return r.say("On %s it stood at %s.", r.date.Long(), then)
}

// position is the figure, with what it rests on.
func (r profileRails) position(p assess.Placement) []figure {
	if p.Position == 0 {
		return nil
	}
	f := figure{value: words(p.Position.String()).strong()}
	switch n := r.people(p); {
	case n != "":
		f.base = small("n " + n)
	case !r.room() && p.Base.Asked > 0:
		f.base = small(answered(p.Base))
	}
	return []figure{f}
}

// standing draws where one trait stands.
func (r profileRails) standing(p assess.Placement, y float64) {
	if p.Position == 0 {
		text := "not enough answers"
		if !r.room() {
			text += ", " + answered(p.Base)
		}
		l := small(text).at(drawing.Middle)
		x, half := (r.left+r.right)/2, l.width()/2+4
		r.Add(drawing.Rect{X: x - half, Y: y - 9, W: 2 * half, H: 18, Fill: drawing.Paper})
		r.middled(l, x, y, r.right-r.left)
		return
	}
	x := r.x(p.Position)
	if p.Low > 0 {
		r.bar(r.x(p.Low), r.x(p.High), y)
	}
	if then := r.before[p.Dimension.ID]; then > 0 {
		r.ghost(r.x(then), y)
	}
	if p.Target != assess.NoTarget && !stays(p) {
		wanted := r.rankX(p.Wanted)
		r.Add(drawing.Line{X1: x, Y1: y, X2: wanted, Y2: y, Thick: 2, Stroke: drawing.Accent, Dashed: true})
		r.goal(wanted, y)
	}
	r.disc(x, y, drawing.Accent)
}

// goal marks a target: it is wider than the mark of today, and shows around it.
func (s *sketch) goal(x, y float64) { s.diamond(x, y, 8.5, drawing.Paper, drawing.Words) }

// ghost marks where something stood before; it shows around the mark of today.
func (s *sketch) ghost(x, y float64) {
	s.Add(drawing.Circle{X: x, Y: y, R: 8, Fill: drawing.Paper, Stroke: drawing.Ghost, Dashed: true})
}

func (r profileRails) traitKeys() []key {
	all := []key{{func(x, y float64) { r.disc(x, y, drawing.Accent) }, "today"}}
	if len(r.before) > 0 {
		all = append(all, key{r.ghost, r.date.Long()})
	}
	var target, interval bool
	for _, p := range r.a.Placements() {
		target = target || p.Position > 0 && p.Target != assess.NoTarget && !stays(p)
		interval = interval || p.Low > 0
	}
	if target {
		all = append(all, key{r.goal, "target in " + strconv.Itoa(r.a.Rubric.Targets.HorizonMonths) + " months"})
	}
	if interval {
		what := "95 % interval"
		if r.fromCountsAlone() {
			what = "interval, at most"
		}
		all = append(all, key{r.barMark, what})
	}
	return all
}
