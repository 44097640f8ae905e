package assess

import (
	"cmp"
	"slices"

	"collab/rubric"
)

// A Series is the assessments of one association, the earliest first, with
// what changed from each to the next. It holds of each only what a series shows,
// so that a long one stays small. Begin with the zero Series and [Series.Add].
type Series struct {
	Points []Point
	// LeftOut says which records are not among them and why, one sentence each. It is
	// from whoever found them.
	LeftOut []string

	// The whole of the last assessment, of the one before it, and of the first of those
	// that were made in the same way as the last and without another in between.
	last, before, first *Assessment
}

// A Point is one assessment of a series.
type Point struct {
	// Head is the assessment without its answers and findings: the
	// association, date, mode, rubric, length, joint work, people and body of its
	// tally, its headline and its cautions are there, and nothing else.
	Head *Assessment
	// Standings are where the traits stand, and last the spectrum, in the rubric's order.
	Standings []Standing
	// Since is what changed since the point before, nil for the first. Then and
	// Now hold the heads of the two, and nobody's responses.
	Since *Comparison
}

// A Standing is where a trait or the spectrum stands.
type Standing struct {
	Dimension *rubric.Dimension
	Position  Position
	Stage     int // rank
	Target    Target
}

// Add puts an assessment behind those of a series and compares it with the
// last. It must be of a later date.
func (s *Series) Add(a *Assessment) {
	point := Point{Head: a.head(), Standings: a.standings()}
	if s.last != nil {
		c := Compare(Side{Assessment: s.last}, Side{Assessment: a})
		c.Then = Side{Assessment: s.Points[len(s.Points)-1].Head}
		c.Now = Side{Assessment: point.Head}
		point.Since = c
	}
	if s.last == nil || s.last.Mode != a.Mode {
		s.first = a
	}
	s.Points = append(s.Points, point)
	s.before, s.last = s.last, a
}

// Whole is what changed up to the latest assessment: from the first of those that were
// made in the same way without another in between, or from the one before where there is
// none. It is nil where there is one assessment, and of a member of a portfolio.
func (s *Series) Whole() *Comparison {
	then := s.first
	if then == s.last {
		then = s.before
	}
	if then == nil || s.last == nil {
		return nil
	}
	return Compare(Side{Assessment: then}, Side{Assessment: s.last})
}

// Latest is the last point; a series without one has no latest.
func (s *Series) Latest() Point { return s.Points[len(s.Points)-1] }

// Standing finds where a trait or the spectrum stands.
func (p Point) Standing(dimension string) (Standing, bool) {
	for _, s := range p.Standings {
		if s.Dimension.ID == dimension {
			return s, true
		}
	}
	return Standing{}, false
}

// head is what tells one assessment from another.
func (a *Assessment) head() *Assessment {
	return &Assessment{
		Published: &Published{Round: Round{
			Association: a.Association,
			Formerly:    a.Formerly,
			Date:        a.Date,
			Mode:        a.Mode,
			Rubric:      a.Rubric,
			Length:      a.Length,
			JointWork:   a.JointWork,
			Role:        a.Role,
			People:      a.People,
			Body:        a.Body,
			Named:       a.Named,
		}},
		Headline: a.Headline,
		Cautions: a.Cautions,
	}
}

func (a *Assessment) standings() []Standing {
	all := make([]Standing, 0, len(a.Traits)+1)
	add := func(p Placement) {
		all = append(all, Standing{p.Dimension, p.Position, p.Stage, p.Target})
	}
	for _, t := range a.Traits {
		add(t)
	}
	if a.Spectrum != nil {
		add(a.Spectrum.Placement)
	}
	return all
}

// Dimensions are the traits that the points have, those of the latest rubric first,
// and last the spectrum where there is one.
func (s *Series) Dimensions() []*rubric.Dimension {
	var all []*rubric.Dimension
	for _, p := range slices.Backward(s.Points) {
		for _, st := range p.Standings {
			if !slices.ContainsFunc(all, func(d *rubric.Dimension) bool { return d.ID == st.Dimension.ID }) {
				all = append(all, st.Dimension)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *rubric.Dimension) int {
		return cmp.Compare(one(a.Kind == rubric.Spectrum), one(b.Kind == rubric.Spectrum))
	})
	return all
}
