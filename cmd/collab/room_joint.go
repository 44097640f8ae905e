package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"collab/assess"
	"collab/assess/asking"
	"collab/internal/strict"
	"collab/rubric"
)

// What the joint work of a room is, whoever leads it decides before phones come: they
// cannot ask. Plain lines suit every terminal and every screen reader. Flags that say
// where it was are an answer, and so is a round that goes on.

// askJointWork asks for what no flag says of a new round's joint work.
func (r *roomRun) askJointWork() error {
	if !asksOfJointWork(r.round) {
		return nil
	}
	if r.round.JointWork.Scope != "" {
		r.noteJointWork(r.round)
		return nil
	}
	answers := assess.NewResponse(r.round.Rubric)
	answers.JointWork = r.round.JointWork
	if err := r.say(jointWorkAsked(len(aboutJointWork(r.round)))); err != nil {
		return err
	}
	for _, it := range asking.JointWork(r.round.Rubric) {
		if it.Answered(&answers) || !it.Asked(&answers) {
			continue
		}
		if err := r.askItem(it, &answers); err != nil {
			return err
		}
	}
	if r.round.JointWork = answers.JointWork; answers.JointWork.Scope == rubric.ScopeNone {
		r.round.JointWork = assess.JointWork{Scope: rubric.ScopeNone}
	}
	r.plan.round = r.round
	return r.say("")
}

// askItem asks until there is an answer, or none where there need be none.
func (r *roomRun) askItem(it *asking.Item, answers *assess.Response) error {
	if err := r.say("", strict.Plain(it.Prompts[0])); err != nil {
		return err
	}
	for _, o := range it.Options {
		if err := r.say(fmt.Sprintf("  %s  %s", o.Mark, strict.Plain(o.Text()))); err != nil {
			return err
		}
	}
	for {
		if _, err := fmt.Fprint(r.out, keysOfItem(it)); err != nil {
			return err
		}
		typed, err := readLine(r.in)
		switch {
		case err != nil:
			fmt.Fprintln(r.out)
			return r.nobodySaid()
		case strings.EqualFold(typed, "q"):
			fmt.Fprintln(r.err, roomNotOpened)
			return errInterrupted
		}
		wrong := takeItem(it, answers, typed)
		if wrong == nil {
			return nil
		}
		r.complain(wrong)
	}
}

// takeItem takes what was typed for an item.
func takeItem(it *asking.Item, answers *assess.Response, typed string) error {
	if it.Kind == asking.Text {
		about, err := assess.About(typed)
		if err == nil {
			it.Type(answers, about)
		}
		return err
	}
	if typed == "" && it.ID != asking.JointScopeID {
		return nil
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n < 1 || n > len(it.Options) {
		return fmt.Errorf("%s is not an option. Type %s", strict.Show(typed), optionNumbers(it))
	}
	it.Take(answers, n-1)
	return nil
}

// nobodySaid is the error of an input that ends before the joint work is known.
func (r *roomRun) nobodySaid() error {
	return advise(errors.New("nobody said whether the joint work was within the association or between associations"),
		"Say it beforehand: %s", r.options.again("--joint-scope between", "--joint-about WORK"))
}

// aboutJointWork are the questions of a round that are about its joint work.
func aboutJointWork(round asking.Round) []*asking.Item {
	var all []*asking.Item
	for _, s := range asking.Sections(round) {
		all = append(all, round.AboutJointWork(s.Items)...)
	}
	return all
}

// asksOfJointWork tells whether a round asks about one piece of joint work.
func asksOfJointWork(round asking.Round) bool { return len(aboutJointWork(round)) > 0 }

// noteJointWork says where people are asked about joint work, and something is not said
// of it that they or the report need.
func (c console) noteJointWork(round asking.Round) {
	if asksOfJointWork(round) {
		c.complain(unsaidOfJointWork(round.JointWork))
	}
}

// The words.

const roomNotOpened = "Stopped. The room was not opened."

func jointWorkAsked(questions int) string {
	return fmt.Sprintf("Before phones join: %d of the questions are about one piece of joint work, the same for everyone. Please say which.", questions)
}

// keysOfItem says what is typed for an item.
func keysOfItem(it *asking.Item) string {
	switch {
	case it.Kind == asking.Text:
		return "Its name, or Enter if there was none (q stops): "
	case it.ID == asking.JointScopeID:
		return "Type " + optionNumbers(it) + " (q stops): "
	}
	return "Type " + optionNumbers(it) + ", or Enter to leave it open (q stops): "
}

// optionNumbers are the numbers of an item's options, as a sentence has them.
func optionNumbers(it *asking.Item) string {
	var numbers []string
	for _, o := range it.Options {
		numbers = append(numbers, o.Mark)
	}
	last := len(numbers) - 1
	return strings.Join(numbers[:last], ", ") + " or " + numbers[last]
}

// unsaidOfJointWork says what is not said of a round's joint work, and how to say it.
func unsaidOfJointWork(j assess.JointWork) error {
	switch {
	case j.About == "" && j.Scope == "":
		return errors.New("nothing says which joint work is meant, or where it was: people may think of different ones, and the report leaves open what depends on it. Say both with --joint-about, and with --joint-scope within, between or none")
	case j.About == "":
		return errors.New("nothing says which joint work is meant: people may think of different ones. Say it with --joint-about")
	case j.Scope == "":
		return errors.New("nothing says where the joint work was, so the report leaves open what depends on it. Say it with --joint-scope within, between or none")
	}
	return nil
}
