package content

import "strings"

// Pips show how many of several conditions are met, a mark for each.
type Pips struct {
	Marks []Mark
	Told  Text // what they say; it stands below them, or instead
}

// A Mark is the outcome of a condition.
type Mark string

// The marks.
const (
	Met     Mark = "met"
	Missing Mark = "missing"
	Unknown Mark = "unknown"
)

// WriteTo gives the pips to a writer.
func (b Pips) WriteTo(w Writer) { w.Pips(b) }

// Drawn is marks in letters.
func Drawn(marks []Mark) string {
	letters := map[Mark]string{Met: "■", Missing: "□", Unknown: "◌"}
	var b strings.Builder
	for _, m := range marks {
		b.WriteString(letters[m])
	}
	return b.String()
}
