package slide

import (
	"slices"

	"collab/reports/content"
	"collab/reports/figure"
)

// The columns of a profile. Its cells share what these leave.
const (
	profileWidth = 984.0
	nameWidth    = 172.0
	figureWidth  = 80.0
	flagWidth    = 180.0
	cellGap      = 4.0
)

// Profile draws one, with room beside it for columns.
func (p *pen) Profile(b content.Profile) {
	p.beside, p.w = p.y, profileWidth
	p.tell(b.Caption)
	cells := p.w - nameWidth - flagWidth - figureWidth*float64(len(b.Figures))
	each := cells / float64(max(len(b.Stages), 1))
	top := p.y
	head := style{size: 19, ink: figure.Muted}
	p.w = nameWidth - 8
	p.text(b.Order, head)
	deepest := p.y
	for i, t := range b.Stages {
		p.w, p.y = each-cellGap, top
		for _, line := range p.wrapped(t, head) {
			size := head.size * p.scale
			p.Add(figure.Text{X: margin + nameWidth + float64(i)*each + p.w/2, Y: p.y + size, Size: size, Anchor: figure.Middle, Ink: head.ink, Text: line})
			p.y += size * lineHeight
		}
		deepest = max(deepest, p.y)
	}
	for i, t := range slices.Concat(b.Figures, []content.Text{b.Flag}) {
		p.x, p.w, p.y = margin+nameWidth+cells+16+float64(i)*figureWidth, figureWidth-8, top
		p.text(t, head)
		deepest = max(deepest, p.y)
	}
	p.x, p.y = margin, deepest
	p.gap(10)
	for _, group := range b.Groups {
		for _, row := range group {
			p.row(row, each, cells, len(b.Stages))
		}
		p.gap(10)
	}
	p.x, p.w = margin, profileWidth
}

// row draws a row, and tells it.
func (p *pen) row(r content.ProfileRow, each, cells float64, stages int) {
	p.tell(r.Told)
	const high = 50.0
	h := high * p.scale
	top := p.y
	p.inRow(r.Name, style{size: 22, bold: r.Strong}, margin, nameWidth-8, top, h)
	for i, c := range r.Cells {
		x := margin + nameWidth + float64(i)*each
		p.cell(c, x, top, each-cellGap, h, r.Quiet)
		if r.Was == i+1 {
			p.Add(figure.Line{X1: x + each - cellGap/2, X2: x + each - cellGap/2, Y1: top - 4, Y2: top + h + 4, Thick: 4, Stroke: figure.Words})
		}
	}
	x := margin + nameWidth + cells + 16
	for _, f := range r.Figures {
		p.inRow(f, style{size: 22, bold: r.Strong}, x, figureWidth-8, top, h)
		x += figureWidth
	}
	p.inRow(r.Flag, style{size: 19, bold: true}, x, flagWidth-16, top, h)
	p.y = top + h
	p.gap(12)
}

// inRow sets a text in the middle of a row, smaller where it takes more than two lines.
func (p *pen) inRow(t content.Text, s style, x, w, top, h float64) {
	p.x, p.w = x, w
	for len(p.wrapped(t, s)) > 2 && s.size > 10 {
		s.size--
	}
	p.y = top + (h-float64(len(p.wrapped(t, s)))*s.size*p.scale*lineHeight)/2
	p.text(t, s)
	p.x = margin
}

// cell draws one, in the colors of what it shows.
func (p *pen) cell(c content.Cell, x, y, w, h float64, quiet bool) {
	fill, ink := figure.Soft, figure.Words
	switch {
	case c.Fill == content.Reached && quiet:
		fill, ink = figure.Muted, figure.Paper
	case c.Fill == content.Reached:
		fill, ink = figure.StageInk(figure.MostStages), figure.OnStage(figure.MostStages)
	}
	p.Add(figure.Rect{X: x, Y: y, W: w, H: h, Round: 4, Fill: fill})
	if c.Fill == content.Unsure {
		p.stripe(x, y, w, h)
	}
	if c.Fill == content.Wanted {
		for _, l := range []figure.Line{{X1: x, X2: x + w, Y1: y, Y2: y}, {X1: x, X2: x + w, Y1: y + h, Y2: y + h}, {X1: x, X2: x, Y1: y, Y2: y + h}, {X1: x + w, X2: x + w, Y1: y, Y2: y + h}} {
			l.Thick, l.Stroke, l.Dashed = 2.5, figure.Words, true
			p.Add(l)
		}
	}
	if len(c.Label) == 0 {
		return
	}
	size := 19 * p.scale
	for figure.Width(c.Label.Plain(), size, false) > w-4 && size > 8 {
		size--
	}
	p.Add(figure.Text{X: x + w/2, Y: y + h/2 + size*.35, Size: size, Anchor: figure.Middle, Ink: ink, Text: c.Label.Plain()})
}

// stripe draws slanting lines over a cell, from edge to edge.
func (p *pen) stripe(x, y, w, h float64) {
	const apart = 11
	for from := apart - h; from < w; from += apart {
		left, right := max(from, 0), min(from+h, w)
		p.Add(figure.Line{X1: x + left, X2: x + right, Y1: y + h + from - left, Y2: y + h + from - right, Thick: 3, Stroke: figure.Muted})
	}
}
