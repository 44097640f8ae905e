package wording

import (
	"strings"

	"collab/assess"
	"collab/reports/content"
)

// What people want: priorities, targets, and what would lift a trait.

// PrioritiesHeading says what most people say matters most.
func (e English) PrioritiesHeading(traits []string, votes, people int) content.Text {
	matters := say("%s %s most now", capital(e.names(traits)), e.verb(traits, "matters", "matter"))
	switch {
	case votes == people:
		return say("%s, say %s", matters, everybody(people))
	case len(traits) == 1:
		return say("%s, say %s of %s", matters, number(votes), number(people))
	}
	return say("%s, say %s of %s each", matters, number(votes), number(people))
}

// TargetsHeading says how many targets are above today.
func (English) TargetsHeading(above, targets int) content.Text {
	switch {
	case above == 0:
		return say("No target is above today’s stage")
	case above == targets:
		return say("Every target is above today’s stage")
	}
	return say("%s of %s %s above today’s stage", capital(number(above)), counted(targets, "target", "targets"), either(above, "is", "are"))
}

// NoTargetsHeading is said where nobody gave a target.
func (English) NoTargetsHeading() content.Text {
	return say("No targets were set, so steps begin with what stands lowest")
}

// WantsCaption says what the table of wishes shows.
func (English) WantsCaption(choices, months int) content.Text {
	each := ""
	if choices > 1 {
		each = say(" (each could choose up to %s)", number(choices)).Plain()
	}
	return say("How many people say a trait matters most now%s, and which stage they want in %s months", each, months)
}

// Trait heads the names of traits.
func (English) Trait() content.Text { return say("Trait") }

// MattersMost heads the votes.
func (English) MattersMost() content.Text { return say("Matters most") }

// AsToday heads those who want no other stage.
func (English) AsToday() content.Text { return say("As today") }

// Count is a number of people in a table; empty where there are none.
func (English) Count(n int) content.Text {
	if n == 0 {
		return nil
	}
	return say("%s", n)
}

// LiftHeading stands above what would lift traits to the next stage.
func (English) LiftHeading(n int) content.Text {
	if n == 1 {
		return say("How to move up by one stage")
	}
	return say("How to move each trait up by one stage")
}

// Lift says which questions must rise, and how many of them, for a trait to reach a
// stage.
func (e English) Lift(trait, stage string, must int, questions []string) content.Text {
	named := inQuotes(questions)
	which := say("improve %s of these: %s", number(must), strings.Join(named, ", "))
	switch {
	case must == len(named) && len(named) < 3:
		which = say("improve %s", listed(named))
	case must == len(named):
		which = say("improve all of these: %s", strings.Join(named, ", "))
	case must == 1 && len(named) == 2:
		which = say("improve %s or %s", named[0], named[1])
	}
	return say("To reach %s on %s, %s.", e.low(stage), e.low(trait), which)
}

// MoreThanNeeded asks what could stop where something is above its target.
func (e English) MoreThanNeeded(traits []string) content.Text {
	return say("%s %s above target: what could you stop doing?", capital(e.names(traits)), e.verb(traits, "is", "are"))
}

// Why a step is not about what one would expect.

// A NoStep says why no step is about a trait.
type NoStep string

// The reasons.
const (
	RightToday  NoStep = "right_today"  // no more of it is wanted
	NoTarget    NoStep = "no_target"    // nobody set a target for it
	OthersFirst NoStep = "others_first" // others come first
)

// NoStepOnLowest says why no step is about what is lowest. First is what steps are for
// instead.
func (e English) NoStepOnLowest(mode assess.Mode, traits []string, why NoStep, first []assess.Reason) content.Text {
	return e.noStep(mode, say("%s %s lowest", capital(e.names(traits)), e.verb(traits, "is", "are")), len(traits), why, comesFirst(first, "what matters most now"))
}

// NoStepOnPriority says why no step is about what matters most.
func (e English) NoStepOnPriority(mode assess.Mode, traits []string, why NoStep, first []assess.Reason) content.Text {
	others := comesFirst(first, "another priority")
	if mode == assess.Solo {
		return e.noStep(mode, say("You chose %s as %s", e.names(traits), either(len(traits), "a priority", "priorities")), len(traits), why, others)
	}
	return e.noStep(mode, say("%s %s %s too", capital(e.names(traits)), e.verb(traits, "is", "are"), either(len(traits), "a priority", "priorities")), len(traits), why, others)
}

func (e English) noStep(mode assess.Mode, found content.Text, n int, why NoStep, others string) content.Text {
	who, this := "you do", either(n, "this", "these")
	if mode != assess.Solo {
		who = "the room does"
	}
	switch why {
	case RightToday:
		return say("%s, but %s not want to move up, so no step is about %s.", found, who, this)
	case NoTarget:
		return say("%s, but no target was set, so no step is about %s.", found, this)
	}
	return say("%s, but no step is about %s yet, as %s first.", found, this, others)
}

// comesFirst is what steps are for instead.
func comesFirst(reasons []assess.Reason, voted string) string {
	said := make([]string, len(reasons))
	for i, r := range reasons {
		if said[i] = firsts[r]; r == assess.Voted {
			said[i] = voted
		}
	}
	return listed(said) + " " + either(len(said), "comes", "come")
}

var firsts = map[assess.Reason]string{
	assess.BlocksForm: "the form being explored",
	assess.ByGap:      "what is furthest from its target",
	assess.Lowest:     "what stands lowest",
}
