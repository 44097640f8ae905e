package strict

import "gopkg.in/yaml.v3"

// shapeOf is what YAML takes a node for: the tag of a text, such as !!int, or none
// of mappings, lists and aliases.
func shapeOf(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		return ""
	}
	return n.ShortTag()
}

// The shapes of texts that something is made of.
const (
	nothing   = "!!null"
	aText     = "!!str"
	aDate     = "!!timestamp" // which is text to us
	anInteger = "!!int"
	aFraction = "!!float"
	aTruth    = "!!bool"
	aMerge    = "!!merge" // the key << of a merge
)

// isText is true of what may be read as text.
func isText(n *yaml.Node) bool {
	shape := shapeOf(n)
	return shape == aText || shape == aDate
}

// isScalar is true of what is one text, whatever YAML takes it for.
func isScalar(n *yaml.Node) bool { return n.Kind != yaml.MappingNode && n.Kind != yaml.SequenceNode }

// what says in words what stands here.
func what(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "keys with values"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	}
	switch shapeOf(n) {
	case anInteger, aFraction:
		return "the number " + Show(n.Value)
	case nothing:
		return "nothing"
	}
	return Show(n.Value)
}

// check notes what no file of ours may hold, wherever it stands: aliases, anchors
// and tags, keys that are no words or stand twice, and what is nested too deep.
func (d *document) check(n *yaml.Node, depth int) {
	switch {
	case depth > maxDepth:
		d.refuse(n, "this is nested more than %d levels deep", maxDepth)
		return
	case n.Kind == yaml.AliasNode:
		d.refuse(n, "%s is read as a YAML alias; put text that begins with * in quotes", Show("*"+n.Value))
		return
	case n.Anchor != "":
		d.refuse(n, "%s is read as a YAML anchor; put text that begins with & in quotes", Show("&"+n.Anchor))
	case n.Style&yaml.TaggedStyle != 0:
		d.refuse(n, "%s is read as a YAML tag; put text that begins with ! in quotes", Show(n.Tag))
	}
	if n.Kind == yaml.MappingNode {
		d.checkKeys(n)
	}
	for _, child := range n.Content {
		d.check(child, depth+1)
	}
}

func (d *document) checkKeys(n *yaml.Node) {
	clear(d.first)
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		switch line, twice := d.first[key.Value]; {
		case key.Kind == yaml.AliasNode: // refused as such
		case !isScalar(key):
			d.refuse(key, "expected a word as the key, found %s", what(key))
		case shapeOf(key) == aMerge:
			d.refuse(key, "the YAML merge key << is not read; write the keys themselves")
		case twice:
			d.refuse(key, "%s is there twice, first in line %d", Show(key.Value), line)
		default:
			d.first[key.Value] = key.Line
		}
	}
}

// refuse notes a fault of a node. Whatever a reader misses there follows from it.
func (d *document) refuse(n *yaml.Node, format string, args ...any) {
	d.fault(n.Line, n.Column, format, args...)
	d.refused[n] = true
}
