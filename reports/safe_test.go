package reports

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"collab/internal/strict"
)

func TestCellsAreNoFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@sum": "'@sum", "\t=1": "'=1", "\r=1": "'=1", "\u200b=1": "'=1", "＝1": "'＝1",
		"Northern Trails": "Northern Trails", "": "", "a=1": "a=1",
	} {
		if got := cell(text); got != want {
			t.Errorf("%q: %q; want %q", text, got, want)
		}
	}
}

func TestMarkdownEscapesWhatItMustAndNoMore(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"ordinary text stays as it is", "Smith & Sons (2026 plan, page 4): 10:30 - 50% + more; a -> b.", "Smith & Sons (2026 plan, page 4): 10:30 - 50% + more; a -> b."},
		{"emphasis and code", "*a* _b_ `c`", `\*a\* \_b\_ \` + "`c\\`"},
		{"links and images", "[a](b) ![c](d)", `\[a\](b) !\[c\](d)`},
		{"bare links", "https://a.b www.a.b", `https\://a.b www\.a.b`},
		{"addresses, which code hosts link after backslashes are gone", "a@b.c", "a\\@\u2060b.c"},
		{"HTML and entities", "<b> &lt; &#60;", `\<b> \&lt; \&#60;`},
		{"less than", "p < .001, a <", `p < .001, a \<`},
		{"tables", "a|b", `a\|b`},
		{"headings, lists, quotes at the start", "# a", `\# a`},
		{"bullets", "- a", `\- a`},
		{"numbers", "1. a", `1\. a`},
		{"versions are no lists", "1.0.0", "1.0.0"},
		{"letters that pandoc counts with", "iv) a", `iv\) a`},
		{"math, notes, sub- and superscript, citations", "$a$ ^b^ ~c~ [@d]", "\\$a\\$ \\^b\\^ \\~c\\~ \\[\\@\u2060d\\]"},
		{"raw TeX and attributes", `\input{x} {=html}`, `\\input\{x\} \{=html\}`},
		{"emoji by name", ":smile:", `\:smile:`},
		{"definitions", ": a", `\: a`},
	} {
		want := strings.ReplaceAll(c.want, "&#60;", `&\#60;`)
		if got := string(markdown(c.text)); got != want {
			t.Errorf("%s: %s; want %s", c.name, got, want)
		}
	}
}

// FuzzSafe holds the promises of safe.go for any text.
func FuzzSafe(f *testing.F) {
	for _, seed := range []string{"", "Northern Trails", "=cmd|' /c calc'!A1", "\x1b]8;;http://evil\x07x", "\u202eabc", "a\n# b", "\xff\xfe", "\t-1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		plain := Plain(text)
		if strings.ContainsFunc(plain, strict.Invisible) || !utf8.ValidString(plain) || Plain(plain) != plain {
			t.Errorf("Plain(%q) = %q", text, plain)
		}
		if c := cell(text); startsFormula(c) || strings.ContainsFunc(c, unicode.IsControl) {
			t.Errorf("cell(%q) = %q", text, c)
		}
		var back string
		q := quoted(text)
		if err := json.Unmarshal([]byte(q), &back); err != nil || back != strings.ToValidUTF8(text, "\uFFFD") && utf8.ValidString(text) {
			t.Errorf("quoted(%q) = %s, read as %q, %v", text, q, back, err)
		}
		if strings.ContainsFunc(q, strict.Invisible) {
			t.Errorf("quoted(%q) = %s", text, q)
		}
		unescaped := strings.NewReplacer(`\\`, `\`, `\`, "", string(wordJoiner), "").Replace(string(markdown(text)))
		if unescaped != plain {
			t.Errorf("markdown(%q) reads %q; want %q", text, unescaped, plain)
		}
	})
}

// What people typed reaches no format with a character that controls a terminal.
func TestNoFormatCarriesControls(t *testing.T) {
	a := assessed(hostile(t))
	for _, f := range formats {
		text := rendered(t, func(b *bytes.Buffer) error { return f.render(b, a, Options{}) })
		for _, r := range strings.ReplaceAll(text, string(wordJoiner), "") {
			if r != '\n' && strict.Invisible(r) {
				t.Errorf("%s: %U", f.ending, r)
			}
		}
	}
}
