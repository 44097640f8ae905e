package record

import (
	"bytes"
	"fmt"
	"slices"

	"collab/assess"
	"collab/internal/strict"
	"collab/rubric"
)

// Keys by what they tell: the round, who answered, and what follows.
var (
	headKeys     = []string{"format", "method", "association", formerlyKey, "date", "mode", "rubric", "length", "joint_work"}
	soloKeys     = []string{"role"}
	secondKeys   = []string{assess.SecondKey}
	findingsKeys = []string{"findings", "wording"}
)

// keysOf are the keys of a record of a mode.
func keysOf(mode assess.Mode) []string {
	switch mode {
	case assess.Group:
		return slices.Concat(headKeys, assess.CountKeys, assess.PositionKeys, secondKeys, findingsKeys)
	case assess.Hands:
		return slices.Concat(headKeys, assess.CountKeys, secondKeys, findingsKeys)
	}
	return slices.Concat(headKeys, soloKeys, assess.BodyKeys, findingsKeys)
}

// Read gives the tally that a record holds. The name is for its faults; the
// finder gives the rubric that the record names. Where the rubric is not at
// hand, or has other wordings than the record saw, errors.Is tells
// [rubric.ErrNotAtHand]. Any other error is a [strict.Faults].
func Read(name string, text []byte, find rubric.Finder) (*assess.Published, error) {
	return read(name, text, find, true)
}

// read reads a record, or where the text ends above its findings, what it has.
func read(name string, text []byte, find rubric.Finder, whole bool) (*assess.Published, error) {
	top, err := strict.Parse(name, text)
	if err != nil {
		return nil, err
	}
	mode := modeOf(top)
	m := top.Mapping(keysOf(mode)...)
	m.Need("method").Int(1, Method)
	m.Need("mode")
	if whole {
		find = asWorded(m.Get("wording"), find)
	}
	head, err := assess.ReadHead(m, find)
	if err != nil {
		return nil, err
	}
	formerly := assess.ReadFormerly(m.Get(formerlyKey))
	m.Need("rubric")
	if whole {
		m.Need("findings").Entries()
		sameWording(m.Need("wording"), head.Rubric)
	}
	if mode != assess.Solo {
		t := assess.ReadRoom(m, head, mode)
		t.Formerly = formerly
		return t, m.Err()
	}
	head.Role = m.Get("role").Word(rubric.IDs(head.Rubric.Roles)...)
	m.Need("answers")
	assess.ReadBody(m, &head)
	if err := m.Err(); err != nil {
		return nil, err
	}
	one := assess.One(head)
	one.Formerly = formerly
	return one, nil
}

// modeOf is the record's mode, which says what other keys it has.
func modeOf(top strict.Value) assess.Mode {
	for _, e := range top.Entries() {
		if e.Name == "mode" {
			return assess.Mode(e.Value.Word(string(assess.Solo), string(assess.Group), string(assess.Hands)))
		}
	}
	return assess.Solo
}

// Head gives a record's association and date, whatever else it holds.
func Head(name string, text []byte) (string, assess.Date, error) {
	top, err := strict.Parse(name, text)
	if err != nil {
		return "", assess.Date{}, err
	}
	var association string
	var date assess.Date
	for _, e := range top.Entries() {
		switch e.Name {
		case "association":
			association = assess.ReadName(e.Value)
		case "date":
			date = assess.ReadDate(e.Value)
		}
	}
	if association == "" || date.IsZero() {
		top.Fault("expected a record with an association and a date")
	}
	return association, date, top.Err()
}

// Association is the name of a record's association. It looks for the line that
// [Encode] writes before it reads the record as [Head] does.
func Association(name string, text []byte) (string, error) {
	if _, after, ok := bytes.Cut(text, []byte("\nassociation: ")); ok {
		line, _, _ := bytes.Cut(after, []byte("\n"))
		top, err := strict.Parse(name, append([]byte("association: "), line...))
		if err == nil {
			return assess.ReadName(top.Mapping("association").Need("association")), top.Err()
		}
	}
	association, _, err := Head(name, text)
	return association, err
}

// dateKey begins the line of a record's date as [Encode] writes it.
var dateKey = []byte("\ndate: ")

// Date is a record's date. It looks for the line that [Encode] writes before it
// reads the record as [Head] does: a long history is put in order by its dates.
func Date(name string, text []byte) (assess.Date, error) {
	if _, after, ok := bytes.Cut(text, dateKey); ok {
		line, _, _ := bytes.Cut(after, []byte("\n"))
		if date, err := assess.ParseDate(string(bytes.TrimRight(line, "\r"))); err == nil {
			return date, nil
		}
	}
	_, date, err := Head(name, text)
	return date, err
}

// sameWording notes where the record saw a question in other words than the
// rubric at hand has, which is then not the record's.
func sameWording(v strict.Value, r *rubric.Rubric) {
	for _, dimension := range v.Entries() {
		for _, e := range dimension.Value.Entries() {
			id := dimension.Name + "." + e.Name
			i := r.Index(id)
			if i >= 0 && r.Questions()[i].Wording == e.Value.Text() {
				continue
			}
			e.Value.Because(fmt.Errorf("%s was worded differently when it was answered, in a version that is not here: %w", id, rubric.ErrNotAtHand))
		}
	}
}
