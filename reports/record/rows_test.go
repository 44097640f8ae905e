package record

import (
	"math"
	"slices"

	"collab/assess"
	"collab/rubric"
)

// The solver of these tests finds which rows of answers follow from a record.
//
// A row is what one person answered to the questions of one dimension: a stage, don't
// know, does not apply, nothing, or a stage that is withheld. What the record says of
// the dimension are equations in whole numbers: how many people are in each cell of
// each question, how many have a position, their mean and standard deviation as they
// are rounded, and the number and mean of each role that is shown. A row is certain as
// often as it stands in every solution of these equations.
//
// From the counts alone that number is known (Fréchet 1951): the people in the row's
// cells, added up over the questions, less everybody for each question but one. From
// the positions it is found in two steps. A walk goes from solution to solution, from
// the true one on, by two people who trade an answer; of most rows it meets a solution
// without them. For the rest all solutions are enumerated, question by question, as
// numbers of people by what matters of them: their role, the sum of their ranks, how
// many they left open, and whether they still have the row in question. Where these are
// too many to see, the row counts as certain, so that a share is never too low.

// A cell of a question: 0 to K-1 a stage, then what is no stage.
type cell = uint8

// An equations value is what a record says of one dimension.
type equations struct {
	stages    int     // K
	people    int     // in the room
	questions [][]int // people in each cell: K stages, don't know, does not apply, nothing, withheld
	kept      []bool  // by question: positions rest on it
	groups    []group // the room's people by role; the last are all whose role is not shown
	all       moments
	hidden    bool // positions are not told although there are enough questions
	apart     bool // the counts of each group are told: groups are newcomers and the others
	// histogram has the people of each group at each exact position: what records once
	// told, and what the solver must find rows from.
	histogram map[place]int
}

// A place is an exact position of a group, in hundredths.
type place struct{ group, at int }

// A group is the people of a role.
type group struct {
	size int
	moments
}

// The moments of people's positions are told where n is not 0.
type moments struct {
	n, mean int // in hundredths
	sd      int // in tenths; -1 where it is not told
}

// fits tells whether positions have the moments that are told.
func (m moments) fits(n, sum, squares int) bool {
	if m.n == 0 {
		return true
	}
	if n != m.n || (2*sum+n)/(2*n) != m.mean {
		return false
	}
	if m.sd < 0 {
		return true
	}
	variance := (float64(squares) - float64(sum)*float64(sum)/float64(n)) / float64(n-1)
	return int(math.Round(math.Sqrt(max(variance, 0))/10)) == m.sd
}

// equationsOf are those of a dimension of a record that was read. People are
// ordered by group.
func equationsOf(p *assess.Published, dimension int) equations {
	d := p.Rubric.Dimensions[dimension]
	e := equations{stages: p.Rubric.K(), people: p.People}
	for _, q := range d.Questions {
		if !p.Length.Asks(q) {
			continue
		}
		c := p.Questions[p.Rubric.Index(q.ID)]
		e.questions = append(e.questions, append(slices.Clone(c.Ranks), c.DontKnow, c.DoesNotApply, p.People-c.Answered(), c.Withheld))
		e.kept = append(e.kept, c.Withheld == 0 && c.Scored() > 0)
	}
	rest := group{size: p.People}
	if s := p.Positions[dimension]; s.N > 0 {
		e.all = moments{s.N, int(s.Mean), int(s.SD)}
		for _, role := range rubric.IDs(p.Rubric.Roles) {
			if of := p.RolePositions[role]; of != nil && of[dimension].N > 0 {
				e.groups = append(e.groups, group{p.Roles[role], moments{of[dimension].N, int(of[dimension].Mean), -1}})
				rest.size -= p.Roles[role]
			}
		}
	}
	e.groups = append(e.groups, rest)
	e.hidden = e.all.n == 0 && len(e.questions) >= 4 && 3*e.keptQuestions() >= 2*len(e.questions) && e.keptQuestions() >= 4 && e.people >= 9
	return e
}

// differenceOf are those of two records of a dimension, where it is known that the
// second has all people of the first, who answer alike, and newcomers.
func differenceOf(first, second *assess.Published, dimension int) equations {
	then, e := equationsOf(first, dimension), equationsOf(second, dimension)
	old := group{first.People, then.all}
	e.groups = []group{old, {size: second.People - first.People}}
	e.apart = true
	return e
}

func (e *equations) keptQuestions() int {
	k := 0
	for _, kept := range e.kept {
		if kept {
			k++
		}
	}
	return k
}

// fromCounts tells whether the counts of questions are all that is told.
func (e *equations) fromCounts() bool {
	return e.all.n == 0 && e.histogram == nil && !e.hidden && !e.apart
}

// byCounts is how often a row stands in every solution of the counts alone.
func (e *equations) byCounts(row []cell) int {
	in := 0
	for q, c := range row {
		in += e.questions[q][c]
	}
	return max(0, in-(len(row)-1)*e.people)
}

// rank is what a cell adds to a position: nothing where it is no stage.
func (e *equations) rank(q int, c cell) int {
	if !e.kept[q] || int(c) >= e.stages {
		return 0
	}
	return int(c) + 1
}

// position of a sum of so many ranks, in hundredths; 0 where they are too few.
func (e *equations) position(sum, ranks int) int {
	if ranks == 0 || 3*ranks < 2*e.keptQuestions() {
		return 0
	}
	return (200*sum + ranks) / (2 * ranks)
}

func (e *equations) positionOf(row []cell) int {
	sum, ranks := 0, 0
	for q, c := range row {
		if r := e.rank(q, c); r > 0 {
			sum += r
			ranks++
		}
	}
	return e.position(sum, ranks)
}

// A solution is everybody's row and group.
type solution struct {
	rows   [][]cell
	groups []int
}

// times is how often each row stands there.
func (s solution) times() map[string]int {
	times := map[string]int{}
	for _, row := range s.rows {
		times[string(row)]++
	}
	return times
}

// certain gives how many rows stand in every solution, from one solution on, and how
// many of these could not be settled.
func (e *equations) certain(truth solution) (rows, unsettled int) {
	least := truth.times()
	if e.fromCounts() {
		for row := range least {
			rows += e.byCounts([]cell(row))
		}
		return rows, 0
	}
	newWalk(e, truth).lower(least)
	for row, times := range least {
		for times > e.byCounts([]cell(row)) {
			possible, settled := e.solvableWith([]cell(row), times-1)
			if !settled {
				unsettled += times
			}
			if !possible {
				break
			}
			times--
		}
		rows += times
	}
	return rows, unsettled
}

// isCertain tells whether a person's row stands in every solution.
func (e *equations) isCertain(truth solution, person int) bool {
	row := string(truth.rows[person])
	if e.fromCounts() {
		return e.byCounts([]cell(row)) > 0
	}
	least := map[string]int{row: len(truth.rows)}
	newWalk(e, truth).lower(least)
	if least[row] == 0 || e.apart {
		return least[row] > 0
	}
	possible, _ := e.solvableWith([]cell(row), 0)
	return !possible
}

// told is how far positions are from those that are not told: of fewer than nine people,
// or dominated by one, who makes three fifths of the sum of squares.
func (e *equations) told(positions []int) float64 {
	n, sum := 0, 0
	for _, at := range positions {
		if at > 0 {
			n++
			sum += at
		}
	}
	if n < 9 {
		return 0
	}
	most, all := 0, 0 // n² times the squared distances
	for _, at := range positions {
		if at > 0 {
			distance := (n*at - sum) * (n*at - sum)
			most, all = max(most, distance), all+distance
		}
	}
	if all > 0 && 5*most >= 3*all {
		return 0
	}
	return 1 + 3./5 - float64(most)/float64(max(all, 1))
}
