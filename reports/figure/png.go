package figure

import (
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// ErrNoLetters is given of a drawing with letters that the font of [WritePNG] does
// not have.
var ErrNoLetters = errors.New("the font has not all of the letters")

// WritePNG writes a drawing as an image on paper, with scale pixels for one of the
// drawing. Its texts are set in the Go fonts, which have the Latin, Greek and
// Cyrillic letters; it fails with [ErrNoLetters] rather than show a box for a letter.
func WritePNG(w io.Writer, d Drawing, colors Palette, scale float64) error {
	size := image.Rect(0, 0, int(math.Ceil(d.Width*scale)), int(math.Ceil(d.Height*scale)))
	p := painter{image: image.NewRGBA(size), colors: colors, scale: scale}
	var err error
	if p.regular, err = opentype.Parse(goregular.TTF); err != nil {
		return err
	}
	if p.bold, err = opentype.Parse(gobold.TTF); err != nil {
		return err
	}
	draw.Draw(p.image, size, image.NewUniform(colors.Color(Paper)), image.Point{}, draw.Src)
	for _, shape := range d.Shapes {
		if err := p.paint(shape); err != nil {
			return err
		}
	}
	return png.Encode(w, indexed(p.image))
}

// A painter paints shapes on an image, the later ones over the earlier.
type painter struct {
	image         *image.RGBA
	colors        Palette
	scale         float64
	regular, bold *opentype.Font
}

func (p *painter) paint(shape Shape) error {
	switch v := shape.(type) {
	case Rect:
		p.outlined(rectangle(v.X, v.Y, v.W, v.H, v.Round), v.Fill, v.Stroke)
	case Line:
		p.line(v)
	case Circle:
		p.outlined(circle(v.X, v.Y, v.R), v.Fill, v.Stroke)
	case Text:
		return p.text(v)
	}
	return nil
}

// outlined is an area with a line around it.
func (p *painter) outlined(points []Point, fill, stroke Ink) {
	p.fill(fill, points)
	p.stroke(stroke, append(points[:len(points):len(points)], points[0]), StrokeThickness)
}

// line is straight, whole or dashed.
func (p *painter) line(l Line) {
	a, b := Point{l.X1, l.Y1}, Point{l.X2, l.Y2}
	dashes := [][]Point{{a, b}}
	if l.Dashed {
		dashes = cut(a, b, Dash*max(l.Thick, 1))
	}
	for _, dash := range dashes {
		p.stroke(l.Stroke, dash, max(l.Thick, 1))
	}
}

// fill paints areas that are closed and run the same way round.
func (p *painter) fill(ink Ink, areas ...[]Point) {
	box := p.bounds(areas)
	if ink == None || box.Empty() {
		return
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	for _, area := range areas {
		for i, point := range area {
			x, y := float32(point.X*p.scale)-float32(box.Min.X), float32(point.Y*p.scale)-float32(box.Min.Y)
			if i == 0 {
				r.MoveTo(x, y)
				continue
			}
			r.LineTo(x, y)
		}
		r.ClosePath()
	}
	r.Draw(p.image, box, image.NewUniform(p.colors.Color(ink)), image.Point{})
}

// bounds are the pixels that areas touch.
func (p *painter) bounds(areas [][]Point) image.Rectangle {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, area := range areas {
		for _, point := range area {
			left, right = min(left, point.X), max(right, point.X)
			top, bottom = min(top, point.Y), max(bottom, point.Y)
		}
	}
	if left > right {
		return image.Rectangle{}
	}
	box := image.Rect(int(math.Floor(left*p.scale)), int(math.Floor(top*p.scale)), int(math.Ceil(right*p.scale)), int(math.Ceil(bottom*p.scale)))
	return box.Intersect(p.image.Bounds())
}

// stroke paints a line from point to point.
func (p *painter) stroke(ink Ink, points []Point, thick float64) {
	var areas [][]Point
	for i := range points[1:] {
		areas = append(areas, bar(points[i], points[i+1], thick))
	}
	for _, joint := range points[1 : len(points)-1] {
		areas = append(areas, circle(joint.X, joint.Y, thick/2))
	}
	if first, last := points[0], points[len(points)-1]; first == last && len(points) > 2 {
		areas = append(areas, circle(first.X, first.Y, thick/2))
	}
	p.fill(ink, areas...)
}

// text paints a text, whose letters the font must have.
func (p *painter) text(t Text) error {
	from := p.regular
	if t.Bold {
		from = p.bold
	}
	var buffer sfnt.Buffer
	for _, r := range t.Text {
		if i, err := from.GlyphIndex(&buffer, r); err != nil || i == 0 {
			return fmt.Errorf("%w of %q", ErrNoLetters, t.Text)
		}
	}
	face, err := opentype.NewFace(from, &opentype.FaceOptions{Size: t.Size * p.scale, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return err
	}
	defer face.Close()
	d := font.Drawer{Dst: p.image, Src: image.NewUniform(p.colors.Color(t.Ink)), Face: face}
	before := map[Anchor]fixed.Int26_6{Middle: d.MeasureString(t.Text) / 2, End: d.MeasureString(t.Text)}[t.Anchor]
	d.Dot = fixed.Point26_6{X: units(t.X*p.scale) - before, Y: units(t.Y * p.scale)}
	d.DrawString(t.Text)
	return nil
}

func units(v float64) fixed.Int26_6 { return fixed.Int26_6(math.Round(v * 64)) }
