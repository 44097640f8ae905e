package record

import (
	"math/rand/v2"
	"testing"
)

// TestTheSolverFindsWhatTryingEverythingFinds compares it with all orders of answers,
// in small rooms: four people, three questions, three stages.
func TestTheSolverFindsWhatTryingEverythingFinds(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	certain := 0
	for room := range 30 {
		e := equations{stages: 3, people: 4, kept: []bool{true, true, room%5 > 0}}
		s := solution{groups: []int{0, 0, 1, 1}}
		for range e.people {
			s.rows = append(s.rows, []cell{cell(random.IntN(2)), cell(random.IntN(4)), cell(random.IntN(3))})
		}
		e.groups = []group{{size: 2}, {size: 2}}
		e.tell(s, room%3)
		want := e.tryEverything(s)
		got, unsettled := e.certain(s)
		if got != want || unsettled > 0 {
			t.Errorf("%d rows of %v are certain, %d not settled; want %d", got, s.rows, unsettled, want)
		}
		certain += want
	}
	if certain == 0 || certain == 120 {
		t.Errorf("%d rows of 120 are certain: nothing was tried", certain)
	}
}

// tell says of a solution what a record says: the counts; of kinds 1 and 2 also the
// moments of all and the mean of the first group; of kind 2 in place of these a histogram.
func (e *equations) tell(s solution, kind int) {
	e.questions = make([][]int, len(e.kept))
	for q := range e.questions {
		e.questions[q] = make([]int, e.stages+4)
		for _, row := range s.rows {
			e.questions[q][row[q]]++
		}
	}
	w := newWalk(e, s)
	n, sum, squares := total(w.n), total(w.sum), total(w.squares)
	switch {
	case kind == 2:
		e.histogram = histogramOf(e, s)
	case kind == 1 && n > 1:
		e.all = moments{n: n, mean: (2*sum + n) / (2 * n), sd: 0}
		for !e.all.fits(n, sum, squares) {
			e.all.sd++
		}
		if n := w.n[0]; n > 0 {
			e.groups[0].moments = moments{n, (2*w.sum[0] + n) / (2 * n), -1}
		}
	}
}

// tryEverything counts the rows that stand in every order of answers which says the same.
func (e *equations) tryEverything(s solution) int {
	least := s.times()
	columns := make([][][]cell, len(e.kept)) // of each question all orders
	for q := range columns {
		var column []cell
		for _, row := range s.rows {
			column = append(column, row[q])
		}
		columns[q] = orders(column)
	}
	for _, a := range columns[0] {
		for _, b := range columns[1] {
			for _, c := range columns[2] {
				other := solution{groups: s.groups}
				for i := range a {
					other.rows = append(other.rows, []cell{a[i], b[i], c[i]})
				}
				if newWalk(e, other).off() > 0 {
					continue
				}
				times := other.times()
				for row := range least {
					least[row] = min(least[row], times[row])
				}
			}
		}
	}
	certain := 0
	for _, times := range least {
		certain += times
	}
	return certain
}

// orders are all orders of some cells.
func orders(of []cell) [][]cell {
	if len(of) < 2 {
		return [][]cell{of}
	}
	var all [][]cell
	for i := range of {
		rest := append(append([]cell(nil), of[:i]...), of[i+1:]...)
		for _, o := range orders(rest) {
			all = append(all, append([]cell{of[i]}, o...))
		}
	}
	return all
}
