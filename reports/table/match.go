package table

import (
	"io"
	"slices"
	"strconv"

	"collab/assess"
)

// MatchCSV writes a match as a long table: what either side has of each condition, under
// its own name and date, then what is of both and bears neither.
func MatchCSV(w io.Writer, m *assess.Match) error {
	return long(w, slices.Values([][]Row{sideRows(m, 0), sideRows(m, 1), matchRows(m)}))
}

// MatchJSON writes the same figures as a tree for each side, with what is of both behind
// them.
func MatchJSON(w io.Writer, m *assess.Match) error {
	return trees(w, func(yield func(string) bool) {
		for i, side := range m.Sides {
			if !yield(branch(side, sideRows(m, i))) {
				return
			}
		}
	}, boughs(matchRows(m)))
}

func sideRows(m *assess.Match, side int) []Row {
	t := &sheet{Assessment: m.Sides[side]}
	t.about("match", m.Form.ID)
	t.word("ready", string(m.Ready[side]))
	t.word("aim", m.Aim[side])
	for _, n := range m.Needs {
		r := n.Of[side]
		t.about("need", n.ID)
		t.word("state", string(r.State))
		t.stage("needs", n.Needs)
		t.stage("has", r.Has)
		t.some("short", r.Short)
	}
	for _, v := range m.Views {
		t.about("view", v.Question)
		t.stage("stage", v.Ranks[side])
	}
	return t.rows
}

func matchRows(m *assess.Match) []Row {
	var rows []Row
	add := func(kind, id, measure, text string, is content) {
		if text != "" {
			rows = append(rows, Row{Kind: kind, ID: id, Measure: measure, Value: Value{text, is}})
		}
	}
	for i, topic := range m.First {
		add("first", strconv.Itoa(i+1), "about", string(topic.Kind), word)
		add("first", strconv.Itoa(i+1), "do", topic.ID, word)
	}
	for _, id := range m.BothWant {
		add("both_want", id, "target", string(assess.Yes), word)
	}
	for _, id := range m.BothAim {
		add("both_want", id, "aim", string(assess.Yes), word)
	}
	for _, c := range m.Cautions {
		add("comparison", "round", "caution_"+string(c), string(assess.Yes), word)
	}
	return rows
}
