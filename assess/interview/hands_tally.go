package interview

import (
	"slices"

	"collab/assess"
	"collab/rubric"
)

// Room is what was counted, as it may be kept: what is no longer asked is left
// out. It shares nothing with the script.
func (s *Script) Room() *assess.Tally {
	head := s.Response()
	t := assess.NewTally(head.Rubric, assess.Hands, head.Association, head.Date)
	t.Length, t.JointWork, t.People, t.Body = head.Length, head.JointWork, s.hands.people, s.hands.body
	for i, q := range head.Rubric.Questions() {
		if c := s.hands.counts[q.ID]; c != nil && head.Asked(q) {
			k := head.Rubric.K()
			t.Questions[i] = assess.Counts{Ranks: slices.Clone(c[:k]), DontKnow: c[k], DoesNotApply: c[k+1]}
		}
	}
	s.fillAhead(t)
	return t
}

func (s *Script) fillAhead(t *assess.Tally) {
	r := s.Rubric()
	for _, q := range r.Targets.Questions {
		if c := s.hands.counts[ofTarget+q.Dimension]; c != nil && sumOf(c) > 0 {
			t.Targets[q.Dimension] = assess.Wish{Ranks: slices.Clone(c[:r.K()]), TodayIsRight: c[r.K()]}
		}
	}
	for _, f := range r.Forms {
		if c := s.hands.counts[ofAim+f.ID]; c != nil && sumOf(c) > 0 {
			t.Aim[f.ID] = assess.Votes{For: votesFor(rubric.IDs(r.Aim.Choices), c), People: t.People}
		}
	}
	for _, f := range r.Facts() {
		if c := s.hands.counts[ofFact+f.ID]; c != nil && s.asksFact(f.ID) && sumOf(c) > 0 {
			t.Facts[f.ID] = assess.Knowings{Met: c[0], NotMet: c[1], DontKnow: c[2]}
		}
	}
	hurdles := hurdleIDs(r)
	t.Priorities.For = votesFor(traitIDs(r), s.hands.counts[ofPriorities])
	t.Hurdles.For = votesFor(hurdles, s.hands.counts[ofHurdles])
	rows := s.hurdlesHands()
	if worst := rows[len(rows)-1]; worst.id == ofWorst {
		for i, n := range s.counted(worst) {
			id := hurdles[numberOf(worst.options[i])-1]
			if most := worst.upTo[i]; n > 0 {
				t.Worst[id] = min(n, most)
			}
		}
	}
}

func votesFor(ids []string, counts []int) map[string]int {
	votes := map[string]int{}
	for i, n := range counts {
		if n > 0 {
			votes[ids[i]] = n
		}
	}
	return votes
}

// countsOf are the rows of a tally that were counted: of a draft, or to go on.
func countsOf(t *assess.Tally) map[string][]int {
	counts := map[string][]int{}
	put := func(id string, row []int) {
		if sumOf(row) > 0 {
			counts[id] = row
		}
	}
	r := t.Rubric
	for i, q := range r.Questions() {
		c := t.Questions[i]
		put(q.ID, append(slices.Clone(c.Ranks), c.DontKnow, c.DoesNotApply))
	}
	for id, w := range t.Targets {
		put(ofTarget+id, append(slices.Clone(w.Ranks), w.TodayIsRight))
	}
	for id, v := range t.Aim {
		put(ofAim+id, ordered(v.For, rubric.IDs(r.Aim.Choices)))
	}
	for id, k := range t.Facts {
		put(ofFact+id, []int{k.Met, k.NotMet, k.DontKnow})
	}
	met := slices.DeleteFunc(hurdleIDs(r), func(id string) bool { return t.Hurdles.For[id] == 0 })
	put(ofPriorities, ordered(t.Priorities.For, traitIDs(r)))
	put(ofHurdles, ordered(t.Hurdles.For, hurdleIDs(r)))
	put(ofWorst, ordered(t.Worst, met))
	return counts
}

func ordered(votes map[string]int, ids []string) []int {
	var out []int
	for _, id := range ids {
		out = append(out, votes[id])
	}
	return out
}

func traitIDs(r *rubric.Rubric) []string {
	var ids []string
	for _, d := range r.Traits() {
		ids = append(ids, d.ID)
	}
	return ids
}

func hurdleIDs(r *rubric.Rubric) []string {
	var ids []string
	for _, h := range r.Hurdles.Items {
		ids = append(ids, h.ID)
	}
	return ids
}
