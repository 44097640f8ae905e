package wording

import (
	"strings"

	"collab/assess"
	"collab/reports/content"
)

// What changed between two assessments, and how sure that is.

// ChangeTitle is what a window calls a report of what changed.
func (English) ChangeTitle(association content.Text) content.Text {
	return say("%s: what changed", association)
}

// ChangeRunning tells whose, and from when to when.
func (e English) ChangeRunning(association content.Text, dates []assess.Date) content.Text {
	said := say("%s ·", association)
	for i, d := range dates {
		if i > 0 {
			said = say("%s →", said)
		}
		said = say("%s %s", said, e.Date(d))
	}
	return said
}

// A Shifted trait moved, up or down, and stands at another stage since; Stage is empty
// where it does not.
type Shifted struct {
	Trait, Stage string
	Up           bool
}

// A ChangeFound is what a comparison found.
type ChangeFound struct {
	Moved, Possible []Shifted
	// Higher and Lower are traits at another stage whose shift may be chance.
	Higher, Lower []string
	Judged, All   int // traits with a verdict, and all
	// Together is the verdict on all traits of one person together; empty where there
	// is none.
	Together   assess.Outcome
	TogetherUp bool
	// Why is why no trait has a verdict, where it is the same of all.
	Why assess.Untested
	Few bool // no trait has a verdict, as too few answered
}

// ChangeHeading says what changed, in one sentence. Since is when it is told from; it
// may be empty.
func (e English) ChangeHeading(since content.Text, f ChangeFound) content.Text {
	said := strings.Join(e.changeClauses(f), "; ")
	if len(since) == 0 || f.Judged == 0 {
		return say("%s", capital(said))
	}
	return say("Since %s, %s", since, said)
}

func (e English) changeClauses(f ChangeFound) []string {
	if f.Judged == 0 && f.Together == "" {
		return append([]string{e.notJudged(f)}, e.otherStages(f)...)
	}
	var all []string
	if f.Together != "" && f.Together != assess.NoDetectableChange {
		all = append(all, "all traits together "+outcomes[f.Together]+" "+direction(f.TogetherUp))
	}
	quiet := len(f.Moved)+len(f.Possible) == 0
	if len(f.Moved) > 0 {
		all = append(all, e.shifted(f.Moved, assess.Moved))
	}
	if len(f.Possible) > 0 {
		all = append(all, e.shifted(f.Possible, assess.Possible))
	}
	switch {
	case quiet && f.Together == assess.NoDetectableChange:
		all = append(all, "no clear change, in any trait or in all together")
	case quiet && len(all) > 0:
		all = append(all, "no trait changed clearly by itself")
	case quiet && f.Judged == f.All:
		all = append(all, "no clear change in any trait")
	case quiet:
		all = append(all, "no clear change in the "+counted(f.Judged, "trait", "traits")+" that can be judged")
	case f.Judged > len(f.Moved)+len(f.Possible):
		all = append(all, "no other clear change")
	}
	if quiet {
		all = append(all, e.otherStages(f)...)
	}
	return all
}

var outcomes = map[assess.Outcome]string{assess.Moved: "moved", assess.Possible: "may have moved"}

func direction(up bool) string {
	if up {
		return "up"
	}
	return "down"
}

// shifted are traits that moved, those of one direction named together. The stage is said
// where it is the same of all of them.
func (e English) shifted(some []Shifted, o assess.Outcome) string {
	var said []string
	for _, up := range []bool{true, false} {
		var traits []string
		stage, same := "", true
		for _, s := range some {
			if s.Up == up {
				same = same && (len(traits) == 0 || s.Stage == stage)
				traits, stage = append(traits, s.Trait), s.Stage
			}
		}
		if len(traits) == 0 {
			continue
		}
		clause := e.names(traits) + " " + outcomes[o] + " " + direction(up)
		if same && stage != "" {
			clause += " to " + e.low(stage)
		}
		said = append(said, clause)
	}
	return listed(said)
}

// otherStages are traits at another stage whose shift may be chance, named where they are
// few.
func (e English) otherStages(f ChangeFound) []string {
	const most = 2
	var said []string
	for _, k := range []struct {
		traits []string
		where  string
	}{{f.Higher, "higher"}, {f.Lower, "lower"}} {
		switch n := len(k.traits); {
		case n > most:
			said = append(said, "the stage is "+k.where+" on "+counted(n, "trait", "traits"))
		case n > 0:
			said = append(said, "the stage is "+k.where+" on "+e.names(k.traits))
		}
	}
	if len(said) == 0 {
		return nil
	}
	return []string{listed(said) + ", which may be chance"}
}

// notJudged says why no trait has a verdict.
func (e English) notJudged(f ChangeFound) string {
	switch {
	case f.Why == assess.AgainstGroup:
		return "one person’s answers cannot be compared with those of several"
	case f.Why == assess.CountedHands:
		return "a show of hands cannot show whether anything changed"
	case f.Few:
		return "too few people answered to tell what changed"
	case f.Why == assess.FewQuestions:
		return "too few questions are the same to tell what changed"
	case f.Why != "":
		return "these records cannot show whether anything changed"
	}
	return "no trait can be judged"
}

// NowAt says at what stage an association is now, and what that means; before is the
// stage at the earlier assessment.
func (e English) NowAt(before, now, meaning string) content.Text {
	if before == now {
		return say("The association is still at %s: %s", e.low(now), e.low(meaning))
	}
	return say("The association was at %s and is now at %s: %s The overall stage is not tested for chance: one answer can change it.",
		e.low(before), e.low(now), e.low(meaning))
}

// NowLowest says what is lowest, and whether that is new.
func (e English) NowLowest(traits []string, asBefore bool) content.Text {
	if asBefore {
		return say("%s %s still lowest.", capital(e.names(traits)), e.verb(traits, "is", "are"))
	}
	return say("%s %s now lowest.", capital(e.names(traits)), e.verb(traits, "is", "are"))
}

// NowShareLowest says that most traits have the lowest mean.
func (English) NowShareLowest(n, of int) content.Text {
	return say("%s of %s traits now share the lowest mean.", capital(number(n)), number(of))
}

// ComparedPeople says whose answers are compared: of the people of either round, and of
// how many pairs, 0 where nobody is linked.
func (e English) ComparedPeople(then, now, pairs int) content.Text {
	switch {
	case pairs > 0:
		return say("The same %s are compared, linked by their codes.", counted(pairs, "person", "people"))
	case then == 1 && now == 1:
		return say("One person answered each time.")
	case then == now:
		return say("%s answered each time.", capital(counted(now, "person", "people")))
	}
	return say("%s answered this time and %s last time.", capital(counted(now, "person", "people")), number(then))
}

// Unlinked says who is left out of a comparison, as nobody's code links them.
func (English) Unlinked(then, now int) content.Text {
	return say("%s then and %s now are left out, as no code links them.", capital(counted(then, "person", "people")), number(now))
}

// The profile.

// ChangeCaption says what the profile of a change shows.
func (English) ChangeCaption() content.Text {
	return say("Stage then and now, with the shift of the mean")
}

// WasMeans explains the bar in a profile.
func (English) WasMeans(then content.Text) content.Text {
	return say("The bar marks the stage in %s.", then)
}

// OtherStage says that traits are at another stage though their shift may be chance.
func (e English) OtherStage(traits []string, up bool) content.Text {
	if up {
		return say("On %s, the stage is higher (striped), but that may be chance.", e.names(traits))
	}
	return say("On %s, the stage is lower, but that may be chance.", e.names(traits))
}

// StripedMeans explains striped cells where the heading names the traits.
func (English) StripedMeans() content.Text {
	return say("Striped: a higher stage, which may be chance.")
}

// Together is one person's shift over all questions on traits.
func (e English) Together(questions int, then, now assess.Position, shift string) content.Text {
	return say("On the %s trait questions answered both times, the mean was %s and is now %s (%s).", questions, then, now, e.Signed(shift))
}

// ReachedTarget says that traits reached the stage that was wanted.
func (e English) ReachedTarget(traits []string) content.Text {
	return say("%s reached %s target.", capital(e.names(traits)), e.verb(traits, "its", "their"))
}

// AtTargetByChance says the same of traits that did not move for sure.
func (e English) AtTargetByChance(traits []string) content.Text {
	return say("%s %s at %s target now, but that may be chance.", capital(e.names(traits)), e.verb(traits, "stands", "stand"), e.verb(traits, "its", "their"))
}

// TargetAway says how far a trait that moved still is from its target.
func (e English) TargetAway(trait string, stages int) content.Text {
	return say("On %s, the target is %s away.", e.low(trait), counted(stages, "stage", "stages"))
}

// OfQuestions explains the figures behind some verdicts.
func (English) OfQuestions() content.Text {
	return say("A count after a verdict says how many of the questions could be compared; the means are of these alone.")
}

// TooFewPairs says that codes link too few people to compare them with themselves.
func (English) TooFewPairs(pairs, needed int) content.Text {
	return say("Only %s could be linked by code; with fewer than %s, the two groups are compared as different people.",
		counted(pairs, "person", "people"), number(needed))
}

// ChangeCaution says what limits a comparison; of joint work that is not the same,
// [English.OtherWorkTold] does.
func (English) ChangeCaution(c assess.Caution) content.Text { return say("%s", changeCautions[c]) }

var changeCautions = map[assess.Caution]string{
	assess.CautionOneAgainstGroup: "One person’s answers are not compared with those of several, so no shift is shown.",
	assess.CautionLengths:         "One round used the short version, the other the full one. Only the questions in both are compared; stages are not.",
	assess.CautionRoleMix:         "The mix of roles is not the same as before, so a shift may come from who answered.",
	assess.CautionEveryone:        "Everyone answered, so p only tells how often mixing the same answers at random would give this shift.",
	assess.CautionHands:           "A show of hands does not tell where each person stands, so its shifts are not tested.",
}

// NotTested says why some traits, or all, were not tested; of one person against a group
// and of a show of hands that is a caution.
func (e English) NotTested(why assess.Untested, traits []string, all bool) content.Text {
	reason, is := notTested[why]
	switch {
	case !is:
		return nil
	case all:
		return say("No trait was tested: %s.", reason)
	}
	return say("%s %s not tested: %s.", capital(e.names(traits)), e.verb(traits, "was", "were"), reason)
}

var notTested = map[assess.Untested]string{
	assess.FewQuestions:   "fewer than two questions can be compared",
	assess.OtherQuestions: "not all of its questions can be compared, so only the questions’ means are",
	assess.CountsAlone:    "the record keeps only counts here, so only the questions’ means can be compared",
	assess.NoSpread:       "hardly anyone differed from the others, then or now",
}

// FewToTell says of which traits too few people, or answers of one person, are left.
func (e English) FewToTell(traits []string, one bool) content.Text {
	if one {
		return say("Too few answers on %s were given both times to judge a change.", e.names(traits))
	}
	return say("On %s, too few people answered enough questions to judge a change.", e.names(traits))
}

// CoarseShift says why the shift of some traits, or of all, is told in tenths only.
func (e English) CoarseShift(traits []string, all bool) content.Text {
	if all {
		return say("Shifts are rounded to a tenth, so that nobody can work out where the one to four people who are not linked stand.")
	}
	return say("The shift on %s is rounded to a tenth, so that nobody can work out where the one to four people who are not linked stand.", e.names(traits))
}

// VerdictMeans explains a verdict on people's answers.
func (English) VerdictMeans(o assess.Outcome) content.Text { return say("%s", verdictMeans[o]) }

var verdictMeans = map[assess.Outcome]string{
	assess.Moved:              "Moved: at least a quarter of a stage, and unlikely to be chance.",
	assess.Possible:           "Possible: at least a quarter of a stage, but with several traits tested it may be chance.",
	assess.NoDetectableChange: "No clear change (~): any change is too small to be sure of.",
	assess.TooFewToTell:       "Too few: not enough people to test.",
	assess.NotTested:          "Not tested: the figures stand without a verdict.",
}

// SoloRule says when a change of one person's answers counts.
func (English) SoloRule(moved, movedOfTwo, possible, together assess.Shift) content.Text {
	return say("One person’s answers vary by chance. A trait counts as moved if it shifts by at least %s stages (%s where only two questions compare); all traits together count as moved from %s (possible: from %s). No clear change (~): any change is too small to be sure of.",
		moved, movedOfTwo, together, possible)
}

// HowTested says how shifts were tested, over how many traits, and with how many draws;
// 0 where none were drawn.
func (English) HowTested(test assess.Test, traits, drawn int) content.Text {
	said := say("%s", tests[test])
	if traits > 1 {
		said = say("%s With %s tested, one may look changed by luck. To make up for this, the adjusted p is larger than p. A trait has moved only if its adjusted p is .05 or less.", said, counted(traits, "trait", "traits"))
	}
	if drawn > 0 {
		said = say("%s p comes from %s random draws, the same every time.", said, drawn)
	}
	return said
}

var tests = map[assess.Test]string{
	assess.Linked:   "The same people are linked by their codes. p tells how often chance alone would give so large a shift; .05 means 5 times in 100 (sign flips).",
	assess.Unlinked: "We treat the two groups as different people. p tells how often chance alone would give so large a shift; .05 means 5 times in 100 (permutation test).",
	assess.Welch:    "We do not know who answered both times, so we compare the answers as those of different people. p tells how often chance alone would give so large a shift; .05 means 5 times in 100 (Welch’s t-test).",
}

// SpectrumNotTested says that a spectrum has no verdict.
func (e English) SpectrumNotTested(name string) content.Text {
	return say("The %s describes the joint work; its change was not tested.", e.low(name))
}

// StageRule says what a stage is.
func (English) StageRule() content.Text {
	return say("Stage: the highest that most of a trait’s questions have reached, at most one above its lowest question.")
}
