package figure

import "math"

// Outlines of shapes as points, for [WritePNG]. They run clockwise on the screen.

// rectangle has corners of a radius, as far as its sides are long enough for it.
func rectangle(x, y, w, h, round float64) []Point {
	round = min(round, w/2, h/2)
	if round <= 0 {
		return []Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
	}
	var points []Point
	for quarter, center := range []Point{{x + w - round, y + h - round}, {x + round, y + h - round}, {x + round, y + round}, {x + w - round, y + round}} {
		start := float64(quarter) * math.Pi / 2
		points = append(points, arc(center, round, start, start+math.Pi/2)...)
	}
	return points
}

func circle(x, y, r float64) []Point { return arc(Point{x, y}, r, 0, 2*math.Pi) }

// arc is a part of a circle, with a point for every half pixel or so.
func arc(center Point, r, from, to float64) []Point {
	steps := max(8, int(math.Ceil((to-from)*r*2)))
	points := make([]Point, steps+1)
	for i := range points {
		sin, cos := math.Sincos(from + (to-from)*float64(i)/float64(steps))
		points[i] = Point{center.X + r*cos, center.Y + r*sin}
	}
	return points
}

// bar is a straight line that is thick.
func bar(a, b Point, thick float64) []Point {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if length == 0 {
		return nil
	}
	x, y := -(b.Y-a.Y)/length*thick/2, (b.X-a.X)/length*thick/2
	return []Point{{a.X - x, a.Y - y}, {b.X - x, b.Y - y}, {b.X + x, b.Y + y}, {a.X + x, a.Y + y}}
}

// cut is a line as its dashes: one, a gap, and so on from its first point.
func cut(points []Point) [][]Point {
	dashes := [][]Point{{points[0]}}
	left, gap := Dash, false
	for i := range points[1:] {
		a, b := points[i], points[i+1]
		for length := math.Hypot(b.X-a.X, b.Y-a.Y); length > 0; length = math.Hypot(b.X-a.X, b.Y-a.Y) {
			step := min(left, length)
			a = Point{a.X + (b.X-a.X)*step/length, a.Y + (b.Y-a.Y)*step/length}
			if step == length {
				a = b // and not beside it by a rounding
			}
			if last := len(dashes) - 1; !gap {
				dashes[last] = append(dashes[last], a)
			}
			if left -= step; left > 0 {
				continue
			}
			if left, gap = Dash, !gap; !gap {
				dashes = append(dashes, []Point{a})
			}
		}
	}
	for last := len(dashes) - 1; last >= 0 && len(dashes[last]) < 2; last-- {
		dashes = dashes[:last]
	}
	return dashes
}
