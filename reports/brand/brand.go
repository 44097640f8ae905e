// Package brand holds how a report bears the name of those who hand it over: a name,
// a logo, one accent color and a line at the foot. No template needs to be touched.
//
// Start with [Parse], which reads the file brand.yaml, or fill in a [Brand] by hand. A
// logo comes as bytes and is looked at before it is taken ([ParseLogo]); the package
// opens no file.
package brand

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"collab/internal/strict"
	"collab/reports/figure"
)

// A Brand is what a report bears. The zero value bears nothing, in the usual accent.
type Brand struct {
	Name   string        // one line; may be empty
	Logo   *Logo         // nil where there is none
	Accent *figure.Color // nil for [figure.DefaultAccent]
	Footer string        // one line; may be empty
}

// A Logo is a picture in one of the formats that every reader shows.
type Logo struct {
	Bytes         []byte
	MediaType     string // image/png or image/jpeg
	Width, Height int    // in its own pixels
}

// Limits of a brand. A logo is shown a thumb high: more would only make every report heavy.
const (
	MostLogoBytes = 256 << 10
	MostLogoSide  = 4000 // pixels
	mostText      = 200  // characters
)

// Parse reads a brand file: name, logo, accent and footer, each optional. The logo's
// path is given back, for the caller to read; it is empty where there is none. The
// error is a [strict.Faults], with file, line and column.
func Parse(file string, text []byte) (b Brand, logo string, err error) {
	top, err := strict.Parse(file, text)
	if err != nil {
		return Brand{}, "", err
	}
	m := top.Mapping("name", "logo", "accent", "footer")
	b.Name, b.Footer = line(m.Get("name")), line(m.Get("footer"))
	logo = inFolder(m.Get("logo"))
	if v := m.Get("accent"); v.Exists() {
		accent, err := figure.ParseColor(v.Text())
		if err != nil {
			v.Fault("%s", err)
		}
		b.Accent = &accent
	}
	if err := top.Err(); err != nil {
		return Brand{}, "", err
	}
	return b, logo, nil
}

// line reads a text of one line.
func line(v strict.Value) string {
	text := v.Text()
	if err := CheckLine(text); err != nil {
		v.Fault("%s", err)
	}
	return text
}

// CheckLine says what is wrong with a name or a footer, which stand on one line.
func CheckLine(text string) error {
	switch n := utf8.RuneCountInString(text); {
	case strings.ContainsAny(text, "\r\n\t"):
		return errors.New("the text has several lines; expected one")
	case n > mostText:
		return fmt.Errorf("the text has %d characters; expected up to %d", n, mostText)
	}
	return nil
}

// inFolder reads the path of a file that lies with the brand's, or below it.
func inFolder(v strict.Value) string {
	path := v.Text()
	if path != "" && !filepath.IsLocal(filepath.FromSlash(path)) {
		v.Fault("%s leads out of the folder of this file; expected a path inside it, such as logo.png", strict.Show(path))
	}
	return path
}

const (
	pngMark  = "\x89PNG\r\n\x1a\n"
	jpegMark = "\xff\xd8\xff"
)

// ParseLogo reads a picture: whether it is a PNG or a JPEG by its first bytes, within
// the limits, and whole. One that was taken with the camera held otherwise is turned
// upright, since not every reader turns it. The file's name is for its error only.
func ParseLogo(file string, text []byte) (*Logo, error) {
	if len(text) > MostLogoBytes {
		return nil, fmt.Errorf("%s: the logo has %d bytes; expected up to %d", file, len(text), MostLogoBytes)
	}
	l := &Logo{Bytes: text}
	switch {
	case bytes.HasPrefix(text, []byte(pngMark)):
		l.MediaType = "image/png"
	case bytes.HasPrefix(text, []byte(jpegMark)):
		l.MediaType = "image/jpeg"
	default:
		return nil, fmt.Errorf("%s: the logo is neither a PNG nor a JPEG picture; expected one of them", file)
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(text))
	if err != nil {
		return nil, damaged(file, err)
	}
	if size.Width < 1 || size.Height < 1 || size.Width > MostLogoSide || size.Height > MostLogoSide {
		return nil, fmt.Errorf("%s: the logo has %d by %d pixels; expected 1 to %d each way", file, size.Width, size.Height, MostLogoSide)
	}
	picture, _, err := image.Decode(bytes.NewReader(text))
	if err != nil {
		return nil, damaged(file, err)
	}
	if o := orientation(text); o > 1 {
		picture = upright(picture, o)
		if l.Bytes, err = l.encode(picture); err != nil {
			return nil, fmt.Errorf("%s: the logo cannot be turned upright: %w; expected one that is saved upright", file, err)
		}
	}
	l.Width, l.Height = picture.Bounds().Dx(), picture.Bounds().Dy()
	return l, nil
}

// damaged says that a picture cannot be read to its end.
func damaged(file string, err error) error {
	return fmt.Errorf("%s: the logo is damaged or cut off (%w); expected a whole PNG or JPEG picture: export it again", file, err)
}

// encode writes a picture in the logo's format.
func (l *Logo) encode(m image.Image) ([]byte, error) {
	var b bytes.Buffer
	if l.MediaType == "image/png" {
		err := png.Encode(&b, m)
		return b.Bytes(), err
	}
	const fine = 92 // of 100: an edge shows no smear
	err := jpeg.Encode(&b, m, &jpeg.Options{Quality: fine})
	return b.Bytes(), err
}

// AccentColor is the accent, or the usual one.
func (b Brand) AccentColor() figure.Color {
	if b.Accent == nil {
		return figure.DefaultAccent()
	}
	return *b.Accent
}

// Adjusted says how the accent is drawn where it is not legible as it stands; empty
// where it is. On paper there is no dark page.
func (b Brand) Adjusted(paper bool) string {
	if b.Accent == nil {
		return ""
	}
	var said []string
	for _, s := range []struct {
		scheme figure.Scheme
		page   string
	}{{figure.Light, "a light page"}, {figure.Dark, "a dark page"}} {
		if paper && s.scheme == figure.Dark {
			continue
		}
		p := figure.NewPalette(s.scheme, *b.Accent, 2)
		if drawn := p.Color(figure.Accent); drawn != *b.Accent {
			said = append(said, fmt.Sprintf("as %s on %s (its own contrast there is %.1f)", drawn, s.page, figure.Contrast(*b.Accent, p.Color(figure.Paper))))
		}
	}
	if len(said) == 0 {
		return ""
	}
	return fmt.Sprintf("the accent %s is drawn %s, so that text in it has a contrast of %.1f or more", *b.Accent, strings.Join(said, " and "), figure.TextContrast)
}
