package reports

import (
	"collab/assess"
	"collab/rubric"
)

// A trendPage is what the template of a series asks for.
type trendPage struct {
	course
	strong func(prose) prose // what stands out in a cell
}

// Association is the name.
func (p trendPage) Association() string { return p.a.Association }

// Span is how many assessments there are, and from when to when.
func (p trendPage) Span() string { return p.course.Span(assess.Date.Long, " to ") }

// Latest is what changed the last time.
func (p trendPage) Latest() prose { return p.course.Latest(assess.Date.Long) }

// Limits are what limits the changes.
func (p trendPage) Limits() []prose { return p.limits() }

// Table has a row for every assessment and a column for every trait. A position is
// followed by the verdict on its change, unless none could be detected.
func (p trendPage) Table() *table {
	columns := []column{left("Date"), right("People")}
	dimensions := p.series.Dimensions()
	for _, d := range dimensions {
		columns = append(columns, left(string(p.say("%s", short(d)))))
	}
	columns = append(columns, left("Headline"))
	var rows [][]prose
	for _, point := range p.series.Points {
		row := []prose{prose(brief(point.Head.Date)), count(point.Head.People)}
		for _, d := range dimensions {
			row = append(row, p.figure(point, d))
		}
		rows = append(rows, append(row, p.say("%s", headlineOf(story{point.Head, p.safe}))))
	}
	return &table{columns, rows}
}

// figure is a position with the verdict on its change.
func (p trendPage) figure(point assess.Point, d *rubric.Dimension) prose {
	at, _ := point.Standing(d.ID)
	figure := none
	if at.Position > 0 {
		figure = prose(at.Position.String())
	}
	ch, _ := point.Change(d.ID)
	switch ch.Verdict {
	case assess.Moved:
		return p.strong(figure) + " " + prose(verdicts[ch.Verdict])
	case assess.Possible:
		return figure + " " + prose(verdicts[ch.Verdict])
	case assess.TooFewToTell, assess.NotTested:
		return figure + " ?"
	}
	return figure
}

// Key explains the words behind the figures.
func (p trendPage) Key() prose {
	if len(p.series.Points) == 1 {
		return ""
	}
	return "A figure alone shows no detectable change from the one above; moved and possible are verdicts, and ? stands where nothing was tested or too few answered. The spectrum is never judged."
}

// A changeSaid is what changed from one assessment to the next.
type changeSaid struct {
	Dates   string
	Finding prose
	Details []prose // what moved and what may have, with the figures
}

// Changes are what changed each time that something moved, may have moved, or is
// called otherwise than before.
func (p trendPage) Changes() []changeSaid {
	var all []changeSaid
	for _, point := range p.series.Points {
		if point.Since == nil {
			continue
		}
		s, h := p.since(point), point.Since.Headline
		if s.Notable() == "" && h.Then == h.Now {
			continue
		}
		said := changeSaid{Dates: point.Since.Then.Date.Long() + " to " + point.Head.Date.Long(), Finding: join(s.Finding(), s.Headlines())}
		for _, verdict := range []assess.Outcome{assess.Moved, assess.Possible} {
			for _, ch := range point.Since.Judged(verdict) {
				said.Details = append(said.Details, s.OnChange(ch))
			}
		}
		all = append(all, said)
	}
	return all
}
