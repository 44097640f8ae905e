package asking

import (
	"errors"
	"fmt"
	"strings"

	"collab/rubric"
)

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

// The start page.

func (english) name() string { return "Name of the association" }
func (english) nameMissing() string {
	return "Please enter the name: it appears on the report and names the folder."
}
func (english) roleHelp() string { return "You do not need to give your own name." }

func (english) codeHelpHere() string {
	return "A code of your own, such as a word only you know, links your answers from year to year."
}

func (english) codeTaken() string {
	return "Someone in this round already uses this code. If that was you, stop here and continue your earlier answers. If not, choose another code."
}

func (english) people() string { return "How many people are in the room?" }
func (english) peopleMissing() string {
	return "Please enter the number: hands are checked against it."
}

func (english) peopleHelp() string {
	return "Count everyone who will raise a hand. You can change the number at any question: type p and the new number."
}

func (english) numberNeeded() string  { return "please enter a number" }
func (english) length() string        { return "Which version?" }
func (english) lengthMissing() string { return "Please choose a version." }

// lengthTakes names one of the two lengths, and what it takes.
func (english) lengthTakes(short bool, minutes, questions int) string {
	name := "Full"
	if short {
		name = "Short"
	}
	return fmt.Sprintf("%s: about %d minutes, %d questions", name, minutes, questions)
}

// Sections and steps.

func (english) benefits() string { return "What members get" }
func (english) benefitsWords() string {
	return "How groups, and associations, work together on what they offer members."
}

func (english) ahead() string { return "Looking ahead" }
func (english) aheadWords() string {
	return "That covers today. Next: what you need, what you plan, and what has held you back."
}

func (english) againWords() string {
	return "You have talked about these questions. Answer each as you see it now; you may choose the same as before."
}

func (english) targets() []string     { return []string{"Targets · where you need to be", "Targets"} }
func (english) forms() string         { return "Forms of collaboration" }
func (english) jointWorkName() string { return "Joint work" }

// topics name what a question is about, from long to short.
func (english) topics(scope rubric.Scope, name, short string) []string {
	switch scope {
	case rubric.Within:
		return []string{name + " · within the association", short + " · within the association", short + " · within"}
	case rubric.Between:
		return []string{name + " · between associations", short + " · between associations", short + " · between"}
	}
	return []string{name, short}
}

// A show of hands.

func (english) tooFewPeople(least int) error {
	return fmt.Errorf("a show of hands needs %d people or more", least)
}

func (english) tooManyPeople(most int) error { return fmt.Errorf("the limit is %d people", most) }

func (english) moreHandsBefore(n int) error {
	return fmt.Errorf("you already counted %d hands at one answer, so there are at least %d people", n, n)
}

func (english) tooManyHands(n int, mark string, most int) error {
	return fmt.Errorf("%d hands for %s is too many: there can be %d at most", n, mark, most)
}

func (english) moreHandsThanPeople(n, people int) error {
	return fmt.Errorf("%d hands is too many: there are %d people", n, people)
}

// What keeps something from being asked again.

func (english) mayMean(said string, ids []string) error {
	last := len(ids) - 1
	return fmt.Errorf("%q may mean %s or %s; name one of them", said, strings.Join(ids[:last], ", "), ids[last])
}

// calledNothing takes a near word, empty where there is none.
func (english) calledNothing(said, near string) error {
	what := fmt.Sprintf("nothing that is asked is called %q", said)
	if near == "" {
		return errors.New(what)
	}
	return fmt.Errorf("%s; did you mean %s?", what, near)
}

func (english) notAskedWithoutJointWork(id string) error {
	return fmt.Errorf("%s was not asked in this assessment: there was no joint work. To change that: joint_scope", id)
}

func (english) notInLength(id, length string) error {
	return fmt.Errorf("%s was not asked in this assessment: it is not part of the %s version", id, length)
}

func (english) notAskedAfter(id, other string) error {
	return fmt.Errorf("%s was not asked in this assessment: it depends on the answer to %s", id, other)
}
