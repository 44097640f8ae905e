package reports

import (
	"cmp"
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/reports/wording"
	"collab/rubric"
)

// Assessment is the report of an assessment, the board page first.
func Assessment(a *assess.Assessment, o Options) content.Report {
	return newAssessmentText(a, o).report(assessmentSections)
}

// assessmentSections are the sections of the report of an assessment, in order.
var assessmentSections = []func(*assessmentText) content.Section{
	(*assessmentText).board,
	sinceLast((*changeText).answersChanged),
	(*assessmentText).talkAbout,
	(*assessmentText).wants,
	(*assessmentText).sides,
	(*assessmentText).spectrum,
	(*assessmentText).gain,
	(*assessmentText).moreHurdles,
	(*assessmentText).forms,
	sinceLast((*changeText).notCompared),
	sinceLast((*changeText).howSure),
	(*assessmentText).skipped,
	(*assessmentText).method,
	(*assessmentText).answers,
}

// Slide is one slide of 16:9 about an assessment.
func Slide(a *assess.Assessment, o Options) content.Report {
	return newAssessmentText(a, o).report([]func(*assessmentText) content.Section{(*assessmentText).slide})
}

// An assessmentText tells an assessment.
type assessmentText struct {
	*assess.Assessment
	naming
	o Options
}

func newAssessmentText(a *assess.Assessment, o Options) *assessmentText {
	return &assessmentText{a, naming{a.Rubric, wording.For(a.Rubric.Language)}, o}
}

// report is the frame of every report of an assessment, with some sections.
func (t *assessmentText) report(sections []func(*assessmentText) content.Section) content.Report {
	association := content.Typed(t.Association)
	running := t.words.Running(association, t.Date, t.who())
	if c := t.o.Since; c != nil {
		running = t.words.ChangeRunning(association, newChangeText(c, t.o).dates())
	}
	return content.Report{
		Title:     t.words.ReportTitle(association),
		Language:  t.words.Language(),
		Date:      t.Date.String(),
		Running:   running,
		Reference: t.o.Reference,
		Brand:     t.o.Brand,
		Sections:  made(t, sections),
	}
}

// many is true where several people answered.
func (t *assessmentText) many() bool { return t.Mode != assess.Solo }

func (t *assessmentText) who() content.Text {
	if t.many() {
		return t.words.SomeAnswered(t.Mode, t.People, t.Body)
	}
	role := ""
	if t.Role != "" {
		role = rubric.NameOf(t.Rubric.Roles, t.Role)
	}
	return t.words.OneAnswered(role)
}

// question is the question with an id, which exists.
func (t *assessmentText) question(id string) assess.Question { return t.Answers[t.Rubric.Index(id)] }

// requirement is what a form needs: a dimension, a question, or a fact's own sentence.
func (t *assessmentText) requirement(r assess.Requirement) string {
	if r.Fact {
		f, _ := t.Rubric.Fact(r.ID)
		return cmp.Or(f.Short, f.Text)
	}
	if d, ok := t.Rubric.Dimension(r.ID); ok {
		return shortName(d)
	}
	return questionName(t.question(r.ID))
}

// byPosition are the traits, the lowest position first, of equal ones the lowest stage, and
// those without one last.
func (t *assessmentText) byPosition() []assess.Placement {
	traits := slices.Clone(t.Traits)
	slices.SortStableFunc(traits, func(a, b assess.Placement) int {
		if c := compareBool(a.Position == 0, b.Position == 0); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.Stage, b.Stage))
	})
	return traits
}

// hasIntervals is true where the second figure of a row is an interval.
func (t *assessmentText) hasIntervals() bool {
	return slices.ContainsFunc(t.Placements(), func(p assess.Placement) bool { return p.Low > 0 })
}
