package docx

import (
	"strconv"

	"golang.org/x/text/unicode/bidi"
)

// Text is what stands in a paragraph or in a cell of a table.
type Text []Run

// A Run is text that is set in one way.
type Run struct {
	Text   string
	Strong bool   // bold
	Soft   bool   // stands back, in gray
	Marks  bool   // of shapes that the usual fonts lack, or have in several sizes
	Ink    string // the color: six hexadecimal digits; empty as the style has it
}

// Words are text set as usual.
func Words(text string) Text { return Text{{Text: text}} }

// Plain is the text without how it is set.
func (t Text) Plain() string {
	var all string
	for _, r := range t {
		all += r.Text
	}
	return all
}

// rightToLeft is true where the first letter with a direction is of a script
// that is written from right to left (rule P2 of the Unicode Bidirectional
// Algorithm, UAX #9).
func (t Text) rightToLeft() bool {
	for _, r := range t.Plain() {
		switch class := classOf(r); {
		case class == bidi.L:
			return false
		case leftward(class):
			return true
		}
	}
	return false
}

func classOf(r rune) bidi.Class {
	properties, _ := bidi.LookupRune(r)
	return properties.Class()
}

// leftward are the letters of scripts that are written from right to left.
func leftward(c bidi.Class) bool { return c == bidi.R || c == bidi.AL }

// usualLanguage is that of a document which says no other.
const usualLanguage = "en-US"

// speak says of every run in which language it is: a template's own may be another, and
// its spelling checker would underline the whole report.
func speak(nodes []node, language string) {
	for i := range nodes {
		if nodes[i].name == "w:lang" {
			nodes[i] = value("w:lang", language)
		}
		speak(nodes[i].children, language)
	}
}

// runs are the nodes of a text, in a size of half points or, where it is 0, in that of
// its style. Word orders a run by one direction only, so that a run ends where the
// direction turns.
func (t Text) runs(size int) []node {
	var nodes []node
	for _, r := range t {
		for _, part := range byDirection(r.Text) {
			nodes = append(nodes, r.node(part, size))
		}
	}
	return nodes
}

func (r Run) node(part directed, size int) node {
	var set []node
	if r.Marks {
		set = append(set, element("w:rFonts").with("w:ascii", symbols, "w:hAnsi", symbols, "w:eastAsia", symbols, "w:cs", symbols))
	}
	if r.Strong {
		set = append(set, element("w:b"), element("w:bCs"))
	}
	if ink := r.ink(); ink != "" {
		set = append(set, value("w:color", ink))
	}
	if half := strconv.Itoa(size); size > 0 {
		set = append(set, value("w:sz", half), value("w:szCs", half))
	}
	if part.leftward {
		set = append(set, element("w:rtl"))
	}
	set = append(set, value("w:lang", usualLanguage))
	words := element("w:t", characters(part.text)).with("xml:space", "preserve")
	return element("w:r", element("w:rPr", set...), words)
}

// symbols is a font that has all shapes in one size.
const symbols = "Segoe UI Symbol"

// muted is the color of what stands back: on white its contrast is 6.4.
const muted = "566069"

func (r Run) ink() string {
	if r.Ink == "" && r.Soft {
		return muted
	}
	return r.Ink
}

// directed is text of one direction.
type directed struct {
	text     string
	leftward bool
}

// byDirection parts text where its direction turns. What has no direction stays
// with what stands before it, but for the end of a part from right to left:
// what follows its last letter is of the sentence around it.
func byDirection(text string) []directed {
	var parts []directed
	add := func(text string, leftward bool) {
		switch last := len(parts) - 1; {
		case text == "":
		case last >= 0 && parts[last].leftward == leftward:
			parts[last].text += text
		default:
			parts = append(parts, directed{text, leftward})
		}
	}
	start, end := -1, 0 // of a part from right to left; end is behind its last letter
	done := 0
	for i, r := range text {
		switch class := classOf(r); {
		case leftward(class):
			if start < 0 {
				start = i
			}
			end = i + len(string(r))
		case class == bidi.L && start >= 0:
			add(text[done:start], false)
			add(text[start:end], true)
			start, done = -1, end
		}
	}
	if start >= 0 {
		add(text[done:start], false)
		add(text[start:end], true)
		done = end
	}
	add(text[done:], false)
	return parts
}
