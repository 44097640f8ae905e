package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/internal/strict"
)

// mostFaults are shown of one error: with more it is another file.
const mostFaults = 100

// complain prints an error: a line a fault, each once, then what to do.
func (c console) complain(err error) { c.tell(c.complaint(err)) }

// tell prints lines of messages.
func (c console) tell(lines []string) {
	for _, line := range lines {
		fmt.Fprintln(c.err, line)
	}
}

// note prints what is no error.
func (c console) note(format string, args ...any) {
	c.tell(c.message("", strict.Plain(fmt.Sprintf(format, args...))))
}

// complaint are the lines of an error, as they fit the terminal.
func (c console) complaint(err error) (said []string) {
	if err == nil || err.Error() == "" {
		return nil
	}
	lines := faultLines(err)
	if more := len(lines) - mostFaults; more > 1 { // one may itself say how many more there are
		lines = append(lines[:mostFaults], fmt.Sprintf("and %d more", more))
	}
	lead := programName + ": "
	for _, line := range lines {
		said = append(said, c.message(lead, line)...)
	}
	var h hint
	if errors.As(err, &h) {
		for line := range strings.SplitSeq(h.advice, "\n") {
			said = append(said, c.message(strings.Repeat(" ", len(lead)), strict.Plain(line))...)
		}
	}
	return said
}

// message are the lines of one of a message. A terminal that is too narrow for it gets it broken
// between words; a command at its end then stands unbroken on a line of its own, to be
// copied whole.
func (c console) message(lead, text string) (lines []string) {
	width := columns(c.err)
	typed := func(text string) string { return text }
	if w, ok := c.err.(*commandWriter); ok {
		typed = w.typed
	}
	command := ""
	if at := strings.LastIndex(text, ": "+programName+" "); at >= 0 && ansi.StringWidth(lead+typed(text)) > width {
		text, command = text[:at+1], text[at+2:]
	}
	indent := strings.Repeat(" ", len(lead))
	for _, line := range brokenAtBlanks(typed(text), width-len(lead)) {
		lines = append(lines, lead+line)
		lead = indent
	}
	if command != "" {
		lines = append(lines, indent+command)
	}
	return lines
}

// brokenAtBlanks breaks a text into lines of at most a width, where no word is longer.
func brokenAtBlanks(text string, width int) []string {
	lines := []string{""}
	for i, word := range strings.Split(text, " ") {
		last := &lines[len(lines)-1]
		switch {
		case i == 0:
			*last = word
		case ansi.StringWidth(*last)+1+ansi.StringWidth(word) <= width:
			*last += " " + word
		default:
			lines = append(lines, word)
		}
	}
	return lines
}

// faultLines are the lines of an error as they are shown.
func faultLines(err error) []string {
	var lines []string
	said := map[string]bool{"": true}
	for line := range strings.SplitSeq(err.Error(), "\n") {
		line = strict.Plain(line)
		if !said[line] {
			lines = append(lines, line)
		}
		said[line] = true
	}
	return lines
}

// listed joins words for a message.
func listed(words []string) string { return strings.Join(words, ", ") }

// reportBug says that the program has a mistake, and in one line which; the rest
// is for those who mend it.
func (c console) reportBug(mistake error, stack []byte) {
	c.complain(advise(mistake, "Please report this where you got collab, and say what you did last. COLLAB_DEBUG=1 shows details."))
	if c.getenv("COLLAB_DEBUG") != "" {
		fmt.Fprintf(c.err, "%s\n", stack)
	}
}
