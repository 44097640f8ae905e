package reports

import (
	"strconv"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// A course tells a series of assessments in sentences.
type course struct {
	story  // of the latest assessment
	series *assess.Series
}

func plainCourse(s *assess.Series) course { return course{plainStory(s.Latest().Head), s} }

// since is what changed from the point before to a point.
func (c course) since(p assess.Point) sequel { return sequel{story{p.Head, c.safe}, p.Since} }

// brief is a date in few characters.
func brief(d assess.Date) string { return d.Format("2 Jan 2006") }

// Span tells how many assessments there are, and from when to when.
func (c course) Span(date func(assess.Date) string, to string) string {
	points := c.series.Points
	if len(points) == 1 {
		return "1 assessment, " + date(c.a.Date)
	}
	return strconv.Itoa(len(points)) + " assessments, " + date(points[0].Head.Date) + to + date(c.a.Date)
}

// Latest is what changed the last time.
func (c course) Latest(date func(assess.Date) string) prose {
	last := c.series.Latest()
	if last.Since == nil {
		return "One assessment alone tells of no change."
	}
	return join(c.say("Since %s:", date(last.Since.Then.Date)), c.since(last).Finding())
}

// leftOut says which records the series lacks: who sees that one is missing does not
// take the change from another for that of a year.
func (c course) leftOut() []prose {
	const most = 3
	all := c.series.LeftOut
	var texts []prose
	for _, why := range all[:min(len(all), most)] {
		texts = append(texts, c.say("Left out: %s.", why))
	}
	if more := len(all) - most; more > 0 {
		texts = append(texts, c.say("Left out: %d more.", more))
	}
	return texts
}

// limits are which records are left out, and what limits the changes, each once, with the dates of the later
// assessments that it is about.
func (c course) limits() []prose {
	var texts []prose
	dates := map[prose][]string{}
	changes := 0
	for _, p := range c.series.Points {
		if p.Since == nil {
			continue
		}
		changes++
		for _, text := range append(c.since(p).Limits(), c.since(p).NotCompared()) {
			if text == "" {
				continue
			}
			if dates[text] == nil {
				texts = append(texts, text)
			}
			dates[text] = append(dates[text], brief(p.Head.Date))
		}
	}
	for i, text := range texts {
		switch on := dates[text]; {
		case len(on) == changes:
		case len(on) > most:
			texts[i] = c.say("%s changes: %s", of(len(on), changes), text)
		default:
			texts[i] = c.say("%s: %s", listed(on), text)
		}
	}
	return append(c.leftOut(), texts...)
}

// onTrait is the way of a trait, in a sentence.
func (c course) onTrait(d *rubric.Dimension) prose {
	var said []string
	for _, p := range c.series.Points {
		at := []string{"no position on " + p.Head.Date.Long()}
		if s, ok := p.Standing(d.ID); ok && s.Position > 0 {
			at[0] = s.Position.String() + " on " + p.Head.Date.Long()
		}
		if ch, ok := p.Change(d.ID); ok && ch.Verdict != "" {
			at = append(at, verdicts[ch.Verdict])
			if ch.HasShift {
				at[len(at)-1] += " (" + ch.SignedShift() + ")"
			}
		}
		said = append(said, strings.Join(at, ", "))
	}
	return c.say("%s: %s.", short(d), strings.Join(said, "; "))
}

// onHeadline is the way of the headline, in a sentence.
func (c course) onHeadline() prose {
	var said []string
	for _, p := range c.series.Points {
		said = append(said, headlineOf(story{p.Head, c.safe})+" on "+p.Head.Date.Long())
	}
	return c.say("Headline: %s.", strings.Join(said, "; "))
}

// headlineOf is the headline as one word.
func headlineOf(s story) string {
	if s.a.Headline.Stage == 0 {
		return "none"
	}
	return s.lowStage(s.a.Headline.Stage)
}

// onPeople is who answered, in a sentence.
func (c course) onPeople() prose {
	var said []string
	for _, p := range c.series.Points {
		said = append(said, story{p.Head, c.safe}.Who()+" on "+p.Head.Date.Long())
	}
	return c.say("Answered: %s.", strings.Join(said, "; "))
}
