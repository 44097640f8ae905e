package figure

import (
	"cmp"
	"image"
	"image/color"
	"iter"
	"maps"
	"slices"
)

// indexed is an image with the 256 colors that most of its pixels have, and for the
// others the next one. A drawing has few inks; what lies between two of them at the
// edge of a shape may be a shade off, and the file is a third of the size.
func indexed(full *image.RGBA) *image.Paletted {
	pixels := map[color.RGBA]int{}
	for c, n := range runs(full) {
		pixels[c] += n
	}
	common := slices.SortedFunc(maps.Keys(pixels), func(a, b color.RGBA) int {
		return cmp.Or(pixels[b]-pixels[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	palette := make(color.Palette, min(len(common), 256))
	for i := range palette {
		palette[i] = common[i]
	}
	index := map[color.RGBA]uint8{}
	for _, c := range common {
		index[c] = uint8(palette.Index(c))
	}
	small := image.NewPaletted(full.Bounds(), palette)
	at := 0
	for c, n := range runs(full) {
		nearest := index[c]
		for i := range n {
			small.Pix[at+i] = nearest
		}
		at += n
	}
	return small
}

// runs are the colors of an image that hides nothing, row by row, each with the
// number of pixels that follow one another in it.
func runs(m *image.RGBA) iter.Seq2[color.RGBA, int] {
	return func(yield func(color.RGBA, int) bool) {
		for i := 0; i < len(m.Pix); {
			j := i + 4
			for j < len(m.Pix) && m.Pix[j] == m.Pix[i] && m.Pix[j+1] == m.Pix[i+1] && m.Pix[j+2] == m.Pix[i+2] {
				j += 4
			}
			if !yield(color.RGBA{m.Pix[i], m.Pix[i+1], m.Pix[i+2], 0xff}, (j-i)/4) {
				return
			}
			i = j
		}
	}
}
