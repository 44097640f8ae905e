// Package content holds what a report says, without how it looks.
//
// A [Report] is sections of blocks. It is made once, from an assessment, a
// comparison or a series, and every format writes the same value: a writer takes
// blocks and gives bytes. It knows no finding and holds no sentence; whatever it
// shows, down to the words above a column or inside a cell, stands in a block.
//
// The set of blocks is closed. Each is one file here and one method of [Writer],
// so that a format which leaves one out does not compile.
//
// All text is plain. What stands out is a [Span] of its own and never markup, so
// a writer makes every span safe for its format, the program's own words too.
package content

import "collab/reports/brand"

// A Report is what is read from its first line to its last.
type Report struct {
	Title    Text   // what a window or a library calls it
	Language string // as in BCP 47
	Date     string // of what is told, as in 2026-11-23
	// Running is what stands on every page: of whom, of when, who answered.
	Running   Text
	Reference string // the first characters of the record's digest; may be empty
	Brand     brand.Brand
	Sections  []Section
}

// A Section says one thing in its heading and shows it in its blocks.
type Section struct {
	ID      string // of letters, digits and hyphens; unique in a report, and stable: links go there
	Sheet   Sheet
	Heading Text // the finding
	Blocks  []Block
}

// A Sheet says what a section is laid out on.
type Sheet string

// The sheets.
const (
	// Flowing goes on where the section before ends.
	Flowing Sheet = ""
	// Fresh begins a new page.
	Fresh Sheet = "fresh"
	// Board fills one page of A4 or Letter by itself.
	Board Sheet = "board"
	// Slide fills one screen of 16:9 by itself.
	Slide Sheet = "slide"
)

// On is the report with only those of its sections that lie on a sheet.
func (r Report) On(s Sheet) Report {
	var kept []Section
	for _, section := range r.Sections {
		if section.Sheet == s {
			kept = append(kept, section)
		}
	}
	r.Sections = kept
	return r
}

// A Block is one of those that [Writer] has a method for.
type Block interface {
	// WriteTo gives the block to its method of a writer.
	WriteTo(Writer)
}

// A Writer writes every kind of block in one format.
type Writer interface {
	Paragraph(Paragraph)
	List(List)
	Steps(Steps)
	Choices(Choices)
	Answers(Answers)
	Profile(Profile)
	Heat(Heat)
	Pips(Pips)
	Table(Table)
	Figure(Figure)
	Columns(Columns)
}
