package wording

import (
	"collab/assess"
	"collab/reports/content"
)

// Method, limits, and cautions.

// MethodHeading stands above how the findings were made.
func (English) MethodHeading() content.Text { return say("How to read these figures") }

// Caution is what limits the findings, in a sentence; of traits that rest on one side
// only [English.OneSide] says which.
func (English) Caution(c assess.Caution) content.Text { return say("%s", cautions[c]) }

var cautions = map[assess.Caution]string{
	assess.CautionSolo:     "This is one person’s view, which tends to be optimistic.",
	assess.CautionFew:      "Fewer than five people answered: read the counts, not the decimals.",
	assess.CautionSmall:    "With only five to seven people, read the counts, not the decimals.",
	assess.CautionHands:    "A show of hands is not private: everyone in the room saw it.",
	assess.CautionShort:    "This is the short version, with two questions on each trait: one about work inside, one about work with others.",
	assess.CautionNamed:    "With so few people, answers can be traced to a person; everyone agreed to this before anything was saved.",
	assess.CautionOneScope: "At least one trait rests on one side only.",
	assess.CautionReworded: "Some questions were worded differently when they were answered; today’s wording is shown.",
	assess.CautionUnknowns: "“I don’t know” is not counted in stages or means.",
}

// StagesAreAnOrder says what stages are, and how they are chosen.
func (e English) StagesAreAnOrder(stages []string) content.Text {
	return say("The stages, in order, are %s. People choose descriptions and do not see these names. The last stage is not the goal; the target is what the association says it needs.", e.names(stages))
}

// OverallIs says how the overall stage follows from the traits.
func (English) OverallIs() content.Text {
	return say("The overall stage is the middle one of the traits’ stages (of two, the lower), and at most one above the lowest trait.")
}

// MeanOfPeople says what the mean of a room is: that of people, but of some traits, or
// of all, that of questions.
func (e English) MeanOfPeople(ofQuestions []string, all bool) content.Text {
	switch {
	case all:
		return say("Too few people answered enough of each trait’s questions, so a trait’s mean averages its questions.")
	case len(ofQuestions) > 0:
		return say("A trait’s mean averages each person’s answers first, then all people. Too few people answered enough on %s, so %s the questions.", e.names(ofQuestions), either(len(ofQuestions), "its mean averages", "their means average"))
	}
	return say("A trait’s mean averages each person’s answers first, then all people.")
}

// MeanOfQuestions says what the mean of a show of hands is.
func (English) MeanOfQuestions() content.Text {
	return say("A show of hands does not tell which answers come from one person. So a trait’s mean is the average over its questions, with the widest interval that the counts allow.")
}

// IntervalMeans says what an interval tells, and what it does not.
func (English) IntervalMeans() content.Text {
	return say("The interval shows how far the mean might differ with other people answering. It cannot correct for people who chose not to answer.")
}

// NoIntervals says why means have no interval.
func (English) NoIntervals(why assess.NoInterval) content.Text { return say("%s", noIntervals[why]) }

var noIntervals = map[assess.NoInterval]string{
	assess.Everyone: "Everyone answered, so the means need no interval.",
	assess.AllAgree: "Where people hardly differ, a mean has no interval.",
	assess.FewAsked: "With fewer than five people there are no intervals.",
}

// SplitMeans says when a question is split, agreed or mixed. Chance says how often
// answers at random would look split.
func (English) SplitMeans(chance bool) content.Text {
	said := say("Split: two descriptions, two stages apart or more, were each chosen by at least 30% of people (three or more), and few chose one in between. Agreed: answers are closer together than chance would put them. Mixed: anything else.")
	if !chance {
		return said
	}
	return say("%s If 8 to 12 people answered at random, 13 to 21 of 100 questions would look split. So a split is a reason to ask, not proof.", said)
}

// CountsOnly says what is not shown of people.
func (English) CountsOnly() content.Text {
	return say("This report shows counts and means, never one person’s set of answers. Answers from fewer than five people are withheld, and notes are not kept.")
}

// LeadersRateHigh says why one person's view tends to be optimistic.
func (English) LeadersRateHigh() content.Text {
	return say("Leaders rate their own organization higher than front-line staff do (Singer et al. 2008). Asking several people shows where they agree, where they differ, and what they do not know.")
}

// JudgmentsAre says what is judgment in the method.
func (English) JudgmentsAre() content.Text {
	return say("We set the limits and rules by judgment and publish them with the questionnaire.")
}

// Questionnaire names what was asked.
func (English) Questionnaire(name, version string) content.Text {
	return say("Questionnaire: %s, version %s.", name, version)
}
