package reports

import (
	"strings"

	"collab/assess"
	"collab/reports/drawing"
)

// drawTalks is the picture of what talking changed: the first round's answers over
// the second's; none where it changed nothing.
func (s story) drawTalks(width float64) (drawing.Drawing, bool) {
	var counts []assess.Counts
	for _, t := range s.a.Changed() {
		counts = append(counts, t.Before, t.After)
	}
	if len(counts) == 0 {
		return drawing.Drawing{}, false
	}
	b := s.newSketch("talking", "What talking changed", width).newBars(counts)
	t := table{columns: []column{left("Question"), left("Round")}}
	for _, stage := range b.a.Rubric.Stages {
		t.columns = append(t.columns, right(Plain(stage.Name)))
	}
	t.columns = append(t.columns, left("Room"))
	var said []string
	for _, talk := range b.a.Changed() {
		b.rounds(talk)
		said = append(said, string(b.Talked(talk)))
		name := prose(Plain(sentence(nameOf(b.a.Answers[talk.Question].Question))))
		t.rows = append(t.rows, roundRow(name, "first", talk.Before, talk.Label), roundRow(name, "second", talk.After, talk.NowLabel))
	}
	b.Description, b.Data = strings.Join(said, " "), t.data()
	b.close()
	return b.done(), true
}

func roundRow(name, round prose, c assess.Counts, l assess.Label) []prose {
	row := []prose{name, round}
	for _, n := range c.Ranks {
		row = append(row, count(n))
	}
	return append(row, prose(labels[l]))
}

// rounds are two rows, for a question before and after.
func (b *bars) rounds(t assess.Talk) {
	q := b.a.Answers[t.Question]
	name := b.called(q, true).strong()
	b.y += 6
	b.set(name, 0, b.y, b.left-14+b.narrowRest())
	b.y += name.height(b.left - 14 + b.narrowRest())
	before, after := q, q
	before.Counts, before.Label = t.Before, t.Label
	after.Counts, after.Label = t.After, t.NowLabel
	b.question(small("first round"), before)
	b.question(small("second round"), after)
}

// narrowRest is what a heading has beyond the column of names: all of a phone.
func (b *bars) narrowRest() float64 {
	if b.narrow() {
		return b.Width - b.left
	}
	return 0
}
