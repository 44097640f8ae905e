package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"collab/assess/asking"
	"collab/assess/survey"
	"collab/assess/survey/forms"
	"collab/reports/schema"
)

// exportOptions are those of rubric export.
type exportOptions struct {
	format, out string
	roundOptions
}

// exportFormats are what may be asked for.
func exportFormats() []string {
	names := []string{"csv", "schema"}
	for _, f := range forms.Formats() {
		names = append(names, f.Name)
	}
	return append(names, pageFormat)
}

func newRubricExportCmd(c console) *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use:   "export --format " + strings.Join(exportFormats(), "|"),
		Short: "Make a form for your form tool, a survey table or a JSON Schema",
		Long: `Makes a form with all questions, answers and explanations: google for Google
Forms, xlsform for KoboToolbox and ODK, limesurvey, qualtrics, and word for
Microsoft Forms. The steps for each tool: collab help forms

page makes one file for phones. Put the file on your website, or send it; some
phones show a sent file only as a preview that does not work. People answer
without an account or a connection. At the end each person has a code. Type in the
codes with collab respond --code.

csv is the first row of a survey table for collab combine --csv. Add one row for
each person.

schema is only for people who edit collab's files by hand: a text editor that
knows this JSON Schema (draft 2020-12) completes what you type and marks errors.
In VS Code with the YAML extension, begin a file with this line:

  # yaml-language-server: $schema=collab.schema.json

Or set it for all files of a folder in .vscode/settings.json:

  {"yaml.schemas": {"collab.schema.json": ["*.yaml", "responses/*.yaml"]}}`,
		Example: `  collab rubric export --format google --association "Lakes Guild" --joint-about "Trail conference" --joint-scope between --out form.gs
  collab rubric export --format xlsform --short --association "Lakes Guild" --out form.xlsx
  collab rubric export --format limesurvey --second-round --dir examples/lakes-guild --out again.txt
  collab rubric export --format page --association "Lakes Guild" --joint-about "Trail conference" --joint-scope between --out answers.html
  collab rubric export --format csv --out survey.csv
  collab rubric export --format schema --out collab.schema.json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.again = func(more ...string) string { return typedAgain(cmd, nil, more...) }
			return c.exportRubric(o)
		},
	}
	names := exportFormats()
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "", "the `FORMAT`: "+listed(names))
	f.StringVar(&o.out, "out", "", endingHelp(names))
	roundFlags(cmd, &o.roundOptions)
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		return settleFormat(cmd, args, &o.format, o.out, names)
	}
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (c console) exportRubric(o exportOptions) error {
	if o.format == "" {
		return advise(errors.New("--format is missing; expected one of "+listed(exportFormats())), "For Google Forms: %s", o.again("--format google", "--out form.gs"))
	}
	if err := oneOf("--format", o.format, exportFormats()); err != nil {
		return err
	}
	if o.format == "schema" && o.ofRound() {
		return errors.New("--format schema covers all versions and rounds; use only --rubric and --out with it")
	}
	if err := mayWriteTo(o.out, "", o.rubric); err != nil {
		return err
	}
	round, err := c.askedRound(o.roundOptions)
	if err != nil {
		return err
	}
	if form, is := o.form(); is {
		return c.exportForm(form, round, o)
	}
	if o.format == pageFormat {
		return c.exportPage(round, o)
	}
	var text bytes.Buffer
	if o.format == "schema" {
		err = schema.Write(&text, round.Rubric)
	} else {
		err = surveyHeader(&text, round)
	}
	if err == nil {
		err = c.putOut(o.out, text.Bytes())
	}
	if err == nil && o.format == "csv" {
		fmt.Fprint(c.err, cellsExplained)
		if !round.Again {
			fmt.Fprint(c.err, columnsExplained)
		}
	}
	return err
}

// What stands beside the header, which has no room for it.
const cellsExplained = `A cell holds a rank, a stage's id, dk (don't know), na (does not apply) or nothing.
`
const columnsExplained = `The questions' columns are needed. These may be left out:
  respondent              who it is; kept nowhere, only to find a person twice
  role, code              the role; a word that links a person's answers over the years
  target.TRAIT            the stage that is needed, or today_is_right
  priorities, hurdles     ids, separated by a space, or what was ticked, by commas; hurdle_worst is one of the hurdles
  aim.FORM                have, exploring or not_considering
  fact.FACT               yes, no or dk
`

// surveyHeader writes the header of a survey table.
func surveyHeader(w io.Writer, round asking.Round) error {
	out := csv.NewWriter(w)
	if err := out.Write(survey.Header(round)); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}
