package figure

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// WriteSVG writes a drawing as an element of a page, whose style sheet holds the
// [Rules] that give the inks their colors.
func WriteSVG(w io.Writer, d Drawing) error {
	s := svg{id: d.ID}
	s.open(d, "")
	return s.close(w, d)
}

// WriteSVGFile writes a drawing as a file of its own, on a paper of its own: it is the same on
// a light and a dark page.
func WriteSVGFile(w io.Writer, d Drawing, colors Palette) error {
	s := svg{id: d.ID}
	s.open(d, fmt.Sprintf(` xmlns="http://www.w3.org/2000/svg" width="%s" height="%s"`, number(d.Width), number(d.Height)))
	s.printf("<style>%s</style>\n", Rules(colors))
	s.shape(Rect{W: d.Width, H: d.Height, Fill: Paper})
	return s.close(w, d)
}

// svg is a drawing while it is written.
type svg struct {
	bytes.Buffer
	id string
}

func (s *svg) printf(format string, args ...any) { fmt.Fprintf(&s.Buffer, format, args...) }

// fonts are those that systems show their own texts in.
const fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

func (s *svg) open(d Drawing, more string) {
	s.printf(`<svg role="img" aria-labelledby="%s-title %s-desc" viewBox="0 0 %s %s"%s`, s.id, s.id, number(d.Width), number(d.Height), more)
	s.printf(` font-family="%s" stroke-width="%g">`+"\n", fonts, StrokeThickness)
	s.printf("<title id=\"%s-title\">%s</title><desc id=\"%s-desc\">%s</desc>\n", s.id, escaped(d.Title), s.id, escaped(d.Description))
}

func (s *svg) close(w io.Writer, d Drawing) error {
	for _, shape := range d.Shapes {
		s.shape(shape)
	}
	s.printf("</svg>\n")
	_, err := w.Write(s.Bytes())
	return err
}

func (s *svg) shape(shape Shape) {
	switch v := shape.(type) {
	case Rect:
		s.printf(`<rect x="%s" y="%s" width="%s" height="%s"%s%s/>`, number(v.X), number(v.Y), number(v.W), number(v.H),
			optional("rx", v.Round), paint(v.Fill, v.Stroke))
	case Line:
		s.printf(`<line x1="%s" y1="%s" x2="%s" y2="%s"%s%s%s/>`, number(v.X1), number(v.Y1), number(v.X2), number(v.Y2),
			optional("stroke-width", cmp.Or(v.Thick, 1)), dashes(v), paint(None, v.Stroke))
	case Circle:
		s.printf(`<circle cx="%s" cy="%s" r="%s"%s/>`, number(v.X), number(v.Y), number(v.R), paint(v.Fill, v.Stroke))
	case Text:
		s.printf(`<text x="%s" y="%s" font-size="%s"%s%s%s>%s</text>`, number(v.X), number(v.Y), number(v.Size),
			anchors[v.Anchor], weight(v.Bold), paint(v.Ink, None), escaped(v.Text))
	}
	s.printf("\n")
}

var anchors = map[Anchor]string{Middle: ` text-anchor="middle"`, End: ` text-anchor="end"`}

func weight(bold bool) string {
	if bold {
		return ` font-weight="600"`
	}
	return ""
}

func dashes(l Line) string {
	if !l.Dashed {
		return ""
	}
	return optional("stroke-dasharray", Dash*max(l.Thick, 1))
}

func optional(name string, v float64) string {
	if v == 0 {
		return ""
	}
	return fmt.Sprintf(` %s="%s"`, name, number(v))
}

// paint names the inks as classes, which [Rules] give their colors.
func paint(fill, stroke Ink) string {
	classes := "fill-" + strconv.Itoa(int(fill))
	if stroke != None {
		classes += " line-" + strconv.Itoa(int(stroke))
	}
	return fmt.Sprintf(` class="%s"`, classes)
}

// Rules are the style rules that give the inks of inline drawings their colors.
func Rules(p Palette) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".fill-%d{fill:none}", None)
	for _, ink := range p.inks() {
		fmt.Fprintf(&b, ".fill-%d{fill:%s}.line-%d{stroke:%s}", ink, p.Color(ink), ink, p.Color(ink))
	}
	return b.String()
}

// number has two decimals at most: a hundredth of a pixel cannot be seen.
func number(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}

// escaped is text as XML has it. What XML cannot hold becomes U+FFFD.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // writing to memory cannot fail
	return b.String()
}
