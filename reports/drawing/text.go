package drawing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Width is the room that a text takes at most at a size of font, in the fonts that
// systems show pages in. The measures are those of DejaVu Sans, the widest of them.
func Width(text string, size float64, bold bool) float64 {
	sum, rest, state := 0.0, text, -1
	for rest != "" {
		var cluster string
		var cells int
		cluster, rest, cells, state = uniseg.FirstGraphemeClusterInString(rest, state)
		sum += clusterWidth(cluster, cells)
	}
	if bold {
		sum *= boldFactor
	}
	return sum * size
}

const boldFactor = 1.12

// clusterWidth is the width of what a reader takes for one character, in ems.
func clusterWidth(cluster string, cells int) float64 {
	r, _ := utf8.DecodeRuneInString(cluster)
	switch {
	case cells == 0:
		return 0
	case cells > 1:
		return 1.05
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
