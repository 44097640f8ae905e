package main

import (
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func newManCmd(c console) *cobra.Command {
	return &cobra.Command{
		Use:   "man [FOLDER]",
		Short: "Print the manual, or write a page for each command",
		Example: `  collab man > collab.1
  collab man manuals`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := time.Parse(time.DateOnly, dated) // not the clock's: the same program gives the same bytes
			if err != nil {
				return err
			}
			header := &doc.GenManHeader{Section: "1", Source: "collab " + version, Manual: "collab", Date: &day}
			root := cmd.Root()
			root.DisableAutoGenTag = true
			if len(args) == 0 {
				return doc.GenMan(root, header, c.out)
			}
			path, err := filepath.Abs(args[0])
			if err != nil {
				return couldNot(err)
			}
			if err := os.MkdirAll(path, 0o755); err != nil {
				return couldNot(err)
			}
			return couldNot(doc.GenManTree(root, header, path))
		},
	}
}
