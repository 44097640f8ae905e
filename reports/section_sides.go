package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
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

// sidesHeading names the traits that stand half a stage apart or more: each side rests on
// two questions, and less is noise.
func (t *assessmentText) sidesHeading() content.Text {
	var inside, outside []string
	for _, p := range t.Traits {
		switch {
		case p.Within == 0 || p.Between == 0:
		case p.Within-p.Between >= assess.WorthTalking:
			inside = append(inside, shortName(p.Dimension))
		case p.Between-p.Within >= assess.WorthTalking:
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
			row.Cells = append(row.Cells, t.words.Position(v.Positions[p.Dimension.ID].Mean))
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
	if slices.ContainsFunc(t.Traits, func(p assess.Placement) bool { return p.Stage > 0 && (p.Within == 0 || p.Between == 0) }) {
		said = append(said, t.words.DashMeans())
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
