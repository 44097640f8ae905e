package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A view is how the flags want something shown.
type view struct {
	format, out string
	accessible  bool
	again       func(path string) string // this command with its flags, about another path
}

// endings are those of files in a format, the usual one first. That of the
// terminal has none.
var endings = map[string][]string{
	"markdown":     {".md", ".markdown"},
	"html":         {".html", ".htm"},
	documentFormat: {".docx"},
	"json":         {".json"},
	"csv":          {".csv"},
}

// formatOf is the one of some formats that the ending of a file belongs to; empty
// where it belongs to none.
func formatOf(path string, names []string) string {
	ending := strings.ToLower(filepath.Ext(path))
	for _, name := range names {
		if slices.Contains(endings[name], ending) {
			return name
		}
	}
	return ""
}

// settleFormat lets the ending of --out say the format that --format does not, and
// refuses two that contradict each other.
func settleFormat(flags *pflag.FlagSet, format *string, out string, names []string) error {
	ends := formatOf(out, names)
	switch {
	case ends == "" || ends == *format:
	case !flags.Changed("format"):
		*format = ends
	case slices.Contains(names, *format):
		return fmt.Errorf("--out: %s has the ending of %s, and --format is %s; expected one and the same", filepath.Base(out), ends, *format)
	}
	return nil
}

// endingHelp says in the help of --out which endings count.
func endingHelp(names []string) string {
	var known []string
	for _, name := range names {
		if of := endings[name]; of != nil {
			known = append(known, of[0])
		}
	}
	return "write to this `FILE` instead of the terminal; unless --format is given, its ending says the format: " + listed(known)
}

// viewFlags adds the flags of a view to a command whose formats have names.
func viewFlags(cmd *cobra.Command, v *view, names []string) {
	cmd.Flags().StringVar(&v.format, "format", names[0], "the `FORMAT`: "+listed(names))
	cmd.Flags().StringVar(&v.out, "out", "", endingHelp(names))
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error {
		v.again = func(path string) string { return typedAgain(cmd, []string{path}) }
		return settleFormat(cmd.Flags(), &v.format, v.out, names)
	}
	cmd.Flags().BoolVar(&v.accessible, "accessible", false, accessibleHelp)
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
}
