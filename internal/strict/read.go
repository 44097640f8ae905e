package strict

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// read gives the document's top node, or notes why there is none.
func (d *document) read(text []byte) *yaml.Node {
	if len(text) > MaxBytes {
		d.fault(1, 1, "the file is too large: it has %d bytes, and at most %d are read", len(text), MaxBytes)
		return nil
	}
	text = ToUTF8(text)
	if at, wrong := badCharacter(text); wrong != "" {
		line, column := place(text, at)
		d.fault(line, column, "%s", wrong)
		return nil
	}
	if line := conflictLine(text); line > 0 {
		d.fault(line, 1, "there is an unresolved merge conflict here; keep one version, and delete the marker lines")
		return nil
	}
	text = withoutBlankTabs(text)
	first, second, err := decode(text)
	switch {
	case errors.Is(err, io.EOF):
		d.fault(1, 1, "the file is empty")
	case err != nil:
		line, problem := locate(text, err)
		d.fault(line, firstColumn(text, line), "not valid YAML: %s", problem)
	case second > 0:
		d.fault(second, 1, "a second document begins here; expected only one in the file")
	case isEmpty(first):
		d.fault(1, 1, "the file is empty")
	default:
		return first.Content[0]
	}
	return nil
}

// blankTabs are blanks and tabs on a line with nothing else.
var blankTabs = regexp.MustCompile(`(?m)^[ \t]+(\r?)$`)

// withoutBlankTabs empties lines that nobody sees anything on, which yaml.v3
// refuses where a tab stands there.
func withoutBlankTabs(text []byte) []byte {
	if bytes.IndexByte(text, '\t') < 0 {
		return text
	}
	return blankTabs.ReplaceAll(text, []byte("$1"))
}

func isEmpty(document yaml.Node) bool {
	return len(document.Content) == 0 || shapeOf(document.Content[0]) == nothing
}

// decode reads the first document of a text, and gives the line with which a
// second one begins, 0 where none does.
func decode(text []byte) (first yaml.Node, second int, err error) {
	// yaml.v3 is known to panic on a few broken inputs; to a reader they are broken too.
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	if err := decoder.Decode(&first); err != nil {
		return first, 0, err
	}
	var rest yaml.Node
	err = decoder.Decode(&rest)
	if errors.Is(err, io.EOF) {
		return first, 0, nil
	}
	return first, rest.Line, err
}

// badCharacter is the place of the first byte that no file of ours holds, and
// what is wrong with it. Characters that end a line for YAML but not for an
// editor are among them: they would make every line number after them wrong.
func badCharacter(text []byte) (at int, wrong string) {
	for at := 0; at < len(text); {
		if b := text[at]; b >= ' ' && b < 0x7f || b == '\n' { // nearly all, and much faster
			at++
			continue
		}
		r, size := utf8.DecodeRune(text[at:])
		switch {
		case r == utf8.RuneError && size == 1:
			return at, "from here on the file is not UTF-8; save it as UTF-8"
		case r == '\r' && at+1 < len(text) && text[at+1] == '\n':
		case isControl(r) || r == '\u2028' || r == '\u2029':
			return at, fmt.Sprintf("there is a control character (%U) here; delete it", r)
		}
		at += size
	}
	return 0, ""
}

// place is the line and column of a byte of text.
func place(text []byte, at int) (line, column int) {
	before := text[:at]
	begin := bytes.LastIndexByte(before, '\n') + 1
	return 1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[begin:])
}

// conflictLine is the first line that git left as a marker of a merge conflict, or 0.
func conflictLine(text []byte) int {
	line := 0
	for l := range bytes.Lines(text) {
		line++
		if bytes.HasPrefix(l, []byte("<<<<<<< ")) || bytes.HasPrefix(l, []byte(">>>>>>> ")) {
			return line
		}
	}
	return 0
}
