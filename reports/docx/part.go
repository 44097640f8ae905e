package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
)

var errEntities = errors.New("declares a document type, which no document of Word does")

// damaged says that a part cannot be read.
func damaged(part string, err error) error {
	return fmt.Errorf("is damaged (%s: %w); open it in Word and save it again", part, err)
}

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
	var root, end span
	depth := 0
	err := eachToken(part, func(t xml.Token, at span) {
		switch t.(type) {
		case xml.StartElement:
			if depth++; depth == 1 {
				root = at
			}
		case xml.EndElement:
			depth--
			end = at
		}
	})
	if err != nil {
		return nil, err
	}
	if end.from < end.to {
		return splice(part, end, append(text(nodes...), part[end.from:end.to]...)), nil
	}
	// <element/> has no inside yet.
	open := bytes.TrimSuffix(part[root.from:root.to], []byte("/>"))
	name := bytes.Fields(open[1:])[0]
	filled := slices.Concat(open, []byte(">"), text(nodes...), []byte("</"), name, []byte(">"))
	return splice(part, root, filled), nil
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
