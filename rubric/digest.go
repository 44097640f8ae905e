package rubric

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"

	"collab/internal/strict"
)

// digestFile is the SHA-256 of a file in hexadecimal, as UTF-8 without a byte order
// mark and with LF as the line end: editors and git change these without being asked.
func digestFile(text []byte) string {
	sum := sha256.Sum256(bytes.ReplaceAll(strict.ToUTF8(text), []byte("\r\n"), []byte("\n")))
	return hex.EncodeToString(sum[:])
}

// digestPattern is the form of a digest of wording.
var digestPattern = regexp.MustCompile(`^[0-9a-f]{6}$`)

// wording is the digest of what people read when they answer: the first six
// hexadecimal digits of the SHA-256 of the prompt and the anchors.
//
// What is hashed is the prompt and then the anchors from the first stage to
// the last, each as a netstring (Bernstein 1997): its length in bytes of UTF-8
// in decimal digits, a colon, the text, a comma. "How?" with "No" and "Oui" is
//
//	4:How?,2:No,3:Oui,
//
// A text is taken as it is shown, on one line with single blanks. Names of
// stages and ids are not part of it.
//
// To recompute one:
//
//	printf '4:How?,2:No,3:Oui,' | sha256sum | cut -c 1-6
func wording(prompt string, anchors []string) string {
	hash := sha256.New()
	for _, text := range append([]string{prompt}, anchors...) {
		fmt.Fprintf(hash, "%d:%s,", len(text), text)
	}
	return hex.EncodeToString(hash.Sum(nil))[:6]
}
