package asking

import "fmt"

// english holds every sentence that people read around the rubric's own words, whatever
// they answer on: one method a whole sentence. A second language is a second type with
// these methods.
type english struct{}

// say is the language in which people are asked.
var say english

// What items are called and ask.

func (english) role() string        { return "Your role" }
func (english) code() string        { return "Your code" }
func (english) codeOnPaper() string { return "Code, if you like" }
func (english) priorities() string  { return "Priorities" }
func (english) hurdles() string     { return "Hurdles" }
func (english) worst() string       { return "The worst hurdle" }
func (english) factPrompt() string  { return "Is this true today?" }
func (english) factYes() string     { return "Yes, this is so" }
func (english) factNo() string      { return "No, not yet" }

// factPromptOnce is what forms asked before.
func (english) factPromptOnce() string { return "Is this so today?" }

// anyOrNone and itsNumber stand behind a prompt on paper.
func (english) anyOrNone() string { return " Tick any, or none." }
func (english) itsNumber() string { return " Its number:" }

// Forms, which people read with nobody beside them.

func (english) codeHelp() string {
	return "Optional: a word that only you know. It links your answers over the years and is not in the report."
}

func (english) worstHelp() string {
	return "Choose one that you ticked above. If you ticked none, leave this empty."
}

func (english) aboutYou() string    { return "About you" }
func (english) whatYouNeed() string { return "What you need" }
func (english) whatIsFirst() string { return "What comes first, and what is in the way" }
func (english) whatYouPlan() string { return "What you plan" }
func (english) secondRound() string { return "After talking about it" }

func (english) nothingNeeds() string {
	return "Every question is optional. What you leave out counts as unanswered, not as a low answer."
}

func (english) onlyIfAim() string {
	return "If you have this, or are exploring it, please answer the next questions too. If not, leave them empty."
}

// title is that of a form.
func (english) title(association string, again bool) string {
	switch {
	case again && association != "":
		return association + ": second round"
	case again:
		return "Second round"
	case association != "":
		return fmt.Sprintf("How collaborative is %s?", association)
	}
	return "How collaborative is your association?"
}

// jointWork says what the questions about joint work are about.
func (english) jointWork(about string) string {
	return fmt.Sprintf("The joint work meant in these questions: %s.", about)
}

// Thanks stands behind the last question, where a form tool shows something there.
func Thanks() string { return "That was the last question. Thank you: please send your answers." }

// AtMost is said where too many are ticked.
func AtMost(most int) string { return fmt.Sprintf("Please choose at most %d.", most) }

// Notice is what people read of who sees their answers, where nobody says it in words
// of their own.
func Notice() string {
	return "Whoever runs this form can read what each person answers. The group's report shows counts and averages, " +
		"never one person's answers together. A question that fewer than five people answered shows no counts; where five or " +
		"more did, all counts are shown, also where you alone chose an answer. Your name is not asked."
}

// Why a round does not ask an item, behind its id.

func (english) notOfLength() string {
	return "is not asked in the short form; leave out --short if the full form was asked"
}

func (english) noJointWork() string {
	return "is not asked where there was no joint work; expected --joint-scope within or between, if there was some"
}
