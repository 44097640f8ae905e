package strict

import (
	"strings"
	"unicode"
)

// Plain is text as one line that may be shown anywhere, on a terminal too:
// without control characters, without the invisible characters that turn or hide
// what is written (CVE-2021-42574), with line ends as spaces and no blanks
// around. The joiners that scripts and emoji need are kept.
func Plain(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' }) {
		return strings.TrimSpace(text) // most texts
	}
	return strings.TrimSpace(strings.Map(PlainRune, strings.ToValidUTF8(text, "\uFFFD")))
}

// PlainRune is the character that [Plain] has for one of a text, -1 for none.
func PlainRune(r rune) rune {
	switch {
	case breaksLine(r):
		return ' '
	case Invisible(r):
		return -1
	}
	return r
}

func breaksLine(r rune) bool {
	return unicode.IsSpace(r) && (unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp))
}

// Invisible characters are controls, line separators and format characters but
// for the zero width joiner and non-joiner.
func Invisible(r rune) bool {
	const nonJoiner, joiner = '\u200C', '\u200D'
	return unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp) ||
		unicode.Is(unicode.Cf, r) && r != nonJoiner && r != joiner
}
