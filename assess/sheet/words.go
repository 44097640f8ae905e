package sheet

import (
	"fmt"
	"strings"
)

// english holds what is said of a sheet's line, and of the whole questionnaire: one method
// a whole sentence. What stands on the paper is in [asking.Words].
type english struct{}

// say is the language of sheets.
var say english

// Of the whole questionnaire, as it is printed for those who want to read it.

func (english) summary(ref string, questions, short int) string {
	return fmt.Sprintf("%s. %d questions about today, %d of them in the short version. More questions follow, on targets, hurdles and plans. The names of the stages are printed here, but people do not see them while they answer.", ref, questions, short)
}

func (english) alsoShort() string                 { return "also in the short version" }
func (english) atLeast(what, stage string) string { return what + ": at least " + stage }

// What is wrong with a line that was typed.

func (english) line() string               { return "the line" }
func (english) noAnswer(key string) string { return fmt.Sprintf("%q is not an answer", key) }

func (english) expected(what, expected string) string { return what + "; expected " + expected }

func (english) miscounted(typed, expected int) string {
	if typed == 1 {
		return fmt.Sprintf("has 1 answer; expected %d", expected)
	}
	return fmt.Sprintf("has %d answers; expected %d", typed, expected)
}

func (english) numberedFault(where string, position, number int, text string) string {
	return fmt.Sprintf("%s, answer %d (question %d): %s", where, position, number, text)
}

func (english) fault(where string, position int, text string) string {
	return fmt.Sprintf("%s, answer %d: %s", where, position, text)
}

func (english) more(n int) string { return fmt.Sprintf("and %d more", n) }

func (english) notARole(name string) string {
	return fmt.Sprintf("begins with %q and a colon; expected the number or id of a role", name)
}

func (english) notAPart(word, parts string) string {
	if parts == "" {
		return fmt.Sprintf("has %q before a colon; expected only answers", word)
	}
	return fmt.Sprintf("has %q before a colon; expected %s, or a group of answers", word, parts)
}

func (english) twice() string { return "is there twice" }

func (english) notLast(name, last string) string {
	return fmt.Sprintf("contains %s; the %s must come last in the line", name, last)
}

func (english) nothing(expected string, empty rune) string {
	return fmt.Sprintf("is empty; expected %s, or %c for none", expected, empty)
}

func (english) tooMany(n, most int) string {
	return fmt.Sprintf("has %d; expected at most %d", n, most)
}
func (english) wordTwice(word string) string { return fmt.Sprintf("%q is there twice", word) }
func (english) secondWorst(word string) string {
	return fmt.Sprintf("%q is a second worst; only one can be the worst", word)
}

func (english) unknownWord(word, expected string) string {
	return fmt.Sprintf("%q is unknown; expected %s", word, expected)
}

func (english) numbers(last int) string {
	return fmt.Sprintf("numbers from 1 to %d with commas between", last)
}
func (english) numbersWithWorst(last int) string {
	return fmt.Sprintf("numbers from 1 to %d with commas between, w after the worst", last)
}

func (english) upTo(last int) string                { return fmt.Sprintf("1 to %d", last) }
func (english) keyMeans(key, meaning string) string { return fmt.Sprintf("%s (%s)", key, meaning) }
func (english) unanswered() string                  { return "unanswered" }
func (english) strategy() string                    { return "Strategy" }

func (english) keys(keys []string, empty string) string {
	return strings.Join(keys, ", ") + " or " + empty
}

func (english) unknown(text string, last int) string {
	return fmt.Sprintf("%q is unknown; expected 1 to %d", text, last)
}

func (english) codeLength(n, most int) string {
	return fmt.Sprintf("has %d characters; expected 1 to %d", n, most)
}
func (english) codeControl() string { return "contains a control character; expected text" }
func (english) notGiven() string    { return "Not given" }
