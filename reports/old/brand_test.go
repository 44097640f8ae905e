package reports

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"collab/reports/brand"
	"collab/reports/drawing"
)

// testBrand is that of a consultant, with a logo drawn here.
func testBrand(t testing.TB) brand.Brand {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, 96, 48))
	for x := range 96 {
		for y := range 48 {
			if (x/12+y/12)%2 == 0 {
				picture.Set(x, y, color.RGBA{0x7a, 0x1f, 0x3d, 0xff})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	logo, err := brand.ParseLogo("logo.png", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return brand.Brand{Name: "Fieldwork Partners", Logo: logo, Accent: &drawing.Color{R: 0x7a, G: 0x1f, B: 0x3d}, Footer: "Fieldwork Partners, 12 Harbour Street · In confidence"}
}

// hostileBrand has markup in its texts.
func hostileBrand(t testing.TB) brand.Brand {
	b := testBrand(t)
	b.Name = `"><img src=https://evil.example/a onerror=alert(1)>`
	b.Footer = `</footer><script>alert(2)</script></style><a href="javascript:alert(3)">x</a>`
	return b
}
