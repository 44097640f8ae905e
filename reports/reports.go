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
	// Skipped says which earlier records were passed over and why, one sentence each.
	Skipped []string
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
