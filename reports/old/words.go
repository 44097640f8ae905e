package reports

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"collab/assess"
	"collab/rubric"
)

// cautions say what limits the findings.
var cautions = map[assess.Caution]string{
	assess.CautionSolo:     "one informed view, likely to read high",
	assess.CautionFew:      "fewer than five people",
	assess.CautionSmall:    "five to seven people: read the counts, not the decimals",
	assess.CautionHands:    "a show of hands, not private",
	assess.CautionShort:    "short form, one question for each side of a trait",
	assess.CautionNamed:    "a named room, answers can be traced",
	assess.CautionOneScope: "a trait rests on one side only",
	assess.CautionUnknowns: "some answers are not known",
}

// readiness is how ready a form is.
var readiness = map[assess.Ready]string{
	assess.IsReady:    "ready",
	assess.Nearly:     "nearly ready",
	assess.NotYet:     "not yet ready",
	assess.CannotTell: "cannot tell",
	assess.NotAsked:   "not asked",
}

// aims are what the association makes of a form.
var aims = map[string]string{
	rubric.Have:           "you have one",
	rubric.Exploring:      "you are exploring it",
	rubric.NotConsidering: "you are not considering it",
}

// aimsOfRooms are the same, as people of a room say.
var aimsOfRooms = map[string]string{
	rubric.Have:           "there is one",
	rubric.Exploring:      "it is being explored",
	rubric.NotConsidering: "it is not considered",
}

// sides are the scopes in a few words.
var sides = map[rubric.Scope]string{
	rubric.Within:  "within the association",
	rubric.Between: "between associations",
}

// labels head what a room agrees on, and what it does not.
var labels = map[assess.Label]string{
	assess.Split:    "split",
	assess.Mixed:    "mixed",
	assess.Agree:    "agreed",
	assess.TooFew:   "too few to judge",
	assess.Withheld: "withheld",
}

var smallNumbers = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// inWords is a count as a sentence has it.
func inWords(n int) string {
	if n < len(smallNumbers) {
		return smallNumbers[n]
	}
	return strconv.Itoa(n)
}

// counted is a count with its noun.
func counted(n int, one, many string) string {
	if n == 1 {
		return inWords(n) + " " + one
	}
	return inWords(n) + " " + many
}

// either is the first word for one of something, the second for more.
func either(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// listed joins with commas, and an "and" before the last.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// sentence begins with a capital.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
