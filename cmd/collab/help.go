package main

import (
	"embed"
	"fmt"

	"github.com/spf13/cobra"
)

//go:embed help/*.txt
var helpTexts embed.FS

// helpTopics are pages of the help that are no commands.
func helpTopics() []*cobra.Command {
	return []*cobra.Command{
		helpTopic("method", "How collab measures"),
		helpTopic("files", "Which files collab writes, and where"),
		helpTopic("formats", "Pages, slides, Word, tables: what each is for"),
		helpTopic("forms", "Surveys with Google, Kobo, Microsoft and others"),
		helpTopic("room", "Phones in a room: network, privacy, what to do"),
	}
}

// helpTopic is a command that does nothing: cobra shows its text as help.
func helpTopic(name, short string) *cobra.Command {
	topic := &cobra.Command{Use: name, Short: short}
	topic.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		text, err := helpTexts.ReadFile("help/" + name + ".txt")
		if err != nil {
			panic(err) // the texts are embedded
		}
		fmt.Fprint(cmd.OutOrStdout(), string(text))
	})
	return topic
}
