package reports

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"collab/assess"
	"collab/rubric"
)

// A story tells an assessment in sentences. Terminal, lines and Markdown take
// their sentences from it, so that they say the same. A sentence with nothing
// to say is empty.
type story struct {
	a    *assess.Assessment
	safe func(string) prose
}

func plainStory(a *assess.Assessment) story { return story{a, plainProse} }

func plainProse(text string) prose { return prose(Plain(text)) }

func markdownStory(a *assess.Assessment) story { return story{a, markdown} }

// say fills in a sentence of the program's own. Strings are made safe; prose is.
func (s story) say(format string, args ...any) prose {
	for i, a := range args {
		if text, ok := a.(string); ok {
			args[i] = s.safe(text)
		}
	}
	return prose(fmt.Sprintf(format, args...))
}

// join sets sentences one after the other.
func join(sentences ...prose) prose {
	var said []string
	for _, p := range sentences {
		if p != "" {
			said = append(said, string(p))
		}
	}
	return prose(strings.Join(said, " "))
}

// low is a rubric's name inside a sentence. English begins it small, unless it
// begins as an abbreviation does.
func (s story) low(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	second, _ := utf8.DecodeRuneInString(name[size:])
	if !strings.HasPrefix(s.a.Rubric.Language, "en") || unicode.IsUpper(second) {
		return name
	}
	return string(unicode.ToLower(first)) + name[size:]
}

// stage is a stage's name as it stands in the rubric, empty for rank 0.
func (s story) stage(rank int) string {
	if rank == 0 {
		return ""
	}
	return s.a.Rubric.Stages[rank-1].Name
}

func (s story) lowStage(rank int) string { return s.low(s.stage(rank)) }

// short is a dimension's name in a few characters.
func short(d *rubric.Dimension) string {
	if d.Short != "" {
		return d.Short
	}
	return d.Name
}

// names are dimensions inside a sentence: one by its name, several by their
// short names, since names hold commas and "and" of their own.
func (s story) names(ids []string) string {
	var out []string
	for _, id := range ids {
		d, _ := s.a.Rubric.Dimension(id)
		if len(ids) == 1 && d.Kind != rubric.Spectrum {
			return s.low(d.Name)
		}
		out = append(out, s.few(d))
	}
	return listed(out)
}

// few is a dimension inside a sentence, in few words.
func (s story) few(d *rubric.Dimension) string {
	if d.Kind == rubric.Spectrum {
		return "the " + s.low(short(d))
	}
	return s.low(short(d))
}

// question is the question with an id.
func (s story) question(id string) assess.Question {
	if i := s.a.Rubric.Index(id); i >= 0 {
		return s.a.Answers[i]
	}
	return assess.Question{Question: new(rubric.Question)}
}

// questionNames are questions inside a sentence.
func (s story) questionNames(ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, s.low(nameOf(s.question(id).Question)))
	}
	return out
}

// nameOf is what a question is called for short.
func nameOf(q *rubric.Question) string {
	if q.Name != "" {
		return q.Name
	}
	return q.Prompt
}

// subject is what a requirement is about: a dimension, a question with its
// dimension, or a fact's own sentence.
func (s story) subject(r assess.Requirement) string {
	if r.Fact {
		f, _ := s.a.Rubric.Fact(r.ID)
		return f.Text
	}
	if d, ok := s.a.Rubric.Dimension(r.ID); ok {
		return d.Name
	}
	return nameOf(s.question(r.ID).Question)
}
