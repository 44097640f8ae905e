package interview

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Clean makes text that somebody typed harmless to a terminal: one line, without
// control characters and without those that override the direction of writing. What
// is left stands as it was typed.
func Clean(text string) string {
	return strings.TrimSpace(strings.Map(cleanRune, strings.ToValidUTF8(text, "\uFFFD")))
}

// cleanRune is the rune to show for one that was typed, -1 for none.
func cleanRune(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
		return ' '
	case unicode.IsControl(r), r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069':
		return -1
	}
	return r
}

// wrapped breaks text into lines of at most a width in cells. All text comes
// to the screen through here or through cut, cleaned.
func wrapped(text string, width int) []string {
	return strings.Split(ansi.Wrap(Clean(text), max(width, 1), ""), "\n")
}

// cut shortens text to a width in cells and shows that it did.
func cut(text string, width int) string { return ansi.Truncate(Clean(text), max(width, 0), "…") }

// padded fills a line that may hold escape sequences with spaces up to a width.
func padded(line string, width int) string {
	return line + strings.Repeat(" ", max(width-ansi.StringWidth(line), 0))
}
