package assess

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"collab/rubric"
)

// fewest is the least number of people of a group whose answers are told
// together. It keeps a person from being recognised, and a finding from resting
// on too little.
const fewest = 5

// quorum is the least number of people that a finding rests on: one alone, five
// of a group, everybody of a named room of under five.
func (t *Tally) quorum() int {
	switch {
	case t.Mode == Solo:
		return 1
	case t.Named && t.People < fewest:
		return t.People
	}
	return fewest
}

// Close ends a group's round: what too few people gave is forgotten, and of the
// roles only that is kept which may be shown. A closed tally is all that a
// record holds. Nobody can be added afterwards.
//
// Under five scored answers to a question, how many there are is kept and not
// which. Under five positions on a trait, or five people who gave a target, a
// vote, a hurdle, an aim or knew a fact, nothing is kept of them.
func (t *Tally) Close() {
	q := t.quorum()
	withhold(t.Questions, q)
	for i, h := range t.Positions {
		if h.people() < q {
			t.Positions[i] = Histogram{}
		}
	}
	maps.DeleteFunc(t.Targets, func(_ string, w Wish) bool { return w.People() < q })
	maps.DeleteFunc(t.Aim, func(_ string, v Votes) bool { return v.People < q })
	maps.DeleteFunc(t.Facts, func(_ string, k Knowings) bool { return k.Known() < q })
	if t.Priorities.People < q {
		t.Priorities = Votes{For: map[string]int{}}
	}
	if t.Hurdles.People < q {
		t.Hurdles, t.Worst = Votes{For: map[string]int{}}, map[string]int{}
	}
	t.closeRoles()
	t.byRole = nil
}

// AddSecond puts a second round beside the first. Both are of one association,
// rubric, length and joint work; the first is closed and stays as it is.
func (t *Tally) AddSecond(second *Tally) error {
	switch {
	case t.Mode == Solo:
		return errors.New("a second round follows that of a room, not of one person")
	case second.Association != t.Association:
		return fmt.Errorf("the second round is of %q; expected %q", second.Association, t.Association)
	case second.Rubric.Digest != t.Rubric.Digest || second.Length != t.Length:
		return errors.New("the second round asks another rubric or length than the first")
	case second.JointWork != t.JointWork:
		return errors.New("the second round is about another joint work than the first")
	case t.Mode == Group && t.countedRound().apartFrom(second.countedRound()):
		return errors.New("the second round differs from the first by one to four people and in nothing else: beside each other they would give them away")
	}
	questions := slices.Clone(second.Questions)
	withhold(questions, second.quorum())
	t.Second = &Second{People: second.People, Questions: questions}
	return nil
}

// withhold keeps of questions with too few scored answers only how many.
func withhold(questions []Counts, quorum int) {
	for i, c := range questions {
		if n := c.Scored(); n < quorum {
			questions[i].Ranks, questions[i].Withheld = make([]int, len(c.Ranks)), n
		}
	}
}

// closeRoles keeps the roles that may be shown. Roles with fewer than five
// people are hidden; and while the hidden together are one to four people, the
// smallest role still shown is hidden too, so that nobody is told apart by
// subtraction.
func (t *Tally) closeRoles() {
	if t.Mode != Group {
		return
	}
	shown := slices.DeleteFunc(rubric.IDs(t.Rubric.Roles), func(id string) bool {
		return t.byRole[id] == nil || t.byRole[id].people < fewest
	})
	size := func(id string) int { return t.byRole[id].people }
	shown = hideSmallest(shown, size, func(shown []string) int { return t.People - sum(shown, size) })
	t.Roles, t.RolePositions = map[string]int{}, map[string][]Histogram{}
	for _, id := range shown {
		t.Roles[id] = size(id)
		t.RolePositions[id] = make([]Histogram, len(t.Rubric.Dimensions))
	}
	for i, d := range t.Rubric.Dimensions {
		if d.Kind != rubric.Trait {
			continue
		}
		for _, id := range t.shownFor(i, shown) {
			t.RolePositions[id][i] = maps.Clone(t.byRole[id].positions[i])
		}
	}
}

// shownFor are the roles that are shown for a trait: those with five positions
// on it, as long as the positions of nobody shown are none, or five or more.
func (t *Tally) shownFor(dimension int, shown []string) []string {
	positions := func(id string) int { return t.byRole[id].positions[dimension].people() }
	shown = slices.DeleteFunc(slices.Clone(shown), func(id string) bool { return positions(id) < fewest })
	return hideSmallest(shown, func(id string) int { return t.byRole[id].people }, func(shown []string) int {
		return t.Positions[dimension].people() - sum(shown, positions)
	})
}

// hideSmallest takes the smallest of those shown away, of equal ones the later,
// while what is left over is one to four.
func hideSmallest(shown []string, size func(string) int, leftOver func([]string) int) []string {
	for len(shown) > 0 {
		if rest := leftOver(shown); rest == 0 || rest >= fewest {
			break
		}
		smallest := 0
		for i := range shown {
			if size(shown[i]) <= size(shown[smallest]) {
				smallest = i
			}
		}
		shown = slices.Delete(shown, smallest, smallest+1)
	}
	return shown
}

func sum(ids []string, of func(string) int) int {
	n := 0
	for _, id := range ids {
		n += of(id)
	}
	return n
}
