package assess

import (
	"cmp"
	"slices"
)

// A Topic is a question worth talking about in a room.
type Topic struct {
	Question int // its place in Assessment.Answers
	About    Occasion
	// Low and High are the stages of the two camps, or of the two answers that
	// most people gave; equal where all gave one.
	Low, High int
	Gap       int // stages to the target, where it is what the topic is about
	Minutes   int
}

// An Occasion says why a question is worth talking about.
type Occasion string

// The occasions, in the order in which topics are taken.
const (
	AboutSplit  Occasion = "split"
	AboutTarget Occasion = "gap"
	AboutMixed  Occasion = "mixed"
)

// An agenda has at most seven topics, and takes what is mixed only to have five.
const (
	mostTopics = 7
	fewTopics  = 5
)

// minutes for a topic: two camps need to hear each other, others to find a step.
var minutes = map[Occasion]int{AboutSplit: 10, AboutTarget: 6, AboutMixed: 6}

// Agenda is what a room should talk about: the questions that it is split on,
// the least agreed first; then those furthest below their target; and, where
// these are fewer than five, those with the least agreement.
func (a *Assessment) Agenda() []Topic {
	if a.Mode == Solo {
		return nil
	}
	var split, gaps, mixed []Topic
	for i, q := range a.Answers {
		gap := a.below(q)
		switch {
		case q.Label == "" || q.Label == Withheld:
		case q.Label == Split:
			split = append(split, topic(i, q, AboutSplit, 0))
		case gap > 0:
			gaps = append(gaps, topic(i, q, AboutTarget, gap))
		case q.Label == Mixed:
			mixed = append(mixed, topic(i, q, AboutMixed, 0))
		}
	}
	byAgreement := func(x, y Topic) int {
		return cmp.Compare(a.Answers[x.Question].Agreement, a.Answers[y.Question].Agreement)
	}
	slices.SortStableFunc(split, byAgreement)
	slices.SortStableFunc(mixed, byAgreement)
	slices.SortStableFunc(gaps, func(x, y Topic) int {
		return cmp.Or(cmp.Compare(y.Gap, x.Gap), byAgreement(x, y))
	})
	agenda := slices.Concat(split, gaps)
	if lack := fewTopics - len(agenda); lack > 0 {
		agenda = append(agenda, mixed[:min(lack, len(mixed))]...)
	}
	return agenda[:min(len(agenda), mostTopics)]
}

// below is how many stages a question stands below its dimension's target.
func (a *Assessment) below(q Question) int {
	for _, p := range a.placements() {
		if p.Dimension.ID == q.Dimension && p.HasGap && q.Rank > 0 {
			return p.Wanted - q.Rank
		}
	}
	return 0
}

// placements are those of the traits and the spectrum.
func (a *Assessment) placements() []Placement {
	all := slices.Clone(a.Traits)
	if a.Spectrum != nil {
		all = append(all, a.Spectrum.Placement)
	}
	return all
}

func topic(i int, q Question, about Occasion, gap int) Topic {
	low, high := camps(q.Ranks)
	return Topic{Question: i, About: about, Low: low, High: high, Gap: gap, Minutes: minutes[about]}
}

// camps are the two stages that most people chose, of equal ones those further
// apart; one alone where all chose it.
func camps(counts []int) (low, high int) {
	best := -1
	for i := range counts {
		for j := i + 1; j < len(counts); j++ {
			if least := min(counts[i], counts[j]); least > 0 && 1000*least+j-i > best {
				best, low, high = 1000*least+j-i, i+1, j+1
			}
		}
	}
	if best < 0 {
		low = lowerMedian(counts)
		high = low
	}
	return low, high
}

// A Talk says what talking changed on one question, from the first round to the
// second. It is no finding: the second round is never scored.
type Talk struct {
	Question        int // its place in Assessment.Answers
	Before, After   Counts
	Median, Now     int // rank; 0 where there is none
	Label, NowLabel Label
}

// Talks are the questions of a second round that was answered by enough people
// in both, in the rubric's order.
func (s *scorer) talks() []Talk {
	if s.Second == nil {
		return nil
	}
	quorum := s.quorum()
	var out []Talk
	for i, now := range s.Second.Questions {
		then := s.Questions[i]
		if total(now.Ranks) < quorum || total(then.Ranks) < quorum {
			continue
		}
		out = append(out, Talk{
			Question: i, Before: then, After: now,
			Median: lowerMedian(then.Ranks), Now: lowerMedian(now.Ranks),
			Label: s.label(then.Ranks), NowLabel: s.label(now.Ranks),
		})
	}
	return out
}
