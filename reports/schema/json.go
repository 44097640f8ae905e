package schema

import (
	"bytes"
	"encoding/json"
	"strings"

	"collab/internal/strict"
	"collab/rubric"
)

// An object is one of JSON, with its keys in the order in which they were given.
// Every schema is one.
type object []keyword

// A keyword has a string, a whole number, a truth, an object, or a list of strings
// or objects.
type keyword struct {
	name  string
	value any
}

// text is the object as a file.
func (s object) text() string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(s) // what keywords hold can be encoded, and memory cannot fail
	return b.String()
}

// MarshalJSON keeps the order of the keys. The rubric's texts are untrusted: what could
// steer a terminal is left out.
func (s object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for i, k := range s {
		b.WriteByte("{,"[min(i, 1)])
		if text, is := k.value.(string); is {
			k.value = strict.Plain(text)
		}
		if err := e.Encode(k.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(k.value); err != nil {
			return nil, err
		}
	}
	if len(s) == 0 {
		b.WriteByte('{')
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// ref is a definition by its name.
func ref(name string) object { return object{{"$ref", "#/$defs/" + name}} }

// about is a schema with the text that an editor shows beside it.
func about(text string, s object) object {
	if text == "" {
		return s
	}
	return append(object{{"description", text}}, s...)
}

// titled is a schema with a title and the text below it.
func titled(title, text string, s object) object {
	return append(object{{"title", title}}, about(text, s)...)
}

// strictly is a mapping that has no other keys.
func strictly(keys object, needed ...string) object {
	s := object{{"type", "object"}, {"properties", keys}}
	if len(needed) > 0 {
		s = append(s, keyword{"required", needed})
	}
	return append(s, keyword{"additionalProperties", false})
}

// line is text on one line, of at most so many characters.
func line(most int) object {
	return object{{"type", "string"}, {"minLength", 1}, {"maxLength", most}, {"pattern", `^[^\n\t]*$`}}
}

// whole is a whole number.
func whole(least, most int) object {
	return object{{"type", "integer"}, {"minimum", least}, {"maximum", most}}
}

// listOf is a list of so many items; most is 0 where it has no end.
func listOf(items object, least, most int) object {
	s := object{{"type", "array"}, {"items", items}}
	if least > 0 {
		s = append(s, keyword{"minItems", least})
	}
	if most > 0 {
		s = append(s, keyword{"maxItems", most})
	}
	return s
}

// A described id has the texts that say what it stands for.
type described struct{ id, title, text string }

// oneOf is a choice among words; nothing fits where there are none.
func oneOf(words []described) object {
	if len(words) == 0 {
		return object{{"not", object{}}}
	}
	var all []object
	for _, w := range words {
		s := object{{"const", w.id}}
		if w.title != "" {
			s = append(s, keyword{"title", w.title})
		}
		all = append(all, append(s, about(w.text, nil)...))
	}
	return object{{"oneOf", all}}
}

// keyed is a mapping from words to what is given for all of them.
func keyed(words []described, value object) object {
	var keys object
	for _, w := range words {
		keys = append(keys, keyword{w.id, titled(w.title, w.text, value)})
	}
	return strictly(keys)
}

func named(choices []rubric.Choice) []described {
	var words []described
	for _, c := range choices {
		words = append(words, described{c.ID, c.Name, ""})
	}
	return words
}
