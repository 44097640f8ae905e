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

// Privacy says what the page does not show, and what it cannot hide.
func (p page) Privacy() []headed {
	switch {
	case !p.room():
		return nil
	case p.a.Mode == assess.Hands:
		return []headed{{Text: "A show of hands is not private: whoever was in the room saw the hands. Its intervals are bounds, and change between two such counts is never tested."}}
	case p.a.Named:
		return []headed{
			{"Answers can be traced", p.say("This is a named room of %s: with so few, counts tell who said what. They agreed to it before anything was written.", counted(p.a.People, "person", "people"))},
			{Text: privateNotes},
		}
	}
	return []headed{
		{Text: "Nobody can be recognized by what stands here: counts and positions only, never the answers of one person side by side. Where fewer than five people chose a stage, or gave a target, a vote, a hurdle or an aim, what they said is not kept; of roles only those of five people or more are shown."},
		{Text: privateNotes},
	}
}

const privateNotes = "What people wrote beside their answers stays with them: it is in neither the record nor this report."

// Chance warns of what chance does in a room of this size.
func (p page) Chance() prose {
	if !p.room() || len(p.a.Labelled(assess.TooFew)) == p.a.Asked() {
		return ""
	}
	said := prose("A question is split where two answers, two stages or more apart, each have three people and three tenths of the room, with a valley between them; agreed where people stand closer than chance puts them; else mixed.")
	if p.a.Rubric.K() != 4 {
		return said
	}
	return join(said, "In a room of 8 to 12, answers at random would look split in 13 to 21 of 100 questions: take a split as a reason to ask.")
}

// aimCounts are what people make of a form.
func (f formPage) aimCounts() string {
	v := f.a.Aim[f.Form().ID]
	if v.People == 0 {
		return ""
	}
	var said []string
	for _, c := range f.a.Rubric.Aim.Choices {
		said = append(said, aimsOfRooms[c.ID]+" "+strconv.Itoa(v.For[c.ID]))
	}
	return "Of " + counted(v.People, "person", "people") + ": " + strings.Join(said, ", ") + "."
}
