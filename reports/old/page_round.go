package reports

import (
	"strconv"
	"strings"

	"collab/assess"
)

// TalkedAbout is the table of the questions that talking changed, the first round
// beside the second.
func (p page) TalkedAbout() *table {
	changed := p.a.Changed()
	if len(changed) == 0 {
		return nil
	}
	var all []assess.Counts
	for _, t := range changed {
		all = append(all, t.Before, t.After)
	}
	per := perDigit(all)
	var rows [][]prose
	for _, t := range changed {
		q := p.a.Answers[t.Question]
		d, _ := p.a.Rubric.Dimension(q.Dimension)
		rows = append(rows, []prose{
			p.say("%s: %s", short(d), p.low(nameOf(q.Question))),
			code(digits(t.Before, per)), count(t.Before.Scored()),
			code(digits(t.After, per)), count(t.After.Scored()),
		})
	}
	return &table{[]column{left("Question"), left("First round"), right("n"), left("Second round"), right("n")}, rows}
}

// Talks are what talking changed, in sentences.
func (p page) Talks() []prose {
	var said []prose
	for _, t := range p.a.Changed() {
		said = append(said, p.Talked(t))
	}
	return said
}

// SecondRound tells of the second round, empty where there was none.
func (p page) SecondRound() prose {
	if p.a.Second == nil {
		return ""
	}
	said := p.say("%s answered again after talking. The second answers are the room's agreed view; they are never scored: all findings rest on the first.",
		sentence(counted(p.a.Second.People, "person", "people")))
	if len(p.a.Talks) == 0 {
		return join(said, "Too few answered any question in both rounds to show it.")
	}
	return said
}

// aimCounts are what people make of a form.
func (f formPage) aimCounts() string {
	v := f.a.Aim[f.Form().ID]
	if v.People == 0 {
		return ""
	}
	var said []string
	for _, c := range f.a.Rubric.Aim.Choices {
		n := v.For[c.ID]
		says := ""
		if len(said) == 0 {
			says = either(n, " says", " say")
		}
		if n > 0 {
			said = append(said, strconv.Itoa(n)+says+" that "+aimsOfRooms[c.ID])
		}
	}
	return "Of " + counted(v.People, "person", "people") + ", " + strings.Join(said, ", ") + "."
}
