package interview

import (
	"fmt"
	"strings"

	"collab/rubric"
)

// english holds every sentence that people see or hear while they answer, apart from
// the rubric's own: one method a whole sentence. What both faces say and what the
// screen shows is here, the rest in the words_ files. A second language is a second
// type with these methods.
type english struct{}

// say is the language of the interview.
var say english

// The start page.

func (english) welcomeTitle() string { return "How collaborative is your association?" }

// DefaultWelcome is what the start page says where [Options].Welcome says nothing.
func DefaultWelcome() []string {
	return []string{
		"Describe what anyone could observe. No answer is right or wrong.",
		"Each answer is saved as you give it: stop any time and continue later. Anyone who can open assessment.yaml can read your answers.",
	}
}

// linesHint tells of the other face.
func (english) linesHint() string {
	return "For a screen reader, stop here and start again with --accessible or ACCESSIBLE=1."
}

func (english) start() string { return "Start" }

// What comes before the questions, and between them.

func (english) beforeTheFirst() string { return "Before the first question" }

// roomHelp says how a show of hands goes.
func (english) roomHelp() string {
	return "Read each description aloud, count the hands, and type the counts."
}

// howLong says what is ahead, and how one answers at the screen.
func (e english) howLong(questions, minutes int, room bool) string {
	how := "Press one key to answer and continue; ← goes back."
	if room {
		how = e.roomHelp() + " ← goes back."
	}
	return fmt.Sprintf("%s, about %d minutes. %s", e.questions(questions), minutes, how)
}

func (english) keptAtOnce() string {
	return "Each answer is saved at once in a file you can read. Stop any time with ctrl+c. To continue, start the program the same way again."
}

func (english) place(at, of int, left string) string {
	return fmt.Sprintf("Part %d of %d · %s", at, of, left)
}
func (english) minutesLeft(n int) string { return fmt.Sprintf("%d min left", n) }
func (english) at(at, of int) string     { return fmt.Sprintf("%d of %d", at, of) }
func (english) questions(n int) string   { return plural(n, "question", "questions") }

// weMeans stands before the name of the association.
func (english) weMeans() string { return "“We” and “your” mean this whole association:" }

func (english) jointWorkIntro(none string) string {
	return "The next questions are about one piece of joint work. If there was none, press Enter and then choose “" + none + "”."
}

// forEverybody is said to the one of a group who names the joint work.
func (english) forEverybody() string {
	return "What you enter here applies to everyone who answers after you."
}

// A question.

func (english) whereToLook() string  { return "Where to look:" }
func (english) whyItMatters() string { return "Why it matters:" }

// scope heads what a scope means.
func (english) scope(s rubric.Scope) string {
	if s == rubric.Within {
		return "Within:"
	}
	return "Between:"
}

func (english) keysOfQuestion(k int) string { return fmt.Sprintf("1 to %d, d or n", k) }

func (english) nothingSelected(keys string) string {
	return "No answer is selected yet. Press " + keys + ", or select one with the arrows."
}

func (english) notAnOption(typed, keys string) string {
	return fmt.Sprintf("%q is not an option. Press %s.", typed, keys)
}

func (english) pressOneShown() string {
	return "Press one of the keys shown, or choose with the arrows."
}

func (english) looksLikeText(key string) string {
	return "You seem to be typing text, so " + key + " did nothing. Wait a moment and press it again, or press m to write a note."
}

// Notes.

func (english) noteTitle() string { return "Your note on this question" }

func (english) noteHelp() string {
	return "An example, a document, a doubt. It appears in the report exactly as typed; leave out names the board should not see."
}

func (english) yourNote(note string) string { return "Your note: " + note }

// answeringAgain says of a revision why it does not show what was answered.
func (english) answeringAgain() string {
	return "Your earlier answers are hidden on purpose. Questions you skip keep them."
}

func (english) noteOfBefore() string { return "You wrote a note last time: press m to see it." }

// Looking ahead.

func (english) allAnswered() string { return "All answered. Press Enter to continue." }
func (english) howToMark() string {
	return "Press space to mark the line at the cursor; ↑ and ↓ move the cursor."
}
func (english) atMost(n int) string { return capital(number(n)) + " at most: clear one first." }
func (english) theWorst() string    { return " · the worst one" }
func (english) whichIsWorst(question string) string {
	return question + " Press w to mark it, or Enter to continue."
}

// The review.

func (english) review() string { return "Review" }

// complete says how much is open, and what becomes of it.
func (english) complete(open int, revising bool) string {
	rest := "unanswered questions are left out, never guessed."
	if revising {
		rest = "unanswered questions keep their earlier answers."
	}
	switch open {
	case 0:
		return "Everything is answered."
	case 1:
		return "One line below is incomplete. You may leave it so: " + rest
	}
	return fmt.Sprintf("%s lines below are incomplete. You may leave them so: %s", capital(number(open)), rest)
}

// tooFew names the traits that would have no stage, and says why: unknown and notApply are
// answers that do not count.
func (english) tooFew(traits []string, room, unknown, notApply bool) string {
	said := listed(traits, "and") + ": too few answers to name a stage."
	if room {
		return said + " A question counts once five hands have chosen a description."
	}
	if unknown {
		said += ` "I don't know" does not count.`
	}
	if notApply {
		said += ` "Does not apply" counts only where it is your answer to every question about one side, inside or with others.`
	}
	return said
}

func (english) notKnown(n int) string    { return fmt.Sprintf(`%d "I don't know"`, n) }
func (english) noneChosen() string       { return "none chosen" }
func (english) marked(n int) string      { return fmt.Sprintf("%d marked", n) }
func (english) worst(name string) string { return "worst: " + name }

// finishRow ends the interview; one of a group sees no results here.
func (english) finishRow(partOfGroup bool) string {
	if partOfGroup {
		return "Finish"
	}
	return "Finish and see your results"
}

// Drafts.

func (english) welcomeBack() string { return "Welcome back" }

func (english) unfinished(drafts int) string {
	if drafts == 1 {
		return "There is an unfinished assessment here."
	}
	return fmt.Sprintf("There are %s unfinished assessments here.", number(drafts))
}

func (english) continueDraft(label string, done, of int) string {
	return fmt.Sprintf("Continue: %s, %d of %d answered", label, done, of)
}

func (english) continueRevision(label string) string {
	return "Continue: " + sentence(label) + " Questions you leave out keep their earlier answers. Finishing updates that assessment."
}

func (english) withQuestionsOf(rubric string) string { return ", with the questions of " + rubric }

func (english) carryOver(rubric, what string) string {
	return "Continue with the questions of " + rubric + " instead: " + what
}

func (english) answersStay(n int) string { return plural(n, "answer stays", "answers stay") }
func (english) reworded(n int) string {
	return plural(n, "question is reworded", "questions are reworded")
}
func (english) added(n int) string   { return plural(n, "is new", "are new") }
func (english) removed(n int) string { return plural(n, "is no longer asked", "are no longer asked") }

func (english) dropDraft(label string) string {
	return "Start over: " + label + ". Those answers will not count."
}

// startOver offers a new draft beside those that are there.
func (english) startOver(drafts int, revision, private bool) string {
	kept := "(your draft is kept)"
	if drafts > 1 {
		kept = "(your drafts are kept)"
	}
	switch {
	case private:
		return "Start. I have not answered anything yet."
	case revision:
		return "Start a new assessment " + kept
	}
	return "Start over " + kept
}

func (english) lookAtDraft(drafts int) string {
	if drafts > 1 {
		return "Look at a draft"
	}
	return "Look at this draft"
}

func (english) leaveDrafts() string { return "Leave everything as it is" }

// A look at a draft.

func (english) aLook() string       { return "Your draft" }
func (english) nothingHeld() string { return "Nothing is answered yet." }

// Saving.

func (english) notSaved(err error) string { return "Not saved: " + err.Error() }

func (english) remedyLeaving() string {
	return "Press ctrl+c again to leave without it. Earlier answers are safe."
}
func (english) remedyStart() string { return "Correct it and press Enter." }
func (english) remedy() string {
	return "Earlier answers are safe. Fix the problem, then press Enter to try again."
}

// The window.

func (english) windowTooSmall() string { return "Make this window larger" }

func (english) linesShown(from, to, of int) string {
	return fmt.Sprintf("lines %d to %d of %d · PgUp PgDn", from, to, of)
}

// fewer says that an answer took questions away, and how many there are now.
func (e english) fewer(n, of int) string {
	return fmt.Sprintf("Because of your answer, %s not asked: there are %d now.", plural(n, "question is", "questions are"), of)
}

func (english) mayBeEmpty() string { return "Leave it empty if you like." }

// What keys do.

func (english) doesAnswer() string    { return "answer" }
func (english) doesBack() string      { return "back" }
func (english) doesSkip() string      { return "skip" }
func (english) doesExamples() string  { return "examples" }
func (english) doesWhy() string       { return "why" }
func (english) doesNote() string      { return "note" }
func (english) doesContinue() string  { return "continue" }
func (english) doesRow() string       { return "row" }
func (english) doesClear() string     { return "clear" }
func (english) doesMark() string      { return "mark" }
func (english) doesWorst() string     { return "the worst" }
func (english) doesChoose() string    { return "choose" }
func (english) doesPoint() string     { return "point" }
func (english) doesReview() string    { return "review" }
func (english) doesNext() string      { return "next" }
func (english) doesKeepNote() string  { return "save the note" }
func (english) doesEmptyNote() string { return "erase it" }
func (english) doesGoThere() string   { return "go there" }
func (english) doesFinish() string    { return "finish" }
func (english) doesRead() string      { return "read" }
func (english) doesGoOnWith() string  { return "continue it" }
func (english) doesStop() string      { return "stop" }
func (english) doesStopKept() string  { return "stop, answers are saved" }

func (english) keysOfPages() string { return "PgUp PgDn" }

// keysOfNote close the pad.
func (english) keysOfNote() string { return "enter or esc" }

// What ends the interview, or keeps a wish from being done.

func (english) screenFailed(err error) error { return fmt.Errorf("asking at the terminal: %w", err) }
func (english) saveFailed(err error) error   { return fmt.Errorf("saving the last answers: %w", err) }

func (english) broken(value any) string {
	return fmt.Sprintf("a mistake in this program ended the interview: %v", value)
}

// number is a count in words up to ten, beyond in figures.
func number(n int) string {
	words := strings.Fields("no one two three four five six seven eight nine ten")
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

// capital has text begin with a capital.
func capital(text string) string {
	if text == "" {
		return text
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

func plural(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// sentence ends text as a sentence ends.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".?!") {
		return text
	}
	return text + "."
}

// listed is a list in words: "a, b or c".
func listed(words []string, and string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " " + and + " " + words[last]
}
