package strict

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Scalar writes text as one YAML scalar on one line: as it is where that is
// read back as the same text, by other readers too, else as [Quote] does.
func Scalar(text string) string {
	if isPlain(text) && isString(text) {
		return text
	}
	return Quote(text)
}

// isPlain is true of text whose characters have no meaning of their own in
// YAML, also inside a flow mapping.
func isPlain(text string) bool {
	for i, r := range text {
		if r < utf8.RuneSelf && isWord(byte(r)) && r != '.' && r != '-' {
			continue
		}
		inside := i > 0 && (unicode.Is(unicode.M, r) || strings.ContainsRune(" ./()'+-", r))
		if !inside && r != '_' && !unicode.In(r, unicode.L, unicode.N) {
			return false
		}
	}
	return text != "" && !strings.HasSuffix(text, " ")
}

func isWord(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '.' || b == '-'
}

// isString is true of words that YAML takes for themselves, also in the older
// version that takes yes and no for true and false.
func isString(word string) bool {
	switch strings.ToLower(word) {
	case "y", "n", "yes", "no", "on", "off":
		return false
	}
	return (&yaml.Node{Kind: yaml.ScalarNode, Value: word}).ShortTag() == aText
}

// Quote writes text in double quotes on one line, with every character that is
// not printable escaped. What is not UTF-8 becomes U+FFFD.
func Quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == utf8.RuneError || !unicode.IsPrint(r) && r <= 0xffff:
			b.WriteString(`\u` + hex(r, 4))
		case !unicode.IsPrint(r):
			b.WriteString(`\U` + hex(r, 8))
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func hex(r rune, width int) string {
	digits := strconv.FormatInt(int64(r), 16)
	return strings.Repeat("0", width-len(digits)) + digits
}

// A Pair is a key with its value as it is written: a word, a number, or what
// [Scalar], [List] or [Flow] gave.
type Pair struct{ Key, Value string }

// Flow writes a mapping on one line: {key: value, key: value}.
func Flow(pairs ...Pair) string {
	size := len("{}")
	for _, p := range pairs {
		size += len(p.Key) + len(": ") + len(p.Value) + len(", ")
	}
	var b strings.Builder
	b.Grow(size)
	b.WriteByte('{')
	for i, p := range pairs {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(p.Key)
		b.WriteString(": ")
		b.WriteString(p.Value)
	}
	b.WriteByte('}')
	return b.String()
}

// List writes a list of values on one line: [a, b].
func List(values ...string) string { return "[" + strings.Join(values, ", ") + "]" }

// Show gives text for a message: quoted as Go does, cut after 40 characters,
// so that no character of it can steer a terminal.
func Show(text string) string {
	runes := []rune(text)
	if len(runes) > 40 {
		return strconv.Quote(string(runes[:40])) + "…"
	}
	return strconv.Quote(text)
}
