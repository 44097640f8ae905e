package assess

import (
	"slices"
	"testing"

	"collab/rubric"
)

func TestLatecomersWouldBeToldApart(t *testing.T) {
	for _, c := range []struct {
		name          string
		first, second []Answer
		want          bool
	}{
		{"one more", []Answer{2, 2, 3, 3, 3}, []Answer{2, 2, 3, 3, 3, 4}, true},
		{"four more", []Answer{2, 2, 3, 3, 3}, []Answer{2, 2, 3, 3, 3, 4, 4, 4, 4}, true},
		{"five more", []Answer{2, 2, 3, 3, 3}, []Answer{2, 2, 3, 3, 3, 4, 4, 4, 4, 4}, false},
		{"one fewer", []Answer{2, 2, 3, 3, 3, 4}, []Answer{2, 2, 3, 3, 3}, true},
		{"the same room", []Answer{2, 2, 3, 3, 3}, []Answer{2, 2, 3, 3, 3}, false},
		{"another room", []Answer{2, 2, 3, 3, 3}, []Answer{4, 4, 4, 4, 4, 4}, false},
	} {
		first, second := room(t, each(c.first...)...), room(t, each(c.second...)...)
		first.Close()
		second.Close()
		if got := TellsApart(first, second); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
		if got := TellsApart(second, first); got != c.want {
			t.Errorf("%s, the other way round: %v", c.name, got)
		}
	}
	if TellsApart(One(*evenly(2)), One(*evenly(3))) {
		t.Error("one person is told apart from another")
	}
}

func TestWhatIsWithheldIsTakenForAMatch(t *testing.T) {
	first, second := each(2, 2, 3, 3, 3), each(2, 2, 3, 3, 3, 3)
	put(first[0], "trust", DontKnow)
	put(second[0], "trust", DontKnow)
	a, b := room(t, first...), room(t, second...)
	a.Close()
	b.Close()
	if !TellsApart(a, b) {
		t.Error("a question with four scored answers hides that one person came late")
	}
}

// roomOfRoles is a closed room of seven of the board and seven of the staff, who
// all answer evenly, each with an answer of their own.
func roomOfRoles(t *testing.T, board, staff []Answer) *Tally {
	tally := NewTally(rubric.Default(), Group, "Northern Trails Alliance", testDate)
	for role, answers := range map[string][]Answer{"board": board, "staff": staff} {
		for _, a := range answers {
			p := evenly(a)
			p.Role = role
			if err := tally.Add(*p); err != nil {
				t.Fatal(err)
			}
		}
	}
	tally.Close()
	return tally
}

func TestFewWhoChangedWouldBeToldApart(t *testing.T) {
	board, staff := []Answer{1, 1, 1, 1, 1, 1, 1}, []Answer{2, 2, 2, 2, 2, 2, 2}
	first := roomOfRoles(t, board, staff)
	for _, c := range []struct {
		name         string
		board, staff []Answer
		want         bool
	}{
		{"nobody", board, staff, false},
		{"one", []Answer{4, 1, 1, 1, 1, 1, 1}, staff, true},
		{"six of the board", []Answer{4, 4, 4, 4, 4, 4, 1}, staff, false},
		{"six of the board and one of the staff", []Answer{4, 4, 4, 4, 4, 4, 1}, []Answer{3, 2, 2, 2, 2, 2, 2}, true},
		{"six of either", []Answer{4, 4, 4, 4, 4, 4, 1}, []Answer{3, 3, 3, 3, 3, 3, 2}, false},
		{"five joined the board", []Answer{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, staff, false},
		{"four joined the board, one the staff", []Answer{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, []Answer{2, 2, 2, 2, 2, 2, 2, 2}, true},
	} {
		if got := TellsApart(first, roomOfRoles(t, c.board, c.staff)); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	// A year later people have answers of their own.
	later := roomOfRoles(t, []Answer{4, 1, 1, 1, 1, 1, 1}, staff)
	later.Date = Date{testDate.AddDate(1, 0, 0)}
	if TellsApart(first, later) {
		t.Error("one who thinks otherwise a year later is told apart")
	}
}

// TestARoleWithFewMoreIsToldApartAtAnyDate has rounds of a year later.
func TestARoleWithFewMoreIsToldApartAtAnyDate(t *testing.T) {
	board, staff := []Answer{1, 1, 2, 2, 3}, []Answer{2, 2, 3, 3, 4}
	first := roomOfRoles(t, board, staff)
	with := func(answers []Answer, more ...Answer) []Answer { return slices.Concat(answers, more) }
	for _, c := range []struct {
		name         string
		board, staff []Answer
		want         bool
	}{
		{"nobody", board, staff, false},
		{"one of the board and four of the staff", with(board, 4), with(staff, 1, 1, 1, 1), true},
		{"five of the board", with(board, 4, 4, 4, 4, 4), staff, false},
		{"five of either", with(board, 4, 4, 4, 4, 4), with(staff, 1, 1, 1, 1, 1), false},
		{"one of the board, of a staff that answers otherwise", with(board, 4), []Answer{1, 1, 1, 1, 1, 1, 1, 1, 1}, true},
		{"one of the board, who answer otherwise", []Answer{4, 4, 4, 4, 4, 4}, []Answer{1, 1, 1, 1, 1, 1, 1, 1, 1}, false},
		{"one who changed", []Answer{4, 1, 2, 2, 3}, staff, false},
		{"many, who answer otherwise", with(board, 4, 4), []Answer{4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4}, true},
		{"many, of a board that answers otherwise", []Answer{3, 3, 3, 4, 4, 4, 4}, with(staff, 1, 2, 3, 4, 1, 2, 3, 4), false},
	} {
		later := roomOfRoles(t, c.board, c.staff)
		later.Date = Date{testDate.AddDate(1, 0, 0)}
		if got := TellsApart(first, later); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if got := TellsApart(later, first); got != c.want {
			t.Errorf("%s, the other way round: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestASecondRoundWithoutOneWhoChangedNothingIsRefused(t *testing.T) {
	first := room(t, each(2, 2, 3, 3, 3, 4)...)
	first.Close()
	if err := first.AddSecond(room(t, each(2, 2, 3, 3, 3)...)); err == nil {
		t.Error("the one who did not answer again is told apart")
	}
	if err := first.AddSecond(room(t, each(3, 3, 3, 3, 3)...)); err != nil {
		t.Errorf("those who talked changed their answers: %v", err)
	}
}
