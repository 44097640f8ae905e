package docx

import (
	"encoding/xml"
	"path"
	"strconv"
)

// addNumbering adds a list of one level to the part with the lists, and gives
// its number.
func (a *archive) addNumbering(main, format, mark string) (int, error) {
	part, err := a.numberingPart(main)
	if err != nil {
		return 0, err
	}
	var lists numbering
	if err := eachToken(a.parts[part], lists.see); err != nil {
		return 0, damaged(part, err)
	}
	if lists.end == 0 {
		return 0, errNotWord
	}
	pattern, list := strconv.Itoa(lists.patterns+1), lists.lists+1
	level := element("w:lvl",
		value("w:start", "1"), value("w:numFmt", format), value("w:lvlText", mark), value("w:lvlJc", "left"),
		element("w:pPr", element("w:ind").with("w:left", "360", "w:hanging", "360")),
	).with("w:ilvl", "0")
	patternNode := element("w:abstractNum", value("w:multiLevelType", "singleLevel"), level).with("w:abstractNumId", pattern)
	listNode := element("w:num", value("w:abstractNumId", pattern)).with("w:numId", strconv.Itoa(list))
	// The patterns stand before the lists (ECMA-376 part 1, 17.9.16).
	with := splice(a.parts[part], span{lists.end, lists.end}, text(declared([]node{listNode})...))
	first := lists.first
	if first == 0 {
		first = lists.end
	}
	a.parts[part] = splice(with, span{first, first}, text(declared([]node{patternNode})...))
	return list, nil
}

// numberingPart is the part with the lists; it is made where there is none.
func (a *archive) numberingPart(main string) (string, error) {
	part, err := a.related(main, "numbering")
	if err != nil || part != "" {
		return part, err
	}
	part = a.free(path.Dir(main)+"/reportNumbering", ".xml")
	a.add(part, []byte(xml.Header+`<w:numbering xmlns:w="`+wordNamespace+`"></w:numbering>`))
	if _, err := a.relate(main, relationNamespace+"/numbering", part); err != nil {
		return "", err
	}
	return part, a.holds(part, wordType+"numbering+xml")
}

// wordType begins the content types of Word's parts.
const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml."

// numbering is what is read of the part with the lists.
type numbering struct {
	depth           int
	first, end      int // offsets of the first list, and of where another may stand
	patterns, lists int // the highest numbers
}

func (n *numbering) see(t xml.Token, at span) {
	switch v := t.(type) {
	case xml.StartElement:
		if n.depth == 1 {
			n.child(v, at)
		}
		n.depth++
	case xml.EndElement:
		n.depth--
		if n.depth == 0 && n.end == 0 && at.from < at.to {
			n.end = at.from
		}
	}
}

func (n *numbering) child(e xml.StartElement, at span) {
	switch e.Name.Local {
	case "abstractNum":
		id, _ := strconv.Atoi(attribute(e, "abstractNumId"))
		n.patterns = max(n.patterns, id)
	case "num":
		id, _ := strconv.Atoi(attribute(e, "numId"))
		n.lists = max(n.lists, id)
		if n.first == 0 {
			n.first = at.from
		}
	case "numIdMacAtCleanup":
		n.end = at.from
	}
}
