package assess

import "testing"

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
