package reports

import (
	"io"

	"collab/assess"
)

// DiffLines tells a comparison as plain sentences, as [Lines] does an assessment.
func DiffLines(w io.Writer, c *assess.Comparison, o Options) error {
	s := plainSequel(c)
	said := []prose{
		s.say("%s, from %s to %s. %s.", s.a.Association, c.Then.Date.Long(), c.Now.Date.Long(), sentence(s.Whom())),
	}
	return o.spoken(w, append(said, s.told()...))
}

// told is all there is to say of a comparison but whose it is.
func (s sequel) told() []prose {
	said := []prose{s.Finding(), s.Headlines(), s.Restaged()}
	for _, ch := range s.c.Changes() {
		said = append(said, s.OnChange(ch))
	}
	said = append(said, s.Limits()...)
	return append(said, s.NotCompared(), s.Adjusted())
}

// TrendLines tells a series as plain sentences, as [Lines] does an assessment.
func TrendLines(w io.Writer, series *assess.Series, o Options) error {
	c := plainCourse(series)
	said := []prose{c.say("%s. %s.", c.a.Association, sentence(c.Span(assess.Date.Long, " to "))), c.Latest(assess.Date.Long)}
	for _, d := range series.Dimensions() {
		said = append(said, c.onTrait(d))
	}
	said = append(said, c.onHeadline(), c.onPeople())
	return o.spoken(w, append(said, c.limits()...))
}

// PortfolioLines tells several associations as plain sentences, as [Lines] does one.
func PortfolioLines(w io.Writer, p *assess.Portfolio, o Options) error {
	said := []prose{portfolioInOneLine(p)}
	for _, m := range p.Members {
		said = append(said, plainMember(m).inPortfolio(m))
	}
	for _, a := range several(p) {
		said = append(said, plainApart(a))
	}
	return o.spoken(w, append(said, apartNotes(p, plainProse)...))
}

// inPortfolio is an association in a few sentences.
func (s story) inPortfolio(m assess.Member) prose {
	said := s.say("%s, %s, %s. Headline: %s.", s.a.Association, s.a.Date.Long(), s.Who(), headlineOf(s))
	if lowest := lowestOf(s); len(lowest) > 0 {
		said = join(said, s.say("Lowest: %s.", listed(lowest)))
	}
	c := m.Latest().Since
	if c == nil {
		return join(said, "Assessed for the first time.")
	}
	return join(said, s.say("Since %s:", c.Then.Date.Long()), sequel{s, c}.Finding())
}

// plainApart is how far associations lie apart, in a sentence.
func plainApart(a assess.Apart) prose {
	said := plainProse(short(a.Dimension)) + prose(" of "+counted(a.N, "association", "associations")+": from "+a.Low.String()+" to "+a.High.String())
	if a.Median > 0 {
		said += prose(", the middle at " + a.Median.String() + ", the mean at " + a.Mean.String())
	}
	return said + "."
}
