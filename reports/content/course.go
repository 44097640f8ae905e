package content

import (
	"math"
	"strings"

	"collab/reports/figure"
)

// Bars is the course of a row in letters, as high as the positions, from 1 to a number of
// stages; a dot where there is none.
func (r ProfileRow) Bars(stages int) string {
	bars := []rune("▁▂▃▄▅▆▇█")
	var b strings.Builder
	for _, position := range r.Course {
		if position < 1 {
			b.WriteRune('·')
			continue
		}
		at := int(math.Round(height(position, stages) * float64(len(bars)-1)))
		b.WriteRune(bars[min(at, len(bars)-1)])
	}
	return b.String()
}

// Line is the course of a row on a field of a size, the latest point last; it passes by
// what is missing.
func (r ProfileRow) Line(stages int, left, top, right, bottom float64) []figure.Point {
	var points []figure.Point
	for i, position := range r.Course {
		if position >= 1 {
			points = append(points, figure.Point{
				X: left + (right-left)*float64(i)/float64(max(len(r.Course)-1, 1)),
				Y: bottom - (bottom-top)*height(position, stages),
			})
		}
	}
	return points
}

// height is 0 at the first stage and 1 at the last.
func height(position float64, stages int) float64 { return (position - 1) / float64(max(stages-1, 1)) }
