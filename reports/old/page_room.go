package reports

import (
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// The parts of the report that only a room has. For one person they are empty,
// and the template leaves them out.

// Room is where the room agrees, is split, and does not know.
func (p page) Room() prose { return join(p.FirstRound(), p.Agrees(), p.Doubts()) }

// roomProfile is the table of traits and the spectrum, with what limits the
// positions. A column with nothing to say is left out.
func (p page) roomProfile() *table {
	columns := []column{
		left("Trait"), right("Position"), left("95 % interval"), left("Stage"), left("Target"), right("n"),
	}
	if p.fromCountsAlone() {
		columns[2].head = "Interval at most"
	}
	var rows [][]prose
	for _, d := range p.a.Placements() {
		rows = append(rows, []prose{
			p.say("%s", short(d.Dimension)), p.figure(d.Position), prose(p.interval(d)), p.reached(d), p.target(d),
			prose(p.people(d)),
		})
	}
	return table{columns, rows}.withoutEmpty()
}

// ProfileNote explains the figures of a room.
func (p page) ProfileNote() prose {
	if !slices.ContainsFunc(p.a.Placements(), func(d assess.Placement) bool { return d.Position > 0 }) {
		return p.withoutMiddle()
	}
	said := []prose{"A position is the mean of people's own positions where nine people or more have one over four questions and no one person makes most of their spread, and else the mean of the questions' means, whose interval is a bound.", byOrder}
	if p.fromCountsAlone() {
		said[0] = "A position is the mean of the questions' means. The interval is a bound: it is no wider than that."
	}
	switch {
	case p.allWithout(assess.Everyone), p.allWithout(assess.FewAsked):
		said = append(said, p.Sure())
	default:
		said = append(said, "The interval tells how far chance in who answered may have moved it. It says nothing of those who stay away for a reason.")
	}
	if p.a.Mode == assess.Group {
		said = append(said, "n is the number of people that a position rests on.")
	}
	return join(append(said, p.withoutMiddle())...)
}

// withoutMiddle names the traits of which a question has no middle answer.
func (p page) withoutMiddle() prose {
	var some []string
	for _, d := range p.a.Placements() {
		if d.Base.Ranked < d.Base.Asked {
			some = append(some, p.low(short(d.Dimension))+" ("+answered(d.Base)+")")
		}
	}
	if len(some) == 0 {
		return ""
	}
	return p.say("Not all questions could be counted in %s.", listed(some))
}

// Splits are the questions on which the room is split in its first round, as far as
// they are worth talking about; see [assess.Assessment.Agenda].
func (p page) Splits() []topic {
	return slices.DeleteFunc(p.topicsOf(p.a.Agenda()), func(t topic) bool { return t.Topic.About != assess.AboutSplit })
}

// Named is the question with its dimension.
func (t topic) Named() namedQuestion { return page{story: t.story}.named(t.asked().ID) }

func count(n int) prose { return prose(strconv.Itoa(n)) }

// some is a count that is left out where it is zero.
func some(n int) prose {
	if n == 0 {
		return ""
	}
	return count(n)
}

// said is what a room says to a question: the middle answer, and how many gave one.
func (p page) said(q assess.Question) prose {
	switch {
	case q.Rank > 0:
		return p.say("%s (%d)", p.stage(q.Rank), q.Scored())
	case q.Scored() > 0:
		return "withheld"
	case q.Counts.DontKnow > 0:
		return "not known"
	case q.Counts.DoesNotApply > 0:
		return "n/a"
	}
	return none
}

// SaidNote explains what stands behind a middle answer.
func (p page) SaidNote() prose {
	if !p.room() || len(p.a.Labelled(assess.Withheld)) == p.a.Asked() {
		return ""
	}
	return "The middle answer, and in brackets how many gave a stage."
}

// ByRole is the table of the roles that may be shown.
func (p page) ByRole() *table {
	if !slices.ContainsFunc(p.a.RoleViews, func(v assess.RoleView) bool { return len(v.Positions) > 0 && v.People < p.a.People }) {
		return nil
	}
	columns := []column{left("Trait")}
	for _, v := range p.a.RoleViews {
		columns = append(columns, right(string(p.say("%s (%d)", v.Role.Name, v.People))))
	}
	var rows [][]prose
	for _, t := range p.a.Traits {
		row := []prose{p.say("%s", t.Dimension.Name)}
		for _, v := range p.a.RoleViews {
			row = append(row, p.figure(v.Positions[t.Dimension.ID].Mean))
		}
		rows = append(rows, row)
	}
	return &table{columns, rows}
}

// RoleGaps are the traits that roles see differently.
func (p page) RoleGaps() []prose {
	var said []prose
	for _, g := range p.a.RoleGaps {
		said = append(said, p.RoleGap(g))
	}
	return said
}

// RolesHidden is why not every role is shown.
func (p page) RolesHidden() prose { return rolesHidden }

// Wanted is the table of the targets that people gave.
func (p page) Wanted() *table {
	columns := []column{left("Target for")}
	for _, s := range p.a.Rubric.Stages {
		columns = append(columns, right(string(p.say("%s", s.Name))))
	}
	columns = append(columns, right("As it is"), right("People"))
	var rows [][]prose
	for _, d := range p.a.Placements() {
		w, given := p.a.Targets[d.Dimension.ID]
		if !given || d.Target == assess.NoTarget {
			continue
		}
		row := []prose{p.say("%s", short(d.Dimension))}
		for _, n := range w.Ranks {
			row = append(row, count(n))
		}
		rows = append(rows, append(row, count(w.TodayIsRight), count(w.People())))
	}
	if !p.room() || len(rows) == 0 {
		return nil
	}
	return &table{columns, rows}
}

// Votes are what matters most now.
func (p page) Votes() prose {
	v := p.a.Priorities
	var said []string
	for _, d := range p.a.Rubric.Traits() {
		if n := v.For[d.ID]; n > 0 {
			said = append(said, p.low(short(d))+" "+strconv.Itoa(n))
		}
	}
	if !p.room() || len(said) == 0 {
		return ""
	}
	return p.say("What matters most now, of %s: %s.", counted(p.voters(), "person", "people"), strings.Join(said, ", "))
}

// InWriting is how many say that collaboration is a written objective.
func (p page) InWriting() prose {
	fact, known := p.a.Rubric.Fact(rubric.SaysSoID)
	if !known || !p.room() {
		return ""
	}
	return join(p.say("%s", fact.Text), p.sayFact(fact.ID))
}

// sayFact is how many say that a fact is met; empty where too few know.
func (p page) sayFact(id string) prose {
	k, kept := p.a.Facts[id]
	if !kept || !p.room() || k.Known() == 0 {
		return ""
	}
	said := p.say("%s who know say so", of(k.Met, k.Known()))
	if k.DontKnow > 0 {
		said = p.say("%s, %d don't know", said, k.DontKnow)
	}
	return "(" + said + ".)"
}
