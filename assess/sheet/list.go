package sheet

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A tickList is what was ticked of several, typed as numbers with commas.
type tickList struct {
	title, noun string
	ids         []string // of what can be ticked, in the paper's order
	most        int      // 0: any number
	worst       bool     // one may be marked
}

// part is the list under a name.
func (l tickList) part(name string, take func(ids []string, worst string), given func() ([]string, string)) part {
	write := func() string { return strings.Join(l.keys(given()), ",") }
	return part{
		name:  name,
		write: write,
		echo:  func() []Understood { return []Understood{{l.title, strings.ReplaceAll(write(), ",", " ")}} },
		read: func(text string) Faults {
			ids, worst, faults := l.read(text)
			if len(faults) == 0 {
				take(ids, worst)
			}
			return faults
		},
	}
}

// read gives what was ticked in the paper's order; a full stop alone is nothing.
func (l tickList) read(text string) (ids []string, worst string, faults Faults) {
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
	switch {
	case slices.Equal(words, []string{string(emptyKey)}):
		return nil, "", nil
	case len(words) == 0:
		return nil, "", Faults{{Group: l.title, Text: say.nothing(l.expected(), emptyKey)}}
	case l.most > 0 && len(words) > l.most:
		faults = Faults{{Group: l.title, Text: say.tooMany(len(words), l.most)}}
	}
	ticked := map[string]bool{}
	for at, word := range words {
		id, marked, wrong := l.tick(word)
		switch {
		case wrong != "":
		case ticked[id]:
			wrong = say.wordTwice(word)
		case marked && worst != "":
			wrong = say.secondWorst(word)
		}
		if wrong != "" {
			faults = append(faults, Fault{Group: l.title, Position: at + 1, Text: wrong})
		}
		if ticked[id] = true; marked && worst == "" {
			worst = id
		}
	}
	for _, id := range l.ids {
		if ticked[id] {
			ids = append(ids, id)
		}
	}
	return ids, worst, faults
}

// tick is what a word ticks, and whether it marks it; or what is wrong with it.
func (l tickList) tick(word string) (id string, marked bool, wrong string) {
	number := strings.ToLower(word)
	if l.worst {
		number, marked = strings.CutSuffix(number, worstKey)
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(l.ids) || number != numberKey(n-1) {
		return "", false, say.unknownWord(word, l.noun, l.expected())
	}
	return l.ids[n-1], marked, ""
}

func (l tickList) expected() string {
	text := say.numbers(len(l.ids))
	if l.worst {
		text = say.numbersWithWorst(len(l.ids))
	}
	return text
}

// keys are what was ticked, as it is typed.
func (l tickList) keys(ids []string, worst string) []string {
	var keys []string
	for i, id := range l.ids {
		switch {
		case slices.Contains(ids, id) && id == worst:
			keys = append(keys, numberKey(i)+worstKey)
		case slices.Contains(ids, id):
			keys = append(keys, numberKey(i))
		}
	}
	return keys
}
