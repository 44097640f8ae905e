package strict

import (
	"bytes"
	"fmt"
)

// WithLine gives a text with some lines in place of the one that holds a key of the
// top mapping. The rest stays as it is, remarks too. The key's value must stand on
// its line.
func WithLine(text []byte, key string, lines ...string) ([]byte, error) {
	text = ToUTF8(text)
	out := make([]byte, 0, len(text)+80)
	found := false
	for line := range bytes.Lines(text) {
		if found || !holds(line, key) {
			out = append(out, line...)
			continue
		}
		found = true
		for _, l := range lines {
			out = append(append(out, l...), ending(line)...)
		}
	}
	if !found {
		return nil, fmt.Errorf("no line begins with %q", key+":")
	}
	return out, nil
}

// WithoutLine gives a text without the line that holds a key of the top mapping.
func WithoutLine(text []byte, key string) []byte {
	without, err := WithLine(text, key)
	if err != nil {
		return text
	}
	return without
}

func holds(line []byte, key string) bool { return bytes.HasPrefix(line, []byte(key+":")) }

// ending is that of a line.
func ending(line []byte) string {
	if bytes.HasSuffix(line, []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}
