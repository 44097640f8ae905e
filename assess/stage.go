package assess

import (
	"slices"

	"collab/rubric"
)

// stage is the highest stage that most questions reach, with none more than
// one stage behind: with b the k ascending ranks and t = ceil(2k/3) it is
// min(b[k-t], b[0]+1). 4,4,4,1 gives 2; 3,3,3,2 gives 3; 4,4,2,2 gives 2.
func stage(ranks []int) int {
	b := ascending(ranks)
	return min(b[len(b)-twoThirds(len(b))], b[0]+1)
}

// median is the lower median of ranks.
func median(ranks []int) int {
	b := ascending(ranks)
	return b[(len(b)-1)/2]
}

func ascending(ranks []int) []int {
	b := slices.Clone(ranks)
	slices.Sort(b)
	return b
}

// lift says what would raise a trait from its stage to the next: the questions
// below the next, and how many of them must rise. Those below today's stage
// must, since none may be more than one behind; and as many more as two thirds
// at the next stage take.
func (s *scorer) lift(i int, ranks []int, today int) Lift {
	if today >= s.Rubric.K() {
		return Lift{}
	}
	next := today + 1
	below, farBelow := 0, 0
	for _, r := range ranks {
		below += one(r < next)
		farBelow += one(r < today)
	}
	mayStay := len(ranks) - twoThirds(len(ranks))
	return Lift{To: next, Must: max(farBelow, below-mayStay), Questions: s.below(i, next)}
}

// below are the questions of a dimension with a rank under one, the lowest first.
func (s *scorer) below(i, rank int) []string {
	var found []int
	for j, a := range s.reply.of(i) {
		if a > 0 && int(a) < rank {
			found = append(found, s.offsets[i]+j)
		}
	}
	slices.SortStableFunc(found, func(a, b int) int { return int(s.reply.answers[a] - s.reply.answers[b]) })
	ids := make([]string, len(found))
	for k, q := range found {
		ids[k] = s.Rubric.Questions()[q].ID
	}
	return ids
}

// headline is the profile in one line, with how firm it is.
func (s *scorer) headline(traits []Placement) Headline {
	stages := s.traitStages(s.reply)
	h := Headline{Stage: overall(stages), Lowest: lowest(traits)}
	if h.Stage > 0 {
		h.CappedBy = cappedBy(traits, stages)
		h.BetweenLow, h.BetweenHigh = s.borderline(h.Stage)
	}
	h.UnknownLow, h.UnknownHigh = s.unknownRange()
	h.TalkAhead = s.talkAhead(h)
	return h
}

// traitStages are the stages of all traits in a reply, 0 where there is none.
func (s *scorer) traitStages(on reply) []int {
	var stages []int
	for i, d := range s.Rubric.Dimensions {
		if d.Kind == rubric.Trait {
			stages = append(stages, s.traitStage(d, on.of(i)))
		}
	}
	return stages
}

// traitStage is the stage of one trait, 0 where there is none.
func (s *scorer) traitStage(d *rubric.Dimension, answers []Answer) int {
	if r := read(d, s.Length, answers); r.enough {
		return stage(r.ranks)
	}
	return 0
}

// overall is min(lower median, weakest + 1) of the traits' stages, from at
// least two thirds of the traits; else 0.
func overall(stages []int) int {
	placed := placedStages(stages)
	if len(placed) == 0 {
		return 0
	}
	return min(median(placed), slices.Min(placed)+1)
}

// placedStages are the stages that there are, none where these are fewer than two
// thirds of the traits.
func placedStages(stages []int) []int {
	placed := slices.DeleteFunc(slices.Clone(stages), func(s int) bool { return s == 0 })
	if len(placed) < twoThirds(len(stages)) {
		return nil
	}
	return placed
}

// lowest are the traits with the lowest position as printed. A trait without a
// position or a stage is not among them.
func lowest(traits []Placement) []string {
	var ids []string
	var least Position
	for _, t := range traits {
		switch {
		case t.Position == 0 || t.Stage == 0:
		case least == 0 || t.Position < least:
			ids, least = []string{t.Dimension.ID}, t.Position
		case t.Position == least:
			ids = append(ids, t.Dimension.ID)
		}
	}
	return ids
}

// cappedBy are all traits at the weakest stage, where that stage and not the
// median decides the headline.
func cappedBy(traits []Placement, stages []int) []string {
	placed := slices.DeleteFunc(slices.Clone(stages), func(s int) bool { return s == 0 })
	weakest := slices.Min(placed)
	if weakest+1 >= median(placed) {
		return nil
	}
	var ids []string
	for i, t := range traits {
		if stages[i] == weakest {
			ids = append(ids, t.Dimension.ID)
		}
	}
	return ids
}

// borderline is the range of today's headline, of those that one trait question's
// rank, moved by one stage down or up, could give, and of that by upper medians;
// zeros where it is one stage.
func (s *scorer) borderline(today int) (low, high int) {
	low, high = today, today
	stages := s.traitStages(s.reply)
	trait := 0
	for i, d := range s.Rubric.Dimensions {
		if d.Kind != rubric.Trait {
			continue
		}
		unmoved := stages[trait]
		for _, moved := range s.movedStages(d, s.reply.of(i)) {
			stages[trait] = moved
			if h := overall(stages); h > 0 {
				low, high = min(low, h), max(high, h)
			}
		}
		stages[trait] = unmoved
		trait++
	}
	if h := s.overallByUpperMedians(); h > 0 {
		low, high = min(low, h), max(high, h)
	}
	if low == high {
		return 0, 0
	}
	return low, high
}

// overallByUpperMedians is the headline with upper medians in place of lower ones,
// of the questions and of the traits' stages: in a room of ten, five against five,
// one more person must not move a headline by three stages unannounced.
func (s *scorer) overallByUpperMedians() int {
	upper := s.reply
	upper.answers = slices.Clone(upper.answers)
	for i, rank := range upper.answers {
		if rank > 0 && s.Questions[i].Scored() > 0 {
			upper.answers[i] = Answer(upperMedian(s.Questions[i].Ranks))
		}
	}
	placed := placedStages(s.traitStages(upper))
	if len(placed) == 0 {
		return 0
	}
	b := ascending(placed)
	return min(b[len(b)/2], b[0]+1)
}

// movedStages are the stages that a trait could have with one of its ranks
// moved by one stage, each once.
func (s *scorer) movedStages(d *rubric.Dimension, answers []Answer) []int {
	var stages []int
	answers = slices.Clone(answers)
	for j, rank := range answers {
		for _, moved := range []Answer{rank - 1, rank + 1} {
			if rank <= 0 || moved < 1 || int(moved) > s.Rubric.K() {
				continue
			}
			answers[j] = moved
			if found := s.traitStage(d, answers); !slices.Contains(stages, found) {
				stages = append(stages, found)
			}
		}
		answers[j] = rank
	}
	return stages
}

// unknownRange is the range of headlines that one person's unknowns on trait
// questions could still move: all at the first stage, all at the last.
func (s *scorer) unknownRange() (low, high int) {
	if s.Mode != Solo {
		return 0, 0
	}
	first, last, found := s.reply, s.reply, false
	for i, q := range s.Rubric.Questions() {
		if s.reply.answers[i] == DontKnow && s.kind(q) == rubric.Trait && s.Length.Asks(q) {
			first, last, found = first.with(i, 1), last.with(i, Answer(s.Rubric.K())), true
		}
	}
	if !found {
		return 0, 0
	}
	return overall(s.traitStages(first)), overall(s.traitStages(last))
}

// talkAhead is yes where collaboration is a written objective and the headline's
// whole range is at the second stage or lower, and no where it is above; nothing is
// said where the range crosses it. (Without the range yes was said of 88 to 92 % of
// rooms that truly stand halfway.)
func (s *scorer) talkAhead(h Headline) Verdict {
	low, high := h.Range()
	switch {
	case h.Stage == 0 || s.fact(rubric.SaysSoID) != Met:
		return Unsaid
	case high <= 2:
		return Yes
	case low > 2:
		return No
	}
	return Unsaid
}

// Range is the headline's, from the lowest stage to the highest that it may be; the
// stage twice where it is not borderline.
func (h Headline) Range() (low, high int) {
	if h.BetweenLow == 0 {
		return h.Stage, h.Stage
	}
	return h.BetweenLow, h.BetweenHigh
}
