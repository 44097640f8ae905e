package docx

import (
	"encoding/xml"
	"strings"
)

// openTemplate reads a template and takes out, or refuses, what a document to
// hand on must not hold.
func openTemplate(file []byte) (*archive, error) {
	a, err := readArchive(file)
	if err != nil {
		return nil, err
	}
	types, err := a.contentTypes()
	if err != nil {
		return nil, errNotWord
	}
	main, err := a.mainPart()
	if err != nil {
		return nil, err
	}
	if err := types.withoutPrograms(); err != nil {
		return nil, err
	}
	switch types.of(main) {
	case wordType + "document.main+xml":
	case wordType + "template.main+xml":
		// What is made from a template is a document. The words stand nowhere else.
		a.parts[typesPart] = []byte(strings.ReplaceAll(string(a.parts[typesPart]), wordType+"template.main+xml", wordType+"document.main+xml"))
	default:
		return nil, errNotWord
	}
	if err := a.cutOff(types); err != nil {
		return nil, err
	}
	return a, a.onlyFillableTags(main, types)
}

// detach takes the attached template out of the settings, and the relation that
// leads to it out of theirs.
func (a *archive) detach(relations string) error {
	settings := strings.TrimSuffix(strings.Replace(relations, "_rels/", "", 1), ".rels")
	for _, cut := range []struct{ part, element, kind string }{
		{settings, "attachedTemplate", ""},
		{relations, "Relationship", "attachedTemplate"},
	} {
		part, err := without(a.parts[cut.part], func(e xml.StartElement) bool {
			return e.Name.Local == cut.element && strings.HasSuffix(attribute(e, "Type"), cut.kind)
		})
		if err != nil {
			return damaged(cut.part, err)
		}
		a.parts[cut.part] = part
	}
	return nil
}

// without is a part without the elements that are named, and all in them.
func without(part []byte, named func(xml.StartElement) bool) ([]byte, error) {
	var kept []byte
	depth, cut, done := 0, 0, 0 // cut is the depth of what is cut, 0 where nothing is
	err := eachToken(part, func(t xml.Token, at span) {
		switch v := t.(type) {
		case xml.StartElement:
			depth++
			if cut == 0 && named(v) {
				kept, cut = append(kept, part[done:at.from]...), depth
			}
		case xml.EndElement:
			if depth == cut {
				cut, done = 0, at.to
			}
			depth--
		}
	})
	return append(kept, part[done:]...), err
}
