package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Width is the room that a text takes at most at a size of font, in the fonts that
// systems show pages in. The measures are those of DejaVu Sans, the widest of them.
func Width(text string, size float64, bold bool) float64 {
	sum := 0.0
	for i, r := range text {
		if r >= utf8.RuneSelf {
			sum += clustersWidth(text[i:]) // what stands before it combines with nothing
			break
		}
		sum += runeWidth(r)
	}
	if bold {
		sum *= boldFactor
	}
	return sum * size
}

const boldFactor = 1.12

// clustersWidth is the width of what a reader takes for characters, in ems: a letter
// with its accents is one.
func clustersWidth(text string) float64 {
	sum, state := 0.0, -1
	for text != "" {
		var cluster string
		var cells int
		cluster, text, cells, state = uniseg.FirstGraphemeClusterInString(text, state)
		switch r, _ := utf8.DecodeRuneInString(cluster); {
		case cells > 1:
			sum += 1.05
		case cells == 1:
			sum += runeWidth(r)
		}
	}
	return sum
}

// runeWidth is the width of a character that is not a wide one, in ems.
func runeWidth(r rune) float64 {
	switch {
	case strings.ContainsRune("ijl.,:;'|!I ’‘", r):
		return .33
	case strings.ContainsRune("frt()[]-/–\"“”", r):
		return .5
	case strings.ContainsRune("mwMW@%&—…", r):
		return 1
	case r >= '0' && r <= '9', unicode.IsLower(r) && r < unicode.MaxLatin1:
		return .64
	}
	return .82
}

// Wrap breaks a text into lines that are no wider than a width, where a language
// breaks its lines (UAX 14), and inside a word that is wider itself. A text has
// one line at least.
func Wrap(text string, size float64, bold bool, width float64) []string {
	if Width(text, size, bold) <= width {
		return []string{text}
	}
	var lines []string
	line, rest, state := "", text, -1
	for rest != "" {
		var piece string
		piece, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		if line != "" && Width(strings.TrimRight(line+piece, " "), size, bold) > width {
			lines, line = append(lines, strings.TrimRight(line, " ")), ""
		}
		var full []string
		full, line = brokenWord(line+piece, size, bold, width)
		lines = append(lines, full...)
	}
	return append(lines, strings.TrimRight(line, " "))
}

// brokenWord cuts a word into lines as wide as the width, and what is left of it.
func brokenWord(word string, size float64, bold bool, width float64) (full []string, left string) {
	line, rest, state := "", word, -1
	for rest != "" {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if line != "" && Width(strings.TrimRight(line+cluster, " "), size, bold) > width {
			full, line = append(full, line), ""
		}
		line += cluster
	}
	return full, line
}
