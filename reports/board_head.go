package reports

import (
	"collab/assess"
	"collab/reports/content"
)

// What a board page begins with: the finding as its headline, and two lines below.

func (t *assessmentText) headline() content.Text {
	h := t.Headline
	var stages []string
	switch {
	case h.Stage == 0:
	case h.BetweenLow == 0:
		stages = []string{t.stage(h.Stage)}
	default:
		stages = []string{t.stage(h.BetweenLow), t.stage(h.BetweenHigh)}
	}
	of := t.Placed()
	if n := len(h.Lowest); mostAre(n, of) && n < of && len(stages) > 0 {
		return t.words.HeadlineOfShared(t.subject(), stages, n, of)
	}
	return t.words.Headline(t.subject(), stages, t.shortNames(h.Lowest), t.noneLower())
}

// mostAre is true where so many traits are lowest that to name them says nothing.
func mostAre(lowest, of int) bool { return lowest > 2 && 2*lowest > of }

// noneLower is true where no trait is lower than another.
func (t *assessmentText) noneLower() bool {
	return len(t.Headline.Lowest) > 1 && len(t.Headline.Lowest) >= t.Placed()
}

// subject is the association in a headline: by its name, unless that would fill it.
func (t *assessmentText) subject() content.Text {
	const longest = 60
	if name := content.Typed(t.Association); len([]rune(name.Plain())) <= longest {
		return name
	}
	return t.words.TheAssociation()
}

// deck is what the stage means, how far people agree, what they want.
func (t *assessmentText) deck() content.Text {
	if t.many() {
		return content.Join(t.stageMeans(), t.talkAhead(), t.agreement(true))
	}
	return content.Join(t.words.Caution(assess.CautionSolo), t.stageMeans(), t.highest())
}

// stageMeans is what the stage of the headline means and, where that is not firm, says so.
func (t *assessmentText) stageMeans() content.Text {
	if t.Headline.Stage == 0 {
		return nil
	}
	s := t.Rubric.Stages[t.Headline.Stage-1]
	if t.Headline.BetweenLow > 0 {
		return content.Join(t.words.Borderline(s.Name, t.otherStages()), t.words.StageMeans(s.Name, s.Meaning))
	}
	return t.words.StageMeans(s.Name, s.Meaning)
}

// otherStages are the ends of the range of a headline that is not firm, without today's stage.
func (t *assessmentText) otherStages() []string {
	var others []string
	for _, end := range []int{t.Headline.BetweenLow, t.Headline.BetweenHigh} {
		if end != t.Headline.Stage {
			others = append(others, t.stage(end))
		}
	}
	return others
}

func (t *assessmentText) talkAhead() content.Text {
	switch t.Headline.TalkAhead {
	case assess.Yes:
		return t.words.TalkAhead()
	case assess.No:
		return t.words.TalkMatched()
	}
	return nil
}

// agreement is on how many questions a room agrees and, where that is asked for, which
// traits it wants furthest on.
func (t *assessmentText) agreement(wants bool) content.Text {
	agreed := len(t.Labelled(assess.Agree))
	if agreed+len(t.Labelled(assess.Mixed))+len(t.Labelled(assess.Split)) == 0 {
		return nil
	}
	widest := 0
	var traits []string
	for _, p := range t.Traits {
		if p.HasGap && p.Gap > widest {
			widest, traits = p.Gap, nil
		}
		if p.HasGap && p.Gap == widest {
			traits = append(traits, shortName(p.Dimension))
		}
	}
	if widest == 0 || !wants {
		return t.words.RoomAgrees(agreed, t.Asked(), t.again())
	}
	return t.words.RoomAgreesAndWants(agreed, t.Asked(), t.again(), traits, widest)
}

// highest is what stands at a higher stage than the whole.
func (t *assessmentText) highest() content.Text {
	top := 0
	var traits []string
	for _, p := range t.Traits {
		if p.Stage > top {
			top, traits = p.Stage, nil
		}
		if p.Stage == top && top > 0 {
			traits = append(traits, shortName(p.Dimension))
		}
	}
	if top <= t.Headline.Stage || t.Headline.Stage == 0 {
		return nil
	}
	return t.words.Highest(traits, t.stage(top))
}
