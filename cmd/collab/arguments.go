package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"collab/internal/strict"
)

// atMost refuses more arguments than a number. Nearly always they are the words
// of one name, which the shell took apart.
func atMost(most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) <= most {
			return nil
		}
		return advise(fmt.Errorf("%s takes at most %d, but you gave %d: %s", cmd.CommandPath(), most, len(args), listed(args)),
			"Put a name of several words in quotation marks: %s %s", cmd.CommandPath(), typedName(strings.Join(args, " ")))
	}
}

// atLeastOne refuses to do something with nothing, and says what is needed.
func atLeastOne(needed string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return nil
		}
		return fmt.Errorf("%s needs %s", cmd.CommandPath(), needed)
	}
}

// mendFlagErrors says of a slip in a flag what was meant or expected, in words and
// not in those of a library.
func mendFlagErrors(root *cobra.Command) {
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		var unknown *pflag.NotExistError
		var invalid *pflag.InvalidValueError
		switch {
		case errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "int":
			return fmt.Errorf("--%s: %q is not a whole number; expected one such as 15", invalid.GetFlag().Name, invalid.GetValue())
		case errors.As(err, &invalid):
			return fmt.Errorf("--%s: %q is not true or false; give the flag alone", invalid.GetFlag().Name, invalid.GetValue())
		case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "":
			return unknownFlag(cmd, unknown.GetSpecifiedName(), err)
		}
		return advise(err, "To see what it takes: %s --help", cmd.CommandPath())
	})
}

func unknownFlag(cmd *cobra.Command, name string, err error) error {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if folders := foldersOf[cmd.Name()]; name == "dir" && folders != "" {
		return advise(fmt.Errorf("%s has no flag --dir", cmd.CommandPath()), "Give the folder itself: %s %s", cmd.CommandPath(), folders)
	}
	if near, found := strict.Nearest(name, names); found {
		return fmt.Errorf("%s has no flag --%s; did you mean --%s?", cmd.CommandPath(), name, near)
	}
	return advise(err, "To see what it takes: %s --help", cmd.CommandPath())
}

// foldersOf are the arguments of commands that are told of associations by their folders,
// in place of the flag that others have.
var foldersOf = map[string]string{
	"report": "FOLDER", "plan": "FOLDER", "diff": "FOLDER", "verify": "FOLDER", "match": "FOLDER FOLDER",
}

// refuseUnknownTopics lets help end with an error where nothing has the name
// that was asked for: cobra's own shows a page of usage, and ends well.
func refuseUnknownTopics(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	all := root.Commands()
	help := all[slices.IndexFunc(all, func(c *cobra.Command) bool { return c.Name() == "help" })]
	help.Short = "Show this, or the help of a command"
	help.Long = "Shows what collab can do, or the help of a command, or a page on a subject."
	help.Example = "  collab help\n  collab help method"
	help.AddCommand(helpTopics()...)
	help.RunE = func(_ *cobra.Command, words []string) error {
		found, rest, _ := root.Find(words) // what it does not find is the rest
		if len(rest) > 0 {
			return unknownTopic(found, rest[0])
		}
		found.InitDefaultHelpFlag()
		return found.Help()
	}
}

func unknownTopic(of *cobra.Command, word string) error {
	var names []string // cobra's suggestions leave the topics out
	for _, c := range of.Commands() {
		names = append(names, c.Name())
	}
	if of == of.Root() {
		for _, topic := range helpTopics() {
			names = append(names, topic.Name())
		}
	}
	if near, found := strict.Nearest(word, names); found {
		return fmt.Errorf("%s has no command %q; did you mean %s?", of.CommandPath(), word, near)
	}
	return advise(fmt.Errorf("%s has no command %q", of.CommandPath(), word), "To see what it takes: %s --help", of.CommandPath())
}

// meantName is the error of an unknown command: a name may be meant, of an association
// or of its folder.
func meantName(root *cobra.Command, args []string, err error) error {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return err
	}
	meant := root.SuggestionsFor(args[0])
	switch _, _, unknown := root.Find(args[:1]); {
	case unknown == nil:
		return err
	case len(meant) > 0:
		if near, found := strict.Nearest(args[0], meant); found {
			meant = []string{near}
		}
		return advise(fmt.Errorf("%s has no command %q", programName, args[0]), "Did you mean: %s %s", programName, strings.Join(meant, "\nor: "+programName+" "))
	case exists((folder{args[0]}).file(recordFile)):
		return advise(err, "To see the assessment in that folder: collab report %s", typedPath(args[0]))
	}
	return advise(err, "To answer for an association of that name: collab assess %s\nTo see all commands: collab help", typedName(args[0]))
}

// argument is a path as it is typed here behind a command; nothing for the
// folder one is in. Where the shell is elsewhere, it is the whole path.
func (c console) argument(path string) string {
	here, err := c.getwd()
	if err != nil || c.away {
		return typedPath(path)
	}
	short, err := filepath.Rel(here, path)
	switch {
	case err != nil || strings.HasPrefix(short, ".."):
		short = path
	case short == ".":
		return ""
	}
	return typedPath(short)
}
