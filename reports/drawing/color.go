package drawing

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Color is opaque, in sRGB.
type Color struct{ R, G, B uint8 }

// String is the color as CSS has it, such as #0b5d6b.
func (c Color) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// ParseColor reads a color as brands write it: # with three or six hexadecimal digits.
func ParseColor(text string) (Color, error) {
	digits, hash := strings.CutPrefix(text, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if !hash || len(digits) != 6 || err != nil {
		return Color{}, fmt.Errorf("%q is no color; expected # and six hexadecimal digits, such as #0b5d6b", text)
	}
	return Color{uint8(n >> 16), uint8(n >> 8), uint8(n)}, nil
}

// Contrast is the contrast ratio of two colors, from 1 to 21 (WCAG 2.2).
func Contrast(a, b Color) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + .05) / (min(x, y) + .05)
}

// luminance is the relative luminance, from 0 to 1 (WCAG 2.2).
func (c Color) luminance() float64 {
	return .2126*linear(c.R) + .7152*linear(c.G) + .0722*linear(c.B)
}

func linear(channel uint8) float64 {
	v := float64(channel) / 255
	if v <= .04045 {
		return v / 12.92
	}
	return math.Pow((v+.055)/1.055, 2.4)
}

// mix is the color that has a share, from 0 to 1, of the way to another.
func (c Color) mix(other Color, share float64) Color {
	between := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + (float64(b)-float64(a))*share)) }
	return Color{between(c.R, other.R), between(c.G, other.G), between(c.B, other.B)}
}

// Legible is a color, mixed with as little of another as gives it a contrast to a
// paper. The other must have that contrast itself.
func Legible(c, paper, other Color, contrast float64) Color {
	const steps = 50
	for i := range steps {
		if mixed := c.mix(other, float64(i)/steps); Contrast(mixed, paper) >= contrast {
			return mixed
		}
	}
	return other
}
