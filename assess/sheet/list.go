package sheet

import (
	"slices"
	"strings"
	"unicode"

	"collab/assess"
	"collab/assess/asking"
)

// markKey stands behind the number of what is chosen among what is ticked.
const markKey = "w"

// A tickList is what was ticked of several, typed as numbers with commas.
type tickList struct {
	*asking.Item
	marked *asking.Item // one of those that are ticked may be chosen here; or nil
}

func (l tickList) name() string { return l.ID }

func (l tickList) how(w *asking.Words) string {
	if l.marked != nil {
		return asking.Fill(w.WithWorst, "key", markKey)
	}
	return w.TheirNumbers
}

func (l tickList) write(r *assess.Response) string { return strings.Join(l.keys(r), ",") }

func (l tickList) echo(r *assess.Response) []Understood {
	return []Understood{{title(l.ID), strings.Join(l.keys(r), " ")}}
}

// read takes what was ticked in the paper's order; a full stop alone is nothing.
func (l tickList) read(text string, into *assess.Response) Faults {
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
	switch {
	case slices.Equal(words, []string{string(emptyKey)}):
		return nil
	case len(words) == 0:
		return Faults{{Group: title(l.ID), Text: say.nothing(l.expected(), emptyKey)}}
	}
	var faults Faults
	if len(words) > l.Most {
		faults = Faults{{Group: title(l.ID), Text: say.tooMany(len(words), l.Most)}}
	}
	ticked := make([]bool, len(l.Options))
	worst := -1
	for at, word := range words {
		place, marked, wrong := l.tick(word)
		switch {
		case wrong != "":
		case ticked[place]:
			wrong = say.wordTwice(word)
		case marked && worst >= 0:
			wrong = say.secondWorst(word)
		}
		if wrong != "" {
			faults = append(faults, Fault{Group: title(l.ID), Position: at + 1, Text: wrong})
			continue
		}
		if ticked[place] = true; marked {
			worst = place
		}
	}
	if len(faults) > 0 {
		return faults
	}
	var ids []string
	for i, o := range l.Options {
		if ticked[i] {
			ids = append(ids, o.ID)
		}
	}
	if l.Tick(into, ids); worst >= 0 {
		l.marked.Take(into, worst)
	}
	return nil
}

// tick is what a word ticks, and whether it marks it; or what is wrong with it.
func (l tickList) tick(word string) (place int, marked bool, wrong string) {
	number := strings.ToLower(word)
	if l.marked != nil {
		number, marked = strings.CutSuffix(number, markKey)
	}
	place = slices.IndexFunc(l.Options, func(o asking.Option) bool { return o.Mark == number })
	if place < 0 {
		return 0, false, say.unknownWord(word, l.expected())
	}
	return place, marked, ""
}

func (l tickList) expected() string {
	if l.marked != nil {
		return say.numbersWithWorst(len(l.Options))
	}
	return say.numbers(len(l.Options))
}

// keys are what was ticked, as it is typed.
func (l tickList) keys(r *assess.Response) []string {
	worst := -1
	if l.marked != nil {
		worst = l.marked.Taken(r)
	}
	var keys []string
	for i, o := range l.Options {
		switch ticked := slices.Contains(l.Ticked(r), o.ID); {
		case ticked && i == worst:
			keys = append(keys, o.Mark+markKey)
		case ticked:
			keys = append(keys, o.Mark)
		}
	}
	return keys
}
