package screen

import "collab/reports/content"

// A builder takes a report apart.
type builder struct {
	Size
	parts []part
	later int  // what is added to the ranks of later sections
	boxed bool // inside a box
}

func (b *builder) add(p part) {
	for i := range p.forms {
		p.forms[i].rank += b.later
	}
	if last := len(b.parts) - 1; last > 0 && b.parts[last].heads {
		p.apart = p.heads // what follows a heading belongs to it; the first heads the whole
	}
	if len(p.forms) > 0 && len(p.forms[0].lines) > 0 {
		b.parts = append(b.parts, p)
	}
}

// heading adds that of a section. Those of slides, which are several things of one kind,
// come before the first is told in full.
func (b *builder) heading(i int, s content.Section) {
	rank := rankHeading
	switch {
	case i == 0:
	case s.Sheet == content.Slide:
		rank = rankSlides
	default:
		rank += i * rankEverySection
	}
	b.later = 0
	b.add(part{apart: i > 0, heads: i > 0, forms: []form{{rank, b.wrapped("", s.Heading.Bold())}}})
}

func (b *builder) blocks(all []content.Block) {
	for _, block := range all {
		block.WriteTo(b)
	}
}

// inside are the parts of blocks in a box.
func (b *builder) inside(all []content.Block) []part {
	inner := &builder{Size: b.Size, boxed: true}
	inner.blocks(all)
	return inner.parts
}
