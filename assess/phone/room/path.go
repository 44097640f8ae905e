package room

import "strings"

// letters of a path are those that nobody takes for another when they read them from a
// wall; there are 31.
const letters = "23456789abcdefghjkmnpqrstuvwxyz"

// half is how long each half of a path is: eight letters are one of 850 thousand
// million, more than can be tried in a day over a network.
const half = 4

// NewPath is a path that is hard to guess, from random bytes as crypto/rand gives them.
func NewPath(random func([]byte)) string {
	var b strings.Builder
	for b.Len() < 2*half {
		var one [1]byte
		random(one[:])
		if at := int(one[0]); at < 256/len(letters)*len(letters) { // or some would be likelier
			b.WriteByte(letters[at%len(letters)])
		}
	}
	return b.String()[:half] + "-" + b.String()[half:]
}

// Typed is a path as somebody may type it, in capitals or without the hyphen, as it is
// written; empty where it is none.
func Typed(text string) string {
	word := strings.ToLower(strings.ReplaceAll(text, "-", ""))
	if len(word) != 2*half || strings.Trim(word, letters) != "" {
		return ""
	}
	return word[:half] + "-" + word[half:]
}
