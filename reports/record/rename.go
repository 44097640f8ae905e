package record

import (
	"fmt"
	"slices"

	"collab/assess"
	"collab/internal/strict"
)

// formerlyKey is that of the names that an association had before.
const formerlyKey = "formerly"

// names writes names as a list on one line.
func names(of []string) string {
	var quoted []string
	for _, name := range of {
		quoted = append(quoted, strict.Quote(name))
	}
	return strict.List(quoted...)
}

// Names gives the name of a record's association and those that it had before,
// whatever else the record holds.
func Names(name string, text []byte) (association string, formerly []string, err error) {
	top, err := strict.Parse(name, text)
	if err != nil {
		return "", nil, err
	}
	for _, e := range top.Entries() {
		switch e.Name {
		case "association":
			association = assess.ReadName(e.Value)
		case formerlyKey:
			formerly = assess.ReadFormerly(e.Value)
		}
	}
	if association == "" {
		top.Fault("expected a record with an association")
	}
	return association, formerly, top.Err()
}

// Rename gives a record's text with another name of its association, which it was
// known by before. Nothing else changes: a record that does not verify is not mended.
// Back to a name of before, those that came after it and that nothing else bears are
// forgotten: they were slips.
func Rename(name string, text []byte, to string, isBorne func(name string) bool) ([]byte, error) {
	was, formerly, err := Names(name, text)
	if err != nil || was == to {
		return text, err
	}
	if formerly = with(formerly, was, to, isBorne); len(formerly) > assess.MaxFormerly {
		return nil, fmt.Errorf("%s: the association had %d names before, more than can be kept", name, len(formerly))
	}
	text, err = RenameAlone(name, text, to)
	if err != nil {
		return nil, err
	}
	text = strict.WithoutLine(text, formerlyKey)
	if len(formerly) == 0 {
		return text, nil
	}
	return strict.WithLine(text, "association", "association: "+strict.Scalar(to), formerlyKey+": "+names(formerly))
}

// with are former names and one more. Back to one of them, those that came after it were
// slips, unless something bears them.
func with(formerly []string, was, today string, isBorne func(name string) bool) []string {
	all := slices.DeleteFunc(slices.Clone(formerly), func(name string) bool { return name == was })
	all = append(all, was)
	at := slices.Index(all, today)
	if at < 0 {
		return all
	}
	since := slices.DeleteFunc(slices.Clone(all[at+1:]), func(name string) bool { return !isBorne(name) })
	return append(all[:at], since...)
}

// RenameAlone gives the text of a record, or of one person's answers, with another name
// of its association, and no word of the one before.
func RenameAlone(name string, text []byte, to string) ([]byte, error) {
	renamed, err := strict.WithLine(text, "association", "association: "+strict.Scalar(to))
	if err == nil {
		var now string
		if now, err = Association(name, renamed); err == nil && now != to {
			err = fmt.Errorf("it would read %q", now)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("%s: the name cannot be changed: %w", name, err)
	}
	return renamed, nil
}
