package wording

import (
	"collab/assess"
	"collab/reports/content"
)

// Several associations side by side.

// PortfolioTitle is what a window calls the report of several associations.
func (English) PortfolioTitle(n int) content.Text {
	if n < 2 {
		return say("Associations side by side")
	}
	return say("%s side by side", capital(counted(n, "association", "associations")))
}

// PortfolioHeading says how many there are, and in how many of those that were assessed
// before something moved.
func (English) PortfolioHeading(n, again, moved int) content.Text {
	all := capital(counted(n, "association", "associations"))
	switch {
	case n == 0:
		return say("There is no association to show")
	case again == 0:
		return say("%s, assessed for the first time", all)
	case again == 1:
		return say("%s: one was assessed before and has %s since", all, either(moved, "clearly changed", "not clearly changed"))
	case moved == 0:
		return say("%s: %s were assessed before, and none has clearly changed since", all, number(again))
	case again == moved:
		return say("%s: %s were assessed before, and all have clearly changed since", all, number(again))
	}
	return say("%s: %s were assessed before, and %s of them %s clearly changed since", all, number(again), number(moved), either(moved, "has", "have"))
}

// PortfolioDeck says what the table shows, and what it is not.
func (English) PortfolioDeck() content.Text {
	return say("Each row is an association’s latest assessment: the stage of each trait and, after an arrow, its own target. This is not a ranking, as associations need different things.")
}

// HowToShowSeveral says what to do where there is none.
func (English) HowToShowSeveral() content.Text {
	return say("Name the folders of several associations, or a folder that holds them.")
}

// PortfolioCaption says what the table holds.
func (English) PortfolioCaption() content.Text {
	return say("Stage of each trait, and the association’s own target")
}

// The heads of the table of associations.
func (English) AssociationHead() content.Text { return say("Association") }

// StageNumber is a stage by its number, and the target where it is another.
func (English) StageNumber(stage, target int) content.Text {
	switch {
	case stage == 0:
		return say("–")
	case target == 0 || target == stage:
		return say("%s", stage)
	}
	return say("%s\u00a0→\u00a0%s", stage, target)
}

// StageNumberRight is a stage that is right as it is.
func (English) StageNumberRight(stage int) content.Text { return say("%s\u00a0=", stage) }

// StageLegend explains the numbers of the stages.
func (e English) StageLegend(stages []string) content.Text {
	var said content.Text
	for i, s := range stages {
		if i == 0 {
			said = say("Stages: %s %s", i+1, e.low(s))
			continue
		}
		said = say("%s, %s %s", said, i+1, e.low(s))
	}
	return say("%s.", said)
}

// StageNumbersMean explains the marks beside the numbers.
func (English) StageNumbersMean() content.Text {
	return say("“2\u00a0→\u00a03”: at stage 2, stage 3 wanted; “2\u00a0=”: at its target; “–”: too few answers.")
}

// SinceHeading stands above when each association was assessed, and what moved.
func (English) SinceHeading(again, moved int) content.Text {
	switch {
	case again == 0:
		return say("When each was assessed")
	case moved == 0:
		return say("When each was assessed; none changed clearly since")
	}
	return say("When each was assessed, and what changed")
}

// MemberTold is an association: when it was assessed last, its overall stage where it has
// one, and what moved since the time before.
func (e English) MemberTold(association content.Text, d assess.Date, stage string, found content.Text) content.Text {
	if stage == "" {
		return say("*%s*, %s. %s.", association, d.Format("January 2006"), found)
	}
	return say("*%s*, %s, overall at %s. %s.", association, d.Format("January 2006"), e.low(stage), found)
}

// SpreadHeading says on what the associations lie furthest apart, and on what closest;
// empty names where all lie equally far apart.
func (e English) SpreadHeading(widest, closest string) content.Text {
	if widest == "" {
		return say("The associations lie equally far apart on every trait")
	}
	return say("The associations differ most on %s and least on %s", e.low(widest), e.low(closest))
}

// SpreadAlone is the heading of one spread.
func (e English) SpreadAlone(trait string) content.Text {
	return say("How far apart the associations are on %s", e.low(trait))
}

// SpreadTitle is the title of the picture of spreads.
func (English) SpreadTitle() content.Text {
	return say("Each short line is the mean of one association")
}

// SpreadTold is a row of that picture in a sentence; without a middle that is 0.
func (English) SpreadTold(trait string, n int, low, middle, high assess.Position) content.Text {
	if middle == 0 {
		return say("%s: %s associations from %s to %s.", trait, n, low, high)
	}
	return say("%s: %s associations from %s to %s, the middle one at %s.", trait, n, low, high, middle)
}

// The heads of the same as a table.
func (English) LowestHead() content.Text  { return say("Lowest") }
func (English) MiddleHead() content.Text  { return say("Middle") }
func (English) HighestHead() content.Text { return say("Highest") }
func (English) CountHead() content.Text   { return say("Associations") }

// SpreadLeftOut says who is left out of a spread.
func (e English) SpreadLeftOut(trait string, n int) content.Text {
	return say("On %s, %s left out, as the questions were different.", e.low(trait), counted(n, "association is", "associations are"))
}

// NoMiddle says when no middle is told.
func (English) NoMiddle() content.Text {
	return say("With fewer than five associations, no middle value is shown.")
}
