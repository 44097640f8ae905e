package reports

import (
	"slices"

	"collab/assess"
	"collab/reports/content"
	"collab/rubric"
)

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
