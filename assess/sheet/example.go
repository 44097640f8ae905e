package sheet

import (
	"slices"

	"collab/assess"
	"collab/rubric"
)

// Example is an invented response to a round, with something in every
// group of its sheet and every key that can be typed: what is printed to show how
// a sheet's line is typed.
func Example(round *assess.Response) assess.Response {
	r := *round
	r.Answers, r.Targets = exampleAnswers(round), exampleTargets(round.Rubric)
	r.Aim, r.Facts = exampleForms(round)
	r.Code = "oak"
	if roles := rubric.IDs(r.Rubric.Roles); len(roles) > 0 {
		r.Role = roles[min(1, len(roles)-1)]
	}
	traits, hurdles := r.Rubric.TraitIDs(), r.Rubric.HurdleIDs()
	r.Priorities = slices.Compact([]string{traits[0], traits[len(traits)-1]})
	r.Priorities = r.Priorities[:min(max(r.Rubric.Priorities.Max, 0), len(r.Priorities))]
	if len(hurdles) > 0 {
		r.Hurdles = slices.Compact([]string{hurdles[0], hurdles[len(hurdles)/2]})
		r.Worst = r.Hurdles[len(r.Hurdles)-1]
	}
	return r
}

func exampleAnswers(round *assess.Response) []assess.Answer {
	answers := make([]assess.Answer, len(round.Rubric.Questions()))
	n := 0
	for _, g := range Groups(round) {
		for _, q := range g.Questions {
			answers[q] = exampleAnswer(n, round.Rubric.K())
			n++
		}
	}
	return answers
}

// exampleAnswer is one in ten of each kind that is no rank, and ranks that vary.
func exampleAnswer(n, k int) assess.Answer {
	switch n % 10 {
	case 2:
		return assess.DontKnow
	case 5:
		return assess.DoesNotApply
	case 9:
		return assess.Unanswered
	}
	return assess.Answer(1 + (n+n/3)%k)
}

func exampleTargets(r *rubric.Rubric) map[string]assess.Target {
	targets := map[string]assess.Target{}
	for i, q := range r.Targets.Questions {
		switch i % 5 {
		case 1:
			targets[q.Dimension] = assess.TodayIsRight
		case 4: // no target
		default:
			targets[q.Dimension] = assess.Target(1 + (i+2)%r.K())
		}
	}
	return targets
}

// exampleForms give each aim in turn, and the facts where they are asked.
func exampleForms(round *assess.Response) (map[string]string, map[string]assess.Fact) {
	aims := []string{rubric.Exploring, rubric.NotConsidering, rubric.Have}
	kinds := []assess.Fact{assess.Met, assess.NotMet, assess.FactUnknown}
	aim, facts := map[string]string{}, map[string]assess.Fact{}
	for i, f := range round.Rubric.Forms {
		aim[f.ID] = aims[i%len(aims)]
		if round.Length == assess.Short || !assess.Considers(aim[f.ID]) {
			continue
		}
		for j, fact := range f.Facts {
			facts[fact.ID] = kinds[j%len(kinds)]
		}
	}
	if round.Rubric.SaysSo != "" && round.Length == assess.Full {
		facts[rubric.SaysSoID] = assess.Met
	}
	return aim, facts
}
