package asking

import "fmt"

// Words around the rubric's own, on the screen, on paper and in forms.
const (
	rolePrompt = "Your role"
	codePrompt = "Your code"
	factPrompt = "Is this so today?"
	factYes    = "Yes, this is so"
	factNo     = "No, not yet"
)

// Words of forms, which people read with nobody beside them.
const (
	codeHelp  = "Optional: a word that only you know. It links your answers over the years and is not in the report."
	worstHelp = "Choose one that you ticked above. If you ticked none, leave this empty."

	aboutYou     = "About you"
	whatYouNeed  = "What you need"
	whatIsFirst  = "What comes first, and what is in the way"
	whatYouPlan  = "What you plan"
	secondRound  = "After talking about it"
	nothingNeeds = "Every question is optional. What you leave out counts as unanswered, not as a low answer."
	onlyIfAim    = "If you have this, or are exploring it, please answer the next questions too. If not, leave them empty."
)

// Words that only some form tools show: behind the last question, and where too many
// are ticked.
const (
	Thanks = "That was the last question. Thank you: please send your answers."
	AtMost = "Please choose at most %d."
)

// Notice is what people read of who sees their answers, where nobody says it in words
// of their own.
const Notice = "Whoever runs this form can read what each person answers. The group's report shows counts and averages, " +
	"never one person's answers together. A question that fewer than five people answered shows no counts; where five or " +
	"more did, all counts are shown, also where you alone chose an answer. Your name is not asked."

// title is that of a form.
func title(association string, again bool) string {
	switch {
	case again && association != "":
		return association + ": second round"
	case again:
		return "Second round"
	case association != "":
		return fmt.Sprintf("How collaborative is %s?", association)
	}
	return "How collaborative is your association?"
}

// jointWork says what the questions about joint work are about.
func jointWork(about string) string {
	if about == "" {
		return ""
	}
	return fmt.Sprintf("The joint work meant in these questions: %s.", about)
}
