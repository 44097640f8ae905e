package survey

import (
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
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
// than one between its words, quotation marks around it, and stops, colons and stars at its
// end. A whole number has no decimals.
func folded(text string) string {
	text = text[:min(len(text), maxText)]
	if strings.ContainsAny(text, "<&=") {
		text = html.UnescapeString(tag.ReplaceAllString(strings.TrimPrefix(text, `="`), " "))
	}
	text = sameMeaning.Replace(text)
	if strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		text = strings.Map(visible, norm.NFKC.String(text))
	}
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	if number := wholeNumber.FindStringSubmatch(text); number != nil {
		return number[1]
	}
	return strings.TrimRight(strings.Trim(text, `"' `), ` .:;?!*"'`)
}

// visible takes invisible characters away, but for line ends and tabs.
func visible(r rune) rune {
	if strict.Invisible(r) && r >= ' ' || r == '\u200c' || r == '\u200d' {
		return -1
	}
	return r
}

// maxText is more bytes than any text of ours has, and what may stand around it.
const maxText = 4096

// What form tools put in front of a text: of an option a number or a letter, of
// a question its code or its place too.
var (
	number = regexp.MustCompile(`^(?:` +
		`(?:(?:option|answer|question|stage|level) )?[([]?\d{1,3}(?:\.\d{1,3})*[.):\]_]*(?: ?- ?| )|[([]?\d{1,3}[.):\]]+` + // 3. or (3) or 3.1 or 3 or 3 - or 3)
		`|[([]?(?:[a-z]|[ivx]{2,4})[.):\]]+ ?` + // a) or a. or iv)
		`|[a-z]{1,3}\d{1,3}(?:[a-z]{1,3}\d{1,3})?[.):\]_-]* ` + // q3 or g01q03.
		`|[-+*>•·○●☐☑☒✓✔]+ )`)
	place = regexp.MustCompile(`^(?:` +
		`[^/]*/` + // the group of a Kobo form
		`|\[[^\]]*\] ` + // [trust.reliance]
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

// A charset learns in which encoding a table is: in the first one that makes
// something known. It begins as UTF-8.
type charset struct{ found *encodingOf }

// An encodingOf reads text.
type encodingOf struct {
	name   string
	decode func(string) (string, error)
}

var (
	windows   = encodingOf{"Windows-1252", charmap.Windows1252.NewDecoder().String}
	macintosh = encodingOf{"Mac Roman", charmap.Macintosh.NewDecoder().String}
	// twice is UTF-8 that a program took for Windows-1252, and wrote as UTF-8 again.
	twice = encodingOf{"UTF-8 written twice", func(text string) (string, error) {
		once, err := charmap.Windows1252.NewEncoder().String(text)
		if err == nil && !utf8.ValidString(once) {
			err = encoding.ErrInvalidUTF8
		}
		return once, err
	}}
)

// A reading is what a cell may say.
type reading struct {
	text string
	in   *encodingOf // nil for UTF-8
}

func (c *charset) readings(cell string) []reading {
	valid := utf8.ValidString(cell)
	var all []reading
	if valid {
		all = append(all, reading{cell, nil})
	}
	if valid && strings.IndexFunc(cell, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return all
	}
	for _, in := range []*encodingOf{&windows, &macintosh, &twice} {
		if (in == &twice) != valid || !valid && c.found != nil && c.found != in {
			continue
		}
		if text, err := in.decode(cell); err == nil {
			all = append(all, reading{text, in})
		}
	}
	return all
}

// typed is what people wrote of themselves; not known where its letters may be
// others in another encoding.
func (c *charset) typed(cell string) (text string, known bool) {
	all := c.readings(cell)
	if c.found == &twice || !utf8.ValidString(cell) {
		return all[len(all)-1].text, len(all) == 1 || c.found == &twice
	}
	return cell, true
}

// lookUp finds a cell, and learns from it.
func (c *charset) lookUp(cell string, find func(text string) bool) bool {
	for _, r := range c.readings(cell) {
		if find(r.text) {
			if r.in != nil && c.found == nil {
				c.found = r.in
			}
			return true
		}
	}
	return false
}
