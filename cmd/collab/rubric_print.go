package main

import (
	"bytes"

	"github.com/spf13/cobra"

	"collab/assess/asking"
	"collab/assess/sheet"
)

// printOptions are those of rubric print.
type printOptions struct {
	format, page, out string
	roundOptions
}

func newRubricPrintCmd(c console) *cobra.Command {
	var o printOptions
	cmd := &cobra.Command{
		Use:   "print",
		Short: "Make a paper questionnaire to fill in with a pen",
		Long: `Writes a questionnaire for people who answer with a pen: a page to open in a
browser and print, or Markdown to edit in a word processor. Print it at full
size (100 %). To type the answers in later: collab respond --sheet`,
		Example: `  collab rubric print --out questionnaire.html
  collab rubric print --short --page letter --association "Northern Trails Alliance" --out short.html
  collab rubric print --format markdown --out questionnaire.md`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.again = func(more ...string) string { return typedAgain(cmd, nil, more...) }
			return c.printRubric(o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "html", "the `FORMAT`: "+listed(sheet.PaperFormats()))
	f.StringVar(&o.page, "page", "a4", "the size of the `PAPER`: "+listed(sheet.Pages()))
	f.StringVar(&o.out, "out", "", endingHelp(sheet.PaperFormats()))
	roundFlags(cmd, &o.roundOptions)
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		return settleFormat(cmd, args, &o.format, o.out, sheet.PaperFormats())
	}
	for flag, words := range map[string][]string{"format": sheet.PaperFormats(), "page": sheet.Pages()} {
		_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	}
	return cmd
}

func (c console) printRubric(o printOptions) error {
	if err := oneOf("--format", o.format, sheet.PaperFormats()); err != nil {
		return err
	}
	if err := oneOf("--page", o.page, sheet.Pages()); err != nil {
		return err
	}
	round, err := c.askedRound(o.roundOptions)
	if err != nil {
		return err
	}
	if err := mayWriteTo(o.out, "", o.rubric); err != nil {
		return err
	}
	var page bytes.Buffer
	paper := sheet.PaperOptions{Format: o.format, Page: o.page}
	if err := sheet.Paper(&page, asking.NewForm(round, o.notice), paper); err != nil {
		return err
	}
	if err := c.putOut(o.out, page.Bytes()); err != nil {
		return err
	}
	c.noteJointWork(round)
	return nil
}
