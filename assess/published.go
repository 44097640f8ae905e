package assess

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"collab/assess/disclosure"
	"collab/rubric"
)

// A Published round is what may be kept and shown: with its association and date
// it is all that a record holds. It is made by [Tally.Publish], by [One], or read
// from a record, and nobody can be added to it.
type Published struct {
	Round

	// Positions are of people, one for each of the rubric's dimensions; without
	// people where a position is from counts.
	Positions []Summary
	// Roles are the people of the roles that may be shown, RolePositions where they
	// stand: by role, one for each dimension, without people where it is not shown.
	Roles         map[string]int
	RolePositions map[string][]Summary
	Second        *Second // the second round, or nil
	// Earlier is true of a round that is read from a record which a version before the
	// first release wrote: what it kept of people is read as today's rules let keep it,
	// and its findings were made by others.
	Earlier bool

	one *Response // whose answers these are; of a solo round only
}

// A Second round is the same questions answered again after talking. It is
// shown beside the first and never scored.
type Second struct {
	People    int
	Questions []Counts
}

// A Summary is what is kept of people's positions on one dimension.
type Summary struct {
	N    int // people with a position
	Mean Position
	SD   Deviation // not kept of a role
}

// A Deviation is a standard deviation of positions, n - 1, as it is kept: in
// tenths of a stage.
type Deviation int

// String writes the deviation with one decimal.
func (d Deviation) String() string { return fmt.Sprintf("%d.%d", d/10, d%10) }

// Stages is the deviation as a number of stages.
func (d Deviation) Stages() float64 { return float64(d) / 10 }

// One is the published tally of one person who answers for the association, whose
// answers are all kept.
func One(r Response) *Published {
	p := &Published{Round: newRound(r.Rubric, Solo, r.Association, r.Date), one: &r}
	p.Length, p.JointWork, p.Role, p.Notes = r.Length, r.JointWork, r.Role, r.Notes
	p.count(&r)
	p.Positions = make([]Summary, len(r.Rubric.Dimensions))
	return p
}

// Response is the one person's response of a solo round.
func (p *Published) Response() (Response, bool) {
	if p.one == nil {
		return Response{}, false
	}
	return *p.one, true
}

// quorum is the least number of people that a finding rests on: one alone, five
// of a group, everybody of a named room of under five.
func (t *Round) quorum() int {
	switch {
	case t.Mode == Solo:
		return 1
	case t.Named && t.People < disclosure.MinimumGroup:
		return t.People
	}
	return disclosure.MinimumGroup
}

// Publish gives what may be kept of a room's round: what too few people gave is
// forgotten, and of positions and roles only that is there which may be shown.
//
// Under five scored answers to a question, how many there are is kept and not
// which, and positions do without it. Under five people who gave a target, a vote,
// a hurdle, an aim or know a fact, nothing is kept of them.
func (t *Tally) Publish() *Published {
	q := t.quorum()
	p := &Published{Round: t.Round, Positions: make([]Summary, len(t.Rubric.Dimensions))}
	p.Questions = suppress(t.Questions, q)
	p.Targets, p.Aim, p.Facts = cloneWishes(t.Targets), cloneAims(t.Aim), maps.Clone(t.Facts)
	p.Priorities, p.Hurdles, p.Worst = t.Priorities.clone(), t.Hurdles.clone(), maps.Clone(t.Worst)
	maps.DeleteFunc(p.Targets, func(_ string, w Wish) bool { return w.People() < q })
	maps.DeleteFunc(p.Aim, func(_ string, v Votes) bool { return v.People < q })
	maps.DeleteFunc(p.Facts, func(_ string, k Knowings) bool { return k.Known() < q })
	if t.Priorities.People < q {
		p.Priorities = Votes{For: map[string]int{}}
	}
	if t.Hurdles.People < q {
		p.Hurdles, p.Worst = Votes{For: map[string]int{}}, map[string]int{}
	}
	if t.Mode == Group && t.People > 0 {
		t.publishPositions(p)
	}
	return p
}

// clone is a copy that does not change when the round goes on.
func (v Votes) clone() Votes { return Votes{For: maps.Clone(v.For), People: v.People} }

func cloneAims(of map[string]Votes) map[string]Votes {
	all := map[string]Votes{}
	for form, v := range of {
		all[form] = v.clone()
	}
	return all
}

func cloneWishes(of map[string]Wish) map[string]Wish {
	all := map[string]Wish{}
	for dimension, w := range of {
		all[dimension] = Wish{slices.Clone(w.Ranks), w.TodayIsRight}
	}
	return all
}

// suppress keeps of questions with too few scored answers only how many.
func suppress(questions []Counts, quorum int) []Counts {
	kept := slices.Clone(questions)
	for i, c := range questions {
		kept[i].Ranks, kept[i].Withheld = disclosure.Suppress(c.Ranks, quorum)
	}
	return kept
}

// publishPositions keeps people's positions where there are enough, of dimensions
// that have enough answers, and the roles that may be shown: of five people or
// more, as long as those of the others are none, or five or more.
func (t *Tally) publishPositions(p *Published) {
	shown := slices.DeleteFunc(rubric.IDs(t.Rubric.Roles), func(id string) bool { return t.roles[id] < disclosure.MinimumGroup })
	size := func(id string) int { return t.roles[id] }
	shown = disclosure.Complementary(shown, size, func(shown []string) int { return t.People - sum(shown, size) })
	p.Roles, p.RolePositions = map[string]int{}, map[string][]Summary{}
	for _, id := range shown {
		p.Roles[id] = size(id)
		p.RolePositions[id] = make([]Summary, len(t.Rubric.Dimensions))
	}
	s := newScorer(p)
	for i := range t.placed {
		d := t.Rubric.Dimensions[i]
		of := t.placed[i].over(&t.Round, t.quorum())
		if !of.all.mayBeKept() || !read(d, t.Length, s.of(i)).enough {
			continue
		}
		p.Positions[i] = Summary{of.all.n, of.all.mean(), of.all.kept()}
		if d.Kind != rubric.Trait {
			continue
		}
		for _, id := range t.shownFor(&of, shown) {
			p.RolePositions[id][i] = Summary{N: of.byRole[id].n, Mean: of.byRole[id].mean()}
		}
	}
}

// mayBeKept tells whether the mean and the standard deviation of positions may be
// kept: of nine people or more, none of whom dominates.
func (s sample) mayBeKept() bool {
	return s.n >= disclosure.MinimumPositions && !disclosure.Dominates(s.n, s.sum, s.squares, s.low, s.high)
}

// shownFor are the roles that are shown for a trait: those with five positions
// on it, as long as the positions of nobody shown are none, or five or more.
func (t *Tally) shownFor(of *placing, shown []string) []string {
	shown = slices.DeleteFunc(slices.Clone(shown), func(id string) bool { return of.people(id) < disclosure.MinimumGroup })
	size := func(id string) int { return t.roles[id] }
	return disclosure.Complementary(shown, size, func(shown []string) int { return of.all.n - sum(shown, of.people) })
}

func sum(ids []string, of func(string) int) int {
	n := 0
	for _, id := range ids {
		n += of(id)
	}
	return n
}

// AddSecond puts a second round beside the first. Both are of one association,
// rubric, length and joint work, and at most [disclosure.Window] days apart; the first stays as it is.
func (p *Published) AddSecond(second *Published) error {
	switch {
	case p.Mode == Solo:
		return errors.New("a second round follows that of a room, not of one person")
	case second.Association != p.Association:
		return fmt.Errorf("the second round is of %q; expected %q", second.Association, p.Association)
	case second.Rubric.Digest != p.Rubric.Digest || second.Length != p.Length:
		return errors.New("the second round asks another rubric or length than the first")
	case second.JointWork != p.JointWork:
		return fmt.Errorf("the second round is about the joint work %s, the first is about %s", second.JointWork, p.JointWork)
	case second.Date.Before(p.Date.Time):
		return fmt.Errorf("the second round is of %s, before the first, of %s", second.Date, p.Date)
	case second.Date.Sub(p.Date.Time) > disclosure.Window*24*time.Hour:
		return fmt.Errorf("the second round is of %s, more than %d days after the first, of %s: it belongs to another assessment", second.Date, disclosure.Window, p.Date)
	case p.Mode == Group && disclosure.Contained(p.release(), second.release()):
		return errors.New("the second round differs from the first by one to four people and in nothing else: beside each other they would give them away")
	}
	p.Second = &Second{People: second.People, Questions: second.Questions}
	return nil
}
