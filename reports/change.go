package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/reports/wording"
	"collab/rubric"
)

// changeSections are the sections of the report of a comparison, in order.
var changeSections = []func(*changeText) content.Section{
	(*changeText).whatChanged,
	(*changeText).manyAnswers,
}

// Comparison is the report of what changed between two assessments, the finding first.
func Comparison(c *assess.Comparison, o Options) content.Report {
	t := newChangeText(c, o)
	association := content.Typed(c.Now.Association)
	return content.Report{
		Title:     t.words.ChangeTitle(association),
		Language:  t.words.Language(),
		Date:      c.Now.Date.String(),
		Running:   t.words.ChangeRunning(association, t.dates()),
		Reference: o.Reference,
		Brand:     o.Brand,
		Sections:  made(t, changeSections),
	}
}

// A changeText tells what changed. Names are those of the later rubric.
type changeText struct {
	*assess.Comparison
	naming
	o Options
}

func newChangeText(c *assess.Comparison, o Options) *changeText {
	return &changeText{c, naming{c.Now.Rubric, wording.For(c.Now.Rubric.Language)}, o}
}

func (t *changeText) dates() []assess.Date { return []assess.Date{t.Then.Date, t.Now.Date} }

// before names as the earlier round's rubric does.
func (t *changeText) before() naming { return naming{t.Then.Rubric, t.words} }

// alone is true where one person answered both times.
func (t *changeText) alone() bool { return t.Then.Mode == assess.Solo && t.Now.Mode == assess.Solo }

// found is what the heading says.
func (t *changeText) found() wording.ChangeFound {
	f := wording.ChangeFound{All: len(t.Traits), Few: len(t.Judged(assess.TooFewToTell)) > 0}
	for _, verdict := range []assess.Outcome{assess.Moved, assess.Possible, assess.NoDetectableChange} {
		f.Judged += len(t.Judged(verdict))
	}
	f.Moved, f.Possible = t.shifted(assess.Moved), t.shifted(assess.Possible)
	f.Higher, f.Lower = t.restagedByChance()
	if ch := t.AllTraits; ch != nil {
		f.Together, f.TogetherUp = ch.Verdict, ch.Shift > 0
	}
	for _, ch := range t.Judged(assess.NotTested) {
		f.Why = ch.Why
	}
	return f
}

// shifted are the traits with a verdict, each with its stage where that is another.
func (t *changeText) shifted(verdict assess.Outcome) []wording.Shifted {
	var some []wording.Shifted
	for _, ch := range t.Judged(verdict) {
		s := wording.Shifted{Trait: shortName(ch.Dimension), Up: ch.Shift > 0}
		if to, is := t.restaged(ch); is && verdict == assess.Moved && (t.stagesUp(to) > 0) == s.Up {
			s.Stage = t.stage(to.Now)
		}
		some = append(some, s)
	}
	return some
}

// restaged is the other stage of a change, where it is another.
func (t *changeText) restaged(ch assess.Change) (assess.StageChange, bool) {
	for _, s := range t.Restaged() {
		if s.Dimension.ID == ch.Dimension.ID {
			return s, true
		}
	}
	return assess.StageChange{}, false
}

// stagesUp is how many stages of the later rubric something rose; 0 where the earlier
// stage is none of its.
func (t *changeText) stagesUp(s assess.StageChange) int {
	if was := t.was(s.Then); was > 0 {
		return s.Now - was
	}
	return 0
}

// was is the rank that a stage of the earlier rubric has in the later; 0 for none.
func (t *changeText) was(then int) int {
	if then == 0 {
		return 0
	}
	id := t.Then.Rubric.Stages[then-1].ID
	return 1 + slices.IndexFunc(t.rubric.Stages, func(s rubric.Stage) bool { return s.ID == id })
}

// restagedByChance are the traits at another stage that did not move.
func (t *changeText) restagedByChance() (higher, lower []string) {
	moved := t.Moved()
	for _, s := range t.Restaged() {
		switch up := t.stagesUp(s); {
		case s.Dimension.Kind != rubric.Trait || slices.Contains(moved, s.Dimension.ID):
		case up > 0:
			higher = append(higher, shortName(s.Dimension))
		case up < 0:
			lower = append(lower, shortName(s.Dimension))
		}
	}
	return higher, lower
}

// names are those of the dimensions of changes.
func (t *changeText) names(some []assess.Change) []string {
	var names []string
	for _, ch := range some {
		names = append(names, shortName(ch.Dimension))
	}
	return names
}

// question is a question as the later round asked it, or else the earlier.
func (t *changeText) question(id string) rubric.Question {
	for _, r := range []*rubric.Rubric{t.Now.Rubric, t.Then.Rubric} {
		if i := r.Index(id); i >= 0 {
			return r.Questions()[i]
		}
	}
	return rubric.Question{}
}
