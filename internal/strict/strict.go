// Package strict reads small YAML files that people edit by hand, and says
// everything that is wrong with them at once.
//
// Start with [Parse]. It gives a [Value], a place in the document; its methods
// read one shape each (text, number, list, mapping) and note a [Fault] with
// file, line, column and what was expected wherever the document has another.
// Reading goes on after a fault with a zero value, so that one look at a file
// finds all its faults; when everything was read, [Value.Err] tells.
//
// The package refuses more than YAML does: anchors, aliases, tags and merge
// keys, keys that nobody asked for, keys given twice, more than one document,
// deep nesting, and files over a size. None of these has a use in a file that one
// person answers and another compares next year, and each can do harm.
//
// It knows nothing of questions and answers. The words it writes ([Scalar],
// [Quote], [Flow], [List]) are read back by it as they were, but for control
// characters, which it writes and refuses to read.
package strict

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Limits on what is read. Beyond them a file is refused before it is understood.
const (
	MaxBytes  = 1 << 20 // of one file; the default rubric has under a tenth
	maxDepth  = 16      // of lists and mappings in one another
	maxFaults = 100     // reported of one file; the rest are counted
)

// Parse reads text as one YAML document. The name is that of the file, for its
// faults. The error is a [Faults] and says why the text cannot be understood at
// all. What can be read on from, such as a key that stands twice, is kept for
// [Value.Err], so that it comes out together with what the caller finds.
func Parse(name string, text []byte) (Value, error) {
	d := &document{file: name, first: map[string]int{}, refused: map[*yaml.Node]bool{}}
	root := d.read(text)
	if root == nil {
		return Value{}, d.err()
	}
	d.check(root, 0)
	return Value{doc: d, node: root}, nil
}

// A Value is one place in a document. The zero Value stands for what is not
// there: reading it gives zero values and notes nothing.
type Value struct {
	doc  *document
	node *yaml.Node
}

// Exists tells whether something stands here; an empty value does not count.
func (v Value) Exists() bool { return v.node != nil && shapeOf(v.node) != nothing }

// Blank tells whether an empty text stands here, such as "".
func (v Value) Blank() bool {
	return v.node != nil && isScalar(v.node) && strings.TrimSpace(v.node.Value) == ""
}

// IsList tells whether a list stands here.
func (v Value) IsList() bool { return v.node != nil && v.node.Kind == yaml.SequenceNode }

// Line is the line of the value, from 1; 0 where nothing stands.
func (v Value) Line() int {
	if v.node == nil {
		return 0
	}
	return v.node.Line
}

// Fault notes that something is wrong with the value. A value that was refused
// as it stands, such as an alias, has its fault and gets no second one.
func (v Value) Fault(format string, args ...any) {
	if v.node != nil && !v.doc.refused[v.node] {
		v.doc.fault(v.node.Line, v.node.Column, format, args...)
	}
}

// Because notes that something is wrong with the value for a reason that the
// caller wants to find again with errors.Is.
func (v Value) Because(cause error) {
	if v.node != nil && !v.doc.refused[v.node] {
		v.doc.faults = append(v.doc.faults, Fault{v.doc.file, v.node.Line, v.node.Column, cause.Error(), cause})
	}
}

// Err is all that was found wrong in the document so far: a [Faults] or nil.
func (v Value) Err() error {
	if v.doc == nil {
		return nil
	}
	return v.doc.err()
}

// Text reads text, which must not be empty and holds no control characters.
func (v Value) Text() string {
	if v.node == nil {
		return ""
	}
	n := v.node
	switch {
	case !isScalar(n):
		v.Fault("expected text, found %s", what(n))
	case shapeOf(n) == nothing || strings.TrimSpace(n.Value) == "":
		v.Fault("expected text, found nothing")
	case !isText(n):
		v.Fault("expected text, found %s: put it in quotes", what(n))
	case strings.ContainsFunc(n.Value, isControl): // written as an escape, in quotes
		v.Fault("the text holds a control character; delete it")
	default:
		return n.Value
	}
	return ""
}

// isControl is true of characters that steer a terminal; a line break is text.
func isControl(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0
}

// Word reads a text that is one of the words given. The fault names them, and
// the nearest where there is one.
func (v Value) Word(words ...string) string {
	if v.node != nil && isScalar(v.node) && !isText(v.node) && v.Exists() { // in quotes it is none of them either
		v.Fault("%s is unknown; %s", what(v.node), expected(v.node.Value, words))
		return ""
	}
	text := v.Text()
	if text == "" {
		return ""
	}
	if i := slices.Index(words, text); i >= 0 {
		return words[i]
	}
	v.Fault("%s is unknown; %s", Show(text), expected(text, words))
	return ""
}

// Int reads a whole number from low to high, written as people write one: no
// plus, no leading zero (which is octal to some readers), no other base.
func (v Value) Int(low, high int) int {
	if v.node == nil {
		return 0
	}
	number, err := strconv.Atoi(v.node.Value)
	if shapeOf(v.node) != anInteger || err != nil || strconv.Itoa(number) != v.node.Value {
		v.Fault("expected a whole number, found %s", what(v.node))
		return 0
	}
	if number < low || number > high {
		v.Fault("%d is out of range; expected %s", number, numbers(low, high))
		return 0
	}
	return number
}

// numbers says which ones are expected.
func numbers(low, high int) string {
	if low == high {
		return strconv.Itoa(low)
	}
	return strconv.Itoa(low) + " to " + strconv.Itoa(high)
}

// Bool reads true or false.
func (v Value) Bool() bool {
	if v.node == nil {
		return false
	}
	if shapeOf(v.node) != aTruth {
		v.Fault("expected true or false, found %s", what(v.node))
		return false
	}
	return strings.EqualFold(v.node.Value, "true")
}

// Items reads a list.
func (v Value) Items() []Value {
	if v.node == nil {
		return nil
	}
	if v.node.Kind != yaml.SequenceNode {
		v.Fault("expected a list, found %s", what(v.node))
		return nil
	}
	items := make([]Value, len(v.node.Content))
	for i, n := range v.node.Content {
		items[i] = Value{v.doc, n}
	}
	return items
}

// An Entry is a key of a mapping with its value.
type Entry struct {
	Key   Value
	Name  string // the key's text
	Value Value
}

// Entries reads a mapping with keys that the caller checks itself, in the order of the file.
func (v Value) Entries() []Entry {
	if v.node == nil {
		return nil
	}
	if v.node.Kind != yaml.MappingNode {
		v.Fault("expected keys with values, found %s", what(v.node))
		return nil
	}
	entries := make([]Entry, 0, len(v.node.Content)/2)
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		key := v.node.Content[i]
		entries = append(entries, Entry{Value{v.doc, key}, key.Value, Value{v.doc, v.node.Content[i+1]}})
	}
	return entries
}

// A Mapping is a value whose keys are known; see [Value.Mapping].
type Mapping struct{ Value }

// Mapping reads a mapping whose keys are among those named. A key that is not
// is a fault; so is a known key with nothing behind it. Of a key that stands
// twice, which is a fault already, the first counts.
func (v Value) Mapping(keys ...string) Mapping {
	m := Mapping{v}
	for _, e := range v.Entries() {
		switch {
		case !slices.Contains(keys, e.Name):
			e.Key.Fault("the entry %s is unknown; %s", Show(e.Name), expected(e.Name, keys))
		case !e.Value.Exists():
			e.Key.Fault("%s has no value; add one, or delete the line", Show(e.Name))
		}
	}
	return m
}

// Get is the value of a key, the zero Value where it is left out or nothing stands
// behind it.
func (m Mapping) Get(key string) Value {
	v, _ := m.find(key)
	if !v.Exists() {
		return Value{}
	}
	return v
}

// Need is the value of a key; that it is left out is a fault.
func (m Mapping) Need(key string) Value {
	if _, found := m.find(key); !found && m.node != nil && m.node.Kind == yaml.MappingNode {
		m.Fault("the entry %s is missing", Show(key))
	}
	return m.Get(key)
}

// find is the first value of a key.
func (m Mapping) find(key string) (v Value, found bool) {
	if m.node == nil || m.node.Kind != yaml.MappingNode {
		return Value{}, false
	}
	for i := 0; i+1 < len(m.node.Content); i += 2 {
		if m.node.Content[i].Value == key {
			return Value{m.doc, m.node.Content[i+1]}, true
		}
	}
	return Value{}, false
}
