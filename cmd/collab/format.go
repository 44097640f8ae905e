package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"collab/reports"
)

// A format is a form in which a T can be shown, by its name on the command line.
type format[T any] struct {
	name   string
	render renderer[T]
}

// A renderer writes a T in one form.
type renderer[T any] func(io.Writer, T, reports.Options) error

// withoutOptions makes a renderer of a function that needs no options.
func withoutOptions[T any](write func(io.Writer, T) error) renderer[T] {
	return func(w io.Writer, of T, _ reports.Options) error { return write(w, of) }
}

// namesOf are the names of formats, in the order of the help.
func namesOf[T any](formats []format[T]) []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// A view is how the flags want something shown.
type view struct {
	format, out string
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
	"schema":       {".json"},
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
		return fmt.Errorf("--out: %s has the ending of %s, and --format is %s; expected one and the same", filepath.Base(out), ends, *format)
	}
	return nil
}

// noSuchEnding names the endings that a command writes. Of a PDF it says how to make
// one, where the command writes a page.
func noSuchEnding(cmd *cobra.Command, args []string, out string, names []string) error {
	ending := filepath.Ext(out)
	said := fmt.Sprintf("%s writes no file that ends in %s", cmd.CommandPath(), ending)
	if ending == "" {
		said = fmt.Sprintf("%s has no ending to say its format", filepath.Base(out))
	}
	err := fmt.Errorf("--out: %s; expected one of %s", said, listed(usualEndings(names)))
	if !strings.EqualFold(ending, ".pdf") || !slices.Contains(names, "html") {
		return err
	}
	page := []string{"--out " + typedPath(strings.TrimSuffix(out, ending)+".html")}
	if cmd.Flags().Changed("format") {
		page = append(page, "--format html")
	}
	return advise(err, "For a PDF make a page, open it in a browser and print it there to PDF: %s", typedAgain(cmd, args, page...))
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
	return "write to this `FILE` instead of the terminal; unless --format is given, its ending says the format: " + listed(usualEndings(names))
}

// viewFlags adds the flags of a view to a command whose formats have names.
func viewFlags(cmd *cobra.Command, v *view, names []string) {
	cmd.Flags().StringVar(&v.format, "format", names[0], "the `FORMAT`: "+listed(names))
	cmd.Flags().StringVar(&v.out, "out", "", endingHelp(names))
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		v.again = func(path string) string { return typedAgain(cmd, []string{path}) }
		return settleFormat(cmd, args, &v.format, v.out, names)
	}
	cmd.Flags().BoolVar(&v.accessible, "accessible", false, accessibleHelp)
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
}

// pick is the renderer that a view asks for. The first format is that of the
// terminal, and the lines stand in for it where somebody listens.
func pick[T any](c console, v view, formats []format[T], lines renderer[T]) (renderer[T], error) {
	i := slices.IndexFunc(formats, func(f format[T]) bool { return f.name == v.format })
	if i < 0 {
		return nil, fmt.Errorf("--format: %q is unknown; expected one of %s", v.format, listed(namesOf(formats)))
	}
	if i == 0 && c.plain(v.accessible) {
		return lines, nil
	}
	return formats[i].render, nil
}

// present prints something, or writes it to a file. The options say what there
// is to tell of it; how it looks depends on where it goes.
func present[T any](c console, of T, o reports.Options, out string, render renderer[T]) error {
	if out == "" {
		o.Width, o.Rows, o.Color = c.width(), c.rows()-1, c.color()
		return render(c.out, of, o)
	}
	var page bytes.Buffer
	o.Rows = endless
	if err := render(&page, of, o); err != nil {
		return err
	}
	return c.writeOut(out, page.Bytes())
}

// writeOut writes what --out asks for, and says where it is.
func (c console) writeOut(out string, text []byte) error {
	if err := write(out, text); err != nil {
		return err
	}
	full, err := filepath.Abs(out)
	if err != nil {
		full = out
	}
	fmt.Fprintf(c.err, " Written: %s\n", reports.Plain(full))
	return nil
}
