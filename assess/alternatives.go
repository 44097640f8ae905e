package assess

import (
	"slices"

	"collab/rubric"
)

// nearly is how far above an action's another position may be to be as good a choice.
const nearly Position = 25

// alternatives names what is arbitrary in the choice of actions: of three steps on
// average only one to two stay when the same people answer again and nothing changed.
func (p *planner) alternatives() {
	for i := range p.actions {
		a := &p.actions[i]
		a.Equal, a.Close = p.equal(*a), p.close(*a)
	}
}

// equal are the other questions of the action's dimension at its lowest rank. A
// fact, and a form's condition on one question, have none.
func (p *planner) equal(a Action) []string {
	if a.Dimension == "" || p.exact[a.Do] || p.noJointWork(a.Dimension) {
		return nil
	}
	var ids []string
	for i, q := range p.Rubric.Questions() {
		if q.Dimension == a.Dimension && q.ID != a.Do && int(p.reply.answers[i]) == a.From() {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

// close are the candidates of the action's kind and gap that are not among the
// actions and stand less than a quarter of a stage above it. What blocks a form has none.
func (p *planner) close(a Action) []string {
	var ids []string
	at := p.at(a.Dimension)
	for _, c := range p.candidates[a.Why] {
		acted := slices.ContainsFunc(p.actions, func(other Action) bool { return other.Dimension == c.Dimension.ID })
		atLast := int(p.reply.answers[p.lowest(c.Dimension.ID)]) == p.Rubric.K()
		if !acted && !atLast && c.Gap == at.Gap && c.Position-at.Position < nearly {
			ids = append(ids, c.Dimension.ID)
		}
	}
	return p.inRubricOrder(ids)
}

// noJointWork is true of a spectrum whose questions were not asked.
func (p *planner) noJointWork(dimension string) bool {
	return dimension == rubric.SpectrumID && p.JointWork.Scope == rubric.ScopeNone
}

func (p *planner) inRubricOrder(dimensions []string) []string {
	slices.SortFunc(dimensions, func(a, b string) int { return placeOf(p.Rubric, a) - placeOf(p.Rubric, b) })
	return dimensions
}

// at is where a dimension with a position stands.
func (p *planner) at(dimension string) Placement {
	i := slices.IndexFunc(p.placed, func(t Placement) bool { return t.Dimension.ID == dimension })
	if i < 0 {
		return Placement{}
	}
	return p.placed[i]
}
