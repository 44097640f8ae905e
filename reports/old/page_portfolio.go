package reports

import (
	"strconv"
	"strings"

	"collab/assess"
)

// A portfolioPage is what the template of a portfolio asks for.
type portfolioPage struct {
	p      *assess.Portfolio
	safe   func(string) prose
	strong func(prose) prose // what stands out in a cell
}

// InOneLine is how many there are, and in how many something moved.
func (p portfolioPage) InOneLine() prose { return portfolioInOneLine(p.p) }

// Table has a row for every association; nil where there is none.
func (p portfolioPage) Table() *table {
	if len(p.p.Members) == 0 {
		return nil
	}
	t := table{columns: []column{
		left("Association"), right("Date"), left("Answered"), left("Headline"), left("Lowest"), left("Since last time"),
	}}
	for _, m := range p.p.Members {
		member := memberStory(m, p.safe)
		t.rows = append(t.rows, []prose{
			p.safe(member.a.Association), prose(brief(member.a.Date)), prose(member.Who()),
			member.say("%s", headlineOf(member)), member.say("%s", strings.Join(lowestOf(member), ", ")), p.since(m, member),
		})
	}
	return &t
}

// since is what moved and what may have since the assessment before.
func (p portfolioPage) since(m assess.Member, member story) prose {
	c := m.Latest().Since
	if c == nil {
		return "first time"
	}
	said := []prose{}
	s := sequel{member, c}
	if moved := c.Judged(assess.Moved); len(moved) > 0 {
		said = append(said, p.strong("moved:"), member.say("%s", s.withShifts(moved)))
	}
	if possible := c.Judged(assess.Possible); len(possible) > 0 {
		said = append(said, "possible:", member.say("%s", s.withShifts(possible)))
	}
	if len(said) > 0 {
		return join(said...)
	}
	for _, verdict := range []assess.Outcome{assess.NoDetectableChange, assess.TooFewToTell} {
		if len(c.Judged(verdict)) > 0 {
			return prose(verdicts[verdict])
		}
	}
	return prose(verdicts[assess.NotTested])
}

// Apart is how far the associations lie apart; nil where nothing can be set side by side.
func (p portfolioPage) Apart() *table {
	t := table{columns: []column{
		left("Trait"), right("Lowest"), right("Middle"), right("Mean"), right("Highest"), right("Associations"),
	}}
	for _, a := range several(p.p) {
		t.rows = append(t.rows, []prose{
			p.safe(short(a.Dimension)), prose(a.Low.String()), prose(a.Median.String()), prose(a.Mean.String()), prose(a.High.String()),
			prose(strconv.Itoa(a.N)),
		})
	}
	if len(t.rows) == 0 {
		return nil
	}
	return t.withoutEmpty()
}

// ApartNotes tell of whom the spread is taken, and of whom not.
func (p portfolioPage) ApartNotes() []prose { return apartNotes(p.p, p.safe) }
