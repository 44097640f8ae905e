package assess

import (
	"cmp"
	"fmt"

	"collab/rubric"
)

// A Mode says how a round was answered.
type Mode string

// The modes.
const (
	Solo  Mode = "solo"  // one person for the association
	Group Mode = "group" // several people, each alone
	Hands Mode = "hands" // a room, counted
)

// A Tally is what a round says, added up. One person is a tally of one.
// A Tally with its association and date is all that a record keeps.
type Tally struct {
	Association string
	Date        Date
	Mode        Mode
	Rubric      *rubric.Rubric
	Length      Length
	JointWork   JointWork
	Role        string // of the one person of a solo round; may be empty

	People int  // who answered
	Body   int  // the people for whom they speak; 0 where not stated
	Named  bool // a room of under five that agreed to be traceable

	Questions  []Counts            // one for each of the rubric's questions, in their order
	Positions  []Histogram         // one for each of the rubric's dimensions; empty for benefit areas
	Targets    map[string]Wish     // by dimension
	Priorities Votes               // for traits
	Hurdles    Votes               // for hurdles
	Worst      map[string]int      // people by hurdle
	Aim        map[string]Votes    // by form, for have, exploring, not_considering
	Facts      map[string]Knowings // by fact
	Notes      map[string]string   // by question; of a solo round only

	// Roles and RolePositions are those that may be shown; see [Tally.Close].
	Roles         map[string]int         // people by role
	RolePositions map[string][]Histogram // by role, one for each dimension
	Second        *Second                // the second round, or nil

	one    *Response // whose answers these are; of a solo round only
	byRole map[string]*roleCount
}

// A Second round is the same questions answered again after talking. It is
// shown beside the first and never scored.
type Second struct {
	People    int
	Questions []Counts
}

// roleCount is what the people of one role say, before it is closed.
type roleCount struct {
	people    int
	positions []Histogram
}

// Counts are the answers to one question.
type Counts struct {
	Ranks        []int // people by rank - 1; zeros where they are withheld
	Withheld     int   // people with a stage that is not told
	DontKnow     int
	DoesNotApply int
}

// A Histogram counts people by position.
type Histogram map[Position]int

// A Wish counts the targets that people gave for one dimension.
type Wish struct {
	Ranks        []int // people by rank - 1
	TodayIsRight int
}

// Votes count people by id.
type Votes struct {
	For    map[string]int
	People int // who gave any vote
}

// Knowings count what people know of a fact.
type Knowings struct{ Met, NotMet, DontKnow int }

// NewTally is a round that nobody has answered yet. The first response that is
// added sets its length and joint work.
func NewTally(r *rubric.Rubric, mode Mode, association string, date Date) *Tally {
	t := &Tally{
		Association: association,
		Date:        date,
		Mode:        mode,
		Rubric:      r,
		Length:      Full,
		Questions:   emptyCounts(r),
		Positions:   make([]Histogram, len(r.Dimensions)),
		Targets:     map[string]Wish{},
		Priorities:  Votes{For: map[string]int{}},
		Hurdles:     Votes{For: map[string]int{}},
		Worst:       map[string]int{},
		Aim:         map[string]Votes{},
		Facts:       map[string]Knowings{},
		byRole:      map[string]*roleCount{},
	}
	for i := range t.Positions {
		t.Positions[i] = Histogram{}
	}
	return t
}

func emptyCounts(r *rubric.Rubric) []Counts {
	counts := make([]Counts, len(r.Questions()))
	for i := range counts {
		counts[i].Ranks = make([]int, r.K())
	}
	return counts
}

// One is the tally of one person who answers for the association.
func One(r Response) *Tally {
	t := NewTally(r.Rubric, Solo, r.Association, r.Date)
	t.count(&r)
	t.Role, t.Notes, t.one = r.Role, r.Notes, &r
	return t
}

// Response is the one person's response of a solo round.
func (t *Tally) Response() (Response, bool) {
	if t.one == nil {
		return Response{}, false
	}
	return *t.one, true
}

// Add adds a person's answers to a group's. A response of another association,
// rubric, length or joint work does not belong to the round and is an error.
func (t *Tally) Add(r Response) error {
	if err := t.belongs(&r); err != nil {
		return err
	}
	t.count(&r)
	return nil
}

func (t *Tally) belongs(r *Response) error {
	switch {
	case t.Mode != Group:
		return fmt.Errorf("a round of mode %s takes no further response", t.Mode)
	case r.Association != t.Association:
		return fmt.Errorf("the association is %q; expected %q", r.Association, t.Association)
	case r.Rubric.Digest != t.Rubric.Digest:
		return fmt.Errorf("the rubric is another than the round's, %s", t.Rubric.Ref())
	case t.People > 0 && r.Length != t.Length:
		return fmt.Errorf("the length is %s; expected %s", r.Length, t.Length)
	case t.People > 0 && r.JointWork != t.JointWork:
		return fmt.Errorf("the joint work is another than the round's")
	}
	return nil
}

// asked tells whether the round asks a question; see [Response.Asked].
func (t *Tally) asked(q rubric.Question) bool { return isAsked(q, t.Length, t.JointWork) }

func (t *Tally) count(r *Response) {
	if t.People == 0 {
		t.Length, t.JointWork = r.Length, r.JointWork
	}
	t.People++
	for i, a := range r.Answers {
		t.Questions[i].add(a)
	}
	t.countPositions(r)
	t.countTargets(r)
	for _, id := range r.Priorities {
		t.Priorities.For[id]++
	}
	t.Priorities.People += one(len(r.Priorities) > 0)
	for _, id := range r.Hurdles {
		t.Hurdles.For[id]++
	}
	t.Hurdles.People += one(len(r.Hurdles) > 0)
	if r.Worst != "" {
		t.Worst[r.Worst]++
	}
	for form, aim := range r.Aim {
		v := t.Aim[form]
		if v.For == nil {
			v.For = map[string]int{}
		}
		v.For[aim]++
		v.People++
		t.Aim[form] = v
	}
	for id, fact := range r.Facts {
		k := t.Facts[id]
		k.Met += one(fact == Met)
		k.NotMet += one(fact == NotMet)
		k.DontKnow += one(fact == FactUnknown)
		t.Facts[id] = k
	}
}

// countPositions places the person on every trait and on the spectrum.
func (t *Tally) countPositions(r *Response) {
	role := t.role(r.Role)
	role.people++
	offset := 0
	for i, d := range t.Rubric.Dimensions {
		answers := r.Answers[offset : offset+len(d.Questions)]
		offset += len(d.Questions)
		if p := t.placePerson(d, answers); p != 0 {
			t.Positions[i][p]++
			role.positions[i][p]++
		}
	}
}

// placePerson is a person's position on a trait or on the spectrum, zero where
// there is none. Without joint work the spectrum is at the first stage.
func (t *Tally) placePerson(d *rubric.Dimension, answers []Answer) Position {
	if d.Kind == rubric.Benefit {
		return 0
	}
	p := place(d, t.Length, answers)
	if p == 0 && d.Kind == rubric.Spectrum && t.JointWork.Scope == rubric.ScopeNone {
		return noJointWork
	}
	return p
}

// role is the count of a role; people who gave none are of the role other.
func (t *Tally) role(id string) *roleCount {
	id = cmp.Or(id, rubric.OtherRole)
	c := t.byRole[id]
	if c == nil {
		c = &roleCount{positions: make([]Histogram, len(t.Rubric.Dimensions))}
		for i := range c.positions {
			c.positions[i] = Histogram{}
		}
		t.byRole[id] = c
	}
	return c
}

func (t *Tally) countTargets(r *Response) {
	for id, target := range r.Targets {
		w := t.Targets[id]
		if w.Ranks == nil {
			w.Ranks = make([]int, t.Rubric.K())
		}
		if target == TodayIsRight {
			w.TodayIsRight++
		} else {
			w.Ranks[target-1]++
		}
		t.Targets[id] = w
	}
}

func (c *Counts) add(a Answer) {
	switch a {
	case Unanswered:
	case DontKnow:
		c.DontKnow++
	case DoesNotApply:
		c.DoesNotApply++
	default:
		c.Ranks[a-1]++
	}
}

// Scored is the number of people who answered with a stage.
func (c Counts) Scored() int { return total(c.Ranks) + c.Withheld }

// Answered is the number of people who gave any answer.
func (c Counts) Answered() int { return c.Scored() + c.DontKnow + c.DoesNotApply }

// mean is the mean rank, rounded; zero where nobody scored.
func (c Counts) mean() Position {
	if c.Scored() == 0 {
		return 0
	}
	return ratio(weigh(c.Ranks), c.Scored())
}

// weigh is the sum of the ranks that are counted.
func weigh(ranks []int) int {
	sum := 0
	for i, n := range ranks {
		sum += (i + 1) * n
	}
	return sum
}

func total(counts []int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// lowerMedian is the rank of the middle person, of the lower of two; 0 where
// nobody is counted.
func lowerMedian(ranks []int) int {
	n, seen := total(ranks), 0
	for i, c := range ranks {
		seen += c
		if n > 0 && 2*seen >= n {
			return i + 1
		}
	}
	return 0
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// sumOf adds up counts of people.
func sumOf[ID comparable](counts map[ID]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}
