package wording

import (
	"collab/assess"
	"collab/reports/content"
)

// What stands behind a change: one person's answers, what is not compared, and the
// figures.

// AnswersChangedHeading says how many of one person's answers changed, and how: to a
// higher stage, to a lower one, or to or from another answer.
func (English) AnswersChangedHeading(up, down, other int) content.Text {
	all := up + down + other
	changed := capital(counted(all, "answer", "answers"))
	var how []string
	for _, k := range []struct {
		n     int
		words string
	}{{up, "to a higher stage"}, {down, "to a lower stage"}, {other, "to or from an answer without a stage"}} {
		switch {
		case k.n == all && all > 1:
			return say("%s changed, all %s", changed, k.words)
		case k.n == all:
			return say("%s changed, %s", changed, k.words)
		case k.n > 0:
			how = append(how, number(k.n)+" "+k.words)
		}
	}
	return say("%s changed: %s", changed, listed(how))
}

// NoAnswerChanged is said where every answer is as before.
func (English) NoAnswerChanged() content.Text { return say("No answer changed") }

// NoAnswerChangedBody says the same of what was compared.
func (English) NoAnswerChangedBody() content.Text {
	return say("Every question answered both times was answered as before.")
}

// AnswerNow is what one person says today.
func (English) AnswerNow(chosen string) content.Text { return say("You now say: “%s”", chosen) }

// AnswerBefore is what was said on a day before.
func (English) AnswerBefore(day content.Text, chosen string) content.Text {
	return say("%s: “%s”", day, chosen)
}

// What is not compared, and the figures.

// ExcludedHeading counts the questions that are not compared.
func (English) ExcludedHeading(n int) content.Text {
	return say("%s not compared", capital(counted(n, "question is", "questions are")))
}

// ExcludedFor names the questions that are not compared for a reason; the version is
// that of the later questionnaire, where it is another.
func (e English) ExcludedFor(reason assess.Excluded, questions []string, version string) content.Text {
	const most = 12
	named := listed(inQuotes(questions))
	if len(questions) > most {
		named = firstQuestions(questions)
	}
	if reason == assess.Reworded && version != "" {
		return say("*Reworded in version %s:* %s.", version, named)
	}
	return say("*%s:* %s.", exclusions[reason], named)
}

// Equivalent says that questions are compared although their words changed, and why.
func (English) Equivalent(n int, why content.Text) content.Text {
	return say("%s compared although the wording changed, because the rubric declares %s equivalent: “%s”.",
		capital(counted(n, "question is", "questions are")), either(n, "it", "them"), why)
}

var exclusions = map[assess.Excluded]string{
	assess.Reworded:     "Reworded",
	assess.OnlyThen:     "Asked only then",
	assess.OnlyNow:      "Asked only now",
	assess.WithheldOnce: "Answered by fewer than five people, then or now",
}

// HowSureHeading stands above how the changes were judged.
func (English) HowSureHeading() content.Text { return say("How sure these changes are") }

// FiguresCaption says what the table of figures holds.
func (English) FiguresCaption() content.Text { return say("What each verdict rests on") }

// The heads of the table of figures.
func (English) TraitHead() content.Text     { return say("Trait") }
func (English) PHead() content.Text         { return say("p") }
func (English) AdjustedHead() content.Text  { return say("adjusted p") }
func (English) PairsHead() content.Text     { return say("people both times") }
func (English) PeopleHead() content.Text    { return say("people then, now") }
func (English) QuestionsHead() content.Text { return say("questions") }

// ThenAndNow are two counts.
func (English) ThenAndNow(then, now int) content.Text { return say("%s, %s", then, now) }
