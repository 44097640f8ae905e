package main

import "fmt"

// The words of the start page.
const (
	startTitle = "How collaborative is your association, and what next?"

	startAlone      = "Answer alone"
	startAloneSays  = "15 or 25 minutes, then your report"
	startPhones     = "A room on its phones"
	startPhonesSays = "everyone answers, in 20 minutes"
	startResult     = "See a result"
	startResultSays = "here, or in your browser"
	startYear       = "A year later"
	startYearSays   = "answer again, see what changed"
	startMore       = "Everything else"
	startMoreSays   = "paper, forms, slides, Word"
	startQuit       = "Quit"

	startName    = "Your association's name (Enter alone goes back):"
	startNothing = "There is no result yet. Press 1 to answer, or 2 to ask a room."

	startWhichResult = "Whose result?"
	startWhichYear   = "Which association?"
	startAgain       = "Answer again"
	startAgainSays   = "the earlier assessment is kept"
	startChanged     = "What changed"
	startChangedSays = "since the time before"
	startSteps       = "The steps agreed"
	startStepsSays   = "what became of them"
	startGoBack      = "Back"

	startRest    = "Press Enter for the rest."
	startBack    = "Press Enter to go back."
	startCommand = "Type a command, such as: rubric print --out paper.html (Enter alone goes back)\n collab"
	startClose   = "Press Enter to close this window."
)

func startFiles(dir string) string { return "Your files: " + dir }

func startYearTitle(association string) string { return association + ", a year later" }

// startPrompt says which keys there are: numbers, and a letter to leave.
func startPrompt(first, last, letter rune, lines bool) string {
	numbers := fmt.Sprintf("%c to %c", first, last)
	if first == last {
		numbers = string(first)
	}
	if lines {
		return fmt.Sprintf("Type %s, or %c, and press Enter:", numbers, letter)
	}
	return fmt.Sprintf("Press %s, or %c:", numbers, letter)
}

func startOffer(lines bool) string {
	if lines {
		return "To open this in your browser, type o and press Enter. Enter alone goes back."
	}
	return "Press o to open this in your browser, or Enter to go back."
}

func startOthers(more int) string {
	if more <= 0 {
		return ""
	}
	return fmt.Sprintf("%d more are in the same folder; to see one, choose Everything else and type: report FOLDER", more)
}

func startNotOpened(page string) string {
	return "No browser opened. Double-click this file:\n " + page
}

// startLine is a choice as it is heard.
func startLine(key rune, title, says string) string {
	if says == "" {
		return fmt.Sprintf("%c: %s", key, title)
	}
	return fmt.Sprintf("%c: %s (%s)", key, title, says)
}
