package strict

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// simple reads the simple part of YAML that our own files are written in: keys
// with values, one a line, indented by spaces; values that are words, texts in
// double quotes without escapes, and lists and mappings in one line. It gives the
// very nodes that [document.take] makes of yaml.v3's, in a tenth of the time, which
// decides how long a long history or many responses take. Of anything else it
// says no, and yaml.v3 reads the file; a fuzz test compares the two.
func simple(text string) (*node, bool) {
	p := &simpleReader{rest: text}
	if !p.nextLine() {
		return nil, false
	}
	root, ok := p.block(0)
	return root, ok && p.done
}

// A simpleReader reads lines that hold something, one after the other.
type simpleReader struct {
	rest   string
	nodes  []node // to be used, made many at once
	line   string // without its end and its indentation
	indent int
	number int // of the line, from 1
	done   bool
	ascii  bool
}

// nextLine goes to the next line that is neither empty nor a comment.
func (p *simpleReader) nextLine() bool {
	for len(p.rest) > 0 {
		var line string
		line, p.rest, _ = strings.Cut(p.rest, "\n")
		p.number++
		p.line = strings.TrimLeft(line, " ")
		p.indent = len(line) - len(p.line)
		if len(p.line) > 0 && p.line[0] != '#' {
			p.ascii = isASCII(p.line)
			return true
		}
	}
	p.done = true
	return false
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// node is a node at a place of the line.
func (p *simpleReader) node(is shape, at int) *node {
	column := at
	if !p.ascii {
		column = utf8.RuneCountInString(p.line[:at])
	}
	if len(p.nodes) == 0 {
		p.nodes = make([]node, 64)
	}
	n := &p.nodes[0]
	p.nodes = p.nodes[1:]
	n.shape, n.line, n.column = is, int32(p.number), int32(1+p.indent+column)
	return n
}

// block reads a mapping whose keys stand at one indentation. It ends before a
// line that is indented less.
func (p *simpleReader) block(indent int) (*node, bool) {
	if p.indent != indent {
		return nil, false
	}
	m := p.node(aMapping, 0)
	m.inside = make([]*node, 0, 32)
	for !p.done && p.indent >= indent {
		if p.indent > indent {
			return nil, false
		}
		key, at, ok := p.word(0)
		if !ok || at >= len(p.line) || p.line[at] != ':' || len(p.line) > longest {
			return nil, false
		}
		value, ok := p.valueOf(at+1, indent)
		if !ok {
			return nil, false
		}
		m.inside = append(m.inside, key, value)
	}
	return m, true
}

// longest is the length up to which a line is simple. YAML reads no key of more
// than 1024 characters.
const longest = 1 << 10

// valueOf reads what stands behind a key's colon, or the lines below it, and
// goes to the next line.
func (p *simpleReader) valueOf(at, indent int) (*node, bool) {
	if at == len(p.line) || isRemark(p.line[at:]) {
		if !p.nextLine() || p.indent <= indent {
			return nil, false
		}
		return p.block(p.indent)
	}
	if p.line[at] != ' ' {
		return nil, false
	}
	value, at, ok := p.value(at+1, true)
	if !ok || at < len(p.line) && !isRemark(p.line[at:]) {
		return nil, false
	}
	p.nextLine()
	return value, true
}

// isRemark is true of blanks and a comment behind a value.
func isRemark(rest string) bool {
	return rest[0] == ' ' && strings.HasPrefix(strings.TrimLeft(rest, " "), "#")
}

// value reads a value and gives the place behind it. At the end of a line a
// word may have blanks in it.
func (p *simpleReader) value(at int, ends bool) (*node, int, bool) {
	if at >= len(p.line) {
		return nil, at, false
	}
	switch p.line[at] {
	case '{':
		return p.flow(at, '}')
	case '[':
		return p.flow(at, ']')
	case '"':
		return p.quoted(at)
	}
	if ends {
		return p.words(at)
	}
	return p.word(at)
}

// flow reads a list or a mapping in one line.
func (p *simpleReader) flow(at int, end byte) (*node, int, bool) {
	is := aMapping
	if end == ']' {
		is = aList
	}
	n := p.node(is, at)
	at++
	if p.has(at, end) {
		return n, at + 1, true
	}
	n.inside = make([]*node, 0, 2+2*p.commas(at))
	for {
		var item *node
		var ok bool
		if end == '}' {
			if item, at, ok = p.word(at); !ok || !p.has(at, ':') || !p.has(at+1, ' ') {
				return nil, at, false
			}
			n.inside = append(n.inside, item)
			at += 2
		}
		if item, at, ok = p.value(at, false); !ok {
			return nil, at, false
		}
		n.inside = append(n.inside, item)
		switch {
		case p.has(at, end):
			return n, at + 1, true
		case !p.has(at, ',') || !p.has(at+1, ' '):
			return nil, at, false
		}
		at += 2
	}
}

// commas counts those before the next bracket. Behind it they may be those of a
// list inside: of lists in lists each would make room for all.
func (p *simpleReader) commas(at int) int {
	n := 0
	for ; at < len(p.line); at++ {
		switch p.line[at] {
		case ',':
			n++
		case '[', ']', '{', '}':
			return n
		}
	}
	return n
}

func (p *simpleReader) has(at int, b byte) bool { return at < len(p.line) && p.line[at] == b }

// quoted reads a text in double quotes that holds no escape.
func (p *simpleReader) quoted(at int) (*node, int, bool) {
	end := strings.IndexAny(p.line[at+1:], `"\`)
	if end < 0 || p.line[at+1+end] != '"' {
		return nil, at, false
	}
	n := p.node(aText, at)
	n.text = p.line[at+1 : at+1+end]
	return n, at + end + 2, true
}

// word reads letters, digits and _ . - that begin with a letter or a digit.
func (p *simpleReader) word(at int) (*node, int, bool) {
	end := at
	for end < len(p.line) && isWord(p.line[end]) {
		end++
	}
	return p.scalar(at, end)
}

// words reads up to a comment or the end of the line: words with single blanks
// and a few signs that mean nothing to YAML.
func (p *simpleReader) words(at int) (*node, int, bool) {
	end := at
	for end < len(p.line) && (isWord(p.line[end]) || strings.IndexByte(signs, p.line[end]) >= 0) {
		if p.line[end] == ' ' && isRemark(p.line[end:]) {
			break
		}
		end++
	}
	if end > at && p.line[end-1] == ' ' {
		return nil, at, false
	}
	return p.scalar(at, end)
}

const signs = " ()/+;"

func isWord(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '.' || b == '-'
}

// scalar is a text without quotes. It begins with a letter, a digit or _, or as
// a number below zero does.
func (p *simpleReader) scalar(at, end int) (*node, int, bool) {
	first := at
	if first < end && p.line[first] == '-' {
		first++
	}
	if first == end || !isWord(p.line[first]) || p.line[first] == '.' || p.line[first] == '-' || first > at && p.line[first] > '9' {
		return nil, at, false
	}
	n := p.node(shapeOfWord(p.line[at:end]), at)
	n.text = p.line[at:end]
	return n, end, true
}

// shapeOfWord is what YAML takes a text without quotes for.
func shapeOfWord(word string) shape {
	switch {
	case surelyText(word):
		return aText
	case isCount(word):
		return anInteger
	}
	if units, hundredths, ok := strings.Cut(word, "."); ok && isCount(units) && len(hundredths) == 2 && isDigits(hundredths) {
		return aFraction
	}
	return shapeOf(&yaml.Node{Kind: yaml.ScalarNode, Value: word})
}

// isCount is true of a small whole number without a sign, of which our files
// have many.
func isCount(word string) bool {
	return len(word) < 10 && isDigits(word) && (word[0] != '0' || len(word) == 1)
}

func isDigits(word string) bool {
	for i := range len(word) {
		if word[i] < '0' || word[i] > '9' {
			return false
		}
	}
	return word != ""
}

// surelyText is true of words that are so clearly text to YAML that it need not
// be asked, which takes long: what begins with a letter, but for a few short
// words, and what begins with a digit and has a letter that no number or date has.
func surelyText(word string) bool {
	if word == "" || !isWord(word[0]) || word[0] == '.' || word[0] == '-' {
		return false
	}
	if word[0] > '9' {
		return len(word) > len("False") || strings.IndexByte("tTfFnNyYoO", word[0]) < 0
	}
	if word[0] == '0' && len(word) > 1 && word[1] > '9' { // in another base
		return false
	}
	return strings.ContainsAny(word, "abcdfghijklmnopqrsuvwxyABCDFGHIJKLMNOPQRSUVWXY")
}
