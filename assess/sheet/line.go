package sheet

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"collab/rubric"
)

// The marks behind a role in front of a line, and behind the name of a group.
const (
	roleMark = ":"
	nameMark = ":"
)

// A typedLine is what was typed of one sheet, parted by its names.
type typedLine struct {
	answers string            // those by position
	named   map[string]string // by the name of a part, or the id of a dimension
}

// split parts what was typed by its names; of what was typed for a name more
// than once in different texts the last counts.
func (s *paper) split(typed []string) (typedLine, Faults) {
	var line typedLine
	var faults Faults
	for _, text := range typed {
		next, wrong := s.splitOne(text)
		faults = append(faults, wrong...)
		if line.named == nil || next.answers != "" {
			line, faults = next, wrong
			continue
		}
		maps.Copy(line.named, next.named)
	}
	if line.named == nil {
		line.named = map[string]string{}
	}
	return line, faults
}

// splitOne parts one text.
func (s *paper) splitOne(text string) (typedLine, Faults) {
	line := typedLine{named: map[string]string{}}
	role, text, faults := s.front(text)
	if role != "" {
		line.named[rolePart] = role
	}
	before, after, more := nextName(text)
	line.answers = before.text
	for more {
		name, wrong := s.nameOf(before.name, line.named)
		faults = append(faults, wrong...)
		if name == codePart {
			line.named[name] = strings.TrimSpace(after)
			return line, append(faults, s.afterCode(after)...)
		}
		before, after, more = nextName(after)
		if len(wrong) == 0 {
			line.named[name] = before.text
		}
	}
	return line, faults
}

// front takes the role from in front of a text, where there is one. An unknown
// word there was meant as a role where all answers follow, else as a group.
func (s *paper) front(text string) (role, rest string, faults Faults) {
	before, after, found := nextName(text)
	if !found || before.text != "" {
		return "", text, nil
	}
	_, known := s.meant(strings.ToLower(before.name))
	switch {
	case s.isRole(before.name):
		return before.name, after, nil
	case known || !s.answers.fits(after):
		return "", text, nil
	}
	return "", after, Faults{{Text: say.notARole(before.name)}}
}

// A namedPiece is text up to a name.
type namedPiece struct{ text, name string }

// nextName parts a text at the first name in it; without one, all is text.
func nextName(text string) (before namedPiece, after string, found bool) {
	head, after, found := strings.Cut(text, nameMark)
	head = strings.TrimSpace(head)
	if !found {
		return namedPiece{text: head}, "", false
	}
	start := strings.LastIndexFunc(head, unicode.IsSpace) + 1
	return namedPiece{text: strings.TrimSpace(head[:start]), name: head[start:]}, after, true
}

func (s *paper) isRole(word string) bool {
	_, known := choiceOf(word, rubric.IDs(s.into.Rubric.Roles))
	return known
}

// nameOf is the part or the dimension that a name means.
func (s *paper) nameOf(word string, named map[string]string) (string, Faults) {
	name, known := s.meant(strings.ToLower(word))
	_, twice := named[name]
	switch {
	case !known:
		return "", Faults{{Text: say.notAPart(word, s.partNames())}}
	case twice:
		return "", Faults{{Group: word, Text: say.twice()}}
	}
	return name, nil
}

func (s *paper) meant(word string) (name string, known bool) {
	for _, p := range s.parts {
		if word == p.name || word == p.name[:1] {
			return p.name, true
		}
	}
	for _, row := range s.answers.rows {
		if word == row.id || word == strings.ToLower(strings.Join(strings.Fields(row.title), "")) {
			return row.id, true
		}
	}
	return "", false
}

// partNames are the names that a line of this sheet may hold.
func (s *paper) partNames() string {
	var names []string
	for _, p := range s.parts {
		names = append(names, p.name)
	}
	return strings.Join(names, ", ")
}

// afterCode refuses other groups after the code, which would be part of it.
func (s *paper) afterCode(text string) Faults {
	for more := true; more; {
		var before namedPiece
		before, text, more = nextName(text)
		if name, known := s.meant(strings.ToLower(before.name)); more && known {
			return Faults{{Group: codeTitle, Text: say.codeNotLast(name, nameMark)}}
		}
	}
	return nil
}

// choiceOf is the place of one of the choices, by its number or its id.
func choiceOf(word string, ids []string) (int, bool) {
	word = strings.ToLower(strings.TrimSpace(word))
	for i, id := range ids {
		if word == id || word == numberKey(i) {
			return i, true
		}
	}
	return slices.Index(ids, word), false
}
