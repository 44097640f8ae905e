package strict

import "testing"

func TestPlainIsOneHarmlessLine(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"terminal codes lose their escape", "a\x1b[31mred\x1b]0;title\x07", "a[31mred]0;title"},
		{"C1 controls go", "a\u009b31mb", "a31mb"},
		{"line ends are spaces", "a\r\nb\tc\u2028d\u0085e", "a  b c d e"},
		{"overrides, isolates and marks go", "\u202ea\u202c\u2066b\u2069\u200f", "ab"},
		{"zero width spaces and byte order marks go", "a\u200bb\ufeff", "ab"},
		{"soft hyphens go", "Ge\u00ADheim", "Geheim"},
		{"joiners stay", "👩\u200d🚀 می\u200cخواهم", "👩\u200d🚀 می\u200cخواهم"},
		{"combining characters stay", "e\u0301", "e\u0301"},
		{"any script stays", "רכבת 鉄道 🚂", "רכבת 鉄道 🚂"},
		{"blanks around go", " two\r\nlines\t ", "two  lines"},
		{"broken bytes are shown", "a\xffb", "a\uFFFDb"},
	} {
		if got := Plain(c.text); got != c.want {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}
