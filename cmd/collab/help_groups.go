package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// A helpGroup is what people want to do, and the commands for it.
type helpGroup struct {
	id, title string
	commands  []string
}

// helpGroups are those of the help, in order. Each command is in one.
func helpGroups() []helpGroup {
	return []helpGroup{
		{"answer", "Answer", []string{"assess", "room", "respond", "combine"}},
		{"read", "Read and show a result", []string{"report", "plan", "diff", "trend", "match"}},
		{"prepare", "Prepare paper, surveys and your own questions", []string{"rubric"}},
		{"keep", "Keep the files in order", []string{"verify", "rename", "setup"}},
		{"program", "The program itself", []string{"help", "completion", "man", "version"}},
	}
}

// groupHelp has the help list commands by what people want to do.
func groupHelp(root *cobra.Command) {
	for _, g := range helpGroups() {
		root.AddGroup(&cobra.Group{ID: g.id, Title: g.title})
		for _, name := range g.commands {
			if c, _, err := root.Find([]string{name}); err == nil && c != root {
				c.GroupID = g.id
			}
		}
	}
	usual := root.HelpFunc()
	root.SetHelpFunc(func(cmd *cobra.Command, args []string) {
		if cmd != root {
			usual(cmd, args)
			return
		}
		fmt.Fprint(cmd.OutOrStdout(), overview(root))
	})
}

// overview is the help of the program as a whole.
func overview(root *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", root.Long)
	line := func(name, says string) { fmt.Fprintf(&b, "  %-20s %s\n", name, says) }
	for _, g := range root.Groups() {
		fmt.Fprintf(&b, "\n%s\n", g.Title)
		for _, name := range commandsOf(g.ID) {
			if c, _, err := root.Find([]string{name}); err == nil && c != root {
				line(root.Name()+" "+name, c.Short)
			}
		}
	}
	b.WriteString("\nRead more\n")
	for _, topic := range helpTopics() {
		line(root.Name()+" help "+topic.Name(), topic.Short)
	}
	fmt.Fprintf(&b, "\nExamples and flags of a command: %s assess --help\n", root.Name())
	return b.String()
}

func commandsOf(id string) []string {
	for _, g := range helpGroups() {
		if g.id == id {
			return g.commands
		}
	}
	return nil
}
