package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"collab/assess/phone/room"
	"collab/reports"
	"collab/reports/projector"
)

// end ends the round that is open: nobody can change anything any more, and all that
// there is, is combined. Where that is refused, the round goes on.
func (r *roomRun) end() error {
	r.room.Shut()
	r.file.clean()
	if err := r.combineAll(); err != nil {
		r.room.Reopen()
		return err
	}
	r.plan.phase = r.room.Phase()
	if err := r.folder.keepRoomPlan(r.plan); err != nil {
		return couldNot(err)
	}
	return r.showSlides()
}

// combineAll is collab combine over what phones, sheets and tables say of this round.
func (r *roomRun) combineAll() error {
	o := combineOptions{
		csv: r.tables(), body: r.options.body, bodySaid: r.options.body > 0, named: r.options.named, replace: r.options.replace,
		second: r.plan.phase == room.Second, rubric: r.options.rubric, dir: r.folder.path,
		// Two phones with one code cannot be asked any more: both count.
		unlinked: true,
		room:     true,
		again:    r.options.again,
		// A paper of a later day does not leave the phones out.
		from: r.round.Date.String(), date: r.round.Date.String(),
	}
	if !o.second {
		o.joint = r.round.JointWork // paper that was typed in before the room opened may not say it
	}
	if len(o.csv) > 0 {
		name, _ := r.folder.named("") // it may have been renamed since
		o.association, o.joint = cmp.Or(name, r.round.Association), r.round.JointWork
		o.short = r.round.Length == "short"
	}
	if len(r.options.csv) > len(o.csv) {
		fmt.Fprintln(r.err, "Left out: the tables of --csv: they are of the first round. For those of the second: collab combine --second-round --csv FILE")
	}
	return r.console.combine(nil, o)
}

// tables are those of --csv. They are of the first round: the same command goes on with
// the second, and must not count them again.
func (r *roomRun) tables() []string {
	if r.plan.phase == room.Second {
		return nil
	}
	return r.options.csv
}

// files are the names of the response files of the round that is asked, from its date on.
func (r *roomRun) files() []string {
	names, _ := r.folder.responses(r.file.mark) // where it cannot be listed, combine says so
	return slices.DeleteFunc(names, func(name string) bool { return dateOfName(name).Before(r.round.Date.Time) })
}

// askAgain begins the second round on the same phones.
func (r *roomRun) askAgain() error {
	r.plan.phase = room.Second
	asked, err := r.asked()
	if err == nil {
		err = r.folder.keepRoomPlan(r.plan)
	}
	if err != nil {
		r.plan.phase, r.plan.topics = room.Talk, nil
		return couldNot(err)
	}
	r.room.AskAgain(asked)
	return nil
}

// showSlides shows on the projector what to talk about, or what talking changed.
func (r *roomRun) showSlides() error {
	a, _, err := readAssessment(r.folder.path)
	if err != nil {
		return err
	}
	report := reports.Agenda(a, reports.Options{})
	r.counted = a.People
	if r.plan.phase == room.Ended && a.Second != nil {
		r.counted = a.Second.People
		report = reports.BeforeAndAfter(a, reports.Options{})
	}
	var b bytes.Buffer
	if err := projector.Write(&b, report); err != nil {
		return err
	}
	r.room.Show(room.Slides{HTML: b.Bytes(), Style: projector.Style(), Count: len(report.Sections)})
	return nil
}

// press carries out a key. It tells whether the room is to be left.
func (r *roomRun) press(key string) (leave bool, err error) {
	confirmed := r.asks
	r.asks, r.message = false, ""
	phase := r.plan.phase
	switch {
	case key == "q":
		return true, nil
	case key == "w":
		r.help = !r.help
	case key == "n" && phase.Open():
		r.nextAddress()
	case key == "e" && phase.Open():
		return false, r.mayEnd(confirmed)
	case key == "s" && phase == room.Talk:
		if !confirmed {
			r.asks, r.message = true, room.ConfirmAgain(r.options.all)
			return false, nil
		}
		return false, r.askAgain()
	case key == "right" && !phase.Open():
		r.room.Turn(1)
	case key == "left" && !phase.Open():
		r.room.Turn(-1)
	}
	return false, nil
}

// mayEnd ends the round, or says first what that means for those who still answer.
func (r *roomRun) mayEnd(confirmed bool) error {
	counts := r.room.Counts()
	switch {
	case len(r.files()) == 0 && len(r.tables()) == 0:
		r.message = room.Nobody()
	case counts.Answering > 0 && !confirmed:
		r.asks, r.message = true, room.ConfirmEnd(counts)
	default:
		return r.end()
	}
	return nil
}

// complainOf keeps what went wrong for the next screen, and says it where it stays.
func (r *roomRun) complainOf(err error) {
	if err == nil {
		return
	}
	r.complain(err)
	lines := faultLines(err)
	var h hint
	if errors.As(err, &h) {
		lines = append(lines, h.advice)
	}
	r.message = strings.Join(lines, "\n")
}

// desk is what the person who leads the room sees.
func (r *roomRun) desk() room.Desk {
	return room.Desk{
		Association: r.round.Association, Date: r.round.Date.Long(), Short: r.round.Length == "short", All: len(r.plan.topics) == 0,
		Phase: r.room.Phase(), Address: r.address(), Board: fmt.Sprintf("http://localhost:%d/board", r.plan.port),
		Counts: r.room.Counts(), Wifi: r.options.wifi, Help: r.help, Message: r.message,
		Folder: r.folder.path, People: r.counted, Typed: r.typed,
	}
}
