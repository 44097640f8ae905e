package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/rubric"
)

// Each trait inside the association and with others, and as roles see it.

func (t *assessmentText) sides() content.Section {
	s := content.Section{ID: "sides"}
	roles := t.rolesShown()
	hasSides := slices.ContainsFunc(t.Traits, func(p assess.Placement) bool { return p.Within > 0 && p.Between > 0 })
	switch {
	case hasSides:
		s.Heading = t.sidesHeading()
	case len(roles) > 0:
		s.Heading = t.rolesHeading()
	default:
		return s
	}
	s.Blocks = append(s.Blocks, t.sidesTable(hasSides, roles), content.Paragraph{Tone: content.Note, Text: t.sidesNote(hasSides, len(roles) > 0)})
	return s
}

func (t *assessmentText) sidesHeading() content.Text {
	var inside, outside []string
	for _, p := range t.Traits {
		switch {
		case p.Within == 0 || p.Between == 0:
		case p.Within > p.Between:
			inside = append(inside, shortName(p.Dimension))
		case p.Within < p.Between:
			outside = append(outside, shortName(p.Dimension))
		}
	}
	return t.words.SidesHeading(inside, outside)
}

func (t *assessmentText) rolesHeading() content.Text {
	var traits []string
	for _, g := range t.RoleGaps {
		traits = append(traits, g.Trait)
	}
	slices.Sort(traits)
	return t.words.RolesHeading(t.shortNames(slices.Compact(traits)))
}

// rolesShown are the roles with positions, unless all are of one.
func (t *assessmentText) rolesShown() []assess.RoleView {
	return slices.DeleteFunc(slices.Clone(t.RoleViews), func(v assess.RoleView) bool {
		return len(v.Positions) == 0 || v.People == t.People
	})
}

func (t *assessmentText) sidesTable(hasSides bool, roles []assess.RoleView) content.Table {
	table := content.Table{Caption: t.words.SidesCaption(len(roles) > 0), Heads: []content.Head{{Text: t.words.Trait()}}}
	if hasSides {
		table.Heads = append(table.Heads, content.Head{Text: t.words.Inside(), Figures: true}, content.Head{Text: t.words.WithOthers(), Figures: true})
	}
	for _, v := range roles {
		table.Heads = append(table.Heads, content.Head{Text: t.words.RoleHead(v.Role.Name, v.People), Figures: true})
	}
	for _, p := range t.Traits {
		if p.Stage == 0 {
			continue
		}
		row := content.Row{Cells: []content.Text{t.words.Name(p.Dimension.Name)}}
		if hasSides {
			row.Cells = append(row.Cells, t.words.Position(p.Within), t.words.Position(p.Between))
		}
		for _, v := range roles {
			row.Cells = append(row.Cells, t.words.Position(v.Positions[p.Dimension.ID]))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func (t *assessmentText) sidesNote(hasSides, roles bool) content.Text {
	var said []content.Text
	if least, most := t.ScopeBase(); hasSides && most > 0 {
		said = append(said, t.words.SidesHint(least, most))
	}
	if roles {
		said = append(said, t.words.RolesShown())
	}
	for _, g := range t.RoleGaps {
		if g != t.widestRoleGap() {
			said = append(said, t.roleGap(g, t.words.RolesDifferToo))
		}
	}
	return content.Join(said...)
}

// The joint work, feature by feature.

func (t *assessmentText) spectrum() content.Section {
	s := content.Section{ID: "spectrum"}
	switch sp := t.Spectrum; {
	case sp == nil:
		return s
	case sp.None:
		s.Heading = t.words.NoJointWork(t.stage(1))
		s.Blocks = []content.Block{content.Paragraph{Text: t.words.NoJointWorkMeans(len(sp.Dimension.Questions))}}
		return s
	case !slices.ContainsFunc(t.asked(rubric.SpectrumID), func(q assess.Question) bool { return q.Rank > 0 }):
		return s
	case sp.Stage == 0:
		s.Heading = t.words.JointWorkNotPlaced()
	default:
		s.Heading = t.words.SpectrumHeading(t.stage(sp.Stage), t.questionNames(sp.Behind), t.questionNames(sp.Ahead))
	}
	s.Blocks = []content.Block{content.Paragraph{Text: t.jointWork()}, t.features()}
	return s
}

func (t *assessmentText) jointWork() content.Text {
	j := t.JointWork
	scope, purpose := "", ""
	if j.Scope != "" {
		scope = rubric.NameOf(t.Rubric.JointWork.Scopes, j.Scope)
	}
	if j.Purpose != "" {
		purpose = rubric.NameOf(t.Rubric.JointWork.Purposes, j.Purpose)
	}
	return t.words.JointWork(content.Typed(j.About), scope, purpose)
}

func (t *assessmentText) features() content.Profile {
	p := content.Profile{Caption: t.words.SpectrumCaption(), Order: t.words.Feature(), Stages: t.stages()}
	var rows []content.ProfileRow
	for _, q := range t.asked(rubric.SpectrumID) {
		rows = append(rows, t.feature(q))
	}
	p.Groups = [][]content.ProfileRow{rows}
	return p
}

func (t *assessmentText) feature(q assess.Question) content.ProfileRow {
	row := content.ProfileRow{Name: t.words.Name(questionName(q)), Cells: make([]content.Cell, t.Rubric.K())}
	if q.Rank == 0 {
		row.Flag = t.noStage(q)
		row.Told = t.words.FeatureTold(questionName(q), "", nil, row.Flag)
		return row
	}
	for i := range q.Rank {
		row.Cells[i].Fill = content.Reached
	}
	var pull content.Text
	switch {
	case slices.Contains(t.Spectrum.Behind, q.ID):
		pull, row.Strong = t.words.Behind(), true
	case slices.Contains(t.Spectrum.Ahead, q.ID):
		pull = t.words.Ahead()
	}
	today := &row.Cells[q.Rank-1]
	if today.Label = pull; len(pull) == 0 {
		today.Spoken = t.words.Today()
	}
	row.Told = t.words.FeatureTold(questionName(q), t.stage(q.Rank), pull, nil)
	return row
}

// noStage is why a question has no stage.
func (t *assessmentText) noStage(q assess.Question) content.Text {
	switch {
	case q.Label == assess.Withheld && q.Scored() > 0:
		return t.words.FewChose(t.Named)
	case q.Counts.DontKnow > 0:
		return t.words.NotKnown()
	case q.Counts.DoesNotApply > 0:
		return t.words.NotApplicable()
	}
	return t.words.NotAnswered()
}

// asked are the questions on a dimension that the round asks.
func (t *assessmentText) asked(dimension string) []assess.Question {
	var asked []assess.Question
	for _, q := range t.Answers {
		if q.Dimension == dimension && q.Asked {
			asked = append(asked, q)
		}
	}
	return asked
}

// What members gain, area by area.

func (t *assessmentText) gain() content.Section {
	s := content.Section{ID: "gain"}
	if s.Heading = t.gainHeading(); len(s.Heading) == 0 {
		return s
	}
	table := content.Table{Caption: t.words.GainCaption(), Heads: []content.Head{
		{Text: t.words.Area()}, {Text: t.words.Inside()}, {Text: t.words.WithOthers()},
	}}
	for _, d := range t.Rubric.Benefits() {
		row := content.Row{Cells: []content.Text{t.words.Name(d.Name), nil, nil}}
		for _, q := range t.asked(d.ID) {
			at := 1
			if q.Scope == rubric.Between {
				at = 2
			}
			if row.Cells[at] = t.noStage(q); q.Rank > 0 {
				row.Cells[at] = t.words.StageName(t.stage(q.Rank))
			}
		}
		if len(row.Cells[1])+len(row.Cells[2]) > 0 {
			table.Rows = append(table.Rows, row)
		}
	}
	s.Blocks = []content.Block{table}
	return s
}

// gainHeading names the areas whose lower side is at the highest stage; empty where none
// was placed.
func (t *assessmentText) gainHeading() content.Text {
	best, placed := 0, 0
	var areas []string
	ranks := map[int]bool{}
	for _, d := range t.Rubric.Benefits() {
		lower := 0
		for _, q := range t.asked(d.ID) {
			if q.Rank > 0 && (lower == 0 || q.Rank < lower) {
				lower = q.Rank
			}
			if q.Rank > 0 {
				ranks[q.Rank] = true
			}
		}
		if lower == 0 {
			continue
		}
		placed++
		if lower > best {
			best, areas = lower, nil
		}
		if lower == best {
			areas = append(areas, d.Name)
		}
	}
	if placed == 0 {
		return nil
	}
	return t.words.GainHeading(areas, placed, len(ranks) == 1)
}
