package phone

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The check of a code. Its groups stand below one another, each a row of five letters. In
// every column the letters add up to 0, and so they do where the last one counts once, the
// one above it twice, the next four times and so on; both modulo 29. The last two groups
// are what makes it so. As 2 generates all numbers modulo 29 but 0, this is a Reed–Solomon
// code of distance three for each column, with groups as its symbols, and what follows from
// that is certain, not likely:
//
//   - one wrong group is found, whatever stands in it, and named: it alone explains what
//     is off in all columns. Two such groups would differ by a code with two letters;
//   - two groups that changed places are found, and named;
//   - any two wrong groups are found. With one wrong letter in each, both are named four
//     times in five, and none one time in seven; else they stand in the same column and
//     look like one letter of a third group, which is named instead.
//
// A letter of check in each group could do the last better, but a group that is wrong as a
// whole passes it one time in 29. A code of nine groups could find a wrong group, but not
// say which one it is: that takes two groups of check.

// A Slip is a code in which some groups are not as they were read out.
type Slip struct {
	Groups []int // their numbers, from 1; none where they cannot be told
	Text   string
}

func (s Slip) Error() string { return s.Text }

// withCheck has a code's letters as groups, and adds those that check them.
func withCheck(text []int) [][]int {
	groups := slices.Collect(slices.Chunk(text, groupSize))
	last, before := make([]int, groupSize), make([]int, groupSize)
	groups = append(groups, before, last)
	for column := range groupSize {
		sum, weighed := sumsOf(groups, column)
		before[column], last[column] = mod(sum-weighed), mod(weighed-2*sum)
	}
	return groups
}

// sumsOf are the two sums of a column that are to be 0.
func sumsOf(groups [][]int, column int) (sum, weighed int) {
	for _, g := range groups {
		sum, weighed = mod(sum+g[column]), mod(2*weighed+g[column])
	}
	return sum, weighed
}

func mod(n int) int { return (n%base + base) % base }

// slipOf says which groups are wrong, nil where the check finds none.
func slipOf(groups [][]int) error {
	wrong, all := wrongGroups(groups)
	switch {
	case all && len(wrong) == 0:
		return nil
	case all && len(wrong) == 1:
		at := wrong[0]
		return Slip{wrong, say.wrongGroup(at, written(groups[at-1:at]), written([][]int{corrected(groups, at)}))}
	}
	if a, b := swapped(groups); a > 0 {
		return Slip{[]int{a, b}, say.swappedGroups(a, b)}
	}
	if all {
		return Slip{wrong, say.wrongGroups(wrong)}
	}
	return Slip{nil, say.wrongCode()}
}

// wrongGroups are those that explain what is off in the columns, each by one letter. All
// is true where that explains everything.
func wrongGroups(groups [][]int) (wrong []int, all bool) {
	for column := range groupSize {
		sum, weighed := sumsOf(groups, column)
		if sum == 0 && weighed == 0 {
			continue
		}
		at := len(groups)
		for once := sum; once != weighed && at > 0; at-- {
			once = mod(2 * once)
		}
		if sum == 0 || at == 0 {
			return nil, false
		}
		wrong = append(wrong, at)
	}
	slices.Sort(wrong)
	return slices.Compact(wrong), true
}

// corrected is a group as it must have been, where all others are right.
func corrected(groups [][]int, at int) []int {
	right := slices.Clone(groups[at-1])
	for column := range right {
		sum, _ := sumsOf(groups, column)
		right[column] = mod(right[column] - sum)
	}
	return right
}

// swapped are two groups with which all is right where they change places; else 0.
func swapped(groups [][]int) (a, b int) {
	for b := range groups {
		for a := range b {
			other := slices.Clone(groups)
			other[a], other[b] = other[b], other[a]
			if wrong, all := wrongGroups(other); all && len(wrong) == 0 {
				return a + 1, b + 1
			}
		}
	}
	return 0, 0
}

// miscounted is the error of a code with too many groups or too few. Which one is missing
// can be told, and which one stands there twice.
func miscounted(groups [][]int, expected int) error {
	for i := range expected {
		if len(groups) == expected-1 {
			filled := slices.Insert(slices.Clone(groups), i, make([]int, groupSize))
			if wrong, all := wrongGroups(filled); all && (len(wrong) == 0 || slices.Equal(wrong, []int{i + 1})) {
				return Slip{[]int{i + 1}, say.missingGroup(i+1, expected)}
			}
		}
		if len(groups) == expected+1 && i > 0 && slices.Equal(groups[i], groups[i-1]) {
			return Slip{[]int{i, i + 1}, say.groupTwice(i)}
		}
	}
	return Slip{nil, say.groups(len(groups), expected)}
}

// groupsOf reads the letters of a code. Where most of what is typed between blanks has the
// size of a group, each is one, and can be named, unless all are of whole groups; else
// the letters are counted off.
func groupsOf(typed string) ([][]int, error) {
	words := strings.FieldsFunc(strings.ToUpper(typed), isBetween)
	fives, whole := 0, true
	for _, word := range words {
		n := utf8.RuneCountInString(word)
		if n == groupSize {
			fives++
		}
		whole = whole && n%groupSize == 0
	}
	if whole || 2*fives < len(words) {
		words = inFives(strings.Join(words, ""))
	}
	if len(words) > maxGroups {
		return nil, Slip{nil, say.tooManyGroups(len(words))}
	}
	var groups [][]int
	for i, word := range words {
		group, err := groupOf(i+1, word)
		if err != nil {
			return nil, err
		}
		groups = append(groups, group)
	}
	return groups, nil
}

func inFives(text string) []string {
	var words []string
	for five := range slices.Chunk([]rune(text), groupSize) {
		words = append(words, string(five))
	}
	return words
}

// isBetween is true of what people type between letters or groups.
func isBetween(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Dash) || strings.ContainsRune(".,;_", r)
}

// groupOf reads one group with its number.
func groupOf(number int, word string) ([]int, error) {
	var group []int
	for _, letter := range word {
		digit := strings.IndexRune(letters, letter)
		if digit < 0 {
			return nil, Slip{[]int{number}, say.noLetter(number, word, letter)}
		}
		group = append(group, digit)
	}
	if len(group) != groupSize {
		return nil, Slip{[]int{number}, say.groupSize(number, word, groupSize)}
	}
	return group, nil
}

// written are groups as people read them.
func written(groups [][]int) string {
	var words []string
	for _, g := range groups {
		var word strings.Builder
		for _, digit := range g {
			word.WriteByte(letters[digit])
		}
		words = append(words, word.String())
	}
	return strings.Join(words, " ")
}
