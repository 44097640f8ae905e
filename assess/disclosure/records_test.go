package disclosure

import (
	"fmt"
	"testing"
)

// release is one of so many people and twenty questions, to each of which every
// person gave an answer: person by person the first stage, the second, and so on.
func release(people int) Release {
	r := Release{People: people, Questions: map[string]Cells{}}
	for q := range 20 {
		cells := make(Cells, 6)
		for person := range people {
			cells[(person+q)%4]++
		}
		r.Questions[fmt.Sprint(q)] = cells
	}
	return r
}

// otherwise has so many people of a release move one answer in the first questions.
func (r Release) otherwise(questions, people int) Release {
	for q := range questions {
		r.Questions[fmt.Sprint(q)][0] -= people
		r.Questions[fmt.Sprint(q)][5] += people
	}
	return r
}

// without withholds the first questions.
func (r Release) without(questions int) Release {
	for q := range questions {
		r.Questions[fmt.Sprint(q)] = nil
	}
	return r
}

// asking has only the first questions.
func (r Release) asking(questions int) Release {
	for q := questions; q < 20; q++ {
		delete(r.Questions, fmt.Sprint(q))
	}
	return r
}

// longer has one more stage, which so many people chose beside what they gave.
func (r Release) longer(people int) Release {
	for q, cells := range r.Questions {
		r.Questions[q] = append(cells, people)
	}
	return r
}

func (r Release) on(day int) Release {
	r.Day = day
	return r
}

// unlike is a release in which everybody gave another answer to the first questions.
func (r Release) unlike(questions int) Release { return r.otherwise(questions, 2) }

func TestTellsApartAtEveryEdge(t *testing.T) {
	for _, c := range []struct {
		name           string
		earlier, later Release
		apart          bool
	}{
		{"one person more, years later", release(12), release(13).on(1000), true},
		{"four people more", release(12), release(16).on(1000), true},
		{"five people more", release(12), release(17), false},
		{"as many people, a year later", release(12), release(12).on(365), false},
		{"as many people, too soon", release(12), release(12), true},

		// 1 of 20 is unlike: 95 %; 2 are 90 %; 3 are 85 %.
		{"one more, one question not contained, on day 60", release(12), release(13).unlike(1).on(60), true},
		{"on day 61", release(12), release(13).unlike(1).on(61), false},
		{"on day -60", release(12).on(60), release(13).unlike(1), true},
		{"on day -61", release(12).on(61), release(13).unlike(1), false},
		{"nine of ten contained", release(12), release(13).unlike(2), true},
		{"fewer than nine of ten contained", release(12), release(13).unlike(3), false},

		{"one answer moved in every question", release(12), release(12).otherwise(20, 1).on(60), true},
		{"on day 61 too", release(12), release(12).otherwise(20, 1).on(61), false},
		{"two answers moved in two questions of twenty", release(12), release(12).otherwise(2, 2), true},
		{"two answers moved in three questions", release(12), release(12).otherwise(3, 2), false},

		// Half of 20 are 10.
		{"half of the questions are told", release(12), release(13).without(10), true},
		{"fewer than half", release(12), release(13).without(11), false},
		{"fewer than half of the earlier", release(12).without(11), release(13), false},
		{"a short length after a full one", release(12), release(13).asking(3), true},
		{"a full length after a short one", release(12).asking(3), release(13), true},
		{"nothing in common", release(12), Release{People: 13, Questions: map[string]Cells{"other": {13, 0, 0, 0, 0, 0}}}, false},
		{"nothing told", release(12).without(20), release(13), false},
		{"a stage more that nobody chose", release(12), release(13).longer(0).on(1000), true},
		{"a stage more that everybody chose", release(12), release(13).longer(13), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := TellsApart(c.earlier, c.later); got != c.apart {
				t.Errorf("told apart: %t", got)
			}
			if got := TellsApart(c.later, c.earlier); got != c.apart {
				t.Errorf("the other way round: %t", got)
			}
		})
	}
}

// TestOneDirectionForAllQuestions has a thirteenth person who leaves a question open
// that somebody else no longer answers: no latecomer alone explains it.
func TestOneDirectionForAllQuestions(t *testing.T) {
	later := release(13).on(365)
	if later.Questions["0"][0]--; !TellsApart(release(12), later) {
		t.Error("a latecomer who left a question open is not told apart")
	}
	if later.Questions["0"][0]--; TellsApart(release(12), later) {
		t.Error("somebody gave fewer answers, and the larger still contains the smaller")
	}
}

// TestDontKnowAndDoesNotApplyAreCounted has only them differ.
func TestDontKnowAndDoesNotApplyAreCounted(t *testing.T) {
	for _, column := range []int{0, 1} {
		later := release(13).on(365)
		for q := range later.Questions {
			later.Questions[q][column] += 13 // beside what all of them gave
		}
		if TellsApart(release(12), later) {
			t.Errorf("column %d is not looked at", column)
		}
	}
}

func TestASecondRoundOfTheSamePeopleMayBeAlike(t *testing.T) {
	for _, c := range []struct {
		name          string
		first, second Release
		contained     bool
	}{
		{"the same people answer alike", release(12), release(12), false},
		{"one of them moved", release(12), release(12).otherwise(20, 1), false},
		{"one left", release(13), release(12), true},
		{"four left", release(16), release(12), true},
		{"five left", release(17), release(12), false},
		{"one left, of three questions", release(13), release(12).asking(3), true},
		{"one left, and nine of ten are contained", release(13).unlike(2), release(12), true},
		{"one left, and fewer are", release(13).unlike(3), release(12), false},
		{"nothing in common", release(13).without(20), release(12), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Contained(c.first, c.second); got != c.contained {
				t.Errorf("contained: %t", got)
			}
		})
	}
}

// TestAGroupThatGrowsByFewIsToldApart has five newcomers, so many of whom are board.
func TestAGroupThatGrowsByFewIsToldApart(t *testing.T) {
	told := func(r Release, board int) Release {
		r.Groups = map[string]int{"board": board}
		return r
	}
	for more, want := range []bool{false, true, true, true, true, false} {
		if got := TellsApart(told(release(12), 6), told(release(17), 6+more)); got != want {
			t.Errorf("%d of the board more are told apart: %t", more, got)
		}
	}
	for _, c := range []struct {
		name  string
		later Release
		apart bool
	}{
		{"on day 60", told(release(17), 7).on(60), true},
		{"on day 61", told(release(17), 7).on(61), false},
		{"nine of ten contained", told(release(17), 7).otherwise(2, 5), true},
		{"fewer than nine of ten", told(release(17), 7).otherwise(3, 5), false},
		{"a role that only one shows", release(17), false},
	} {
		if got := TellsApart(told(release(12), 6), c.later); got != c.apart {
			t.Errorf("%s: told apart: %t", c.name, got)
		}
	}
}
