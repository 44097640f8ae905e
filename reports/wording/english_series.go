package wording

import (
	"collab/assess"
	"collab/reports/content"
)

// Several assessments of one association.

// SeriesTitle is what a window calls the report of a series.
func (English) SeriesTitle(association content.Text) content.Text {
	return say("%s over time", association)
}

// OneAssessment is the heading where there is nothing to compare yet.
func (English) OneAssessment() content.Text {
	return say("Only one assessment so far: nothing to compare yet")
}

// AlwaysAt says that every assessment found the same overall stage.
func (e English) AlwaysAt(stage string, times int) content.Text {
	switch times {
	case 1:
		return say("The association is at the %s stage.", e.low(stage))
	case 2:
		return say("The association was at the %s stage in both assessments.", e.low(stage))
	}
	return say("The association was at the %s stage in all %s assessments.", e.low(stage), number(times))
}

// FirstAndNowAt says what the first overall stage was and what the latest is.
func (e English) FirstAndNowAt(first, now string) content.Text {
	return say("The association was at %s first and is now at %s; the overall stage is not tested for chance.", e.low(first), e.low(now))
}

// CourseHead heads the lines over time.
func (English) CourseHead(stages int) content.Text { return say("Mean, 1 to %s", stages) }

// SeriesCaption says what the profile of a series shows.
func (English) SeriesCaption() content.Text {
	return say("Stage at first and now, and the mean over time")
}

// WholeMeans says between which assessments a shift is.
func (e English) WholeMeans(first, latest content.Text) content.Text {
	return say("The shift and the verdict compare %s with %s directly.", first, latest)
}

// AssessmentsHeading counts the assessments.
func (English) AssessmentsHeading(n int) content.Text {
	return say("What each of the %s found", counted(n, "assessment", "assessments"))
}

// AssessmentTold is one assessment: when, who answered, its overall stage where that is
// not the same of all, and what it found.
func (e English) AssessmentTold(d assess.Date, who content.Text, stage string, found content.Text) content.Text {
	if stage == "" {
		return say("*%s*, %s. %s.", e.Date(d), who, found)
	}
	return say("*%s*, %s. Overall: %s. %s.", e.Date(d), who, e.low(stage), found)
}

// The heads of tables of assessments.
func (English) DateHead() content.Text       { return say("Date") }
func (English) TraitStageHead() content.Text { return say("Stage") }

// NothingBefore is what the first assessment found of change.
func (English) NothingBefore() content.Text { return say("The first assessment") }

// StageCell is the name of a stage in a cell of its own; a dash where there is none.
func (e English) StageCell(name string) content.Text {
	if name == "" {
		return say("–")
	}
	return say("%s", e.low(name))
}

// MeansHeading stands above the means of all assessments.
func (English) MeansHeading() content.Text { return say("All means over time") }

// MeansCaption says what the table of them holds.
func (English) MeansCaption() content.Text { return say("The mean of each trait at each assessment") }

// StandingCaption says what the table of one assessment holds.
func (English) StandingCaption() content.Text { return say("Stage and mean of each trait") }

// RecordsLeftOutHeading counts the records that are not among the assessments.
func (English) RecordsLeftOutHeading(n int) content.Text {
	return say("%s left out", capital(counted(n, "record is", "records are")))
}

// LeftOutBecause is one reason, as it was given.
func (English) LeftOutBecause(why content.Text) content.Text { return say("%s", why) }
