package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"collab/assess"
	"collab/assess/interview"
	"collab/internal/strict"
	"collab/reports"
	"collab/reports/record"
	"collab/rubric"
)

// fromPerson asks at the terminal. Every answer is in a draft on the disk
// before the next question shows; the draft goes when the record holds them all.
func (r round) fromPerson(ctx context.Context, association string) error {
	if err := r.mustReachPerson(r.options.accessible, answersInstead); err != nil {
		return err
	}
	response, err := r.begin(association)
	if err != nil {
		return err
	}
	s := &sitting{console: r.console, dir: r.options.dir, mark: soloMark}
	found, err := s.found(response.Association, r.own)
	if err != nil {
		return err
	}
	return r.askAndFinish(ctx, s, interview.Options{
		New:       interview.Draft{Response: response, Keep: s.keep},
		Found:     found,
		AskLength: !r.options.short,
		Welcome:   r.welcome(response.Association),
	})
}

// welcome tells of an assessment that stands in the folder already.
func (r round) welcome(association string) []string {
	f, err := r.locate(r.options.dir, association)
	if err != nil {
		return nil
	}
	text, err := readFile(f.file(recordFile))
	if err != nil {
		return nil
	}
	_, date, err := record.Head(recordFile, text)
	if err != nil {
		return nil
	}
	here := "An assessment of " + date.Long() + " is here (collab report shows it). These answers make a new one, and it is kept."
	return append([]string{here}, interview.DefaultWelcome...)
}

// askAgain asks a question or a trait of the folder's assessment again, and
// writes the same assessment anew.
func (r round) askAgain(ctx context.Context) error {
	if err := r.mustReachPerson(r.options.accessible, answersInstead); err != nil {
		return err
	}
	f, err := r.locate(r.options.dir, "")
	if err != nil {
		return err
	}
	a, _, err := readAssessment(f.path)
	if err != nil {
		return err
	}
	response, ok := a.Tally.Response()
	if !ok {
		return fmt.Errorf("%s is of a room; only one person's answers can be revised", f.file(recordFile))
	}
	if _, err := interview.Revise(response, []string{r.options.revise}); err != nil {
		return f.notRevised(r.options.revise, response.Rubric, err)
	}
	s := &sitting{console: r.console, dir: f.path, mark: soloMark}
	return r.askAndFinish(ctx, s, interview.Options{
		New:  interview.Draft{Response: response, Keep: s.keep},
		Only: []string{r.options.revise},
	})
}

// notRevised is the error of --revise, with what was meant or where the ids stand.
func (f folder) notRevised(id string, asked *rubric.Rubric, err error) error {
	show := "collab rubric show"
	if asked.Own() {
		show += " --rubric " + typedPath(f.file(rubricFile))
	}
	var ids []string
	for _, q := range asked.Questions() {
		ids = append(ids, q.Dimension, q.ID)
	}
	if near, found := strict.Nearest(id, ids); found && near != id {
		err = fmt.Errorf("%w; did you mean %s?", err, near)
	}
	return advise(fmt.Errorf("--revise: %w", err), "All ids: %s", show)
}

// askAndFinish asks, and makes the assessment of what was answered.
func (r round) askAndFinish(ctx context.Context, s *sitting, o interview.Options) error {
	answered, outcome, err := r.ask(ctx, o, r.options.accessible)
	if err != nil {
		return s.failed(err, r.again("collab assess"))
	}
	if outcome != interview.Done {
		return s.stopped(r.again("collab assess"))
	}
	if err := r.finish(s.draft.folder, answered); err != nil {
		return err
	}
	return s.draft.drop()
}

// again is the command that goes on with what was begun: with the flags that say
// where it is and what it asks.
func (r round) again(command string) string {
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
const answersInstead = "To take the answers from a file: collab assess --answers FILE"

// mustReachPerson refuses to ask where nobody can answer, and says what to do
// instead.
func (c console) mustReachPerson(accessible bool, instead string) error {
	if accessible || isTerminal(c.in) && isTerminal(c.out) {
		return nil
	}
	return couldNot(advise(errors.New("asking needs a terminal, and there is none"), "%s", instead))
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
func (r round) begin(association string) (assess.Response, error) {
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
		return fmt.Errorf("--short: the rubric %s marks no question as short", r.Rubric.Ref())
	}
	r.Length = assess.Short
	return nil
}

// named is the association that a folder is for: the one given, which must be
// that of the record there, or else the record's.
func (f folder) named(given string) (string, error) {
	if given != "" {
		name, err := assess.Name(given)
		if err != nil {
			return "", err
		}
		return name, f.mayHold(name)
	}
	text, err := readFile(f.file(recordFile))
	if err != nil {
		return "", nil // no record yet: the name is asked
	}
	name, _, err := record.Head(f.file(recordFile), text)
	return name, err
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

// today is the date given, or the day by the clock. One that is still to come is
// likely a slip, and is told.
func (c console) today(given string) (assess.Date, error) {
	day := c.now().Format(time.DateOnly)
	date, err := assess.ParseDate(cmp.Or(given, day))
	if err != nil {
		return date, fmt.Errorf("--date: %w", err)
	}
	if date.String() > day {
		fmt.Fprintf(c.err, "collab: %s is in the future\n", date)
	}
	return date, nil
}

// A sitting is one interview with the draft that it fills.
type sitting struct {
	console
	dir   string // of --dir
	mark  string // in the draft's name
	draft draft
	name  string // of the association that the draft is for
}

// keep writes a person's answers to the draft.
func (s *sitting) keep(response assess.Response) error {
	return s.keepFor(response.Association, response.Date, func(d draft) error { return d.keep(response) })
}

// keepRoom writes what was counted of a show of hands to the draft.
func (s *sitting) keepRoom(t *assess.Tally) error {
	return s.keepFor(t.Association, t.Date, func(d draft) error { return d.keepRoom(t) })
}

// keepFor writes the draft. The first time, and when the name of the
// association changes, it finds the folder for it.
func (s *sitting) keepFor(association string, date assess.Date, keep func(draft) error) error {
	if s.name == association {
		return keep(s.draft)
	}
	if _, err := assess.Name(association); err != nil {
		return err
	}
	f, err := s.locate(s.dir, association)
	if err != nil {
		return err
	}
	if err := f.mayHold(association); err != nil {
		return err
	}
	earlier := s.draft
	s.draft, s.name = f.newDraft(date, s.mark, s.now()), association
	if err := keep(s.draft); err != nil {
		return err
	}
	return earlier.drop()
}

// goOn fills a draft that was found.
func (s *sitting) goOn(d draft) interview.Draft {
	own := func() (draft, error) {
		if s.name == "" {
			own, err := d.claim(s.mark, s.now())
			if err != nil {
				return d, err
			}
			s.draft, s.name = own, d.response.Association
		}
		return s.draft, nil
	}
	offered := interview.Draft{Label: label(d), Response: d.response}
	offered.Keep = func(response assess.Response) error {
		own, err := own()
		if err != nil {
			return err
		}
		return own.keep(response)
	}
	if d.room != nil {
		offered.Room = &interview.Room{Tally: d.room, Keep: func(t *assess.Tally) error {
			own, err := own()
			if err != nil {
				return err
			}
			return own.keepRoom(t)
		}}
	}
	return offered
}

// found are the drafts that can be gone on with: of the folder that is known,
// else of all the folders here.
func (s *sitting) found(association string, own *rubric.Rubric) ([]interview.Draft, error) {
	folders, err := s.candidates(association)
	if err != nil {
		return nil, err
	}
	var offers []interview.Draft
	for _, f := range folders {
		drafts, broken := f.drafts(s.mark, f.rubrics(own))
		for _, err := range broken {
			left := fmt.Errorf("left out: %w", err)
			if errors.Is(err, rubric.ErrNotAtHand) {
				left = advise(left, "It can be gone on with when its rubric is given: --rubric FILE")
			}
			s.complain(left)
		}
		for _, d := range drafts {
			if association == "" || d.response.Association == association {
				offers = append(offers, s.goOn(d))
			}
		}
	}
	return offers, nil
}

// candidates are the folders whose drafts may be meant.
func (s *sitting) candidates(association string) ([]folder, error) {
	f, err := s.locate(s.dir, association)
	if err != nil || association != "" || s.dir != "" || f.inUse() {
		return []folder{f}, err
	}
	here, err := s.getwd()
	if err != nil {
		return nil, couldNot(err)
	}
	entries, _ := os.ReadDir(here) // what cannot be read holds no draft of ours
	var found []folder
	for _, e := range entries {
		if f := (folder{filepath.Join(here, e.Name())}); e.IsDir() && f.inUse() {
			found = append(found, f)
		}
	}
	return found, nil
}

// label tells a person which draft it is.
func label(d draft) string {
	r := d.response
	text := fmt.Sprintf("%s, draft of %s %s", r.Association, r.Date.Long(), d.minute())
	if r.Role != "" {
		text += " by: " + rubric.NameOf(r.Rubric.Roles, r.Role)
	}
	return text
}

// stopped says that the answers are kept, and how to go on. Half an answer that
// was typed and not taken would otherwise stand in the shell's next line.
func (s *sitting) stopped(again string) error {
	if f, ok := s.in.(*os.File); ok && isTerminal(f) {
		dropInput(f.Fd())
	}
	s.sayKept(again)
	return outcome{statusInterrupted, errQuiet}
}

func (s *sitting) sayKept(again string) {
	if s.name != "" {
		fmt.Fprintf(s.err, "Stopped. What you answered is kept in\n  %s\nGo on with: %s\n", reports.Plain(s.draft.path), reports.Plain(again))
	}
}

// failed is the error of an interview that could not go on. Where a mistake in
// the program ended it, it says what is kept.
func (s *sitting) failed(err error, again string) error {
	var broken *interview.Broken
	if !errors.As(err, &broken) {
		return couldNot(err)
	}
	s.confess(broken, broken.Stack)
	s.sayKept(again)
	return outcome{statusCouldNot, errQuiet}
}
