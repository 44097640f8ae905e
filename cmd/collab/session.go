package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/interview"
	"collab/internal/strict"
	"collab/rubric"
)

// A session is one interview with the draft that it fills.
type session struct {
	console
	dir   string // of --dir
	mark  string // in the draft's name
	draft draft
	name  string // of the association that the draft is for
	// last writes the draft as it was written last.
	last func() error
	// parted are files of the same answers that other windows have gone on with.
	parted []string
	// over are drafts whose person starts over, until the first new answer is kept.
	over []draft
	// revises is the command that asks the assessment of the folder again; empty: it is
	// not asked again.
	revises string
}

// keep writes a person's answers to the draft.
func (s *session) keep(response assess.Response) error {
	return s.keepFor(response.Association, response.Date, func(d *draft) error { return d.keep(response) })
}

// keepRoom writes what was counted of a show of hands to the draft.
func (s *session) keepRoom(t *assess.Tally) error {
	return s.keepFor(t.Association, t.Date, func(d *draft) error { return d.keepRoom(t) })
}

// keepFor writes the draft. The first time, and when the name of the
// association changes, it finds the folder for it.
func (s *session) keepFor(association string, date assess.Date, keep func(*draft) error) error {
	if s.name == association {
		return s.write(keep)
	}
	if _, err := assess.Name(association); err != nil {
		return err
	}
	f, err := s.locate(s.dir, association)
	if err != nil {
		return saidInside(err)
	}
	if err := f.mayHold(association); err != nil {
		return err
	}
	earlier := s.draft
	s.draft, s.name = f.newDraft(date, s.mark, s.now()), association
	s.draft.revises = s.revises != ""
	if err := s.write(keep); err != nil {
		return err
	}
	if err := earlier.drop(); err != nil {
		return err
	}
	return s.startOver()
}

// write writes the draft, into a file of its own where another window has written
// into this one.
func (s *session) write(keep func(*draft) error) error {
	if s.draft.changed() {
		s.parted = append(s.parted, s.draft.path)
		s.draft.path, s.draft.text = s.draft.folder.newDraft(s.dateOfDraft(), s.mark, s.now()).path, nil
	}
	s.last = func() error { return keep(&s.draft) }
	return s.last()
}

// dateOfDraft is the date in the name of the draft's file.
func (s *session) dateOfDraft() assess.Date {
	date, _ := assess.ParseDate(filepath.Base(s.draft.path)[:len(time.DateOnly)]) // newDraft made it
	return date
}

// startOver notes in the drafts of who starts over that they are not counted.
func (s *session) startOver() error {
	for _, d := range s.over {
		if err := d.startOver(); err != nil {
			return err
		}
	}
	s.over = nil
	return nil
}

// finish writes the answers as complete.
func (s *session) finish(response assess.Response) error {
	return s.write(func(d *draft) error { return d.finish(response) })
}

// goOn fills a draft that was found.
func (s *session) goOn(d draft) interview.Draft {
	claim := func() error {
		if s.name != "" {
			return nil
		}
		own, err := d.claim(s.mark, s.now())
		if err != nil {
			return err
		}
		if exists(d.path) {
			s.parted = append(s.parted, d.path)
		}
		s.draft, s.name = own, d.response.Association
		return nil
	}
	offered := interview.Draft{Label: label(d), Response: asking.TakeBack(d.response, d.aside), Revises: d.revises}
	offered.Keep = func(response assess.Response) error {
		if err := claim(); err != nil {
			return err
		}
		return s.write(func(own *draft) error { return own.keep(response) })
	}
	if d.room != nil {
		offered.Room = &interview.Room{Tally: d.room, Keep: func(t *assess.Tally) error {
			if err := claim(); err != nil {
				return err
			}
			return s.write(func(own *draft) error { return own.keepRoom(t) })
		}}
	}
	return offered
}

// found are the drafts that can be gone on with: of the folder that is known,
// else of all the folders here.
func (s *session) found(association string, own *rubric.Rubric) ([]interview.Draft, error) {
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
				left = advise(left, "To continue it, name its rubric: --rubric FILE")
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
func (s *session) candidates(association string) ([]folder, error) {
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
	if d.revises {
		text = fmt.Sprintf("%s, a revision of the assessment of %s, begun at %s", r.Association, r.Date.Long(), d.minute())
	}
	if r.Role != "" {
		text += " (" + rubric.NameOf(r.Rubric.Roles, r.Role) + ")"
	}
	return text
}

// stopped says that the answers are kept, and how to go on. Half an answer that
// was typed and not taken would otherwise stand in the shell's next line.
func (s *session) stopped(again string) error {
	if f, ok := s.in.(*os.File); ok && isTerminal(f) {
		dropInput(f.Fd())
	}
	s.sayKept(again)
	return outcome{statusInterrupted, errQuiet}
}

// keepThere writes the draft once more where another window took its file along.
func (s *session) keepThere() error {
	if s.last == nil || exists(s.draft.path) {
		return nil
	}
	return s.last()
}

// sayKept says where the answers are, and how to go on.
func (s *session) sayKept(again string) {
	if s.name == "" {
		return
	}
	if err := s.keepThere(); err != nil {
		s.complain(err)
		return
	}
	said, then := "Stopped. Your answers are saved in", "To continue: "
	if s.draft.revises {
		said, then = "Stopped. The assessment is unchanged; your new answers are saved in", "To finish the revision: "
	}
	s.tell(s.message("", said))
	s.tell([]string{"  " + strict.Plain(s.draft.path)})
	s.tell(s.message("", strict.Plain(then+s.fromElsewhere(again))))
	if s.draft.revises && s.revises != "" {
		s.tell(s.message("", strict.Plain("To start the revision over: "+s.fromElsewhere(s.revises))))
	}
	s.sayParted()
}

// fromElsewhere is a command that goes on here, as it is typed where the shell is.
func (s *session) fromElsewhere(command string) string {
	if !s.away || strings.Contains(command, " --dir ") {
		return command
	}
	return command + " --dir " + s.argument(s.draft.folder.path)
}

// sayParted says that another window went on with the same draft, and where its
// answers are.
func (s *session) sayParted() {
	for _, path := range s.parted {
		if exists(path) {
			fmt.Fprintf(s.err, "Another window continued the same draft. Its answers are saved separately in\n  %s\n", strict.Plain(path))
		}
	}
}

// failed is the error of an interview that could not go on. Where a mistake in
// the program ended it, it says what is kept.
func (s *session) failed(err error, again string) error {
	var broken *interview.Broken
	if !errors.As(err, &broken) {
		return couldNot(err)
	}
	s.reportBug(broken, broken.Stack)
	s.sayKept(again)
	return outcome{statusCouldNot, errQuiet}
}
