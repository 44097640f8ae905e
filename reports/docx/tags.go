package docx

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
)

// tagged finds what stands in double braces.
var tagged = regexp.MustCompile(`\{\{([^{}]*)\}\}`)

// A tag is what a person wrote between double braces, for something to be put in
// its place.
type tag struct{ written, name string }

// tagsIn are the tags of a text.
func tagsIn(text string) []tag {
	var all []tag
	for _, found := range tagged.FindAllStringSubmatch(text, -1) {
		all = append(all, tag{found[0], strings.TrimSpace(found[1])})
	}
	return all
}

// report is true of the tag that is filled in, in whatever case.
func (t tag) report() bool { return strings.EqualFold("{{"+t.name+"}}", Marker) }

// onlyFillableTags refuses a template with a tag that would be left standing: one
// that is unknown, or the known one outside the text.
func (a *archive) onlyFillableTags(main string, types contentTypes) error {
	for _, name := range a.names {
		if !types.markup(name, a.parts[name]) {
			continue
		}
		var r paragraphReader
		if err := eachToken(a.parts[name], func(t xml.Token, _ span) { r.see(t) }); err != nil {
			return damaged(name, err)
		}
		for _, t := range r.tags {
			switch {
			case !t.report():
				return fmt.Errorf("holds %.60s in %s, which nothing fills in; take it out: only %s is filled in", t.written, placeOf(name), Marker)
			case name != main:
				return fmt.Errorf("holds %s in %s, where no report can stand; move it to a paragraph of its own in the text", t.written, placeOf(name))
			}
		}
	}
	return nil
}

// A paragraphReader reads the words of paragraphs, however many runs they are cut
// into, and of paragraphs that stand in another's text box.
type paragraphReader struct {
	open   []*strings.Builder // the paragraphs that are open, the innermost last
	within []string           // the elements that are open
	tags   []tag              // of the paragraphs that are read
}

// see reads a token. It gives the words of a paragraph that ends.
func (r *paragraphReader) see(t xml.Token) (words string) {
	switch v := t.(type) {
	case xml.StartElement:
		r.within = append(r.within, v.Name.Local)
		switch v.Name.Local {
		case "p":
			r.open = append(r.open, new(strings.Builder))
		case "tab", "br", "cr":
			r.write(" ")
		}
	case xml.EndElement:
		r.within = r.within[:len(r.within)-1]
		if last := len(r.open) - 1; v.Name.Local == "p" && last >= 0 {
			words = r.open[last].String()
			r.open = r.open[:last]
			r.tags = append(r.tags, tagsIn(words)...)
		}
	case xml.CharData:
		if len(r.within) > 0 && r.within[len(r.within)-1] == "t" {
			r.write(string(v))
		}
	}
	return words
}

func (r *paragraphReader) write(text string) {
	if last := len(r.open) - 1; last >= 0 {
		r.open[last].WriteString(text)
	}
}
