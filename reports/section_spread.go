package reports

import (
	"slices"
	"strconv"

	"collab/assess"
	"collab/reports/content"
	"collab/reports/figure"
	"collab/rubric"
)

// spread is how far the associations lie apart.
func (t *portfolioText) spread() content.Section {
	spreads := t.several()
	s := content.Section{ID: "spread"}
	if len(spreads) == 0 {
		return s
	}
	s.Heading = t.spreadHeading(spreads)
	var said []content.Text
	for _, a := range spreads {
		if a.LeftOut > 0 {
			said = append(said, t.words.SpreadLeftOut(shortName(a.Dimension), a.LeftOut))
		}
	}
	if slices.ContainsFunc(spreads, func(a assess.Apart) bool { return a.Median == 0 }) {
		said = append(said, t.words.NoMiddle())
	}
	s.Blocks = []content.Block{t.spreadFigure(spreads), content.Paragraph{Tone: content.Note, Text: content.Join(said...)}}
	return s
}

// several are the spreads of two associations or more.
func (t *portfolioText) several() []assess.Apart {
	return slices.DeleteFunc(slices.Clone(t.Spreads), func(a assess.Apart) bool { return a.N < 2 })
}

// spreadHeading names the trait on which they lie furthest apart, and that on which least.
func (t *portfolioText) spreadHeading(spreads []assess.Apart) content.Text {
	spreads = slices.DeleteFunc(slices.Clone(spreads), func(a assess.Apart) bool {
		return a.Dimension.Kind != rubric.Trait && len(spreads) > 1
	})
	width := func(a assess.Apart) int { return int(a.High - a.Low) }
	order := func(a, b assess.Apart) int { return width(a) - width(b) }
	widest, closest := slices.MaxFunc(spreads, order), slices.MinFunc(spreads, order)
	switch {
	case len(spreads) == 1:
		return t.words.SpreadAlone(shortName(widest.Dimension))
	case width(widest) == width(closest):
		return t.words.SpreadHeading("", "")
	}
	return t.words.SpreadHeading(shortName(widest.Dimension), shortName(closest.Dimension))
}

// The picture of how far associations lie apart: a line a trait, from the first stage to
// the last, with a tick for each association. No tick has a name.

func (t *portfolioText) spreadFigure(spreads []assess.Apart) content.Figure {
	const page, phone = 688, 340
	return content.Figure{Wide: t.drawSpread("spread", spreads, page), Phone: t.drawSpread("spread-phone", spreads, phone)}
}

const (
	spreadRow  = 26.0
	spreadText = 12.0
	tickHeight = 16.0
)

func (t *portfolioText) drawSpread(id string, spreads []assess.Apart, width float64) figure.Drawing {
	d := figure.Drawing{ID: id, Title: t.words.SpreadTitle().Plain(), Width: width, Height: 20 + spreadRow*float64(len(spreads)), Data: t.spreadData(spreads)}
	var said []content.Text
	left := 0.0
	for _, a := range spreads {
		said = append(said, t.words.SpreadTold(shortName(a.Dimension), a.N, a.Low, a.Median, a.High))
		left = max(left, figure.Width(t.spreadName(a, width), spreadText, false))
	}
	d.Description = content.Join(said...).Plain()
	for i, a := range spreads {
		y := 20 + spreadRow*(float64(i)+.5)
		d.Add(figure.Text{X: 0, Y: y + 4, Size: spreadText, Ink: figure.Words, Text: t.spreadName(a, width)})
		t.spreadRail(&d, a, left+16, width-12, y, i == 0 || a.K != spreads[i-1].K)
	}
	return d
}

// spreadName is the name of a trait, as much of it as has room in two fifths of a picture.
func (t *portfolioText) spreadName(a assess.Apart, width float64) string {
	return figure.Wrap(t.words.Name(shortName(a.Dimension)).Plain(), spreadText, false, 2*width/5)[0]
}

// spreadRail is the line of a trait with its ticks; numbered says that the numbers of the
// stages stand above it.
func (t *portfolioText) spreadRail(d *figure.Drawing, a assess.Apart, left, right, y float64, numbered bool) {
	x := func(p float64) float64 { return left + (right-left)*(p-1)/float64(max(a.K-1, 1)) }
	d.Add(figure.Line{X1: left, Y1: y, X2: right, Y2: y, Stroke: figure.Hair})
	for rank := 1; rank <= a.K; rank++ {
		at := x(float64(rank))
		d.Add(figure.Line{X1: at, Y1: y - 4, X2: at, Y2: y + 4, Stroke: figure.Hair})
		if numbered {
			d.Add(figure.Text{X: at, Y: y - spreadRow/2 - 2, Size: 11, Anchor: figure.Middle, Ink: figure.Muted, Text: strconv.Itoa(rank)})
		}
	}
	for _, p := range a.Positions {
		at := x(float64(p) / 100)
		d.Add(figure.Line{X1: at, Y1: y - tickHeight/2, X2: at, Y2: y + tickHeight/2, Thick: 2, Stroke: figure.Accent})
	}
}

// spreadData is the same as a table.
func (t *portfolioText) spreadData(spreads []assess.Apart) figure.Table {
	table := figure.Table{}
	for i, head := range []content.Text{t.words.TraitHead(), t.words.LowestHead(), t.words.MiddleHead(), t.words.HighestHead(), t.words.CountHead()} {
		table.Columns = append(table.Columns, figure.Column{Name: head.Plain(), Figures: i > 0})
	}
	for _, a := range spreads {
		table.Rows = append(table.Rows, []string{
			t.words.Name(shortName(a.Dimension)).Plain(), t.words.Position(a.Low).Plain(), t.words.Position(a.Median).Plain(),
			t.words.Position(a.High).Plain(), strconv.Itoa(a.N),
		})
	}
	return table
}
