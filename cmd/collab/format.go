package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// A view is how the flags want something shown.
type view struct {
	format, out string
	formats     []string // that the command writes
	accessible  bool
	again       func(path string) string // this command with its flags, about another path
}

// endings are those of files in a format, the usual one first.
var endings = map[string][]string{
	"terminal":     {".txt"},
	"markdown":     {".md", ".markdown"},
	"html":         {".html", ".htm"},
	documentFormat: {".docx"},
	"json":         {".json"},
	"csv":          {".csv"},
	"svg":          {".svg"},
	"png":          {".png"},
	"ics":          {".ics"},
	"schema":       {".json"},
	pageFormat:     {".html", ".htm"},
	"google":       {".gs", ".js"},
	"xlsform":      {".xlsx"},
	"limesurvey":   {".txt"},
	"qualtrics":    {".txt"},
	"word":         {".docx"},
}

// formatOf is the one of some formats that the ending of a file belongs to; empty
// where it belongs to none.
func formatOf(path string, names []string) string {
	if of := formatsOf(path, names); len(of) > 0 {
		return of[0]
	}
	return ""
}

// formatsOf are all formats that the ending of a file belongs to.
func formatsOf(path string, names []string) (of []string) {
	ending := strings.ToLower(filepath.Ext(path))
	for _, name := range names {
		if slices.Contains(endings[name], ending) {
			of = append(of, name)
		}
	}
	return of
}

// settleFormat lets the ending of --out say the format that --format does not. It
// refuses two that contradict each other, and an ending that no format has: what is
// named .pdf and is none would be sent on as it is.
func settleFormat(cmd *cobra.Command, args []string, format *string, out string, names []string) error {
	if out == "" {
		return nil
	}
	ends := formatOf(out, names)
	switch {
	case slices.Contains(names, *format) && formatOf(out, []string{*format}) != "":
	case len(formatsOf(out, names)) > 1:
		return fmt.Errorf("--out: %s may be %s; expected one of them with --format", filepath.Base(out), strings.Join(formatsOf(out, names), " or "))
	case ends == "":
		if err := mayWriteTo(out, ""); err != nil {
			return err
		}
		return noSuchEnding(cmd, args, out, names)
	case !cmd.Flags().Changed("format"):
		*format = ends
	case slices.Contains(names, *format):
		return fmt.Errorf("--out: %s ends like %s, but --format is %s; make them agree", filepath.Base(out), ends, *format)
	}
	return nil
}

// noSuchEnding names the endings that a command writes. Of a PDF it says how to make
// one, where the command writes a page.
func noSuchEnding(cmd *cobra.Command, args []string, out string, names []string) error {
	ending := filepath.Ext(out)
	if slide, _ := cmd.Flags().GetBool("slide"); slide {
		names = []string{"svg", "png", "html"}
	}
	said := fmt.Sprintf("%s cannot write files that end in %s", cmd.CommandPath(), ending)
	if ending == "" {
		said = fmt.Sprintf("%s has no ending that shows its format", filepath.Base(out))
	}
	err := fmt.Errorf("--out: %s; expected one of %s", said, listed(usualEndings(names)))
	if !strings.EqualFold(ending, ".pdf") || !slices.Contains(names, "html") {
		return err
	}
	page := []string{"--out " + typedPath(strings.TrimSuffix(out, ending)+".html")}
	if cmd.Flags().Changed("format") {
		page = append(page, "--format html")
	}
	return advise(err, "For a PDF, write a page, open it in a browser and print it to PDF: %s", typedAgain(cmd, args, page...))
}

// usualEndings are the endings of some formats, as they are named to people.
func usualEndings(names []string) []string {
	var known []string
	for _, name := range names {
		if usual := endings[name][0]; !slices.Contains(known, usual) {
			known = append(known, usual)
		}
	}
	return known
}

// endingHelp says in the help of --out which endings count.
func endingHelp(names []string) string {
	return "write to this `FILE`; its ending sets the format: " + listed(usualEndings(names))
}

// viewFlags adds the flags of a view to a command whose formats have names.
func viewFlags(cmd *cobra.Command, v *view, names []string) {
	v.formats = names
	cmd.Flags().StringVar(&v.format, "format", names[0], "the `FORMAT`: "+listed(names))
	cmd.Flags().StringVar(&v.out, "out", "", endingHelp(names))
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		v.again = func(path string) string { return typedAgain(cmd, []string{path}) }
		return settleFormat(cmd, args, &v.format, v.out, names)
	}
	cmd.Flags().BoolVar(&v.accessible, "accessible", false, accessibleHelp)
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
}

// pageFormat is the format of the page for phones.
const pageFormat = "page"

func oneOf(flag, word string, words []string) error {
	if !slices.Contains(words, word) {
		return fmt.Errorf("%s: %q is unknown; expected one of %s", flag, word, listed(words))
	}
	return nil
}
