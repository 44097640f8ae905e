package strict

import "strings"

// Clean is text without what [Value.Text] refuses: control characters, and
// bytes that are not UTF-8. Line ends become LF.
func Clean(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case isControl(r):
			return -1
		}
		return r
	}, text)
}
