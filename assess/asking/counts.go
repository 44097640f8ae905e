package asking

import (
	"slices"

	"collab/assess"
)

// counting has an item read from a tally what was counted for its options, and write it
// there.
func counting(it *Item, counted func(*assess.Tally) []int, count func(*assess.Tally, []int)) *Item {
	it.Counted, it.Count = counted, count
	return it
}

// votes are counts by the ids of options.
func (it *Item) votes(counts []int) map[string]int {
	votes := map[string]int{}
	for i, n := range counts {
		if n > 0 {
			votes[it.Options[i].ID] = n
		}
	}
	return votes
}

// ofVotes has an item count votes, which stand in a tally.
func ofVotes(it *Item, in func(*assess.Tally) map[string]int, set func(*assess.Tally, map[string]int)) *Item {
	return counting(it, func(t *assess.Tally) []int {
		var out []int
		for _, o := range it.Options {
			out = append(out, in(t)[o.ID])
		}
		return out
	}, func(t *assess.Tally, counts []int) { set(t, it.votes(counts)) })
}

// ofQuestion has an item count answers to the question in a place.
func ofQuestion(it *Item, at int) *Item {
	return counting(it, func(t *assess.Tally) []int {
		c := t.Questions[at]
		return append(slices.Clone(c.Ranks), c.DontKnow, c.DoesNotApply)
	}, func(t *assess.Tally, counts []int) {
		k := t.Rubric.K()
		t.Questions[at] = assess.Counts{Ranks: slices.Clone(counts[:k]), DontKnow: counts[k], DoesNotApply: counts[k+1]}
	})
}

// ofWish has an item count the targets of a dimension.
func ofWish(it *Item, dimension string) *Item {
	return counting(it, func(t *assess.Tally) []int {
		w, there := t.Targets[dimension]
		if !there {
			return nil
		}
		return append(slices.Clone(w.Ranks), w.TodayIsRight)
	}, func(t *assess.Tally, counts []int) {
		k := t.Rubric.K()
		t.Targets[dimension] = assess.Wish{Ranks: slices.Clone(counts[:k]), TodayIsRight: counts[k]}
	})
}

// ofKnowings has an item count what people know of a fact.
func ofKnowings(it *Item, fact string) *Item {
	return counting(it, func(t *assess.Tally) []int {
		k := t.Facts[fact]
		return []int{k.Met, k.NotMet, k.DontKnow}
	}, func(t *assess.Tally, c []int) {
		t.Facts[fact] = assess.Knowings{Met: c[0], NotMet: c[1], DontKnow: c[2]}
	})
}
