package sheet

import (
	"text/template"

	"collab/internal/escape"
	"collab/internal/strict"
)

// hypertext is text that HTML shows as it was typed, in an element or in an
// attribute with quotes.
func hypertext(text string) prose { return prose(template.HTMLEscapeString(strict.Plain(text))) }

// markdown is text that Markdown shows as it was typed, wherever it stands.
func markdown(text string) prose { return prose(escape.Markdown(strict.Plain(text), true)) }
