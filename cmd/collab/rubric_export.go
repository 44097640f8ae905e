package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/survey"
	"collab/reports/schema"
	"collab/rubric"
)

// exportOptions are those of rubric export.
type exportOptions struct {
	format, rubric, out string
	short               bool
}

// exportFormats are what may be asked for.
var exportFormats = []string{"csv", "schema"}

func newRubricExportCmd(c console) *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use:   "export --format csv|schema",
		Short: "Export the header of a survey table, or a JSON Schema for your editor",
		Long: `csv is the first row of a survey table, for collab combine --csv: a row below it
for each person. A form tool may ask the questions' prompts and offer the
descriptions of the stages instead: its table is read as it comes.

schema is one JSON Schema (draft 2020-12) of responses, shows of hands, records
and rubrics: an editor completes what is typed and marks what is wrong. With the
YAML extension of VS Code, begin a file with this line:

  # yaml-language-server: $schema=collab.schema.json

or name it for all files of a folder in .vscode/settings.json:

  {"yaml.schemas": {"collab.schema.json": ["*.yaml", "responses/*.yaml"]}}`,
		Example: `  collab rubric export --format csv --out survey.csv
  collab rubric export --format csv --short
  collab rubric export --format schema --out collab.schema.json`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return c.exportRubric(o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "", "the `FORMAT`: "+listed(exportFormats))
	f.StringVar(&o.rubric, "rubric", "", "export this rubric `FILE` instead of the default one")
	f.BoolVar(&o.short, "short", false, "of csv: the short form (the schema knows both)")
	f.StringVar(&o.out, "out", "", endingHelp(exportFormats))
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		return settleFormat(cmd, args, &o.format, o.out, exportFormats)
	}
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(exportFormats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (c console) exportRubric(o exportOptions) error {
	if err := oneOf("--format", o.format, exportFormats); err != nil {
		return err
	}
	if o.short && o.format == "schema" {
		return errors.New("--short: a schema knows both lengths; expected it with --format csv only")
	}
	if err := mayWriteTo(o.out, "", o.rubric); err != nil {
		return err
	}
	r, err := rubricOrDefault(o.rubric)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if o.format == "schema" {
		err = schema.Write(&text, r)
	} else {
		err = surveyHeader(&text, r, o.short)
	}
	if err != nil {
		return err
	}
	if o.out != "" {
		err = c.writeOut(o.out, text.Bytes())
	} else {
		_, err = c.out.Write(text.Bytes())
	}
	if err == nil && o.format == "csv" {
		fmt.Fprint(c.err, columnsExplained)
	}
	return err
}

// columnsExplained stands beside the header, which has no room for it.
const columnsExplained = `A cell holds a rank, a stage's id, dk (don't know), na (does not apply) or nothing.
The questions' columns are needed. These may be left out:
  respondent              who it is; kept nowhere, only to find a person twice
  role, code              the role; a word that links a person's answers over the years
  target.TRAIT            the stage that is needed, or today_is_right
  priorities, hurdles     ids, separated by a space, or what was ticked, by commas; hurdle_worst is one of the hurdles
  aim.FORM                have, exploring or not_considering
  fact.FACT               met, not_met or dk
`

// surveyHeader writes the header of a survey table.
func surveyHeader(w io.Writer, r *rubric.Rubric, short bool) error {
	round := asking.Round{Rubric: r, Length: assess.Full}
	if short {
		round.Length = assess.Short
	}
	out := csv.NewWriter(w)
	if err := out.Write(survey.Header(round)); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}
