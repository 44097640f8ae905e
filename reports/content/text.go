package content

import (
	"slices"
	"strings"

	"collab/internal/strict"
)

// A Text is one line of spans, or as many as it wraps to.
type Text []Span

// A Span is plain text that is set in one way.
type Span struct {
	Text   string
	Strong bool // stands out
	Quiet  bool // stands back
	// Typed is true of what people typed. It may run in another direction than the
	// sentence around it.
	Typed bool
}

// Words are text set as usual; an empty text has no span.
func Words(text string) Text { return span(Span{Text: strict.Plain(text)}) }

// Typed is text that somebody typed, as one line.
func Typed(text string) Text { return span(Span{Text: strict.Plain(text), Typed: true}) }

func span(s Span) Text {
	if s.Text == "" {
		return nil
	}
	return Text{s}
}

// Join sets texts one after the other, with a blank between. Empty ones leave no gap.
func Join(texts ...Text) Text {
	var joined Text
	for _, t := range texts {
		if len(joined) > 0 && len(t) > 0 {
			joined = joined.With(Span{Text: " "})
		}
		for _, s := range t {
			joined = joined.With(s)
		}
	}
	return joined
}

// With is the text with one more span, which grows the last one where it is set alike.
func (t Text) With(s Span) Text {
	if last := len(t) - 1; last >= 0 {
		joined := t[last]
		joined.Text = s.Text
		if joined == s {
			t[last].Text += s.Text
			return t
		}
	}
	return append(t, s)
}

// Plain is the text without how it is set.
func (t Text) Plain() string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Bold is the text, standing out as a whole.
func (t Text) Bold() Text {
	bold := slices.Clone(t)
	for i := range bold {
		bold[i].Strong, bold[i].Quiet = true, false
	}
	return bold
}
