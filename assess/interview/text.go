package interview

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/internal/strict"
)

// Clean makes text that somebody typed fit to be shown and to be kept; see
// [strict.Plain]. What is left stands as it was typed.
func Clean(text string) string { return strict.Plain(text) }

// wrapped breaks text into lines of at most a width in cells. All text comes
// to the screen through here or through cut, cleaned.
func wrapped(text string, width int) []string {
	return strings.Split(ansi.Wrap(Clean(text), max(width, 1), ""), "\n")
}

// cut shortens text to a width in cells and shows that it did.
func cut(text string, width int) string { return ansi.Truncate(Clean(text), max(width, 0), "…") }

// cutAtSentence is cut, but after the first sentence where that fits.
func cutAtSentence(text string, width int) string {
	text = Clean(text)
	if end := strings.IndexAny(text, ".?!") + 1; end > 0 && ansi.StringWidth(text) > width && ansi.StringWidth(text[:end]) <= width {
		return text[:end]
	}
	return cut(text, width)
}

// padded fills a line that may hold escape sequences with spaces up to a width.
func padded(line string, width int) string {
	return line + strings.Repeat(" ", max(width-ansi.StringWidth(line), 0))
}
