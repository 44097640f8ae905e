package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
)

// programName is what the program is called in all that it says. Where it was started
// otherwise, commands are shown the way they have to be typed here; see [startedAs].
const programName = "collab"

// A startedAs is how the program was started, as it is typed: collab, ./collab or
// go run ./cmd/collab.
type startedAs string

// builtByGoRun are the places where go run has its programs: a folder of its own, or
// since Go 1.24 its cache.
var builtByGoRun = regexp.MustCompile(`/go-build\d*/b\d+/exe/[^/]+$|/[0-9a-f]{2}/[0-9a-f]{64}-d/[^/]+$`)

// howStarted tells it from the program's own file and the word it was called by.
// Where the search path leads from that name to the same file, the name will do.
func howStarted(self, called string, find func(name string) (string, error)) startedAs {
	if builtByGoRun.MatchString(filepath.ToSlash(self)) {
		return "go run ./cmd/collab"
	}
	name := strings.TrimSuffix(filepath.Base(called), ".exe")
	if found, err := find(name); err == nil && sameFile(found, self) {
		return startedAs(name)
	}
	if filepath.Base(called) == called {
		called = self // from a window of Windows' Explorer, say
	}
	return startedAs(typedWord(called, runtime.GOOS))
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

func processStarted() startedAs {
	self, err := os.Executable()
	if err != nil || len(os.Args) == 0 {
		return programName
	}
	return howStarted(self, os.Args[0], exec.LookPath)
}

// asTyped gives a writer that shows commands the way they are typed here. Each
// text comes in one piece.
func (c console) asTyped(to io.Writer) io.Writer {
	if c.started == "" || c.started == programName {
		return to
	}
	started := strings.ReplaceAll(string(c.started), "$", "$$")
	return &commandWriter{to: to, command: commandPattern(c.commands(console{})), started: "${1}" + started + "${2}"}
}

// typed is a text with its commands the way they are typed here.
func (c console) typed(text string) string {
	w, changes := c.asTyped(io.Discard).(*commandWriter)
	if !changes {
		return text
	}
	return w.typed(text)
}

// commandPattern finds the program's name where it begins a command.
func commandPattern(root *cobra.Command) *regexp.Regexp {
	words := []string{`--help`, `\[`}
	for _, c := range root.Commands() {
		words = append(words, regexp.QuoteMeta(c.Name())+`\b`)
	}
	return regexp.MustCompile(`(^|[^\w./\\-])` + programName + `( (?:` + strings.Join(words, "|") + `))`)
}

// A commandWriter writes texts with their commands as they are typed here.
type commandWriter struct {
	to      io.Writer
	command *regexp.Regexp
	started string
}

func (w *commandWriter) Write(text []byte) (int, error) {
	if _, err := io.WriteString(w.to, w.typed(string(text))); err != nil {
		return 0, err
	}
	return len(text), nil
}

// typed is a text with its commands as they are typed here; once more changes nothing.
func (w *commandWriter) typed(text string) string { return w.command.ReplaceAllString(text, w.started) }
