package asking

import (
	"slices"
	"strings"

	"collab/assess"
)

// A Kind says how an item is answered.
type Kind int

// The kinds.
const (
	Text   Kind = iota // by a line of text
	Scale              // by one of the descriptions of the stages, or one of the answers beside them
	Choice             // by one of several options
	Ticks              // by any of several options, or so many at most
)

// An Item is one thing that a round may ask.
type Item struct {
	ID      string // its header in a table of our own, such as values.goals
	Code    string // its id where a tool takes letters and digits alone, at most [MaxCode]
	Kind    Kind
	Name    string                  // what it is about, in a few words
	Prompts []string                // what asks it: first what people read, then what else forms say
	Help    string                  // what is said below the prompt; or empty
	Title   string                  // what asks it together with others, where it is a row of a grid; or empty
	Options []Option                // none where people type
	Most    int                     // of the options that are ticked, or of the characters that are typed
	Needed  bool                    // whoever answers is asked it
	Refused string                  // why the round does not ask it; usually empty
	Long    bool                    // it is asked in the full length alone
	When    When                    // whom it is asked of; usually of everybody
	Among   string                  // the item whose ticked options alone may be chosen here; usually empty
	Skipped string                  // what a form tool writes where it was not shown; usually empty
	Missing string                  // what is said to whoever leaves it empty; it may be so where this is
	Check   func(text string) error // what is wrong with what is typed; nil: anything goes

	of *Item // that of Among

	// What a response holds for it, and how to change that; nil where the item is of
	// another kind. Of one option the place counts, from 0; -1 is none and takes it back,
	// like no ids and an empty text.
	Taken  func(r *assess.Response) int
	Take   func(r *assess.Response, chosen int)
	Ticked func(r *assess.Response) []string
	Tick   func(r *assess.Response, ids []string)
	Typed  func(r *assess.Response) string
	Type   func(r *assess.Response, text string)

	// The people who chose each of its options, in a round; nil where hands are not
	// raised for it.
	Counted func(t *assess.Tally) []int
	Count   func(t *assess.Tally, people []int)
}

// An Option is one answer to choose. Its id stands for it, and each of the words: the
// first is the shortest, which faults show, and the last is what people read.
type Option struct {
	ID    string
	Mark  string // what is typed for it, on paper's lines and at a terminal: a number or a letter
	Words []string
	More  string   // what it means, where people may not know; or empty
	Signs []string // more to know it by, shown on demand
	Aside bool     // it stands beside the others: don't know, does not apply
}

// Ask is what asks the item in full: its prompt, or where that only names it the help.
func (it *Item) Ask() string {
	if it.Help != "" && it.Prompts[0] == it.Name {
		return it.Help
	}
	return it.Prompts[0]
}

// Said is what a response answers, in the words that people read; empty for nothing.
func (it *Item) Said(r *assess.Response) string {
	switch it.Kind {
	case Text:
		return it.Typed(r)
	case Ticks:
		var said []string
		for _, o := range it.Options {
			if slices.Contains(it.Ticked(r), o.ID) {
				said = append(said, o.Text())
			}
		}
		return strings.Join(said, " · ")
	}
	if i := it.Taken(r); i >= 0 {
		return it.Options[i].Text()
	}
	return ""
}

// Key is the shortest word for the option, of letters, digits and _.
func (o Option) Key() string { return o.Words[0] }

// Text is what people read.
func (o Option) Text() string { return o.Words[len(o.Words)-1] }

// When says that an item is asked of those alone who chose one of some options of
// another item.
type When struct {
	Item string   // its id; empty: of everybody
	Any  []string // ids of options
	Open bool     // it is asked too while nothing was chosen there

	of   *Item
	only string // what says so
}

// Of tells whether somebody who chose an option is asked.
func (w When) Of(o Option) bool { return slices.Contains(w.Any, o.ID) }

// holds tells whether the item is asked as a response stands.
func (w When) holds(r *assess.Response) bool {
	if w.of == nil {
		return true
	}
	chosen := w.of.Taken(r)
	return chosen < 0 && w.Open || chosen >= 0 && w.Of(w.of.Options[chosen])
}

// Asked tells whether a response is asked the item, by its length and as its answers
// stand. What is chosen among others is asked where there is a choice.
func (it *Item) Asked(r *assess.Response) bool {
	if it.of != nil && len(it.of.Ticked(r)) < 2 {
		return false
	}
	return it.ofLength(r) && it.When.holds(r) && (it.Kind == Text || len(it.Options) > 0)
}

// mayStand tells whether a response may hold an answer to the item: what is asked, and
// of what was ticked also the only one.
func (it *Item) mayStand(r *assess.Response) bool {
	if it.of != nil {
		i := it.Taken(r)
		return i >= 0 && slices.Contains(it.of.Ticked(r), it.Options[i].ID)
	}
	return it.Asked(r)
}

func (it *Item) ofLength(r *assess.Response) bool { return !it.Long || r.Length == assess.Full }

// refused says why a round does not ask the item, empty where it does: it is not of the
// length, or what it is about was said not to be for everybody.
func (it *Item) refused(r *assess.Response) string {
	switch {
	case !it.ofLength(r):
		return say.notOfLength()
	case it.Kind == Scale && !it.When.holds(r):
		return say.noJointWork()
	}
	return ""
}

// Answered tells whether a response holds an answer to the item.
func (it *Item) Answered(r *assess.Response) bool {
	switch it.Kind {
	case Text:
		return it.Typed(r) != ""
	case Ticks:
		return len(it.Ticked(r)) > 0
	}
	return it.Taken(r) >= 0
}

// Clear takes the answer back.
func (it *Item) Clear(r *assess.Response) {
	switch it.Kind {
	case Text:
		it.Type(r, "")
	case Ticks:
		it.Tick(r, nil)
	default:
		it.Take(r, -1)
	}
}

// Copy answers the item as another response does.
func (it *Item) Copy(to, from *assess.Response) {
	switch it.Kind {
	case Text:
		it.Type(to, it.Typed(from))
	case Ticks:
		it.Tick(to, it.Ticked(from))
	default:
		it.Take(to, it.Taken(from))
	}
}

// A place is where a response holds one of some values; the zero value is none.
type place[V comparable] struct {
	get func(*assess.Response) V
	set func(*assess.Response, V)
}

// inField is a place of its own.
func inField[V comparable](of func(*assess.Response) *V) place[V] {
	return place[V]{
		func(r *assess.Response) V { return *of(r) },
		func(r *assess.Response, v V) { *of(r) = v },
	}
}

// underID is a place in a map, which is gone where it holds nothing.
func underID[V comparable](of func(*assess.Response) map[string]V, id string) place[V] {
	return place[V]{
		func(r *assess.Response) V { return of(r)[id] },
		func(r *assess.Response, v V) {
			var none V
			if v == none {
				delete(of(r), id)
				return
			}
			of(r)[id] = v
		},
	}
}

// taking has an item take one of some values, in the order of its options.
func taking[V comparable](it *Item, in place[V], values []V) *Item {
	it.Taken = func(r *assess.Response) int { return slices.Index(values, in.get(r)) }
	it.Take = func(r *assess.Response, chosen int) {
		var v V
		if chosen >= 0 {
			v = values[chosen]
		}
		in.set(r, v)
	}
	return it
}

// ticking has an item tick options, kept in their order.
func ticking(it *Item, in func(*assess.Response) *[]string) *Item {
	it.Kind = Ticks
	it.Ticked = func(r *assess.Response) []string { return *in(r) }
	it.Tick = func(r *assess.Response, ids []string) { *in(r) = it.inOrder(ids) }
	return it
}

func (it *Item) inOrder(ids []string) []string {
	var out []string
	for _, o := range it.Options {
		if slices.Contains(ids, o.ID) {
			out = append(out, o.ID)
		}
	}
	return out
}

// typing has an item take a line of text of at most so many characters.
func typing(it *Item, in func(*assess.Response) *string, most int) *Item {
	it.Kind, it.Most = Text, most
	it.Typed = func(r *assess.Response) string { return *in(r) }
	it.Type = func(r *assess.Response, text string) { *in(r) = text }
	return it
}

func ids(options []Option) []string {
	var out []string
	for _, o := range options {
		out = append(out, o.ID)
	}
	return out
}
