package interview

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"collab/assess"
	"collab/assess/asking"
)

// A command is a key that answers nothing. Its word does the same.
type command struct {
	key, word string
	does      string // for the list of keys
	here      func(*lines) bool
	run       func(l *lines, argument string)
}

// commands are all of them, in the order in which the keys are listed.
func commands() []command {
	return []command{
		{"b", "back", say.lineBack(), inside, (*lines).back},
		{"s", "skip", say.lineSkip(), inside, (*lines).skip},
		{"s", "next", "", inside, (*lines).skip},
		{"r", "repeat", say.lineRepeat(), always, (*lines).repeat},
		{"e", "evidence", say.lineExamples(), atQuestion, (*lines).sayEvidence},
		{"?", "why", say.lineWhy(), atQuestion, (*lines).sayWhy},
		{"m", "note", say.lineNote(), atNote, (*lines).askNote},
		{"x", "clear", say.lineClear(), clearable, (*lines).clear},
		{"w", "where", say.lineWhere(), inside, (*lines).sayWhere},
		{"j", "jump", say.lineJump(), underway, (*lines).jump},
		{"j", "review", "", underway, (*lines).jump},
		{"q", "stop", say.lineStop(), always, (*lines).stop},
		{"q", "quit", "", always, (*lines).stop},
		{"h", "help", say.lineHelp(), always, (*lines).sayKeys},
		{"h", "keys", "", always, (*lines).sayKeys},
	}
}

func always(*lines) bool       { return true }
func inside(l *lines) bool     { return l.walk != nil }
func underway(l *lines) bool   { return inside(l) && !l.onStart() }
func atQuestion(l *lines) bool { return inside(l) && l.here().Kind == asking.Question }
func atNote(l *lines) bool     { return atQuestion(l) && l.walk.Rows(l.here()) == nil }
func clearable(l *lines) bool  { return l.item().clear != nil }

// command is the one that an entry means here, if any. Only the jump takes an
// argument, a number.
func (l *lines) command(entry string) (c command, argument string, ok bool) {
	name, argument, _ := strings.Cut(strings.ToLower(entry), " ")
	argument = strings.TrimSpace(argument)
	for _, c := range commands() {
		if name != c.key && name != c.word || !c.here(l) {
			continue
		}
		if _, err := strconv.Atoi(argument); argument == "" || c.key == "j" && err == nil {
			return c, argument, true
		}
	}
	return command{}, "", false
}

func (l *lines) back(string) {
	if l.at > 0 {
		l.within(func() {
			l.at--
			l.out.echo(say.wentBack())
			l.show()
		})
		return
	}
	if l.atBeginning() {
		l.out.say(say.beginning() + " " + l.brief())
		return
	}
	l.out.echo(say.wentBack())
	l.leave((*asking.Walk).Back, lastItem)
}

func (l *lines) skip(string) {
	it := l.item()
	if it.needed != "" {
		l.out.say(it.needed + " " + l.brief())
		return
	}
	said := cmp.Or(it.skipped, say.skipped())
	switch {
	case it.reads:
		said = ""
	case it.given != "":
		said = say.unchanged()
	}
	l.within(func() {
		l.out.echo(said)
		l.forward()
	})
}

// repeat says everything again; where keeping failed it tries that again first.
func (l *lines) repeat(string) {
	if l.retry != nil {
		l.after(l.retry)
		return
	}
	l.topic, l.reminder, l.listed = "", "", false
	if l.walk != nil {
		l.items = l.itemsHere()
	}
	l.show()
}

func (l *lines) sayEvidence(string) {
	q, _ := question(l.walk)
	if q.Evidence != "" {
		l.out.say(say.lookHere(q.Evidence))
	}
	none := q.Evidence == ""
	for i, o := range l.walk.Items(l.here())[0].Options {
		if len(o.Signs) > 0 {
			l.out.say(say.examples(i+1, o.Signs))
			none = false
		}
	}
	if none {
		l.out.say(say.noExamples())
	}
	l.out.say(l.brief())
}

func (l *lines) sayWhy(string) {
	for _, h := range whyOf(l.walk) {
		l.out.say(strings.TrimSpace(h.label + " " + h.text))
	}
	l.out.say(l.brief())
}

// askNote has the next line taken as the note. An empty one keeps what there is.
func (l *lines) askNote(string) {
	id := l.walk.Here().ID
	l.out.say(say.noteOnOneLine(l.noteHelp()))
	if before := l.walk.NoteTo(id); before != "" {
		l.out.say(say.noteSoFar(before))
	}
	l.note = func(text string) { l.hearNote(id, text) }
}

func (l *lines) hearNote(id, text string) {
	before := l.walk.NoteTo(id)
	said := say.noteRecorded()
	switch n := utf8.RuneCountInString(text); {
	case text == "" && before == "":
		l.out.say(say.noNote() + " " + l.brief())
		return
	case text == "":
		l.out.say(say.noteStays() + " " + l.brief())
		return
	case n > assess.MaxNote:
		l.out.say(say.noteTooLong(say.tooLong(n, assess.MaxNote)) + " " + l.brief())
		return
	case before != "" && strings.EqualFold(text, "x"):
		text, said = "", say.noteDeleted()
	}
	l.walk.SetNote(id, text)
	l.after(func() {
		l.items = l.itemsHere()
		l.out.say(said + " " + l.brief())
	})
}

func (l *lines) clear(string) {
	l.item().clear()
	l.within(func() {
		l.items = l.itemsHere()
		l.out.say(say.cleared() + " " + l.brief())
	})
}

// sayWhere says where one is.
func (l *lines) sayWhere(string) {
	w, here := l.walk, l.here()
	part, association := "", ""
	if at, of := placeIn(w, here.Section); at > 0 {
		name, _ := asking.AboutSection(w.Rubric(), here.Section)
		part = say.inPart(at, of, name)
	}
	if name := w.Association(); name != "" {
		association = say.weMean(name)
	}
	done, of := w.Answered()
	left := minutesLeft(w.Progress().Left)
	l.out.say(say.where(l.position(), left, l.item().name, part, say.answered(done, of), association))
}

func minutesLeft(d time.Duration) string {
	return say.minutesToGo(max(int(math.Ceil(d.Minutes())), 1))
}

// jump goes to the review, or to the question of a number.
func (l *lines) jump(number string) {
	to := asking.Step{Kind: asking.Review}
	if number != "" {
		asked := slices.DeleteFunc(l.walk.Steps(), func(t asking.Step) bool { return !t.Kind.TakesAnswer() })
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > len(asked) {
			l.out.say(say.noSuchQuestion(number, len(asked)) + " " + l.brief())
			return
		}
		to = asked[n-1]
	}
	l.listed = false
	l.leave(jumpTo(to), firstOpenItem)
}

// stop keeps everything and leaves. Where that fails it says so first, and
// leaves when told again.
func (l *lines) stop(string) {
	if l.walk == nil || l.leaving {
		l.stopped = true
		return
	}
	l.leaving = true
	l.after(func() { l.leaving, l.stopped = false, true })
}

func (l *lines) sayKeys(string) {
	l.out.say(l.keysHere())
	l.out.say(l.brief())
}

// leads tells whether a command does more here than say why it does nothing.
func (l *lines) leads(c command) bool {
	switch c.key {
	case "b":
		return !l.atBeginning()
	case "s":
		return l.item().needed == ""
	}
	return true
}

// atBeginning tells whether nothing is before the item.
func (l *lines) atBeginning() bool { return l.at == 0 && !l.walk.CanGoBack() }

// keysHere says which keys do what.
func (l *lines) keysHere() string {
	var list []string
	for _, c := range commands() {
		if c.does != "" && c.here(l) && l.leads(c) {
			list = append(list, c.key+" "+c.does)
		}
	}
	it := l.item()
	return say.keys(it.expects, list)
}
