package assess

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// CodeKey is what a code is compared by, empty where there is none. Two codes are
// the same where it is the same: blanks around them do not count, nor case (full
// case folding, Unicode 5.18), nor in which form a keyboard writes a letter (NFKC, UAX
// 15). Telephones write Oak, and systems differ in how they put an accent on an e.
func CodeKey(code string) string {
	if isASCII(code) { // nearly all are, and a table may have a million
		return strings.ToLower(strings.TrimSpace(code))
	}
	folded := cases.Fold().String(norm.NFKC.String(code))
	// Folding may undo the form: of an iota below a vowel it makes a letter.
	return strings.TrimSpace(norm.NFKC.String(folded))
}

// SameCode tells whether two codes are those of one person. No code is nobody's.
func SameCode(a, b string) bool { return CodeKey(a) != "" && CodeKey(a) == CodeKey(b) }

func isASCII(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}
