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
	Round
}

// NewForm is the form of a round. The notice says who sees the answers; where it is
// empty [Notice] does.
func NewForm(round Round, notice string) Form {
	intro := slices.Clone(round.Rubric.Instructions)
	return Form{
		Title:    say.title(round.Association, round.Again),
		Intro:    append(intro, say.nothingNeeds(), cmp.Or(notice, Notice())),
		Sections: Sections(round),
		Language: cmp.Or(round.Rubric.Language, "en"),
		Round:    round,
	}
}

// OnlyIf is what is said before items that are not asked of everybody, where a tool
// cannot ask them of some.
func (w When) OnlyIf() string {
	if w.Item == "" || w.Open {
		return ""
	}
	return say.onlyIfAim()
}
