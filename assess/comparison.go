package assess

import (
	"fmt"
	"slices"
	"strings"

	"collab/rubric"
)

// A Side is one of the two assessments of a [Comparison]. [SideOf] adds the
// people's responses where they are at hand; Side{Assessment: a} has none.
type Side struct {
	*Assessment
	people []*Response // in the order of file names or rows
}

// A Comparison says what changed between two assessments, and how sure that is.
// It compares first rounds, never second ones. Everything that a report of it
// shows is a field or a method of it, of its changes, or of its two assessments.
type Comparison struct {
	Then, Now Side
	// Headline holds what both are called in one line.
	Headline HeadlineChange
	// Traits are the changes of the traits, in the order of the later rubric;
	// those that only the earlier one has come last.
	Traits []Change
	// Spectrum is the change of the joint work: a shift and an interval, never
	// a verdict, a test or a p. Nil where neither rubric has one.
	Spectrum *Change
	// AllTraits is the change of one person over the questions of all traits
	// together, where one trait can say little. It is of no dimension, and nil of
	// groups and where fewer than [LeastOfAllTraits] questions were answered both times.
	AllTraits *Change
	// Answers are one person's answers that changed: of the comparable questions,
	// those that were answered both times and otherwise, in the later rubric's order.
	Answers []AnswerChange
	// Excluded are the questions that are not compared: those that the later
	// round asked in the rubric's order, then those of the earlier.
	Excluded []Exclusion
	// Equivalent are the ids of the questions that are compared although they were worded
	// otherwise: one of the rubrics declares that they ask the same. In the later rubric's
	// order.
	Equivalent []string
	// Test is how the traits were tested; empty where none could be: of one
	// person against a group, and of a show of hands.
	Test Test
	// Pairs is the number of people linked by their codes; 0 unless Test is Linked.
	Pairs int
	// TooFewPairs is the number of people linked by their codes where these are too few to
	// be compared as pairs; 0 where none are, or Test is Linked.
	TooFewPairs int
	// LeftOutThen and LeftOutNow are the people of either round who have no
	// pair; 0 unless Test is Linked.
	LeftOutThen, LeftOutNow int
	// Drawn is the number of relabellings that were drawn to find p; 0 where
	// all of them were counted, or none.
	Drawn int
	// Cautions limit what the changes mean, in the order of their constants.
	Cautions []Caution
	// Skipped says which records were passed over where these two were looked for, and
	// why, one sentence each. It is from whoever found them.
	Skipped []string
}

// An AnswerChange is what one person answered to a question then and now, each a
// rank of its own round's rubric, don't know or does not apply.
type AnswerChange struct {
	Question  string // id
	Then, Now Answer
}

// AllTraitsID stands for all traits together where files name a dimension.
const AllTraitsID = "all_traits"

// HeadlineChange holds the headlines of both assessments, as ranks; 0 where
// there is none. Both are 0 where the lengths differ: stages of different
// lengths are never compared.
type HeadlineChange struct{ Then, Now int }

// A Change of a trait or of the spectrum.
type Change struct {
	// Dimension is the later rubric's; the earlier's where only that has it.
	Dimension *rubric.Dimension
	// Comparable is the number of its questions that can be compared, Asked the
	// number of those that either round asked. Questions is the number that the
	// shift rests on: of one person those answered both times. Placed is the most
	// that either round's own position rests on.
	Comparable, Asked, Questions, Placed int

	// Then and Now are the means that the shift is the difference of, of the
	// comparable questions and, where people are linked, of the pairs. Both are
	// 0 where there is no shift, and where it is coarse.
	Then, Now Position
	// Shift is Now less Then, rounded once: it may differ by .01 from the
	// difference of the two as printed. Of use only where HasShift.
	Shift    Shift
	HasShift bool
	// Coarse is true of a shift in whole tenths, without then, now or an interval:
	// one to four people with a position are in no pair, and beside the record these
	// figures would tell where they stand.
	Coarse bool
	// Low to High is the 95 % interval of the shift. Of use only where HasInterval.
	Low, High   Shift
	HasInterval bool

	// Test is what P comes from, or the rule for one person; empty where there
	// was none.
	Test Test
	// P is the chance of a shift as large, either way, if nothing changed;
	// Adjusted is P adjusted for all traits that were tested. Both are in 0 to
	// 1, and of use only where HasP: one person's rule has none.
	P, Adjusted float64
	HasP        bool

	// Pairs is the number of linked people with a position both times; 0 unless
	// the comparison is of linked people.
	Pairs int
	// NThen and NNow are the people with a position, of a round of under five all
	// of its people; 0 of one person, of linked people, and of five people or more
	// where the shift is that of question means.
	NThen, NNow int
	// StageThen and StageNow are the ranks of the stages in either round, each of
	// its own rubric, 0 where there is none. Both are 0 where the lengths differ: stages of
	// different lengths are never compared.
	StageThen, StageNow int

	// Verdict is empty of the spectrum only.
	Verdict Outcome
	// Why says why it was not tested: a trait whose Verdict is NotTested, or the
	// spectrum without an interval. Else it is empty.
	Why Untested
}

// OverFewer tells whether the shift rests on fewer questions than a position of
// either round: then the figures differ from those of the profile.
func (ch Change) OverFewer() bool { return ch.HasShift && ch.Questions < ch.Placed }

// SignedShift writes the shift as screens show it, with as many decimals as it has.
func (ch Change) SignedShift() string { return ch.decimals(ch.Shift.Signed()) }

// ShiftFigure writes the shift as files have it, with as many decimals as it has.
func (ch Change) ShiftFigure() string { return ch.decimals(ch.Shift.String()) }

// decimals leaves a coarse shift one of its two.
func (ch Change) decimals(shift string) string {
	if ch.Coarse {
		return strings.TrimSuffix(shift, "0")
	}
	return shift
}

// A Shift is a difference of positions, in hundredths of a stage: -25 is a
// quarter of a stage down.
type Shift int

// String writes the shift with two decimals and, below zero only, its sign.
func (s Shift) String() string {
	if s < 0 {
		return "-" + (-s).String()
	}
	return fmt.Sprintf("%d.%02d", s/100, s%100)
}

// Signed writes the shift as screens show it: +0.50, -0.25, 0.00.
func (s Shift) Signed() string {
	if s > 0 {
		return "+" + s.String()
	}
	return s.String()
}

// Stages is the shift as a number of stages.
func (s Shift) Stages() float64 { return float64(s) / 100 }

// size is how large a shift is, either way.
func (s Shift) size() Shift { return max(s, -s) }

// An Outcome is the verdict on a change; its values are their ids in files.
type Outcome string

// The verdicts on a change.
const (
	Moved              Outcome = "moved"                // adjusted p of .05 or less, and a quarter of a stage or more
	Possible           Outcome = "possible"             // p of .05 or less that the adjustment does not confirm
	NoDetectableChange Outcome = "no_detectable_change" // screens show ~
	TooFewToTell       Outcome = "too_few"
	NotTested          Outcome = "not_tested"
)

// A Test is a way to judge a change; its values are their ids in files.
type Test string

// The tests.
const (
	SoloRule Test = "solo"     // one person: a fixed size
	Linked   Test = "linked"   // the same people: joint sign flips, step-down maxT
	Unlinked Test = "unlinked" // responses of different people: joint relabelling, step-down maxT
	Welch    Test = "welch"    // records alone: Welch's t a trait, Holm
)

// Untested says why a change was not tested.
type Untested string

// The reasons.
const (
	AgainstGroup   Untested = "against_group"   // one person against several
	FewQuestions   Untested = "few_questions"   // fewer than two can be compared
	CountedHands   Untested = "hands"           // a show of hands has no positions of people
	OtherQuestions Untested = "other_questions" // not all can be compared, and no responses are at hand
	CountsAlone    Untested = "counts_alone"    // a position is from counts, and no responses are at hand
	NoSpread       Untested = "no_spread"       // records keep a standard deviation of 0.0 on both sides
)

// An Exclusion is a question that is not compared.
type Exclusion struct {
	Question string // id
	Reason   Excluded
}

// Excluded says why a question is not compared; its values are their ids in files.
type Excluded string

// The reasons, of questions that a rubric and a length ask; the first that holds.
const (
	OnlyThen     Excluded = "only_then" // the later round does not ask it
	OnlyNow      Excluded = "only_now"  // the earlier round did not ask it
	Reworded     Excluded = "reworded"  // its prompt or an anchor changed
	WithheldOnce Excluded = "withheld"  // in either round fewer than five people gave a stage
)

// The cautions of a comparison. [CautionHands] is one of them too, the last.
const (
	CautionOneAgainstGroup Caution = "one_against_group"
	CautionLengths         Caution = "lengths"    // the short length against the full one
	CautionRoleMix         Caution = "role_mix"   // other roles answered
	CautionEveryone        Caution = "everyone"   // of a body is in every trait tested, on either side: p asks whether reshuffling people's answers could give this shift
	CautionJointWork       Caution = "joint_work" // the spectrum is about another joint work
)

// LeftOut is the number of people of both rounds who have no pair.
func (c *Comparison) LeftOut() int { return c.LeftOutThen + c.LeftOutNow }

// Judged are the changes of the traits with a verdict, in their order.
func (c *Comparison) Judged(verdict Outcome) []Change {
	var some []Change
	for _, t := range c.Traits {
		if t.Verdict == verdict {
			some = append(some, t)
		}
	}
	return some
}

// Moved are the ids of the traits that moved.
func (c *Comparison) Moved() []string {
	var ids []string
	for _, t := range c.Judged(Moved) {
		ids = append(ids, t.Dimension.ID)
	}
	return ids
}

// AnyMoved tells whether anything moved: a trait, or all of one person's together.
func (c *Comparison) AnyMoved() bool {
	return len(c.Moved()) > 0 || c.AllTraits != nil && c.AllTraits.Verdict == Moved
}

// Untested are the changes of the traits that were not tested for a reason.
func (c *Comparison) Untested(why Untested) []Change {
	return slices.DeleteFunc(c.Judged(NotTested), func(t Change) bool { return t.Why != why })
}

// Changes are those of the traits, and last that of the spectrum where there is one.
func (c *Comparison) Changes() []Change {
	all := slices.Clone(c.Traits)
	if c.Spectrum != nil {
		all = append(all, *c.Spectrum)
	}
	return all
}

// A StageChange is a dimension of another stage than before, as ranks of the rubric
// of either round. It is told and never judged: see the package's documentation.
type StageChange struct {
	Dimension *rubric.Dimension // the later rubric's
	Then, Now int
}

// Restaged are the dimensions with a stage in both rounds that is not the same,
// in the order of the changes: none where the lengths differ, for stages of different
// lengths are never compared, and not the spectrum of other joint work.
func (c *Comparison) Restaged() []StageChange {
	var some []StageChange
	for _, ch := range c.Changes() {
		switch {
		case ch.StageThen == 0 || ch.StageNow == 0:
		case ch.Dimension.Kind == rubric.Spectrum && slices.Contains(c.Cautions, CautionJointWork):
		case c.Then.Rubric.Stages[ch.StageThen-1].ID != c.Now.Rubric.Stages[ch.StageNow-1].ID:
			some = append(some, StageChange{ch.Dimension, ch.StageThen, ch.StageNow})
		}
	}
	return some
}

// Tested is the number of traits that were tested: p is adjusted for so many.
func (c *Comparison) Tested() int {
	n := 0
	for _, t := range c.Traits {
		n += one(t.Test != "")
	}
	return n
}

// ExcludedFor are the ids of the questions that are not compared for a reason.
func (c *Comparison) ExcludedFor(reason Excluded) []string {
	var ids []string
	for _, e := range c.Excluded {
		if e.Reason == reason {
			ids = append(ids, e.Question)
		}
	}
	return ids
}
