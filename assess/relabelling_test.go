package assess

import "testing"

// The two rounds of the method's worked check on different people.
var (
	workedThen = []int{175, 200, 200, 225, 250}
	workedNow  = []int{225, 250, 275, 275, 300, 325}
)

// inRows are positions on one trait, by person.
func inRows(rounds ...[]int) [][]int {
	var rows [][]int
	for _, round := range rounds {
		for _, p := range round {
			rows = append(rows, []int{p})
		}
	}
	return rows
}

func TestDifferentPeopleOfTheWorkedCheck(t *testing.T) {
	got, drawn := relabel(inRows(workedThen, workedNow), 5, 1)
	if want := 7. / 462; got[0].p != want || got[0].adjusted != want || drawn != 0 {
		t.Errorf("p = %g/462, want 7/462", 462*got[0].p)
	}
}
