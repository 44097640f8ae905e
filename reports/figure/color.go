package figure

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

// RGBA makes a color one of [image/color].
func (c Color) RGBA() (r, g, b, a uint32) {
	return uint32(c.R) * 0x101, uint32(c.G) * 0x101, uint32(c.B) * 0x101, 0xffff
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

// Legible is a color made as much lighter or darker, in its own hue, as gives it a
// contrast to a paper: darker on a light paper, lighter on a dark one.
func Legible(c, paper Color, contrast float64) Color {
	const steps = 100
	end := 1.0
	if paper.luminance() > .18 { // as far from white as from black
		end = 0
	}
	hue, saturation, lightness := c.hsl()
	legible := c
	for i := 1; Contrast(legible, paper) < contrast && i <= steps; i++ {
		legible = fromHSL(hue, saturation, lightness+(end-lightness)*float64(i)/steps)
	}
	return legible
}

// hsl is the hue from 0 to 6, the saturation and the lightness from 0 to 1, as CSS has them.
func (c Color) hsl() (hue, saturation, lightness float64) {
	r, g, b := float64(c.R)/255, float64(c.G)/255, float64(c.B)/255
	high, low := max(r, g, b), min(r, g, b)
	lightness = (high + low) / 2
	chroma := high - low
	if chroma == 0 {
		return 0, 0, lightness
	}
	switch high {
	case r:
		hue = math.Mod((g-b)/chroma+6, 6)
	case g:
		hue = (b-r)/chroma + 2
	default:
		hue = (r-g)/chroma + 4
	}
	return hue, chroma / (1 - math.Abs(2*lightness-1)), lightness
}

func fromHSL(hue, saturation, lightness float64) Color {
	channel := func(n float64) uint8 {
		k := math.Mod(n+2*hue, 12)
		v := lightness - saturation*min(lightness, 1-lightness)*max(-1, min(k-3, 9-k, 1))
		return uint8(math.Round(255 * v))
	}
	return Color{channel(0), channel(8), channel(4)}
}
