package strict

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestScalarQuotesWhatWouldReadOtherwise(t *testing.T) {
	for text, want := range map[string]string{
		"Northern Trails Alliance": "Northern Trails Alliance",
		"Zoë's (2nd) a/b + c":      "Zoë's (2nd) a/b + c",
		"coordination":             "coordination",
		"":                         `""`,
		" a":                       `" a"`,
		"a ":                       `"a "`,
		"a: b":                     `"a: b"`,
		"a #b":                     `"a #b"`,
		"a, b":                     `"a, b"`,
		"[a]":                      `"[a]"`,
		"12":                       `"12"`,
		"2026-11-23":               `"2026-11-23"`,
		"null":                     `"null"`,
		"True":                     `"True"`,
		"No":                       `"No"`,
		"y":                        `"y"`,
		"- a":                      `"- a"`,
		`say "hi" \ bye`:           `"say \"hi\" \\ bye"`,
		"two\nlines\tand a tab":    `"two\nlines\tand a tab"`,
		"turned \u202e around":     `"turned \u202e around"`,
		"\u2028\u00a0\ufeff":       `"\u2028\u00a0\ufeff"`,
		"\x1b[2J":                  `"\u001b[2J"`,
		"a tag \U000e0041":         `"a tag \U000e0041"`,
		"日本 🌲":                     `"日本 🌲"`,
		"日本":                       "日本",
	} {
		if got := Scalar(text); got != want {
			t.Errorf("Scalar(%q) = %s, want %s", text, got, want)
		}
	}
}

// anyText leans towards the characters that mean something to YAML.
var anyText = rapid.OneOf(
	rapid.String(),
	rapid.StringOf(rapid.SampledFrom([]rune("ab1 :,#-?[]{}&*!|>'\"%@`~\\\n\t\r\x00\x1b\u0085\u00a0\u2028\u202e\u2066\ufeff\ufffd\uffff\U0010ffffé日🌲"))),
	rapid.SampledFrom([]string{"null", "~", "yes", "NO", "true", ".inf", "1e3", "0x1F", "2026-11-23", "<<", "=", "---", "...", "1:30"}),
)

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkRoundTrip(t, anyText.Draw(t, "key"), anyText.Draw(t, "text"))
	})
}

func FuzzWriteRoundTrip(f *testing.F) {
	f.Add("name", "Ann")
	f.Add("a: b", "\u202e\x00\ufeff")
	f.Fuzz(func(t *testing.T, key, text string) {
		if utf8.ValidString(key) && utf8.ValidString(text) && len(key) < 500 {
			checkRoundTrip(t, key, text)
		}
	})
}

type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// checkRoundTrip writes both texts in each way there is and reads them again,
// below the checks of [Value.Text], which refuses some of them.
func checkRoundTrip(t fataler, key, text string) {
	t.Helper()
	written := "plain: " + Scalar(text) + "\n" +
		"quoted: " + Quote(text) + "\n" +
		"list: " + List(Scalar(text), Scalar(key), Quote(text)) + "\n" +
		"flow: " + Flow(Pair{Scalar(key), Scalar(text)}) + "\n"
	if strings.Count(written, "\n") != 4 {
		t.Fatalf("not one line each:\n%s", written)
	}
	v, err := Parse("p", []byte(written))
	if err != nil {
		t.Fatalf("%v\nin\n%s", err, written)
	}
	m := v.Mapping("plain", "quoted", "list", "flow")
	items := m.Need("list").Items()
	pair := m.Need("flow").Entries()
	if err := v.Err(); err != nil || len(items) != 3 || len(pair) != 1 {
		t.Fatalf("%v\nin\n%s", err, written)
	}
	for place, got := range map[string][2]string{
		"plain":        {m.Need("plain").node.Value, text},
		"quoted":       {m.Need("quoted").node.Value, text},
		"first item":   {items[0].node.Value, text},
		"second item":  {items[1].node.Value, key},
		"third item":   {items[2].node.Value, text},
		"key in flow":  {pair[0].Name, key},
		"text in flow": {pair[0].Value.node.Value, text},
	} {
		if got[0] != got[1] {
			t.Fatalf("%s: wrote %q, read %q in\n%s", place, got[1], got[0], written)
		}
	}
	if readable(text) && m.Need("plain").Text() != text {
		t.Fatalf("Text refuses %q: %v", text, v.Err())
	}
}

func readable(text string) bool {
	return strings.TrimSpace(text) != "" && !strings.ContainsFunc(text, isControl)
}

func TestShowCannotSteerATerminal(t *testing.T) {
	for text, want := range map[string]string{
		"plain":                 `"plain"`,
		"\x1b[2J\u202e":         `"\x1b[2J\u202e"`,
		strings.Repeat("é", 41): `"` + strings.Repeat("é", 40) + `"…`,
	} {
		if got := Show(text); got != want {
			t.Errorf("Show(%q) = %s, want %s", text, got, want)
		}
	}
}
