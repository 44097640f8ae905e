package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
)

var errEntities = errors.New("declares a document type, which no document of Word does")

// decode reads a part into a value. Part of Word's rules: no document type, so
// no entities of one's own.
func decode(part []byte, into any) error {
	if part == nil {
		return errNotWord
	}
	if err := eachToken(part, func(xml.Token, span) {}); err != nil {
		return err
	}
	return xml.Unmarshal(part, into)
}

// A span is where something stands in a part, in bytes.
type span struct{ from, to int }

// eachToken reads a part to its end, and shows every token with where it stands.
func eachToken(part []byte, see func(xml.Token, span)) error {
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		from := int(d.InputOffset())
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if _, is := t.(xml.Directive); is {
			return errEntities
		}
		see(t, span{from, int(d.InputOffset())})
	}
}

// inside puts nodes before the end of a part's outermost element.
func inside(part []byte, nodes ...node) ([]byte, error) {
	var end span
	err := eachToken(part, func(t xml.Token, at span) {
		if _, is := t.(xml.EndElement); is {
			end = at
		}
	})
	if err != nil {
		return nil, err
	}
	if end.from == end.to { // <element/>: there is no inside
		return nil, errNotWord
	}
	return splice(part, span{end.from, end.from}, text(nodes...)), nil
}

// splice puts text in the place of what stands somewhere.
func splice(part []byte, at span, added []byte) []byte {
	return bytes.Join([][]byte{part[:at.from], added, part[at.to:]}, nil)
}

// attribute is the value of an attribute, whatever its prefix.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
