package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"collab/assess"
	"collab/reports/content"
)

// English is spelled as in America.
type English struct {
	foreign bool // the rubric is in another language: its names keep their capitals
}

// Language is that of the page or document.
func (English) Language() string { return "en-US" }

// Date is a day in full.
func (English) Date(d assess.Date) string { return d.Format("2 January 2006") }

// Position is a mean of ranks; a dash where there is none.
func (English) Position(p assess.Position) content.Text {
	if p == 0 {
		return say("–")
	}
	return say("%s", p)
}

// Range is from one position to another.
func (English) Range(low, high assess.Position) content.Text {
	if low == 0 {
		return nil
	}
	return say("%s–%s", low, high)
}

// Of is a count with its base; empty where there is none.
func (English) Of(n, base int) content.Text {
	if base == 0 {
		return nil
	}
	return say("%s of %s", n, base)
}

// Name is a name of the rubric as it stands.
func (English) Name(name string) content.Text { return say("%s", name) }

// low is a name of the rubric inside a sentence: English begins it small, unless it
// begins as an abbreviation does.
func (e English) low(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	second, _ := utf8.DecodeRuneInString(name[size:])
	if e.foreign || unicode.IsUpper(second) {
		return name
	}
	return string(unicode.ToLower(first)) + name[size:]
}

// clause is a sentence of the rubric inside another: small, and without its stop.
func (e English) clause(sentence string) string { return strings.TrimSuffix(e.low(sentence), ".") }

// names are names of the rubric inside a sentence.
func (e English) names(all []string) string { return listed(e.lows(all)) }

// verb is the form that goes with names. One name is plural where its noun ends in a
// single s: "joint results", yet not "change in programs".
func (e English) verb(names []string, one, other string) string {
	if len(names) != 1 || e.foreign {
		return either(len(names), one, other)
	}
	noun := names[0]
	for _, preposition := range []string{" of ", " in ", " on ", " for ", " from ", " to ", " with "} {
		noun, _, _ = strings.Cut(noun, preposition)
	}
	if strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss") {
		return other
	}
	return one
}

// series are names that may hold commas or an "and" of their own.
func (e English) series(all []string) string {
	for _, name := range all {
		if strings.ContainsAny(name, ",;") || strings.Contains(name, " and ") {
			return strings.Join(e.lows(all), "; ")
		}
	}
	return e.names(all)
}

// lows are names inside a sentence, each begun small.
func (e English) lows(all []string) []string {
	low := make([]string, len(all))
	for i, name := range all {
		low[i] = e.low(name)
	}
	return low
}

// firstNames are names inside a sentence, as many as a reader takes in.
func (e English) firstNames(all []string) string {
	const most, few = 5, 3
	if len(all) <= most {
		return e.names(all)
	}
	return strings.Join(e.lows(all[:few]), ", ") + " and " + number(len(all)-few) + " more"
}

// inQuotes are questions by their names, which are set apart so: several words each.
func inQuotes(all []string) []string {
	quoted := make([]string, len(all))
	for i, name := range all {
		quoted[i] = "“" + name + "”"
	}
	return quoted
}

// firstQuestions are questions by their names, as many as a reader takes in.
func firstQuestions(all []string) string {
	const most, few = 5, 3
	if len(all) <= most {
		return listed(inQuotes(all))
	}
	return strings.Join(inQuotes(all[:few]), ", ") + " and " + number(len(all)-few) + " more"
}

// anyOf joins what one may choose from, as much as a reader takes in.
func anyOf(questions []string) string {
	const most, few = 5, 3
	last := len(questions) - 1
	switch said := inQuotes(questions); {
	case last < 1:
		return strings.Join(said, "")
	case last < most:
		return strings.Join(said[:last], ", ") + " or " + said[last]
	default:
		return strings.Join(said[:few], ", ") + " or one of " + number(len(said)-few) + " more"
	}
}

// listed joins with commas, and an "and" before the last.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

var smallNumbers = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// number is a count in a sentence: in words while it is small.
func number(n int) string {
	if n >= 0 && n < len(smallNumbers) {
		return smallNumbers[n]
	}
	return text(n).Plain()
}

// counted is a count with its noun.
func counted(n int, one, other string) string { return number(n) + " " + either(n, one, other) }

// everybody is all of a number of people.
func everybody(n int) string {
	if n == 2 {
		return "both"
	}
	return "all " + number(n)
}

// either is the form that goes with a count.
func either(n int, one, other string) string {
	if plural.Cardinal.MatchPlural(language.English, n, 0, 0, 0, 0) == plural.One {
		return one
	}
	return other
}

// capital begins a sentence.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
