package reports

import (
	"collab/assess"
	"collab/reports/content"
	"collab/reports/wording"
)

// seriesSections are the sections of the report of a series, in order.
var seriesSections = []func(*seriesText) content.Section{
	(*seriesText).trend,
	(*seriesText).means,
}

// Series is the report of all assessments of one association, of which there is one at
// least.
func Series(s *assess.Series, o Options) content.Report {
	t := newSeriesText(s, o)
	latest := s.Latest().Head
	association := content.Typed(latest.Association)
	dates := []assess.Date{s.Points[0].Head.Date}
	if len(s.Points) > 1 {
		dates = append(dates, latest.Date)
	}
	return content.Report{
		Title:     t.words.SeriesTitle(association),
		Language:  t.words.Language(),
		Date:      latest.Date.String(),
		Running:   t.words.ChangeRunning(association, dates),
		Reference: o.Reference,
		Brand:     o.Brand,
		Sections:  made(t, seriesSections),
	}
}

// A seriesText tells a series. Names are those of the latest rubric.
type seriesText struct {
	*assess.Series
	naming
	o     Options
	whole *changeText // from the first to the latest; nil where there is one
}

func newSeriesText(s *assess.Series, o Options) *seriesText {
	r := s.Latest().Head.Rubric
	t := &seriesText{s, naming{r, wording.For(r.Language)}, o, nil}
	if c := s.Whole(); c != nil {
		t.whole = newChangeText(c, o)
	}
	return t
}

// dates are those of all assessments.
func (t *seriesText) dates() []assess.Date {
	var dates []assess.Date
	for _, p := range t.Points {
		dates = append(dates, p.Head.Date)
	}
	return dates
}
