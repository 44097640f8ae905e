package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/reports/record"
)

// version is that of the program; CHANGELOG.md says what it holds.
const version = "0.1.0"

// dated is the day of that version, which its manual pages bear.
const dated = "2026-11-23"

func newVersionCmd(c console) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  collab version",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprint(c.out, versionLine())
			return err
		},
	}
}

func versionLine() string {
	return fmt.Sprintf("collab %s (method %d, format %d, %s/%s)\n", version, record.Method, assess.Format, runtime.GOOS, runtime.GOARCH)
}
