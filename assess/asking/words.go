package asking

import (
	"errors"
	"fmt"
	"strings"
)

// english holds the faults of what is named on the command line or in a table: one method
// a whole sentence. What people read while they answer is in words/, a file a language.
type english struct{}

// say is the language of faults.
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
