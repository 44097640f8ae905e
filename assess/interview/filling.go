package interview

import (
	"cmp"
	"errors"

	"collab/assess"
)

// A filling is a script with the draft that it fills: what both faces do to
// keep the answers.
type filling struct {
	script *Script      // nil until a draft was chosen
	save   func() error // the script's answers
	begun  bool
	failed error // of the last try to keep
}

// opening is the script to begin with, nil where a draft is to be chosen first.
func (o Options) opening() (*Script, error) {
	switch {
	case len(o.Only) > 0:
		return Revise(o.New.Response, o.Only)
	case len(o.Found) > 0:
		return nil, nil
	}
	return o.fresh(), nil
}

// fresh is the script of the new draft.
func (o Options) fresh() *Script {
	return o.New.script(Start{Code: o.AskCode, Length: o.AskLength, JointWorkKnown: o.JointWorkKnown, Again: o.Again})
}

// anew is the script of the new draft where it was chosen: in place of one that was
// begun, or beside it.
func (o Options) anew(chosen offer) *Script {
	if chosen.draft.Over != nil {
		chosen.draft.Over()
	}
	return o.fresh()
}

// known is what a draft that is gone on with has no page for.
func (o Options) known() Start { return Start{JointWorkKnown: o.JointWorkKnown, Again: o.Again} }

// open has the filling begin with a draft.
func (f *filling) open(d Draft, s *Script, o Options) {
	f.script = s
	f.save = func() error { return d.Keep(s.Response()) }
	if d.Room != nil {
		f.save = func() error { return d.Room.Keep(s.Room()) }
	}
	s.partOfGroup, s.codeTaken = o.Private, o.CodeTaken
	s.welcome, s.noteHelp = o.Welcome, cmp.Or(o.NoteHelp, say.noteHelp())
}

// begin has the response kept though nothing new was answered: a draft as soon
// as it was chosen, a new one as soon as its first page is left.
func (f *filling) begin() {
	if !f.begun {
		f.begun = true
		f.script.changed()
	}
}

// keep makes safe what was recorded, and tells whether it is.
func (f *filling) keep() bool {
	if !f.script.Unkept() {
		return true
	}
	if f.failed = f.save(); f.failed != nil {
		return false
	}
	f.script.Kept()
	f.begun = true
	return true
}

// result is what a face returns: the response as the script has it, or the
// new one where none was opened. It keeps what is not kept yet.
func (f *filling) result(o Options, err error) (assess.Response, Outcome, error) {
	if f.script == nil {
		return o.New.Response, Stopped, err
	}
	if !f.keep() {
		err = errors.Join(err, say.saveFailed(f.failed))
	}
	if f.script.Finished() {
		return f.script.Response(), Done, err
	}
	return f.script.Response(), Stopped, err
}
