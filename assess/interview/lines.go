package interview

import (
	"bufio"
	"context"
	"errors"
	"io"

	"collab/assess"
	"collab/assess/asking"
)

// Lines asks in plain lines, for a screen reader, a terminal that can do no
// more, or a script of answers: nothing is painted over, no control character
// is written, no line has more than a hundred characters, and each line that is read
// is one entry.
//
// An entry is recorded only where it is an answer to what is being asked. An empty
// line, an unknown key, a line that the end of input cuts off and the end itself
// record nothing; the end of input stops like the key q, and so does cancelling ctx,
// at once even while a line is awaited.
//
// Lines reads no further than the line it needs, so that whoever passes a
// [bufio.Reader] as Options.In can go on reading after it. Only a cancelled ctx leaves
// a read behind.
//
// It returns the response as [Screen] does. An error says that input or output
// failed, or that the last answers could not be kept.
func Lines(ctx context.Context, o Options) (assess.Response, Outcome, error) {
	l, err := newLines(ctx, o)
	if err != nil {
		return o.New.Response, Stopped, err
	}
	var heard error
	if broken := attempt(func() { heard = l.run() }); broken != nil {
		return o.New.Response, Stopped, broken
	}
	response, outcome, err := l.result(heard)
	if last := l.out.flush(); err == nil && ctx.Err() == nil {
		err = last
	}
	return response, outcome, err
}

// lines is the whole interview as entries that are heard and lines that are said.
type lines struct {
	filling
	read func() (string, error) // the next entry, cleaned
	out  *speech

	items []item            // of the step where the walk stands
	at    int               // among them
	note  func(text string) // takes the next line; nil: it is an entry

	retry   func() // what keeping failed before; nil where it did not
	leaving bool   // q was entered while keeping failed
	stopped bool

	// What was said before and need not be said again.
	said            map[string]bool
	topic, reminder string
	empty           bool // that an empty line records nothing, at this item
	listed          bool // all parts of the review
}

func newLines(ctx context.Context, o Options) (*lines, error) {
	first, err := o.opening()
	if err != nil {
		return nil, err
	}
	l := &lines{filling: filling{options: o}, out: newSpeech(o.Out, o.Width), said: map[string]bool{}}
	in := bufio.NewReader(o.In)
	l.read = func() (string, error) {
		if err := l.out.flush(); err != nil {
			return "", err
		}
		return readLine(ctx, in)
	}
	if first == nil {
		l.offerDrafts()
		return l, nil
	}
	l.open(o.New, first)
	return l, nil
}

// open begins with a draft, where its walk stands.
func (l *lines) open(d Draft, w *asking.Walk) {
	l.filling.open(d, w)
	if l.onStart() {
		l.welcome()
	}
	if w.Revises() {
		l.out.say(say.answeringAgain())
	}
	l.arrive(firstOpenItem)
}

// run hears entries until the interview ends.
func (l *lines) run() error {
	for !l.stopped && !(l.walk != nil && l.walk.Finished()) {
		entry, err := l.read()
		if err != nil {
			return l.hearEnd(err)
		}
		l.hear(entry)
	}
	if l.stopped {
		l.sayGoodbye(false)
	}
	return nil
}

// hearEnd says why nothing more is heard. The end of input and a cancelled
// context are no errors.
func (l *lines) hearEnd(err error) error {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		l.sayGoodbye(false)
		return nil
	case errors.Is(err, errCutOff):
		l.out.say(say.lineCutOff())
		l.sayGoodbye(true)
		return nil
	case errors.Is(err, io.EOF):
		l.sayGoodbye(true)
		return nil
	}
	return say.linesFailed(err)
}

func (l *lines) sayGoodbye(ended bool) { l.out.say(say.stopping(ended, l.position())) }

// hear carries out one entry: a command, or an answer to the item. Commands come
// first, since where text is asked for any line is an answer; no option has the
// key of one.
func (l *lines) hear(entry string) {
	if take := l.note; take != nil {
		l.note = nil
		take(entry)
		return
	}
	it := l.item()
	wasLeaving := l.leaving
	l.leaving = false
	if entry == "" {
		l.hearNothing(it)
		return
	}
	if c, argument, ok := l.command(entry); ok {
		l.leaving = wasLeaving && c.key == "q"
		c.run(l, argument)
		return
	}
	r := it.accept(entry)
	switch {
	case r.taken:
		l.carryOut(r)
	case r.said != "":
		l.out.say(say.refused(r.said, l.brief()))
	default:
		l.out.say(say.notUnderstood(cut(entry, 20), l.brief()))
	}
}

// hearNothing answers an empty line: it goes on where there is nothing to
// answer, and records nothing anywhere.
func (l *lines) hearNothing(it item) {
	if it.reads {
		l.forward()
		return
	}
	if !l.empty {
		l.out.echo(say.nothingRecorded())
	}
	l.empty = true
	l.out.say(l.brief())
}

func (l *lines) carryOut(r reply) {
	carryOn := func() {
		l.out.echo(r.said)
		if r.then != nil {
			r.then()
			return
		}
		l.forward()
	}
	l.within(carryOn)
}

// within carries on inside a step: as [lines.after], but for the drafts and the
// start page, which record nothing before they are left.
func (l *lines) within(carryOn func()) {
	if l.walk == nil || l.onStart() {
		l.retry = nil
		carryOn()
		return
	}
	l.after(carryOn)
}

// after carries on once all that was recorded is kept. Where that fails it says
// so, and carries on when the key r tries again.
func (l *lines) after(carryOn func()) {
	mended := l.failed != nil
	if !l.keep() {
		l.retry = carryOn
		l.out.forget()
		l.out.say(say.notSavedLines(l.failed, l.remedy()))
		return
	}
	if l.retry = nil; mended {
		l.out.echo(say.savedNow())
	}
	carryOn()
}

// remedy says what to do where keeping failed.
func (l *lines) remedy() string {
	switch {
	case l.leaving:
		return say.leaveAnyway()
	case l.onStart():
		return say.changeStart()
	}
	return say.tryAgain()
}

// forward goes to the next item, and from the last one to the next step.
func (l *lines) forward() {
	if l.items = l.itemsHere(); l.at+1 < len(l.items) {
		l.at++
		l.show()
		return
	}
	if l.onStart() {
		l.walk.Begin()
	}
	l.leave((*asking.Walk).Next, firstOpenItem)
}

// leave goes to another step.
func (l *lines) leave(a act, enter func([]item) int) {
	l.begin()
	l.after(func() {
		a(l.walk, l.options.Now())
		if l.walk.Finished() {
			l.out.say(say.finished())
			return
		}
		if n := l.walk.Fewer(); n > 0 {
			l.out.echo(say.fewer(n, l.walk.Progress().Of))
		}
		l.arrive(enter)
	})
}

// arrive asks what the step asks where the walk stands. Pauses are said on
// the way.
func (l *lines) arrive(enter func([]item) int) {
	for l.here().Kind == asking.Pause {
		l.sayPart(l.walk.Here().Section)
		l.walk.Next(l.options.Now())
	}
	l.items = l.itemsHere()
	l.at = enter(l.items)
	l.show()
}

// firstOpenItem enters a step where something is open, or at its beginning.
func firstOpenItem(items []item) int {
	for i, it := range items {
		if it.given == "" {
			return i
		}
	}
	return 0
}

// lastItem enters a step at its end, as going back does.
func lastItem(items []item) int { return len(items) - 1 }

func (l *lines) item() item { return l.items[l.at] }
