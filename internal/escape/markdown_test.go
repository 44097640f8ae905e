package escape

import (
	"html"
	"strings"
	"testing"

	"collab/internal/strict"
)

func TestMarkdownEscapesWhatItMustAndNoMore(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"ordinary text stays as it is", "Smith & Sons (2026 plan, page 4): 10:30 - 50% + more; a -> b.", "Smith & Sons (2026 plan, page 4): 10:30 - 50% + more; a -> b."},
		{"emphasis and code", "*a* _b_ `c`", `\*a\* \_b\_ &#96;c&#96;`},
		{"links and images", "[a](b) ![c](d)", `&#91;a&#93;(b) !&#91;c&#93;(d)`},
		{"bare links", "https://a.b www.a.b", `https&#58;//a.b www\.a.b`},
		{"names of sites, and what is none", "example.com e.g. 1.0.0 p.4", `example\.com e.g. 1.0.0 p.4`},
		{"addresses, which code hosts link when references are characters", "a@b.c", "a&#64;\u2060b.c"},
		{"people of a code host", "@board, @ 5", "&#64;\u2060board, &#64; 5"},
		{"issues of a code host", "#12", "\\#\u206012"},
		{"HTML and entities", "<b> &lt; &#60;", `&lt;b> &amp;lt; &amp;\#` + "\u2060" + `60;`},
		{"less than", "p < .001, a <", `p < .001, a &lt;`},
		{"tables", "a|b", `a&#124;b`},
		{"headings, lists, quotes at the start", "# a", `\# a`},
		{"quotations", "> a", `&gt; a`},
		{"bullets", "- a", `\- a`},
		{"rulers and front matter", "--- +++", `\-\-- \+\++`},
		{"boxes", "!!! note", `\!!! note`},
		{"numbers", "1. a", `1\. a`},
		{"letters that pandoc counts with", "iv) a", `iv&#41; a`},
		{"and in brackets", "(b) a", `(b&#41; a`},
		{"boxes to tick", "[x] a", "&#91;\u2060x&#93; a"},
		{"math, notes, sub- and superscript, citations", "$a$ ^b^ ~c~ [@d]", "&#36;a&#36; &#94;b&#94; &#126;c&#126; &#91;&#64;\u2060d&#93;"},
		{"raw TeX and attributes", `\input{x} {=html}`, `&#92;input&#123;x&#125; &#123;=html&#125;`},
		{"placeholders of pages", "{{ x }} {% x %}", "&#123;\u2060&#123; x &#125;&#125; &#123;% x %&#125;"},
		{"emoji by name", ":smile: a:b", "&#58;\u2060smile: a&#58;b"},
		{"definitions", ": a", `&#58; a`},
		{"titles of pandoc", "% a", `&#37; a`},
	} {
		if got := Markdown(c.text, true); got != c.want {
			t.Errorf("%s: %s; want %s", c.name, got, c.want)
		}
	}
}

// FuzzMarkdown: the text is read as it was typed, and nothing in it is markup.
func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{"", "Northern Trails", "\x1b]8;;http://evil\x07x", "\u202eabc", "a\n# b", "\xff\xfe"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strict.Plain(text)
		written := Markdown(text, true)
		if strings.ContainsAny(written, "`[]{}|~^$@") || strings.Contains(written, "<a") || strings.Contains(written, "://") {
			t.Errorf("%q holds markup: %q", text, written)
		}
		if read := html.UnescapeString(strings.NewReplacer(`\`, "", string(wordJoiner), "").Replace(written)); read != text {
			t.Errorf("%q reads %q", text, read)
		}
	})
}

// A mark that begins in one piece and ends in the next is written as in one text.
func TestMarkdownPiecesHideMarksAcrossThem(t *testing.T) {
	for _, c := range []struct{ name, before, after, want string }{
		{"a link", "https:", "//a.b", "https&#58;|//a.b"},
		{"a site", "www", ".a.b", `www|\.a.b`},
		{"a list", "1", ". a", `1|\. a`},
		{"an emoji", "a :", "smile: b", "a &#58;\u2060|smile: b"},
		{"someone", "@", "board", "&#64;\u2060|board"},
		{"an issue", "#", "12", "\\#\u2060|12"},
		{"a placeholder", "{", "{ x }}", "&#123;\u2060|&#123; x &#125;&#125;"},
		{"HTML", "<", "b>", "&lt;|b>"},
		{"a character by name", "&", "lt;", "&amp;|lt;"},
	} {
		if got := strings.Join(MarkdownPieces([]string{c.before, c.after}, true), "|"); got != c.want {
			t.Errorf("%s: %s; want %s", c.name, got, c.want)
		}
	}
}
