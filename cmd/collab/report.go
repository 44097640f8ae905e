package main

import (
	"bytes"
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
	{"json", func(w io.Writer, a *assess.Assessment, _ reports.Options) error { return reports.JSON(w, a) }},
	{"csv", func(w io.Writer, a *assess.Assessment, _ reports.Options) error { return reports.LongTable(w, a) }},
}

type format struct {
	name   string
	render func(io.Writer, *assess.Assessment, reports.Options) error
}

func newReportCmd(c console) *cobra.Command {
	var name, out string
	var accessible bool
	cmd := &cobra.Command{
		Use:   "report [FILE or FOLDER]",
		Short: "Show an assessment again: on the terminal, as Markdown, or as a table",
		Long: `Finds again what follows from a record's answers and shows it. Without a path
it takes the record in this folder. The csv format is a long table, one figure
a row, for spreadsheets, R and pandas; json holds the same figures as a tree.`,
		Example: `  collab report examples/northern-trails-alliance
  collab report --format markdown examples/northern-trails-alliance
  collab report --format csv --out figures.csv examples/northern-trails-alliance`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			path := "."
			if len(args) == 1 {
				path = args[0]
			}
			return c.report(path, name, out, c.plain(accessible))
		},
	}
	cmd.Flags().StringVar(&name, "format", "terminal", "the `FORMAT`: "+listed(formatNames()))
	cmd.Flags().StringVar(&out, "out", "", "write to this `FILE` instead of the terminal")
	cmd.Flags().BoolVar(&accessible, "accessible", false, accessibleHelp)
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

func (c console) report(path, name, out string, plain bool) error {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	if i < 0 {
		return fmt.Errorf("--format: %q is unknown; expected one of %s", name, listed(formatNames()))
	}
	a, text, err := readAssessment(path)
	if err != nil {
		return err
	}
	render := formats[i].render
	if plain && name == "terminal" {
		render = reports.Lines
	}
	if out == "" {
		return render(c.out, a, reports.Options{Width: c.width(), Rows: c.rows() - 1, Color: c.color(), Seal: record.Seal(text)})
	}
	var page bytes.Buffer
	if err := render(&page, a, reports.Options{Rows: endless, Seal: record.Seal(text)}); err != nil {
		return err
	}
	return write(out, page.Bytes())
}
