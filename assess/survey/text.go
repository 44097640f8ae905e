package survey

import (
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"collab/internal/strict"
)

// Form tools and word processors change texts: what they change is taken off
// both of a table's text and of ours before the two are compared.
var (
	tag         = regexp.MustCompile(`</?[a-zA-Z][^<>]*>`)
	wholeNumber = regexp.MustCompile(`^(\d+)[.,]0+$`)

	sameMeaning = strings.NewReplacer("‘", "'", "’", "'", "‚", "'", "‛", "'", "′", "'", "`", "'", "´", "'",
		"“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`, "‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "−", "-")
)

// folded is text without what does not matter in it: HTML, case, the form of its
// characters and quotation marks, invisible characters, blanks around it and more
// than one between its words, and stops, colons and stars at its end. A whole
// number has no decimals.
func folded(text string) string {
	if len(text) > maxText {
		text = text[:maxText] // longer than all of ours
	}
	text = html.UnescapeString(tag.ReplaceAllString(text, " "))
	text = norm.NFKC.String(sameMeaning.Replace(text))
	text = strings.Map(func(r rune) rune {
		if strict.Invisible(r) && r >= ' ' || r == '\u200c' || r == '\u200d' {
			return -1
		}
		return r
	}, text)
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	if number := wholeNumber.FindStringSubmatch(text); number != nil {
		return number[1]
	}
	return strings.TrimRight(text, " .:;?!*")
}

// maxText is more bytes than any text of ours has, and what may stand around it.
const maxText = 4096

// What form tools put in front of a text: of an option a number or a letter, of
// a question its code or its place too.
var (
	number = regexp.MustCompile(`^(?:` +
		`[([]?\d{1,3}(?:\.\d{1,3})*[.):\]_-]* |[([]?\d{1,3}[.):\]]+` + // 3. or (3) or 3.1 or 3 or 3)
		`|[([]?[a-z][.):\]]+ ?` + // a) or a.
		`|[a-z]{1,3}\d{1,3}(?:[a-z]{1,3}\d{1,3})?[.):\]_-]* )`) // q3 or g01q03.
	place = regexp.MustCompile(`^(?:` +
		`[^/]*/` + // the group of a Kobo form
		`|[^ .:]{1,60}[.:)] ` + // trustreliance. or trust[reliance]:
		`|[^:]{1,80}[:.] )`) // the name of a dimension or a section
	hint = regexp.MustCompile(` ?(?:\([^()]*\)| - (?:selected choice|response))$`)
)

// unnumbered is a folded text without the number or letter of an option, if any.
// Another number is not taken for a text: "2.5" and "2 3" are no options.
func unnumbered(text string) []string {
	if at := number.FindStringIndex(text); at != nil && at[1] < len(text) && (text[at[1]] < '0' || text[at[1]] > '9') {
		return []string{text[at[1]:]}
	}
	return nil
}

// undressed are the ways to take one decoration off the folded header of a column.
func undressed(text string) []string {
	out := unnumbered(text)
	if at := place.FindStringIndex(text); at != nil && at[1] < len(text) {
		out = append(out, strings.TrimSpace(text[at[1]:]))
	}
	if at := hint.FindStringIndex(text); at != nil && at[0] > 0 {
		out = append(out, folded(text[:at[0]]))
	}
	return out
}

// lookUp finds a text as it stands, then without a decoration, then without two
// or three. What is found first counts, and several things that are found at once.
func lookUp[T any](text string, bare func(folded string) []string, find func(folded string) []T) (found []T) {
	const mostDecorations = 3
	texts := []string{folded(text)}
	for range mostDecorations + 1 {
		var barer []string
		for _, t := range texts {
			found = append(found, find(t)...)
			barer = append(barer, bare(t)...)
		}
		if len(found) > 0 {
			break
		}
		texts = barer
	}
	return found
}

// A charset reads text that is not in UTF-8: in the one of two old encodings that
// made something known first.
type charset struct{ found *charmap.Charmap }

// readings are what a cell may say.
func (c *charset) readings(cell string) []string {
	switch {
	case utf8.ValidString(cell):
		return []string{cell}
	case c.found != nil:
		return []string{decoded(c.found, cell)}
	}
	return []string{decoded(charmap.Windows1252, cell), decoded(charmap.Macintosh, cell)}
}

func decoded(in *charmap.Charmap, text string) string {
	out, err := in.NewDecoder().String(text)
	if err != nil {
		return text
	}
	return out
}

// lookUp finds a cell, and learns from it in which encoding the table is.
func (c *charset) lookUp(cell string, find func(reading string) bool) bool {
	known := -1
	readings := c.readings(cell)
	for i, reading := range readings {
		if find(reading) {
			known = i
			break
		}
	}
	if len(readings) > 1 && known >= 0 && readings[0] != readings[1] {
		c.found = []*charmap.Charmap{charmap.Windows1252, charmap.Macintosh}[known]
	}
	return known >= 0
}
