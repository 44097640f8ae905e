package docx

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestTextIsPartedWhereItsDirectionTurns(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []directed
	}{
		{"one direction", "Lakes Guild", []directed{{"Lakes Guild", false}}},
		{"the other", "נתיבי הצפון", []directed{{"נתיבי הצפון", true}}},
		{"a name in a sentence", "With נתיבי הצפון, since 2024.", []directed{{"With ", false}, {"נתיבי הצפון", true}, {", since 2024.", false}}},
		{"a word in a name", "נתיבי Trail הצפון", []directed{{"נתיבי", true}, {" Trail ", false}, {"הצפון", true}}},
		{"Arabic with figures", "اتحاد 12 ممثل", []directed{{"اتحاد 12 ممثل", true}}},
		{"no letters", "12 (3)", []directed{{"12 (3)", false}}},
		{"nothing", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, byDirection(c.text), cmp.AllowUnexported(directed{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNoTextIsLostWhereItIsParted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("a א ب 1 . ( — \u00e9"))).Draw(t, "text")
		var all strings.Builder
		for _, part := range byDirection(text) {
			all.WriteString(part.text)
		}
		if all.String() != text {
			t.Fatalf("%q became %q", text, all.String())
		}
	})
}

func TestAParagraphRunsAsItsFirstLetterDoes(t *testing.T) {
	for text, want := range map[string]bool{"נתיבי North": true, "North נתיבי": false, "1. نتيجة": true, "": false, "12": false} {
		if got := Words(text).rightToLeft(); got != want {
			t.Errorf("%q: right to left is %v", text, got)
		}
	}
}

// TestWhateverIsTypedStaysText puts any text where texts go. The part is XML, with the
// elements that it has without the text, and gives the text back but for what XML
// cannot hold.
func TestWhateverIsTypedStaysText(t *testing.T) {
	elements := func(part []byte) (names []string, words string) {
		d := xml.NewDecoder(bytes.NewReader(part))
		for {
			token, err := d.Token()
			if err == io.EOF {
				return names, words
			}
			if err != nil {
				t.Fatalf("%v in %q", err, part)
			}
			switch v := token.(type) {
			case xml.StartElement:
				names = append(names, v.Name.Local)
			case xml.CharData:
				words += string(v)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		typed := rapid.OneOf(
			rapid.String(),
			rapid.SampledFrom([]string{
				"</w:t></w:r><w:r><w:instrText> INCLUDETEXT \"http://evil.example\" </w:instrText>", "]]>", "<!-- ", "&amp;&lt;", "<!DOCTYPE x>",
				"{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }", "a\x00b\x0b\x1fc\ufffe\uffffd", "\xff\xfe", "\"' onload='", "{{report}}",
			}),
		).Draw(t, "typed")
		part := text(element("w:p", Text{{Text: "x" + typed}}.runs(0)...).with("w:val", typed))
		_, words := elements(part)
		want := strings.Map(func(r rune) rune {
			if r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r < 0xd800 || r >= 0xe000 && r <= 0xfffd || r >= 0x10000 {
				return r
			}
			return '\ufffd'
		}, "x"+strings.ToValidUTF8(typed, "\ufffd"))
		if plain := strings.ReplaceAll(words, "\ufffd", ""); plain != strings.ReplaceAll(want, "\ufffd", "") {
			t.Fatalf("%q became %q", want, words)
		}
	})
}
