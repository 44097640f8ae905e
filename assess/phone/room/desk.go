package room

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"collab/internal/strict"
)

// A Desk is what the person who leads the room sees in the terminal.
type Desk struct {
	Association string
	Date        string
	Folder      string // of the association
	Short       bool
	All         bool // a second round asks all questions
	Phase       Phase
	Address     string // that phones open
	Board       string // the projector's
	Counts      Counts
	People      int // who are counted in the round that ended, from phones, paper and tables
	Wifi        Wifi
	Help        bool   // the checklist is shown
	Message     string // what came of the last key; may be empty
	// Typed gives a text with the program's commands as they are typed here.
	Typed func(string) string
}

// Screen is the desk as a terminal of a size shows it. Where there is room, it has the
// code to scan.
func (d Desk) Screen(width, rows int, color bool) string {
	text := d.blocks()
	var code []string
	if d.Phase.Open() && !d.Help {
		if c := NewCode(d.Address); c != nil {
			code = c.Lines(color)
		}
	}
	beside := width
	if len(code) > 0 {
		beside = width - ansi.StringWidth(code[0]) - besideCode - 1
	}
	if beside < widestWord(text) || len(code)+2 > rows {
		code, beside = nil, width
	}
	lines := wrapped(text, min(beside, 100))
	keys := keyLines(keysOf(d.Phase, d.Help), width)
	lines = append(lines, make([]string, max(0, len(code)-len(lines)))...)
	if room := rows - len(keys) - 1; len(lines) > room {
		lines = lines[:max(room, 0)]
	}
	var b strings.Builder
	for i, line := range lines {
		b.WriteString(line)
		if i < len(code) {
			b.WriteString(strings.Repeat(" ", max(beside+besideCode-ansi.StringWidth(line), 0)) + code[i])
		}
		b.WriteString("\n")
	}
	b.WriteString("\n" + strings.Join(keys, "\n"))
	return b.String()
}

// Lines are the desk as sentences, for a screen reader.
func (d Desk) Lines() []string {
	var lines []string
	for _, line := range d.blocks() {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// blocks are what the desk says, a paragraph each.
func (d Desk) blocks() []string {
	head := headOf(strict.Plain(d.Association), d.Date, d.Short, d.All, d.Phase)
	switch {
	case d.Help:
		lines := []string{head, ""}
		for _, line := range checklist {
			lines = append(lines, d.Typed(line))
		}
		return lines
	case d.Phase.Open():
		return append([]string{head, ""}, d.joining()...)
	}
	return append([]string{head, ""}, d.talking()...)
}

// joining says how to join and who has.
func (d Desk) joining() []string {
	lines := []string{joinNetwork(strict.Plain(d.Wifi.Name)), "  " + openAddress, "     " + d.Address, "", "  " + onProjector, "     " + d.Board, "", countsLine(d.Counts), noAnswersShown}
	return d.withMessage(lines)
}

// talking says what the projector shows.
func (d Desk) talking() []string {
	lines := []string{countsAtEnd(d.Counts, d.People, d.Phase), "", projectorShows(d.Phase), "     " + d.Board, "", reportAt(strict.Plain(d.Folder))}
	return d.withMessage(lines)
}

func (d Desk) withMessage(lines []string) []string {
	if d.Message == "" {
		return lines
	}
	lines = append(lines, "")
	for line := range strings.SplitSeq(d.Message, "\n") {
		lines = append(lines, strict.Plain(d.Typed(line)))
	}
	return lines
}

// besideCode is the gap, in columns, between the words and the code to scan.
const besideCode = 2

// wrapped are paragraphs as lines of a width, each indented like its paragraph. An
// address is not broken, nor is a flag: they would not be typed in two parts.
func wrapped(paragraphs []string, width int) []string {
	var lines []string
	for _, p := range paragraphs {
		text := strings.TrimLeft(p, " ")
		indent := p[:len(p)-len(text)] + " "
		if !strings.Contains(text, " ") {
			lines = append(lines, strings.Repeat(" ", max(min(len(indent), width-ansi.StringWidth(text)), 0))+text)
			continue
		}
		for _, line := range brokenAtBlanks(text, max(width-len(indent), 10)) {
			lines = append(lines, strings.TrimRight(indent+line, " "))
		}
	}
	return lines
}

// brokenAtBlanks breaks a text into lines of a width; of a word that is wider, such as a
// path, each line takes what it can.
func brokenAtBlanks(text string, width int) []string {
	lines := []string{""}
	for _, word := range strings.Split(text, " ") {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = word // a blank where a line begins is none
		case ansi.StringWidth(*last)+1+ansi.StringWidth(word) <= width:
			*last += " " + word
		default:
			lines = append(lines, word)
		}
		for last := &lines[len(lines)-1]; ansi.StringWidth(*last) > width; last = &lines[len(lines)-1] {
			word := *last
			*last = ansi.Truncate(word, width, "")
			lines = append(lines, strings.TrimPrefix(word, *last))
		}
	}
	return lines
}

// keyLines are the keys as lines of a width; what a key does stands beside it.
func keyLines(keys []string, width int) []string {
	lines := []string{" " + keys[0]}
	for _, key := range keys[1:] {
		last := &lines[len(lines)-1]
		if ansi.StringWidth(*last+between+key) < width {
			*last += between + key
		} else {
			lines = append(lines, " "+key)
		}
	}
	return lines
}

const between = " · "

// widestWord is the width of the longest line that is not broken, such as an address.
func widestWord(paragraphs []string) int {
	widest := 0
	for _, p := range paragraphs {
		if !strings.Contains(strings.TrimSpace(p), " ") {
			widest = max(widest, ansi.StringWidth(p)+2)
		}
	}
	return widest
}
