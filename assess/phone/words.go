package phone

import (
	"errors"
	"fmt"
	"strings"

	"collab/assess/asking"
	"collab/internal/strict"
	"collab/rubric"
)

// english holds what is wrong with codes, which those read who take them: one method a
// whole sentence. What people read on the page is in words/, a file a language.
type english struct{}

var say english

// What is wrong with a code.

func (english) foreign() error {
	return errors.New("this code is of another rubric, another version of it, or another round")
}

// otherRound says of what round a code is, where another is expected.
func (english) otherRound(expected, is asking.Round) error {
	none := is.JointWork.Scope == rubric.ScopeNone
	switch {
	case expected.Again:
		return errors.New("this code is of the first round, not of the second")
	case expected.Length != is.Length:
		return fmt.Errorf("this code is of the %s version of these questions, not of the %s one", is.Length, expected.Length)
	case none:
		return errors.New("this code is of a round without joint work; expected one with it")
	}
	return errors.New("this code is of a round with joint work; expected one without it")
}

func (english) groups(n, expected int) string {
	if n == 0 {
		return fmt.Sprintf("there is no code; expected %d blocks of five characters", expected)
	}
	if n == 1 {
		return fmt.Sprintf("the code has 1 block; expected %d", expected)
	}
	return fmt.Sprintf("the code has %d blocks; expected %d", n, expected)
}

func (english) tooManyGroups(n int) string {
	return fmt.Sprintf("this has %d blocks, which no code has; expected one code on each line", n)
}

func (english) groupSize(number int, word string, expected int) string {
	return fmt.Sprintf("block %d, %s, does not have %d characters", number, shown(word), expected)
}

func (english) noLetter(number int, word string, letter rune) string {
	return fmt.Sprintf("block %d, %s, has the character %q, which is in no code", number, shown(word), letter)
}

func (english) wrongGroup(number int, word, right string) string {
	return fmt.Sprintf("block %d, %s, is wrong; if all others are right it is %s", number, word, right)
}

func (english) wrongGroups(numbers []int) string {
	return fmt.Sprintf("blocks %s are wrong", listed(numbers))
}

func (english) swappedGroups(a, b int) string {
	return fmt.Sprintf("blocks %d and %d have changed places", a, b)
}

func (english) missingGroup(number, of int) string {
	return fmt.Sprintf("block %d of %d is missing", number, of)
}

func (english) groupTwice(number int) string {
	return fmt.Sprintf("there is one block too many: blocks %d and %d are the same", number, number+1)
}

func (english) wrongCode() string {
	return "several blocks of the code are wrong; ask for the whole code again"
}

// listed are numbers as a sentence has them.
func listed(numbers []int) string {
	var words []string
	for _, n := range numbers {
		words = append(words, fmt.Sprint(n))
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// shown is a group as it was typed, in quotation marks where it is more than letters.
func shown(word string) string {
	if quoted := strict.Show(word); quoted != `"`+word+`"` {
		return quoted
	}
	return word
}
