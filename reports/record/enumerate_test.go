package record

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// mostStates is how many numbers of people are looked at before a row counts as
// unsettled.
const mostStates = 60_000

// A class is what matters about a person, from the answers to the first questions.
type class struct {
	group uint8
	same  bool  // they are those of the row in question
	ranks uint8 // how many of them a position rests on
	sum   uint8 // of these
	open  uint8 // how many are no rank
	at    int16 // the position, after the last question
}

// People of one class.
type crowd struct {
	class
	n int
}

// An enumeration goes through all solutions in which a row stands at most so often.
type enumeration struct {
	*equations
	row    []cell
	most   int
	states int // looked at so far
}

// solvableWith tells whether there is a solution in which a row stands at most so
// often; settled is false where there are too many to see.
func (e *equations) solvableWith(row []cell, most int) (possible, settled bool) {
	s := &enumeration{equations: e, row: row, most: most}
	var start []crowd
	for g, of := range e.groups {
		if of.size > 0 {
			start = append(start, crowd{class{group: uint8(g), same: true}, of.size})
		}
	}
	at := map[string][]crowd{"": start}
	for q := range e.questions {
		next := map[string][]crowd{}
		for _, crowds := range at {
			if q == len(e.questions)-1 {
				if s.endsWell(crowds, q) {
					return true, true
				}
			} else {
				s.answer(crowds, q, next)
			}
			if s.states > mostStates {
				return false, false
			}
		}
		at = next
	}
	return false, true
}

// A partial distribution of a question's answers among crowds: what is left of the
// answers, and the crowds that follow.
type partial struct {
	left   []int
	crowds []crowd
}

// answer adds to next all crowds that can follow when a question is answered.
func (s *enumeration) answer(crowds []crowd, q int, next map[string][]crowd) {
	for _, p := range s.distribute(crowds, q, s.fold, nil) {
		if k := keyOf(nil, p.crowds); next[k] == nil {
			next[k] = p.crowds
			s.states++
		}
	}
}

// fold leaves out what no longer matters: the ranks of who has left too much open.
func (s *enumeration) fold(c class) class {
	if c.same {
		return class{group: c.group, same: true, ranks: c.ranks, sum: c.sum, open: c.open}
	}
	kept := s.keptQuestions()
	if s.fromCounts() {
		return class{group: c.group}
	}
	if 3*(kept-int(c.open)) < 2*kept {
		c.ranks, c.sum, c.open = 0, 0, uint8(kept)
	}
	return c
}

// endsWell tells whether the last question can be answered so that all is as told.
func (s *enumeration) endsWell(crowds []crowd, q int) bool {
	if !s.canReach(crowds, q) {
		return false
	}
	end := func(c class) class {
		return class{group: c.group, same: c.same, at: int16(s.position(int(c.sum), int(c.ranks)))}
	}
	for _, p := range s.distribute(crowds, q, end, s.summary) {
		if s.isTold(p.crowds) {
			return true
		}
	}
	return false
}

// isTold tells whether the crowds after the last question are as the record says.
func (s *enumeration) isTold(crowds []crowd) bool {
	n, sum := make([]int, len(s.groups)), make([]int, len(s.groups))
	same, squares, histogram, positions := 0, 0, map[place]int{}, []int(nil)
	for _, c := range crowds {
		if c.same {
			same += c.n
		}
		if at := int(c.at); at > 0 {
			n[c.group] += c.n
			sum[c.group] += c.n * at
			squares += c.n * at * at
			positions = append(positions, slices.Repeat([]int{at}, c.n)...)
			histogram[place{int(c.group), at}] += c.n
		}
	}
	if same > s.most {
		return false
	}
	for g, of := range s.groups {
		if !of.fits(n[g], sum[g], 0) {
			return false
		}
	}
	if s.hidden && s.told(positions) > 0 {
		return false
	}
	for at, people := range s.histogram {
		if histogram[at] != people {
			return false
		}
	}
	return s.all.fits(total(n), total(sum), squares)
}

func total(of []int) int {
	n := 0
	for _, v := range of {
		n += v
	}
	return n
}

// summary stands for crowds after the last question, of which only the moments matter.
func (s *enumeration) summary(crowds []crowd) string {
	if s.histogram != nil || s.hidden {
		return keyOf(nil, crowds)
	}
	figures := make([]int, 2*len(s.groups)+2)
	for _, c := range crowds {
		if c.same {
			figures[0] += c.n
		}
		if at := int(c.at); at > 0 {
			figures[1] += c.n * at * at
			figures[2+2*int(c.group)] += c.n
			figures[3+2*int(c.group)] += c.n * at
		}
	}
	var key []byte
	for _, f := range figures {
		key = binary.AppendVarint(key, int64(f))
	}
	return string(key)
}

// canReach is a quick look whether the squares of positions can be as told: they are
// most where the highest ranks go to the highest sums, and least the other way round.
// It is asked only where everybody has a rank everywhere.
func (s *enumeration) canReach(crowds []crowd, q int) bool {
	if s.all.n != s.people || s.all.sd < 0 || !s.kept[q] || len(s.questions) != 4 {
		return true
	}
	var sums, ranks []int
	for _, c := range crowds {
		if c.open > 0 || int(c.ranks) != q {
			return true
		}
		for range c.n {
			sums = append(sums, int(c.sum))
		}
	}
	for c, people := range s.questions[q] {
		for range people {
			if s.rank(q, cell(c)) == 0 {
				return true
			}
			ranks = append(ranks, s.rank(q, cell(c)))
		}
	}
	slices.Sort(sums)
	slices.Sort(ranks)
	sum, least, most := 0, 0, 0
	for i := range sums {
		high := s.position(sums[i]+ranks[i], q+1)
		low := s.position(sums[i]+ranks[len(ranks)-1-i], q+1)
		sum += high
		most += high * high
		least += low * low
	}
	for squares := least; squares <= most; squares += 25 {
		if s.all.fits(s.people, sum, squares) {
			return true
		}
	}
	return s.all.fits(s.people, sum, most)
}

// distribute gives all ways to distribute a question's answers among crowds, by what
// follows; key says what of it matters, nil for everything.
func (s *enumeration) distribute(crowds []crowd, q int, then func(class) class, key func([]crowd) string) map[string]partial {
	if key == nil {
		key = func(crowds []crowd) string { return keyOf(nil, crowds) }
	}
	at := map[string]partial{"": {left: s.questions[q]}}
	for _, c := range crowds {
		next := map[string]partial{}
		for _, p := range at {
			if s.states > mostStates {
				return nil
			}
			s.split(c, q, p, c.n, 0, then, func(p partial) {
				s.states++
				k := keyOf(p.left, nil) + "|" + key(p.crowds)
				if _, seen := next[k]; !seen && s.mayStand(p.crowds) {
					next[k] = p
				}
			})
		}
		at = next
	}
	return at
}

// mayStand tells whether there are not too many of a position already.
func (s *enumeration) mayStand(crowds []crowd) bool {
	if s.histogram == nil {
		return true
	}
	for _, c := range crowds {
		if c.at > 0 && c.n > s.histogram[place{int(c.group), int(c.at)}] {
			return false
		}
	}
	return true
}

// split goes through all ways in which a crowd's people share the answers left, from
// one cell on.
func (s *enumeration) split(c crowd, q int, p partial, people int, from int, then func(class) class, found func(partial)) {
	if people == 0 {
		found(p)
		return
	}
	if from == len(p.left) {
		return
	}
	for n := 0; n <= min(people, p.left[from]); n++ {
		after := p
		if n > 0 {
			after.left = slices.Clone(p.left)
			after.left[from] -= n
			after.crowds = join(p.crowds, crowd{then(s.after(c.class, q, cell(from))), n})
		}
		s.split(c, q, after, people-n, from+1, then, found)
	}
}

// after is the class of a person who gave one more answer.
func (s *enumeration) after(c class, q int, answer cell) class {
	c.same = c.same && s.row[q] == answer
	if !s.kept[q] {
		return c
	}
	if r := s.rank(q, answer); r > 0 {
		c.sum += uint8(r)
		c.ranks++
	} else {
		c.open++
	}
	return c
}

// join adds a crowd to others, which are in order.
func join(crowds []crowd, c crowd) []crowd {
	i, found := slices.BinarySearchFunc(crowds, c, func(a, b crowd) int { return compareClass(a.class, b.class) })
	out := slices.Clone(crowds)
	if found {
		out[i].n += c.n
		return out
	}
	return slices.Insert(out, i, c)
}

func compareClass(a, b class) int {
	return cmp.Compare(a.number(), b.number())
}

func (c class) number() uint64 {
	n := uint64(c.group)<<48 | uint64(c.ranks)<<40 | uint64(c.sum)<<32 | uint64(c.open)<<24 | uint64(c.at)
	if c.same {
		n |= 1 << 60
	}
	return n
}

func keyOf(left []int, crowds []crowd) string {
	var key []byte
	for _, n := range left {
		key = append(key, byte(n))
	}
	for _, c := range crowds {
		key = binary.AppendUvarint(key, c.number())
		key = append(key, byte(c.n))
	}
	return string(key)
}
