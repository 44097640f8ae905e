package reports

import (
	"cmp"
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/rubric"
)

// What changed, on one page.

func (t *changeText) whatChanged() content.Section {
	return content.Section{
		ID: "change", Sheet: content.Board, Heading: t.words.ChangeHeading(nil, t.found()),
		Blocks: slices.Concat([]content.Block{
			content.Paragraph{Tone: content.Deck, Text: content.Join(t.together(), t.nowAt(), t.nowLowest(), t.people())},
			t.profile(),
			content.Paragraph{Tone: content.Note, Text: t.note()},
			content.Paragraph{Tone: content.Note, Text: t.limits()},
		}, beside(t.agreedSince()), t.fewAnswers(), beside(t.notComparedBox()), beside(skippedBox(t.words, t.Skipped)), beside(t.howSureBox(false)), []content.Block{
			content.Paragraph{Tone: content.Foot, Text: t.foot()},
		}),
	}
}

// together is one person's shift over all traits.
func (t *changeText) together() content.Text {
	ch := t.AllTraits
	if ch == nil {
		return nil
	}
	return t.words.Together(ch.Questions, ch.Then, ch.Now, ch.SignedShift())
}

// nowAt is the overall stage, where both assessments have one of the same stages.
func (t *changeText) nowAt() content.Text {
	h := t.Comparison.Headline
	if t.was(h.Then) == 0 || h.Now == 0 {
		return nil
	}
	s := t.rubric.Stages[h.Now-1]
	return t.words.NowAt(t.before().stage(h.Then), s.Name, s.Meaning)
}

// nowLowest are the lowest traits, where they are not all.
func (t *changeText) nowLowest() content.Text {
	then, now := t.Then.Assessment.Headline.Lowest, t.Now.Assessment.Headline.Lowest
	of := t.Now.Placed()
	if len(now) == 0 || len(now) == of || t.Then.Length != t.Now.Length {
		return nil
	}
	if mostAre(len(now), of) {
		return t.words.NowShareLowest(len(now), of)
	}
	return t.words.NowLowest(t.shortNames(now), slices.Equal(then, now))
}

// people are those whose answers are compared.
func (t *changeText) people() content.Text {
	return t.words.ComparedPeople(t.Then.People, t.Now.People, t.Pairs)
}

// note explains the profile: the bar, what is at another stage by what may be chance,
// targets, and figures that are not those of the profile.
func (t *changeText) note() content.Text {
	var said []content.Text
	if slices.ContainsFunc(t.Changes(), func(ch assess.Change) bool { return t.was(ch.StageThen) > 0 }) {
		said = append(said, t.words.WasMeans(t.words.DayAmong(t.Then.Date, t.dates())))
	}
	higher, lower := t.restagedByChance()
	inHeading := len(t.Judged(assess.Moved))+len(t.Judged(assess.Possible)) == 0
	if len(higher) > 0 && inHeading || len(higher) == 0 && t.spectrumHigher() {
		said = append(said, t.words.StripedMeans())
	}
	if len(higher) > 0 && !inHeading {
		said = append(said, t.words.OtherStage(higher, true))
	}
	if len(lower) > 0 && !inHeading {
		said = append(said, t.words.OtherStage(lower, false))
	}
	said = append(said, t.targets()...)
	if slices.ContainsFunc(t.Changes(), func(ch assess.Change) bool { of, _ := restsOn(ch); return of > 0 }) {
		said = append(said, t.words.OfQuestions())
	}
	return content.Join(said...)
}

// spectrumHigher is true where the spectrum is at a higher stage, which is never tested.
func (t *changeText) spectrumHigher() bool {
	return slices.ContainsFunc(t.Restaged(), func(s assess.StageChange) bool {
		return s.Dimension.Kind == rubric.Spectrum && t.stagesUp(s) > 0
	})
}

// targets are those that were reached since, by what moved or by what may be chance, and
// how far those are of what moved.
func (t *changeText) targets() []content.Text {
	var reached, byChance []string
	var said []content.Text
	for _, ch := range t.Traits {
		then, before := t.Then.Placement(ch.Dimension.ID)
		now, is := t.Now.Placement(ch.Dimension.ID)
		switch {
		case !before || !is || ch.StageThen == 0 || ch.StageNow == 0 || !now.HasGap:
		case then.HasGap && then.Gap > 0 && now.Gap <= 0 && ch.Verdict != assess.Moved:
			byChance = append(byChance, shortName(ch.Dimension))
		case then.HasGap && then.Gap > 0 && now.Gap <= 0:
			reached = append(reached, shortName(ch.Dimension))
		case ch.Verdict == assess.Moved && now.Gap > 0:
			said = append(said, t.words.TargetAway(shortName(ch.Dimension), now.Gap))
		}
	}
	if len(byChance) > 0 {
		said = append([]content.Text{t.words.AtTargetByChance(byChance)}, said...)
	}
	if len(reached) > 0 {
		said = append([]content.Text{t.words.ReachedTarget(reached)}, said...)
	}
	return said
}

// limits are who is left out, the cautions of the comparison, and why some traits have no verdict.
func (t *changeText) limits() content.Text {
	var said []content.Text
	if t.LeftOut() > 0 {
		said = append(said, t.words.Unlinked(t.LeftOutThen, t.LeftOutNow))
	}
	if n := t.TooFewPairs; n > 0 {
		said = append(said, t.words.TooFewPairs(n, assess.FewestPairs))
	}
	if len(t.Equivalent) > 0 {
		said = append(said, t.words.Equivalent(len(t.Equivalent), content.Typed(t.equivalentWhy())))
	}
	for _, c := range t.Cautions {
		if c != assess.CautionEveryone { // said where p is explained
			said = append(said, t.caution(c))
		}
	}
	for _, why := range []assess.Untested{assess.FewQuestions, assess.OtherQuestions, assess.CountsAlone, assess.NoSpread} {
		if some := t.Untested(why); len(some) > 0 {
			said = append(said, t.words.NotTested(why, t.names(some), len(some) == len(t.Traits)))
		}
	}
	if few := t.Judged(assess.TooFewToTell); len(few) > 0 && len(few) < len(t.Traits) {
		said = append(said, t.words.FewToTell(t.names(few), t.alone()))
	}
	if coarse := slices.DeleteFunc(t.Changes(), func(ch assess.Change) bool { return !ch.Coarse }); len(coarse) > 0 {
		said = append(said, t.words.CoarseShift(t.names(coarse), len(coarse) == len(t.Changes())))
	}
	return content.Join(said...)
}

// equivalentWhy is why questions of other words count as the same.
func (t *changeText) equivalentWhy() string {
	return cmp.Or(t.Now.Rubric.Equivalent, t.Then.Rubric.Equivalent)
}

func (t *changeText) caution(c assess.Caution) content.Text {
	if c == assess.CautionJointWork {
		return t.otherWorkTold()
	}
	return t.words.ChangeCaution(c)
}

// foot explains the verdicts that occur, and what stands behind the figures.
func (t *changeText) foot() content.Text {
	return content.Join(append(t.verdictsExplained(), t.footEnd(false)...)...)
}

// footEnd is what every page about a change ends with; squares are those of forms.
func (t *changeText) footEnd(squares bool) []content.Text {
	said := []content.Text{t.words.StageRule()}
	if t.Spectrum != nil {
		said = append(said, t.words.SpectrumNotTested(shortName(t.Spectrum.Dimension)))
	}
	if squares {
		said = append(said, t.words.SquaresMean())
	}
	said = append(said, t.words.NotValidated())
	if t.o.Reference != "" {
		said = append(said, t.words.Reference(t.o.Reference))
	}
	return said
}

// verdictsExplained are the verdicts that occur, each in a sentence.
func (t *changeText) verdictsExplained() []content.Text {
	if t.Test == assess.SoloRule && t.Tested() == 0 {
		return nil
	}
	if t.Test == assess.SoloRule {
		possible, together := assess.AllTraitsPossible, assess.AllTraitsMoved
		if ch := t.AllTraits; ch != nil && ch.Questions < assess.ManyOfAllTraits {
			possible, together = assess.AllTraitsPossibleOfFew, assess.AllTraitsMovedOfFew
		}
		return []content.Text{t.words.SoloRule(assess.SoloMoved, assess.SoloMovedOfTwo, possible, together)}
	}
	var said []content.Text
	for _, verdict := range []assess.Outcome{assess.Moved, assess.Possible, assess.NoDetectableChange} {
		if len(t.Judged(verdict)) > 0 {
			said = append(said, t.words.VerdictMeans(verdict))
		}
	}
	return said
}

// answersChanged are one person's answers that are not as before, in a section.
func (t *changeText) answersChanged() content.Section {
	return inSection("answers-changed", t.answersBox())
}

// mostAnswers is how many answers that changed have room on the page of what changed:
// fewer where it tells what became of the steps agreed last time.
func (t *changeText) mostAnswers() int {
	const alone, besideSteps = 12, 5
	if len(t.agreedSince().Blocks) > 0 {
		return besideSteps
	}
	return alone
}

// fewAnswers are those answers in two columns as even as can be, where they are few.
func (t *changeText) fewAnswers() []content.Block {
	if len(t.Answers) > t.mostAnswers() || len(t.answersBox().Blocks) == 0 {
		return nil
	}
	answers, is := t.answersBox().Blocks[0].(content.Answers)
	if !is || len(t.Answers) < 2 {
		return beside(t.answersBox())
	}
	items := answers.Groups[0].Items
	box := func(heading content.Text, some []content.Answer) content.Box {
		return content.Box{Heading: heading, Blocks: []content.Block{content.Answers{Groups: []content.AnswerGroup{{Items: some}}}}}
	}
	var best []content.Box
	for at := 1; at < len(items); at++ {
		cut := []content.Box{box(t.answersBox().Heading, items[:at]), box(nil, items[at:])}
		if best == nil || highest(cut) < highest(best) {
			best = cut
		}
	}
	return beside(best...)
}

// manyAnswers are they in a section, where they are many.
func (t *changeText) manyAnswers() content.Section {
	if len(t.Answers) <= t.mostAnswers() {
		return content.Section{}
	}
	return t.answersChanged()
}

// answersBox is one person's answers that are not as before.
func (t *changeText) answersBox() content.Box {
	switch {
	case !t.alone() || t.Tested() == 0 && len(t.Answers) == 0:
		return content.Box{}
	case len(t.Answers) == 0:
		return content.Box{Heading: t.words.NoAnswerChanged(), Blocks: []content.Block{content.Paragraph{Text: t.words.NoAnswerChangedBody()}}}
	}
	var up, down, other int
	var group content.AnswerGroup
	for _, a := range t.Answers {
		switch was := t.was(max(int(a.Then), 0)); {
		case was <= 0 || a.Now <= 0:
			other++
		case int(a.Now) > was:
			up++
		default:
			down++
		}
		q := t.question(a.Question)
		group.Items = append(group.Items, content.Answer{
			Question: t.words.Name(q.Prompt),
			Chosen:   t.words.AnswerNow(chosen(t.Now.Rubric, q, a.Now)),
			Note:     t.words.AnswerBefore(t.words.DayAmong(t.Then.Date, t.dates()), chosen(t.Then.Rubric, t.Then.Rubric.Questions()[t.Then.Rubric.Index(a.Question)], a.Then)),
		})
	}
	return content.Box{
		Heading: t.words.AnswersChangedHeading(up, down, other),
		Blocks:  []content.Block{content.Answers{Groups: []content.AnswerGroup{group}}},
	}
}

// chosen is an answer in the words chosen.
func chosen(r *rubric.Rubric, q rubric.Question, a assess.Answer) string {
	switch {
	case a > 0:
		return q.Anchors[a-1]
	case a == assess.DontKnow:
		return r.DontKnow
	}
	return r.NotApply
}

// notCompared is a section of its own where the board page has other things to say.
func (t *changeText) notCompared() content.Section {
	return inSection("not-compared", t.notComparedBox())
}

// howSure likewise.
func (t *changeText) howSure() content.Section { return inSection("how-sure", t.howSureBox(true)) }

func inSection(id string, b content.Box) content.Section {
	return content.Section{ID: id, Heading: b.Heading, Blocks: b.Blocks}
}

// notComparedBox are the questions that are not, by the reason.
func (t *changeText) notComparedBox() content.Box {
	version := ""
	if t.Then.Rubric.Version != t.Now.Rubric.Version {
		version = t.Now.Rubric.Version
	}
	var l content.List
	for _, reason := range []assess.Excluded{assess.Reworded, assess.OnlyThen, assess.OnlyNow, assess.WithheldOnce} {
		var names []string
		for _, id := range t.ExcludedFor(reason) {
			q := t.question(id)
			names = append(names, questionName(assess.Question{Question: &q}))
		}
		if len(names) > 0 {
			l.Items = append(l.Items, t.words.ExcludedFor(reason, names, version))
		}
	}
	if len(l.Items) == 0 {
		return content.Box{}
	}
	return content.Box{Heading: t.words.ExcludedHeading(len(t.Excluded)), Blocks: []content.Block{l}}
}

// howSureBox is how the shifts were tested, and what each verdict rests on, which may be
// folded away.
func (t *changeText) howSureBox(folded bool) content.Box {
	if t.Test == "" || t.Test == assess.SoloRule || t.Tested() == 0 {
		return content.Box{}
	}
	said := t.words.HowTested(t.Test, t.Tested(), t.Drawn)
	if slices.Contains(t.Cautions, assess.CautionEveryone) {
		said = content.Join(said, t.caution(assess.CautionEveryone))
	}
	table := t.figuresTable()
	table.Folded = folded
	return content.Box{Heading: t.words.HowSureHeading(), Blocks: []content.Block{content.Paragraph{Text: said}, table}}
}

// figuresTable is what each verdict rests on.
func (t *changeText) figuresTable() content.Table {
	people := t.words.PeopleHead()
	if t.Test == assess.Linked {
		people = t.words.PairsHead()
	}
	table := content.Table{Caption: t.words.FiguresCaption(), Heads: []content.Head{
		{Text: t.words.TraitHead()}, {Text: t.words.Interval(), Figures: true}, {Text: t.words.PHead(), Figures: true},
		{Text: t.words.AdjustedHead(), Figures: true}, {Text: people, Figures: true}, {Text: t.words.QuestionsHead(), Figures: true},
	}}
	for _, ch := range t.Changes() {
		row := content.Row{Strong: ch.Verdict == assess.Moved, Cells: []content.Text{
			t.words.Name(shortName(ch.Dimension)), nil, nil, nil, nil, t.words.Of(ch.Questions, ch.Asked),
		}}
		if ch.HasInterval {
			row.Cells[1] = t.words.ShiftRange(ch.Low, ch.High)
		}
		if ch.HasP {
			row.Cells[2], row.Cells[3] = t.words.Chance(ch.P), t.words.Chance(ch.Adjusted)
		}
		switch {
		case ch.Pairs > 0:
			row.Cells[4] = t.words.Count(ch.Pairs)
		case ch.NThen > 0 && ch.NNow > 0:
			row.Cells[4] = t.words.ThenAndNow(ch.NThen, ch.NNow)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}
