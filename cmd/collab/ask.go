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
	"collab/reports"
	"collab/reports/record"
	"collab/rubric"
)

// fromPerson asks at the terminal. Every answer is in a draft on the disk
// before the next question shows; the draft goes when the record holds them all.
func (r round) fromPerson(ctx context.Context, association string) error {
	if !r.canAsk() {
		return couldNot(advise(errors.New("asking needs a terminal, and there is none"),
			"To take the answers from a file: collab assess --answers FILE"))
	}
	response, err := r.begin(association)
	if err != nil {
		return err
	}
	s := &sitting{round: r}
	options := interview.Options{
		New:       interview.Draft{Response: response, Keep: s.keep},
		Found:     s.found(response.Association),
		AskLength: !r.options.short,
		Now:       r.now,
		In:        r.in,
		Out:       r.out,
		Colour:    r.color(),
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	answered, outcome, err := interview.Screen(ctx, options)
	if err != nil {
		return couldNot(err)
	}
	if outcome != interview.Done {
		return s.stopped()
	}
	if err := r.finish(s.draft.folder, answered); err != nil {
		return err
	}
	return s.draft.drop()
}

// begin is a response with what is known before the first question.
func (r round) begin(association string) (assess.Response, error) {
	f, err := r.locate(r.options.dir, association)
	if err != nil {
		return assess.Response{}, err
	}
	asked, err := r.toAsk(f)
	if err != nil {
		return assess.Response{}, err
	}
	response := assess.NewResponse(asked)
	if association != "" {
		if response.Association, err = assess.Name(association); err != nil {
			return response, err
		}
		if err := f.mayHold(response.Association); err != nil {
			return response, err
		}
	} else if text, err := readFile(f.file(recordFile)); err == nil {
		if response.Association, _, err = record.Head(f.file(recordFile), text); err != nil {
			return response, err
		}
	}
	if r.options.short {
		response.Length = assess.Short
	}
	if response.Role, err = r.role(asked); err != nil {
		return response, err
	}
	response.Date, err = r.today()
	return response, err
}

// toAsk is the rubric of --rubric, else the folder's own, else the default one.
func (r round) toAsk(f folder) (*rubric.Rubric, error) {
	if r.own != nil {
		return r.own, nil
	}
	if path := f.file(rubricFile); exists(path) {
		return readRubric(path)
	}
	return rubric.Default(), nil
}

// today is --date, or the day by the clock.
func (r round) today() (assess.Date, error) {
	date, err := assess.ParseDate(cmp.Or(r.options.date, r.now().Format(time.DateOnly)))
	if err != nil {
		return date, fmt.Errorf("--date: %w", err)
	}
	return date, nil
}

// A sitting is one interview with the draft that it fills.
type sitting struct {
	round
	draft draft
	name  string // of the association that the draft is for
}

// keep writes the answers to the draft. The first time, and when the name of
// the association changes, it finds the folder for them.
func (s *sitting) keep(response assess.Response) error {
	if s.name != response.Association {
		f, err := s.locate(s.options.dir, response.Association)
		if err != nil {
			return err
		}
		if err := f.mayHold(response.Association); err != nil {
			return err
		}
		earlier := s.draft
		s.draft, s.name = f.newDraft(response.Date), response.Association
		if err := s.draft.keep(response); err != nil {
			return err
		}
		return earlier.drop()
	}
	return s.draft.keep(response)
}

// found are the drafts that can be gone on with: of the folder that is known,
// else of all the folders here.
func (s *sitting) found(association string) []interview.Draft {
	var offers []interview.Draft
	for _, f := range s.candidates(association) {
		drafts, broken := f.drafts(f.rubrics(s.own))
		for _, err := range broken {
			s.complain(fmt.Errorf("left out: %w", err))
		}
		for _, d := range drafts {
			if association != "" && d.response.Association != association {
				continue
			}
			offers = append(offers, interview.Draft{
				Label:    label(d),
				Response: d.response,
				Keep: func(response assess.Response) error {
					s.draft, s.name = d, response.Association
					return s.draft.keep(response)
				},
			})
		}
	}
	return offers
}

// candidates are the folders whose drafts may be meant.
func (s *sitting) candidates(association string) []folder {
	f, err := s.locate(s.options.dir, association)
	if err != nil {
		return nil
	}
	if association != "" || s.options.dir != "" || f.inUse() {
		return []folder{f}
	}
	here, err := s.getwd()
	if err != nil {
		return nil
	}
	entries, _ := os.ReadDir(here) // what cannot be read holds no draft of ours
	var found []folder
	for _, e := range entries {
		if f := (folder{filepath.Join(here, e.Name())}); e.IsDir() && f.inUse() {
			found = append(found, f)
		}
	}
	return found
}

// label tells a person which draft it is.
func label(d draft) string {
	r := d.response
	by := ""
	if i := slices.Index(rubric.IDs(r.Rubric.Roles), r.Role); i >= 0 {
		by = " by: " + r.Rubric.Roles[i].Name
	}
	return fmt.Sprintf("%s, draft of %s%s", r.Association, d.changed.Format("2 January 15:04"), by)
}

// stopped says that the answers are kept, and how to go on.
func (s *sitting) stopped() error {
	if s.name == "" {
		return outcome{statusInterrupted, errQuiet}
	}
	fmt.Fprintf(s.err, "Stopped. What you answered is kept in\n  %s\nGo on with: collab assess\n", reports.Plain(s.draft.path))
	return outcome{statusInterrupted, errQuiet}
}
