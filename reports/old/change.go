package reports

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// A sequel tells what changed between two assessments, in sentences. Terminal,
// lines and Markdown take theirs from it. A sentence with nothing to say is empty.
type sequel struct {
	story // of the later assessment
	c     *assess.Comparison
}

func plainSequel(c *assess.Comparison) sequel { return sequel{plainStory(c.Now.Assessment), c} }

// before is the story of the earlier assessment.
func (s sequel) before() story { return story{s.c.Then.Assessment, s.safe} }

// verdicts on a change.
var verdicts = map[assess.Outcome]string{
	assess.Moved:              "moved",
	assess.Possible:           "possible",
	assess.NoDetectableChange: "no detectable change",
	assess.TooFewToTell:       "too few to tell",
	assess.NotTested:          "not tested",
}

// Whom tells whose answers are compared.
func (s sequel) Whom() string {
	then, now := s.before().Who(), s.Who()
	switch {
	case s.c.Test == assess.Linked:
		return "the same " + strconv.Itoa(s.c.Pairs) + " people"
	case s.c.Test == assess.SoloRule:
		return "one person each time"
	case then == now:
		return then + " each time"
	}
	return then + ", then " + now
}

// Finding is what can be said in one breath: what moved, what may have, and how
// much else there is.
func (s sequel) Finding() prose {
	said := []prose{s.Notable()}
	for _, verdict := range []assess.Outcome{assess.NoDetectableChange, assess.TooFewToTell, assess.NotTested} {
		said = append(said, s.howMany(verdict))
	}
	return join(append(said, s.Together())...)
}

// Notable is what moved, and what may have.
func (s sequel) Notable() prose {
	var said []prose
	for _, verdict := range []assess.Outcome{assess.Moved, assess.Possible} {
		if some := s.c.Judged(verdict); len(some) > 0 {
			said = append(said, s.say("%s: %s.", sentence(verdicts[verdict]), s.withShifts(some)))
		}
	}
	return join(said...)
}

// Together is one person's change over all traits, in a sentence; empty of a group.
func (s sequel) Together() prose {
	ch := s.c.AllTraits
	if ch == nil {
		return ""
	}
	return s.say("All traits together: %s, from %s to %s, a shift of %s, over %s.", verdicts[ch.Verdict],
		ch.Then.String(), ch.Now.String(), ch.SignedShift(), counted(ch.Questions, "question", "questions"))
}

// howMany tells in how many traits a verdict is all there is.
func (s sequel) howMany(verdict assess.Outcome) prose {
	n := len(s.c.Judged(verdict))
	switch {
	case n == 0:
		return ""
	case verdict == assess.NotTested && n == len(s.c.Untested(assess.AgainstGroup)):
		return "Not tested: one person against several."
	case verdict == assess.NotTested && n == len(s.c.Untested(assess.CountedHands)):
		return "Not tested: a show of hands."
	case n == len(s.c.Traits):
		return s.say("%s in any trait.", sentence(verdicts[verdict]))
	case verdict == assess.NotTested:
		return s.say("Not tested: %s.", counted(n, "trait", "traits"))
	}
	return s.say("%s in %s.", sentence(verdicts[verdict]), counted(n, "trait", "traits"))
}

// withShifts are traits, each with its shift.
func (s sequel) withShifts(changes []assess.Change) string {
	var names []string
	for _, ch := range changes {
		names = append(names, s.few(ch.Dimension)+" ("+ch.SignedShift()+")")
	}
	return listed(names)
}

// Headlines tells what both are called.
func (s sequel) Headlines() prose {
	h := s.c.Headline
	if h.Then == 0 || h.Now == 0 {
		return ""
	}
	then, now := s.before().lowStage(h.Then), s.lowStage(h.Now)
	if then == now {
		return s.say("Headline: %s, as before.", now)
	}
	return s.say("Headline: %s before, %s now; a stage's change is not tested.", then, now)
}

// Restaged names what is at another stage than before; empty where nothing is. Of
// what did not move it says how little that tells.
func (s sequel) Restaged() prose {
	var said []string
	doubt, moved := "", s.c.Moved()
	for _, ch := range s.c.Restaged() {
		if !slices.Contains(moved, ch.Dimension.ID) {
			doubt = "Stages are not tested; one answer may be why."
		}
		said = append(said, s.few(ch.Dimension)+" (from "+s.before().lowStage(ch.Then)+" to "+s.lowStage(ch.Now)+")")
	}
	if len(said) == 0 {
		return ""
	}
	return join(s.say("Another stage than before: %s.", listed(said)), prose(doubt))
}

// OnChange is one change in a sentence.
func (s sequel) OnChange(ch assess.Change) prose {
	var said []string
	if ch.Verdict != "" {
		said = append(said, verdicts[ch.Verdict])
	}
	if ch.Then > 0 {
		said = append(said, "from "+ch.Then.String()+" to "+ch.Now.String())
	}
	if ch.HasShift {
		said = append(said, "a shift of "+ch.SignedShift())
	}
	if ch.HasInterval {
		said = append(said, "95 % interval "+shifts(ch))
	}
	switch {
	case ch.HasP && ch.Verdict == assess.Possible:
		said = append(said, "p"+kept+equals(ch.P)+", adjusted"+kept+chance(ch.Adjusted))
	case ch.HasP:
		said = append(said, "p"+kept+equals(ch.Adjusted))
	}
	said = append(said, s.numbers(ch)...)
	if len(said) == 0 {
		said = append(said, "no shift to tell")
	}
	return s.say("%s: %s.", short(ch.Dimension), strings.Join(said, ", "))
}

// numbers are what a change rests on, where that is fewer than the title says or
// where it is why there is no verdict.
func (s sequel) numbers(ch assess.Change) []string {
	var said []string
	few := ch.Verdict == assess.TooFewToTell
	switch {
	case s.c.Test == assess.SoloRule && few:
		said = append(said, counted(ch.Questions, "question", "questions")+" answered both times")
	case s.c.Test == assess.Linked && ch.Why == "" && ch.Pairs != s.c.Pairs:
		said = append(said, of(ch.Pairs, s.c.Pairs)+" people")
	case few && ch.NThen > 0 && ch.NNow > 0:
		said = append(said, fmt.Sprintf("%d then, %d now", ch.NThen, ch.NNow))
	case few && s.c.Test != assess.Linked && s.c.Test != assess.SoloRule:
		said = append(said, "under 5 people")
	}
	switch {
	case ch.Why == assess.FewQuestions || ch.Why == assess.OtherQuestions:
		said = append(said, comparable(ch))
	case ch.OverFewer() && !few:
		said = append(said, overFewer(ch))
	}
	return said
}

// overFewer tells on how many of a dimension's questions a change rests.
func overFewer(ch assess.Change) string { return "over " + of(ch.Questions, ch.Asked) + " questions" }

// comparable tells how many of a dimension's questions are.
func comparable(ch assess.Change) string {
	return of(ch.Comparable, ch.Asked) + " questions comparable"
}

// shifts is the interval of a shift.
func shifts(ch assess.Change) string { return ch.Low.Signed() + " to " + ch.High.Signed() }

// significance is the adjusted p, and where the adjustment takes a verdict away
// both; empty where nothing was tested by chance.
func significance(ch assess.Change) string {
	switch {
	case !ch.HasP:
		return ""
	case ch.Verdict == assess.Possible:
		return chance(ch.P) + ", adjusted " + chance(ch.Adjusted)
	}
	return chance(ch.Adjusted)
}

// leastChance is what three decimals can tell from zero.
const leastChance = .001

// chance is a p as papers print it: three decimals and no zero before the point.
func chance(p float64) string {
	if p < leastChance {
		return "< .001"
	}
	return strings.TrimPrefix(strconv.FormatFloat(math.Round(1000*p)/1000, 'f', 3, 64), "0")
}

// equals is a p behind its letter, on one line with it.
func equals(p float64) string {
	if p < leastChance {
		return strings.ReplaceAll(chance(p), " ", kept)
	}
	return "=" + kept + chance(p)
}

// Adjusted tells what p is adjusted for, or what stands in for it.
func (s sequel) Adjusted() prose {
	switch n := s.c.Tested(); {
	case n == 0:
		return ""
	case s.c.Test == assess.SoloRule:
		return s.say("One person's answers move by chance: a trait counts as moved from %s stages on, over two questions from %s.",
			assess.SoloMoved.String(), assess.SoloMovedOfTwo.String())
	case s.c.Test == assess.Linked:
		return s.say("p is adjusted for %s.", counted(n, "trait", "traits"))
	default:
		return s.say("The rounds are compared as if of different people; p is adjusted for %s.", counted(n, "trait", "traits"))
	}
}

// untested says why some traits were not tested; of one person against a group
// and of a show of hands that is a caution.
var untested = []struct {
	why  assess.Untested
	text string
}{
	{assess.FewQuestions, "Not tested: fewer than two questions can be compared in %s."},
	{assess.OtherQuestions, "Not tested: not all questions can be compared in %s, and without the people's responses the shift is that of the questions' means."},
	{assess.CountsAlone, "Not tested: of %s a record keeps counts and no positions, so the shift is that of the questions' means."},
	{assess.NoSpread, "Not tested: nobody differs enough from the others on %s, then or now, to test a shift."},
}

// Limits are what limits the comparison as a whole, one sentence or two each.
func (s sequel) Limits() []prose {
	var said []prose
	if n := s.c.LeftOut(); n > 0 {
		said = append(said, s.say("Left out, for no code links them: %d of then, %d of now.", s.c.LeftOutThen, s.c.LeftOutNow))
	}
	for _, c := range s.c.Cautions {
		said = append(said, s.caution(c))
	}
	if hidden := s.hidden(); len(hidden) > 0 {
		said = append(said, s.say("Beside the linked people, one to four others have a position on %s. Where the linked people stand would tell where these do, so it is not shown.", s.fewNames(hidden)))
	}
	for _, u := range untested {
		if some := s.c.Untested(u.why); len(some) > 0 {
			said = append(said, s.say(u.text, s.fewNames(some)))
		}
	}
	return said
}

// hidden are the changes whose shift is told, and not from where to where.
func (s sequel) hidden() []assess.Change {
	return slices.DeleteFunc(s.c.Changes(), func(ch assess.Change) bool { return !ch.HasShift || ch.Then > 0 })
}

// fewNames are the dimensions of some changes inside a sentence.
func (s sequel) fewNames(changes []assess.Change) string {
	var names []string
	for _, ch := range changes {
		names = append(names, s.few(ch.Dimension))
	}
	return listed(names)
}

// caution is one that limits a comparison, as a sentence.
func (s sequel) caution(c assess.Caution) prose {
	switch c {
	case assess.CautionJointWork:
		return join("Different joint work:", s.about(s.c.Then), "then,", s.about(s.c.Now), "now. The spectrum's shift is not that of one piece of work.")
	case assess.CautionEveryone:
		return "The whole body answered: p asks whether reshuffling people's answers could give this shift."
	}
	return prose(changeCautions[c])
}

// about is what a round's joint work was.
func (s sequel) about(side assess.Side) prose {
	if side.JointWork.Scope == rubric.ScopeNone {
		return "none"
	}
	return s.say("%s", side.JointWork.About)
}

// changeCautions say what limits a comparison.
var changeCautions = map[assess.Caution]string{
	assess.CautionOneAgainstGroup: "One person against several is never tested, and no shift is told.",
	assess.CautionLengths:         "One round was short, the other full: only questions of both are compared, and stages are not.",
	assess.CautionRoleMix:         "Other roles answered than before: a shift may come from who answered.",
	assess.CautionHands:           "A show of hands does not tell where each person stands, so its shifts are never tested.",
}

// excluded say why questions are not compared, in the order of the reports.
var excluded = []struct {
	reason assess.Excluded
	words  string
}{
	{assess.Reworded, "reworded"},
	{assess.OnlyThen, "asked only then"},
	{assess.OnlyNow, "asked only now"},
	{assess.WithheldOnce, "answered by fewer than five people"},
}

// NotCompared tells how many questions are not, and names them where they are few.
func (s sequel) NotCompared() prose {
	var said []string
	for _, e := range excluded {
		ids := s.c.ExcludedFor(e.reason)
		if len(ids) == 0 {
			continue
		}
		words := counted(len(ids), "question", "questions") + " " + e.words
		if e.reason == assess.Reworded && s.c.Then.Rubric.Version != s.c.Now.Rubric.Version {
			words += " in rubric " + s.c.Now.Rubric.Version
		}
		if len(ids) <= most {
			words += " (" + strings.Join(s.excludedNames(ids), ", ") + ")"
		}
		said = append(said, words)
	}
	if len(said) == 0 {
		return ""
	}
	return s.say("Not compared: %s.", strings.Join(said, "; "))
}

// excludedNames are questions that either round asked, inside a sentence.
func (s sequel) excludedNames(ids []string) []string {
	var names []string
	for _, id := range ids {
		names = append(names, s.low(nameOf(s.asked(id))))
	}
	return names
}

// asked is a question as the later round asked it, or else the earlier.
func (s sequel) asked(id string) *rubric.Question {
	for _, r := range []*rubric.Rubric{s.c.Now.Rubric, s.c.Then.Rubric} {
		if i := r.Index(id); i >= 0 {
			return &r.Questions()[i]
		}
	}
	return new(rubric.Question)
}
