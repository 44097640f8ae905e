package docx

import "strconv"

// SetTitle adds the line that a document begins with.
func (d *Document) SetTitle(t Text) { d.add(paragraph{text: t, style: title, keep: true}) }

// Subtitle adds the line below the title.
func (d *Document) Subtitle(t Text) { d.add(paragraph{text: t, style: subtitle}) }

// Heading adds a heading, of level 1 or 2, which stays with what follows.
func (d *Document) Heading(level int, t Text) {
	d.add(paragraph{text: t, style: [...]style{heading1, heading2}[level-1], keep: true})
}

// Paragraph adds text. An empty one adds nothing; so it is of all texts.
func (d *Document) Paragraph(t Text) { d.add(paragraph{text: t, style: body}) }

// Lead adds text that stays with what follows.
func (d *Document) Lead(t Text) { d.add(paragraph{text: t, style: body, keep: true}) }

// Item adds an item of a list.
func (d *Document) Item(t Text) { d.add(paragraph{text: t, style: listBullet}) }

// Step adds an item of the numbered list. A document has one.
func (d *Document) Step(t Text) { d.add(paragraph{text: t, style: listNumber}) }

func (d *Document) add(b block) {
	if p, is := b.(paragraph); is && p.text.Plain() == "" {
		return
	}
	d.blocks = append(d.blocks, b)
}

// A paragraph in a style.
type paragraph struct {
	text  Text
	style style
	keep  bool // with what follows
}

// afterTable is the space between a table and the text below it, which a table
// cannot have itself, in twentieths of a point.
const afterTable = 160

// nodes sets the paragraph. Only a title runs as its letters do: other text is of
// sentences in the document's language, whatever name one begins with.
func (p paragraph) nodes(with *press) []node {
	var set []node
	if id := with.styles.paragraph(p.style); id != "" {
		set = append(set, value("w:pStyle", id))
	}
	if p.keep {
		set = append(set, element("w:keepNext"))
	}
	if with.newPage {
		set, with.newPage = append(set, element("w:pageBreakBefore")), false
	}
	if p.style == title && p.text.rightToLeft() {
		set = append(set, element("w:bidi"))
	}
	if with.afterTable && (p.style == body || p.style == listBullet) {
		set = append(set, element("w:spacing").with("w:before", strconv.Itoa(afterTable)))
	}
	with.afterTable = false
	return []node{paragraphNode(set, p.text.runs(0))}
}

func paragraphNode(set, content []node) node {
	if len(set) > 0 {
		content = append([]node{element("w:pPr", set...)}, content...)
	}
	return element("w:p", content...)
}
