package plan

import (
	"bytes"
	"strings"

	"collab/internal/strict"
)

// EncodeOver writes the plan in place of an earlier text of it, and keeps the remarks
// that somebody wrote there on lines of their own: each stands before the fact that it
// stood before, or at the end where that is gone.
func (p *Plan) EncodeOver(earlier []byte) []byte {
	remarks, last := remarksOf(earlier)
	var out bytes.Buffer
	var at placeIn
	for line := range bytes.Lines(p.Encode()) {
		key := at.of(line)
		for _, remark := range remarks[key] {
			out.WriteString(remark + "\n")
		}
		delete(remarks, key)
		out.Write(line)
	}
	at = placeIn{}
	for line := range bytes.Lines(strict.ToUTF8(earlier)) { // those that are left, in their order
		key := at.of(line)
		for _, remark := range remarks[key] {
			out.WriteString(remark + "\n")
		}
		delete(remarks, key)
	}
	for _, remark := range last {
		out.WriteString(remark + "\n")
	}
	return out.Bytes()
}

// remarksOf are the remarks of a text by the fact that they stand before, and those that
// stand before none.
func remarksOf(text []byte) (before map[string][]string, last []string) {
	before = map[string][]string{}
	var at placeIn
	for line := range bytes.Lines(strict.ToUTF8(text)) {
		trimmed := strings.TrimSpace(string(line))
		switch {
		case trimmed == "":
		case trimmed[0] == '#':
			last = append(last, strings.TrimRight(string(line), "\r\n"))
		default:
			key := at.of(line)
			before[key] = append(before[key], last...)
			last = nil
		}
	}
	return before, last
}

// A placeIn follows the lines of a plan: of which assessment and which step they are.
type placeIn struct{ assessment, do string }

// of names the fact of a line, such as 2026-11-23|trust.reliance|who.
func (p *placeIn) of(line []byte) string {
	trimmed := strings.TrimPrefix(strings.TrimSpace(string(line)), "- ")
	key, value, _ := strings.Cut(trimmed, ":")
	switch key {
	case "assessment":
		p.assessment, p.do = strings.TrimSpace(value), ""
	case "do":
		p.do = strings.TrimSpace(value)
	}
	return p.assessment + "|" + p.do + "|" + key
}
