package interview

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"collab/assess/asking"
)

// An item is one thing that is asked, and answered by one line.
type item struct {
	name    string          // of what has no number
	noun    string          // what the items of its step are: "target"
	topic   string          // said where it differs from that of the item before
	remind  string          // likewise
	asks    []string        // read out, a paragraph each
	options []asking.Option // read out after them
	expects string          // what may be entered: "1 to 4, d or n"
	given   string          // what was answered, as a sentence; empty for nothing
	accept  func(entry string) reply
	clear   func() // takes the answer back; nil where that is not possible
	needed  string // said to who skips it; empty where it may be skipped
	skipped string // said then; there is a word for it if empty
	reads   bool   // nothing is asked: an empty line goes on
}

// A reply says what came of an entry. One that was not taken recorded nothing; said
// then tells why, and is empty where the entry was not understood.
type reply struct {
	taken bool
	said  string
	then  func() // where it leads; nil: to the next item
}

func notUnderstood(string) reply { return reply{} }

// shown is how an item is asked, whatever it is answered by. What holds for all of its
// step is said before the first.
func (l *lines) shown(of *asking.Item) item {
	w := l.walk
	it := item{name: of.Name, topic: of.Name, remind: w.Intro(w.Here())}
	if !w.Has(of) {
		it.needed = of.Missing
	}
	names := w.Names(w.Here())
	switch kind := w.Here().Kind; {
	case kind == asking.StartPage:
		it.topic, it.asks = "", []string{l.askStart(of)}
		return it
	case kind == asking.Question:
		it.topic, it.asks = names[min(1, len(names)-1)], of.Prompts[:1]
		if about := about(w); about != "" {
			it.remind = say.yourJointWork(it.remind, about)
		}
		if note := noteWords(w, of.ID); note != "" {
			it.asks = []string{sentence(note), of.Prompts[0]}
		}
		return it
	case w.Here().ID == asking.JointWorkStep:
		it.remind = l.jointWorkWords()
	}
	it.noun = say.item()
	if it.asks = []string{of.Prompts[0]}; of.Ask() != of.Prompts[0] {
		it.topic, it.asks = "", []string{say.asked(of.Name, of.Ask())}
	}
	if of.Name == of.Prompts[0] || of.Kind == asking.Ticks || of.Among != "" {
		it.topic = names[len(names)-1]
	}
	return it
}

func (l *lines) askStart(of *asking.Item) string {
	if of.ID == asking.CodeID {
		return say.askCode(of.Name, of.Help)
	}
	return say.asking(of.Name, of.Help)
}

func (l *lines) jointWorkWords() string {
	words := say.jointWorkLines(noJointWork(l.walk.Rubric()))
	if l.options.Private {
		words += " " + say.forEverybody()
	}
	return words
}

// one asks for one of an item's options, or of those that can be meant.
func (l *lines) one(of *asking.Item) item {
	w, it := l.walk, l.shown(of)
	var places []int
	for i, o := range of.Options {
		if others, _ := ticksAt(w, w.Here()); of.Among == "" || slices.Contains(w.Ticked(others), o.ID) {
			it.options, places = append(it.options, o), append(places, i)
		}
	}
	it.expects = keysOf(it.options)
	if of.Among != "" {
		it.expects = listed(marks(it.options), say.or())
	}
	if i := w.Taken(of); i >= 0 {
		it.given = say.youAnswered(keyAndMeaning(of.Options[i]))
	}
	it.accept = func(entry string) reply {
		for i, o := range it.options {
			if o.Mark == strings.ToLower(entry) {
				w.Take(of, places[i])
				return reply{taken: true, said: l.echoed(o)}
			}
		}
		return reply{}
	}
	if of.Kind != asking.Scale && !l.onStart() {
		it.clear = func() { w.Clear(of) }
	}
	return it
}

// echoed says what was recorded; of the start page nothing is yet, so it is said by its
// meaning.
func (l *lines) echoed(o asking.Option) string {
	if l.onStart() {
		meaning, _, _ := strings.Cut(o.Text(), ":")
		return say.noted(meaning)
	}
	return recorded(o)
}

// recorded echoes an option: by its number, or by a letter, which is easily
// heard wrong, with what it means.
func recorded(o asking.Option) string {
	if numberOf(o) > 0 {
		return say.recordedKey(o.Mark)
	}
	return say.recordedLetter(o.Mark, o.Text())
}

func keyAndMeaning(o asking.Option) string {
	if numberOf(o) > 0 {
		return o.Mark
	}
	return o.Mark + ", " + o.Text()
}

// keysOf lists the keys of options: "1 to 4, d or n".
func keysOf(options []asking.Option) string {
	var numbers, letters []string
	for _, o := range options {
		if numberOf(o) > 0 {
			numbers = append(numbers, o.Mark)
		} else {
			letters = append(letters, o.Mark)
		}
	}
	if n := len(numbers); n > 2 {
		numbers = []string{say.upTo(numbers[n-1])}
	}
	return listed(append(numbers, letters...), say.or())
}

// line asks for a line of text.
func (l *lines) line(of *asking.Item) item {
	w, it := l.walk, l.shown(of)
	it.expects = say.expectsText(of.Missing == "")
	if of.ID == asking.PeopleID {
		it.expects = say.expectsNumber()
	}
	if text := w.Typed(of); text != "" {
		it.given = say.youWrote(text)
	}
	it.accept = func(entry string) reply {
		if n := utf8.RuneCountInString(entry); n > of.Most {
			return reply{said: say.tooLong(n, of.Most)}
		}
		if of.Check != nil {
			if err := of.Check(entry); err != nil {
				return reply{said: say.because(err)}
			}
		}
		w.Type(of, entry)
		said := say.recordedText(entry)
		switch {
		case of.ID == asking.CodeID:
			said = say.notedCode()
		case l.onStart():
			said = say.noted(entry)
		}
		return reply{taken: true, said: said}
	}
	if of.Missing == "" {
		it.clear = func() { w.Clear(of) }
	}
	return it
}

// ticks asks for any of an item's options, or so many at most, by their numbers on one
// line. Where one of them may be chosen as the worst, a w behind its number says so at
// once, as on the screen.
func (l *lines) ticks(of, worst *asking.Item) item {
	w, it := l.walk, l.shown(of)
	it.options, it.expects, it.skipped = of.Options, say.expectsNumbers(len(of.Options)), say.noneTicked()
	it.asks = append(it.asks, say.enterNumbers(worst != nil, w.Revises()))
	if ids := w.Ticked(of); len(ids) > 0 {
		it.given = say.youChose(numbersOf(of, ids))
	}
	it.accept = func(entry string) reply {
		picked, marked, said := pickedNumbers(entry, len(of.Options), of.Most, worst != nil)
		if picked == nil {
			return reply{said: said}
		}
		var ids []string
		for _, n := range picked {
			ids = append(ids, of.Options[n-1].ID)
		}
		w.Tick(of, ids)
		r := reply{taken: true, said: say.recordedList(numbersOf(of, ids))}
		if marked > 0 {
			w.Take(worst, marked-1)
			r.said = say.recordedWorst(r.said, marked)
			r.then = func() { l.leave((*asking.Walk).Next, firstOpenItem) }
		}
		return r
	}
	it.clear = func() { w.Tick(of, nil) }
	return it
}

// numbersOf are those of options, in order.
func numbersOf(of *asking.Item, ids []string) []string {
	var out []string
	for _, o := range of.Options {
		if slices.Contains(ids, o.ID) {
			out = append(out, o.Mark)
		}
	}
	return out
}

// pickedNumbers reads numbers from 1 to last, parted by blanks or commas, of which one
// may be marked with a w. It gives none where any is wrong, and says why where it was
// meant as numbers.
func pickedNumbers(entry string, last, most int, mayMark bool) (picked []int, marked int, said string) {
	for _, word := range strings.FieldsFunc(strings.ToLower(entry), func(r rune) bool { return r == ' ' || r == ',' }) {
		number, worst := strings.CutSuffix(word, "w")
		n, err := strconv.Atoi(number)
		switch {
		case err != nil || worst && !mayMark:
			return nil, 0, ""
		case n < 1 || n > last:
			return nil, 0, say.outOfRange(n, last)
		case worst && marked > 0:
			return nil, 0, say.oneWorst()
		case !slices.Contains(picked, n):
			picked = append(picked, n)
		}
		if worst {
			marked = n
		}
	}
	if len(picked) > most {
		return nil, 0, say.mostNumbers(most)
	}
	return picked, marked, ""
}
