package sheet

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/internal/strict"
	"collab/rubric"
)

// Questionnaire writes what a rubric asks, for reading at a terminal: stages,
// words, every question with its anchors, and what else is asked. It has the
// form of Markdown, set to a width in columns.
func Questionnaire(w io.Writer, r *rubric.Rubric, width int) error {
	t, err := parsed("questionnaire.tmpl", func(text string) prose { return prose(strict.Plain(text)) }, nil)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, booklet{r, min(width, widestText)}); err != nil {
		return err
	}
	_, err = w.Write(tidied(b.Bytes()))
	return err
}

// widestText is the longest line that the eye follows back with ease.
const widestText = 100

// A booklet is what the template of the questionnaire asks for.
type booklet struct {
	*rubric.Rubric
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
	for _, q := range b.Questions() {
		if q.Short {
			short++
		}
	}
	return say.summary(b.Ref(), len(b.Questions()), short)
}

// Stage sets a text beside its stage's number and name: in a column where the
// width allows it.
func (b booklet) Stage(i int, text string) prose {
	widest := 0
	for _, s := range b.Stages {
		widest = max(widest, ansi.StringWidth(strict.Plain(s.Name)))
	}
	name, lead := strict.Plain(b.Stages[i].Name), strconv.Itoa(i+1)+"  "
	if 3*(len(lead)+widest+2) > b.width {
		return b.Hang(lead, name+": "+text)
	}
	return b.Hang(lead+name+strings.Repeat(" ", widest-ansi.StringWidth(name)+2), text)
}

// Tags are a question's id, its scope, and whether the short form asks it.
func (b booklet) Tags(q rubric.Question) string {
	tags := []string{q.ID}
	if q.Scope != "" {
		tags = append(tags, string(q.Scope))
	}
	if q.Short {
		tags = append(tags, say.alsoShort())
	}
	return strings.Join(tags, ", ")
}

// Needs is a form's condition in words.
func (b booklet) Needs(c rubric.Condition) string {
	return say.atLeast(b.NameOf(c.ID), b.Stages[c.Rank-1].Name)
}

// NameOf is the name of a dimension or a question.
func (b booklet) NameOf(id string) string {
	if d, ok := b.Dimension(id); ok {
		return d.Name
	}
	if i := b.Index(id); i >= 0 {
		return b.Questions()[i].Name
	}
	return id
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
