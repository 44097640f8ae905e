package assess

import (
	"cmp"
	"slices"
)

// A Topic is a question worth talking about in a room.
type Topic struct {
	Question int // its place in Assessment.Answers
	About    Occasion
	Counts   // that it is taken from
	// Low and High are the stages of the two camps, or of the two answers that
	// most people gave; equal where all gave one.
	Low, High int
	Gap       int // stages to the target, where it is what the topic is about
	// Wanted is the stage that the target asks for, where the topic is about that
	// and it is neither Low nor High; else 0.
	Wanted int
	// Others are the people who chose none of these stages.
	Others  int
	Minutes int
}

// An Agenda is the topics of a room, the first to talk about first.
type Agenda []Topic

// Minutes is how long all topics take.
func (g Agenda) Minutes() int {
	sum := 0
	for _, t := range g {
		sum += t.Minutes
	}
	return sum
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
// these are fewer than five, those with the least agreement. It is of the first
// round, and what a second one asks again; for what is left then see
// [Assessment.AfterTalking].
func (a *Assessment) Agenda() Agenda { return a.agenda(a.Answers) }

// AfterTalking is the agenda of what the room said last: of the second round where
// a question was answered again, else of the first. What talking settled is not on
// it. Without a second round it is the agenda.
func (a *Assessment) AfterTalking() Agenda {
	last := slices.Clone(a.Answers)
	for _, t := range a.Talks {
		q := &last[t.Question]
		q.Counts, q.Rank, q.Label, q.Agreement = t.After, t.Now, t.NowLabel, agreement(t.After.Ranks)
		if t.Settled() {
			q.Label = "" // nothing to judge any more
		}
	}
	return a.agenda(last)
}

// agenda takes topics from questions, of which there is one for each of the rubric's.
func (a *Assessment) agenda(questions []Question) Agenda {
	if a.Mode == Solo {
		return nil
	}
	var split, gaps, mixed []Topic
	for i, q := range questions {
		wanted := a.wanted(q)
		switch {
		case q.Label == "" || q.Label == Withheld:
		case q.Label == Split:
			split = append(split, topic(i, q, AboutSplit, 0))
		case wanted > q.Rank:
			gaps = append(gaps, topic(i, q, AboutTarget, wanted))
		case q.Label == Mixed:
			mixed = append(mixed, topic(i, q, AboutMixed, 0))
		}
	}
	byAgreement := func(x, y Topic) int {
		return cmp.Compare(questions[x.Question].Agreement, questions[y.Question].Agreement)
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

// wanted is the rank that the target of a question's dimension asks for; 0 where
// the question has no rank, or the dimension is at its target.
func (a *Assessment) wanted(q Question) int {
	if p, _ := a.Placement(q.Dimension); p.HasGap && p.Gap > 0 && q.Rank > 0 {
		return p.Wanted
	}
	return 0
}

// topic is a question to talk about; wanted is 0 unless it is about the target.
func topic(i int, q Question, about Occasion, wanted int) Topic {
	t := Topic{Question: i, About: about, Counts: q.Counts, Wanted: wanted, Minutes: minutes[about]}
	t.Low, t.High = q.Camps()
	if wanted > 0 {
		t.Gap = wanted - q.Rank
	}
	if wanted == t.Low || wanted == t.High {
		t.Wanted = 0
	}
	for i, n := range q.Ranks {
		if rank := i + 1; rank != t.Low && rank != t.High && rank != t.Wanted {
			t.Others += n
		}
	}
	return t
}

// camps are the two stages that most people chose, of equal ones those further
// apart; one alone where all chose it, 0 where nobody chose any.
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

// Changed tells whether talking changed the middle or the label.
func (t Talk) Changed() bool { return t.Median != t.Now || t.Label != t.NowLabel }

// Settled tells whether a room agrees after talking that did not before.
func (t Talk) Settled() bool {
	return t.NowLabel == Agree && (t.Label == Split || t.Label == Mixed)
}

// Changed are the questions that talking changed, in the rubric's order.
func (a *Assessment) Changed() []Talk {
	return slices.DeleteFunc(slices.Clone(a.Talks), func(t Talk) bool { return !t.Changed() })
}

// Unmoved is how many of the questions answered again talking did not change.
func (a *Assessment) Unmoved() int { return len(a.Talks) - len(a.Changed()) }

// NotCompared is on how many of the questions that were answered again too few chose a
// stage, then or now, to say what talking changed.
func (a *Assessment) NotCompared() int {
	if a.Second == nil {
		return 0
	}
	again := 0
	for _, q := range a.Second.Questions {
		if q.Answered() > 0 {
			again++
		}
	}
	return again - len(a.Talks)
}

// talks are the questions of a second round that were answered by enough people
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
			Label: labelOf(then.Ranks), NowLabel: labelOf(now.Ranks),
		})
	}
	return out
}
