// Package reports shows an assessment, of one person or of a room, what changed
// between two, a series of them, and several associations side by side: as a terminal
// picture, as sentences, as Markdown, as a long table and as JSON. It only renders.
//
// The rules of the house:
//
//   - Every figure that is shown is a field of the assessment, or of the comparison,
//     series or portfolio. Nothing is computed here but where a character goes,
//     and no assessment is changed.
//   - Beside a figure stands what it rests on; with a finding go its cautions.
//   - The finding is said first, then what limits it, then the detail.
//   - Of a room counts are shown before figures, and never more than a closed
//     tally keeps.
//   - Texts that people typed, and a rubric's texts, are untrusted. They reach a
//     page only through safe.go, which knows what is dangerous in each format.
//   - The program's own words are in words.go, story.go and templates/. Stages,
//     traits and forms are called what the rubric calls them.
//   - Meaning is never carried by colour alone.
//   - The same assessment gives the same bytes.
//
// Start with [Terminal] for the picture, [Lines] for the same in sentences,
// [Markdown] and [HTML] for the report that a board reads, [Document] for one to go on
// editing, [LongTable] and [JSON] for programs, [Diff], [Trend] and [Portfolio] for
// change, each with the same forms, [Agenda] and [AgendaMarkdown] for what a room
// should talk about, and [Questionnaire] for what a rubric asks.
package reports

import (
	"collab/assess"
	"collab/reports/brand"
)

// Options say how a report is to look. The zero value is fit for a file.
type Options struct {
	Width int         // columns to fill; 80 where it is 0
	Rows  int         // that [Terminal] and [Agenda] may fill, leaving out the lesser things; 20 where it is 0
	Color bool        // the sixteen colours of the terminal's own theme
	Seal  string      // the first characters of the record's digest; may be empty
	Brand brand.Brand // what an HTML page bears, a document without a template, and the accent of pictures
	// Charts is what the names of the picture files begin with that [Markdown]
	// shows; it shows none where it is empty. [Charts] makes them.
	Charts string
	// Since compares the assessment with the one before, for a report to tell what
	// changed since; nil where none is at hand. Figures ([LongTable], [JSON]) leave it out.
	Since *assess.Comparison
	// Series is the assessment with all before it, for a page to draw the way of the
	// traits; nil where they are not at hand.
	Series *assess.Series
	// Template is the .docx or .dotx file that [Document] takes its looks from; it has
	// plain ones where it is nil.
	Template []byte
}

const (
	usualWidth = 80
	leastWidth = 40
	usualRows  = 20 // of 24: the rest is for where the files are, and the prompt
)

func (o Options) width() int {
	if o.Width == 0 {
		return usualWidth
	}
	return max(o.Width, leastWidth)
}

func (o Options) rows() int {
	if o.Rows == 0 {
		return usualRows
	}
	return o.Rows
}
