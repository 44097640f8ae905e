package sheet

import (
	"bytes"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/assess"
	"collab/assess/asking"
	"collab/internal/strict"
	"collab/rubric"
)

// Questionnaire writes what a rubric asks, for reading at a terminal: everything that
// stands on paper, with the names of stages and ids, and what forms need. It has the
// form of Markdown, set to a width in columns.
func Questionnaire(w io.Writer, r *rubric.Rubric, width int) error {
	t, err := parsed("questionnaire.tmpl", func(text string) prose { return prose(strict.Plain(text)) }, nil)
	if err != nil {
		return err
	}
	form := asking.NewForm(asking.Round{Rubric: r, Length: assess.Full}, "")
	var b bytes.Buffer
	if err := t.Execute(&b, booklet{newHandout(form, PaperOptions{}), min(width, widestText)}); err != nil {
		return err
	}
	_, err = w.Write(tidied(b.Bytes()))
	return err
}

// widestText is the longest line that the eye follows back with ease.
const widestText = 100

// A booklet is what the template of the questionnaire asks for.
type booklet struct {
	handout
	width int
}

// Fold wraps a text.
func (b booklet) Fold(text string) prose { return b.Hang("", text) }

// Hang wraps a text behind a lead, under which further lines are indented.
func (b booklet) Hang(lead, text string) prose {
	if strict.Plain(text) == "" {
		return ""
	}
	return prose(strings.Join(hang(lead, strict.Plain(text), b.width), "\n"))
}

// Summary says how much there is.
func (b booklet) Summary() string {
	short := 0
	for _, q := range b.Rubric.Questions() {
		if q.Short {
			short++
		}
	}
	return say.summary(b.Rubric.Ref(), len(b.Rubric.Questions()), short)
}

// Option sets the text of an option beside its number and its name, where it has one.
func (b booklet) Option(o asking.Option) prose {
	name := o.Words[max(len(o.Words)-2, 0)]
	if len(o.Words) < 3 || name == o.Mark {
		name = ""
	}
	return b.named(o.Mark, name, o.Text())
}

// Stage says what the stage in a place means.
func (b booklet) Stage(i int) prose {
	s := b.Rubric.Stages[i]
	return b.named(asking.Fill("{n}", "n", i+1), s.Name, s.Meaning)
}

// named sets a text beside a mark and a name: in a column where the width allows it for
// the names of the stages.
func (b booklet) named(mark, name, text string) prose {
	widest := 0
	for _, s := range b.Rubric.Stages {
		widest = max(widest, ansi.StringWidth(strict.Plain(s.Name)))
	}
	name, lead := strict.Plain(name), mark+"  "
	gap := widest - ansi.StringWidth(name)
	switch {
	case name == "":
		return b.Hang(lead, text)
	case gap < 0 || 3*(len(lead)+widest+2) > b.width:
		return b.Hang(lead, name+": "+text)
	}
	return b.Hang(lead+name+strings.Repeat(" ", gap+2), text)
}

// Tags are an item's id, of a question its scope, and whether the short form asks it.
func (b booklet) Tags(it paperItem) string {
	tags := []string{it.ID}
	if i := b.Rubric.Index(it.ID); i >= 0 && b.Rubric.Questions()[i].Scope != "" {
		tags = append(tags, string(b.Rubric.Questions()[i].Scope))
	}
	if it.Number > 0 && !it.Long {
		tags = append(tags, say.alsoShort())
	}
	return strings.Join(tags, ", ")
}

// Needs are the conditions of the form that an item is about.
func (b booklet) Needs(it paperItem) []string {
	_, id, _ := strings.Cut(it.ID, ".")
	form, _ := b.Rubric.Form(id)
	var needs []string
	for _, c := range form.Needs {
		needs = append(needs, say.atLeast(b.nameOf(c.ID), b.Rubric.Stages[c.Rank-1].Name))
	}
	return needs
}

// nameOf is the name of a dimension or a question.
func (b booklet) nameOf(id string) string {
	if d, ok := b.Rubric.Dimension(id); ok {
		return d.Name
	}
	return b.Rubric.Questions()[b.Rubric.Index(id)].Name
}

// hang wraps text to a width behind a lead, under which further lines are indented.
func hang(lead, text string, width int) []string {
	indent := ansi.StringWidth(lead)
	lines := strings.Split(ansi.Wrap(text, max(width-indent, 20), " "), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(lead+l, " ")
		lead = strings.Repeat(" ", indent)
	}
	return lines
}
