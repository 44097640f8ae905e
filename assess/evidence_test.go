package assess

import (
	"math"
	"testing"
)

// TestIntervalsOfStudentsSleep has the data of Student (1908), hours of sleep
// gained by ten patients with two drugs, and the intervals that R's t.test gives
// for them in its manual: paired -2.4598858 to -0.7001142, by Welch -3.3654832 to
// 0.2054832. One hour stands for one stage.
func TestIntervalsOfStudentsSleep(t *testing.T) {
	first := []int{70, -160, -20, -120, -10, 340, 370, 80, 0, 200}
	second := []int{190, 80, 110, 10, -10, 440, 550, 160, 460, 340}
	var a, b, differences sample
	for i := range first {
		a.add(first[i], 1)
		b.add(second[i], 1)
		differences.add(second[i]-first[i], 1)
	}
	if got, want := student(differences), (2.4598858-.7001142)/2; math.Abs(got-want) > 1e-7 {
		t.Errorf("paired: half of the interval is %.7f, want %.7f", got, want)
	}
	if got, want := welch(a, b), (3.3654832+.2054832)/2; math.Abs(got-want) > 1e-7 {
		t.Errorf("by Welch: half of the interval is %.7f, want %.7f", got, want)
	}
}

// TestIntervalsOfTheWorkedChecks have three decimals, as the method prints them.
func TestIntervalsOfTheWorkedChecks(t *testing.T) {
	var then, now, differences sample
	for _, p := range workedThen {
		then.add(p, 1)
	}
	for _, p := range workedNow {
		now.add(p, 1)
	}
	for _, row := range sixPeople {
		differences.add(row[0], 1)
	}
	if mean, half := 3.5/6, student(differences); !near(mean, .583, 3) || !near(mean-half, .312, 3) || !near(mean+half, .854, 3) {
		t.Errorf("linked: %.4f ± %.4f", mean, half)
	}
	if half := welch(then, now); !near(.65-half, .214, 3) || !near(.65+half, 1.086, 3) {
		t.Errorf("unlinked: .65 ± %.4f", half)
	}
	if _, freedom := welchError(then.deviation(), then.n, now.deviation(), now.n); !near(freedom, 9, 2) {
		t.Errorf("unlinked: %.4f degrees of freedom, want 9.00", freedom)
	}
	if student(sample{n: 5, sum: 500, squares: 50000}) != 0 || welch(sample{n: 5, sum: 500, squares: 50000}, sample{n: 5, sum: 600, squares: 72000}) != 0 {
		t.Error("nothing varies, and yet there is an interval")
	}
}

// TestTheIntervalEndsWhereTheStagesEnd has four stages: no shift is above three.
func TestTheIntervalEndsWhereTheStagesEnd(t *testing.T) {
	m := measure{then: sample{n: 5, sum: 500, squares: 50000}, now: sample{n: 5, sum: 1900, squares: 724000}, half: .5}
	if low, high := m.interval(4); m.shift() != 280 || low != 230 || high != 300 {
		t.Errorf("%v: %v to %v", m.shift(), low, high)
	}
	m.then, m.now = m.now, m.then
	if low, high := m.interval(4); low != -300 || high != -230 {
		t.Errorf("the other way: %v to %v", low, high)
	}
}

// TestTheSpreadOfTenMillionPeople comes out right: half at 6.00, half at 7.00.
func TestTheSpreadOfTenMillionPeople(t *testing.T) {
	if got := deviation([]int{600, 700}, []int{5e6, 5e6}); !near(got, .5, 6) {
		t.Errorf("sd %v, want .5", got)
	}
}
