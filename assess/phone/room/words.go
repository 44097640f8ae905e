package room

// Every sentence that the room says: to a phone, on the projector, in the terminal.

// What a phone is told. These are shown to whoever holds it.
const (
	notOpen     = "This round takes no answers now."
	anotherPage = "Another page on this phone has newer answers. Use that page, or load this one again."
	roomIsFull  = "%d phones have joined, and no more can."
	notSaved    = "The answer could not be saved on the laptop. Your phone keeps it and tries again."

	notAMessage   = "This is not a message from the page."
	notAKey       = "The phone's key is not 32 hexadecimal digits."
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
	notHere      = "There is nothing at this address. Type it as it stands on the screen, with the letters at the end."
	otherHost    = "This room answers only under the address on the screen."
	otherOrigin  = "Another web page sent this. Only the room's own page may."
	otherMethod  = "This address cannot be used in this way."
	notJSON      = "Expected JSON (Content-Type: application/json)."
	tooLarge     = "That is too large to be one person’s answers."
	onlyThisPC   = "The projector page opens only on the laptop itself."
	readTooShort = "The request ended too early, or took too long."
)
