package assess

import (
	"slices"

	"collab/rubric"
)

// What a report says of an assessment as a whole: how many questions, which of
// them, how many people. Renderers take these as they are and add nothing up.

// Placed counts the traits that have a stage.
func (a *Assessment) Placed() int {
	n := 0
	for _, p := range a.Traits {
		n += one(p.Stage > 0)
	}
	return n
}

// Asked is how many questions the round asks.
func (a *Assessment) Asked() int {
	n := 0
	for _, q := range a.Answers {
		n += one(q.Asked)
	}
	return n
}

// Unanswered is how many questions were asked and left open by everybody.
func (a *Assessment) Unanswered() int {
	n := 0
	for _, q := range a.Answers {
		n += one(q.Asked && q.Answered() == 0)
	}
	return n
}

// Labelled are the questions with a label, in the rubric's order; none where
// one person answered.
func (a *Assessment) Labelled(l Label) []Question {
	return a.questionsWhere(func(q Question) bool { return q.Asked && q.Label == l })
}

// LabelOf is the label of a dimension's questions that most needs talking about,
// split before mixed before agree, with how many questions have it; the empty
// label where none has any of these.
func (a *Assessment) LabelOf(dimension string) (Label, int) {
	for _, l := range []Label{Split, Mixed, Agree} {
		n := 0
		for _, q := range a.Labelled(l) {
			n += one(q.Dimension == dimension)
		}
		if n > 0 {
			return l, n
		}
	}
	return "", 0
}

// Split are the ids of a dimension's questions on which a room is split.
func (a *Assessment) Split(dimension string) []string {
	return ids(a.questionsWhere(func(q Question) bool { return q.Dimension == dimension && q.Label == Split }), questionID)
}

// UnknownOf are the ids of a dimension's questions that are a finding for not
// being known.
func (a *Assessment) UnknownOf(dimension string) []string {
	return ids(a.questionsWhere(func(q Question) bool {
		return q.Dimension == dimension && slices.Contains(a.Unknowns, q.ID)
	}), questionID)
}

func (a *Assessment) questionsWhere(is func(Question) bool) []Question {
	var found []Question
	for _, q := range a.Answers {
		if is(q) {
			found = append(found, q)
		}
	}
	return found
}

func questionID(q Question) string { return q.ID }

// Placements are those of the traits, then that of the spectrum where the rubric
// has one.
func (a *Assessment) Placements() []Placement {
	all := slices.Clone(a.Traits)
	if a.Spectrum != nil {
		all = append(all, a.Spectrum.Placement)
	}
	return all
}

// Placement is where a dimension stands; false for a benefit area, which has none.
func (a *Assessment) Placement(dimension string) (Placement, bool) {
	if s := a.Spectrum; s != nil && s.Dimension.ID == dimension {
		return s.Placement, true
	}
	for i := range a.Traits {
		if a.Traits[i].Dimension.ID == dimension {
			return a.Traits[i], true
		}
	}
	return Placement{}, false
}

// ScopeBase is on how many questions a trait's position within or between rests,
// from the fewest of any trait to the most. Where no scope asks any, both are 0.
func (a *Assessment) ScopeBase() (least, most int) {
	for _, t := range a.Traits {
		for _, scope := range []rubric.Scope{rubric.Within, rubric.Between} {
			n := 0
			for _, q := range t.Dimension.Questions {
				n += one(q.Scope == scope && a.Length.Asks(q))
			}
			if n > 0 && (least == 0 || n < least) {
				least = n
			}
			most = max(most, n)
		}
	}
	return least, most
}

// Answer is what one person said to a question; of a room it says nothing.
func (q Question) Answer() Answer {
	switch {
	case q.Rank > 0:
		return Answer(q.Rank)
	case q.Counts.DontKnow > 0:
		return DontKnow
	case q.Counts.DoesNotApply > 0:
		return DoesNotApply
	}
	return Unanswered
}

// Camps are the two stages that most people chose, of equal ones those further
// apart, as ranks; the same twice where all who chose a stage chose one, and 0
// where nobody did or the counts are withheld.
func (q Question) Camps() (low, high int) { return camps(q.Ranks) }

// From is the rank that an action leaves, one below To; 0 of a fact.
func (act Action) From() int { return max(act.To-1, 0) }

// People is how many gave a target.
func (w Wish) People() int { return total(w.Ranks) + w.TodayIsRight }

// Known is how many know whether the fact is met.
func (k Knowings) Known() int { return k.Met + k.NotMet }
