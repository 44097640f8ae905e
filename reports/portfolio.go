package reports

import (
	"fmt"
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/reports/wording"
	"collab/rubric"
)

// portfolioSections are the sections of the report of a portfolio, in order.
var portfolioSections = []func(*portfolioText) content.Section{
	(*portfolioText).sideBySide,
	(*portfolioText).sinceLast,
	(*portfolioText).spread,
	(*portfolioText).skipped,
}

// Portfolio is the report of several associations side by side, in their order. None is
// ranked.
func Portfolio(p *assess.Portfolio, o Options) content.Report {
	t := &portfolioText{p, wording.For(commonLanguage(p.Members)), o}
	date := ""
	for _, m := range p.Members {
		date = max(date, m.Latest().Head.Date.String())
	}
	return content.Report{
		Title:     t.words.PortfolioTitle(len(p.Members)),
		Language:  t.words.Language(),
		Date:      date,
		Running:   t.words.PortfolioTitle(len(p.Members)),
		Reference: o.Reference,
		Brand:     o.Brand,
		Sections:  made(t, portfolioSections),
	}
}

// commonLanguage is that of all their rubrics; empty where these are in several.
func commonLanguage(members []assess.Member) string {
	language := ""
	for i, m := range members {
		of := m.Latest().Head.Rubric.Language
		if i > 0 && of != language {
			return ""
		}
		language = of
	}
	return language
}

// A portfolioText tells a portfolio. Each association is named by its own rubric.
type portfolioText struct {
	*assess.Portfolio
	words wording.Words
	o     Options
}

// sideBySide are the associations, those of one rubric in a table.
func (t *portfolioText) sideBySide() content.Section {
	s := content.Section{
		ID: "side-by-side", Heading: t.words.PortfolioHeading(len(t.Members), t.Again(), t.Portfolio.Moved()),
		Blocks: []content.Block{content.Paragraph{Tone: content.Deck, Text: t.words.PortfolioDeck()}},
	}
	for _, alike := range t.alike() {
		n := naming{alike[0].Latest().Head.Rubric, t.words}
		s.Blocks = append(s.Blocks, t.table(n, alike),
			content.Paragraph{Tone: content.Note, Text: t.words.StageLegend(stageNames(n.rubric))})
	}
	if len(t.Members) == 0 {
		s.Blocks = []content.Block{content.Paragraph{Tone: content.Deck, Text: t.words.HowToShowSeveral()}}
		return s
	}
	s.Blocks = append(s.Blocks, content.Paragraph{Tone: content.Note, Text: t.words.StageNumbersMean()})
	return s
}

// alike are the members in groups whose rubrics have the same stages and dimensions.
func (t *portfolioText) alike() [][]assess.Member {
	var keys []string
	groups := map[string][]assess.Member{}
	for _, m := range t.Members {
		r := m.Latest().Head.Rubric
		key := fmt.Sprint(stageNames(r))
		for _, d := range placed(r) {
			key += "\n" + d.ID
		}
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], m)
	}
	var all [][]assess.Member
	for _, key := range keys {
		all = append(all, groups[key])
	}
	return all
}

func stageNames(r *rubric.Rubric) []string {
	var names []string
	for _, s := range r.Stages {
		names = append(names, s.Name)
	}
	return names
}

// placed are the dimensions that have a stage, the spectrum last.
func placed(r *rubric.Rubric) []*rubric.Dimension {
	all := r.Traits()
	if d, is := r.Dimension(rubric.SpectrumID); is {
		all = append(slices.Clone(all), d)
	}
	return all
}

func (t *portfolioText) table(n naming, members []assess.Member) content.Table {
	table := content.Table{Caption: t.words.PortfolioCaption(), Heads: []content.Head{{Text: t.words.AssociationHead()}}}
	for _, d := range placed(n.rubric) {
		table.Heads = append(table.Heads, content.Head{Text: t.words.Name(shortName(d)), Figures: true})
	}
	for _, m := range members {
		latest := m.Latest()
		row := content.Row{Cells: []content.Text{content.Typed(latest.Head.Association)}}
		for _, d := range placed(n.rubric) {
			row.Cells = append(row.Cells, t.stageNumber(latest, d.ID))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// sinceLast is when each was assessed, its overall stage, and what moved.
func (t *portfolioText) sinceLast() content.Section {
	s := content.Section{ID: "since", Heading: t.words.SinceHeading(t.Again(), t.Portfolio.Moved())}
	var l content.List
	for _, m := range t.Members {
		latest := m.Latest()
		found := t.words.NothingBefore()
		if c := latest.Since; c != nil {
			found = t.words.ChangeHeading(nil, newChangeText(c, t.o).found())
		}
		stage := naming{latest.Head.Rubric, t.words}.stage(latest.Head.Headline.Stage)
		l.Items = append(l.Items, t.words.MemberTold(content.Typed(latest.Head.Association), latest.Head.Date, stage, found))
	}
	if len(l.Items) > 0 {
		s.Blocks = []content.Block{l}
	}
	return s
}

// stageNumber is a stage by its number, with the own target.
func (t *portfolioText) stageNumber(p assess.Point, dimension string) content.Text {
	at, _ := p.Standing(dimension)
	switch {
	case at.Stage > 0 && (at.Target == assess.TodayIsRight || int(at.Target) == at.Stage):
		return t.words.StageNumberRight(at.Stage)
	case at.Target == assess.NoTarget:
		return t.words.StageNumber(at.Stage, 0)
	}
	return t.words.StageNumber(at.Stage, int(at.Target))
}
