package assess

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"collab/rubric"
)

// fewestAveraged is the least number of associations of which an average is told.
const fewestAveraged = 5

// Apart is how far associations lie apart on one trait or on the spectrum. Those
// are counted that were asked what most were asked, in the same words.
type Apart struct {
	Dimension *rubric.Dimension
	K         int // stages of the rubric that they were asked by
	N         int // associations that are counted, at least one
	LeftOut   int // associations that were asked something else
	Low, High Position
	Positions []Position // of those counted, the lowest first
	// Median is the lower one, Mean the mean; both are 0 below five associations.
	Median, Mean Position
}

// spreads takes the dimensions in the order in which the members have them.
func spreads(members []Member) []Apart {
	var all []Apart
	seen := map[string]bool{}
	for _, m := range members {
		for _, s := range m.Latest().Standings {
			if s.Position > 0 && !seen[s.Dimension.ID] {
				seen[s.Dimension.ID] = true
				all = append(all, spread(members, s.Dimension.ID))
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Apart) int {
		return cmp.Compare(one(a.Dimension.Kind == rubric.Spectrum), one(b.Dimension.Kind == rubric.Spectrum))
	})
	return all
}

// spread looks at one dimension. Of equally many who were asked the same, the
// first members decide.
func spread(members []Member, dimension string) Apart {
	alike, k := map[string][]Standing{}, map[string]int{}
	var questions []string // as they were asked, in the order of the members
	n := 0
	for _, m := range members {
		s, _ := m.Latest().Standing(dimension)
		if s.Position == 0 {
			continue
		}
		asked := m.Latest().asked(s.Dimension)
		if alike[asked] == nil {
			questions = append(questions, asked)
			k[asked] = m.Latest().Head.Rubric.K()
		}
		alike[asked] = append(alike[asked], s)
		n++
	}
	most := slices.MaxFunc(questions, func(a, b string) int { return cmp.Compare(len(alike[a]), len(alike[b])) })
	a := apart(alike[most])
	a.K, a.LeftOut = k[most], n-a.N
	return a
}

// asked names the questions of a dimension that a round asked, and their words.
func (p Point) asked(d *rubric.Dimension) string {
	var b strings.Builder
	fmt.Fprint(&b, p.Head.Rubric.K())
	for _, q := range d.Questions {
		if p.Head.Length.Asks(q) {
			b.WriteString(" " + q.ID + ":" + q.Wording)
		}
	}
	return b.String()
}

// apart measures standings on one dimension.
func apart(standings []Standing) Apart {
	positions := make([]Position, len(standings))
	sum := 0
	for i, s := range standings {
		positions[i] = s.Position
		sum += int(s.Position)
	}
	slices.Sort(positions)
	n := len(positions)
	a := Apart{Dimension: standings[0].Dimension, N: n, Low: positions[0], High: positions[n-1], Positions: positions}
	if n >= fewestAveraged {
		a.Median = positions[(n-1)/2]
		a.Mean = Position(roundHalfAway(sum, n))
	}
	return a
}
