package reports

import (
	"collab/reports/drawing"
)

// A sketch is a drawing while it is laid out, from top to bottom. The pictures of
// an assessment are in the files drawn_*.go; what they say is the story's.
type sketch struct {
	page
	drawing.Drawing
	y float64 // down to where it is laid out
}

// Sizes of the fonts of a picture, and the share of a font's size from one line to
// the next.
const (
	wordSize  = 13.0
	smallSize = 12.0
	leading   = 1.35
)

// narrow is true of a picture for a phone: names then stand above what they name.
func (s *sketch) narrow() bool { return s.Width < 480 }

// newSketch begins a picture. All text in it is plain: a writer escapes it.
func (s story) newSketch(id, title string, width float64) *sketch {
	plain := page{story: plainStory(s.a), strong: func(p prose) prose { return p }}
	return &sketch{page: plain, Drawing: drawing.Drawing{ID: id, Title: title, Width: width}}
}

// done is the picture, as high as it was laid out.
func (s *sketch) done() drawing.Drawing {
	s.Height = s.y
	return s.Drawing
}

// A label is text that is set in lines as wide as it has room for.
type label struct {
	text   string
	size   float64
	bold   bool
	ink    drawing.Ink
	anchor drawing.Anchor
}

func words(text string) label { return label{text: text, size: wordSize, ink: drawing.Words} }
func small(text string) label { return label{text: text, size: smallSize, ink: drawing.Muted} }

func (l label) strong() label { l.bold = true; return l }

func (l label) at(anchor drawing.Anchor) label { l.anchor = anchor; return l }

func (l label) in(ink drawing.Ink) label { l.ink = ink; return l }

func (l label) lines(width float64) []string { return drawing.Wrap(l.text, l.size, l.bold, width) }

// height is that of the text in a column.
func (l label) height(width float64) float64 {
	if l.text == "" {
		return 0
	}
	return float64(len(l.lines(width))) * l.size * leading
}

// width is that of the text on one line.
func (l label) width() float64 { return drawing.Width(l.text, l.size, l.bold) }

// set sets a text in a column with its top at y; x is where it is anchored.
func (s *sketch) set(l label, x, y, width float64) {
	if l.text == "" {
		return
	}
	for i, line := range l.lines(width) {
		s.Add(drawing.Text{
			X: x, Y: y + l.size*(float64(i)*leading+1), Size: l.size,
			Anchor: l.anchor, Bold: l.bold, Ink: l.ink, Text: line,
		})
	}
}

// middled sets a text in a column with its middle at y.
func (s *sketch) middled(l label, x, y, width float64) {
	s.set(l, x, y-l.height(width)/2+l.size*(leading-1)/4, width)
}

// Marks. Each has a shape of its own: none is told from another by color alone.

const markSize = 5.5

func (s *sketch) disc(x, y float64, ink drawing.Ink) {
	s.Add(drawing.Circle{X: x, Y: y, R: markSize, Fill: ink, Stroke: drawing.Paper})
}

func (s *sketch) diamond(x, y, r float64, fill, stroke drawing.Ink) {
	s.Add(drawing.Polygon{
		Points: []drawing.Point{{X: x, Y: y - r}, {X: x + r, Y: y}, {X: x, Y: y + r}, {X: x - r, Y: y}},
		Fill:   fill, Stroke: stroke,
	})
}

// triangle points up, or down.
func (s *sketch) triangle(x, y float64, up bool, ink drawing.Ink) {
	const r = markSize
	tip := r
	if up {
		tip = -r
	}
	s.Add(drawing.Polygon{
		Points: []drawing.Point{{X: x - r, Y: y - tip*.8}, {X: x + r, Y: y - tip*.8}, {X: x, Y: y + tip}},
		Fill:   ink, Stroke: ink,
	})
}

// A key explains a mark.
type key struct {
	mark func(x, y float64)
	text string
}

// keys sets what the marks mean, one after the other, on as many lines as it takes.
func (s *sketch) keys(keys ...key) {
	const between, mark, line = 16, 22, smallSize * 1.7
	x, room := 0.0, s.Width-mark
	s.y += line / 2
	for _, k := range keys {
		l := small(k.text)
		if x > 0 && x+mark+l.width() > s.Width {
			x, s.y = 0, s.y+line
		}
		k.mark(x+mark/2-1, s.y)
		s.set(l, x+mark, s.y-l.size*.6, room)
		x += mark + l.width() + between
		if more := l.height(room) - l.size*leading; more > 0 { // it has these lines for itself
			x, s.y = s.Width, s.y+more
		}
	}
	s.y += line / 2
}
