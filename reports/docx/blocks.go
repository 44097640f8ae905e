package docx

import (
	"cmp"
	"strconv"
)

// SetTitle adds the line that a document begins with.
func (d *Flow) SetTitle(t Text) { d.add(paragraph{text: t, style: title, keep: true}) }

// Subtitle adds the line below the title.
func (d *Flow) Subtitle(t Text) { d.add(paragraph{text: t, style: subtitle}) }

// Heading adds a heading, of level 1 or 2, which stays with what follows.
func (d *Flow) Heading(level int, t Text) {
	d.add(paragraph{text: t, style: [...]style{heading1, heading2}[level-1], keep: true})
}

// Paragraph adds text. An empty one adds nothing; so it is of all texts.
func (d *Flow) Paragraph(t Text) { d.add(paragraph{text: t, style: body}) }

// Lead adds text that stays with what follows.
func (d *Flow) Lead(t Text) { d.add(paragraph{text: t, style: body, keep: true}) }

// Deck adds the lines below a title that say the most.
func (d *Flow) Deck(t Text) { d.add(paragraph{text: t, style: deck}) }

// Note adds a line that explains what stands above it.
func (d *Flow) Note(t Text) { d.add(paragraph{text: t, style: note}) }

// Foot adds lines for the end of a page.
func (d *Flow) Foot(t Text) { d.add(paragraph{text: t, style: foot}) }

// Item adds an item of a list.
func (d *Flow) Item(t Text) { d.add(paragraph{text: t, style: listBullet}) }

// Step adds an item of a numbered list; the first begins one.
func (d *Flow) Step(t Text, first bool) { d.add(paragraph{text: t, style: listNumber, first: first}) }

// Counted adds a line with a count before it.
func (d *Flow) Counted(count int, t Text) {
	d.add(paragraph{text: t, style: body, before: Text{{Text: strconv.Itoa(count), Strong: true}}})
}

// Blanks adds a line to fill in by hand, with a name before each blank.
func (d *Flow) Blanks(names ...Text) {
	if len(names) > 0 {
		d.add(blanks(names))
	}
}

// NewPage has what follows begin a page.
func (d *Flow) NewPage() { d.add(newPage{}) }

type newPage struct{}

func (newPage) nodes(with *press) []node {
	with.newPage = true
	return nil
}

func (d *Flow) add(b block) {
	if p, is := b.(paragraph); is && p.text.Plain() == "" {
		return
	}
	d.blocks = append(d.blocks, b)
}

// A paragraph in a style.
type paragraph struct {
	text   Text
	style  style
	before Text // stands beside the text, in its margin
	keep   bool // with what follows
	first  bool // of a numbered list
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
	begins := with.newPage
	if with.newPage {
		set, with.newPage = append(set, element("w:pageBreakBefore")), false
	}
	if p.style == listNumber {
		set = append(set, with.number(p.first)...)
	}
	content := p.text.runs(0)
	if len(p.before) > 0 {
		set = append(set, element("w:tabs", value("w:tab", "left").with("w:pos", strconv.Itoa(margin))))
		content = append(append(p.before.runs(0), tab()), content...)
	}
	if p.style == title && p.text.rightToLeft() {
		set = append(set, element("w:bidi"))
	}
	switch {
	case len(p.before) > 0:
		set = append(set, element("w:spacing").with("w:after", "20"), hanging(margin))
	case begins && p.style == heading1:
		set = append(set, element("w:spacing").with("w:before", "0"))
	case with.afterTable && (p.style == body || p.style == listBullet):
		set = append(set, element("w:spacing").with("w:before", strconv.Itoa(afterTable)))
	}
	with.afterTable = false
	return []node{paragraphNode(set, content)}
}

// margin is beside a text that has something before it, in twentieths of a point.
const margin = 400

func hanging(by int) node {
	return element("w:ind").with("w:left", strconv.Itoa(by), "w:hanging", strconv.Itoa(by))
}

func tab() node { return element("w:r", element("w:tab")) }

// number is what a numbered item says of its list. The first list of a document is that
// of the style; each further one counts from 1 again.
func (p *press) number(first bool) []node {
	if first {
		p.lists++
	}
	if first && p.lists > 1 {
		list, err := p.archive.addNumbering(p.main, "decimal", "%1.")
		p.list, p.fault = list, cmp.Or(p.fault, err)
	}
	if p.list == 0 {
		return nil
	}
	return []node{element("w:numPr", value("w:ilvl", "0"), value("w:numId", strconv.Itoa(p.list)))}
}

// blanks are names, each with a line to write on.
type blanks []Text

// nodes gives the first blank the most room.
func (b blanks) nodes(with *press) []node {
	var stops, content []node
	for i, name := range b {
		end := with.width * (len(b) + 2*i + 1) / (3*len(b) - 1)
		stops = append(stops, value("w:tab", "right").with("w:leader", "underscore", "w:pos", strconv.Itoa(end)))
		if i > 0 {
			name = append(Words("  "), name...)
		}
		content = append(append(content, append(name, Run{Text: " "}).runs(0)...), tab())
	}
	set := []node{
		element("w:tabs", stops...),
		element("w:spacing").with("w:before", "40", "w:after", "60"),
		element("w:ind").with("w:left", "360"),
	}
	if id := with.styles.paragraph(body); id != "" {
		set = append([]node{value("w:pStyle", id)}, set...)
	}
	return []node{paragraphNode(set, content)}
}

func paragraphNode(set, content []node) node {
	if len(set) > 0 {
		content = append([]node{element("w:pPr", set...)}, content...)
	}
	return element("w:p", content...)
}
