// Package assesstest draws responses for the tests of other packages.
package assesstest

import (
	"time"

	"pgregory.net/rapid"

	"collab/assess"
	"collab/rubric"
)

// Draw draws any valid response of the default rubric.
func Draw(t *rapid.T) *assess.Response {
	r := assess.NewResponse(rubric.Default())
	r.Association = "Northern Trails Alliance"
	r.Date = assess.Date{Time: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)}
	r.Length = rapid.SampledFrom([]assess.Length{assess.Full, assess.Full, assess.Short}).Draw(t, "length")
	r.JointWork.Scope = rapid.SampledFrom([]string{"", "within", "between", rubric.ScopeNone}).Draw(t, "scope")
	for i, q := range r.Rubric.Questions() {
		if r.Asked(q) {
			r.Answers[i] = assess.Answer(rapid.IntRange(-2, r.Rubric.K()).Draw(t, q.ID))
		}
	}
	drawWishes(t, &r)
	drawForms(t, &r)
	return &r
}

// drawWishes draws targets, priorities and hurdles.
func drawWishes(t *rapid.T, r *assess.Response) {
	for _, target := range r.Rubric.Targets.Questions {
		if w := assess.Target(rapid.IntRange(-1, r.Rubric.K()).Draw(t, "target")); w != assess.NoTarget {
			r.Targets[target.Dimension] = w
		}
	}
	traits := r.Rubric.TraitIDs()
	first := rapid.IntRange(0, len(traits)-1).Draw(t, "priority")
	most := rapid.IntRange(0, r.Rubric.Priorities.Max).Draw(t, "priorities")
	r.Priorities = traits[first:min(first+most, len(traits))]
	for _, id := range r.Rubric.HurdleIDs() {
		if rapid.Bool().Draw(t, id) {
			r.Hurdles = append(r.Hurdles, id)
			r.Worst = id
		}
	}
}

// drawForms draws aims, and facts where the length asks them.
func drawForms(t *rapid.T, r *assess.Response) {
	for _, f := range r.Rubric.Forms {
		if aim := rapid.SampledFrom(append(rubric.IDs(r.Rubric.Aim.Choices), "")).Draw(t, "aim"); aim != "" {
			r.Aim[f.ID] = aim
		}
	}
	if r.Length == assess.Short {
		return
	}
	for _, f := range r.Rubric.Facts() {
		if fact := rapid.SampledFrom([]assess.Fact{"", assess.Met, assess.NotMet, assess.FactUnknown}).Draw(t, f.ID); fact != "" {
			r.Facts[f.ID] = fact
		}
	}
}
