package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"collab/assess/sheet"
	"collab/internal/strict"
	"collab/rubric"
)

func newRubricCmd(c console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rubric",
		Short: "Show, print, check or export the questions",
		Long: `A rubric is the questionnaire: the stages, the questions with their answers, the
targets, the hurdles and the forms of collaboration. The program comes with one.
Copy it to make your own.`,
		Example: `  collab rubric show
  collab rubric print --out questionnaire.html
  collab rubric show --source > my.yaml
  collab rubric check my.yaml
  collab rubric export --format csv --out survey.csv`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newRubricShowCmd(c), newRubricPrintCmd(c), newRubricCheckCmd(c), newRubricExportCmd(c))
	return cmd
}

func newRubricShowCmd(c console) *cobra.Command {
	var path string
	var source bool
	cmd := &cobra.Command{
		Use:   "show",
		Short: "Show the questions and their answers",
		Example: `  collab rubric show
  collab rubric show --rubric my.yaml
  collab rubric show --source > my.yaml`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			r, err := rubricOrDefault(path)
			if err != nil {
				return err
			}
			if source {
				return c.source(r)
			}
			return sheet.Questionnaire(c.out, r, c.width())
		},
	}
	cmd.Flags().StringVar(&path, "rubric", "", "show this rubric `FILE` instead of the default one")
	cmd.Flags().BoolVar(&source, "source", false, "print the file itself, to copy and change")
	return cmd
}

// source prints the file of a rubric: byte by byte to another program, and without
// what steers a terminal to one.
func (c console) source(r *rubric.Rubric) error {
	text := string(r.Text())
	if isTerminal(c.out) {
		text = strings.Map(func(char rune) rune {
			if char == '\n' {
				return char
			}
			return strict.PlainRune(char)
		}, text)
	}
	_, err := io.WriteString(c.out, text)
	return err
}

func newRubricCheckCmd(c console) *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE...",
		Short: "Check your own rubric and list everything that is wrong",
		Long: `Lists everything that is wrong with a rubric of your own, each with its line.

If the words of a question change, its new answers are not compared with the
earlier ones. If you translated a rubric, or only corrected its wording, declare
which questions ask the same as before, and give a reason.
Each question has a short code that stands for its words. You find the codes in
an earlier record, under wording. Write them like this:

  equivalent:
    reason: Translated into German; two people checked the meaning.
    trust.reliance: [d3ac5a]

Every comparison then says that these questions were declared equivalent.`,
		Example: `  collab rubric show --source > my.yaml
  collab rubric check my.yaml`,
		Args: atLeastOne("a rubric to check: FILE..."),
		RunE: func(_ *cobra.Command, paths []string) error {
			var worst error
			for _, path := range paths {
				if err := c.checkRubric(path); err != nil {
					c.complain(err)
					worst = outcome{max(status(worst), status(err)), errQuiet}
				}
			}
			return worst
		},
	}
}

func (c console) checkRubric(path string) error {
	r, err := readRubric(path)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s is correct: %s, %d stages, %d questions, digest %s\n",
		strict.Plain(path), r.Ref(), r.K(), len(r.Questions()), r.Digest[:12])
	c.tellEquivalent(r)
	return nil
}

// tellEquivalent names what a rubric declares to ask the same as other wordings.
func (c console) tellEquivalent(r *rubric.Rubric) {
	if r.Equivalent == "" {
		return
	}
	fmt.Fprintf(c.out, "It declares questions equivalent to other wordings (%s):\n", strict.Plain(r.Equivalent))
	for _, q := range r.Questions() {
		if len(q.Replaces) > 0 {
			fmt.Fprintf(c.out, "  %s: %s\n", q.ID, listed(q.Replaces))
		}
	}
}
