package brand

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"collab/internal/strict"
	"collab/reports/figure"
)

func TestParseReadsABrand(t *testing.T) {
	b, logo, err := Parse("brand.yaml", []byte("name: \"Fieldwork Partners\"\nlogo: art/logo.png\naccent: \"#7A1F3D\"\nfooter: \"In confidence\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if b.Name != "Fieldwork Partners" || logo != "art/logo.png" || b.AccentColor().String() != "#7a1f3d" || b.Footer != "In confidence" {
		t.Errorf("%+v, %q", b, logo)
	}
	if b, logo, err := Parse("brand.yaml", []byte("footer: x\n")); err != nil || logo != "" || b.AccentColor() != figure.DefaultAccent() {
		t.Errorf("%+v, %q, %v", b, logo, err)
	}
}

func TestParseNamesEveryFault(t *testing.T) {
	for text, want := range map[string]string{
		"nam: x\n":                             "brand.yaml:1:1: the entry \"nam\" is unknown; did you mean name?",
		"accent: teal\n":                       `brand.yaml:1:9: "teal" is no color; expected # and six hexadecimal digits, such as #0b5d6b`,
		"name: x\nlogo: ../secret.png\n":       "brand.yaml:2:7: \"../secret.png\" leads out of the folder of this file; expected a path inside it, such as logo.png",
		"logo: /etc/passwd\n":                  "brand.yaml:1:7: \"/etc/passwd\" leads out of the folder of this file; expected a path inside it, such as logo.png",
		"name: \"a\\nb\"\n":                    "brand.yaml:1:7: the text has several lines; expected one",
		"footer: " + strings.Repeat("x", 201):  "brand.yaml:1:9: the text has 201 characters; expected up to 200",
		"name: 12\n":                           "brand.yaml:1:7: expected text, found the number \"12\": put it in quotes",
		"accent: \"#12\"\nfooter: \"a\\tb\"\n": "brand.yaml:1:9: \"#12\" is no color; expected # and six hexadecimal digits, such as #0b5d6b\nbrand.yaml:2:9: the text has several lines; expected one",
	} {
		_, _, err := Parse("brand.yaml", []byte(text))
		var faults strict.Faults
		if !errors.As(err, &faults) || err.Error() != want {
			t.Errorf("%q:\n%v, want\n%s", text, err, want)
		}
	}
}

func pictureOf(t *testing.T, w, h int, encode func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(b *bytes.Buffer, m image.Image) error  { return png.Encode(b, m) }
func asJPEG(b *bytes.Buffer, m image.Image) error { return jpeg.Encode(b, m, nil) }

func TestParseLogoTakesPictures(t *testing.T) {
	for media, text := range map[string][]byte{"image/png": pictureOf(t, 30, 20, asPNG), "image/jpeg": pictureOf(t, 30, 20, asJPEG)} {
		l, err := ParseLogo("logo", text)
		if err != nil || l.MediaType != media || l.Width != 30 || l.Height != 20 || !bytes.Equal(l.Bytes, text) {
			t.Errorf("%s: %+v, %v", media, l, err)
		}
	}
}

func TestParseLogoRefusesWhatIsNoLogo(t *testing.T) {
	const whatToDo = "; expected a whole PNG or JPEG picture: export it again"
	whole := pictureOf(t, 30, 20, asPNG)
	for want, text := range map[string][]byte{
		"logo: the logo is neither a PNG nor a JPEG picture; expected one of them": []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`),
		"logo: the logo is damaged or cut off (unexpected EOF)" + whatToDo:         whole[:20],
		"logo: the logo has 4001 by 1 pixels; expected 1 to 4000 each way":         pictureOf(t, 4001, 1, asPNG),
		"logo: the logo has 262145 bytes; expected up to 262144":                   make([]byte, MostLogoBytes+1),
	} {
		if l, err := ParseLogo("logo", text); err == nil || err.Error() != want {
			t.Errorf("%v, %v, want %s", l, err, want)
		}
	}
}

// A picture is refused wherever it is cut off, also behind its size.
func TestParseLogoRefusesWhatIsNotWhole(t *testing.T) {
	for name, whole := range map[string][]byte{"PNG": pictureOf(t, 30, 20, asPNG), "JPEG": pictureOf(t, 30, 20, asJPEG)} {
		for n := range whole[:len(whole)-2] {
			if n < len(pngMark) {
				continue
			}
			if _, err := ParseLogo("logo", whole[:n]); err == nil || !strings.Contains(err.Error(), "damaged or cut off") {
				t.Fatalf("%s: %d of %d bytes are taken: %v", name, n, len(whole), err)
			}
		}
	}
	broken := pictureOf(t, 30, 20, asPNG)
	broken[len(broken)-20] ^= 1
	if _, err := ParseLogo("logo", broken); err == nil {
		t.Error("a PNG with a wrong bit is taken")
	}
}

// exif is the least of it: one directory with one entry.
func exif(order binary.AppendByteOrder, mark string, orientation uint16) []byte {
	b := order.AppendUint32(order.AppendUint16([]byte(mark), 42), 8)
	b = order.AppendUint16(order.AppendUint16(order.AppendUint16(b, 1), 0x0112), 3)
	return order.AppendUint32(order.AppendUint16(order.AppendUint16(order.AppendUint32(b, 1), orientation), 0), 0)
}

// cornered has a dark corner where its first row and column meet.
func cornered(t *testing.T, encode func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 48, 32))
	for i := range m.Pix {
		m.Pix[i] = 255
	}
	draw.Draw(m, image.Rect(0, 0, 16, 16), image.Black, image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func withExifJPEG(text, exif []byte) []byte {
	segment := append([]byte("Exif\x00\x00"), exif...)
	head := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(segment)+2))
	return slices.Concat(text[:2], head, segment, text[2:])
}

func withExifPNG(text, exif []byte) []byte {
	const header = 8 + 25 // the mark and the first chunk
	chunk := append([]byte("eXIf"), exif...)
	sized := slices.Concat(binary.BigEndian.AppendUint32(nil, uint32(len(exif))), chunk, binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(chunk)))
	return slices.Concat(text[:header], sized, text[header:])
}

// The corners are those where, in Exif's table of orientations, row 0 and column 0 meet.
func TestParseLogoTurnsPicturesUpright(t *testing.T) {
	for o, want := range []string{"", "top left", "top right", "bottom right", "bottom left", "top left", "top right", "bottom right", "bottom left"} {
		for name, text := range map[string][]byte{
			"JPEG":               withExifJPEG(cornered(t, asJPEG), exif(binary.LittleEndian, "II", uint16(o))),
			"JPEG of big endian": withExifJPEG(cornered(t, asJPEG), exif(binary.BigEndian, "MM", uint16(o))),
			"PNG":                withExifPNG(cornered(t, asPNG), exif(binary.BigEndian, "MM", uint16(o))),
		} {
			l, err := ParseLogo("logo", text)
			if err != nil {
				t.Fatal(name, err)
			}
			w, h := 48, 32
			if o >= 5 {
				w, h = h, w
			}
			m, _, err := image.Decode(bytes.NewReader(l.Bytes))
			if err != nil || l.Width != w || l.Height != h || m.Bounds() != image.Rect(0, 0, w, h) {
				t.Errorf("%s, %d: %d by %d, %v; want %d by %d", name, o, l.Width, l.Height, err, w, h)
				continue
			}
			if o == 0 {
				want = "top left"
			}
			if got := darkCorner(m); got != want {
				t.Errorf("%s, %d: the corner is %s, want %s", name, o, got, want)
			}
			if turned := !bytes.Equal(l.Bytes, text); turned != (o > 1) {
				t.Errorf("%s, %d: written again is %v", name, o, turned)
			}
			if o > 1 && orientation(l.Bytes) != 1 {
				t.Errorf("%s, %d: it would be turned twice", name, o)
			}
		}
	}
}

// darkCorner is the one corner that is dark.
func darkCorner(m image.Image) string {
	var dark []string
	right, bottom := m.Bounds().Dx()-4, m.Bounds().Dy()-4
	for _, c := range []struct {
		name string
		x, y int
	}{{"top left", 4, 4}, {"top right", right, 4}, {"bottom left", 4, bottom}, {"bottom right", right, bottom}} {
		if r, _, _, _ := m.At(c.x, c.y).RGBA(); r < 0x4000 {
			dark = append(dark, c.name)
		}
	}
	return strings.Join(dark, ", ")
}

func TestAdjustedSaysHowTheAccentIsDrawn(t *testing.T) {
	for text, want := range map[string]string{
		"#ffcc00": "the accent #ffcc00 is drawn as #8f7200 on a light page (its own contrast there is 1.5), so that text in it has a contrast of 4.5 or more",
		"#7a7f86": "the accent #7a7f86 is drawn as ",
	} {
		accent, err := figure.ParseColor(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := (Brand{Accent: &accent}).Adjusted(false); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	dark := figure.Color{B: 64}
	if got := (Brand{Accent: &dark}).Adjusted(true); got != "" {
		t.Errorf("on paper: %q", got)
	}
	if got := (Brand{}).Adjusted(false); got != "" {
		t.Errorf("the usual accent: %s", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("name: x\nlogo: logo.png\naccent: \"#0b5d6b\"\nfooter: y\n"))
	f.Add([]byte("accent: \"#fff\"\nlogo: ../x\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		b, logo, err := Parse("brand.yaml", text)
		if err != nil && (b != Brand{} || logo != "") {
			t.Errorf("a brand %+v with the logo %q, and the error %v", b, logo, err)
		}
		b.Adjusted(false)
	})
}

func FuzzParseLogo(f *testing.F) {
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Add([]byte("\xff\xd8\xff\xe0"))
	f.Fuzz(func(t *testing.T, text []byte) {
		l, err := ParseLogo("logo", text)
		if (l == nil) == (err == nil) {
			t.Errorf("%v, %v", l, err)
		}
	})
}
