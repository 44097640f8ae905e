package disclosure

import (
	"slices"
	"testing"
)

func TestFourScoredAnswersAreWithheldAndFiveAreNot(t *testing.T) {
	for _, c := range []struct {
		stages, kept []int
		withheld     int
	}{
		{[]int{1, 2, 1, 0}, []int{0, 0, 0, 0}, 4},
		{[]int{1, 2, 1, 1}, []int{1, 2, 1, 1}, 0},
		{[]int{0, 0, 0, 0}, []int{0, 0, 0, 0}, 0},
	} {
		kept, withheld := Suppress(c.stages, MinimumGroup)
		if !slices.Equal(kept, c.kept) || withheld != c.withheld {
			t.Errorf("of %v is kept %v and %d", c.stages, kept, withheld)
		}
	}
}

func TestWhatIsKeptDoesNotChangeWhenTheRoundGoesOn(t *testing.T) {
	stages := []int{1, 2, 1, 1}
	kept, _ := Suppress(stages, MinimumGroup)
	stages[0]++
	if kept[0] != 1 {
		t.Error("what is kept changed")
	}
}

func TestFewAreOneToFour(t *testing.T) {
	for people, few := range []bool{false, true, true, true, true, false, false} {
		if IsFew(people) != few {
			t.Errorf("%d people are few: %t", people, !few)
		}
	}
}

// TestComplementaryHidesTheSmallestWhileTheOthersAreFew has roles of some people
// and so many more in no role that is shown.
func TestComplementaryHidesTheSmallestWhileTheOthersAreFew(t *testing.T) {
	for _, c := range []struct {
		name  string
		sizes map[string]int
		rest  int
		want  []string
	}{
		{"none in no role", map[string]int{"board": 5, "staff": 6, "ceo": 7}, 0, []string{"board", "staff", "ceo"}},
		{"one", map[string]int{"board": 5, "staff": 6, "ceo": 7}, 1, []string{"staff", "ceo"}},
		{"four", map[string]int{"board": 5, "staff": 6, "ceo": 7}, 4, []string{"staff", "ceo"}},
		{"five", map[string]int{"board": 5, "staff": 6, "ceo": 7}, 5, []string{"board", "staff", "ceo"}},
		{"of equal ones the later", map[string]int{"board": 6, "staff": 6, "ceo": 7}, 1, []string{"board", "ceo"}},
		{"the last is hidden too", map[string]int{"board": 0, "staff": 0, "ceo": 8}, 4, nil},
		{"until the hidden are five", map[string]int{"board": 2, "staff": 6, "ceo": 7}, 1, []string{"ceo"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			size := func(role string) int { return c.sizes[role] }
			all := []string{"board", "staff", "ceo"}
			all = slices.DeleteFunc(all, func(role string) bool { return size(role) == 0 })
			rest := func(shown []string) int {
				n := c.rest
				for role, people := range c.sizes {
					if !slices.Contains(shown, role) {
						n += people
					}
				}
				return n
			}
			if got := Complementary(all, size, rest); !slices.Equal(got, c.want) {
				t.Errorf("%v are shown, want %v", got, c.want)
			}
		})
	}
}

// TestOneDominatesFromThreeFifthsOn has values whose mean is 0, of which one is far.
func TestOneDominatesFromThreeFifthsOn(t *testing.T) {
	for _, c := range []struct {
		name      string
		values    []int
		dominates bool
	}{
		// 60² are 3,600 of 6,000, or of 6,002.
		{"three fifths, above", []int{60, -40, -20, 10, 10, -10, -10, 0, 0, 0}, true},
		{"three fifths, below", []int{-60, 40, 20, 10, 10, -10, -10, 0, 0, 0}, true},
		{"less", []int{60, -40, -20, 10, 10, -11, -9, 0, 0, 0}, false},
		{"one among people who all say the same", []int{400, 100, 100, 100, 100, 100, 100, 100, 100}, true},
		{"all alike", []int{200, 200, 200, 200, 200, 200, 200, 200, 200}, false},
		{"two camps", []int{100, 100, 100, 100, 100, 300, 300, 300, 300}, false},
	} {
		n, sum, squares := len(c.values), 0, 0
		for _, v := range c.values {
			sum += v
			squares += v * v
		}
		if got := Dominates(n, sum, squares, slices.Min(c.values), slices.Max(c.values)); got != c.dominates {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}
