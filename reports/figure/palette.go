package figure

// An Ink is a color by what it is for.
type Ink int

// The inks. Those of stages are had from [StageInk] and [OnStage].
const (
	None   Ink = iota // nothing is painted
	Paper             // what lies behind everything
	Words             // words and figures
	Muted             // lesser words
	Hair              // thin lines that only guide the eye
	Soft              // empty areas
	Accent            // today, and whatever else matters most
	stages            // and from here on the stages
)

// MostStages is how many stages have an ink.
const MostStages = 7

// StageInk is the fill of a stage; ranks are from 1 to [MostStages].
func StageInk(rank int) Ink { return stages + Ink(rank) }

// OnStage is what is written on the fill of a stage.
func OnStage(rank int) Ink { return stages + MostStages + Ink(rank) }

// A Palette gives every ink its color.
type Palette struct {
	colors [stages + 2*MostStages + 1]Color
	k      int // stages
}

// Color is that of an ink other than [None].
func (p Palette) Color(ink Ink) Color { return p.colors[ink] }

// inks are those that a palette has a color for, in their order.
func (p Palette) inks() []Ink {
	all := []Ink{Paper, Words, Muted, Hair, Soft, Accent}
	for rank := 1; rank <= p.k; rank++ {
		all = append(all, StageInk(rank), OnStage(rank))
	}
	return all
}

// A Scheme is a page's.
type Scheme int

// The schemes.
const (
	Light Scheme = iota
	Dark
)

// TextContrast is that of text, which is kept (WCAG 2.2, level AA).
const TextContrast = 4.5

// DefaultAccent is taken where a brand names none.
func DefaultAccent() Color { return Color{0x0b, 0x5d, 0x6b} }

// grounds are the colors that do not depend on the accent.
func grounds(s Scheme) map[Ink]Color {
	if s == Dark {
		return map[Ink]Color{
			Paper: {0x15, 0x18, 0x1b}, Words: {0xe8, 0xea, 0xec}, Muted: {0xa6, 0xae, 0xb5},
			Hair: {0x3a, 0x41, 0x47}, Soft: {0x2b, 0x34, 0x3a},
		}
	}
	return map[Ink]Color{
		Paper: {0xff, 0xff, 0xff}, Words: {0x1b, 0x21, 0x26}, Muted: {0x56, 0x60, 0x69},
		Hair: {0xd4, 0xd9, 0xde}, Soft: {0xe6, 0xeb, 0xed},
	}
}

// NewPalette has an accent, which is made darker or lighter until it is legible on
// the scheme's paper, and one tint of it for each of k stages.
func NewPalette(s Scheme, accent Color, k int) Palette {
	p := Palette{k: min(k, MostStages)}
	for ink, c := range grounds(s) {
		p.colors[ink] = c
	}
	paper := p.colors[Paper]
	p.colors[Accent] = Legible(accent, paper, TextContrast)
	for rank := 1; rank <= p.k; rank++ {
		share := .12 + .88*float64(rank-1)/float64(max(k-1, 1))
		fill := paper.mix(p.colors[Accent], share)
		on := Color{0xff, 0xff, 0xff} // one of white and black has a contrast of 4.58 to any color
		if black := (Color{}); Contrast(black, fill) > Contrast(on, fill) {
			on = black
		}
		p.colors[StageInk(rank)], p.colors[OnStage(rank)] = fill, on
	}
	return p
}
