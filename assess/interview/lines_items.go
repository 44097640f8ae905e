package interview

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// An item is one thing that is asked, and answered by one line.
type item struct {
	name    string   // of what has no number
	noun    string   // what the items of its step are: "target"
	topic   string   // said where it differs from that of the item before
	remind  string   // likewise
	asks    []string // read out, a paragraph each
	options []option // read out after them
	expects string   // what may be entered: "1 to 4, d or n"
	given   string   // what was answered, as a sentence; empty for nothing
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

// choice asks for one of a row's options.
func choice(row gridRow) item {
	it := item{options: row.options, expects: keysOf(row.options)}
	if row.taken >= 0 {
		it.given = say.youAnswered(keyAndMeaning(row.options[row.taken], ", "))
	}
	it.accept = func(entry string) reply {
		for i, o := range row.options {
			if o.key == strings.ToLower(entry) {
				row.take(i)
				return reply{taken: true, said: recorded(o)}
			}
		}
		return reply{}
	}
	return it
}

// recorded echoes an option: by its number, or by a letter, which is easily
// heard wrong, with what it means.
func recorded(o option) string {
	if _, err := strconv.Atoi(o.key); err == nil {
		return say.recordedKey(o.key)
	}
	return say.recordedLetter(o.key, o.text)
}

func keyAndMeaning(o option, between string) string {
	if _, err := strconv.Atoi(o.key); err == nil {
		return o.key
	}
	return o.key + between + o.text
}

// keysOf lists the keys of options: "1 to 4, d or n".
func keysOf(options []option) string {
	var numbers, keys []string
	for _, o := range options {
		if _, err := strconv.Atoi(o.key); err == nil {
			numbers = append(numbers, o.key)
			continue
		}
		keys = append(keys, o.key)
	}
	switch n := len(numbers); {
	case n > 2:
		keys = append([]string{say.upTo(numbers[n-1])}, keys...)
	default:
		keys = append(numbers, keys...)
	}
	return listed(keys, say.or())
}

func keys(options []option) []string {
	var out []string
	for _, o := range options {
		out = append(out, o.key)
	}
	return out
}

// listed is a list in words: "a, b or c".
func listed(words []string, and string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " " + and + " " + words[last]
}

// line asks for a line of text of at most so many characters.
func line(asks, given string, most int, record func(string) reply) item {
	it := item{asks: []string{asks}, expects: say.expectsText()}
	if given != "" {
		it.given = say.youWrote(given)
	}
	it.accept = func(entry string) reply {
		if n := utf8.RuneCountInString(entry); n > most {
			return reply{said: say.tooLong(n, most)}
		}
		return record(entry)
	}
	return it
}

// ticks asks for any of the rows, or so many at most where most is not 0, by
// their numbers on one line.
func ticks(rows []tickRow, most int, record func(ids []string)) item {
	var options []option
	var ticked []string
	for i, row := range rows {
		o := option{key: strconv.Itoa(i + 1), text: row.label}
		options = append(options, o)
		if row.on {
			ticked = append(ticked, o.key)
		}
	}
	it := item{options: options, expects: say.expectsNumbers(len(rows)), skipped: say.noneTicked()}
	if len(ticked) > 0 {
		it.given = say.youChose(ticked)
	}
	it.accept = func(entry string) reply {
		picked, said := pickedNumbers(entry, len(rows), most)
		if picked == nil {
			return reply{said: said}
		}
		var ids, numbers []string
		for i, row := range rows {
			if slices.Contains(picked, i+1) {
				ids, numbers = append(ids, row.id), append(numbers, options[i].key)
			}
		}
		record(ids)
		return reply{taken: true, said: say.recordedList(numbers)}
	}
	it.clear = func() { record(nil) }
	return it
}

// pickedNumbers reads numbers from 1 to last, parted by blanks or commas. It
// gives none where any is wrong, and says why where it was meant as numbers.
func pickedNumbers(entry string, last, most int) (picked []int, said string) {
	for _, word := range strings.FieldsFunc(entry, func(r rune) bool { return r == ' ' || r == ',' }) {
		n, err := strconv.Atoi(word)
		switch {
		case err != nil:
			return nil, ""
		case n < 1 || n > last:
			return nil, say.outOfRange(n, last)
		case !slices.Contains(picked, n):
			picked = append(picked, n)
		}
	}
	if most > 0 && len(picked) > most {
		return nil, say.mostNumbers(most)
	}
	return picked, ""
}
