package assess

import (
	"math"
	"testing"
)

// sixPeople are the differences of the method's worked check, by person.
var sixPeople = [][]int{
	{50, 25, 0, -25, 25, 0},
	{75, 0, 25, 0, 0, 25},
	{50, 25, -25, 25, 0, 0},
	{25, -25, 25, 0, 25, -25},
	{100, 0, 0, 25, -25, 0},
	{50, 25, 25, -25, 0, 25},
}

func TestSixPeopleOfTheWorkedCheck(t *testing.T) {
	got, drawn := flipSigns(sixPeople, []int{6, 6, 6, 6, 6, 6})
	for j, want := range []significance{{2. / 64, 2. / 64}, {40. / 64, 62. / 64}, {40. / 64, 62. / 64}, {1, 1}, {1, 1}, {1, 1}} {
		if got[j] != want {
			t.Errorf("trait %d: p %g/64, adjusted %g/64; want %g/64, %g/64", j+1, 64*got[j].p, 64*got[j].adjusted, 64*want.p, 64*want.adjusted)
		}
	}
	if drawn != 0 {
		t.Errorf("%d flips were drawn", drawn)
	}
}

// TestDarwinsMaize is the first randomization test in print: Fisher (1935, The
// Design of Experiments, section 21) turns Darwin's fifteen differences between
// crossed and self-fertilized plants, in eighths of an inch, every way: of
// 32,768 ways 863 give a sum of 314 or more, and as many -314 or less.
func TestDarwinsMaize(t *testing.T) {
	var rows [][]int
	for _, d := range []int{49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48} {
		rows = append(rows, []int{d})
	}
	got, _ := flipSigns(rows, []int{15})
	if want := 2 * 863. / 32768; got[0].p != want || got[0].adjusted != want {
		t.Errorf("p = %v/32768, want %v/32768", 32768*got[0].p, 32768*want)
	}
	// Student's t, as Fisher computes it there: 2.148 with 14 degrees of freedom.
	var s sample
	for _, row := range rows {
		s.add(row[0], 1)
	}
	if got := float64(s.sum) / 15 / 100 / (s.deviation() / math.Sqrt(15)); !near(got, 2.148, 3) {
		t.Errorf("t = %.4f, want 2.148", got)
	}
}
