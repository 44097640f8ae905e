package assess

import (
	"slices"
	"strings"

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

// A Round is what people said in one round, counted: what an open [Tally] and a
// [Published] one have in common.
type Round struct {
	Association string
	Formerly    []string // the names that it had before, the earliest first
	Date        Date
	Mode        Mode
	Rubric      *rubric.Rubric
	Length      Length
	JointWork   JointWork
	Role        string // of the one person of a solo round; may be empty

	People int  // who answered at least one question
	Body   int  // the people for whom they speak; 0 where not stated
	Named  bool // a room of under five that agreed to be traceable

	Questions  []Counts            // one for each of the rubric's questions, in their order
	Targets    map[string]Wish     // by dimension
	Priorities Votes               // for traits
	Hurdles    Votes               // for hurdles
	Worst      map[string]int      // people by hurdle
	Aim        map[string]Votes    // by form, for have, exploring, not_considering
	Facts      map[string]Knowings // by fact
	Notes      map[string]string   // by question; of a solo round only
}

// Counts are the answers to one question.
type Counts struct {
	Ranks        []int // people by rank - 1; zeros where they are withheld
	Withheld     int   // people with a stage that is not told
	DontKnow     int
	DoesNotApply int
}

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

// KnownAs tells whether the association goes by a name, or did.
func (t *Round) KnownAs(name string) bool {
	return t.Association == name || slices.Contains(t.Formerly, name)
}

func newRound(r *rubric.Rubric, mode Mode, association string, date Date) Round {
	return Round{
		Association: association,
		Date:        date,
		Mode:        mode,
		Rubric:      r,
		Length:      Full,
		Questions:   emptyCounts(r),
		Targets:     map[string]Wish{},
		Priorities:  Votes{For: map[string]int{}},
		Hurdles:     Votes{For: map[string]int{}},
		Worst:       map[string]int{},
		Aim:         map[string]Votes{},
		Facts:       map[string]Knowings{},
	}
}

func emptyCounts(r *rubric.Rubric) []Counts {
	counts := make([]Counts, len(r.Questions()))
	for i := range counts {
		counts[i].Ranks = make([]int, r.K())
	}
	return counts
}

// asked tells whether the round asks a question; see [Response.Asked].
func (t *Round) asked(q rubric.Question) bool { return isAsked(q, t.Length, t.JointWork) }

// count adds what a person said, but for the position.
func (t *Round) count(r *Response) {
	t.People++
	for i, a := range r.Answers {
		t.Questions[i].add(a)
	}
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
	t.countFacts(r)
}

func (t *Round) countTargets(r *Response) {
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

// countFacts counts what a person knows, but for the facts of a form that this
// person does not consider.
func (t *Round) countFacts(r *Response) {
	for id, fact := range r.Facts {
		if form, _, _ := strings.Cut(id, "."); r.Aim[form] == rubric.NotConsidering {
			continue
		}
		k := t.Facts[id]
		k.Met += one(fact == Met)
		k.NotMet += one(fact == NotMet)
		k.DontKnow += one(fact == FactUnknown)
		t.Facts[id] = k
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

// upperMedian is that of the higher of the two in the middle.
func upperMedian(ranks []int) int {
	n, seen := total(ranks), 0
	for i, c := range ranks {
		seen += c
		if 2*seen > n {
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
