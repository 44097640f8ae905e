package assess

import "slices"

// A placedGroup is a group of a round's people: all, those of a role, or the rest.
type placedGroup struct {
	people    int
	positions map[string]Histogram // by trait; those that are told
}

// rolesContainButFew tells whether the room, a role that both rounds show, or all
// who are of no such role, is one to four people larger in one and else the same.
func rolesContainButFew(a, b *Tally) bool {
	groupsA, groupsB := a.placedGroups(b), b.placedGroups(a)
	for name, one := range groupsA {
		other := groupsB[name]
		if one.containsButFew(other) || other.containsButFew(one) {
			return true
		}
	}
	return false
}

// onlyAdded tells whether the later of two rounds may be the earlier one with more
// people: whether no position of all and of each role was taken by fewer.
func onlyAdded(earlier, later *Tally) bool {
	before := earlier.placedGroups(later)
	for name, now := range later.placedGroups(earlier) {
		if name != restOfRoles && !now.contains(before[name]) {
			return false
		}
	}
	return true
}

// Groups that are of no role have names that no role can have.
const (
	wholeRoom   = ""
	restOfRoles = "-"
)

// placedGroups are all, those of each role that another round shows too, and the
// rest of these, who are all where there is no such role.
func (t *Tally) placedGroups(other *Tally) map[string]placedGroup {
	all := placedGroup{t.People, t.told(t.Positions)}
	rest := placedGroup{t.People, t.told(t.Positions)}
	groups := map[string]placedGroup{wholeRoom: all, restOfRoles: rest}
	for role, of := range t.RolePositions {
		theirs := other.RolePositions[role]
		if theirs == nil {
			continue
		}
		group := placedGroup{t.Roles[role], t.told(of)}
		groups[role] = group
		rest.people -= group.people
		their := other.told(theirs)
		for trait, positions := range rest.positions {
			mine, shown := group.positions[trait]
			if _, too := their[trait]; shown != too {
				delete(rest.positions, trait) // the rest would be others than theirs
				continue
			}
			rest.positions[trait] = positions.without(mine)
		}
	}
	groups[restOfRoles] = rest
	return groups
}

// told are the positions that are not withheld, by trait.
func (t *Tally) told(of []Histogram) map[string]Histogram {
	told := map[string]Histogram{}
	for i, d := range t.Rubric.Dimensions {
		if len(of[i]) > 0 {
			told[d.ID] = of[i]
		}
	}
	return told
}

// without is a histogram less the people of another.
func (h Histogram) without(some Histogram) Histogram {
	left := Histogram{}
	for p, n := range h {
		if n -= some[p]; n > 0 {
			left[p] = n
		}
	}
	return left
}

// contains tells whether a group has as many people as another on every position
// of all traits that both tell; what is not told is taken for a match.
func (g placedGroup) contains(less placedGroup) bool {
	for trait, then := range less.positions {
		now, told := g.positions[trait]
		for p, n := range then {
			if told && now[p] < n {
				return false
			}
		}
	}
	return true
}

// containsButFew tells whether a group is another with more people, who are one to
// four, or of whom one to four have a position on a trait.
func (g placedGroup) containsButFew(less placedGroup) bool {
	more := []int{g.people - less.people}
	if more[0] <= 0 || !g.contains(less) {
		return false
	}
	compared := false
	for trait, then := range less.positions {
		if now, told := g.positions[trait]; told && then.people() > 0 {
			more, compared = append(more, now.people()-then.people()), true
		}
	}
	return compared && slices.ContainsFunc(more, func(n int) bool { return n > 0 && n < fewest })
}
