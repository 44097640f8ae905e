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
	said := []prose{s.Finding(), s.Headlines()}
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
