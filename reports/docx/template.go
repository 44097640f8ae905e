package docx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"strings"
)

var errMacros = errors.New("holds macros; save it without them, as a .docx or .dotx file")

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
	if err := types.withoutMacros(); err != nil {
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
	return a, a.cutOff()
}

// withoutMacros refuses programs. Content types tell them, whatever a part is called.
func (t contentTypes) withoutMacros() error {
	for _, part := range append(t.Defaults, t.Overrides...) {
		kind := strings.ToLower(part.ContentType)
		for _, program := range []string{"macroenabled", "vbaproject", "vbadata", "activex", "oleobject"} {
			if strings.Contains(kind, program) {
				return errMacros
			}
		}
	}
	return nil
}

// cutOff sees to it that opening the document fetches nothing: links that a
// reader may follow are left, the path of the template that Word was once given
// is taken out, anything else is refused.
func (a *archive) cutOff() error {
	for _, name := range a.names {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		relations, err := parseRelations(name, a.parts[name])
		if err != nil {
			return err
		}
		for _, r := range relations {
			switch {
			case !r.outward() || r.is("hyperlink"):
			case r.is("attachedTemplate"):
				if err := a.detach(name); err != nil {
					return err
				}
			default:
				return fmt.Errorf("%s: would fetch a file when it is opened (%s): %.100q; put the file itself into the template", name, lastWord(r.Type), r.Target)
			}
		}
	}
	return nil
}

func lastWord(kind string) string { return kind[strings.LastIndexByte(kind, '/')+1:] }

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
			return fmt.Errorf("%s: %w", cut.part, err)
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
