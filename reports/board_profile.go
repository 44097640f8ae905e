package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/reports/wording"
)

// The profile: a row a trait with a cell for every stage, lowest first, the spectrum
// apart.

func (t *assessmentText) profile() content.Profile {
	p := content.Profile{
		Caption: t.words.ProfileCaption(), Order: t.words.LowestFirst(), Stages: t.stages(),
		Figures: []content.Text{t.words.Mean(), t.words.Answered()},
	}
	switch {
	case t.hasIntervals():
		p.Figures[1] = t.words.Interval()
	case t.many():
		p.Figures[1] = t.words.People()
	}
	var traits []content.ProfileRow
	for _, trait := range t.byPosition() {
		traits = append(traits, t.profileRow(trait))
	}
	p.Groups = append(p.Groups, traits)
	if s := t.Spectrum; s != nil {
		p.Groups = append(p.Groups, []content.ProfileRow{t.profileRow(s.Placement)})
	}
	return p
}

func (t *assessmentText) profileRow(p assess.Placement) content.ProfileRow {
	row := content.ProfileRow{
		Name:    t.words.Name(shortName(p.Dimension)),
		Strong:  slices.Contains(t.Headline.Lowest, p.Dimension.ID) && !t.noneLower(),
		Cells:   t.cells(p),
		Figures: []content.Text{t.words.Position(p.Position), t.secondFigure(p)},
		Flag:    t.flag(p),
	}
	row.Told = t.words.RowTold(wording.RowTold{
		Name: shortName(p.Dimension), Stage: t.stage(p.Stage), Figure: row.Figures[0], More: t.basisTold(p),
		Target: t.targetTold(p), Lowest: t.questionNames(t.lowestOf(p)), Flag: row.Flag,
	})
	return row
}

// basisTold is what a mean rests on in a sentence. Of one person the flag says it.
func (t *assessmentText) basisTold(p assess.Placement) content.Text {
	switch {
	case t.hasIntervals():
		return t.words.Range(p.Low, p.High)
	case t.many() && p.People > 0:
		return t.words.PeopleTold(p.People)
	}
	return nil
}

// lowestOf are the questions at the lowest stage of those that would raise something.
func (t *assessmentText) lowestOf(p assess.Placement) []string {
	var lowest []string
	for _, id := range p.Lift.Questions {
		if t.question(id).Rank == t.question(p.Lift.Questions[0]).Rank {
			lowest = append(lowest, id)
		}
	}
	if len(lowest) == p.Base.Ranked {
		return nil // all are alike
	}
	return lowest
}

// secondFigure is what a mean rests on: its interval, the people, or the answers of one.
func (t *assessmentText) secondFigure(p assess.Placement) content.Text {
	switch {
	case t.hasIntervals():
		return t.words.Range(p.Low, p.High)
	case t.many():
		return t.words.Count(p.People)
	}
	return t.words.Of(p.Base.Ranked, p.Base.Asked)
}

// cells are one a stage: filled up to today's, dashed where more is wanted.
func (t *assessmentText) cells(p assess.Placement) []content.Cell {
	cells := make([]content.Cell, t.Rubric.K())
	for i := range p.Stage {
		cells[i].Fill = content.Reached
	}
	if p.Stage == 0 {
		return cells
	}
	today := &cells[p.Stage-1]
	switch {
	case p.Target == assess.NoTarget:
		today.Spoken = t.words.Today()
	case p.Target == assess.TodayIsRight:
		today.Label = t.words.RightAsItIs()
	case p.Gap == 0:
		today.Label = t.words.AtTarget()
	case p.Gap < 0:
		today.Label = t.words.AboveTarget()
	default:
		today.Spoken = t.words.Today()
		cells[p.Wanted-1] = content.Cell{Fill: content.Wanted, Label: t.words.Target()}
	}
	return cells
}

// flag is what is to be looked into.
func (t *assessmentText) flag(p assess.Placement) content.Text {
	id := p.Dimension.ID
	switch split, unknown := len(t.Split(id)), len(t.UnknownOf(id)); {
	case p.Stage == 0:
		return t.words.FewFlag()
	case split > 0:
		return t.words.SplitFlag(split, t.again())
	case unknown > 0 && t.many():
		return t.words.UnknownFlag(unknown)
	case unknown > 0:
		return t.words.NotKnownFlag(unknown)
	}
	return nil
}

func (t *assessmentText) targetTold(p assess.Placement) content.Text {
	switch {
	case p.Stage == 0 || p.Target == assess.NoTarget:
		return nil
	case p.Target == assess.TodayIsRight:
		return t.words.RightTold()
	}
	return t.words.TargetTold(t.many(), t.stage(p.Wanted), p.Gap)
}

// profileNote says what limits the profile, why the stage of what is lowest is not the
// one its mean lies at, what roles see differently, and what unknown answers could
// change. One person's deck leaves room here for how far talk is ahead.
func (t *assessmentText) profileNote() content.Text {
	said := append(t.boardCautions(), t.firstAnswers())
	if !t.many() {
		said = append(said, t.talkAhead(), t.unanswered())
	}
	said = append(said, t.capped())
	for _, p := range t.byPosition() {
		if slices.Contains(t.Headline.Lowest, p.Dimension.ID) {
			said = append(said, t.notTheMean(p))
		}
	}
	if len(t.RoleGaps) > 0 {
		said = append(said, t.roleGap(t.widestRoleGap(), t.words.RolesDiffer))
	}
	if h := t.Headline; h.UnknownHigh > 0 && !t.many() {
		said = append(said, t.words.UnknownsMatter(len(t.Unknowns), t.stage(h.UnknownLow), t.stage(h.UnknownHigh)))
	}
	return content.Join(said...)
}

// firstAnswers says of what round stages and means are, where there are two.
func (t *assessmentText) firstAnswers() content.Text {
	if !t.again() {
		return nil
	}
	return t.words.FirstAnswers()
}

// unanswered counts the questions that one person left open.
func (t *assessmentText) unanswered() content.Text {
	if open := t.Unanswered(); open > 0 && open < t.Asked() {
		return t.words.Unanswered(open, t.Asked())
	}
	return nil
}

// capped is what holds the headline below most traits.
func (t *assessmentText) capped() content.Text {
	if len(t.Headline.CappedBy) == 0 {
		return nil
	}
	return t.words.Capped(t.shortNames(t.Headline.CappedBy))
}

// notTheMean says why a trait's stage is more than half a stage from its mean.
func (t *assessmentText) notTheMean(p assess.Placement) content.Text {
	above := int(p.Position) - 100*p.Stage
	switch {
	case p.Position == 0 || p.Stage == 0 || above <= 50 && above >= -50:
		return nil
	case above < 0:
		return t.words.AboveMean(shortName(p.Dimension), t.stage(p.Stage))
	}
	return t.words.BelowMean(shortName(p.Dimension), len(p.Lift.Questions), p.Base.Ranked, t.stage(p.Lift.To))
}

// widestRoleGap is the first of the traits that roles place furthest apart.
func (t *assessmentText) widestRoleGap() assess.RoleGap {
	return slices.MaxFunc(t.RoleGaps, func(a, b assess.RoleGap) int { return int(a.Gap - b.Gap) })
}

func (t *assessmentText) roleGap(g assess.RoleGap, say func(trait, low string, at assess.Position, high string, above assess.Position) content.Text) content.Text {
	at := map[string]assess.RoleView{}
	for _, v := range t.RoleViews {
		at[v.Role.ID] = v
	}
	low, high := at[g.Low], at[g.High]
	return say(t.shortNames([]string{g.Trait})[0],
		low.Role.Name, low.Positions[g.Trait].Mean, high.Role.Name, high.Positions[g.Trait].Mean)
}
