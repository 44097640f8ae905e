package reports

import (
	"cmp"
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/reports/wording"
	"collab/rubric"
)

// The profile of a change: what moved first, then the others, lowest first; the
// spectrum apart.

func (t *changeText) profile() content.Profile {
	days := t.words.DayHeads(t.dates())
	p := content.Profile{
		Caption: t.words.ChangeCaption(), Order: t.words.Trait(), Stages: t.stages(),
		Figures: []content.Text{days[0], days[1], t.words.Shift(), t.words.Interval()}, Flag: t.words.VerdictHead(),
	}
	var traits []content.ProfileRow
	for _, ch := range t.movedFirst() {
		traits = append(traits, t.row(ch))
	}
	p.Groups = append(p.Groups, traits)
	if t.Spectrum != nil {
		p.Groups = append(p.Groups, []content.ProfileRow{t.row(*t.Spectrum)})
	}
	return withoutEmptyFigures(p)
}

// movedFirst are the traits as the profile shows them.
func (t *changeText) movedFirst() []assess.Change {
	order := []assess.Outcome{assess.Moved, assess.Possible}
	rank := func(ch assess.Change) int {
		if i := slices.Index(order, ch.Verdict); i >= 0 {
			return i
		}
		return len(order)
	}
	all := slices.Clone(t.Traits)
	slices.SortStableFunc(all, func(a, b assess.Change) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), compareBool(a.Now == 0, b.Now == 0), cmp.Compare(a.Now, b.Now))
	})
	return all
}

// withoutEmptyFigures leaves out columns of figures that no row has.
func withoutEmptyFigures(p content.Profile) content.Profile {
	for i := len(p.Figures) - 1; i >= 0; i-- {
		used := false
		for _, g := range p.Groups {
			for _, r := range g {
				used = used || len(r.Figures[i]) > 0
			}
		}
		if used {
			continue
		}
		p.Figures = slices.Delete(p.Figures, i, i+1)
		for _, g := range p.Groups {
			for j := range g {
				g[j].Figures = slices.Delete(g[j].Figures, i, i+1)
			}
		}
	}
	return p
}

// withFigure leaves a profile one column of figures.
func withFigure(p content.Profile, at int) content.Profile {
	p.Figures = p.Figures[at : at+1]
	for _, g := range p.Groups {
		for j := range g {
			g[j].Figures, g[j].Around = g[j].Figures[at:at+1], nil
		}
	}
	return p
}

// withFigures leaves a profile the first n columns of figures.
func withFigures(p content.Profile, n int) content.Profile {
	p.Figures = p.Figures[:n]
	for _, g := range p.Groups {
		for j := range g {
			g[j].Figures, g[j].Around = g[j].Figures[:n], nil
		}
	}
	return p
}

func (t *changeText) row(ch assess.Change) content.ProfileRow {
	return content.ProfileRow{
		Name:    t.words.Name(shortName(ch.Dimension)),
		Strong:  ch.Verdict == assess.Moved,
		Quiet:   ch.Verdict != assess.Moved && ch.Verdict != assess.Possible,
		Cells:   t.cells(ch),
		Was:     t.was(ch.StageThen),
		Figures: t.figures(ch),
		Around:  t.around(ch),
		Flag:    t.verdict(ch),
		Told:    t.words.ChangeTold(t.told(ch)),
	}
}

// cells are filled up to today's stage; those that were gained without a clear shift
// are unsure, and the one that is wanted is dashed.
func (t *changeText) cells(ch assess.Change) []content.Cell {
	cells := make([]content.Cell, t.rubric.K())
	p, _ := t.Now.Placement(ch.Dimension.ID)
	now := p.Stage
	for i := range now {
		cells[i].Fill = content.Reached
	}
	to, is := t.restaged(ch)
	if up := t.stagesUp(to); is && up != 0 && now > 0 {
		switch {
		case ch.Verdict == assess.Moved:
			cells[now-1].Label = t.words.StagesUp(up)
		default:
			cells[now-1].Spoken = t.words.StagesUp(up)
			for i := t.was(to.Then); i < now; i++ {
				cells[i].Fill = content.Unsure
			}
		}
	}
	if p.HasGap && p.Gap > 0 {
		cells[p.Wanted-1] = content.Cell{Fill: content.Wanted, Label: t.words.Target()}
	}
	return cells
}

func (t *changeText) figures(ch assess.Change) []content.Text {
	figures := make([]content.Text, 4)
	if ch.Then > 0 {
		figures[0], figures[1] = t.words.Position(ch.Then), t.words.Position(ch.Now)
	}
	if ch.HasShift {
		figures[2] = t.words.Signed(ch.SignedShift())
	}
	if ch.HasInterval {
		figures[3] = t.words.ShiftRange(ch.Low, ch.High)
	}
	return figures
}

// around is the interval of a shift about zero, as wide as the widest of all has room.
func (t *changeText) around(ch assess.Change) *content.Around {
	if !ch.HasInterval {
		return nil
	}
	widest := assess.Shift(50) // half a stage: a small shift is not to look large
	for _, other := range t.Changes() {
		if other.HasInterval {
			widest = max(widest, -other.Low, other.High)
		}
	}
	share := func(s assess.Shift) float64 { return float64(s) / float64(widest) }
	return &content.Around{Low: share(ch.Low), At: share(ch.Shift), High: share(ch.High)}
}

// verdict is that of a row, with the questions it rests on where these are fewer than
// the profile's.
func (t *changeText) verdict(ch assess.Change) content.Text {
	switch {
	case ch.Dimension.Kind == rubric.Spectrum && slices.Contains(t.Cautions, assess.CautionJointWork):
		return t.words.OtherWork(t.otherWork())
	case ch.Why == assess.AgainstGroup || ch.Why == assess.CountedHands:
		return nil // said of all
	}
	of, asked := restsOn(ch)
	return t.words.Outcome(ch.Verdict, of, asked)
}

// restsOn are the questions that a change rests on where these are fewer than the
// profile's, or too few to compare.
func restsOn(ch assess.Change) (of, asked int) {
	switch {
	case ch.OverFewer():
		return ch.Questions, ch.Asked
	case ch.Verdict == assess.TooFewToTell && ch.HasShift && ch.Questions < ch.Asked:
		return ch.Questions, ch.Asked
	case ch.Why == assess.FewQuestions || ch.Why == assess.OtherQuestions:
		return ch.Comparable, ch.Asked
	}
	return 0, 0
}

// told is a change as a sentence has it.
func (t *changeText) told(ch assess.Change) wording.ChangeTold {
	told := wording.ChangeTold{
		Trait:     shortName(ch.Dimension),
		StageThen: t.before().stage(ch.StageThen), StageNow: t.stage(ch.StageNow),
		Outcome: ch.Verdict, Then: ch.Then, Now: ch.Now,
		P: ch.P, Adjusted: ch.Adjusted, HasP: ch.HasP,
		Pairs: ch.Pairs, NThen: ch.NThen, NNow: ch.NNow,
	}
	if ch.HasShift {
		told.Shift = ch.SignedShift()
	}
	if ch.HasInterval {
		told.Interval = t.words.ShiftRange(ch.Low, ch.High)
	}
	told.Of, told.Asked = restsOn(ch)
	return told
}
