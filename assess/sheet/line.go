package sheet

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"collab/assess/asking"
)

// nameMark stands behind the name of a group, and behind a role in front of a line.
const nameMark = ":"

// A typedLine is what was typed of one sheet, parted by its names.
type typedLine struct {
	answers string            // those by position
	named   map[string]string // by the name of a part, or the id of a dimension
}

// split parts what was typed by its names; of what was typed for a name more
// than once in different texts the last counts.
func (p *paper) split(typed []string) (typedLine, Faults) {
	var line typedLine
	var faults Faults
	for _, text := range typed {
		next, wrong := p.splitOne(text)
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
func (p *paper) splitOne(text string) (typedLine, Faults) {
	line := typedLine{named: map[string]string{}}
	role, text, faults := p.front(text)
	if role != "" {
		line.named[asking.RoleID] = role
	}
	before, after, more := nextName(text)
	line.answers = before.text
	for more {
		name, wrong := p.nameOf(before.name, line.named)
		faults = append(faults, wrong...)
		if p.isLast(name) {
			line.named[name] = strings.TrimSpace(after)
			return line, append(faults, p.afterLast(name, after)...)
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
func (p *paper) front(text string) (role, rest string, faults Faults) {
	before, after, found := nextName(text)
	if !found || before.text != "" {
		return "", text, nil
	}
	_, known := p.meant(strings.ToLower(before.name))
	switch {
	case p.isRole(before.name):
		return before.name, after, nil
	case known || !p.answers.fits(after):
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

func (p *paper) isRole(word string) bool {
	roles := p.roles()
	if roles == nil {
		return false
	}
	_, known := roles.option(word)
	return known
}

// isLast tells whether a part is the rest of the line.
func (p *paper) isLast(name string) bool {
	return slices.ContainsFunc(p.parts, func(p part) bool { _, is := p.(word); return is && p.name() == name })
}

// nameOf is the part or the dimension that a name means.
func (p *paper) nameOf(word string, named map[string]string) (string, Faults) {
	name, known := p.meant(strings.ToLower(word))
	_, twice := named[name]
	switch {
	case !known:
		return "", Faults{{Text: say.notAPart(word, p.partNames())}}
	case twice:
		return "", Faults{{Group: word, Text: say.twice()}}
	}
	return name, nil
}

func (p *paper) meant(word string) (name string, known bool) {
	for _, part := range p.parts {
		if word == part.name() || word == part.name()[:1] {
			return part.name(), true
		}
	}
	for _, row := range p.answers.rows {
		if row.id != "" && word == row.id || word == strings.ToLower(strings.Join(strings.Fields(row.title), "")) {
			return row.id, true
		}
	}
	return "", false
}

// partNames are the names that a line of this sheet may hold.
func (p *paper) partNames() string {
	var names []string
	for _, part := range p.parts {
		names = append(names, part.name())
	}
	return strings.Join(names, ", ")
}

// afterLast refuses other groups after the last part, which would be part of it.
func (p *paper) afterLast(last, text string) Faults {
	for more := true; more; {
		var before namedPiece
		before, text, more = nextName(text)
		if name, known := p.meant(strings.ToLower(before.name)); more && known {
			return Faults{{Group: title(last), Text: say.notLast(name+nameMark, last)}}
		}
	}
	return nil
}
