package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"collab/internal/strict"
	"collab/reports/content"
	"collab/reports/figure"
	"collab/reports/html"
	"collab/reports/lines"
	"collab/reports/markdown"
	"collab/reports/screen"
	"collab/reports/slide"
	"collab/reports/word"
)

// A showing is what a command has to show: a report for people, figures for programs.
type showing struct {
	report    content.Report
	csv, json func(io.Writer) error // nil where there are no figures of it
	calendar  func(io.Writer) error // of a plan alone
	whole     bool                  // a screen shows more than its board page
}

// figures make a function of those that write figures of a T.
func figures[T any](write func(io.Writer, T) error, of T) func(io.Writer) error {
	return func(w io.Writer) error { return write(w, of) }
}

// A styling is how a format is to show it.
type styling struct {
	screen.Size
	listened bool   // by somebody who hears it, in place of a screen
	whole    bool   // more than the page that a screen begins with
	template []byte // of a document; plain looks where it is nil
}

// A format is a form in which anything is shown, by its name on the command line.
type format struct {
	name  string
	write func(io.Writer, showing, styling) error
	slide bool // it shows a slide and nothing else
	plan  bool // it shows a plan and nothing else
}

// formats are in the order of the help; the first is that of the terminal.
var formats = []format{
	{name: "terminal", write: writeScreen},
	{name: "markdown", write: func(w io.Writer, s showing, _ styling) error { return markdown.Write(w, s.report) }},
	{name: "html", write: func(w io.Writer, s showing, _ styling) error { return html.Write(w, s.report) }},
	{name: documentFormat, write: func(w io.Writer, s showing, set styling) error { return word.Write(w, s.report, set.template) }},
	{name: "json", write: func(w io.Writer, s showing, _ styling) error { return s.json(w) }},
	{name: "csv", write: func(w io.Writer, s showing, _ styling) error { return s.csv(w) }},
	{name: "svg", slide: true, write: func(w io.Writer, s showing, _ styling) error { return slide.WriteSVG(w, s.report) }},
	{name: "png", slide: true, write: writePNG},
	{name: "ics", plan: true, write: func(w io.Writer, s showing, _ styling) error { return s.calendar(w) }},
}

// formatNames are those of formats, in the order of the help: of a slide, or of anything.
func formatNames(slide bool) []string {
	var names []string
	for _, f := range formats {
		if !f.plan && (slide || !f.slide) {
			names = append(names, f.name)
		}
	}
	return names
}

func writePNG(w io.Writer, s showing, _ styling) error {
	err := slide.WritePNG(w, s.report)
	if errors.Is(err, figure.ErrNoLetters) {
		return advise(fmt.Errorf("--format png: %w", err), "Make an SVG of it, which takes any letters: --out slide.svg")
	}
	return err
}

// writeScreen writes for a terminal: the board page, where there is one, for a screen
// holds no more.
func writeScreen(w io.Writer, s showing, set styling) error {
	if set.listened {
		return lines.Write(w, s.report, min(set.Width, widestLine))
	}
	onBoard := func(s content.Section) bool { return s.Sheet == content.Board }
	if !set.whole && !s.whole && slices.ContainsFunc(s.report.Sections, onBoard) {
		return screen.Write(w, s.report.On(content.Board), set.Size)
	}
	return screen.Write(w, s.report, set.Size)
}

// widestLine is what a screen reader's user takes in at once.
const widestLine = 100

// check finds the format that a view asks for. Figures tells whether there are any.
func (v view) check(figures bool) (format, error) {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == v.format && slices.Contains(v.formats, f.name) })
	switch {
	case i < 0 && formatOf("."+v.format, v.formats) != "":
		return format{}, fmt.Errorf("--format: %q is unknown; did you mean %s?", v.format, formatOf("."+v.format, v.formats))
	case i < 0:
		return format{}, fmt.Errorf("--format: %q is unknown; expected one of %s", v.format, listed(v.formats))
	case !figures && (v.format == "json" || v.format == "csv"):
		return format{}, fmt.Errorf("--format %s: it holds the figures of the whole assessment; leave out --board, --slide and --agenda", v.format)
	}
	return formats[i], nil
}

// styling is how something is shown that goes where a view wants it.
func (c console) styling(v view) styling {
	set := styling{Size: screen.Size{Width: usualWidth}, listened: c.plain(v.accessible)}
	if set.whole = v.out != ""; !set.whole {
		set.Size = c.screenSize(1)
	}
	return set
}

// screenSize is that of the terminal that results go to, less some rows.
func (c console) screenSize(less int) screen.Size {
	size := screen.Size{Width: c.width(), Rows: c.rows() - less - c.below, Color: c.color()}
	if c.rows() == endless {
		size.Rows = 0
	}
	return size
}

// present prints something, or writes it to a file.
func (c console) present(s showing, v view, set styling) error {
	f, err := v.check(s.csv != nil)
	if err != nil {
		return err
	}
	if v.out == "" {
		return f.write(c.out, s, set)
	}
	var page bytes.Buffer
	if err := f.write(&page, s, set); err != nil {
		return err
	}
	return c.writeOut(v.out, page.Bytes())
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
	fmt.Fprintf(c.err, " Written: %s\n", strict.Plain(full))
	return nil
}
