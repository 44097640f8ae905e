package strict

import "gopkg.in/yaml.v3"

// A node is a place of a document: what stands there, and where. It is a third of
// the size of yaml.v3's, which a long history reads by the million.
type node struct {
	text         string  // without quotes and escapes
	inside       []*node // keys and values by turns, or items
	line, column int32   // from 1
	shape        shape
	refused      bool // has its fault: whatever a reader misses here follows from it
}

// A shape is what YAML takes a text for.
type shape uint8

const (
	nothing shape = iota
	aMapping
	aList
	aText
	aDate // which is text to us
	anInteger
	aFraction
	aTruth
	aMerge // the key << of a merge
	anAlias
	somethingElse
)

// shapes are those of texts by YAML's tags.
var shapes = map[string]shape{
	"!!null":      nothing,
	"!!str":       aText,
	"!!timestamp": aDate,
	"!!int":       anInteger,
	"!!float":     aFraction,
	"!!bool":      aTruth,
	"!!merge":     aMerge,
}

func shapeOf(n *yaml.Node) shape {
	switch n.Kind {
	case yaml.AliasNode:
		return anAlias
	case yaml.MappingNode:
		return aMapping
	case yaml.SequenceNode:
		return aList
	case yaml.ScalarNode:
		if s, known := shapes[n.ShortTag()]; known {
			return s
		}
	}
	return somethingElse
}

// what says in words what stands here.
func (n *node) what() string {
	switch n.shape {
	case aMapping:
		return "keys with values"
	case aList:
		return "a list"
	case anInteger, aFraction:
		return "the number " + Show(n.text)
	case nothing:
		return "nothing"
	}
	return Show(n.text)
}

// isText is true of what may be read as text.
func (n *node) isText() bool { return n.shape == aText || n.shape == aDate }

// isScalar is true of what is one text, whatever YAML takes it for.
func (n *node) isScalar() bool { return n.shape != aMapping && n.shape != aList }

// take gives the nodes that yaml.v3 read, and notes what no file of ours may
// hold, wherever it stands.
func (d *document) take(n *yaml.Node, depth int) *node {
	out := &node{text: n.Value, line: int32(n.Line), column: int32(n.Column), shape: shapeOf(n)}
	switch {
	case depth > maxDepth: // which check says
		return out
	case out.shape == anAlias:
		d.refuse(out, "an alias (%s) stands here; expected the text itself, in quotes if it begins with *", Show("*"+n.Value))
		return out
	case n.Anchor != "":
		d.refuse(out, "an anchor (%s) stands here; expected the text alone, in quotes if it begins with &", Show("&"+n.Anchor))
	case n.Style&yaml.TaggedStyle != 0:
		d.refuse(out, "a tag (%s) stands here; expected the text alone, in quotes if it begins with !", Show(n.Tag))
	}
	for _, child := range n.Content {
		out.inside = append(out.inside, d.take(child, depth+1))
	}
	return out
}

// check notes keys that are no words, keys that stand twice in a mapping, and
// what is nested too deep.
func (d *document) check(n *node, depth int) {
	if depth > maxDepth {
		d.refuse(n, "nested more than %d deep", maxDepth)
		return
	}
	if n.shape == aMapping {
		d.checkKeys(n)
	}
	for _, child := range n.inside {
		d.check(child, depth+1)
	}
}

func (d *document) checkKeys(n *node) {
	clear(d.first)
	for i := 0; i < len(n.inside); i += 2 {
		key := n.inside[i]
		switch line, twice := d.first[key.text]; {
		case key.shape == anAlias: // refused as such
		case !key.isScalar():
			d.refuse(key, "expected a word as the key, found %s", key.what())
		case key.shape == aMerge:
			d.refuse(key, "a merge key (<<) stands here; expected the keys themselves")
		case twice:
			d.refuse(key, "%s stands twice; first in line %d", Show(key.text), line)
		default:
			d.first[key.text] = key.line
		}
	}
}

func (d *document) refuse(n *node, format string, args ...any) {
	d.fault(int(n.line), int(n.column), format, args...)
	n.refused = true
}
