package asking

import (
	"cmp"
	"slices"
)

// A Form is everything that people read and answer with nobody beside them.
type Form struct {
	Title    string
	Intro    []string // paragraphs
	Sections []Section
	Language string // of the rubric's words, as in BCP 47
	Words    *Words
	Round
}

// NewForm is the form of a round. The notice says who sees the answers; where it is
// empty that of [Words] does.
func NewForm(round Round, notice string) Form {
	intro := slices.Clone(round.Rubric.Instructions)
	words := words(round.Rubric)
	return Form{
		Title:    words.title(round.Association, round.Again),
		Intro:    append(intro, words.NothingNeeds, cmp.Or(notice, words.Notice)),
		Sections: Sections(round),
		Language: cmp.Or(round.Rubric.Language, "en"),
		Words:    words,
		Round:    round,
	}
}

// Day is the date as people write it, empty where it is not known.
func (f Form) Day() string {
	if f.Date.IsZero() {
		return ""
	}
	return f.Words.OfDate(f.Date)
}

// Opening is what stands before the first question: the day, then the introduction.
func (f Form) Opening() []string { return paragraphs(append([]string{f.Day()}, f.Intro...)...) }

// OnlyIf is what is said before items that are not asked of everybody, where a tool
// cannot ask them of some.
func (w When) OnlyIf() string {
	if w.Item == "" || w.Open {
		return ""
	}
	return w.only
}
