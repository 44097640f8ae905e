package wording

import (
	"collab/assess"
	"collab/reports/content"
	"collab/rubric"
)

// What to do next, and why.

// StepsHeading counts the steps.
func (English) StepsHeading(n int) content.Text {
	switch n {
	case 0:
		return say("No step follows from these answers")
	case 1:
		return say("One step, small on purpose")
	}
	return say("%s steps, each small on purpose", capital(number(n)))
}

// NoSteps says why there are none.
func (English) NoSteps(answered bool) content.Text {
	if !answered {
		return say("Too little was answered to suggest one.")
	}
	return say("Nothing is missing and no target is above today’s stage, so no steps are suggested.")
}

// Step is a step as the rubric has it.
func (English) Step(step string) content.Text { return say("%s", step) }

// FactStep is what to do so that a fact becomes true whose rubric names no step.
func (e English) FactStep(fact string) content.Text {
	return say("Work toward this: %s.", e.clause(fact))
}

// Who heads the line for who takes a step.
func (English) Who() content.Text { return say("Who") }

// By heads the line for the day.
func (English) By() content.Text { return say("by") }

// An AsGood is other questions on a trait that are as good a place to begin as the one
// that a step is about.
type AsGood struct {
	Trait     string
	Questions []string
}

// Alternatives says that the order of the steps is not sure, what is as good as a
// step, and what is close behind.
func (e English) Alternatives(steps int, asGood []AsGood, close []string) content.Text {
	var said content.Text
	if steps > 1 {
		said = say("%s places to begin, in no particular order.", capital(number(steps)))
	}
	for _, a := range asGood {
		if len(a.Questions) > 0 {
			said = content.Join(said, say("On %s, you could begin with %s just as well.", e.low(a.Trait), anyOf(a.Questions)))
		}
	}
	if len(close) > 0 {
		said = content.Join(said, say("To work on after these: %s.", e.names(close)))
	}
	return said
}

// AgreeFirst is said of a step on a question that split the room, by how far the room
// agrees on it now.
func (English) AgreeFirst(now assess.Label) content.Text {
	switch now {
	case assess.Agree:
		return say("The room was split on this and agreed after talking.")
	case assess.Mixed:
		return say("The room was split on this; after talking, answers were mixed.")
	}
	return say("The room is split on this: agree on the facts first.")
}

// InPlaceToo says that many say a form is in place which others explore.
func (English) InPlaceToo(n, people int) content.Text {
	return say("%s of %s say that it is in place: settle that first.", capital(number(n)), number(people))
}

// FormNeedsTrait says that a form that is being explored needs more of something.
func (e English) FormNeedsTrait(mode assess.Mode, trait, form string) content.Text {
	return say("%s: needed for the %s.", trait, e.explored(mode, form))
}

// FormNeedsMore says the same of something of which people want no more.
func (e English) FormNeedsMore(mode assess.Mode, trait, form string) content.Text {
	return say("%s: today’s stage is enough for you, but the %s needs more.", trait, e.explored(mode, form))
}

// FormNeedsFact says that a form that is being explored needs a fact to be true.
func (e English) FormNeedsFact(mode assess.Mode, form string) content.Text {
	return say("Needed for the %s.", e.explored(mode, form))
}

// explored is a form that one person, or a room, explores.
func (e English) explored(mode assess.Mode, form string) string {
	if mode == assess.Solo {
		return e.low(form) + " you are exploring"
	}
	return e.low(form) + " being explored"
}

// YourPriority says that one person chose the trait as one of some that matter most.
func (English) YourPriority(trait string, of int) content.Text {
	if of == 1 {
		return say("%s: your priority.", trait)
	}
	return say("%s: one of your %s priorities.", trait, number(of))
}

// RoomPriority says how many people chose the trait.
func (English) RoomPriority(trait string, votes, people int) content.Text {
	if votes == people {
		return say("%s: %s say it matters most now.", trait, everybody(people))
	}
	return say("%s: %s of %s %s it matters most now.", trait, number(votes), number(people), either(votes, "says", "say"))
}

// StagesBelowTarget says how far a trait is from its target.
func (English) StagesBelowTarget(trait string, stages int) content.Text {
	return say("%s: %s below its target.", trait, counted(stages, "stage", "stages"))
}

// AmongLowest says that a trait stands lowest, and no targets were set.
func (e English) AmongLowest(trait string) content.Text {
	return say("%s: chosen because %s among the lowest; no targets were set.", trait, e.verb([]string{trait}, "it is", "they are"))
}

// Readiness of the forms.

// FormHeading says how ready a form is.
func (e English) FormHeading(form string, verdict content.Text) content.Text {
	return say("%s: %s", form, verdict)
}

// Verdict is how ready a form is that an association considers.
func (English) Verdict(r assess.Ready) content.Text { return say("%s", verdicts[r]) }

var verdicts = map[assess.Ready]string{
	assess.IsReady:    "ready",
	assess.Nearly:     "nearly ready",
	assess.NotYet:     "not yet ready",
	assess.CannotTell: "too little is known",
	assess.NotAsked:   "asked only in the full version",
}

// InPlace is how a form stands that an association has.
func (English) InPlace(missing, unknown int) content.Text {
	switch {
	case missing > 0:
		return say("in place, with gaps")
	case unknown > 0:
		return say("in place, not all known")
	}
	return say("in place, nothing missing")
}

// NotConsidered is how a form stands that one person, or a room, neither has nor explores.
// In a room some may, fewer than a third each.
func (English) NotConsidered(aims assess.Votes) content.Text {
	switch {
	case aims.For[rubric.Have]+aims.For[rubric.Exploring] == 0:
		return say("not considered")
	case 2*aims.For[rubric.NotConsidering] > aims.People:
		return say("not considered by most")
	}
	return say("no common aim")
}

// ConditionsMet counts the conditions of a form that are met and names what is too low,
// what is missing and what is not known.
func (e English) ConditionsMet(met, of int, low, missing, unknown []string) content.Text {
	said := say("*%s of %s conditions met.*", met, of)
	if len(low) > 0 {
		said = say("%s Too low: %s.", said, e.firstNames(low))
	}
	if len(missing) > 0 {
		said = say("%s Missing: %s.", said, e.firstNames(e.clauses(missing)))
	}
	if len(unknown) > 0 {
		said = say("%s Not known: %s.", said, e.firstNames(e.clauses(unknown)))
	}
	return said
}

func (e English) clauses(sentences []string) []string {
	out := make([]string, len(sentences))
	for i, s := range sentences {
		out[i] = e.clause(s)
	}
	return out
}

// ConditionsNotAsked counts the conditions of a form that nobody considers: its facts
// were not asked.
func (English) ConditionsNotAsked(mode assess.Mode, met, of, facts int) content.Text {
	if mode == assess.Solo {
		return say("*%s of %s conditions met.* %s not asked, as you are not considering it.",
			met, of, capital(counted(facts, "question was", "questions were")))
	}
	return say("*%s of %s conditions met.* %s not asked, as no one is considering it.",
		met, of, capital(counted(facts, "question was", "questions were")))
}

// ConditionsNotCounted counts the conditions of a form that some of a room have or
// explore, too few of them for its facts to count.
func (English) ConditionsNotCounted(met, of, facts int, aims assess.Votes) content.Text {
	var said []string
	for _, aim := range []string{rubric.Have, rubric.Exploring} {
		switch n := aims.For[aim]; {
		case n > 0 && len(said) == 0:
			said = append(said, say("%s of %s %s that %s", capital(number(n)), number(aims.People), either(n, "says", "say"), aimSaid[aim]).Plain())
		case n > 0:
			said = append(said, say("%s that %s", number(n), aimSaid[aim]).Plain())
		}
	}
	return say("*%s of %s conditions met.* %s, %s, so %s not known.", met, of, listed(said),
		either(len(said), "less than a third of the room", "less than a third of the room each"),
		counted(facts, "condition counts as", "conditions count as"))
}
