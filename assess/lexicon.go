package assess

import (
	"slices"

	"collab/rubric"
)

// A lexicon is the words by which files name what a rubric has, in its order.
type lexicon struct {
	answers  []string // to a question: the stages, then what is no stage
	targets  []string // for a dimension: the stages, then that today is right
	targeted []string // the dimensions that have a target
	traits   []string
	hurdles  []string
	forms    []string
	aims     []string
	facts    []string
}

func lexiconOf(r *rubric.Rubric) lexicon {
	stages := ids(r.Stages, func(s rubric.Stage) string { return s.ID })
	return lexicon{
		answers:  slices.Concat(stages, []string{dontKnowID, doesNotApplyID}),
		targets:  slices.Concat(stages, []string{todayIsRightID}),
		targeted: ids(r.Targets.Questions, func(t rubric.Target) string { return t.Dimension }),
		traits:   r.TraitIDs(),
		hurdles:  r.HurdleIDs(),
		forms:    ids(r.Forms, func(f rubric.Form) string { return f.ID }),
		aims:     rubric.IDs(r.Aim.Choices),
		facts:    ids(r.Facts(), func(f rubric.Fact) string { return f.ID }),
	}
}

// factStates are what may be known of a fact.
var factStates = []string{string(Met), string(NotMet), string(FactUnknown)}

func ids[T any](of []T, id func(T) string) []string {
	out := make([]string, 0, len(of))
	for _, t := range of {
		out = append(out, id(t))
	}
	return out
}
