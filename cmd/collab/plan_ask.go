package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"collab/assess"
	"collab/internal/strict"
	"collab/reports/plan"
)

// The questions of collab plan, as plain lines: they suit every terminal and every
// screen reader. Enter leaves a question open, and nothing is chosen beforehand.

// errLeft ends the questions: the input ended, or q was typed.
var errLeft = errors.New("stopped")

// ask asks what became of the steps agreed earlier, then who takes those of today and by
// when. Of those that somebody has taken already it asks what became of them.
func (r *planRun) ask() error {
	asked := 0
	rounds := slices.Clone(r.plan.Rounds)
	for i, round := range rounds {
		latest := i == len(rounds)-1
		for n, step := range round.Steps {
			if step.Closed() || !latest && !round.Agreed() {
				continue
			}
			if asked++; asked == 1 {
				r.say("%s. Press Enter to leave a question open, q to stop. Each answer is saved at once.", r.plan.Association)
			}
			if n == 0 || asked == 1 {
				r.say("\nAgreed on %s", round.Date.Long())
			}
			if err := r.askStep(round, n, latest); err != nil {
				return r.left(err)
			}
		}
	}
	if asked > 0 {
		r.say("")
	}
	return nil
}

// left is how the questions end before the last.
func (r *planRun) left(err error) error {
	if errors.Is(err, errLeft) {
		r.say("")
		return nil
	}
	return err
}

func (r *planRun) say(format string, args ...any) {
	for line := range strings.SplitSeq(fmt.Sprintf(format, args...), "\n") {
		text := strings.TrimLeft(line, " ")
		r.tell(r.message(line[:len(line)-len(text)], strict.Plain(text)))
	}
}

func (r *planRun) askStep(round plan.Round, n int, latest bool) error {
	step := round.Steps[n]
	r.say("%d. %s%s", n+1, step.Words, takenBy(step))
	if !latest || step.Taken() {
		return r.askBecame(round.Date, step)
	}
	if err := r.askWho(round.Date, step); err != nil {
		return err
	}
	return r.askBy(round.Date, step)
}

// takenBy says behind a step who took it.
func takenBy(s plan.Step) string {
	var said []string
	if s.Who != "" {
		said = append(said, s.Who)
	}
	if !s.By.IsZero() {
		said = append(said, "by "+s.By.Long())
	}
	if len(said) == 0 {
		return ""
	}
	return " (" + strings.Join(said, ", ") + ")"
}

func (r *planRun) askWho(agreed assess.Date, step plan.Step) error {
	return r.until("   Who does it? A name or an office", func(typed string) error {
		who, err := plan.Line(typed, plan.MaxWho)
		if err != nil {
			return err
		}
		return saved(r.keepStep(agreed, step.Do, func(s *plan.Step) { s.Who = who }))
	})
}

func (r *planRun) askBy(agreed assess.Date, step plan.Step) error {
	return r.until("   By when? Such as "+agreed.AddDate(0, 3, 0).Format("2 January 2006"), func(typed string) error {
		by, err := typedDate(typed, agreed)
		if err != nil {
			return err
		}
		return saved(r.keepStep(agreed, step.Do, func(s *plan.Step) { s.By = by }))
	})
}

func (r *planRun) askBecame(agreed assess.Date, step plan.Step) error {
	became := plan.NotSaid
	err := r.until("   What became of it? 1 done, 2 not yet, 3 dropped", func(typed string) error {
		n, err := strconv.Atoi(typed)
		if err != nil || n < 1 || n > len(plan.Outcomes()) {
			return fmt.Errorf("%q is not an option. Type 1, 2 or 3", typed)
		}
		became = plan.Outcome(plan.Outcomes()[n-1])
		return saved(r.keepStep(agreed, step.Do, func(s *plan.Step) { s.Became = became }))
	})
	if err != nil || became != plan.NotYet && became != plan.Dropped {
		return err
	}
	return r.until("   Why? In a few words", func(typed string) error {
		why, err := plan.Line(typed, plan.MaxLine)
		if err != nil {
			return err
		}
		return saved(r.keepStep(agreed, step.Do, func(s *plan.Step) { s.Why = why }))
	})
}

// notSaved is an error that no other answer cures.
type notSaved struct{ error }

func (e notSaved) Unwrap() error { return e.error }

func saved(err error) error {
	if err != nil {
		return notSaved{err}
	}
	return nil
}

// until asks until an answer is taken, or left open by an empty line.
func (r *planRun) until(question string, take func(string) error) error {
	for {
		fmt.Fprintf(r.err, "%s: ", question)
		typed, err := readLine(r.in)
		switch {
		case errors.Is(err, io.EOF) || err == nil && typed == "q":
			return errLeft
		case err != nil:
			return couldNot(err)
		case typed == "":
			return nil
		}
		err = take(typed)
		var fatal notSaved
		switch {
		case err == nil:
			return nil
		case errors.As(err, &fatal):
			return fatal.error
		}
		r.say("   %v", err)
	}
}

// dateForms are those in which people type a day, with a year and without.
var dateForms = []string{time.DateOnly, "2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "2 January", "2 Jan", "January 2", "Jan 2"}

// typedDate is a day as somebody typed it. One without a year is the first behind the
// day of the assessment; none is before it.
func typedDate(typed string, after assess.Date) (assess.Date, error) {
	for _, form := range dateForms {
		day, err := time.Parse(form, typed)
		if err != nil {
			continue
		}
		if day.Year() == 0 {
			day = day.AddDate(after.Year(), 0, 0)
			if !day.After(after.Time) {
				day = day.AddDate(1, 0, 0)
			}
		}
		date, err := assess.ParseDate(day.Format(time.DateOnly))
		if err == nil && date.Before(after.Time) {
			return date, fmt.Errorf("%s is before the assessment of %s; type a later day", date.Long(), after.Long())
		}
		return date, err
	}
	return assess.Date{}, fmt.Errorf("%q is not a day. Type one such as 1 March or 2027-03-01", typed)
}
