package wording

import (
	"collab/assess"
	"collab/reports/content"
)

// What stands at the head and the foot of every page.

// ReportTitle is what a window calls the report.
func (English) ReportTitle(association content.Text) content.Text {
	return say("%s: how it collaborates", association)
}

// Running tells whose, when, and who answered.
func (e English) Running(association content.Text, date assess.Date, who content.Text) content.Text {
	return say("%s · %s · %s", association, e.Date(date), who)
}

// OneAnswered tells that one person answered, by role where it is known.
func (e English) OneAnswered(role string) content.Text {
	if role == "" {
		return say("one person")
	}
	return say("%s", e.low(role))
}

// SomeAnswered tells how many answered, of how many where body is not 0, and how.
func (English) SomeAnswered(mode assess.Mode, people, body int) content.Text {
	who := say("%s %s", people, either(people, "person", "people"))
	if body > 0 {
		who = say("%s of %s people", people, body)
	}
	if mode == assess.Hands {
		return say("%s, by a show of hands", who)
	}
	return say("%s, answering separately", who)
}
