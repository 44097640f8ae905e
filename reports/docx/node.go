package docx

import (
	"bytes"
	"encoding/xml"
	"slices"
)

// The namespaces of the elements that are written. The prefixes are the usual
// ones; those other than w are declared where they are used, so that they do
// not depend on what a template declares.
const (
	wordNamespace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	drawingNamespace  = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	mainNamespace     = "http://schemas.openxmlformats.org/drawingml/2006/main"
	strictNamespaces  = "http://purl.oclc.org/ooxml/" // how those of Strict Open XML begin
	pictureNamespace  = "http://schemas.openxmlformats.org/drawingml/2006/picture"
)

// A node is an element of XML or, without a name, text. Texts and the values of
// attributes are escaped when they are written: none can become markup, and
// characters that XML forbids are replaced.
type node struct {
	name       string
	attributes []string // name, value, name, value
	children   []node
	text       string
}

func element(name string, children ...node) node { return node{name: name, children: children} }

func characters(text string) node { return node{text: text} }

// value is an element with nothing but a w:val.
func value(name, val string) node { return element(name).with("w:val", val) }

// with has more attributes: name, value, name, value.
func (n node) with(attributes ...string) node {
	n.attributes = append(slices.Clip(n.attributes), attributes...)
	return n
}

func (n node) write(b *bytes.Buffer) {
	if n.name == "" {
		escape(b, n.text)
		return
	}
	b.WriteString("<" + n.name)
	for i := 0; i < len(n.attributes); i += 2 {
		b.WriteString(" " + n.attributes[i] + `="`)
		escape(b, n.attributes[i+1])
		b.WriteByte('"')
	}
	if len(n.children) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	for _, child := range n.children {
		child.write(b)
	}
	b.WriteString("</" + n.name + ">")
}

func escape(b *bytes.Buffer, text string) { _ = xml.EscapeText(b, []byte(text)) } // memory cannot fail

// text is nodes one after the other, as they stand in a part.
func text(nodes ...node) []byte {
	var b bytes.Buffer
	for _, n := range nodes {
		n.write(&b)
	}
	return b.Bytes()
}
