package main

import (
	"errors"
	"fmt"

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
		Short: "Show it again: terminal, page, Word, slide or table",
		Long: `Shows the results of an assessment. If you name no file or folder, it takes the
record in this folder. You can also give the association's name.

On the terminal the result is one screen. As a page (html) it is the whole
report, for laptops, phones and paper; it loads nothing from the internet.
--board writes only the first page. --slide writes one slide, as a page or as a
picture to paste (svg, png). Your name, logo, color and footer come from
brand.yaml beside the record, or from the flags.

csv: a table with one number in each row, for spreadsheets and statistics.
json: the same numbers for programs.

docx: a Word document you can edit. --template takes the styles, header, footer,
logo and page size from your own document (.docx or .dotx). The report starts on
a new page after your text, or at a paragraph {{report}}. Your styles: Title,
Subtitle, Heading 1 and 2, Body Text (or Normal), List Bullet, List Number, and
the table style Report Table. Macros and linked pictures or text are refused.`,
		Example: `  collab report examples/northern-trails-alliance
  collab report --format markdown examples/northern-trails-alliance
  collab report --format html --out report.html examples/northern-trails-alliance
  collab report --board --out board.html examples/lakes-guild
  collab report --slide --out slide.png examples/lakes-guild
  collab report --format docx --out report.docx examples/northern-trails-alliance
  collab report --format csv --out figures.csv examples/northern-trails-alliance`,
		Args: atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			path := "."
			if len(args) == 1 {
				path = c.pathOf(args[0])
			}
			return c.report(path, o)
		},
	}
	outputFlags(cmd, &o.output, formatNames(true))
	cmd.Flags().BoolVar(&o.board, "board", false, "only the board page, which a board reads in a minute")
	cmd.Flags().BoolVar(&o.slide, "slide", false, "one slide (16:9) with the headline, the profile and the steps")
	cmd.Flags().BoolVar(&o.agenda, "agenda", false, "what to talk about, question by question")
	cmd.Flags().BoolVar(&o.withoutNotes, "without-notes", false, "leave out the notes")
	return cmd
}

// pathOf is a path; where there is none, but a folder of the association of that
// name, it is the folder's.
func (c console) pathOf(named string) string {
	if exists(named) {
		return named
	}
	if f := (folder{slug(named)}); f.remembers() {
		return f.path
	}
	here, err := c.getwd()
	if err != nil {
		return named
	}
	if f, err := c.folderNamed(here, named); err == nil && f.inUse() {
		return f.path
	}
	return named
}

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
	for _, said := range c.waiting(f, a) {
		c.complain(errors.New(said))
	}
	options := c.since(f, a).options()
	options.Reference, options.WithoutNotes, options.Plan = record.Seal(text), o.withoutNotes, c.planOf(f, a)
	return c.put(o.output, besideRecord(path), options, func(options reports.Options) showing { return o.showing(a, options) })
}

// whole is true where no part is asked for.
func (o reportOptions) whole() bool { return !o.board && !o.slide && !o.agenda }

// check refuses flags that do not go together.
func (o reportOptions) check(c console) error {
	if o.board && o.slide || o.board && o.agenda || o.slide && o.agenda {
		return errors.New("--board, --slide and --agenda are different reports; choose one")
	}
	if isPicture(o.format) && !o.slide {
		typed := "--format " + o.format
		if o.out != "" {
			typed = "--out " + o.out
		}
		return fmt.Errorf("%s: a picture is made of the slide only; give --slide too", typed)
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
		return nil, nil, c.orWaiting(orNear(err, path, v.again), path)
	}
	switch err := record.Check(text, a); {
	case errors.Is(err, record.ErrEarlier):
		c.complain(advise(fmt.Errorf("%s: %w", path, err), "To write it as this version does: collab verify --fix %s", typedPath(path)))
	case err != nil:
		c.complain(advise(fmt.Errorf("the answers in %s were edited after the results were saved; you see the results of the answers", path),
			"To see the difference: collab verify %s", typedPath(path)))
	}
	if f, record, _, err := openRecord(path); err == nil {
		c.complain(f.staleReport(record, text))
	}
	return a, text, nil
}
