package phone

import (
	"errors"
	"fmt"
	"strings"

	"collab/assess/asking"
	"collab/internal/strict"
	"collab/rubric"
)

// english holds every sentence that people read of the page and of codes, apart from the
// rubric's own and those of package asking. A second language is a second type.
type english struct{}

var say english

// notice says who sees the answers.
func (english) notice(served bool) string {
	how := "Your answers stay on this phone. At the end they become a code for the person who leads the session, who can read " +
		"in it what you answered. Your name is not asked."
	if served {
		how = "Your answers go to the laptop of the person who leads the session, who can read what each phone answered. Your name " +
			"is not asked. They travel over the network of this room and not over the internet; someone else on that network " +
			"who knows how could read along."
	}
	return how + " The screen and the report show counts, never one person’s answers together. A question that fewer than five people answered shows no counts."
}

// jointWork stands in place of a section's name where questions are about joint work.
func (english) jointWork() string { return "Joint work" }

// about says whom a question is about.
func (english) about(s rubric.Scope) string {
	return map[rubric.Scope]string{rubric.Within: "inside the association", rubric.Between: "with other associations"}[s]
}

func (english) scope(s rubric.Scope) string {
	return map[rubric.Scope]string{rubric.Within: "Inside the association", rubric.Between: "With other associations"}[s]
}

// needsScript is what a browser shows that runs no script.
func (english) needsScript() string {
	return "This page needs JavaScript. If you see only this sentence, open the page in a browser such as Safari, Chrome or Firefox."
}

// page are the sentences of the page. Words in braces are filled in there.
func (english) page() map[string]string {
	return map[string]string{
		// Around every screen.
		"progress":    "{n} of {of}",
		"left":        "{minutes} min left",
		"leftOne":     "1 min left",
		"back":        "Back",
		"skip":        "Skip",
		"next":        "Next",
		"start":       "Start",
		"kept":        "Kept on the laptop",
		"willBeSent":  "Kept on this phone, will be sent",
		"offline":     "No connection to the laptop. You can go on: your answers are kept on this phone and sent when the connection is back.",
		"online":      "The connection is back.",
		"notKeeping":  "This browser does not keep anything. Please do not close this page before you have finished.",
		"refused":     "The laptop did not accept the answers of this phone. Please tell the person who leads the session: {error}",
		"clear":       "Clear my answer",
		"cleared":     "Answer cleared.",
		"tickAny":     "Tick any, or none.",
		"tickAtMost":  "Tick up to {n}, or none.",
		"atMost":      "Only {n}: untick one first.",
		"why":         "Why it matters",
		"where":       "Where to look",
		"whatIsMeant": "What is meant",

		// The first screens.
		"minutes": "About {minutes} minutes. Every question is optional, and your answers are kept as you go.",
		"how":     "Tap an answer, and the next question comes. With a keyboard, choose one and press Enter.",
		"again":   "The same questions once more, now that you have talked about them: {n} in all. Your first answers are not shown.",
		"whoSees": "Who sees my answers?",
		"before":  "Before the first question",

		// The review and the end.
		"review":       "review",
		"reviewAll":    "You have answered everything",
		"reviewOne":    "You skipped one question",
		"reviewSome":   "You skipped {n} questions",
		"numbers":      "no one two three four five six seven eight nine ten",
		"reviewText":   "You can finish as it is. Skipped questions are left out, never guessed. “I don’t know” is an answer too.",
		"reviewDone":   "You can still change any answer before you finish.",
		"reviewEmpty":  "Answer at least one question, and then finish.",
		"allAnswers":   "All questions and my answers",
		"unanswered":   "Not answered",
		"finish":       "Finish",
		"change":       "Change an answer",
		"sending":      "Thank you. Your answers are being sent",
		"sendingText":  "They are kept on this phone. Please keep this page open until it says that they are kept on the laptop.",
		"done":         "Thank you. All your answers are kept",
		"doneText":     "They are on the laptop that runs this session. The screen shows counts, never one person’s answers.",
		"doneKeep":     "Keep this page open. After the room has talked, a few questions come back here.",
		"doneChange":   "Until the answering ends you can change an answer on this phone.",
		"talk":         "Answering has ended. Now the room talks",
		"talkText":     "Please look at the screen. Keep this page open: a few questions may come back here.",
		"ended":        "The session has ended",
		"endedText":    "Thank you. You can close this page.",
		"endedUnsent":  "Your last answers did not reach the laptop before that. They are still on this phone. Please tell the person who leads the session.",
		"endedKept":    "All your answers are kept on the laptop.",
		"endedNothing": "This phone gave no answers.",

		// The code.
		"code":        "One last thing: hand in this code",
		"codeText":    "It holds all your answers. Send it, or read it out, to the person who leads the session and to nobody else.",
		"group":       "Group {n}: {letters}",
		"copy":        "Copy the code",
		"copied":      "Copied",
		"notCopied":   "Copying does not work here. Please write the code down.",
		"share":       "Share",
		"personal":    "If you like, add a word that only you know, the same every year. It links your answers over the years and is not in the report.",
		"readOut":     "How to read it out",
		"readOutText": "Say the number of the group, then its five characters: “One: {first}.” Wait until the other side has said it back.",
		"spelled":     "Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu",
		"digits":      "zero one two three four five six seven eight nine",
		"erase":       "Erase my answers from this phone",
		"eraseText":   "If someone else answers on this phone, or if it is not yours. Hand in your code first: it cannot be made again afterwards.",
		"eraseSure":   "Yes, erase them now",
	}
}

// What is wrong with a code.

func (english) foreign() error {
	return errors.New("this code is of another rubric, another version of it, or another round")
}

// otherRound says of what round a code is, where another is expected.
func (english) otherRound(expected, is asking.Round) error {
	none := is.JointWork.Scope == rubric.ScopeNone
	switch {
	case expected.Again:
		return errors.New("this code is of the first round, not of the second")
	case expected.Length != is.Length:
		return fmt.Errorf("this code is of the %s version of these questions, not of the %s one", is.Length, expected.Length)
	case none:
		return errors.New("this code is of a round without joint work; expected one with it")
	}
	return errors.New("this code is of a round with joint work; expected one without it")
}

func (english) groups(n, expected int) string {
	if n == 0 {
		return fmt.Sprintf("there is no code; expected %d groups of five characters", expected)
	}
	if n == 1 {
		return fmt.Sprintf("the code has 1 group; expected %d", expected)
	}
	return fmt.Sprintf("the code has %d groups; expected %d", n, expected)
}

func (english) tooManyGroups(n int) string {
	return fmt.Sprintf("this has %d groups, which no code has; expected one code a line", n)
}

func (english) groupSize(number int, word string, expected int) string {
	return fmt.Sprintf("group %d, %s, does not have %d characters", number, shown(word), expected)
}

func (english) noLetter(number int, word string, letter rune) string {
	return fmt.Sprintf("group %d, %s, has the character %q, which is in no code", number, shown(word), letter)
}

func (english) wrongGroup(number int, word, right string) string {
	return fmt.Sprintf("group %d, %s, is wrong; if all others are right it is %s", number, word, right)
}

func (english) wrongGroups(numbers []int) string {
	return fmt.Sprintf("groups %s are wrong", listed(numbers))
}

func (english) swappedGroups(a, b int) string {
	return fmt.Sprintf("groups %d and %d have changed places", a, b)
}

func (english) missingGroup(number, of int) string {
	return fmt.Sprintf("group %d of %d is missing", number, of)
}

func (english) groupTwice(number int) string {
	return fmt.Sprintf("there is one group too many: groups %d and %d are the same", number, number+1)
}

func (english) wrongCode() string {
	return "several groups of the code are wrong; ask for the whole code again"
}

// listed are numbers as a sentence has them.
func listed(numbers []int) string {
	var words []string
	for _, n := range numbers {
		words = append(words, fmt.Sprint(n))
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// shown is a group as it was typed, in quotation marks where it is more than letters.
func shown(word string) string {
	if quoted := strict.Show(word); quoted != `"`+word+`"` {
		return quoted
	}
	return word
}
