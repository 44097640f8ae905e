package interview

import (
	"fmt"
)

// What is said while a show of hands is counted.

func (english) people(n int) string              { return fmt.Sprintf("%d people", n) }
func (english) handsOf(n, people int) string     { return fmt.Sprintf("%d of %d hands", n, people) }
func (english) handsPrompt() string              { return "Hands" }
func (english) peopleNow(n int) string           { return fmt.Sprintf("The room now has %d people.", n) }
func (english) keysOfCounts() string             { return "type counts" }
func (english) doesCounts(example string) string { return "such as " + example }
func (english) doesRecord() string               { return "save" }
func (english) doesPeople(n int) string          { return fmt.Sprintf("for %d people", n) }
func (english) keysOfPeople(n int) string        { return fmt.Sprintf("type p %d", n) }
func (english) countedHands(words string) string { return "You counted " + words + "." }

func (english) missing(n int) string {
	if n == 1 {
		return "One hand is missing."
	}
	return fmt.Sprintf("%s hands are missing.", capital(number(n)))
}

func (e english) missingSure(n int) string {
	return e.missing(n) + " Press Enter again to record it anyway, or type p and a number to change the number of people."
}

// nothingTyped is said where Enter would pass over what was not counted.
func (english) nothingTyped(rows bool) string {
	if rows {
		return "Type the counts first. ↓ skips this line, → skips them all."
	}
	return "Type the counts first. → skips this question."
}

func (english) notRecorded(err error) string {
	return sentence(capital(err.Error())) + " Nothing is recorded."
}

func (english) because(err error) string { return sentence(capital(err.Error())) }

func (english) expectsHands(example string) string {
	return "the hands for each, such as " + example + ", or p and the number of people"
}

// recordedHands echoes counts, and says how many hands there were where each
// person has one.
func (e english) recordedHands(words string, missing, people int, each bool) string {
	switch {
	case missing > 0:
		return fmt.Sprintf("Recorded: %s. %d of %d hands. %s b goes back to count again.", words, people-missing, people, e.missing(missing))
	case each:
		return fmt.Sprintf("Recorded: %s. All %d hands.", words, people)
	}
	return "Recorded: " + words + "."
}

func (english) numberAfter(key string) error   { return fmt.Errorf("put a number after %s", key) }
func (english) notAnAnswer(typed string) error { return fmt.Errorf("%q is not an option", typed) }

func (english) tooManyCounts(most int) error {
	return fmt.Errorf("type %s at most", plural(most, "count", "counts"))
}

func (english) tooFewCounts(needed int) error {
	return fmt.Errorf("type %s, with 0 where no hand is up", plural(needed, "count", "counts"))
}
