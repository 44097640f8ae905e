package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
)

// A console is all of the process that commands may use: streams, environment,
// clock and working folder. They ask it and never the process itself.
type console struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	getwd    func() (string, error)
	now      func() time.Time
	started  startedAs
	// of the program itself, for what shows its commands or carries one out
	commands func(console) *cobra.Command
	run      func(ctx context.Context, args []string, c console) int
	// of the start page: whether it went to another folder than the shell is in, and the
	// rows that it has below a result
	away  bool
	below int
	// of the desktop: where documents are, and what opens a file
	documents func() string
	open      func(path string) error
}

func processConsole() console {
	understandColors(os.Stdout)
	understandColors(os.Stderr)
	return console{in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv, getwd: os.Getwd, now: time.Now,
		started: processStarted(), documents: documentsFolder, open: openFile}
}

// What is believed of a terminal's size.
const (
	usualWidth, usualRows = 80, 24
	narrow, widest        = 40, 200
	endless               = 1 << 20 // rows and columns, where nothing has to fit a screen
)

// width is that of the terminal that the results go to.
func (c console) width() int {
	width, _ := c.size()
	return min(max(width, narrow), widest)
}

// rows are those of the terminal that the results go to.
func (c console) rows() int {
	_, rows := c.size()
	return rows
}

// size is that of the terminal that the results go to; a file has no last row.
func (c console) size() (width, rows int) {
	f, ok := c.out.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) {
		return usualWidth, endless
	}
	width, rows, err := term.GetSize(f.Fd())
	if err != nil || width <= 0 || rows <= 0 {
		return usualWidth, usualRows
	}
	return width, rows
}

// columns are those of the terminal that messages go to; whatever else takes them has no
// last one.
func columns(messages io.Writer) int {
	if w, ok := messages.(*commandWriter); ok {
		messages = w.to
	}
	f, ok := messages.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) {
		return endless
	}
	width, _, err := term.GetSize(f.Fd())
	if err != nil || width <= 0 {
		return usualWidth
	}
	return max(width, narrow)
}

// plain is true for those who want lines of sentences, as a screen reader does.
func (c console) plain(flag bool) bool { return flag || c.getenv("ACCESSIBLE") != "" }

// color is true where results go to a terminal that wants it (no-color.org).
func (c console) color() bool {
	return isTerminal(c.out) && c.getenv("NO_COLOR") == "" && c.getenv("TERM") != "dumb"
}

// inLines is true where questions are asked in plain lines.
func (c console) inLines(flag bool) bool { return c.plain(flag) || c.getenv("TERM") == "dumb" }

func isTerminal(stream any) bool {
	if w, ok := stream.(*commandWriter); ok {
		stream = w.to
	}
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// watchResults has an error of writing results remembered, and gives it when asked:
// a command that says only that it is done must not say so of what was lost. A
// terminal takes everything.
func (c *console) watchResults() (failed func() error) {
	if isTerminal(c.out) {
		return func() error { return nil }
	}
	w := &resultWriter{to: c.out}
	c.out = w
	return func() error { return w.failed }
}

// A resultWriter remembers the first error of writing.
type resultWriter struct {
	to     io.Writer
	failed error
}

func (w *resultWriter) Write(text []byte) (int, error) {
	n, err := w.to.Write(text)
	if err == nil {
		return n, nil
	}
	err = couldNot(fmt.Errorf("printing the result: %w", err))
	if w.failed == nil {
		w.failed = err
	}
	return n, err
}

// accessibleHelp is said of the same flag of several commands.
const accessibleHelp = "plain sentences, for a screen reader (also ACCESSIBLE=1)"
