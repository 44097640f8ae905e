package reports

import (
	"strconv"
	"strings"

	"collab/assess"
)

// Counts as bars. On a screen every stage has a column with a bar in it. In a
// file, whose letters may be of any width, every person is the digit of a stage:
// "11111 2 333333 ." are five, one, six and nobody.

// marks are how many marks stand for n people where each stands for up to per.
func marks(n, per int) int { return (n + per - 1) / per }

// mostDigits is how long a bar of digits may be.
const mostDigits = 24

// perDigit is how many people a digit must stand for, for the longest bar to fit.
func perDigit(all []assess.Counts) int {
	most := 0
	for _, c := range all {
		most = max(most, c.Scored())
	}
	return max(1, marks(most, mostDigits))
}

// digits are counts as a bar of digits.
func digits(c assess.Counts, per int) string {
	parts := make([]string, len(c.Ranks))
	for i, n := range c.Ranks {
		parts[i] = "."
		if n > 0 {
			parts[i] = strings.Repeat(strconv.Itoa(i+1), marks(n, per))
		}
	}
	return strings.Join(parts, " ")
}

// Bars of a screen.
const (
	block  = "■"
	nobody = "·"
)

// bar is a count as a bar, with the count behind it.
func bar(n, per int) string {
	if n == 0 {
		return nobody
	}
	return strings.Repeat(block, marks(n, per)) + " " + strconv.Itoa(n)
}

// inOrder are counts in the order of the stages.
func inOrder(c assess.Counts) string {
	parts := make([]string, len(c.Ranks))
	for i, n := range c.Ranks {
		parts[i] = strconv.Itoa(n)
	}
	return strings.Join(parts, "/")
}
