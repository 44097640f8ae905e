package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/reports"
	"collab/reports/record"
)

// formats are the forms of a report, in the order of the help.
var formats = []format{
	{"terminal", reports.Terminal},
	{"markdown", reports.Markdown},
	{"html", reports.HTML},
	{"json", func(w io.Writer, a *assess.Assessment, _ reports.Options) error { return reports.JSON(w, a) }},
	{"csv", func(w io.Writer, a *assess.Assessment, _ reports.Options) error { return reports.LongTable(w, a) }},
}

type format struct {
	name   string
	render renderer
}

// A renderer writes an assessment in one form.
type renderer func(io.Writer, *assess.Assessment, reports.Options) error

func newReportCmd(c console) *cobra.Command {
	var name, out string
	var accessible, agenda bool
	var page pageFlags
	cmd := &cobra.Command{
		Use:   "report [FILE or FOLDER]",
		Short: "Show an assessment again: on the terminal, as a page, or as a table",
		Long: `Finds again what follows from a record's answers and shows it. Without a path
it takes the record in this folder. The csv format is a long table, one figure
a row, for spreadsheets, R and pandas; json holds the same figures as a tree.

The html format is one page to hand over: it is read on a laptop and a phone,
prints well, and fetches nothing. It bears what brand.yaml beside the record, or
the flags, say: name, logo, accent and footer.`,
		Example: `  collab report examples/northern-trails-alliance
  collab report --format markdown examples/northern-trails-alliance
  collab report --format html --out report.html examples/northern-trails-alliance
  collab report --format csv --out figures.csv examples/northern-trails-alliance`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			path := "."
			if len(args) == 1 {
				path = args[0]
			}
			if agenda {
				return c.agenda(path, name, out)
			}
			return c.report(path, name, out, c.plain(accessible), page)
		},
	}
	cmd.Flags().StringVar(&name, "format", "terminal", "the `FORMAT`: "+listed(formatNames()))
	cmd.Flags().StringVar(&out, "out", "", "write to this `FILE` instead of the terminal")
	cmd.Flags().BoolVar(&agenda, "agenda", false, "what a room should talk about, on one screen or (markdown) one page")
	cmd.Flags().BoolVar(&accessible, "accessible", false, accessibleHelp)
	page.addTo(cmd)
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// accessibleHelp is said of the same flag of several commands.
const accessibleHelp = "plain sentences, for a screen reader (also ACCESSIBLE=1)"

func formatNames() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// listed joins words for a message.
func listed(words []string) string { return strings.Join(words, ", ") }

func (c console) report(path, name, out string, plain bool, page pageFlags) error {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	if i < 0 {
		return fmt.Errorf("--format: %q is unknown; expected one of %s", name, listed(formatNames()))
	}
	if err := page.check(name, out); err != nil {
		return err
	}
	a, text, err := readAssessment(path)
	if err != nil {
		return err
	}
	if page.charts || name == "html" {
		return c.handedOver(a, record.Seal(text), besideRecord(path), out, page)
	}
	render := formats[i].render
	if plain && name == "terminal" {
		render = reports.Lines
	}
	return c.render(a, record.Seal(text), out, render)
}

// agenda shows what a room should talk about.
func (c console) agenda(path, name, out string) error {
	render, known := map[string]renderer{"terminal": reports.Agenda, "markdown": reports.AgendaMarkdown}[name]
	if !known {
		return fmt.Errorf("--agenda: %q is no format of it; expected terminal or markdown", name)
	}
	a, text, err := readAssessment(path)
	if err != nil {
		return err
	}
	if a.Mode == assess.Solo {
		return errors.New("--agenda: one person has nothing to agree on; an agenda is made for a room")
	}
	return c.render(a, record.Seal(text), out, render)
}

// render prints an assessment, or writes it to a file.
func (c console) render(a *assess.Assessment, seal, out string, render renderer) error {
	if out == "" {
		return render(c.out, a, reports.Options{Width: c.width(), Rows: c.rows() - 1, Color: c.color(), Seal: seal})
	}
	var page bytes.Buffer
	if err := render(&page, a, reports.Options{Rows: endless, Seal: seal}); err != nil {
		return err
	}
	return write(out, page.Bytes())
}
