// Package html writes a report as one page that holds all it needs: it is read on a
// laptop and a phone, in light and dark, and printed on A4 or Letter. It runs nothing
// and fetches nothing, and its policy forbids both.
//
// Start with [Write]. A block is a template of its name in templates/ and a method in
// blocks.go; how it looks is in styles/. The page holds no word that is not in the
// report.
package html

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"collab/internal/strict"
	"collab/reports/content"
	"collab/reports/figure"
)

// Write writes a report.
func Write(w io.Writer, r content.Report) error {
	t, err := templates()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	style := styleSheet(r)
	if err := t.ExecuteTemplate(&b, "report.html", page{r, style, policy(style)}); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

// A page is what the template of the report asks for.
type page struct {
	content.Report
	Style  template.CSS
	Policy string
}

// OnBoard is true where the report begins with a page that has head and foot of its own.
func (p page) OnBoard() bool { return len(p.Sections) > 0 && p.Sections[0].Sheet == content.Board }

// OnSlides is true where the report begins with a slide.
func (p page) OnSlides() bool { return len(p.Sections) > 0 && p.Sections[0].Sheet == content.Slide }

// LogoURI is the logo as an address that holds it; empty where there is none.
func (p page) LogoURI() template.URL {
	l := p.Brand.Logo
	if l == nil {
		return ""
	}
	return template.URL("data:" + l.MediaType + ";base64," + base64.StdEncoding.EncodeToString(l.Bytes))
}

//go:embed templates/*.html
var templateFiles embed.FS

// templates are parsed when a page is first written.
var templates = sync.OnceValues(func() (*template.Template, error) {
	t := template.New("")
	return t.Funcs(template.FuncMap{
		"text":   Text,
		"blocks": func(all []content.Block) (template.HTML, error) { return written(t, all) },
		"heat":   content.Strength,
		"course": course, "around": around,
		"plus": func(a, b int) int { return a + b },
	}).ParseFS(templateFiles, "templates/*.html")
})

// Text is a text as a page shows it, safe wherever in an element it stands.
func Text(t content.Text) template.HTML {
	var b strings.Builder
	for _, s := range t {
		open, shut := "", ""
		if s.Strong {
			open, shut = "<b>", "</b>"
		}
		if s.Quiet {
			open, shut = open+`<span class="muted">`, "</span>"+shut
		}
		if s.Typed {
			open, shut = open+"<bdi>", "</bdi>"+shut
		}
		b.WriteString(open + template.HTMLEscapeString(safe(s.Text)) + shut)
	}
	return template.HTML(b.String())
}

// safe is a span without what may not be shown; the blanks at its ends stay.
func safe(text string) string {
	return strings.Map(strict.PlainRune, strings.ToValidUTF8(text, "\uFFFD"))
}

//go:embed styles/*.css
var styleFiles embed.FS

// styleSheet is the looks of a page: its colors, then what its sheets need.
func styleSheet(r content.Report) template.CSS {
	names := []string{"page", "blocks", "profile", "heat"}
	if slices.ContainsFunc(r.Sections, func(s content.Section) bool { return s.Sheet == content.Slide }) {
		names = append(names, "slide")
	}
	var b strings.Builder
	b.WriteString(colors(r.Brand.AccentColor()))
	b.WriteString(running(r))
	for _, name := range names {
		css, _ := styleFiles.ReadFile("styles/" + name + ".css") // embedded: it is there
		b.Write(css)
	}
	return template.CSS(b.String())
}

// colors are those of the accent, on light and on dark.
func colors(accent figure.Color) string {
	of := func(s figure.Scheme) string {
		p := figure.NewPalette(s, accent, figure.MostStages)
		css := fmt.Sprintf(":root{--stage:%s;--on-stage:%s", p.Color(figure.Accent), p.Color(figure.OnStage(figure.MostStages)))
		for i, step := range []int{2, 4, 5} {
			css += fmt.Sprintf(";--t%d:%s;--on-t%d:%s", i+1, p.Color(figure.StageInk(step)), i+1, p.Color(figure.OnStage(step)))
		}
		return css + "}" + figure.Rules(p)
	}
	return of(figure.Light) + "@media screen and (prefers-color-scheme:dark){" + of(figure.Dark) + "}\n"
}

// running are the rules that set head and foot on every page of a print but the first,
// which says the same in its own.
func running(r content.Report) string {
	number := `counter(page) "/" counter(pages)`
	if r.Reference != "" {
		number = cssString(content.Text{{Text: r.Reference + " · "}}) + number
	}
	rules := "@page{@top-left{content:" + cssString(r.Running) + "}" +
		"@bottom-left{content:" + cssString(content.Typed(r.Brand.Footer)) + "}@bottom-right{content:" + number + "}}"
	if (page{Report: r}).OnBoard() {
		return rules + "@page:first{@bottom-left{content:none}@bottom-right{content:none}}\n"
	}
	return rules + "\n"
}

// cssString is a text as a style sheet has it, with everything escaped that is neither a
// letter of ASCII nor a digit. What people typed stands apart from what is around it, so
// that it turns no other text's direction.
func cssString(t content.Text) string {
	const isolate, pop = "\u2068", "\u2069"
	var b strings.Builder
	for _, s := range t {
		text := safe(s.Text)
		if s.Typed {
			text = isolate + text + pop
		}
		for _, r := range text {
			if r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				b.WriteRune(r)
			} else {
				fmt.Fprintf(&b, `\%06x`, r)
			}
		}
	}
	return `"` + b.String() + `"`
}

// policy forbids everything but the page's own style and pictures.
func policy(style template.CSS) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; img-src data:; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}
