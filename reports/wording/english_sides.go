package wording

import (
	"collab/assess"
	"collab/reports/content"
	"collab/rubric"
)

// Within and between, roles, the spectrum, and what members gain.

// SidesHeading says where work inside the association stands half a stage higher than
// work with others or more, and where lower.
func (e English) SidesHeading(inside, outside []string) content.Text {
	switch {
	case len(inside)+len(outside) == 0:
		return say("No trait differs by half a stage or more between work inside and work with others")
	case len(outside) == 0:
		return say("Work inside is stronger than work with others on %s", e.names(inside))
	case len(inside) == 0:
		return say("Work with others is stronger than work inside on %s", e.names(outside))
	}
	return say("Work inside is stronger on %s; work with others is stronger on %s", e.names(inside), e.names(outside))
}

// RolesHeading says what roles place differently, where nothing is to be said of sides.
func (e English) RolesHeading(traits []string) content.Text {
	if len(traits) == 0 {
		return say("Roles see the traits alike, within half a stage")
	}
	return say("Roles see %s differently", e.names(traits))
}

// SidesCaption says what the table of sides and roles shows.
func (English) SidesCaption(roles bool) content.Text {
	if roles {
		return say("Mean of each trait inside the association, with other associations, and by role")
	}
	return say("Mean of each trait inside the association and with other associations")
}

// Inside heads what is within.
func (English) Inside() content.Text { return say("Inside") }

// WithOthers heads what is between.
func (English) WithOthers() content.Text { return say("With others") }

// RoleHead heads what the people of a role say.
func (e English) RoleHead(role string, people int) content.Text { return say("%s (%s)", role, people) }

// SidesHint says on how little a figure of one side rests.
func (English) SidesHint(least, most int) content.Text {
	rests := counted(most, "question", "questions")
	if least < most {
		rests = say("%s to %s", number(least), rests).Plain()
	}
	return say("Each mean “inside” or “with others” rests on only %s: take it as a hint.", rests)
}

// DashMeans explains a dash in the table of sides and roles.
func (English) DashMeans() content.Text { return say("“–”: too few answers.") }

// RolesShown says which roles are shown.
func (English) RolesShown() content.Text {
	return say("Only roles of five people or more are shown. If two roles differ by half a stage or more, ask why. The gap may be chance.")
}

// RolesDifferToo says where two roles place a trait, after another such trait.
func (e English) RolesDifferToo(trait, low string, at assess.Position, high string, above assess.Position) content.Text {
	return say("On %s, the %s stands at %s and the %s at %s.", e.low(trait), e.low(low), at, e.low(high), above)
}

// The spectrum.

// SpectrumHeading says where the joint work stands, what is behind and what is ahead.
func (e English) SpectrumHeading(stage string, behind, ahead []string) content.Text {
	switch {
	case len(behind) > 0:
		return say("Joint work is at %s; %s %s lower", e.low(stage), e.firstNames(behind), e.verb(behind, "is", "are"))
	case len(ahead) > 0:
		return say("Joint work is at %s; %s %s higher", e.low(stage), e.firstNames(ahead), e.verb(ahead, "is", "are"))
	}
	return say("All features of the joint work are at %s", e.low(stage))
}

// NoJointWork says that there was none.
func (e English) NoJointWork(stage string) content.Text {
	return say("There was no joint work, so it stands at the first stage, %s", e.low(stage))
}

// NoJointWorkMeans says what follows from there being none.
func (English) NoJointWorkMeans(questions int) content.Text {
	return say("The %s about joint work were not asked.", counted(questions, "question", "questions"))
}

// JointWorkNotPlaced says that too little is known of it.
func (English) JointWorkNotPlaced() content.Text {
	return say("Too little was answered to place the joint work")
}

// JointWork says what the questions about joint work are about, with whom it is, and
// what for; each may be empty.
func (e English) JointWork(about content.Text, scope, purpose string) content.Text {
	said := about
	if len(about) > 0 {
		said = say("“%s”", about)
	}
	if scope != "" {
		said = say("%s (%s)", said, e.low(scope))
		if len(about) == 0 {
			said = say("%s", scope)
		}
	}
	switch {
	case len(said) == 0 && purpose == "":
		return nil
	case len(said) == 0:
		return say("Main purpose: %s.", e.low(purpose))
	case purpose == "":
		return say("%s.", said)
	}
	return say("%s. Main purpose: %s.", said, e.low(purpose))
}

// SpectrumCaption says what the profile of the joint work shows.
func (English) SpectrumCaption() content.Text {
	return say("Stage of each feature of the joint work")
}

// Feature heads the attributes.
func (English) Feature() content.Text { return say("Feature") }

// Behind marks an attribute below the stage of the joint work.
func (English) Behind() content.Text { return say("lower") }

// Ahead marks an attribute above the stage of the joint work.
func (English) Ahead() content.Text { return say("higher") }

// FeatureTold is an attribute as a sentence.
func (e English) FeatureTold(name, stage string, pull, instead content.Text) content.Text {
	switch {
	case stage == "":
		return say("%s: %s.", name, instead)
	case len(pull) == 0:
		return say("%s: %s.", name, e.low(stage))
	}
	return say("%s: %s, %s.", name, e.low(stage), pull)
}

// Why a question has no stage.

// NotKnown is said of what is not known.
func (English) NotKnown() content.Text { return say("not known") }

// NotApplicable is said of what does not apply.
func (English) NotApplicable() content.Text { return say("does not apply") }

// NotAnswered is said of what was left open.
func (English) NotAnswered() content.Text { return say("not answered") }

// FewChose is said where too few people chose a stage to show what they chose.
func (English) FewChose(named bool) content.Text {
	if named {
		return say("not everyone chose a stage")
	}
	return say("fewer than five answered")
}

// What members gain.

// GainHeading names the areas that are furthest along, of those that were placed; all
// says that every answer is at one stage.
func (e English) GainHeading(areas []string, of int, all bool) content.Text {
	switch {
	case all:
		return say("Benefits to members: same stage in all areas")
	case len(areas) == of:
		return say("Benefits to members: all areas equally high")
	}
	return say("Benefits to members: highest in %s", e.names(areas))
}

// GainCaption says what the table of benefit areas shows.
func (English) GainCaption() content.Text {
	return say("Stage of each benefit area")
}

// Area heads the benefit areas.
func (English) Area() content.Text { return say("Area") }

// OneSide says that traits, or all of them, rest on one side only.
func (e English) OneSide(scope rubric.Scope, traits []string, all bool) content.Text {
	where := "inside the association"
	if scope == rubric.Between {
		where = "with other associations"
	}
	if all {
		return say("Every trait rests on work %s only, as the other side does not apply.", where)
	}
	return say("%s %s on work %s only, as the other side does not apply.", capital(e.names(traits)), e.verb(traits, "rests", "rest"), where)
}
