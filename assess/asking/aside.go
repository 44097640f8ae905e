package asking

import (
	"slices"
	"strconv"
	"strings"

	"collab/assess"
)

// noteAside begins a line of what is set aside that is a note.
const noteAside = "note "

// SetAside gives what a response may hold of all that a person said, and lines that say
// the rest: answers and notes to what is not asked as the others stand. They are for
// [TakeBack], when somebody who took a wrong turn comes back.
func SetAside(said assess.Response) (r assess.Response, aside []string) {
	r = *said.Clone()
	for _, it := range newAll(r.Rubric).every() {
		if it.mayStand(&r) {
			continue
		}
		if words := it.words(&r); len(words) > 0 {
			aside = append(aside, it.ID+": "+quoted(words))
		}
		if note := r.Notes[it.ID]; note != "" {
			aside = append(aside, noteAside+it.ID+": "+quoted([]string{note}))
		}
		it.Clear(&r)
		delete(r.Notes, it.ID)
	}
	return r, aside
}

// TakeBack puts back what was set aside. Lines that say nothing that could be answered,
// for somebody changed them, are left out.
func TakeBack(r assess.Response, aside []string) assess.Response {
	said := *r.Clone()
	items := newAll(r.Rubric).every()
	for _, line := range aside {
		id, rest, _ := strings.Cut(line, ": ")
		words := unquoted(rest)
		id, note := strings.CutPrefix(id, noteAside)
		i := slices.IndexFunc(items, func(it *Item) bool { return it.ID == id })
		switch {
		case i < 0 || len(words) == 0:
		case note:
			said.Notes[id] = CutTo(words[0], assess.MaxNote)
		default:
			items[i].takeWords(&said, words)
		}
	}
	return said
}

// words are an answer as ids of options, or as what was typed.
func (it *Item) words(r *assess.Response) []string {
	switch {
	case !it.Answered(r):
		return nil
	case it.Kind == Text:
		return []string{it.Typed(r)}
	case it.Kind == Ticks:
		return it.Ticked(r)
	}
	return []string{it.Options[it.Taken(r)].ID}
}

func (it *Item) takeWords(r *assess.Response, words []string) {
	switch it.Kind {
	case Text:
		it.Type(r, CutTo(words[0], it.Most))
	case Ticks:
		it.Tick(r, words)
	default:
		it.Take(r, slices.IndexFunc(it.Options, func(o Option) bool { return o.ID == words[0] }))
	}
}

func quoted(words []string) string {
	var all []string
	for _, word := range words {
		all = append(all, strconv.Quote(word))
	}
	return strings.Join(all, " ")
}

func unquoted(text string) []string {
	var words []string
	for text != "" {
		word, err := strconv.QuotedPrefix(text)
		if err != nil {
			return nil
		}
		text = strings.TrimPrefix(text[len(word):], " ")
		word, _ = strconv.Unquote(word) // it is one
		words = append(words, word)
	}
	return words
}
