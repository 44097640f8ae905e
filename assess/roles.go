package assess

import (
	"cmp"
	"slices"

	"collab/rubric"
)

// A RoleView is what the people of one role say, where it may be shown.
type RoleView struct {
	Role      rubric.Choice
	People    int
	Positions map[string]Summary // by trait; only those shown
}

// A RoleGap is a trait that two roles place half a stage apart or more:
// something to talk about, without a test.
type RoleGap struct {
	Trait     string
	Low, High string // ids of roles
	Gap       Position
}

// WorthTalking is the gap between two roles from which it is printed; between inside and
// with others likewise.
const WorthTalking Position = 50

// roles are the views of the roles that are shown, in the order of the rubric.
func (s *scorer) roles() []RoleView {
	var views []RoleView
	for _, role := range s.Rubric.Roles {
		people, shown := s.Roles[role.ID]
		if !shown {
			continue
		}
		v := RoleView{Role: role, People: people, Positions: map[string]Summary{}}
		for i, d := range s.Rubric.Dimensions {
			if p := s.RolePositions[role.ID][i]; p.N > 0 {
				v.Positions[d.ID] = p
			}
		}
		views = append(views, v)
	}
	return views
}

// roleGaps are those between any two roles that are shown, in the order of the
// traits, the widest first.
func (s *scorer) roleGaps(views []RoleView) []RoleGap {
	var gaps []RoleGap
	for _, d := range s.Rubric.Traits() {
		var of []RoleGap
		for i, a := range views {
			for _, b := range views[i+1:] {
				p, q := a.Positions[d.ID].Mean, b.Positions[d.ID].Mean
				if p == 0 || q == 0 || max(p-q, q-p) < WorthTalking {
					continue
				}
				g := RoleGap{Trait: d.ID, Low: a.Role.ID, High: b.Role.ID, Gap: q - p}
				if p > q {
					g.Low, g.High, g.Gap = g.High, g.Low, p-q
				}
				of = append(of, g)
			}
		}
		slices.SortStableFunc(of, func(a, b RoleGap) int { return cmp.Compare(b.Gap, a.Gap) })
		gaps = append(gaps, of...)
	}
	return gaps
}
