package strict

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// problems says in plain words what yaml.v3 says in its own. The commonest
// slips come first.
var problems = []struct{ yaml, plain string }{
	{"mapping values are not allowed in this context", "this line has a second colon, or is indented too far; put text with a colon in quotes"},
	{"did not find expected key", "this line does not fit those above it; check its indentation, and any quotes inside quotes"},
	{"did not find expected '-' indicator", "this line does not fit the list above it; check its indentation"},
	{"did not find expected node content", "a value is missing, or a bracket is not closed"},
	{"did not find expected ',' or ']'", "a list in [ ] is not closed, or text in it needs quotes"},
	{"did not find expected ',' or '}'", "a { is not closed, or text after it needs quotes"},
	{"found unexpected end of stream", "a quotation mark is not closed"},
	{"could not find expected ':'", "expected a key, a colon and a value"},
	{"found character that cannot start any token", "there is a tab here, or text that begins with @, % or `; indent with spaces, and put such text in quotes"},
	{"did not find expected alphabetic or numeric character", "put text that begins with * or & in quotes"},
	{"unknown anchor", "put text that begins with * in quotes"},
	{"found unknown escape character", "a backslash in double quotes must be written twice"},
	{"exceeded max depth", "this is nested too deep"},
}

// yamlPrefix begins the messages of yaml.v3, with a line or without.
var yamlPrefix = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// locate is the line of a syntax error, and what is wrong there.
func locate(text []byte, err error) (line int, problem string) {
	message := err.Error()
	if match := yamlPrefix.FindStringSubmatch(message); match != nil {
		line, _ = strconv.Atoi(match[1])
		message = message[len(match[0]):]
	}
	for _, p := range problems {
		if strings.Contains(message, p.yaml) {
			message = p.plain
			break
		}
	}
	if l := breakingLine(text); l > 0 {
		line = l
	}
	return max(line, 1), message
}

// Limits on the search for a breaking line, so that a hostile file costs no
// more than a few readings of an honest one.
const (
	maxSearched = 256 << 10 // bytes
	maxReadings = 48
	lookAhead   = 4 // lines over which an honest list or text may run on
)

// breakingLine is the line with which text stops being YAML: the one after the
// longest run of lines from the top that can be read. It is 0 where the search
// is not worth its time.
//
// yaml.v3 names the line where the enclosing list or mapping begins, often
// hundreds of lines above the slip, and is off by one besides. What is searched
// here by halves is not quite in order, since a run of lines may also end in
// the middle of an honest list or text; hence the look ahead.
func breakingLine(text []byte) int {
	if len(text) > maxSearched {
		return 0
	}
	ends := lineEnds(text)
	readings := 0
	reads := func(lines int) bool {
		readings++
		_, _, err := decode(text[:ends[lines]])
		return err == nil || errors.Is(err, io.EOF)
	}
	good, bad := 0, len(ends)-1
	for readings < maxReadings {
		for bad-good > 1 {
			if middle := (good + bad) / 2; reads(middle) {
				good = middle
			} else {
				bad = middle
			}
		}
		further := bad + 1
		for further < min(bad+lookAhead, len(ends)) && !reads(further) {
			further++
		}
		if further >= min(bad+lookAhead, len(ends)) {
			return bad
		}
		good, bad = further, len(ends)-1
	}
	return 0
}

// lineEnds are the places after 0, 1, 2, … lines of text.
func lineEnds(text []byte) []int {
	ends := []int{0}
	for line := range bytes.Lines(text) {
		ends = append(ends, ends[len(ends)-1]+len(line))
	}
	return ends
}

// firstColumn is the column of the first character that is not blank in a line.
func firstColumn(text []byte, line int) int {
	ends := lineEnds(text)
	if line >= len(ends) {
		return 1
	}
	l := text[ends[line-1]:ends[line]]
	if blank := len(l) - len(bytes.TrimLeft(l, " \t")); blank < len(bytes.TrimRight(l, "\r\n")) {
		return blank + 1
	}
	return 1
}
