package wording

import (
	"cmp"
	"slices"
	"strings"

	"collab/assess"
	"collab/reports/content"
	"collab/rubric"
)

// What each form needs.

// A FormMet is how many conditions of a form are met, and of how many nobody knows.
type FormMet struct {
	Form              string
	Met, Unknown, All int
}

// FormsHeading says how many conditions of each form are met, as the board page counts
// them.
func (e English) FormsHeading(forms []FormMet) content.Text {
	said := make([]string, len(forms))
	for i, f := range forms {
		said[i] = say("%s %s of %s", e.low(f.Form), f.Met, f.All).Plain()
		if f.Unknown > 0 {
			said[i] = say("%s (%s not known)", said[i], f.Unknown).Plain()
		}
	}
	return say("Conditions met: %s", strings.Join(said, "; "))
}

// FormsNotAskedHeading says that the short length does not ask of forms.
func (English) FormsNotAskedHeading() content.Text {
	return say("Only the full version asks about readiness for forms of working together")
}

// AimedAt names the forms with an aim.
func (e English) AimedAt(aim string, forms []string) content.Text {
	return say("%s: %s.", aimHeads[aim], e.names(forms))
}

var aimHeads = map[string]string{
	rubric.Have:           "In place",
	rubric.Exploring:      "Being explored",
	rubric.NotConsidering: "Not considered",
}

// ConditionsCaption says what the table of conditions shows.
func (English) ConditionsCaption() content.Text {
	return say("Today’s stage, and the minimum that each type of partnership needs")
}

// Needs heads what is needed.
func (English) Needs() content.Text { return say("Needs") }

// StageToday heads today's stages.
func (English) StageToday() content.Text { return say("Today") }

// Needed is the stage that a form needs, and whether it is there; what is missing
// stands out where somebody considers the form.
func (e English) Needed(stage string, state assess.State, considered bool) content.Text {
	switch {
	case state == assess.Lacking && considered:
		return say("*%s, not reached*", e.low(stage))
	case state == assess.Lacking:
		return say("%s, not reached", e.low(stage))
	case state == assess.Unknown:
		return say("%s, not known", e.low(stage))
	}
	return say("%s", e.low(stage))
}

// StageName is a stage in a cell; a dash where there is none.
func (e English) StageName(stage string) content.Text {
	if stage == "" {
		return say("–")
	}
	return say("%s", e.low(stage))
}

// FactsCaption says what the table of facts shows.
func (English) FactsCaption(mode assess.Mode) content.Text {
	if mode == assess.Solo {
		return say("What else must be true")
	}
	return say("What else must be true, and how many people say so")
}

// Statement heads the facts.
func (English) Statement() content.Text { return say("Statement") }

// NeededFor heads the forms that need a fact.
func (English) NeededFor() content.Text { return say("Needed for") }

// NeededForTalk is said of the fact that collaboration is an objective: no form needs it.
func (English) NeededForTalk() content.Text { return say("not a condition") }

// YesHead heads those who say that a fact is so.
func (English) YesHead() content.Text { return say("Yes") }

// NoHead heads those who say that it is not.
func (English) NoHead() content.Text { return say("No") }

// UnknownHead heads those who do not know.
func (English) UnknownHead() content.Text { return say("Don’t know") }

// Claim is a fact in a table.
func (English) Claim(fact string) content.Text { return say("%s", strings.TrimSuffix(fact, ".")) }

// SoHead heads the outcomes of facts.
func (English) SoHead() content.Text { return say("True?") }

// FactSaid is what is known of a fact.
func (English) FactSaid(s assess.State) content.Text {
	switch s {
	case assess.Fulfilled:
		return say("yes")
	case assess.Lacking:
		return say("*no*")
	}
	return say("not known")
}

// SomeAim says how many people make what of a form, what most say first.
func (e English) SomeAim(form string, people int, aims map[string]int) content.Text {
	choices := []string{rubric.Have, rubric.Exploring, rubric.NotConsidering}
	slices.SortStableFunc(choices, func(a, b string) int { return cmp.Compare(aims[b], aims[a]) })
	first := choices[0]
	if aims[first] == people {
		return say("%s: %s say that %s.", form, everybody(people), aimSaid[first])
	}
	said := []string{say("%s of %s %s that %s", number(aims[first]), number(people), either(aims[first], "says", "say"), aimSaid[first]).Plain()}
	for _, aim := range choices[1:] {
		if n := aims[aim]; n > 0 {
			said = append(said, say("%s that %s", number(n), aimSaid[aim]).Plain())
		}
	}
	return say("%s: %s.", form, listed(said))
}

var aimSaid = map[string]string{
	rubric.Have:           "it is in place",
	rubric.Exploring:      "it is being explored",
	rubric.NotConsidering: "it is not considered",
}

// FirstStep is how to begin with a form.
func (e English) FirstStep(form, step string) content.Text {
	return say("A first step toward %s: %s", e.low(form), e.low(step))
}

// Doubt says why answers about joint work do not count for a form.
func (e English) Doubt(d assess.Doubt, names []string) content.Text {
	return say("%s: not known, because %s.", capital(e.names(names)), doubts[d])
}

var doubts = map[assess.Doubt]string{
	assess.WorkInside:   "the joint work described was inside the association, and a partnership needs work with another association",
	assess.WorkUnstated: "nobody said with whom the joint work was, and a partnership needs work with another association",
}

// What else got in the way.

// MoreHurdlesHeading says how much more got in the way.
func (English) MoreHurdlesHeading(n int) content.Text {
	return say("%s got in the way", capital(counted(n, "more thing", "more things")))
}

// HurdleHeadingOfSeveral names several that were equally in the way.
func (e English) HurdleHeadingOfSeveral(hurdles []string) content.Text {
	if len(hurdles) > 2 {
		return say("%s things got in the way equally", capital(number(len(hurdles))))
	}
	return say("What got in the way most: %s", e.names(hurdles))
}

// Hurdle is one thing that got in the way of one person, and a way out.
func (e English) Hurdle(name, counter string) content.Text {
	return say("*%s.* One way out: %s", name, e.low(counter))
}

// HurdleMet is the same of a room: how many met it, and for how many it was the worst.
func (e English) HurdleMet(name string, met, people, worst int, counter string) content.Text {
	return say("*%s.* %s One way out: %s", name, hadProblem(met, people, worst), e.low(counter))
}
