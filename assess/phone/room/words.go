package room

import (
	"fmt"
	"strings"
)

// Every sentence that the room says: to a phone, on the projector, in the terminal.

// What a phone is told. These are shown to whoever holds it.
const (
	notOpen    = "This round takes no answers now."
	roomIsFull = "%d phones have joined, and no more can."
	notSaved   = "The answer could not be saved on the laptop. Your phone keeps it and tries again."

	notAMessage   = "This is not a message from the page."
	notAKey       = "The phone’s key is not 32 hexadecimal digits."
	notASeq       = "The number of the message is missing or is not from 0 to %d."
	noSuchRole    = "There is no role %s."
	codeOnOneLine = "The code holds a character that cannot be kept. Use letters and digits."
	codeTooLong   = "The code is too long: at most %d characters."
	notAsked      = "This round does not ask %s."
	noSuchAnswer  = "%s is no answer to %s."
	oneOrMany     = "One answer was expected where several came, or several where one did, to %s."
	tooMany       = "Too many are ticked in %s: at most %d."
	twice         = "%s is ticked twice in %s."
	worstNotMet   = "%s is marked as the worst hurdle but is not ticked."
)

// What is said of a request that is refused before it is read.
const (
	refusalTitle = "This page cannot be shown"
	notHere      = "There is nothing at this address. Type it as it stands on the screen, with the letters at the end."
	otherHost    = "This room answers only under the address on the screen."
	otherOrigin  = "Another web page sent this. Only the room’s own page may."
	otherMethod  = "This address cannot be used in this way."
	notJSON      = "Expected JSON (Content-Type: application/json)."
	tooLarge     = "That is too large to be one person’s answers."
	onlyThisPC   = "The projector page opens only on the laptop itself."
	readTooShort = "The request ended too early, or took too long."
)

// boardWords are those around what the projector shows.
type boardWords struct {
	Title, Heading, JoinNetwork, Password, OpenAddress, AddressCode, WifiCode string
	Joined, Answering, Finished, Privacy, Slides, Back, On, Gone              string
}

func wordsOfBoard(p Phase, w Wifi) boardWords {
	words := boardWords{
		Title: "Join on your phone", Heading: "Answer on your own phone, in two steps",
		JoinNetwork: "Join the network that this laptop is on. No internet needed",
		Password:    "Password:", OpenAddress: "Open this address, or scan the code",
		AddressCode: "Scan to open the questions", WifiCode: "Scan to join the network",
		Joined: "joined", Answering: "answering", Finished: "finished",
		Privacy: "Nobody’s answers are shown here. They are not encrypted on their way: someone on this network who knows how could listen.",
		Slides:  "Slides", Back: "Back", On: "Next",
		Gone: "The room is not running. Start it again on the laptop: the same command goes on.",
	}
	if w.Name != "" {
		words.JoinNetwork = "Join this Wi-Fi. No internet needed"
	}
	switch p {
	case Second:
		words.Title, words.Heading = "Answer again on your phone", "Now that you have talked: please answer again"
		words.JoinNetwork = strings.Replace(words.JoinNetwork, "Join", "Stay on", 1)
		if w.Name == "" {
			words.JoinNetwork = "Stay on the same network. No internet needed"
		}
		words.OpenAddress = "The questions come back on your phone. If not, open or scan"
	case Talk:
		words.Title = "What to talk about"
	case Ended:
		words.Title = "Before and after talking"
	}
	return words
}

// What the terminal says.
const (
	openAddress    = "2  and open, or scan the code:"
	onProjector    = "For the projector, on this laptop:"
	noAnswersShown = "Nobody's answers are shown, to anyone."
)

// Stopped is said when the room is left: where the answers are, and how to go on.
func Stopped(c Counts, p Phase, folder, again string) string {
	switch {
	case !p.Open():
		return "Stopped. To show the projector's pages again: " + again
	case c.Joined == 0:
		return "Stopped. Nobody has joined yet. To open the room again: " + again
	case c.Kept == 0:
		return "Stopped. Nobody has answered yet. To go on, with the same phones: " + again
	}
	return fmt.Sprintf("Stopped. What %s sent is kept in\n  %s\nTo go on, with the same phones: %s", phones(c.Kept), folder, again)
}

// Nobody is said where a round is to be ended that nobody has answered.
func Nobody() string { return "Nobody has answered yet, so there is nothing to combine." }

func headOf(association, date string, short, all bool, p Phase) string {
	length := "full, about 20 minutes"
	if short {
		length = "short, about 12 minutes"
	}
	switch {
	case p == Talk:
		length = "time to talk"
	case p == Second && all:
		length = "second round, " + length
	case p == Second:
		length = "second round, about 5 minutes"
	case p == Ended:
		length = "both rounds are done"
	}
	return association + " · " + date + " · " + length
}

func joinNetwork(name string) string {
	if name != "" {
		return "  1  Phones join the network " + name
	}
	return "  1  Phones join the network of this laptop, or of your own router (no internet needed)"
}

func phones(n int) string {
	if n == 1 {
		return "1 phone"
	}
	return fmt.Sprintf("%d phones", n)
}

func countsLine(c Counts) string {
	return fmt.Sprintf("joined %d   answering %d   finished %d", c.Joined, c.Answering, c.Finished)
}

func countsAtEnd(c Counts, people int, p Phase) string {
	round := "The first round"
	if p == Ended {
		round = "The second round"
	}
	said := fmt.Sprintf("%s has ended: %s took part.", round, phones(c.Kept))
	if unfinished := c.Kept - c.Finished; unfinished > 0 {
		said += fmt.Sprintf(" %d had not finished; what they answered counts.", unfinished)
	}
	if people != c.Kept {
		said += fmt.Sprintf(" In all, %d people are counted.", people)
	}
	return said
}

func projectorShows(p Phase) string {
	if p == Ended {
		return "  The projector shows what talking changed. ← and → turn its pages."
	}
	return "  The projector shows what to talk about, one question a screen. ← and → turn its pages."
}

func reportAt(folder string) string { return "  Record and report are in " + folder }

func keysOf(p Phase, help bool) []string {
	var keys []string
	switch {
	case help:
		keys = append(keys, "w back")
	case p.Open():
		keys = append(keys, "e end and combine", "n another address of this laptop", "w a phone cannot connect?")
	case p == Talk:
		keys = append(keys, "← → turn pages", "s second round")
	default:
		keys = append(keys, "← → turn pages")
	}
	if p.Open() {
		return append(keys, "q stop, answers are kept")
	}
	return append(keys, "q leave")
}

// KeysOfLines says how keys are typed where there is no screen.
func KeysOfLines(p Phase) string {
	keys := strings.Join(keysOf(p, false), "; ")
	keys = strings.ReplaceAll(keys, "← → turn pages", "b and f turn the projector back and forward")
	return "Type a letter and press Enter: " + keys + "; Enter alone says the counts again."
}

// NoSuchKey is said of what is typed and means nothing.
func NoSuchKey(typed string) string { return shown(typed) + " is not one of the letters." }

// ConfirmEnd asks whether to end a round in which people still answer, or have only opened
// the page.
func ConfirmEnd(c Counts) string {
	are, said := "people are", ""
	n := c.Kept - c.Finished
	if n == 1 {
		are = "person is"
	}
	if n > 0 {
		said = fmt.Sprintf("%d %s still answering. ", n, are)
	}
	if silent := c.Joined - c.Kept; silent > 0 {
		said += phones(silent) + " opened the page and sent no answer yet. "
	}
	return said + "After the end nobody can change anything; what people have answered counts. Press e again to end."
}

// ConfirmAgain asks whether to begin the second round.
func ConfirmAgain(all bool) string {
	which := "the questions that the projector shows"
	if all {
		which = "all questions"
	}
	return "The second round asks " + which + " once more, on the same phones. Press s again to begin."
}

// Refused says what is still so where a key could not be carried out.
func Refused(p Phase) []string {
	if p.Open() {
		return []string{"The round goes on, and phones can answer."}
	}
	return nil
}

// OnlyAddress is said where there is no other address.
func OnlyAddress() string { return "This laptop has only this address for phones." }

// AddressFails is said of an address that cannot be used.
func AddressFails(address string) string { return "The address " + address + " cannot be used now." }

// AddressChanged is said after another address was chosen.
func AddressChanged() string { return "Phones now open the new address. The projector shows it too." }

// checklist is what to do where a phone cannot open the address, the likeliest first.
var checklist = []string{
	"A phone cannot open the address? Try in this order:",
	"  1  Put the phone on the same Wi-Fi as this laptop, and switch off mobile data. If the phone warns that there is no internet, choose to stay connected.",
	"  2  Allow connections to collab in the firewall settings of this laptop, for private networks. Windows and macOS ask once.",
	"  3  Press n to show another address of this laptop.",
	"  4  Do not use hotel, campus or guest Wi-Fi: phones often cannot open the address there. Use a phone's hotspot (five to eight devices) or a small router of your own (a whole room). Neither needs internet.",
	"  5  Work without a network: send the questions as a file, use paper, or let people answer on this laptop. See collab help room.",
}

// bareAddress is an address as people type it.
func bareAddress(address string) string { return strings.TrimPrefix(address, "http://") }
