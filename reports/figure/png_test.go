package figure

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// painted is a drawing as pixels, two for one of its own.
func painted(t *testing.T, shapes ...Shape) image.Image {
	t.Helper()
	var b bytes.Buffer
	if err := WritePNG(&b, Drawing{Width: 100, Height: 50, Shapes: shapes}, palette(), 2); err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size != image.Pt(200, 100) {
		t.Fatalf("it is %v", size)
	}
	return picture
}

func palette() Palette { return NewPalette(Light, DefaultAccent(), 4) }

// inked is the box of the pixels that are not paper.
func inked(m image.Image) image.Rectangle {
	var box image.Rectangle
	paper := color.RGBAModel.Convert(palette().Color(Paper))
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			if color.RGBAModel.Convert(m.At(x, y)) != paper {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

func is(m image.Image, x, y int, ink Ink) bool {
	return color.RGBAModel.Convert(m.At(x, y)) == color.RGBAModel.Convert(palette().Color(ink))
}

func TestShapesArePaintedWhereTheyStand(t *testing.T) {
	for _, c := range []struct {
		name  string
		shape Shape
		want  image.Rectangle // of what is not paper
		at    image.Point     // that has the ink
		ink   Ink
	}{
		{"rectangle", Rect{X: 10, Y: 5, W: 20, H: 10, Fill: Accent}, image.Rect(20, 10, 60, 30), image.Pt(20, 10), Accent},
		{"with an outline", Rect{X: 10, Y: 5, W: 20, H: 10, Fill: Soft, Stroke: Words}, image.Rect(18, 8, 62, 32), image.Pt(40, 20), Soft},
		{"line", Line{X1: 10, Y1: 10, X2: 30, Y2: 10, Thick: 4, Stroke: Words}, image.Rect(20, 16, 60, 24), image.Pt(40, 20), Words},
		{"line down", Line{X1: 10, Y1: 30, X2: 10, Y2: 10, Thick: 4, Stroke: Words}, image.Rect(16, 20, 24, 60), image.Pt(20, 40), Words},
		{"circle", Circle{X: 50, Y: 25, R: 10, Fill: Muted}, image.Rect(80, 30, 120, 70), image.Pt(100, 50), Muted},
		{"beyond the paper", Rect{X: 90, Y: 40, W: 50, H: 50, Fill: Accent}, image.Rect(180, 80, 200, 100), image.Pt(199, 99), Accent},
		{"nothing", Rect{X: 10, Y: 5, W: 20, H: 10}, image.Rectangle{}, image.Pt(40, 20), Paper},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := painted(t, c.shape)
			if box := inked(m); box != c.want {
				t.Errorf("it is painted on %v, want %v", box, c.want)
			}
			if !is(m, c.at.X, c.at.Y, c.ink) {
				t.Errorf("at %v it is %v", c.at, m.At(c.at.X, c.at.Y))
			}
		})
	}
}

func TestCornersAreRound(t *testing.T) {
	m := painted(t, Rect{X: 10, Y: 10, W: 40, H: 30, Round: 10, Fill: Accent})
	for _, corner := range []image.Point{{20, 20}, {99, 20}, {20, 79}, {99, 79}} {
		if !is(m, corner.X, corner.Y, Paper) {
			t.Errorf("the corner at %v is %v", corner, m.At(corner.X, corner.Y))
		}
	}
	if box := inked(m); box != image.Rect(20, 20, 100, 80) {
		t.Errorf("it is painted on %v", box)
	}
}

// TestALineHasNoHoles paints an outline of thick lines, which overlap at the corners.
func TestALineHasNoHoles(t *testing.T) {
	m := painted(t, Rect{X: 20, Y: 10, W: 60, H: 30, Stroke: Words})
	for x := 42; x < 158; x++ {
		if !is(m, x, 20, Words) {
			t.Fatalf("at %d it is %v", x, m.At(x, 20))
		}
	}
}

func TestDashesHaveGaps(t *testing.T) {
	m := painted(t, Line{X1: 10, Y1: 10, X2: 90, Y2: 10, Thick: 2, Stroke: Words, Dashed: true})
	turns := 0
	for x := 21; x < 180; x++ {
		if is(m, x, 20, Words) != is(m, x-1, 20, Words) {
			turns++
		}
	}
	if want := 13; turns < want || turns > want+2 {
		t.Errorf("%d turns from ink to paper and back, want about %d", turns, want)
	}
}

func TestTextsStandAtTheirAnchor(t *testing.T) {
	for anchor, middle := range map[Anchor]int{Start: 142, Middle: 100, End: 58} {
		box := inked(painted(t, Text{X: 50, Y: 30, Size: 12, Anchor: anchor, Ink: Words, Text: "Zusätze"}))
		if at := (box.Min.X + box.Max.X) / 2; at < middle-3 || at > middle+3 || box.Max.Y > 62 || box.Min.Y < 30 {
			t.Errorf("anchor %d: the text is on %v, its middle at %d; want %d", anchor, box, at, middle)
		}
	}
	text := Text{X: 5, Y: 30, Size: 12, Ink: Words, Text: "Trust"}
	thin := inked(painted(t, text))
	text.Bold = true
	if bold := inked(painted(t, text)); bold.Dx() <= thin.Dx() {
		t.Errorf("bold is %d wide, thin %d", bold.Dx(), thin.Dx())
	}
}

// TestTextsTakeTheRoomTheyAreMeasuredFor holds [Width] to the font of the image.
func TestTextsTakeTheRoomTheyAreMeasuredFor(t *testing.T) {
	for _, text := range []string{"Mutual trust", "MWMWMW", "illicit", "Ärger, Œuvre", "2.75 (of 4)", "Ωμέγα", "Доверие"} {
		for _, bold := range []bool{false, true} {
			box := inked(painted(t, Text{X: 1, Y: 30, Size: 10, Bold: bold, Ink: Words, Text: text}))
			if room := 2 * Width(text, 10, bold); float64(box.Dx()) > room {
				t.Errorf("%q (bold: %v) takes %d, measured are %.0f", text, bold, box.Dx(), room)
			}
		}
	}
}

func TestLettersThatTheFontLacksAreNoBoxes(t *testing.T) {
	d := Drawing{Width: 10, Height: 10, Shapes: []Shape{Text{Ink: Words, Size: 10, Text: "信頼"}}}
	if err := WritePNG(&bytes.Buffer{}, d, palette(), 1); !errors.Is(err, ErrNoLetters) {
		t.Errorf("%v; want %v", err, ErrNoLetters)
	}
}

func TestTheSameDrawingIsTheSameImage(t *testing.T) {
	var once, again bytes.Buffer
	for _, b := range []*bytes.Buffer{&once, &again} {
		d := Drawing{Width: 100, Height: 50, Shapes: []Shape{
			Text{X: 5, Y: 30, Size: 14, Ink: Words, Text: "Everything, in many shades"},
			Circle{X: 50, Y: 25, R: 20, Fill: StageInk(2), Stroke: Accent}, Line{X1: 3, Y1: 4, X2: 90, Y2: 44, Stroke: Muted},
		}}
		if err := WritePNG(b, d, palette(), 3); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(once.Bytes(), again.Bytes()) {
		t.Error("two images differ")
	}
}
