package reports

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"collab/internal/strict"
)

// prose is text that is fit for its format as it stands: the program's own
// words, with everything else made safe.
type prose string

// Plain is text as one line that may reach a terminal; see [strict.Plain].
func Plain(text string) string { return strict.Plain(text) }

// cell is text as a cell of a table that a spreadsheet opens: one that begins
// as a formula does is made text by an apostrophe.
func cell(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	if plain := Plain(text); strings.ContainsRune("\t\r\n", first) || startsFormula(plain) {
		return "'" + plain
	}
	return Plain(text)
}

// startsFormula knows the wide forms too, which some spreadsheets read alike.
func startsFormula(text string) bool {
	return text != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(text)[0])
}

// quoted is text as a JSON string: nothing is lost, and what must not reach a
// terminal is written as an escape.
func quoted(text string) string {
	var raw, b strings.Builder
	e := json.NewEncoder(&raw)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a string into memory cannot fail
	for _, r := range strings.TrimSuffix(raw.String(), "\n") {
		if !strict.Invisible(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.String()
}

// hypertext is text that HTML shows as it was typed, in an element or in an
// attribute with quotes.
func hypertext(text string) prose { return prose(template.HTMLEscapeString(Plain(text))) }

// markdown is text that Markdown shows as it was typed: no markup, link, table,
// heading or HTML comes of it, on a code host or through pandoc with its
// extensions (math, citations, notes, attributes, raw TeX). It may stand
// anywhere in a line but as the whole of a table's caption.
func markdown(text string) prose {
	runes := []rune(Plain(text))
	var b strings.Builder
	for i, r := range runes {
		if escapedInMarkdown(runes, i) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if r == '@' && i > 0 && i+1 < len(runes) {
			// Code hosts make a link of an address after backslashes are gone.
			b.WriteRune(wordJoiner)
		}
	}
	return prose(b.String())
}

// wordJoiner is invisible and forbids a line break; nothing more.
const wordJoiner = '\u2060'

// escapedInMarkdown tells whether a backslash must stand before a character.
// Not every mark is escaped: the page is read raw, too.
func escapedInMarkdown(text []rune, i int) bool {
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
		return i == 0 || next == r // a quotation, a list, a title, an underline
	case ':':
		return i == 0 || next == '/' || unicode.IsLetter(next) // a definition, a link, an emoji
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
