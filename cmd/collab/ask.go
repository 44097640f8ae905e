package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/interview"
	"collab/rubric"
)

// fromPerson asks at the terminal. Every answer is in a draft on the disk
// before the next question shows; the draft goes when the record holds them all.
func (r assessRun) fromPerson(ctx context.Context, association string) error {
	if err := r.mustReachPerson(r.options.accessible, answersInstead); err != nil {
		return err
	}
	response, err := r.begin(association)
	if err != nil {
		return err
	}
	s := &session{console: r.console, dir: r.options.dir, mark: soloMark}
	found, err := s.found(response.Association, r.own)
	if err != nil {
		return err
	}
	return r.askAndFinish(ctx, s, interview.Options{
		New:     interview.Draft{Response: response, Keep: s.keep},
		Found:   found,
		Asks:    asking.Asks{Length: !r.options.short},
		Welcome: r.warned(response.Date, r.welcome(response.Association)),
	})
}

// welcome tells of an assessment that stands in the folder already.
func (r assessRun) welcome(association string) []string {
	f, err := r.locate(r.options.dir, association)
	if err != nil {
		return interview.DefaultWelcome()
	}
	a, _, err := readAssessment(f.path)
	if err != nil {
		return interview.DefaultWelcome()
	}
	here := fmt.Sprintf("This folder already holds an assessment of %s, of %s. Your answers make a new one; the earlier one is kept.", a.Association, a.Date.Long())
	if a.Mode != assess.Solo {
		here = fmt.Sprintf("This folder already holds the assessment of a group: %s, %s. Your answers make a new one, of your view alone; the group’s is kept. "+
			"To answer as one of the group, stop here: %s", a.Association, a.Date.Long(), r.typed(r.again("collab respond")))
	}
	return append([]string{here}, interview.DefaultWelcome()...)
}

// askAgain asks some of the folder's assessment again, as --revise names it, and
// writes the same assessment anew.
func (r assessRun) askAgain(ctx context.Context) error {
	if err := r.mustReachPerson(r.options.accessible, answersInstead); err != nil {
		return err
	}
	f, err := r.locate(r.options.dir, "")
	if err != nil {
		return err
	}
	a, _, err := readAssessment(f.path)
	if err != nil {
		return orNear(err, f.path, r.inFolder(r.options.again))
	}
	response, ok := a.Response()
	if !ok {
		return fmt.Errorf("%s is the assessment of a group; only one person's answers can be revised", f.file(recordFile))
	}
	id, err := asking.Named(response.Rubric, r.options.revise)
	if err == nil {
		_, err = asking.Revise(response, []string{id})
	}
	if err != nil {
		return f.notRevised(response.Rubric, err)
	}
	s := &session{console: r.console, dir: f.path, mark: soloMark, revises: r.again("collab assess --revise " + id)}
	return r.askAndFinish(ctx, s, interview.Options{
		New:  interview.Draft{Response: response, Keep: s.keep},
		Only: []string{id},
	})
}

// notRevised is the error of --revise, with where the ids stand.
func (f folder) notRevised(asked *rubric.Rubric, err error) error {
	show := "collab rubric show"
	if asked.Own() {
		show += " --rubric " + typedPath(f.file(rubricFile))
	}
	return advise(fmt.Errorf("--revise: %w", err), "To see all questions with their ids: %s", show)
}

// askAndFinish asks, and makes the assessment of what was answered.
func (r assessRun) askAndFinish(ctx context.Context, s *session, o interview.Options) error {
	answered, outcome, err := r.ask(ctx, o, r.options.accessible)
	if err != nil {
		return s.failed(err, r.again("collab assess"))
	}
	defer r.sayNotApplied(o.New.Response, answered)
	if outcome != interview.Done {
		return s.stopped(r.again("collab assess"))
	}
	if err := r.finish(s.draft.folder, answered); err != nil {
		return err
	}
	s.sayParted()
	return s.draft.drop()
}

// sayNotApplied says which flags an assessment does without that was begun before
// they were given: it keeps its date and its version.
func (r assessRun) sayNotApplied(asked, answered assess.Response) {
	var flags []string
	if r.options.date != "" && asked.Date != answered.Date {
		flags = append(flags, "--date")
	}
	if r.options.short && answered.Length != asked.Length {
		flags = append(flags, "--short")
	}
	if len(flags) == 0 {
		return
	}
	were, them := "was", "it"
	if len(flags) > 1 {
		were, them = "were", "them"
	}
	r.complain(advise(fmt.Errorf("%s %s not used: you continued the assessment that was begun on %s", strings.Join(flags, " and "), were, answered.Date.Long()),
		"To use %s, run the same command again and start over (your draft is kept).", them))
}

// again is the command that goes on with what was begun: with the flags that say
// where it is and what it asks.
func (r assessRun) again(command string) string {
	for _, flag := range [][2]string{{"--dir", r.options.dir}, {"--rubric", r.options.rubric}} {
		if value := flag[1]; value != "" {
			command += " " + flag[0] + " " + typedPath(value)
		}
	}
	if r.options.accessible {
		command += " --accessible"
	}
	return command
}

// answersInstead is the way for one person or a show of hands without a terminal.
const answersInstead = "Open a terminal window, or take the answers from a file: collab assess --answers FILE"

// mustReachPerson refuses to ask where nobody can answer, and says what to do
// instead.
func (c console) mustReachPerson(accessible bool, instead string) error {
	if accessible || isTerminal(c.in) && isTerminal(c.out) {
		return nil
	}
	return couldNot(advise(errors.New("the interview must be run in a terminal window"), "%s", instead))
}

// ask asks in lines or on the screen, until the person is done or stops, or the
// process is told to.
func (c console) ask(ctx context.Context, o interview.Options, accessible bool) (assess.Response, interview.Outcome, error) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	// A window that closes ends the input, and sends its signal a little later. What
	// follows the interview is not ended by it: the signal is taken for good.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGHUP)
	o.Now, o.In, o.Out, o.Colour = c.now, c.in, c.out, c.color()
	if isTerminal(c.out) {
		o.Width = c.width() - 1 // some terminals break a line that fills them
	}
	face, shown := interview.Screen, isTerminal(c.out)
	if c.inLines(accessible) {
		face = interview.Lines
	}
	response, outcome, err := face(ctx, o)
	if shown && !isTerminal(c.out) {
		err = nil // the window was closed: reading may fail before the signal comes
	}
	return response, outcome, err
}

// begin is a response with what is known before the first question.
func (r assessRun) begin(association string) (assess.Response, error) {
	f, err := r.locate(r.options.dir, association)
	if err != nil {
		return assess.Response{}, err
	}
	asked, err := f.toAsk(r.own)
	if err != nil {
		return assess.Response{}, err
	}
	response := assess.NewResponse(asked)
	if response.Association, err = f.named(association); err != nil {
		return response, err
	}
	if r.options.short {
		if err := shorten(&response); err != nil {
			return response, err
		}
	}
	if response.Role, err = r.role(asked); err != nil {
		return response, err
	}
	response.Date, err = r.today(r.options.date)
	return response, err
}

// shorten makes a response one to the short form, which the rubric must have.
func shorten(r *assess.Response) error {
	if !slices.ContainsFunc(r.Rubric.Questions(), func(q rubric.Question) bool { return q.Short }) {
		return fmt.Errorf("--short: the rubric %s has no short version", r.Rubric.Ref())
	}
	r.Length = assess.Short
	return nil
}

// toAsk is the rubric of one's own that was given, else the folder's, else the
// default one.
func (f folder) toAsk(own *rubric.Rubric) (*rubric.Rubric, error) {
	if own != nil {
		return own, nil
	}
	if path := f.file(rubricFile); exists(path) {
		return readRubric(path)
	}
	return rubric.Default(), nil
}

// today is the date given, or the day by the clock.
func (c console) today(given string) (assess.Date, error) {
	day := c.now().Format(time.DateOnly)
	date, err := assess.ParseDate(cmp.Or(given, day))
	if err != nil {
		return date, fmt.Errorf("--date: %w", err)
	}
	return date, nil
}

// warned are the words of a start page, led in by what is likely a slip: behind the
// screen nobody would see it before the end.
func (c console) warned(date assess.Date, words []string) []string {
	said := c.ahead(date)
	if said == "" {
		return words
	}
	first := "The date " + said + ". If that is a mistake, stop here and start again with the right --date. "
	return append([]string{first + words[0]}, words[1:]...)
}
