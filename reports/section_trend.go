package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
)

// The trend: a row a trait, from the first assessment to the latest.

func (t *seriesText) trend() content.Section {
	s := content.Section{ID: "trend", Sheet: content.Board, Heading: t.words.OneAssessment()}
	if t.whole == nil {
		s.Blocks = slices.Concat([]content.Block{
			content.Paragraph{Tone: content.Deck, Text: t.overall()},
			t.standing(),
		}, beside(skippedBox(t.words, t.LeftOut)), []content.Block{
			content.Paragraph{Tone: content.Foot, Text: content.Join(t.words.StageRule(), t.words.NotValidated())},
		})
		return s
	}
	first := t.words.DayAmong(t.whole.Then.Date, t.dates())
	s.Heading = t.words.ChangeHeading(first, t.whole.found())
	s.Blocks = slices.Concat([]content.Block{
		content.Paragraph{Tone: content.Deck, Text: content.Join(t.overall(), t.whole.together())},
		t.profile(),
		content.Paragraph{Tone: content.Note, Text: content.Join(t.whole.note(), t.words.WholeMeans(first, t.words.DayAmong(t.Latest().Head.Date, t.dates())))},
		content.Paragraph{Tone: content.Note, Text: t.whole.limits()},
	}, beside(t.assessments()), beside(skippedBox(t.words, t.LeftOut)), beside(t.whole.howSureBox(true), t.whole.notComparedBox()), []content.Block{
		content.Paragraph{Tone: content.Foot, Text: t.whole.foot()},
	})
	return s
}

// overall is the overall stage at first and now.
func (t *seriesText) overall() content.Text {
	first, latest := t.Points[0].Head, t.Latest().Head
	if always := t.alwaysAt(); always != "" {
		return t.words.AlwaysAt(always, len(t.Points))
	}
	then, now := t.overallOf(first), t.overallOf(latest)
	if then == "" || now == "" || first.Length != latest.Length || then == now {
		return nil
	}
	return t.words.FirstAndNowAt(then, now)
}

func (t *seriesText) overallOf(a *assess.Assessment) string {
	return naming{a.Rubric, t.words}.stage(a.Headline.Stage)
}

// alwaysAt is the overall stage of all assessments; empty where it is not the same.
func (t *seriesText) alwaysAt() string {
	latest := t.Latest().Head
	for _, p := range t.Points {
		if t.overallOf(p.Head) != t.overallOf(latest) || p.Head.Length != latest.Length {
			return ""
		}
	}
	return t.overallOf(latest)
}

// profile is that of the whole, with the line over all assessments in place of the
// intervals, for which there is no room.
func (t *seriesText) profile() content.Profile {
	p := t.whole.profile()
	if len(p.Figures) > 3 {
		p = withFigures(p, 3)
	}
	p.Caption, p.Course = t.words.SeriesCaption(), t.words.CourseHead(t.rubric.K())
	traits := t.whole.movedFirst()
	if t.whole.Spectrum != nil {
		traits = append(traits, *t.whole.Spectrum)
	}
	i := 0
	for _, g := range p.Groups {
		for j := range g {
			g[j].Course = t.course(traits[i].Dimension.ID)
			i++
		}
	}
	return p
}

// course are the positions of a trait, oldest first; 0 where there is none. Those of a
// rubric with other stages are none.
func (t *seriesText) course(dimension string) []float64 {
	var all []float64
	for _, p := range t.Points {
		at, _ := p.Standing(dimension)
		if p.Head.Rubric.K() != t.rubric.K() {
			at.Position = 0
		}
		all = append(all, float64(at.Position)/100)
	}
	return all
}

// standing is where an association stands that was assessed once.
func (t *seriesText) standing() content.Table {
	table := content.Table{Caption: t.words.StandingCaption(), Heads: []content.Head{
		{Text: t.words.TraitHead()}, {Text: t.words.TraitStageHead()}, {Text: t.words.Mean(), Figures: true},
	}}
	for _, at := range t.Latest().Standings {
		table.Rows = append(table.Rows, content.Row{Cells: []content.Text{
			t.words.Name(shortName(at.Dimension)), t.words.StageCell(t.stage(at.Stage)), t.words.Position(at.Position),
		}})
	}
	return table
}

// assessments are all of them: who answered, and what each found.
func (t *seriesText) assessments() content.Box {
	var l content.List
	for _, p := range t.Points {
		n := naming{p.Head.Rubric, t.words}
		found := t.words.NothingBefore()
		if p.Since != nil {
			found = t.words.ChangeHeading(nil, newChangeText(p.Since, t.o).found())
		}
		stage := n.stage(p.Head.Headline.Stage)
		if t.alwaysAt() != "" {
			stage = ""
		}
		who := (&assessmentText{Assessment: p.Head, naming: n}).who()
		l.Items = append(l.Items, t.words.AssessmentTold(p.Head.Date, who, stage, found))
	}
	return content.Box{Heading: t.words.AssessmentsHeading(len(t.Points)), Blocks: []content.Block{l}}
}

// means are those of every assessment, where these are more than two.
func (t *seriesText) means() content.Section {
	s := content.Section{ID: "means", Heading: t.words.MeansHeading()}
	if len(t.Points) < 3 {
		return s
	}
	table := content.Table{Caption: t.words.MeansCaption(), Folded: true, Heads: []content.Head{{Text: t.words.DateHead()}}}
	dimensions := t.Dimensions()
	for _, d := range dimensions {
		table.Heads = append(table.Heads, content.Head{Text: t.words.Name(shortName(d)), Figures: true})
	}
	days := t.words.DayHeads(t.dates())
	for i, p := range t.Points {
		row := content.Row{Cells: []content.Text{days[i]}}
		for _, d := range dimensions {
			at, _ := p.Standing(d.ID)
			row.Cells = append(row.Cells, t.words.Position(at.Position))
		}
		table.Rows = append(table.Rows, row)
	}
	s.Blocks = []content.Block{table}
	return s
}
