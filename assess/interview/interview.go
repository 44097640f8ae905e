// Package interview asks one person about an association at a terminal, or counts a show
// of hands.
//
// What is asked next, what was answered and what is still open is known by an
// [asking.Walk], which knows no terminal. This package is two faces of it: [Screen] is
// the one for a full terminal, [Lines] the one that a screen reader reads. Each says only
// how it shows an item and takes an answer to it.
//
// What the package promises, whatever keys are pressed:
//
//   - Nothing is recorded that was not answered. No answer is preselected, and
//     going back and forward changes nothing.
//   - An answer is kept before the next question shows. Where it could not be
//     kept, the person is told at that question and nothing moves on.
//   - Stages are shown by their anchors alone, never by name.
package interview

import (
	"errors"
	"io"
	"slices"
	"time"

	"collab/assess"
	"collab/assess/asking"
)

// Options are what a face needs.
type Options struct {
	New   Draft   // the response to fill
	Found []Draft // drafts to offer first
	// Only are ids of what is asked, again, and nothing else; see [asking.Revise].
	// Drafts are not offered then.
	Only     []string
	Asks     asking.Asks
	Private  bool     // one of a group, others use this terminal too: no look at a draft is offered
	NoteHelp string   // what becomes of a note; none: it stands in the report
	Welcome  []string // paragraphs of the start page, the first the weightiest; none: [DefaultWelcome]
	Now      func() time.Time
	In       io.Reader
	Out      io.Writer
	Width    int  // columns of the terminal, for [Lines]; 0 where there is none
	Colour   bool // the sixteen colours; bold and faint are used without it too
}

// An Outcome says how an interview ended.
type Outcome int

// The outcomes.
const (
	Stopped Outcome = iota // before its end; what was answered is kept
	Done                   // the person finished it, with or without open questions
)

// A filling is a walk with the draft that it fills: what both faces do to
// keep the answers.
type filling struct {
	walk    *asking.Walk // nil until a draft was chosen
	options Options
	save    func() error // the walk's answers
	begun   bool
	failed  error // of the last try to keep
}

// opening is the walk to begin with, nil where a draft is to be chosen first.
func (o Options) opening() (*asking.Walk, error) {
	switch {
	case len(o.Only) > 0:
		return asking.Revise(o.New.Response, o.Only)
	case len(o.Found) > 0:
		return nil, nil
	}
	return o.fresh(), nil
}

// fresh is the walk of the new draft.
func (o Options) fresh() *asking.Walk { return o.New.walk(o.Asks) }

// anew is the walk of the new draft where it was chosen: in place of one that was
// begun, or beside it. It proposes the association that all of them are of.
func (o Options) anew(chosen offer) *asking.Walk {
	if chosen.draft.Over != nil {
		chosen.draft.Over()
	}
	name := o.Found[0].Response.Association
	if !slices.ContainsFunc(o.Found, func(d Draft) bool { return d.Response.Association != name }) {
		o.Asks.Association = name
	}
	return o.fresh()
}

// known is what a draft that is gone on with is asked: its start page was answered.
func (o Options) known() asking.Asks {
	asks := o.Asks
	asks.Code, asks.Length = false, false
	return asks
}

// open has the filling begin with a draft.
func (f *filling) open(d Draft, w *asking.Walk) {
	f.walk = w
	f.save = func() error { return d.Keep(w.Given()) }
	if d.Room != nil {
		f.save = func() error { return d.Room.Keep(w.Room()) }
	}
}

// here is the step where the walk stands, none before a draft was chosen.
func (f *filling) here() asking.Step {
	if f.walk == nil {
		return asking.Step{}
	}
	return f.walk.Here()
}

// onStart tells whether what is answered waits until the page is left.
func (f *filling) onStart() bool { return f.here().Kind == asking.StartPage }

// begin has the response kept though nothing new was answered: a draft as soon
// as it was chosen, a new one as soon as its first page is left.
func (f *filling) begin() {
	if !f.begun {
		f.begun = true
		f.walk.Touch()
	}
}

// keep makes safe what was recorded, and tells whether it is.
func (f *filling) keep() bool {
	if !f.walk.Unkept() {
		return true
	}
	if f.failed = f.save(); f.failed != nil {
		return false
	}
	f.walk.Kept()
	f.begun = true
	return true
}

// result is what a face returns: the response as the walk has it, or the
// new one where none was opened. It keeps what is not kept yet.
func (f *filling) result(err error) (assess.Response, Outcome, error) {
	if f.walk == nil {
		return f.options.New.Response, Stopped, err
	}
	if !f.keep() {
		err = errors.Join(err, say.saveFailed(f.failed))
	}
	if f.walk.Finished() {
		return f.walk.Response(), Done, err
	}
	return f.walk.Response(), Stopped, err
}
