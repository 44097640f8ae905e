package wording

import "collab/reports/content"

// Joint work that is not the same in two assessments.

// A Work is the joint work of an assessment; what was not stated is empty.
type Work struct {
	About          content.Text
	Scope, Purpose string
	None           bool
}

// An OtherWork is what is not the same of it, the first that is not.
type OtherWork string

// What may differ.
const (
	WorkOnce    OtherWork = "once" // there was none in one of the assessments
	WorkName    OtherWork = "name"
	WorkScope   OtherWork = "scope"
	WorkPurpose OtherWork = "purpose"
)

// OtherWork stands in place of a verdict on joint work that is not the same.
func (English) OtherWork(what OtherWork) content.Text {
	if what == WorkPurpose {
		return say("other purpose")
	}
	return say("other work")
}

// OtherWorkTold says what is not the same of the joint work.
func (e English) OtherWorkTold(what OtherWork, then, now Work) content.Text {
	switch {
	case what == WorkOnce && then.None:
		return say("There was no joint work then and there is some now, so the spectrum does not compare like with like.")
	case what == WorkOnce:
		return say("There was joint work then and there is none now, so the spectrum does not compare like with like.")
	case what == WorkName:
		return say("The joint work was %s then and %s now, so the spectrum compares different work.", named(then.About), named(now.About))
	case what == WorkScope:
		return say("The joint work is still %s, but was %s then and is %s now, so the spectrum compares different work.",
			named(now.About), stated(then.Scope), stated(now.Scope))
	}
	return say("The joint work is still %s, but its main purpose was %s then and is %s now, so compare the spectrum with care.",
		named(now.About), stated(then.Purpose), stated(now.Purpose))
}

func named(about content.Text) content.Text {
	if len(about) == 0 {
		return say("not named")
	}
	return say("“%s”", about)
}

// stated is what was chosen.
func stated(choice string) content.Text {
	if choice == "" {
		return say("not stated")
	}
	return say("“%s”", choice)
}
