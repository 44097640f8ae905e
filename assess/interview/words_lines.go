package interview

import (
	"fmt"
	"strings"
)

// What is said in lines: heard, it has to be plain, and is never looked back at.

func (english) pressEnterAfter() string {
	return "Press Enter after each answer. h for help, q to stop."
}
func (english) xClears() string        { return "x clears an answer." }
func (english) enterContinues() string { return "press Enter to continue" }

func (english) welcomed(rubric, title string) string { return rubric + ". " + title }

// How it ends.

// stopping says where one was, empty where nothing was asked.
func (english) stopping(ended bool, at string) string {
	what := "Stopping"
	if ended {
		what = "The input has ended"
	}
	if at != "" {
		what += " at q" + strings.TrimPrefix(at, "Q")
	}
	return what + "."
}

func (english) lineCutOff() string {
	return "The input ended in the middle of a line. That line is not recorded."
}

func (english) cutOff() string              { return "the input ended in the middle of a line" }
func (english) linesFailed(err error) error { return fmt.Errorf("asking in lines: %w", err) }
func (english) finished() string            { return "Finished." }

// What came of an entry.

func (english) nothingRecorded() string { return "Nothing is recorded." }

func (english) refused(why, brief string) string { return why + " Nothing is recorded. " + brief }

func (english) notUnderstood(typed, brief string) string {
	return fmt.Sprintf("%q is not an option. %s h for help.", typed, brief)
}

func (english) notSavedLines(err error, remedy string) string {
	return "Not saved: " + sentence(err.Error()) + " " + remedy
}

func (english) savedNow() string { return "Saved now." }

func (english) leaveAnyway() string {
	return "Enter q again to leave without it. Earlier answers are safe."
}
func (english) changeStart() string {
	return "Go back with b and change it, or fix the problem and enter r to try again."
}
func (english) tryAgain() string {
	return "Earlier answers are safe. Fix the problem, then enter r to try again."
}

func (english) wentBack() string  { return "Back." }
func (english) beginning() string { return "This is the beginning." }
func (english) skipped() string   { return "Skipped, nothing recorded." }
func (english) unchanged() string { return "Unchanged." }
func (english) cleared() string   { return "Cleared." }

func (english) recordedKey(key string) string           { return key + " recorded." }
func (english) recordedLetter(key, means string) string { return key + " recorded: " + sentence(means) }
func (english) recordedText(text string) string         { return "Recorded: " + sentence(text) }
func (english) recordedList(numbers []string) string    { return listed(numbers, "and") + " recorded." }
func (english) noted(text string) string                { return "Noted: " + sentence(text) }
func (english) notedCode() string                       { return "Code noted." }

func (english) youAnswered(what string) string   { return "You answered " + sentence(what) }
func (english) youWrote(text string) string      { return "You wrote: " + sentence(text) }
func (english) youChose(numbers []string) string { return "You chose " + listed(numbers, "and") + "." }
func (english) tooLong(n, most int) string {
	return fmt.Sprintf("That is %d characters; the limit is %d.", n, most)
}
func (english) outOfRange(n, last int) string { return fmt.Sprintf("%d is not from 1 to %d.", n, last) }
func (english) mostNumbers(most int) string   { return capital(number(most)) + " at most." }
func (english) oneWorst() string              { return "Only one can be the worst." }
func (english) recordedWorst(said string, n int) string {
	return fmt.Sprintf("%s The worst: %d.", said, n)
}

// What may be entered.

func (english) expectsNumber() string          { return "a number" }
func (english) expectsNumbers(last int) string { return fmt.Sprintf("numbers from 1 to %d", last) }
func (english) expectsPart(last int) string    { return fmt.Sprintf("1 to %d, or f", last) }
func (english) orLook(expects string) string   { return expects + ", l and a number" }
func (english) upTo(last string) string        { return "1 to " + last }
func (english) or() string                     { return "or" }
func (english) noneTicked() string             { return "None chosen." }

// expectsText says also how to leave out what may be left out.
func (english) expectsText(optional bool) string {
	if optional {
		return "a line of text, or s to skip it"
	}
	return "a line of text"
}

func (english) enterNumbers(marks, again bool) string {
	how, none := "Enter the numbers, such as 1 3", "Enter s for none."
	if marks {
		how += ", and put w after the worst one, such as 1 3w"
	}
	if again {
		none = "Enter x for none, or s to keep your earlier answer."
	}
	return how + ". " + none
}

// What is asked.

// asked is what something is called, and then what is asked about it.
func (e english) asked(name, ask string) string {
	if sentence(name) == name {
		return name + " " + ask
	}
	return e.withMeaning(name, ask)
}

func (english) asking(title, help string) string {
	if !strings.HasSuffix(title, "?") {
		title += "?"
	}
	return strings.TrimSpace(title + " " + help)
}

func (english) askCode(title, help string) string {
	return title + ". " + help + " Enter s to skip it."
}

func (english) jointWorkLines(none string) string {
	return "The next questions are about one piece of joint work. If there was no joint work, skip the first question with s. In the second, choose “" + none + "”."
}

func (english) yourJointWork(remind, about string) string {
	return sentence(remind) + " Your joint work: " + sentence(about)
}

func (english) instructions() string       { return "Instructions" }
func (english) beforeTheFirstLine() string { return "Before the first question:" }

func (e english) howLongLines(questions, minutes int) string {
	return fmt.Sprintf("%s, about %d minutes. Each answer is saved at once in a file you can read. Stop any time with q. To continue, start the program the same way again.", e.questions(questions), minutes)
}

func (english) item() string { return "item" }

func (english) withMeaning(label, meaning string) string { return label + ": " + meaning }

// Where one is.

func (e english) part(at, of int, name string, questions int, left string) string {
	return fmt.Sprintf("Part %d of %d: %s. %s, %s.", at, of, name, e.questions(questions), left)
}

func (english) question(at, of int) string { return fmt.Sprintf("Question %d of %d", at, of) }

func (english) questionItem(question, noun string, at, of int) string {
	return fmt.Sprintf("%s, %s %d of %d", question, noun, at, of)
}

// brief asks once more; what is a question already is followed by no colon.
func (english) brief(at, expects string) string {
	if strings.HasSuffix(at, "?") {
		return at + " " + capital(expects) + "."
	}
	return at + ": " + expects + "."
}

// where puts together where one is; parts that do not apply are empty.
func (e english) where(at, left, name, part, done, association string) string {
	said := name + "."
	if at != "" {
		said = at + ", " + left + "."
	}
	for _, more := range []string{part, done, association} {
		if more != "" {
			said += " " + more
		}
	}
	return said
}

func (english) inPart(at, of int, name string) string {
	return fmt.Sprintf("Part %d of %d: %s.", at, of, name)
}
func (english) answered(done, of int) string { return fmt.Sprintf("%d of %d answered.", done, of) }

func (e english) weMean(association string) string { return e.weMeans() + " " + sentence(association) }

func (english) minutesToGo(n int) string {
	if n == 1 {
		return "about 1 minute left"
	}
	return fmt.Sprintf("about %d minutes left", n)
}

func (english) noSuchQuestion(number string, last int) string {
	return fmt.Sprintf("There is no question %s; questions go from 1 to %d.", number, last)
}

// Help on a question.

func (english) lookHere(evidence string) string { return "Where to look: " + evidence }

func (english) examples(rank int, signs []string) string {
	return fmt.Sprintf("Examples of %d: %s", rank, strings.Join(signs, " "))
}

func (english) noExamples() string { return "This question has no examples." }

// Notes.

func (english) noteOnOneLine(help string) string {
	return "Your note on this question, on one line. " + help
}

func (english) noteSoFar(note string) string {
	return "Your note so far: " + sentence(note) + " Press Enter to keep it, or enter x to delete it."
}

func (english) noteRecorded() string { return "Note recorded." }
func (english) noNote() string       { return "No note is recorded." }
func (english) noteStays() string    { return "Your note is unchanged." }
func (english) noteDeleted() string  { return "Note deleted." }

func (english) noteTooLong(why string) string {
	return why + " Nothing is recorded. Enter m to write the note again."
}

// Keys.

func (english) keys(expects string, list []string) string {
	return "Type a key, then Enter: " + expects + "; " + strings.Join(list, ", ") + ". Words such as back and stop also work."
}

func (english) lineBack() string     { return "back" }
func (english) lineSkip() string     { return "skip" }
func (english) lineRepeat() string   { return "repeat" }
func (english) lineExamples() string { return "examples and where to look" }
func (english) lineWhy() string      { return "why it matters" }
func (english) lineNote() string     { return "note" }
func (english) lineClear() string    { return "clear the answer" }
func (english) lineWhere() string    { return "where am I" }
func (english) lineJump() string     { return "review your answers" }
func (english) lineStop() string     { return "stop and save" }
func (english) lineHelp() string     { return "this help" }

// The review, and drafts.

func (english) reviewBegins(complete string) string { return "Review. " + complete }

func (english) reviewPart(n int, name, state string) string {
	return fmt.Sprintf("%d. %s: %s", n, name, state)
}

func (english) reviewEnd() string {
	return "Enter a number to go to that line, or j and a number to go to that question. b goes back, f finishes."
}

func (english) reviewEndAgain() string {
	return "Enter a number to go to that line; f finishes, r repeats the list."
}

func (english) lastPage() string   { return "This is the last page." }
func (english) whichDraft() string { return "Which one" }
func (english) goingOn() string    { return "Continuing." }
