package interview

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"collab/assess"
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
		{"b", "back", "back", inside, (*lines).back},
		{"s", "skip", "skip", inside, (*lines).skip},
		{"s", "next", "", inside, (*lines).skip},
		{"r", "repeat", "repeat", always, (*lines).repeat},
		{"e", "evidence", "signs and where to look", atQuestion, (*lines).sayEvidence},
		{"?", "why", "why it matters", atQuestion, (*lines).sayWhy},
		{"m", "note", "note", atNote, (*lines).askNote},
		{"x", "clear", "take the answer back", clearable, (*lines).clear},
		{"w", "where", "where am I", inside, (*lines).sayWhere},
		{"j", "jump", "review and jump", underway, (*lines).jump},
		{"j", "review", "", underway, (*lines).jump},
		{"q", "stop", "stop and keep", always, (*lines).stop},
		{"q", "quit", "", always, (*lines).stop},
		{"h", "help", "these keys", always, (*lines).sayKeys},
		{"h", "keys", "", always, (*lines).sayKeys},
	}
}

func always(*lines) bool       { return true }
func inside(l *lines) bool     { return l.script != nil }
func underway(l *lines) bool   { return inside(l) && l.script.Here().Kind != StartPage }
func atQuestion(l *lines) bool { return inside(l) && l.script.Here().Kind == Question }
func atNote(l *lines) bool     { return atQuestion(l) && l.script.hands == nil }
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
			l.out.echo("Back.")
			l.show()
		})
		return
	}
	if l.atBeginning() {
		l.out.say("This is the beginning. " + l.brief())
		return
	}
	l.out.echo("Back.")
	l.leave((*Script).Back, lastItem)
}

func (l *lines) skip(string) {
	it := l.item()
	if it.needed != "" {
		l.out.say(it.needed + " " + l.brief())
		return
	}
	said := cmp.Or(it.skipped, "Skipped, nothing recorded.")
	switch {
	case it.reads:
		said = ""
	case it.given != "":
		said = "Unchanged."
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
	if l.script != nil {
		l.items = l.itemsHere()
	}
	l.show()
}

func (l *lines) sayEvidence(string) {
	q, d := l.script.question()
	if q.Evidence != "" {
		l.out.say("Where to look: " + q.Evidence)
	}
	none := q.Evidence == ""
	for i := range q.Anchors {
		if found := signs(q, d, i); len(found) > 0 {
			l.out.say(fmt.Sprintf("Signs of %d: %s", i+1, strings.Join(found, " ")))
			none = false
		}
	}
	if none {
		l.out.say("There is none to this question.")
	}
	l.out.say(l.brief())
}

func (l *lines) sayWhy(string) {
	r := l.script.Rubric()
	q, _ := l.script.question()
	if q.Why != "" {
		l.out.say("Why it matters: " + q.Why)
	}
	for _, t := range terms(r, q) {
		l.out.say(t.ID + ": " + t.Meaning)
	}
	if meaning := r.Scopes[q.Scope]; meaning != "" {
		l.out.say(meaning)
	}
	for _, text := range r.Instructions {
		l.out.say(text)
	}
	l.out.say(l.brief())
}

// askNote has the next line taken as the note. An empty one keeps what there is.
func (l *lines) askNote(string) {
	id := l.script.Here().ID
	l.out.say(noteTitle + ", on one line. " + l.script.noteHelp)
	if before := l.script.NoteTo(id); before != "" {
		l.out.say("So far: " + sentence(before) + " An empty line keeps it, x alone takes it away.")
	}
	l.note = func(text string) { l.hearNote(id, text) }
}

func (l *lines) hearNote(id, text string) {
	before := l.script.NoteTo(id)
	said := "Note recorded."
	switch n := utf8.RuneCountInString(text); {
	case text == "" && before == "":
		l.out.say("No note is recorded. " + l.brief())
		return
	case text == "":
		l.out.say("The note stays as it was. " + l.brief())
		return
	case n > assess.MaxNote:
		l.out.say(tooLong(n, assess.MaxNote) + " Nothing is recorded. m begins the note again. " + l.brief())
		return
	case before != "" && strings.EqualFold(text, "x"):
		text, said = "", "Note taken away."
	}
	l.script.SetNote(id, text)
	l.after(func() {
		l.items = l.itemsHere()
		l.out.say(said + " " + l.brief())
	})
}

func (l *lines) clear(string) {
	l.item().clear()
	l.within(func() {
		l.items = l.itemsHere()
		l.out.say("Taken back. " + l.brief())
	})
}

// sayWhere says where one is.
func (l *lines) sayWhere(string) {
	s := l.script
	here := s.Here()
	var parts []string
	if at := l.position(); at != "" {
		parts = append(parts, at+", "+minutesLeft(s.Progress().Left)+".")
	} else {
		parts = append(parts, l.item().name+".")
	}
	if at, of := s.placeIn(here.Section); at > 0 {
		parts = append(parts, fmt.Sprintf("Part %d of %d: %s.", at, of, sectionName(s.Rubric(), here.Section)))
	}
	done, of := s.Answered()
	parts = append(parts, fmt.Sprintf("%d of %d answered.", done, of))
	if name := s.given.Association; name != "" {
		parts = append(parts, weMean(name))
	}
	l.out.say(strings.Join(parts, " "))
}

func minutesLeft(d time.Duration) string {
	n := max(int(math.Ceil(d.Minutes())), 1)
	if n == 1 {
		return "about 1 minute left"
	}
	return fmt.Sprintf("about %d minutes left", n)
}

// jump goes to the review, or to the question of a number.
func (l *lines) jump(number string) {
	to := Step{Kind: Review}
	if number != "" {
		asked := slices.DeleteFunc(l.script.Steps(), func(t Step) bool { return !t.Kind.TakesAnswer() })
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > len(asked) {
			l.out.say(fmt.Sprintf("There is no question %s; they go from 1 to %d. %s", number, len(asked), l.brief()))
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
	if l.script == nil || l.leaving {
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
func (l *lines) atBeginning() bool { return l.at == 0 && l.script.at == 0 && !l.script.jumped }

// keysHere says which keys do what.
func (l *lines) keysHere() string {
	var list []string
	for _, c := range commands() {
		if c.does != "" && c.here(l) && l.leads(c) {
			list = append(list, c.key+" "+c.does)
		}
	}
	it := l.item()
	return "Keys, each with Enter: " + it.expects + "; " + strings.Join(list, ", ") + ". Words such as back and stop do too."
}
