package reports

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"io"
	"slices"
	"strings"
	"text/template"
	"unicode"

	"collab/assess"
	"collab/reports/brand"
	"collab/reports/drawing"
)

// HTML writes the report as one page that holds everything it needs: it is read on a
// laptop and a phone, in light and dark, and printed. It runs nothing and fetches
// nothing, and its content-security policy forbids both.
func HTML(w io.Writer, a *assess.Assessment, o Options) error {
	t, err := parsed("report.html.tmpl", hypertext, template.FuncMap{"table": htmlTable, "typed": isolated})
	if err != nil {
		return err
	}
	p := htmlPage{
		page:  page{story: story{a, isolated}, Seal: o.Seal, since: o.Since, strong: func(p prose) prose { return "<strong>" + p + "</strong>" }},
		Brand: o.Brand,
		style: styleSheet(o.Brand.AccentColor(), a.Rubric.K()),
		wide:  Drawings(a, o, PageWidth), phone: Drawings(a, o, PhoneWidth),
	}
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return err
	}
	_, err = w.Write(tidied(b.Bytes()))
	return err
}

// isolated is text as [hypertext] has it. Where it holds letters that run from right to
// left it is kept apart from the sentence it stands in, and a word that is too long for
// the column of a table may be broken.
func isolated(text string) prose {
	var b strings.Builder
	for word := range strings.SplitAfterSeq(Plain(text), " ") {
		for runes := []rune(word); len(runes) > 0; {
			n := breakAt(runes)
			b.WriteString(template.HTMLEscapeString(string(runes[:n])))
			if runes = runes[n:]; len(runes) > 0 {
				b.WriteString("<wbr>")
			}
		}
	}
	if strings.ContainsFunc(text, rightToLeft) {
		return prose("<bdi>" + b.String() + "</bdi>")
	}
	return prose(b.String())
}

// breakAt is how many characters of a word are kept together.
func breakAt(word []rune) int {
	const longest, piece = 20, 10
	if len(word) <= longest {
		return len(word)
	}
	n := piece
	for n < len(word) && unicode.In(word[n], unicode.M, unicode.Cf) {
		n++
	}
	return n
}

func rightToLeft(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam)
}

// An htmlPage is what the template of the HTML page asks for.
type htmlPage struct {
	page
	Brand       brand.Brand
	style       string
	wide, phone []drawing.Drawing // the same pictures, one by one
}

// Day is the date as text.
func (p htmlPage) Day() string { return p.a.Date.Long() }

// Gist is what follows the headline.
func (p htmlPage) Gist() prose { return join(p.Meaning(), p.HeldDown()) }

// Everything is the table of one person's answers, with the dimension named in every
// row: a reader may be at any of them.
func (p htmlPage) Everything() *table {
	t := p.page.Everything()
	if t == nil {
		return nil
	}
	last := prose("")
	for _, row := range t.rows {
		if row[0] == "" {
			row[0] = `<span class="again">` + last + "</span>"
			continue
		}
		last = row[0]
	}
	return t
}

// TrendKey explains the lines of a series.
func (p page) TrendKey() prose {
	return "Each line runs between the first stage and the last. A ring tells that the trait moved since the assessment before, a dashed one that it may have; no ring, that no change could be detected or that none was tested. The spectrum is never judged."
}

// AnswersKey explains the bars of a room's answers.
func (p page) AnswersKey() prose {
	if !p.room() {
		return ""
	}
	return "A bar is the people who chose a stage: the lower stages stand to the left of the line, the higher to the right. Beside it is whether the room agrees, and n, the answers with a stage; what is not known or does not apply is in no bar."
}

// LogoURI is the logo as the page holds it.
func (p htmlPage) LogoURI() prose {
	l := p.Brand.Logo
	if l == nil {
		return ""
	}
	return prose("data:" + l.MediaType + ";base64," + base64.StdEncoding.EncodeToString(l.Bytes))
}

// A figurePage is a picture as the page shows it, once for a laptop and paper and once
// for a phone, with the same as a table.
type figurePage struct {
	Title       string
	Wide, Phone prose
	Data        *table
	Open        bool // the table is shown unasked
}

// Figures are the pictures whose id begins so.
func (p htmlPage) Figures(id string) ([]figurePage, error) {
	var all []figurePage
	for i, d := range p.wide {
		if d.ID != id && !strings.HasPrefix(d.ID, id+"-") {
			continue
		}
		phone := p.phone[i]
		phone.ID += "-phone"
		f := figurePage{Title: d.Title, Data: dataTable(d.Data, isolated), Open: id == "profile" || id == "since"}
		for _, version := range []struct {
			drawing.Drawing
			to *prose
		}{{d, &f.Wide}, {phone, &f.Phone}} {
			var b strings.Builder
			if err := drawing.WriteSVG(&b, version.Drawing); err != nil {
				return nil, err
			}
			*version.to = prose(b.String())
		}
		all = append(all, f)
	}
	return all, nil
}

//go:embed templates/report.css
var reportCSS string

// styleSheet is the page's, with the colors of both schemes. Paper is light.
func styleSheet(accent drawing.Color, k int) string {
	light, dark := palettes(accent, k)
	sheet := colors(light) + "\n@media screen and (prefers-color-scheme: dark) {\n" + colors(dark) + "\n}\n" + reportCSS
	return string(tidied([]byte(sheet))) // as the page will be, for the policy names its digest
}

// colors are a palette's, for the page and for its pictures.
func colors(p drawing.Palette) string {
	var b strings.Builder
	b.WriteString(":root{")
	for _, named := range []struct {
		name string
		ink  drawing.Ink
	}{
		{"paper", drawing.Paper}, {"words", drawing.Words}, {"muted", drawing.Muted},
		{"hair", drawing.Hair}, {"soft", drawing.Soft}, {"accent", drawing.Accent}, {"ghost", drawing.Ghost},
	} {
		b.WriteString("--" + named.name + ":" + p.Color(named.ink).String() + ";")
	}
	return b.String() + "}" + drawing.Rules(p)
}

// Style is the style sheet as it stands in the page.
func (p htmlPage) Style() prose { return prose(p.style) }

// Policy lets the page show its own style and pictures, and do nothing else.
func (p htmlPage) Policy() prose {
	sum := sha256.Sum256([]byte(p.style))
	return prose("default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; img-src data:; base-uri 'none'; form-action 'none'")
}

// A part of a report has a heading that can be gone to.
type part struct{ ID, Title string }

// parts are those that a report may have, in their order.
func (p page) parts() []part {
	return []part{
		{"summary", "In one minute"},
		{"since", "Since last time"},
		{"trend", "Over time"},
		{"profile", "Profile"},
		{"splits", "Where the room is split"},
		{"roles", "By role"},
		{"wanted", "What the room wants"},
		{"talking", "After talking"},
		{"sides", "Within and between"},
		{"spectrum", p.spectrumName()},
		{"benefits", "What members gain"},
		{"readiness", "Readiness for each form"},
		{"steps", "The next steps"},
		{"hurdles", "What was in the way"},
		{"unknown", "Not known, and where to look"},
		{"examples", "Worth an example"},
		{"notes", "Notes"},
		{"answers", "All answers"},
		{"method", "Method and limits"},
	}
}

func (p page) spectrumName() string {
	if p.a.Spectrum == nil {
		return ""
	}
	return p.a.Spectrum.Dimension.Name
}

// Section is the part with an id.
func (p page) Section(id string) part {
	all := p.parts()
	return all[slices.IndexFunc(all, func(s part) bool { return s.ID == id })]
}

// Contents are the parts that the page has.
func (p htmlPage) Contents() []part {
	drawn := func(id string) bool {
		return slices.ContainsFunc(p.wide, func(d drawing.Drawing) bool { return d.ID == id })
	}
	missing := map[string]bool{
		"since": p.Since() == nil, "trend": !drawn("trend"), "splits": len(p.Splits()) == 0, "roles": p.ByRole() == nil, "wanted": p.Wanted() == nil,
		"talking": p.SecondRound() == "", "sides": !drawn("sides"), "spectrum": p.a.Spectrum == nil,
		"benefits": !drawn("benefits"), "readiness": !p.FormsAsked(), "steps": len(p.Actions()) == 0,
		"hurdles": len(p.Hurdles()) == 0, "unknown": len(p.Unknowns()) == 0,
		"examples": len(p.Unproven()) == 0, "notes": len(p.Notes()) == 0,
	}
	return slices.DeleteFunc(p.parts(), func(s part) bool { return missing[s.ID] })
}
