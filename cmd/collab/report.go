package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/reports"
	"collab/reports/record"
)

// formats are the forms of a report, in the order of the help.
var formats = []format[*assess.Assessment]{
	{"terminal", reports.Terminal},
	{"markdown", reports.Markdown},
	{"html", reports.HTML},
	{documentFormat, reports.Document},
	{"json", withoutOptions(reports.JSON)},
	{"csv", withoutOptions(reports.LongTable)},
}

func newReportCmd(c console) *cobra.Command {
	var v view
	var agenda bool
	var page pageFlags
	cmd := &cobra.Command{
		Use:   "report [FILE or FOLDER]",
		Short: "Show an assessment again: on the terminal, as a page, or as a table",
		Long: `Finds again what follows from a record's answers and shows it. Without a path
it takes the record in this folder; the name of an association stands for the
folder that was made for it. The csv format is a long table, one figure
a row, for spreadsheets, R and pandas; json holds the same figures as a tree.

The html format is one page to hand over: it is read on a laptop and a phone,
prints well, and fetches nothing. It bears what brand.yaml beside the record, or
the flags, say: name, logo, accent and footer.

The docx format is a document of Word to go on editing. With --template it is
made from a document of your own (.docx or .dotx): styles, header, footer, logo
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
  collab report --format docx --out report.docx examples/northern-trails-alliance
  collab report --format csv --out figures.csv examples/northern-trails-alliance`,
		Args: atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			path := "."
			if len(args) == 1 {
				path = pathOf(args[0])
			}
			if agenda {
				return c.agenda(path, v)
			}
			return c.report(path, v, page)
		},
	}
	viewFlags(cmd, &v, namesOf(formats))
	cmd.Flags().BoolVar(&agenda, "agenda", false, "what a room should talk about, on one screen or (markdown) one page")
	page.addTo(cmd)
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

func (c console) report(path string, v view, page pageFlags) error {
	render, err := pick(c, v, formats, reports.Lines)
	if err != nil {
		return err
	}
	if err := page.check(v.format, v.out, isTerminal(c.out)); err != nil {
		return err
	}
	if err := mayWriteTo(v.out, map[string]string{"markdown": reportFile}[v.format], path, page.logo); err != nil {
		return err
	}
	a, text, err := c.readToShow(path, v)
	if err != nil {
		return err
	}
	f, err := associationOf(path)
	if err != nil {
		return err
	}
	o := reports.Options{Seal: record.Seal(text), Since: c.since(f, a)}
	if page.charts || v.format == "html" || v.format == documentFormat {
		o.Series = f.upTo(a)
		return c.handedOver(a, o, besideRecord(path), v, page)
	}
	return present(c, a, o, v.out, render)
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

// agenda shows what a room should talk about.
func (c console) agenda(path string, v view) error {
	render, known := map[string]renderer[*assess.Assessment]{"terminal": reports.Agenda, "markdown": reports.AgendaMarkdown}[v.format]
	if !known {
		return fmt.Errorf("--agenda: %q is no format of it; expected terminal or markdown", v.format)
	}
	if err := mayWriteTo(v.out, "", path); err != nil {
		return err
	}
	a, text, err := c.readToShow(path, v)
	if err != nil {
		return err
	}
	if a.Mode == assess.Solo {
		return errors.New("--agenda: one person has nothing to agree on; an agenda is made for a room")
	}
	return present(c, a, reports.Options{Seal: record.Seal(text)}, v.out, render)
}
