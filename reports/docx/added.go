package docx

import (
	"strconv"
	"strings"
)

// addStyles adds to a part the styles that it lacks. They take their font and color
// from what is there: a heading from the next higher one.
func (a *archive) addStyles(main, part string, s styles) error {
	var added []node
	above := s.base
	for _, wanted := range paragraphStyles {
		if s.paragraph(wanted.name) == "" {
			list, err := a.listOf(main, wanted)
			if err != nil {
				return err
			}
			added = append(added, wanted.node(s, above, list))
		}
		if wanted.level > 0 {
			above = s.paragraph(wanted.name)
		}
	}
	if s.table() == "" {
		added = append(added, tableStyle(s.add(s.tables, reportTable)))
	}
	if len(added) == 0 {
		return nil
	}
	sheet, err := inside(a.parts[part], declared(added)...)
	if err != nil {
		return damaged(part, err)
	}
	a.parts[part] = sheet
	return nil
}

// add gives a style an id that is free.
func (s styles) add(to map[string]string, name style) string {
	stem := strings.ReplaceAll(string(name), " ", "")
	id := stem
	for n := 1; s.taken[id]; n++ {
		id = stem + strconv.Itoa(n)
	}
	s.taken[id] = true
	to[strings.ToLower(string(name))] = id
	return id
}

// listOf makes the list of a style, and gives its number; 0 of a style without.
func (a *archive) listOf(main string, s paragraphStyle) (int, error) {
	if s.list == "" {
		return 0, nil
	}
	return a.addNumbering(main, s.list, s.mark)
}

// declared nodes do not depend on the prefixes of the part that they go to.
func declared(nodes []node) []node {
	for i := range nodes {
		nodes[i] = nodes[i].with("xmlns:w", wordNamespace)
	}
	return nodes
}

// A paragraphStyle is added where a template has none of its name.
type paragraphStyle struct {
	name          style
	level         int // of a heading, else 0
	size          int // of the font, in half points; 0 as the text around
	before, after int // in twentieths of a point
	bold, muted   bool
	list          string // its numbers: bullet, decimal; empty where it is no list
	mark          string // before an item
}

// paragraphStyles in the order in which they take after one another.
var paragraphStyles = []paragraphStyle{
	{name: title, size: 52, after: 80},
	{name: subtitle, size: 22, after: 240},
	{name: deck, size: 22, after: 120},
	{name: note, size: 17, before: 40, after: 80, muted: true},
	{name: foot, size: 16, before: 80, after: 40, muted: true},
	{name: heading1, level: 1, size: 32, before: 360, after: 120, bold: true},
	{name: heading2, level: 2, size: 26, before: 240, after: 80, bold: true},
	{name: listBullet, after: 60, list: "bullet", mark: "•"},
	{name: listNumber, after: 60, list: "decimal", mark: "%1."},
}

// node defines the style among those of a template: a heading after the one above.
// The number is that of its list.
func (p paragraphStyle) node(s styles, above string, list int) node {
	parts := []node{value("w:name", string(p.name))}
	from := s.base
	if p.level > 0 {
		from = above
	}
	if from != "" {
		parts = append(parts, value("w:basedOn", from))
	}
	if s.base != "" && p.list == "" {
		parts = append(parts, value("w:next", s.base))
	}
	parts = append(parts, element("w:qFormat"), element("w:pPr", p.set(list)...), element("w:rPr", p.font()...))
	return element("w:style", parts...).with("w:type", "paragraph", "w:styleId", s.add(s.paragraphs, p.name))
}

// set is how a paragraph of the style stands.
func (p paragraphStyle) set(list int) []node {
	var set []node
	if p.level > 0 {
		set = append(set, element("w:keepNext"), element("w:keepLines"))
	}
	if list > 0 {
		set = append(set, element("w:numPr", value("w:numId", strconv.Itoa(list))))
	}
	set = append(set, element("w:spacing").with("w:before", strconv.Itoa(p.before), "w:after", strconv.Itoa(p.after)))
	if list > 0 {
		set = append(set, element("w:contextualSpacing"))
	}
	if p.level > 0 {
		set = append(set, value("w:outlineLvl", strconv.Itoa(p.level-1)))
	}
	return set
}

// font is how its words look.
func (p paragraphStyle) font() []node {
	var font []node
	if p.bold {
		font = append(font, element("w:b"), element("w:bCs"))
	}
	if p.muted {
		font = append(font, value("w:color", muted))
	}
	if size := strconv.Itoa(p.size); p.size > 0 {
		font = append(font, value("w:sz", size), value("w:szCs", size))
	}
	return font
}

// tableStyle has thin lines between rows, and a heavier one below the heads.
func tableStyle(id string) node {
	line := func(name string, width int, color string) node {
		return value(name, "single").with("w:sz", strconv.Itoa(width), "w:space", "0", "w:color", color)
	}
	margin := func(name string) node { return element(name).with("w:w", "85", "w:type", "dxa") }
	return element("w:style",
		value("w:name", string(reportTable)),
		element("w:qFormat"),
		element("w:tblPr",
			element("w:tblBorders", line("w:top", 8, "808080"), line("w:bottom", 8, "808080"), line("w:insideH", 4, "C8C8C8")),
			element("w:tblCellMar", margin("w:left"), margin("w:right"))),
		element("w:tblStylePr",
			element("w:rPr", element("w:b"), element("w:bCs")),
			element("w:tcPr", element("w:tcBorders", line("w:bottom", 8, "808080")))).with("w:type", "firstRow"),
	).with("w:type", "table", "w:customStyle", "1", "w:styleId", id)
}
