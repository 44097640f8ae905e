package docx

import (
	"encoding/xml"
	"strings"
	"unicode"
)

// fetchingFields are the fields by which Word takes something in from outside the
// document, or starts a program (ECMA-376 part 1, 17.16.5).
var fetchingFields = map[string]bool{
	"INCLUDEPICTURE": true, "INCLUDETEXT": true, "INCLUDE": true, "IMPORT": true, "LINK": true, "DDE": true, "DDEAUTO": true,
	"DATABASE": true, "EMBED": true, "RD": true, "MACROBUTTON": true, "CONTROL": true, "HTMLACTIVEX": true, "ADDIN": true,
}

// A fieldReader reads the instructions of fields, which Word may cut into many runs
// and set into one another.
type fieldReader struct {
	open   []*instruction // the fields that are open, the innermost last
	within []string       // the elements that are open
	found  string
}

// An instruction is what a field is to do; what it shows follows it.
type instruction struct {
	text  strings.Builder
	shown bool
}

func (f *fieldReader) see(t xml.Token) {
	switch v := t.(type) {
	case xml.StartElement:
		f.within = append(f.within, v.Name.Local)
		switch v.Name.Local {
		case "fldSimple":
			f.look(attribute(v, "instr"))
		case "fldChar":
			f.mark(attribute(v, "fldCharType"))
		}
	case xml.EndElement:
		f.within = f.within[:len(f.within)-1]
	case xml.CharData:
		f.write(string(v))
	}
}

// mark begins a field, begins what it shows, or ends it.
func (f *fieldReader) mark(kind string) {
	last := len(f.open) - 1
	switch {
	case kind == "begin":
		f.open = append(f.open, new(instruction))
	case last < 0:
	case kind == "separate":
		f.open[last].shown = true
	case kind == "end":
		f.look(f.open[last].text.String())
		f.open = f.open[:last]
	}
}

// write adds to the innermost field whose instruction is not at its end: what a
// field inside it shows is a part of it.
func (f *fieldReader) write(text string) {
	if len(f.within) == 0 {
		return
	}
	switch f.within[len(f.within)-1] {
	case "instrText", "delInstrText", "t":
	default:
		return
	}
	for i := len(f.open) - 1; i >= 0; i-- {
		if !f.open[i].shown {
			f.open[i].text.WriteString(text)
			return
		}
	}
}

// look notes a field that fetches.
func (f *fieldReader) look(instruction string) {
	words := strings.FieldsFunc(instruction, func(r rune) bool { return unicode.IsSpace(r) || r == '"' || r == '\\' })
	if len(words) == 0 {
		return
	}
	if keyword := strings.ToUpper(words[0]); fetchingFields[keyword] {
		f.found = keyword
	}
}

// fetching is a field that fetches, empty where there is none. It is asked at the
// end of a part, where a field that was left open counts too.
func (f *fieldReader) fetching() string {
	for _, open := range f.open {
		f.look(open.text.String())
	}
	return f.found
}
