package wording

import (
	"collab/assess"
	"collab/reports/content"
)

// Two associations beside each other, with a view to one form of working together.

// MatchTitle is what a window calls the report.
func (English) MatchTitle(a, b content.Text) content.Text {
	return say("%s and %s, side by side", a, b)
}

// MatchRunning tells of whom and of when.
func (e English) MatchRunning(a content.Text, of assess.Date, b content.Text, with assess.Date) content.Text {
	return say("%s, %s · %s, %s", a, e.Date(of), b, e.Date(with))
}

// MatchHeading says how far the two are from a form. Lacking counts what either side is
// short of or does not know.
func (e English) MatchHeading(form string, ready [2]assess.Ready, lacking int) content.Text {
	what := capital(e.low(form))
	switch {
	case ready[0] == assess.IsReady && ready[1] == assess.IsReady:
		return say("%s: both associations are ready", what)
	case lacking == 1:
		return say("%s: one condition is open before both are ready", what)
	}
	return say("%s: %s conditions are open before both are ready", what, number(lacking))
}

// MatchReady says how ready each side is by its own assessment.
func (e English) MatchReady(a content.Text, ready assess.Ready, b content.Text, other assess.Ready) content.Text {
	if ready == other {
		return say("By its own assessment, each is %s.", readiness[ready])
	}
	return say("By its own assessment, %s is %s and %s is %s.", a, readiness[ready], b, readiness[other])
}

var readiness = map[assess.Ready]string{
	assess.IsReady:    "ready",
	assess.Nearly:     "nearly ready",
	assess.NotYet:     "not yet ready",
	assess.CannotTell: "too little known to say",
	assess.NotAsked:   "not asked",
}

// Consent says what both should have agreed to.
func (English) Consent() content.Text {
	return say("This page lays two associations’ results open to each other. Both should have agreed to that.")
}

// FirstHeading stands above what to agree on.
func (English) FirstHeading(n int) content.Text {
	if n == 1 {
		return say("One thing to agree on first")
	}
	return say("%s things to agree on first", capital(number(n)))
}

// AgreeOnView is what to agree on where both see the joint work differently.
func (English) AgreeOnView(prompt string) content.Text { return say("%s", prompt) }

// SeenApart says what each side answered.
func (e English) SeenApart(a content.Text, stage string, b content.Text, other string) content.Text {
	return say("%s says %s; %s says %s. Compare examples.", a, e.low(stage), b, e.low(other))
}

// AgreeOnNeed is a condition that is short.
func (e English) AgreeOnNeed(name, stage string) content.Text {
	return say("How to bring %s to %s.", e.low(name), e.low(stage))
}

// OpenFor says for whom something is open; nothing of the name of the other where it is
// open for both.
func (English) OpenFor(who content.Text) content.Text {
	if len(who) == 0 {
		return say("Open for both.")
	}
	return say("Open for %s.", who)
}

// ConditionsOf heads what the form needs, and what each side has of it.
func (English) ConditionsOf() content.Text { return say("What the form needs") }

// NeededAt is a condition, with the stage that it asks for; of a fact there is none.
func (e English) NeededAt(name, stage string) content.Text {
	if stage == "" {
		return say("%s", capital(name))
	}
	return say("%s: %s", name, e.low(stage))
}

// MatchCaption says what the table holds.
func (e English) MatchCaption(form string) content.Text {
	return say("What %s needs, and what each association has", e.low(form))
}

// HasStage is the stage that a side has, and whether it is enough; what is short stands
// out.
func (e English) HasStage(stage string, short int) content.Text {
	switch {
	case stage == "":
		return say("*not known*")
	case short > 0:
		return say("*%s, %s short*", e.low(stage), short)
	}
	return say("%s ✓", e.low(stage))
}

// HasFact says whether something is so for a side.
func (English) HasFact(s assess.State) content.Text {
	switch s {
	case assess.Fulfilled:
		return say("yes ✓")
	case assess.Lacking:
		return say("*no*")
	}
	return say("*not known*")
}

// LacksHeading stands above who is short of what.
func (English) LacksHeading() content.Text { return say("Who is short of what") }

// LacksOf counts what a side is short of and does not know.
func (e English) LacksOf(who content.Text, short, unknown []string) content.Text {
	switch {
	case len(short)+len(unknown) == 0:
		return say("*%s:* nothing.", who)
	case len(unknown) == 0:
		return say("*%s:* %s.", who, e.names(short))
	case len(short) == 0:
		return say("*%s:* nothing is known to be missing; not known: %s.", who, e.names(unknown))
	}
	return say("*%s:* %s; not known: %s.", who, e.names(short), e.names(unknown))
}

// ViewsHeading says how far they see the joint work alike.
func (English) ViewsHeading(differ, of int) content.Text {
	if differ == 0 {
		return say("Both see the joint work alike on all %s questions", number(of))
	}
	return say("They see the joint work differently on %s of %s questions", number(differ), number(of))
}

// ViewOf is what each side says of a feature of the joint work.
func (e English) ViewOf(feature, stage, other string) content.Text {
	return say("*%s:* %s, %s", feature, e.low(stage), e.low(other))
}

// ViewsOrder says whose view stands first.
func (English) ViewsOrder(a, b content.Text) content.Text {
	return say("First the view of %s, then that of %s.", a, b)
}

// BothWantHeading stands above what both want.
func (English) BothWantHeading(some bool) content.Text {
	if !some {
		return say("No target is higher than today for both")
	}
	return say("What both want")
}

// BothWantTraits are traits that both want higher.
func (e English) BothWantTraits(traits []string) content.Text {
	return say("Both want to move up on %s.", e.names(traits))
}

// BothAimAt are other forms that both have or explore.
func (e English) BothAimAt(forms []string) content.Text {
	return say("Both also have or explore: %s.", e.names(forms))
}

// MatchCaution says what limits the page.
func (English) MatchCaution(c assess.MatchCaution, a, b content.Text) content.Text {
	switch c {
	case assess.MatchOtherWork:
		return say("The joint work has two names: “%s” and “%s”. If these are different things, their views say nothing about each other.", a, b)
	case assess.MatchNoWork:
		return say("At least one of them did not answer about work with another association, so their views are not compared.")
	case assess.MatchOnePerson:
		return say("Where one person answered, one view stands for a whole association.")
	case assess.MatchFarDates:
		return say("The assessments lie half a year or more apart.")
	}
	return nil
}

// MatchMeans says what the page does and does not do.
func (English) MatchMeans() content.Text {
	return say("Each association is judged by its own assessment alone; the questionnaire’s conditions are the same for both. Nothing is written into either record.")
}
