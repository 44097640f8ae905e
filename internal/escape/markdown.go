// Package escape writes typed text so that a format shows it as it was typed.
package escape

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"collab/internal/strict"
)

// Markdown is text that Markdown shows as it was typed: no markup, link, table,
// heading or HTML comes of it, whatever turns the page into another: a code host,
// CommonMark, Python-Markdown, kramdown with Liquid before it, pandoc with its
// extensions (math, citations, notes, attributes, raw TeX), or a page that fills in
// {{ }}. It may stand anywhere in a line but as the whole of a table's caption.
//
// A backslash is written only where all of them take it for an escape; other marks
// are written as a character reference, which none of them reads as markup. Begins
// says that a line begins with the text.
func Markdown(text string, begins bool) string {
	return MarkdownPieces([]string{text}, begins)[0]
}

// MarkdownPieces are texts that stand one after the other, each as [Markdown] writes it:
// a mark may begin in one and end in the next.
func MarkdownPieces(texts []string, begins bool) []string {
	var line []rune
	ends := make([]int, len(texts))
	for i, text := range texts {
		line = append(line, []rune(strings.Map(strict.PlainRune, strings.ToValidUTF8(text, "\uFFFD")))...)
		ends[i] = len(line)
	}
	pieces, at := make([]string, len(texts)), 0
	for i, end := range ends {
		var b strings.Builder
		for ; at < end; at++ {
			writeRune(&b, line, at, begins && at == 0)
		}
		pieces[i] = b.String()
	}
	return pieces
}

func writeRune(b *strings.Builder, line []rune, at int, first bool) {
	switch r := line[at]; {
	case !marksUp(line, at, first):
		b.WriteRune(r)
	case strings.ContainsRune(`*_#+-.!`, r):
		b.WriteString(`\` + string(r))
	default:
		b.WriteString(reference(r))
	}
	if linkedLater(line, at) {
		b.WriteRune(wordJoiner)
	}
}

// reference is a character as HTML and Markdown write it by number, or by a name
// that each of them knows.
func reference(r rune) string {
	switch r {
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '&':
		return "&amp;"
	}
	return fmt.Sprintf("&#%d;", r)
}

// wordJoiner is invisible and forbids a line break; nothing more.
const wordJoiner = '\u2060'

// linkedLater tells whether something must part a character from the next, since
// some pages are gone through again when references are characters already: for
// addresses, people's names, numbers of issues, emoji, boxes to tick and placeholders.
func linkedLater(text []rune, i int) bool {
	if i+1 == len(text) {
		return false
	}
	next := text[i+1]
	switch text[i] {
	case '@':
		return !unicode.IsSpace(next)
	case '#':
		return unicode.IsDigit(next)
	case '{':
		return next == '{'
	case '[':
		return i == 0 && len(text) > 2 && text[2] == ']' && strings.ContainsRune(" xX", next)
	case ':':
		return unicode.IsLetter(next) && slices.Contains(text[i+1:], ':')
	}
	return false
}

// marksUp tells whether a character may be markup where it stands. Not every mark
// is taken for it: the page is read raw, too.
func marksUp(text []rune, i int, first bool) bool {
	next := rune(0)
	if i+1 < len(text) {
		next = text[i+1]
	}
	switch r := text[i]; r {
	case '\\', '`', '*', '_', '{', '}', '[', ']', '#', '|', '~', '^', '$', '@':
		return true
	case '<':
		return !unicode.IsSpace(next) // HTML, a link
	case '>', '+', '-', '=', '%':
		return first || next == r // a quotation, a list, a title, an underline
	case '!', '?', '/':
		return first // a box
	case ':':
		return first || next == '/' || unicode.IsLetter(next) // a definition, a link, an emoji
	case '&':
		return next == 0 || next == '#' || unicode.IsLetter(next) // a character by name
	case '.':
		return (next == 0 || next == ' ') && startsNumber(text[:i]) || endsWWW(text[:i]) || insideDomain(text, i)
	case ')':
		return (next == 0 || next == ' ') && startsNumber(text[:i])
	}
	return false
}

// insideDomain is true of a point between what may be the name of a site and its
// ending, of which some editors make a link.
func insideDomain(text []rune, i int) bool {
	letterOrDigit := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return i > 0 && letterOrDigit(text[i-1]) && i+2 < len(text) && unicode.IsLetter(text[i+1]) && unicode.IsLetter(text[i+2])
}

// startsNumber is true of what makes a list's number or letter before a mark.
func startsNumber(before []rune) bool {
	if len(before) == 2 && before[0] == '(' {
		before = before[1:]
	}
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
