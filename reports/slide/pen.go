package slide

import (
	"strconv"
	"strings"

	"collab/reports/content"
	"collab/reports/figure"
)

// A pen draws blocks below each other, in a column.
type pen struct {
	figure.Drawing
	x, y, w float64 // the column, and how far down it is filled
	scale   float64 // of texts and what stands between them
	deepest float64 // how far down any column is filled
	beside  float64 // where the columns beside a profile begin; 0 where there is none
	foot    []content.Text
	err     error
}

func newPen(s content.Section, scale float64) *pen {
	p := &pen{x: margin, y: 56, w: width - 2*margin, scale: scale}
	p.Drawing = figure.Drawing{ID: s.ID, Title: s.Heading.Plain(), Width: width, Height: height}
	return p
}

// slide draws a section: heading, blocks, and at the bottom its foot with what stands on
// every page.
func (p *pen) slide(s content.Section, running content.Text) {
	p.text(s.Heading, style{size: 44, bold: true})
	for _, b := range s.Blocks {
		b.WriteTo(p)
		p.deepest = max(p.deepest, p.y)
	}
	p.x, p.w = margin, width-2*margin
	lines := 0
	small := style{size: 18, ink: figure.Muted}
	for _, t := range append(p.foot, running) {
		lines += len(p.wrapped(t, small))
	}
	p.y = bottom - float64(lines)*small.size*p.scale*lineHeight
	p.deepest += bottom - p.y // what the foot takes is not there for the rest
	p.Add(figure.Line{X1: p.x, X2: p.x + p.w, Y1: p.y - 8, Y2: p.y - 8, Stroke: figure.Hair})
	for _, t := range append(p.foot, running) {
		p.text(t, small)
	}
}

func (p *pen) fits() bool { return p.deepest+24 <= bottom }

// A style is how a text is set; its ink is that of words unless it says another.
type style struct {
	size float64
	bold bool
	ink  figure.Ink
}

const lineHeight = 1.3

func (p *pen) wrapped(t content.Text, s style) []string {
	if len(t) == 0 {
		return nil
	}
	return figure.Wrap(t.Plain(), s.size*p.scale, s.bold, p.w)
}

// text writes a text, on as many lines as it takes.
func (p *pen) text(t content.Text, s style) {
	if s.ink == figure.None {
		s.ink = figure.Words
	}
	size := s.size * p.scale
	for _, line := range p.wrapped(t, s) {
		p.Add(figure.Text{X: p.x, Y: p.y + size, Size: size, Bold: s.bold, Ink: s.ink, Text: line})
		p.y += size * lineHeight
	}
}

// gap leaves room below what stands there.
func (p *pen) gap(room float64) { p.y += room * p.scale }

// indented draws with the column's left edge moved in.
func (p *pen) indented(by float64, draw func()) {
	by *= p.scale
	p.x, p.w = p.x+by, p.w-by
	draw()
	p.x, p.w = p.x-by, p.w+by
}

var (
	body  = style{size: 23}
	named = style{size: 23, bold: true}
	quiet = style{size: 21, ink: figure.Muted}
)

// Paragraph writes one; those at the foot stand at the bottom of the slide.
func (p *pen) Paragraph(b content.Paragraph) {
	switch b.Tone {
	case content.Foot:
		p.foot = append(p.foot, b.Text)
	case content.Deck:
		p.gap(6)
		p.text(b.Text, style{size: 24, ink: figure.Muted})
		p.gap(24)
	case content.Note:
		p.text(b.Text, quiet)
		p.gap(8)
	default:
		p.text(b.Text, body)
		p.gap(8)
	}
}

// List writes one.
func (p *pen) List(b content.List) {
	for _, item := range b.Items {
		r := 4 * p.scale
		p.Add(figure.Circle{X: p.x + r, Y: p.y + body.size*p.scale*.7, R: r, Fill: figure.Words})
		p.indented(24, func() { p.text(item, body) })
		p.gap(8)
	}
}

// Steps writes them.
func (p *pen) Steps(b content.Steps) {
	for i, s := range b.Items {
		if i > 0 {
			p.Add(figure.Line{X1: p.x, X2: p.x + p.w, Y1: p.y, Y2: p.y, Stroke: figure.Hair})
			p.gap(14)
		}
		p.mark(s, strconv.Itoa(i+1))
		p.indented(48, func() {
			p.text(s.Do, named)
			p.text(s.Why, quiet)
			for _, t := range append(s.Notes, s.Taken) {
				p.text(t, quiet)
			}
			p.open(b, s)
		})
		p.gap(14)
	}
}

// mark stands before a step: its number, a tick where it is done, a ring where it is not.
func (p *pen) mark(s content.Step, number string) {
	size := 32 * p.scale
	x, y := p.x, p.y+size*.45
	switch s.State {
	case content.Done:
		p.Add(figure.Line{X1: x, Y1: y, X2: x + size*.25, Y2: y + size*.3, Thick: 4, Stroke: figure.Words},
			figure.Line{X1: x + size*.25, Y1: y + size*.3, X2: x + size*.75, Y2: y - size*.35, Thick: 4, Stroke: figure.Words})
	case content.NotYet:
		p.Add(figure.Circle{X: x + size*.35, Y: y, R: size * .3, Stroke: figure.Words})
	case content.Dropped:
		p.Add(figure.Line{X1: x, Y1: y, X2: x + size*.7, Y2: y, Thick: 4, Stroke: figure.Words})
	default:
		p.Add(figure.Text{X: x, Y: p.y + size*.8, Size: size, Bold: true, Ink: figure.Accent, Text: number})
	}
}

// open draws the lines on which somebody takes a step.
func (p *pen) open(b content.Steps, s content.Step) {
	if s.State != content.Open || len(s.Taken) > 0 || len(b.Who) == 0 {
		return
	}
	p.gap(4)
	p.text(content.Join(b.Who, content.Words("______________"), b.By, content.Words("________")), quiet)
}

// Choices writes them.
func (p *pen) Choices(b content.Choices) {
	p.text(b.Question, named)
	for _, c := range b.Rows {
		size := body.size * p.scale
		count := strconv.Itoa(c.Count)
		p.Add(figure.Text{X: p.x + 36*p.scale, Y: p.y + size, Size: size, Bold: true, Anchor: figure.End, Ink: figure.Accent, Text: count})
		p.indented(52, func() { p.text(content.Join(c.Prefix, c.Words), body) })
		p.gap(6)
	}
	p.gap(10)
}

// Pips writes them.
func (p *pen) Pips(b content.Pips) {
	side := 18 * p.scale
	for i, m := range b.Marks {
		r := figure.Rect{X: p.x + float64(i)*(side+5*p.scale), Y: p.y, W: side, H: side, Round: 3, Stroke: figure.Words}
		switch m {
		case content.Met:
			r.Fill = figure.Words
		case content.Unknown:
			r.Stroke = figure.Hair
		}
		p.Add(r)
	}
	p.gap(24)
	p.text(b.Told, body)
	p.gap(8)
}

// Columns stand beside a profile, or each beside the other below what stands there.
func (p *pen) Columns(b content.Columns) {
	const between = 48.0
	x, w, top := p.x, p.w, p.y
	if p.beside > 0 {
		x, w, top = p.x+p.w+between, width-margin-p.x-p.w-between, p.beside
	}
	each := (w - between*float64(len(b.Of)-1)) / float64(max(len(b.Of), 1))
	inner := *p
	for i, boxes := range b.Of {
		inner.x, inner.y, inner.w = x+float64(i)*(each+between), top, each
		for _, box := range boxes {
			inner.box(box)
		}
		inner.deepest = max(inner.deepest, inner.y)
	}
	inner.x, inner.w, inner.y = margin, width-2*margin, max(inner.deepest, p.y)
	*p = inner
	p.beside = 0
}

func (p *pen) box(b content.Box) {
	p.Add(figure.Line{X1: p.x, X2: p.x + p.w, Y1: p.y, Y2: p.y, Thick: 3, Stroke: figure.Words})
	p.gap(10)
	p.text(b.Heading, named)
	p.gap(14)
	for _, block := range b.Blocks {
		block.WriteTo(p)
	}
	p.gap(14)
}

// Table has no room on a slide.
func (p *pen) Table(content.Table) { p.err = ErrNoRoom }

// Heat has no room on a slide.
func (p *pen) Heat(content.Heat) { p.err = ErrNoRoom }

// Answers have no room on a slide.
func (p *pen) Answers(content.Answers) { p.err = ErrNoRoom }

// Figure would be a picture in a picture.
func (p *pen) Figure(content.Figure) { p.err = ErrNoRoom }

// tell adds a sentence for those who don't see the picture.
func (p *pen) tell(t content.Text) {
	p.Description = strings.TrimSpace(p.Description + " " + t.Plain())
}
