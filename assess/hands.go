package assess

import (
	"bytes"
	"fmt"
	"slices"

	"collab/internal/strict"
	"collab/rubric"
)

// IsHands tells whether a file is that of a show of hands: its mode decides.
func IsHands(text []byte) bool {
	top, err := strict.Parse("", text)
	return err == nil && slices.ContainsFunc(top.Entries(), func(e strict.Entry) bool { return e.Name == "mode" })
}

// ParseHands reads the file of a show of hands; see [ParseResponse]. What too few
// hands gave is forgotten.
func ParseHands(name string, text []byte, find rubric.Finder) (*Published, error) {
	t, err := ParseOpenHands(name, text, find)
	if err != nil {
		return nil, err
	}
	return t.Publish(), nil
}

// ParseOpenHands reads the same file as it stands, to go on counting.
func ParseOpenHands(name string, text []byte, find rubric.Finder) (*Tally, error) {
	top, err := strict.Parse(name, text)
	if err != nil {
		return nil, err
	}
	m := top.Mapping(slices.Concat(headKeys, CountKeys, []string{"mode"})...)
	m.Need("mode").Word(string(Hands))
	r, err := ReadHead(m, find)
	if err != nil {
		return nil, err
	}
	t := r.emptyRound(Hands)
	readCounts(m, &t.Round)
	return t, m.Err()
}

// EncodeHands writes the file of a show of hands: what [ParseHands] reads. No other
// open round is ever written, and asking for it is a mistake in the program.
func (t *Tally) EncodeHands() []byte {
	if t.Mode != Hands {
		panic("assess: an open round of people who answered alone is not written")
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "format: %d\n", Format)
	fmt.Fprintf(&b, "association: %s\n", strict.Scalar(tidy(t.Association)))
	fmt.Fprintf(&b, "date: %s\n", t.Date)
	fmt.Fprintf(&b, "mode: %s\n", Hands)
	fmt.Fprintf(&b, "people: %d\n", t.People)
	if t.Body > 0 {
		fmt.Fprintf(&b, "body: %d\n", t.Body)
	}
	WriteRound(&b, t.Rubric, t.Length, t.JointWork)
	b.WriteString("\n")
	t.writeQuestions(&b)
	t.writeAhead(&b)
	return b.Bytes()
}
