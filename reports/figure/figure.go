// Package figure holds pictures as short lists of shapes, and writes them.
//
// A picture is laid out once, as a [Drawing]: rectangles, lines, circles and
// texts in paint order, with a title, a description and its figures as a table
// for those who read by ear. Writers turn the same list into a format: [WriteSVG]
// for pages. Colors are named by what they are for ([Ink]) and get their values
// from a [Palette], so that one drawing is fit for light and dark, and for any accent.
//
// The package knows nothing of assessments, and computes nothing but where a line
// of text ends. It measures text carefully ([Width], [Wrap]) since the reader's font
// is not known: a text takes no more room than is measured in the common fonts.
//
// Texts are shown as they are given, in the page's own escapes. What must not reach a
// page at all, such as characters that turn the direction of others, is the caller's to
// take out.
package figure

// A Drawing is one picture. Lengths are CSS pixels, the origin is top left.
type Drawing struct {
	ID            string // of letters, digits and hyphens; unique on a page
	Title         string // what is shown
	Description   string // what is to be seen, in sentences
	Width, Height float64
	Shapes        []Shape // those painted first stand first
	Data          Table   // the same as a table
}

// Add paints shapes over those that are there.
func (d *Drawing) Add(shapes ...Shape) { d.Shapes = append(d.Shapes, shapes...) }

// A Table is what a drawing shows, in words and figures.
type Table struct {
	Columns []Column
	Rows    [][]string // a cell for each column; the first names the row
}

// A Column of a table.
type Column struct {
	Name    string
	Figures bool // set to the right
}

// A Shape is one of [Rect], [Line], [Circle] and [Text].
type Shape interface{ shape() }

// A Rect is a rectangle; Round is the radius of its corners.
type Rect struct {
	X, Y, W, H, Round float64
	Fill, Stroke      Ink
}

// A Line is straight; Thick is how thick, 1 where it is 0.
type Line struct {
	X1, Y1, X2, Y2, Thick float64
	Stroke                Ink
	Dashed                bool
}

// A Circle about a point.
type Circle struct {
	X, Y, R      float64
	Fill, Stroke Ink
}

// A Point is a place in a drawing.
type Point struct{ X, Y float64 }

// A Text is one line. Y is its baseline, Size the font's.
type Text struct {
	X, Y, Size float64
	Anchor     Anchor
	Bold       bool
	Ink        Ink
	Text       string
}

// An Anchor is the part of a text that stands at its place.
type Anchor int

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

func (Rect) shape()   {}
func (Line) shape()   {}
func (Circle) shape() {}
func (Text) shape()   {}

// StrokeThickness is how thick the outlines of rectangles and circles are.
const StrokeThickness = 1.5

// Dash is the length of a dash and of the gap behind it, for a line as thick as 1.
const Dash = 3.0
