package assess

import (
	"slices"

	"collab/rubric"
)

// ExampleSheet is an invented response to a round, with something in every
// group of its sheet and every key that can be typed: what is printed to show how
// a sheet's line is typed.
func ExampleSheet(round *Response) Response {
	r := *round
	r.Answers, r.Targets = exampleAnswers(round), exampleTargets(round.Rubric)
	r.Aim, r.Facts = exampleForms(round)
	r.Code = "oak"
	if roles := rubric.IDs(r.Rubric.Roles); len(roles) > 0 {
		r.Role = roles[min(1, len(roles)-1)]
	}
	words := lexiconOf(r.Rubric)
	traits, hurdles := words.traits, words.hurdles
	r.Priorities = slices.Compact([]string{traits[0], traits[len(traits)-1]})
	r.Priorities = r.Priorities[:min(max(r.Rubric.Priorities.Max, 0), len(r.Priorities))]
	if len(hurdles) > 0 {
		r.Hurdles = slices.Compact([]string{hurdles[0], hurdles[len(hurdles)/2]})
		r.Worst = r.Hurdles[len(r.Hurdles)-1]
	}
	return r
}

func exampleAnswers(round *Response) []Answer {
	answers := make([]Answer, len(round.Rubric.Questions()))
	n := 0
	for _, g := range SheetGroups(round) {
		for _, q := range g.Questions {
			answers[q] = exampleAnswer(n, round.Rubric.K())
			n++
		}
	}
	return answers
}

// exampleAnswer is one in ten of each kind that is no rank, and ranks that vary.
func exampleAnswer(n, k int) Answer {
	switch n % 10 {
	case 2:
		return DontKnow
	case 5:
		return DoesNotApply
	case 9:
		return Unanswered
	}
	return Answer(1 + (n+n/3)%k)
}

func exampleTargets(r *rubric.Rubric) map[string]Target {
	targets := map[string]Target{}
	for i, q := range r.Targets.Questions {
		switch i % 5 {
		case 1:
			targets[q.Dimension] = TodayIsRight
		case 4: // no target
		default:
			targets[q.Dimension] = Target(1 + (i+2)%r.K())
		}
	}
	return targets
}

// exampleForms give each aim in turn, and the facts where they are asked.
func exampleForms(round *Response) (map[string]string, map[string]Fact) {
	aims := []string{rubric.Exploring, rubric.NotConsidering, rubric.Have}
	kinds := []Fact{Met, NotMet, FactUnknown}
	aim, facts := map[string]string{}, map[string]Fact{}
	for i, f := range round.Rubric.Forms {
		aim[f.ID] = aims[i%len(aims)]
		if round.Length == Short || !Considers(aim[f.ID]) {
			continue
		}
		for j, fact := range f.Facts {
			facts[fact.ID] = kinds[j%len(kinds)]
		}
	}
	if round.Rubric.SaysSo != "" && round.Length == Full {
		facts[rubric.SaysSoID] = Met
	}
	return aim, facts
}
