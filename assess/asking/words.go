package asking

import (
	"errors"
	"fmt"
	"strings"

	"collab/rubric"
)

// english holds the sentences of whoever is asked at a terminal, and of faults: one method
// a whole sentence. What stands on paper and in forms too is in words/, a file a language.
type english struct{}

// say is the language in which people are asked.
var say english

// What forms and paper asked before, which their answers may still hold.

func (english) codeOnPaper() string    { return "Code, if you like" }
func (english) factPromptOnce() string { return "Is this so today?" }
func (english) anyOrNone() string      { return " Tick any, or none." }
func (english) itsNumber() string      { return " Its number:" }

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
