package assess

import (
	"cmp"
	"slices"

	"collab/rubric"
)

const mostActions = 3

// A planner collects actions: at most three, at most one a dimension, at most
// one fact a form, each one stage up.
type planner struct {
	*scorer
	placed     []Placement // traits and spectrum with a position
	actions    []Action
	taken      map[string]bool        // ids of dimensions, and of forms whose fact is taken
	exact      map[string]bool        // questions on which a form depends, and on no other in their place
	candidates map[Reason][]Placement // what the actions were chosen from; nothing of what blocks a form
}

// actions are what to do next, in this order: what keeps a form that is being
// explored from ready; the traits voted for with a gap; other gaps; and, where
// no target was given at all, the traits with the lowest positions.
func (s *scorer) actions(a *Assessment) []Action {
	p := &planner{
		scorer:     s,
		placed:     make([]Placement, 0, len(a.Traits)+1),
		taken:      map[string]bool{},
		exact:      map[string]bool{},
		candidates: map[Reason][]Placement{},
	}
	for _, t := range a.Traits {
		p.offer(t)
	}
	if a.Spectrum != nil {
		p.offer(a.Spectrum.Placement)
	}
	for _, f := range a.Forms {
		if f.Aim == rubric.Exploring {
			p.unblock(f)
		}
	}
	p.closeGaps(Voted, s.TopTwo())
	p.closeGaps(ByGap, s.TopTwo())
	if p.noTargets() {
		p.lift()
	}
	p.alternatives()
	return p.actions
}

func (p *planner) offer(t Placement) {
	if t.Position > 0 {
		p.placed = append(p.placed, t)
	}
}

// unblock takes the short stage conditions of a form, then its first fact that
// is not met.
func (p *planner) unblock(f Readiness) {
	if f.Ready == NotAsked {
		return
	}
	for _, c := range f.Conditions {
		switch {
		case c.State != Lacking:
		case c.Fact:
			p.takeFact(f, c.ID)
		case p.Rubric.Index(c.ID) >= 0:
			p.takeQuestion(p.Rubric.Index(c.ID), BlocksForm, f.Form.ID, true)
		default:
			p.takeLowest(c.ID, BlocksForm, f.Form.ID)
		}
	}
}

func (p *planner) takeFact(f Readiness, id string) {
	if p.taken[f.Form.ID] {
		return
	}
	fact, _ := p.Rubric.Fact(id)
	p.take(Action{Do: id, Form: f.Form.ID, Why: BlocksForm, Step: fact.Text}, f.Form.ID)
}

// closeGaps takes dimensions with a gap of a stage or more: the larger gap
// first, then the lower position, then in the rubric's order.
func (p *planner) closeGaps(why Reason, voted []string) {
	gaps := slices.Clone(p.placed)
	gaps = slices.DeleteFunc(gaps, func(t Placement) bool {
		return !t.HasGap || t.Gap < 1 || slices.Contains(voted, t.Dimension.ID) != (why == Voted)
	})
	slices.SortStableFunc(gaps, func(a, b Placement) int {
		return cmp.Or(cmp.Compare(b.Gap, a.Gap), cmp.Compare(a.Position, b.Position))
	})
	p.candidates[why] = gaps
	for _, t := range gaps {
		p.takeLowest(t.Dimension.ID, why, "")
	}
}

// noTargets is true where no target was given at all.
func (p *planner) noTargets() bool {
	return !slices.ContainsFunc(p.Rubric.Targets.Questions, func(t rubric.Target) bool {
		return p.target(t.Dimension) != NoTarget
	})
}

// lift takes the traits with the lowest positions.
func (p *planner) lift() {
	traits := slices.DeleteFunc(slices.Clone(p.placed), func(t Placement) bool { return t.Dimension.Kind != rubric.Trait })
	slices.SortStableFunc(traits, func(a, b Placement) int { return cmp.Compare(a.Position, b.Position) })
	p.candidates[Lowest] = traits
	for _, t := range traits {
		p.takeLowest(t.Dimension.ID, Lowest, "")
	}
}

// takeLowest takes the lowest question of a dimension. One without a position takes
// no part.
func (p *planner) takeLowest(dimension string, why Reason, form string) {
	if p.at(dimension).Position == 0 {
		return
	}
	if lowest := p.lowest(dimension); lowest >= 0 {
		p.takeQuestion(lowest, why, form, false)
	}
}

// lowest is a dimension's question with the lowest rank; ties: the lower mean as
// printed, then the rubric's order; -1 where none has a rank.
func (p *planner) lowest(dimension string) int {
	best := -1
	for i, q := range p.Rubric.Questions() {
		rank := p.reply.answers[i]
		if q.Dimension != dimension || rank <= 0 {
			continue
		}
		if best < 0 || cmp.Or(cmp.Compare(rank, p.reply.answers[best]),
			cmp.Compare(p.Questions[i].mean(), p.Questions[best].mean())) < 0 {
			best = i
		}
	}
	return best
}

// takeQuestion takes the step from a question's rank to the next; a question
// at the last stage is passed over. Exact says that it is no other question's turn:
// a form depends on this one.
func (p *planner) takeQuestion(i int, why Reason, form string, exact bool) {
	q, rank := p.Rubric.Questions()[i], int(p.reply.answers[i])
	if rank <= 0 || rank >= p.Rubric.K() || p.taken[q.Dimension] {
		return
	}
	p.take(Action{
		Do: q.ID, Dimension: q.Dimension, Form: form, To: rank + 1, Why: why, Step: q.NextSteps[rank-1],
		AgreeFirst: p.Mode != Solo && labelOf(p.Questions[i].Ranks) == Split,
	}, q.Dimension)
	p.exact[q.ID] = exact
}

func (p *planner) take(a Action, of string) {
	if len(p.actions) < mostActions {
		p.actions = append(p.actions, a)
		p.taken[of] = true
	}
}

// TopTwo are the traits with the most votes and the second most, all of them
// where there are ties.
func (t *Round) TopTwo() []string {
	if t.Priorities.People == 0 || t.Priorities.People < t.quorum() {
		return nil
	}
	var votes []int
	for _, n := range t.Priorities.For {
		votes = append(votes, n)
	}
	slices.SortFunc(votes, func(a, b int) int { return b - a })
	least := votes[min(1, len(votes)-1)]
	var ids []string
	for _, d := range t.Rubric.Traits() {
		if n := t.Priorities.For[d.ID]; n > 0 && n >= least {
			ids = append(ids, d.ID)
		}
	}
	return ids
}
