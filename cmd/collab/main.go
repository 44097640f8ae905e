// Command collab asks an association how its people work together, and says
// where it stands and what to do next.
//
// The program is the command line only: a command is in the file of its name,
// with its options beside it. What is computed is in assess, what is shown in
// reports. folder.go names an association's files, write.go puts them in place, keep.go says
// what a record replaces, finish.go what every assessment ends with, draft.go what is being
// answered, responses.go whose answers count; console.go is all that is asked of the process,
// status.go all that it ends with.
package main

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func main() {
	cobra.MousetrapHelpText = "" // a double-click shows the start page
	c := processConsole()
	ended := run(context.Background(), os.Args[1:], c)
	if ownWindow() && (ended != statusDone || len(os.Args) > 1) {
		c.hold()
	}
	os.Exit(ended)
}

// run is the whole program: it carries out the arguments and gives the exit
// status. Results go to the console's out, everything else to its err.
func run(ctx context.Context, args []string, c console) (exit int) {
	defer func() {
		if v := recover(); v != nil {
			c.reportBug(fmt.Errorf("a mistake in this program ended it: %v", v), debug.Stack())
			exit = statusCouldNot
		}
	}()
	c.commands, c.run = newRootCmd, run
	c.err = c.asTyped(c.err)
	printed := c.watchResults()
	root := newRootCmd(c)
	root.SetArgs(args)
	err := meantName(root, args, root.ExecuteContext(ctx))
	if failed := printed(); failed != nil && status(err) <= statusNo {
		err = failed
	}
	c.complain(err)
	return status(err)
}

func newRootCmd(c console) *cobra.Command {
	var accessible bool
	root := &cobra.Command{
		Use:   "collab",
		Short: "How collaborative is an association, and what should it do next?",
		Long: `collab asks how the people of an association work together, and how they work
with other associations. It shows where the association stands, from
single-handed to collaboration, and what to do next. It needs no internet and
sends nothing anywhere.`,
		Example: `  collab assess                  answer the questions and get the report
  collab report                  see the result again
  collab help method             how it measures, on one page`,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !isTerminal(c.in) || !isTerminal(c.out) {
				return cmd.Help()
			}
			return c.start(cmd.Context(), accessible)
		},
	}
	root.Flags().BoolVar(&accessible, "accessible", false, accessibleHelp)
	root.SetIn(c.in)
	root.SetOut(c.asTyped(c.out)) // of help; results go to the console
	root.SetErr(c.err)
	root.AddCommand(
		newAssessCmd(c),
		newRespondCmd(c),
		newRoomCmd(c),
		newCombineCmd(c),
		newReportCmd(c),
		newDiffCmd(c),
		newTrendCmd(c),
		newMatchCmd(c),
		newPlanCmd(c),
		newRenameCmd(c),
		newSetupCmd(c),
		newVerifyCmd(c),
		newRubricCmd(c),
		newManCmd(c),
		newVersionCmd(c),
	)
	root.InitDefaultCompletionCmd()
	if c, _, err := root.Find([]string{"completion"}); err == nil {
		c.Short = "Complete commands with the Tab key"
	}
	refuseUnknownTopics(root)
	groupHelp(root)
	mendFlagErrors(root)
	root.Version = version // adds the flag
	root.SetVersionTemplate(versionLine())
	return root
}
