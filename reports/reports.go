// Package reports makes a report once: sections of blocks ([content.Report]) that
// follow from an assessment. The rooms html, markdown, word and lines write it.
//
// The rules of the house:
//
//   - Every figure that is shown is a field of the assessment. Nothing is computed
//     here but what stands where.
//   - Every sentence is a method of [wording.Words]. What is found goes in, a whole
//     sentence comes out; nothing is joined here but sentences.
//   - A heading says the finding. Each thing is said once.
//   - What people typed goes through [content.Typed], everything else through wording.
//   - The same assessment gives the same report.
//
// Start with [Assessment]; [Comparison], [Series], [Portfolio] and [Agenda] are made
// alike. A section is a file named section_*.go and a line in the
// list of its report; it gives no blocks where it has nothing to say and is then left
// out, so that no report has an empty heading.
package reports

import (
	"collab/assess"
	"collab/reports/brand"
	"collab/reports/content"
	"collab/reports/plan"
	"collab/reports/wording"
)

// Options say what a report is given beside its findings. The zero value is fit for a
// file.
type Options struct {
	Reference string // the first characters of the record's digest; may be empty
	Brand     brand.Brand
	// WithoutNotes leaves out what one person noted at answers.
	WithoutNotes bool
	// Since is what changed since an earlier assessment; then the report of an
	// assessment leads with that. Nil where there is none.
	Since *assess.Comparison
	// Plan is what was agreed after assessments: who, by when, and what became of it. Nil
	// where there is none.
	Plan *plan.Plan
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
	(*assessmentText).method,
	(*assessmentText).answers,
}

// Assessment is the report of an assessment, the board page first.
func Assessment(a *assess.Assessment, o Options) content.Report {
	return newAssessmentText(a, o).report(assessmentSections)
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

// made are the sections that have something to say.
func made[T any](of T, sections []func(T) content.Section) []content.Section {
	var all []content.Section
	for _, section := range sections {
		if s := section(of); len(s.Blocks) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// many is true where several people answered.
func (t *assessmentText) many() bool { return t.Mode != assess.Solo }
