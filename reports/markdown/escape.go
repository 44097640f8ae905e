package markdown

import (
	"strings"
	"unicode"

	"collab/internal/strict"
)

// escaped is text that Markdown shows as it was typed: no markup, link, table,
// heading or HTML comes of it, on a code host or through pandoc with its
// extensions (math, citations, notes, attributes, raw TeX). It may stand
// anywhere in a line but as the whole of a table's caption.
func escaped(text string, begins bool) string {
	runes := []rune(strings.Map(strict.PlainRune, strings.ToValidUTF8(text, "\uFFFD")))
	var b strings.Builder
	for i, r := range runes {
		if r == '<' { // HTML, a link: what every renderer reads the same way
			b.WriteString("&lt;")
			continue
		}
		if needsBackslash(runes, i, begins && i == 0) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if r == '@' && i > 0 && i+1 < len(runes) {
			// Code hosts make a link of an address after backslashes are gone.
			b.WriteRune(wordJoiner)
		}
	}
	return b.String()
}

// wordJoiner is invisible and forbids a line break; nothing more.
const wordJoiner = '\u2060'

// needsBackslash tells whether a backslash must stand before a character.
// Not every mark is escaped: the page is read raw, too.
func needsBackslash(text []rune, i int, first bool) bool {
	next := rune(0)
	if i+1 < len(text) {
		next = text[i+1]
	}
	switch r := text[i]; r {
	case '\\', '`', '*', '_', '{', '}', '[', ']', '#', '|', '~', '^', '$', '@':
		return true
	case '>', '+', '-', '=', '%':
		return first || next == r // a quotation, a list, a title, an underline
	case ':':
		return first || next == '/' || unicode.IsLetter(next) // a definition, a link, an emoji
	case '&':
		return next == '#' || unicode.IsLetter(next) // a character by name
	case '.':
		return (next == 0 || next == ' ') && startsNumber(text[:i]) || endsWWW(text[:i])
	case ')':
		return (next == 0 || next == ' ') && startsNumber(text[:i])
	}
	return false
}

// startsNumber is true of what makes a list's number or letter before a mark.
func startsNumber(before []rune) bool {
	if len(before) == 1 {
		return unicode.IsLetter(before[0]) || unicode.IsDigit(before[0])
	}
	for _, r := range before {
		if !unicode.IsDigit(r) && !strings.ContainsRune("ivxlcdmIVXLCDM(", r) {
			return false
		}
	}
	return len(before) > 0
}

func endsWWW(before []rune) bool {
	return strings.HasSuffix(strings.ToLower(string(before)), "www")
}
