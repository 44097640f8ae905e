package interview

import (
	"slices"
	"strings"

	"collab/assess/asking"
	"collab/rubric"
)

// show says the item: where one is, what was answered before, and what is
// asked. What holds for several items in a row is said with the first, and the
// keys with the first of all.
func (l *lines) show() {
	it := l.item()
	l.empty = false
	l.out.gap()
	if l.walk == nil || l.onStart() {
		l.once("enter", say.pressEnterAfter())
	}
	if head := l.head(it); head != "" {
		l.out.say(head)
	}
	if it.remind != "" && it.remind != l.reminder {
		l.reminder = it.remind
		l.out.say(it.remind)
	}
	for _, text := range it.asks {
		l.out.say(text)
	}
	for _, o := range it.options {
		l.out.say(o.Mark + ". " + o.Text())
	}
	l.listed = l.listed || l.here().Kind == asking.Review
	switch {
	case it.reads:
		l.out.say(sentence(capital(it.expects)))
	case l.position() != "":
		l.once("keys", l.keysHere())
		if it.clear != nil {
			l.once("clear", say.xClears())
		}
	}
}

// head is the first line of an item.
func (l *lines) head(it item) string {
	var parts []string
	if at := l.position(); at != "" {
		parts = append(parts, at+".")
	}
	if it.topic != "" && it.topic != l.topic {
		l.topic = it.topic
		parts = append(parts, sentence(it.topic))
	}
	if it.given != "" {
		parts = append(parts, it.given)
	}
	return strings.Join(parts, " ")
}

// position says which question it is of how many: "Question 43 of 49, target
// 2 of 7". It is empty where nothing is numbered.
func (l *lines) position() string {
	if !l.here().Kind.TakesAnswer() {
		return ""
	}
	p := l.walk.Progress()
	text := say.question(p.At, p.Of)
	if noun := l.item().noun; noun != "" && len(l.items) > 1 {
		text = say.questionItem(text, noun, l.at+1, len(l.items))
	}
	return text
}

// brief asks once more, in a few words.
func (l *lines) brief() string {
	it := l.item()
	at := l.position()
	if at == "" {
		at = it.name
	}
	return say.brief(at, it.expects)
}

// once says something the first time only.
func (l *lines) once(what, text string) {
	if !l.said[what] {
		l.said[what] = true
		l.out.say(text)
	}
}

func (l *lines) welcome() {
	l.out.say(say.welcomed(l.walk.Rubric().Name, say.welcomeTitle()))
	for _, text := range l.welcomeWords() {
		l.out.say(text)
	}
}

func (l *lines) instructionsWords() []string {
	words := append([]string{say.beforeTheFirstLine()}, l.walk.Rubric().Instructions...)
	if _, room := l.walk.InRoom(); room {
		words = append(words, say.roomHelp())
	}
	return append(words,
		say.howLongLines(l.walk.Progress().Of, l.walk.Minutes()))
}

// sayPart says which section begins.
func (l *lines) sayPart(section string) {
	w, r := l.walk, l.walk.Rubric()
	at, of := placeIn(w, section)
	l.reminder = ""
	l.out.gap()
	name, words := asking.AboutSection(r, section)
	l.out.say(say.part(at, of, name, w.StepsIn(section), minutesLeft(w.Progress().Left)))
	l.out.say(words)
	l.once("we", say.weMean(w.Association()))
	if d, _ := r.Dimension(section); d.Kind != rubric.Trait {
		return
	}
	for _, scope := range []rubric.Scope{rubric.Within, rubric.Between} {
		if meaning := r.Scopes[scope]; meaning != "" {
			l.once(string(scope), say.scope(scope)+" "+meaning)
		}
	}
}

// offerDrafts asks which draft to go on with.
func (l *lines) offerDrafts() {
	offers := l.options.offers()
	it := item{name: say.whichDraft(), asks: []string{say.unfinished(len(l.options.Found))}}
	for _, o := range offers {
		if o.does != leave { // the key of a command: stop
			it.options = append(it.options, o.Option)
		}
	}
	it.expects = keysOf(it.options)
	if len(l.options.Found) > 1 && !l.options.Private {
		it.expects = say.orLook(it.expects)
	}
	it.accept = func(entry string) reply {
		o, ok := offered(offers, entry)
		return reply{taken: ok, then: func() { l.choose(o) }}
	}
	l.items = []item{it}
	l.show()
}

// offered is the offer that an entry takes. A look is at the draft whose number
// follows, or at the first.
func offered(offers []offer, entry string) (offer, bool) {
	key, which, _ := strings.Cut(strings.ToLower(entry), " ")
	i := slices.IndexFunc(offers, func(o offer) bool { return o.Mark == key })
	if i < 0 {
		return offer{}, false
	}
	o := offers[i]
	if o.does != look {
		return o, which == ""
	}
	of := slices.IndexFunc(offers, func(o offer) bool { return o.does == goOn && (which == "" || o.Mark == which) })
	if of >= 0 {
		o.draft = offers[of].draft
	}
	return o, of >= 0
}

// choose does what was chosen about the drafts.
func (l *lines) choose(o offer) {
	switch o.does {
	case goOn:
		l.out.echo(say.goingOn())
		l.open(o.draft, o.draft.walk(l.options.known()))
		l.begin()
	case startAnew:
		l.open(l.options.New, l.options.anew(o))
	case look:
		l.sayHeld(o.draft)
		l.offerDrafts()
	}
}

// sayHeld says what a draft holds.
func (l *lines) sayHeld(d Draft) {
	l.out.say(sentence(d.Label))
	parts := d.holds()
	if len(parts) == 0 {
		l.out.say(say.nothingHeld())
	}
	for _, part := range parts {
		l.out.say(sentence(part.section))
		for _, a := range part.answers {
			l.out.say(say.withMeaning(a.asked, sentence(a.answered)))
		}
	}
}
