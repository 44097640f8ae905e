package forms

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"collab/assess/asking"
)

// Qualtrics writes a survey in Qualtrics' advanced format of text. It knows no display
// logic: facts are asked of everybody, and a text before them says whom they are for.
func Qualtrics(w io.Writer, f asking.Form) error {
	var b bytes.Buffer
	b.WriteString("[[AdvancedFormat]]\n")
	fmt.Fprintf(&b, "\n[[Block:%s]]\n", blockName(f.Title))
	describe(&b, "about_form", append([]string{f.Title}, f.Opening()...))
	for i, s := range f.Sections {
		fmt.Fprintf(&b, "\n[[Block:%s]]\n", blockName(fmt.Sprintf("%d %s", i+1, s.Title)))
		describe(&b, fmt.Sprintf("about_page_%d", i+1), append([]string{s.Title}, s.Intro...))
		for at, it := range s.Items {
			if says := it.When.OnlyIf(); says != "" && s.Items[at-1].When.Item == "" {
				describe(&b, "before_"+underscored(it.ID), []string{says})
			}
			qualtricsItem(&b, it)
		}
	}
	_, err := b.WriteTo(w)
	return err
}

// describe is text without a question.
func describe(b *bytes.Buffer, id string, paragraphs []string) {
	var lines []string
	for _, p := range paragraphs {
		lines = append(lines, qualtricsText(p))
	}
	fmt.Fprintf(b, "\n[[Question:DB]]\n[[ID:%s]]\n%s\n", id, strings.Join(lines, "<br><br>"))
}

func qualtricsItem(b *bytes.Buffer, it *asking.Item) {
	kind := "MC:SingleAnswer:Vertical"
	switch {
	case it.Kind == asking.Text:
		kind = "TE:SingleLine"
	case it.Kind == asking.Ticks:
		kind = "MC:MultipleAnswer:Vertical"
	}
	fmt.Fprintf(b, "\n[[Question:%s]]\n[[ID:%s]]\n%s\n", kind, underscored(it.ID), qualtricsText(it.Prompts[0]))
	if len(it.Options) == 0 {
		return
	}
	b.WriteString("\n[[Choices]]\n")
	for _, o := range it.Options {
		b.WriteString(qualtricsText(o.Text()) + "\n")
	}
}

// qualtricsText is one line of HTML that holds no tag of the format, and nothing that
// refers to an answer.
func qualtricsText(text string) string {
	return strings.NewReplacer("[[", "[\u200b[", "]]", "]\u200b]").Replace(unreferred(htmlText(text)))
}

// blockName is the name of a block, which only whoever edits the survey sees.
func blockName(text string) string { return strings.NewReplacer("[", "(", "]", ")").Replace(text) }
