package reports

import (
	"bytes"
	"io"
	"strings"
	"text/template"

	"collab/assess"
)

// Markdown writes the report that a board reads: a summary of a minute, then
// the detail. It reads well raw, on a code host, and through pandoc to any PDF
// engine; pictures are of ASCII characters for that reason.
func Markdown(w io.Writer, a *assess.Assessment, o Options) error {
	return fillMarkdown(w, "report.md.tmpl", markdownPage{
		page{story: markdownStory(a), Seal: o.Seal, since: o.Since, strong: markdownStrong},
		markdownCharts(a, o),
	})
}

// DiffMarkdown writes a comparison as a page: what moved, then the figures, then
// what the verdicts mean.
func DiffMarkdown(w io.Writer, c *assess.Comparison, o Options) error {
	return fillMarkdown(w, "change.md.tmpl", changePage{sequel{markdownStory(c.Now.Assessment), c}, markdownStrong})
}

// TrendMarkdown writes a series as a page: a row an assessment, then what changed
// each time.
func TrendMarkdown(w io.Writer, s *assess.Series, _ Options) error {
	return fillMarkdown(w, "trend.md.tmpl", trendPage{course{markdownStory(s.Latest().Head), s}, markdownStrong})
}

// PortfolioMarkdown writes several associations as a page: a row each, then how far
// they lie apart.
func PortfolioMarkdown(w io.Writer, p *assess.Portfolio, _ Options) error {
	return fillMarkdown(w, "portfolio.md.tmpl", portfolioPage{p, markdown, markdownStrong})
}

func markdownStrong(p prose) prose { return "**" + p + "**" }

// fillMarkdown fills a template in.
func fillMarkdown(w io.Writer, name string, of any) error {
	t, err := parsed(name, markdown, template.FuncMap{"table": markdownTable})
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, of); err != nil {
		return err
	}
	_, err = w.Write(tidied(b.Bytes()))
	return err
}

// A markdownPage is what the template of the Markdown report asks for.
type markdownPage struct {
	page
	chartsOf
}

// Picture is the profile in a block of code, where nothing needs to be escaped:
// every line has a rail or words of the program behind the name, so none can end
// the block. The figures stand in the table below it.
func (p page) Picture() (prose, error) {
	const width = 66 // of code on an A4 page, set by pandoc
	lines, err := newPicture(plainStory(p.a), width, asciiGlyphs, form{noFigures: true, apart: 1}).lines()
	return prose(strings.Join(lines, "\n")), err
}

// IntervalKey explains the ends of an interval in the picture.
func (p page) IntervalKey() prose {
	for _, d := range p.a.Placements() {
		if d.Low > 0 {
			return ", `[` and `]` the ends of the interval"
		}
	}
	return ""
}

// Digits explains the bars of the tables.
func (p page) Digits() prose {
	said := prose("Every digit is a person who chose the stage of that number, a point is nobody.")
	if per := p.perDigit(); per > 1 {
		said = p.say("Every digit is up to %s people who chose the stage of that number, a point is nobody.", inWords(per))
	}
	return join(said, "The counts follow in the order of the stages, then the middle answer, of two the lower. n are the answers with a stage; what is not known or does not apply is beside it.")
}

func (p page) perDigit() int {
	var all []assess.Counts
	for _, q := range p.a.Answers {
		all = append(all, q.Counts)
	}
	return perDigit(all)
}

// An answersPage are the questions of one label.
type answersPage struct {
	page
	label assess.Label
}

// Answers are all questions of a room by their label, those first on which it
// is split.
func (p page) Answers() []answersPage {
	var parts []answersPage
	for _, l := range labelOrder {
		if len(p.a.Labelled(l)) > 0 {
			parts = append(parts, answersPage{p, l})
		}
	}
	return parts
}

// Label heads the questions.
func (p answersPage) Label() string { return sentence(labels[p.label]) }

// Table are the questions.
func (p answersPage) Table() *table {
	columns := []column{
		left("Question"), left("Answers"), left("Counts"), left("Middle"), right("n"), right("Don't know"), right("N/a"),
	}
	per := p.perDigit()
	var rows [][]prose
	for _, q := range p.a.Labelled(p.label) {
		d, _ := p.a.Rubric.Dimension(q.Dimension)
		row := []prose{
			p.say("%s: %s", short(d), p.low(nameOf(q.Question))), "", "", "",
			count(q.Scored()), count(q.Counts.DontKnow), some(q.Counts.DoesNotApply),
		}
		if q.Label != assess.Withheld {
			row[1], row[2], row[3] = code(digits(q.Counts, per)), prose(inOrder(q.Counts)), p.say("%s", p.stage(q.Rank))
		}
		rows = append(rows, row)
	}
	return table{columns, rows}.withoutEmpty()
}

func code(text string) prose { return prose("`" + text + "`") }
