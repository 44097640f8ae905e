package main

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/assess/sheet"
)

// printOptions are those of rubric print.
type printOptions struct {
	rubric, association, date string
	short                     bool
	format, page, out         string
}

// paperFormats and pages are what may be asked for, the usual first.
var (
	paperFormats = []string{string(sheet.PaperHTML), string(sheet.PaperMarkdown)}
	pages        = []string{string(sheet.A4), string(sheet.Letter)}
)

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
		RunE: func(*cobra.Command, []string) error { return c.printRubric(o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.rubric, "rubric", "", "print this rubric `FILE` instead of the default one")
	f.BoolVar(&o.short, "short", false, "print the short version")
	f.StringVar(&o.association, "association", "", "the association's `NAME` (default: a line to write it on)")
	f.StringVar(&o.date, "date", "", "the `DATE`, such as 2026-11-23 (default: a line to write it on)")
	f.StringVar(&o.format, "format", paperFormats[0], "the `FORMAT`: "+listed(paperFormats))
	f.StringVar(&o.page, "page", pages[0], "the size of the `PAPER`: "+listed(pages))
	f.StringVar(&o.out, "out", "", endingHelp(paperFormats))
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		return settleFormat(cmd, args, &o.format, o.out, paperFormats)
	}
	for flag, words := range map[string][]string{"format": paperFormats, "page": pages} {
		_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	}
	return cmd
}

func (c console) printRubric(o printOptions) error {
	r, err := rubricOrDefault(o.rubric)
	if err != nil {
		return err
	}
	paper, err := o.paper()
	if err != nil {
		return err
	}
	if err := mayWriteTo(o.out, "", o.rubric); err != nil {
		return err
	}
	if o.out == "" {
		return sheet.Paper(c.out, r, paper)
	}
	var page bytes.Buffer
	if err := sheet.Paper(&page, r, paper); err != nil {
		return err
	}
	return c.writeOut(o.out, page.Bytes())
}

// paper checks the options.
func (o printOptions) paper() (sheet.PaperOptions, error) {
	p := sheet.PaperOptions{Length: assess.Full, Format: sheet.PaperFormat(o.format), Page: sheet.Page(o.page)}
	if o.short {
		p.Length = assess.Short
	}
	if err := oneOf("--format", o.format, paperFormats); err != nil {
		return p, err
	}
	if err := oneOf("--page", o.page, pages); err != nil {
		return p, err
	}
	if o.association != "" {
		name, err := assess.Name(o.association)
		if err != nil {
			return p, fmt.Errorf("--association: %w", err)
		}
		p.Association = name
	}
	if o.date != "" {
		date, err := assess.ParseDate(o.date)
		if err != nil {
			return p, fmt.Errorf("--date: %w", err)
		}
		p.Date = date.Long()
	}
	return p, nil
}

func oneOf(flag, word string, words []string) error {
	if !slices.Contains(words, word) {
		return fmt.Errorf("%s: %q is unknown; expected one of %s", flag, word, listed(words))
	}
	return nil
}
