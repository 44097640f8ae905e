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

// cut is a straight line as its dashes: one, a gap as long, and so on from its first point.
func cut(a, b Point, dash float64) [][]Point {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	on := func(at float64) Point {
		share := min(at/length, 1)
		return Point{a.X + (b.X-a.X)*share, a.Y + (b.Y-a.Y)*share}
	}
	var dashes [][]Point
	for at := 0.0; at < length; at += 2 * dash {
		dashes = append(dashes, []Point{on(at), on(at + dash)})
	}
	return dashes
}
