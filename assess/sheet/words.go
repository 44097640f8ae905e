package sheet

import (
	"fmt"
	"strings"
)

// english holds what people read of a sheet, apart from the rubric's own words and
// the labels of the templates: one method a whole sentence.
type english struct{}

// say is the language of sheets.
var say english

// On the paper.

func (english) lead(questions, minutes int, more bool) string {
	text := fmt.Sprintf("The %d questions take about %d minutes. ", questions, minutes)
	if more {
		text = fmt.Sprintf("The %d questions, and a few more at the end, take about %d minutes. ", questions, minutes)
	}
	return "Describe what anyone could observe here. No answer is right or wrong, and the last one is not the target. " + text +
		"Mark one box for each; if you make a mistake, black out that box and mark another. " +
		"The small characters in the boxes are only for typing your answers in later. Please leave out your name."
}

// jointWork is said of the line for it. Those of the questions that are about it follow
// one another, but in a second round.
func (english) jointWork(about []int) string {
	first, last := about[0], about[len(about)-1]
	if last-first != len(about)-1 || first == last {
		return "The same for everyone: ask the person who leads the round."
	}
	return fmt.Sprintf("The same for everyone: ask the person who leads the round. If there was none, leave out questions %d to %d.", first, last)
}

func (english) inside() string     { return "inside" }
func (english) withOthers() string { return "with others" }

func (english) eachOf(n int) string  { return fmt.Sprintf("one character for each of the %d", n) }
func (english) theirNumbers() string { return "their numbers" }
func (english) itsNumber() string    { return "its number" }
func (english) withTheWorst() string { return "their numbers, with w after the worst" }
func (english) endOfLine() string    { return "at the end of the line" }

// Of the whole questionnaire, as it is printed for those who want to read it.

func (english) summary(ref string, questions, short int) string {
	return fmt.Sprintf("%s. %d questions, %d of them in the short version. People do not see the names of the stages while they answer.", ref, questions, short)
}

func (english) alsoShort() string                 { return "also in the short version" }
func (english) atLeast(what, stage string) string { return what + ": at least " + stage }

// What is wrong with a line that was typed.

func (english) noFormat(format PaperFormat) error {
	return fmt.Errorf("a questionnaire cannot be written as %q", format)
}
func (english) noPage(page Page) error { return fmt.Errorf("%q is not a paper size", page) }

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
