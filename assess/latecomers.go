package assess

import (
	"slices"
	"strconv"

	"collab/rubric"
)

// TellsApart tells whether two rounds together would give one to four people
// away. What either withholds is taken for a match, which errs on the safe side.
//
// Whatever their dates, they do where the counts of one contain those of the
// other but for as many people; second rounds count like first ones. Unless their
// people agreed to be traceable, that goes for each role that both show, and for all
// who are of no such role. And where people were added, the added are a room of
// their own: by subtraction their positions are known, by every role that is shown
// in both, and each of these must be nobody's or of five people or more; see
// [Tally.Close].
//
// Two of one date are the same round, combined again: they also do where few
// changed. Where no count of one differs from the other's by more than four people,
// and any differs at all, people can be followed through all tables; those of the
// room, of a role that both show, and of all who are of no such role. At another
// date people have answers of their own, and that few changed is a finding.
func TellsApart(a, b *Tally) bool {
	if a.Mode == Solo || b.Mode == Solo {
		return false
	}
	for _, one := range a.rounds() {
		for _, other := range b.rounds() {
			if one.apartFrom(other) {
				return true
			}
		}
	}
	if a.Mode != Group || b.Mode != Group || a.Named || b.Named {
		return false
	}
	if a.People > b.People {
		a, b = b, a
	}
	again := a.Date == b.Date
	if again && (fewChanged(a.tables(), b.tables()) || fewChangedOfRoles(a, b)) {
		return true
	}
	if b.countedRound().contains(a.countedRound()) && (again || onlyAdded(a, b)) && addedAreFew(a, b) {
		return true
	}
	return rolesContainButFew(a, b)
}

// apartFrom tells whether one of two rounds holds the other and few more.
func (r countedRound) apartFrom(other countedRound) bool {
	return r.containsButFew(other) || other.containsButFew(r)
}

// A countedRound is the counts of a first or a second round.
type countedRound struct {
	rubric    *rubric.Rubric
	people    int
	questions []Counts
}

func (t *Tally) countedRound() countedRound { return countedRound{t.Rubric, t.People, t.Questions} }

func (t *Tally) rounds() []countedRound {
	all := []countedRound{t.countedRound()}
	if t.Second != nil {
		all = append(all, countedRound{t.Rubric, t.Second.People, t.Second.Questions})
	}
	return all
}

// containsButFew tells whether a round holds another and one to four people more.
func (r countedRound) containsButFew(less countedRound) bool {
	more := r.people - less.people
	return more > 0 && more < fewest && r.contains(less)
}

// contains tells whether every question that both ask was answered by no fewer
// in any way; false where they have none in common.
func (r countedRound) contains(less countedRound) bool {
	compared := false
	for i, q := range less.rubric.Questions() {
		j := r.rubric.Index(q.ID)
		if j < 0 || q.Wording != r.rubric.Questions()[j].Wording {
			continue
		}
		compared = true
		if !contains(r.questions[j], less.questions[i]) {
			return false
		}
	}
	return compared
}

// contains tells whether no count of less is above that of more.
func contains(more, less Counts) bool {
	if less.DontKnow > more.DontKnow || less.DoesNotApply > more.DoesNotApply || less.Scored() > more.Scored() {
		return false
	}
	if more.Withheld > 0 || less.Withheld > 0 {
		return true
	}
	for i := range less.Ranks {
		if less.Ranks[i] > more.Ranks[i] {
			return false
		}
	}
	return true
}

// addedAreFew tells whether the people whom the later of two rounds has more are
// told apart by subtraction: in all, by role, or together with who is hidden.
func addedAreFew(earlier, later *Tally) bool {
	size := func(t *Tally, role string) int {
		if role == "" {
			return t.People
		}
		return t.Roles[role]
	}
	if fewBySubtraction(earlier, later, size) {
		return true
	}
	for i, d := range later.Rubric.Dimensions {
		j := placeOf(earlier.Rubric, d.ID)
		if j < 0 {
			continue
		}
		place := map[*Tally]int{earlier: j, later: i}
		positions := func(t *Tally, role string) int {
			if role == "" {
				return t.Positions[place[t]].people()
			}
			if of := t.RolePositions[role]; of != nil {
				return of[place[t]].people()
			}
			return 0
		}
		if fewBySubtraction(earlier, later, positions) {
			return true
		}
	}
	return false
}

// fewBySubtraction goes through the groups of people that subtraction gives of
// two rounds, and tells whether one is of one to four people. Of gives the people of
// a role, 0 where it is not shown, and of everybody where the role is empty.
//
// Hidden are, of either round, those without a role that this round or the earlier
// one shows. Which roles they have is not known here, but may be to whoever reads:
// so they are set against any roles that only the later round shows, as if these
// held all of the earlier one's hidden people.
func fewBySubtraction(earlier, later *Tally, of func(t *Tally, role string) int) bool {
	before, now := of(earlier, ""), of(later, "")
	if before == 0 || now == 0 {
		return false
	}
	groups := []int{now - before}
	hiddenBefore, hiddenNow := before, now
	appeared := []int{0} // people of any of the roles that only the later round shows
	for _, role := range rubric.IDs(later.Rubric.Roles) {
		then, today := of(earlier, role), of(later, role)
		hiddenBefore -= then
		hiddenNow -= max(then, today)
		switch {
		case then > 0 && today > 0:
			groups = append(groups, today-then)
		case today > 0:
			for _, n := range appeared {
				appeared = append(appeared, n+today)
			}
		}
	}
	groups = append(groups, hiddenNow, hiddenBefore-hiddenNow)
	for _, n := range appeared {
		added := n - hiddenBefore
		groups = append(groups, added, -added, hiddenNow+added, hiddenNow-added)
	}
	return slices.ContainsFunc(groups, func(n int) bool { return n > 0 && n < fewest })
}

// fewChanged tells whether tables differ, and none by more than four people that
// it has more or has fewer.
func fewChanged(a, b map[string]map[string]int) bool {
	changed := false
	for name, cells := range a {
		other := b[name]
		if len(cells) == 0 || len(other) == 0 {
			continue // what one of them does not tell
		}
		more, fewer := 0, 0
		for cell, n := range cells {
			more += max(other[cell]-n, 0)
			fewer += max(n-other[cell], 0)
		}
		for cell, n := range other {
			if _, counted := cells[cell]; !counted {
				more += n
			}
		}
		if more >= fewest || fewer >= fewest {
			return false
		}
		changed = changed || more+fewer > 0
	}
	return changed
}

// fewChangedOfRoles is the same of each role that both rounds show, and of those
// who are of no such role.
func fewChangedOfRoles(a, b *Tally) bool {
	restA, restB := a.positionTables(a.Positions), b.positionTables(b.Positions)
	shared := false
	for role := range a.RolePositions {
		if b.RolePositions[role] == nil {
			continue
		}
		shared = true
		ofA, ofB := a.positionTables(a.RolePositions[role]), b.positionTables(b.RolePositions[role])
		if fewChanged(ofA, ofB) {
			return true
		}
		subtract(restA, ofA)
		subtract(restB, ofB)
	}
	return shared && fewChanged(restA, restB)
}

// positionTables are positions by dimension.
func (t *Tally) positionTables(of []Histogram) map[string]map[string]int {
	all := map[string]map[string]int{}
	for i, d := range t.Rubric.Dimensions {
		all[d.ID] = of[i].cells()
	}
	return all
}

func subtract(from, tables map[string]map[string]int) {
	for name, cells := range tables {
		for cell, n := range cells {
			if from[name][cell] -= n; from[name][cell] == 0 {
				delete(from[name], cell)
			}
		}
	}
}

// tables are all counts of people that a closed round tells, by what they count;
// questions by their wording, and not those that are withheld.
func (t *Tally) tables() map[string]map[string]int {
	all := t.positionTables(t.Positions)
	for role, n := range t.Roles {
		all["role "+role] = map[string]int{role: n}
	}
	for n, round := range t.rounds() {
		for i, q := range t.Rubric.Questions() {
			if c := round.questions[i]; c.Withheld == 0 {
				all[strconv.Itoa(n)+q.ID+q.Wording] = c.cells()
			}
		}
	}
	for dimension, w := range t.Targets {
		all["target "+dimension] = Counts{Ranks: w.Ranks, DontKnow: w.TodayIsRight}.cells()
	}
	for form, v := range t.Aim {
		all["aim "+form] = v.For
	}
	for fact, k := range t.Facts {
		all["fact "+fact] = map[string]int{string(Met): k.Met, string(NotMet): k.NotMet, string(FactUnknown): k.DontKnow}
	}
	all["priorities"], all["hurdles"], all["worst"] = t.Priorities.For, t.Hurdles.For, t.Worst
	return all
}

func (c Counts) cells() map[string]int {
	cells := map[string]int{dontKnowID: c.DontKnow, doesNotApplyID: c.DoesNotApply}
	for i, n := range c.Ranks {
		cells[strconv.Itoa(i+1)] = n
	}
	return cells
}

func (h Histogram) cells() map[string]int {
	cells := map[string]int{}
	for p, n := range h {
		cells[p.String()] = n
	}
	return cells
}
