// Package disclosure says what may be kept and shown of a room, so that nothing
// tells of one person. It is the room of statistical disclosure control: primary
// suppression of what too few people gave, complementary suppression of what
// would follow by subtraction, and a comparison of two records beside each other.
//
// It knows numbers of people, and neither rubric nor file. A tally is published by
// these rules in package assess; nothing else may be written or assessed.
package disclosure

import "slices"

// The rules in numbers. Sentences print these constants.
const (
	// MinimumGroup is the least number of people whose answers are told together.
	MinimumGroup = 5
	// MinimumPositions is the least number of people of whose positions the mean
	// and the standard deviation are kept. In rooms of 5 to 8 complete rows
	// follow from these for 7 to 57 % of the people.
	MinimumPositions = 9
	// MinimumQuestions is the least number of questions that such positions rest on;
	// over two or three questions rows follow as well.
	MinimumQuestions = 4
)

// Suppress gives what is kept of the people who chose each stage of a question:
// a copy of all of it, or under a minimum of people only how many they are together.
func Suppress(stages []int, minimum int) (kept []int, withheld int) {
	n := 0
	for _, people := range stages {
		n += people
	}
	if n >= minimum {
		return slices.Clone(stages), 0
	}
	return make([]int, len(stages)), n
}

// Complementary hides the smallest of the groups shown, of equal ones the later,
// while the people of none of them are one to four: beside the total these would
// be told by subtraction. Size is a group's number of people; rest is that of the
// people in no group that is shown.
func Complementary(shown []string, size func(group string) int, rest func(shown []string) int) []string {
	for len(shown) > 0 && IsFew(rest(shown)) {
		smallest := 0
		for i := range shown {
			if size(shown[i]) <= size(shown[smallest]) {
				smallest = i
			}
		}
		shown = append(shown[:smallest:smallest], shown[smallest+1:]...)
	}
	return shown
}

// dominant is the share of the squared distances from the mean that one person may
// not make: with two thirds, planted people were still told beside a second record. In
// simulated rooms of nine people one trait in twenty passes it, of twelve one in ninety.
const dominant = 3. / 5

// Dominates tells whether one person makes three fifths or more of a variance: the
// person with the lowest or the highest of n values, given with their sum and that of
// their squares (a dominance rule; Hundepool et al. 2012). The standard deviation
// would say that the extreme answers to all questions are this person's.
func Dominates(n, sum, squares, low, high int) bool {
	mean := float64(sum) / float64(n)
	farthest := max(mean-float64(low), float64(high)-mean)
	all := float64(squares) - mean*float64(sum)
	return all > 0 && farthest*farthest >= dominant*all
}

// IsFew tells whether a number of people is one to four: too few to be told of.
func IsFew(people int) bool { return people > 0 && people < MinimumGroup }
