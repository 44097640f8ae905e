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

// OverallIs says how the overall stage follows from the traits, and theirs from the
// questions.
func (English) OverallIs(room bool) content.Text {
	said := say("A trait’s stage is the highest that most of its questions have reached. It is never more than one stage above the trait’s lowest question. Questions at 4, 4, 4 and 1 give stage 2. The overall stage is the middle one of the traits’ stages. It is never more than one stage above the lowest trait. Where two are in the middle, the lower one counts.")
	if !room {
		return said
	}
	return say("A question’s stage is the middle one of its answers, from lowest to highest. %s", said)
}

// MeanOfQuestions says what the mean of a show of hands is.
func (English) MeanOfQuestions() content.Text {
	return say("A show of hands does not tell which answers come from one person. So a trait’s mean is the average over its questions, with the widest interval that the counts allow.")
}

// IntervalMeans says what an interval tells, and what it does not.
func (English) IntervalMeans() content.Text {
	return say("The interval assumes that people who did not answer think like those who did.")
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
	said := say("Split: at least 30% of people chose one description, at least 30% chose another that is two or more stages away, and few chose one between. Agreed: answers this close together would come about by chance in at most five of 100 rooms. Mixed: anything else.")
	if !chance {
		return said
	}
	return say("%s If 8 to 12 people answered at random, about one question in six would be split. So a split is a reason to ask, not proof that people disagree.", said)
}

// CountsOnly says what is not shown of people.
func (English) CountsOnly() content.Text {
	return say("This report shows counts and means, never one person’s set of answers. Notes are not kept.")
}

// LeadersRateHigh says why one person's view tends to be optimistic.
func (English) LeadersRateHigh() content.Text {
	return say("Leaders rate their own organization higher than front-line staff do (Singer et al. 2008). Asking several people shows where they agree, where they differ, and what they do not know.")
}

// JudgmentsAre says what is judgment in the method.
func (English) JudgmentsAre() content.Text {
	return say("These rules are judgments of the people who made the questionnaire. They are published with it.")
}

// Questionnaire names what was asked.
func (English) Questionnaire(name, version string) content.Text {
	return say("Questionnaire: %s, version %s.", name, version)
}
