package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"collab/internal/strict"
)

// atMost refuses more arguments than a number. Nearly always they are the words
// of one name, which the shell took apart.
func atMost(most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) <= most {
			return nil
		}
		return advise(fmt.Errorf("%s takes %d at most, and there are %d: %s", cmd.CommandPath(), most, len(args), listed(args)),
			"A name of several words goes in quotation marks: %s %s", cmd.CommandPath(), typedName(strings.Join(args, " ")))
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

// refuseUnknownTopics lets help end with an error where nothing has the name
// that was asked for: cobra's own shows a page of usage, and ends well.
func refuseUnknownTopics(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	all := root.Commands()
	help := all[slices.IndexFunc(all, func(c *cobra.Command) bool { return c.Name() == "help" })]
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
	if near, found := strict.Nearest(word, names); found {
		return fmt.Errorf("%s has no %q; did you mean %s?", of.CommandPath(), word, near)
	}
	return advise(fmt.Errorf("%s has no %q", of.CommandPath(), word), "What there is: %s --help", of.CommandPath())
}
