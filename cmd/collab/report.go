package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/reports"
	"collab/reports/content"
	"collab/reports/record"
	"collab/reports/table"
)

// reportOptions are the flags of collab report.
type reportOptions struct {
	output
	board, slide, agenda bool // a part of the report, or another about the same
	withoutNotes         bool
}

func newReportCmd(c console) *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use:   "report [FILE or FOLDER]",
		Short: "Show an assessment again: on the terminal, as a page, or as a table",
		Long: `Shows what follows from the answers in a record. Without a path it takes the
record in this folder; an association's name stands for the folder made for it.

A terminal shows one screen. The html format is the whole report as a page: it
reads well on a laptop and a phone, prints well, and loads nothing from elsewhere.
--board gives its first page alone, all that a board reads in a minute, and
--slide one slide with the same headline, profile and steps. Pages and documents
bear what brand.yaml beside the record says, or the flags: name, logo, color and
footer.

The csv format is a long table, one figure a row, for spreadsheets, R and pandas;
json holds the same figures as a tree.

The docx format is a Word document you can edit. With --template it is made
from a document of your own (.docx or .dotx): styles, header, footer, logo
and page stay yours. The report stands behind the template's own text, on a new
page, or in the place of a paragraph that holds nothing but {{report}}. It takes
your styles: Title, Subtitle, Heading 1 and 2, Body Text or else Normal, List
Bullet, List Number, and the table style named Report Table if there is one.
Templates that run or fetch something when they are opened (macros, linked
pictures, fields that include files) are refused, and so are those with a tag in
double braces that nothing fills in.`,
		Example: `  collab report examples/northern-trails-alliance
  collab report --format markdown examples/northern-trails-alliance
  collab report --format html --out report.html examples/northern-trails-alliance
  collab report --board --out board.html examples/lakes-guild
  collab report --slide --out slide.html examples/lakes-guild
  collab report --format docx --out report.docx examples/northern-trails-alliance
  collab report --format csv --out figures.csv examples/northern-trails-alliance`,
		Args: atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			path := "."
			if len(args) == 1 {
				path = pathOf(args[0])
			}
			return c.report(path, o)
		},
	}
	outputFlags(cmd, &o.output)
	cmd.Flags().BoolVar(&o.board, "board", false, "only the board page: all that a board reads in a minute")
	cmd.Flags().BoolVar(&o.slide, "slide", false, "one slide of 16:9 with the headline, the profile and the steps")
	cmd.Flags().BoolVar(&o.agenda, "agenda", false, "what to talk about, one question after the other")
	cmd.Flags().BoolVar(&o.withoutNotes, "without-notes", false, "leave out what was noted at answers")
	return cmd
}

// pathOf is a path; where there is none, but a folder of the association of that
// name, it is the folder's.
func pathOf(named string) string {
	if f := (folder{slug(named)}); !exists(named) && f.remembers() {
		return f.path
	}
	return named
}

// accessibleHelp is said of the same flag of several commands.
const accessibleHelp = "plain sentences, for a screen reader (also ACCESSIBLE=1)"

// listed joins words for a message.
func listed(words []string) string { return strings.Join(words, ", ") }

func (c console) report(path string, o reportOptions) error {
	if err := o.check(c); err != nil {
		return err
	}
	fit := ""
	if o.format == "markdown" && o.whole() {
		fit = reportFile
	}
	if err := mayWriteTo(o.out, fit, path, o.logo); err != nil {
		return err
	}
	a, text, err := c.readToShow(path, o.view)
	if err != nil {
		return err
	}
	f, err := associationOf(path)
	if err != nil {
		return err
	}
	options := reports.Options{Reference: record.Seal(text), WithoutNotes: o.withoutNotes, Since: c.since(f, a)}
	return c.put(o.output, besideRecord(path), options, func(options reports.Options) showing { return o.showing(a, options) })
}

// whole is true where no part is asked for.
func (o reportOptions) whole() bool { return !o.board && !o.slide && !o.agenda }

// check refuses flags that do not go together.
func (o reportOptions) check(c console) error {
	if o.board && o.slide || o.board && o.agenda || o.slide && o.agenda {
		return errors.New("--board, --slide and --agenda are each a report of its own; expected one of them")
	}
	return o.output.check(c, o.whole())
}

// showing is what the flags ask for of an assessment.
func (o reportOptions) showing(a *assess.Assessment, options reports.Options) showing {
	switch {
	case o.board:
		return showing{report: reports.Assessment(a, options).On(content.Board)}
	case o.slide:
		return showing{report: reports.Slide(a, options)}
	case o.agenda:
		return showing{report: reports.Agenda(a, options)}
	}
	return showing{report: reports.Assessment(a, options), csv: figures(table.CSV, a), json: figures(table.JSON, a)}
}

// readToShow reads a record that is shown. What is shown follows from its answers;
// that its own findings are others is told.
func (c console) readToShow(path string, v view) (*assess.Assessment, []byte, error) {
	a, text, err := readAssessment(path)
	if err != nil {
		return nil, nil, orNear(err, path, v.again)
	}
	if !record.Verifies(text, a) {
		c.complain(advise(fmt.Errorf("%s does not verify: what is shown follows from its answers, and its findings say something else", path),
			"See: collab verify %s", typedPath(path)))
	}
	if f, record, _, err := openRecord(path); err == nil {
		c.complain(f.staleReport(record, text))
	}
	return a, text, nil
}
