package reports

import "collab/assess"

// Method tells how the findings were made, and what limits them.
func (p page) Method() []headed {
	said := []headed{
		{Text: p.say("The stages are %s: an order, not amounts. Whoever answers picks the description that fits and does not see the stages' names.", p.Stages())},
		{Text: "A trait's stage is the highest that most of its answers reach, with none more than one stage behind. The headline is the middle of the traits' stages, at most one above the weakest. A position is the mean of the answers' ranks; it is no grade."},
		{Text: "What is not known or does not apply is never counted, neither as the first stage nor in any other way. The last stage is not the goal: the target is what the association says it needs."},
	}
	said = append(said, p.privacy()...)
	if chance := p.chance(); chance != "" {
		said = append(said, headed{Text: chance})
	}
	if p.a.Mode == assess.Solo {
		said = append(said, headed{Text: "One person's answers are one informed view. Leaders rate their own organization higher than those who do the work (Singer et al. 2008); a room shows where it agrees, where it is split, and what it does not know."})
	}
	return append(said,
		headed{Text: "The thresholds, the rule for the stages and the conditions of the forms are design judgments, published with the program and its rubric."},
		headed{Text: "None of this has been validated on a sample of associations yet. Advice follows from these answers, and is only as good as they are."})
}

// privacy says what the page does not show, and what it cannot hide.
func (p page) privacy() []headed {
	switch {
	case !p.room():
		return nil
	case p.a.Mode == assess.Hands:
		return []headed{{Text: "A show of hands is not private: whoever was in the room saw the hands. Its intervals are bounds, and change between two such counts is never tested."}}
	case p.a.Named:
		return []headed{
			{"Answers can be traced", p.say("This is a named room of %s: with so few, counts tell who said what. They agreed to it before anything was written.", counted(p.a.People, "person", "people"))},
			{Text: privateNotes},
		}
	}
	return []headed{
		{Text: "Here stand counts and positions, never the answers of one person side by side. A question on which fewer than five people chose any stage shows no counts of the stages; a target, votes, hurdles, an aim or a fact are left out where fewer than five people gave one. Where five or more answered, all counts are shown, also where a single person chose a stage. Of roles only those of five people or more are shown."},
		{Text: privateNotes},
	}
}

const privateNotes = "What people wrote beside their answers stays with them: it is in neither the record nor this report."

// chance warns of what chance does in a room of this size.
func (p page) chance() prose {
	if !p.room() || len(p.a.Labelled(assess.TooFew)) == p.a.Asked() {
		return ""
	}
	said := prose("A question is split where two answers, two stages or more apart, each have three people and three tenths of the room, with a valley between them; agreed where people stand closer than chance puts them; else mixed.")
	if p.a.Rubric.K() != 4 {
		return said
	}
	return join(said, "In a room of 8 to 12, answers at random would look split in 13 to 21 of 100 questions: take a split as a reason to ask.")
}
