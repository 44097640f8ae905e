package record

import (
	"math"
	"math/rand/v2"
	"slices"
)

// A walk goes from solution to solution.
type walk struct {
	e      *equations
	at     solution
	random *rand.Rand
	// of each group
	n, sum, squares []int
	// positions of people, and how many have each
	positions []int
	histogram map[place]int
}

func newWalk(e *equations, from solution) *walk {
	w := &walk{e: e, random: rand.New(rand.NewPCG(1, 2)), n: make([]int, len(e.groups)), sum: make([]int, len(e.groups)), squares: make([]int, len(e.groups)), histogram: map[place]int{}}
	for i, row := range from.rows {
		w.at.rows = append(w.at.rows, slices.Clone(row))
		w.positions = append(w.positions, 0)
		w.move(i, from.groups[i], e.positionOf(row))
	}
	w.at.groups = from.groups
	return w
}

// move gives a person another position.
func (w *walk) move(person, group, to int) {
	if from := w.positions[person]; from > 0 {
		w.n[group]--
		w.sum[group] -= from
		w.squares[group] -= from * from
		w.histogram[place{group, from}]--
	}
	if to > 0 {
		w.n[group]++
		w.sum[group] += to
		w.squares[group] += to * to
		w.histogram[place{group, to}]++
	}
	w.positions[person] = to
}

// off is how far the walk is from a solution, 0 where it is at one.
func (w *walk) off() float64 {
	off, n, sum := 0.0, 0, 0
	for g, of := range w.e.groups {
		off += of.off(w.n[g], w.sum[g], w.squares[g])
		n += w.n[g]
		sum += w.sum[g]
	}
	off += w.e.all.off(n, sum, total(w.squares))
	if w.e.hidden {
		off += w.e.told(w.positions)
	}
	for at, people := range w.e.histogram {
		off += math.Abs(float64(w.histogram[at] - people))
	}
	return off
}

// off grows with what the moments lack to fit.
func (m moments) off(n, sum, squares int) float64 {
	if m.n == 0 || m.fits(n, sum, squares) {
		return 0
	}
	off := .2 + math.Abs(float64(n-m.n)) + math.Abs(float64(sum)-float64(m.n*m.mean))/50
	if m.sd >= 0 && n > 1 {
		variance := (float64(squares) - float64(sum)*float64(sum)/float64(n)) / float64(n-1)
		off += math.Abs(math.Sqrt(max(variance, 0))/10 - float64(m.sd))
	}
	return off
}

const (
	stepsAnywhere = 20_000 // of a walk that looks for no row
	stepsAway     = 20_000 // of a walk away from one row
)

// lower lowers how often rows stand in every solution, by the solutions that it meets:
// first anywhere, then away from each row that has stood in all of them.
func (w *walk) lower(least map[string]int) {
	w.wander(stepsAnywhere, "", least)
	for row := range least {
		if least[row] > w.e.byCounts([]cell(row)) {
			w.wander(stepsAway, row, least)
		}
	}
}

func (w *walk) wander(steps int, away string, least map[string]int) {
	goal := 0
	if away != "" {
		goal = w.e.byCounts([]cell(away))
	}
	awayness := func() float64 {
		if away == "" {
			return 0
		}
		return float64(w.times(away))
	}
	off, avoid := w.off(), awayness()
	for step := range steps {
		if off == 0 && (away != "" || step%20 == 0) {
			for row, times := range least {
				least[row] = min(times, w.times(row))
			}
			if away != "" && least[away] == goal {
				return
			}
		}
		q := w.random.IntN(len(w.e.questions))
		i, j := w.random.IntN(len(w.at.rows)), w.random.IntN(len(w.at.rows))
		if w.at.rows[i][q] == w.at.rows[j][q] || w.e.apart && w.at.groups[i] != w.at.groups[j] {
			continue
		}
		w.trade(i, j, q)
		nowOff, nowAvoid := w.off(), awayness()
		worse := (nowOff - off) + (nowAvoid - avoid)
		if worse <= 0 || w.random.Float64() < math.Exp(-3*worse) {
			off, avoid = nowOff, nowAvoid
			continue
		}
		w.trade(i, j, q)
	}
}

// trade has two people trade their answers to a question.
func (w *walk) trade(i, j, q int) {
	w.at.rows[i][q], w.at.rows[j][q] = w.at.rows[j][q], w.at.rows[i][q]
	w.move(i, w.at.groups[i], w.e.positionOf(w.at.rows[i]))
	w.move(j, w.at.groups[j], w.e.positionOf(w.at.rows[j]))
}

func (w *walk) times(row string) int {
	n := 0
	for _, r := range w.at.rows {
		if string(r) == row {
			n++
		}
	}
	return n
}
