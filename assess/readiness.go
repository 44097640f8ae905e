package assess

import "collab/rubric"

// readiness of a form. Nothing short is ready; at most two short, each by one
// stage, is nearly; else not yet. Where something is unknown the verdict stands
// only if it is the same whether all unknowns are met or none is.
func (s *scorer) readiness(f rubric.Form, placed map[string]int) Readiness {
	r := Readiness{Form: f, Aim: s.AimOf(f.ID), Ready: NotAsked}
	if s.Length == Short {
		return r
	}
	r.Conditions = make([]Requirement, 0, len(f.Needs)+len(f.Facts))
	for _, c := range f.Needs {
		r.Conditions = append(r.Conditions, s.condition(c, placed))
	}
	for _, fact := range f.Facts {
		r.Conditions = append(r.Conditions, s.requirement(fact, r.Aim))
	}
	r.Ready = ready(r.Conditions)
	return r
}

// condition is what a form needs beside what there is. What the spectrum's
// answers say of work inside the association says nothing of work with another.
func (s *scorer) condition(c rubric.Condition, placed map[string]int) Requirement {
	has := s.standing(c.ID, placed)
	r := Requirement{ID: c.ID, Needs: c.Rank, Has: has}
	if doubt := s.doubt(); has > 0 && doubt != "" && s.ofSpectrum(c.ID) {
		r.Has, r.Why, has = 0, doubt, 0
	}
	switch {
	case has == 0:
		r.State = Unknown
	case has >= c.Rank:
		r.State = Fulfilled
	default:
		r.State, r.Short = Lacking, c.Rank-has
	}
	return r
}

// standing is the rank that a dimension or question has, 0 where it has none.
func (s *scorer) standing(id string, placed map[string]int) int {
	if i := s.Rubric.Index(id); i >= 0 {
		return max(0, int(s.reply.answers[i]))
	}
	return placed[id]
}

func (s *scorer) ofSpectrum(id string) bool {
	if i := s.Rubric.Index(id); i >= 0 {
		return s.kind(s.Rubric.Questions()[i]) == rubric.Spectrum
	}
	return id == rubric.SpectrumID
}

// doubt is empty where the joint work was with another association, or there was
// none.
func (s *scorer) doubt() Doubt {
	switch s.JointWork.Scope {
	case string(rubric.Between), rubric.ScopeNone:
		return ""
	case "":
		return WorkUnstated
	}
	return WorkInside
}

// requirement is a fact of a form; it is unknown where the form is not considered,
// and believed where no aim was stated.
func (s *scorer) requirement(f rubric.Fact, aim string) Requirement {
	r := Requirement{ID: f.ID, Fact: true, State: Unknown}
	if aim == rubric.NotConsidering {
		return r
	}
	switch s.fact(f.ID) {
	case Met:
		r.State = Fulfilled
	case NotMet:
		r.State, r.Short = Lacking, 1
	}
	return r
}

func ready(all []Requirement) Ready {
	short, far, unknown := 0, false, 0
	for _, r := range all {
		short += one(r.State == Lacking)
		far = far || r.Short > 1
		unknown += one(r.State == Unknown)
	}
	best, worst := howReady(short, far), howReady(short+unknown, far)
	if best != worst {
		return CannotTell
	}
	return best
}

func howReady(short int, far bool) Ready {
	switch {
	case short == 0:
		return IsReady
	case short <= 2 && !far:
		return Nearly
	}
	return NotYet
}

// AimOf is the aim of the whole round for a form: a group's is exploring if a
// third of its people say so, else have if a third do, else not considering;
// empty where too few gave one.
func (t *Round) AimOf(form string) string {
	v := t.Aim[form]
	switch {
	case v.People == 0 || v.People < t.quorum():
		return ""
	case 3*v.For[rubric.Exploring] >= t.People:
		return rubric.Exploring
	case 3*v.For[rubric.Have] >= t.People:
		return rubric.Have
	}
	return rubric.NotConsidering
}

// InPlaceToo is how many people of a group say that a form is in place which the group
// explores, where that alone would make it one that the group has; else 0.
func (t *Round) InPlaceToo(form string) int {
	if n := t.Aim[form].For[rubric.Have]; t.Mode != Solo && t.AimOf(form) == rubric.Exploring && 3*n >= t.People {
		return n
	}
	return 0
}

// fact is a group's: met when more than half of those who know say so, unknown
// when fewer than half of the people know, or too few.
func (s *scorer) fact(id string) Fact {
	k := s.Facts[id]
	know := k.Known()
	switch {
	case know == 0 || know < s.quorum() || 2*know < s.People:
		return FactUnknown
	case 2*k.Met > know:
		return Met
	}
	return NotMet
}
