package assess

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"collab/rubric"
)

// The keys of a sheet's line beside the ranks. They are those of the interview.
const (
	dontKnowKey   = 'd'
	notApplyKey   = 'n'
	unansweredKey = '.'
)

// A SheetGroup is what stands together on a paper sheet and in its line: the
// questions of one dimension that a round asks.
type SheetGroup struct {
	Dimension rubric.Dimension
	First     int   // the number that the paper gives the first of them; the others follow
	Questions []int // their places in [rubric.Rubric.Questions]; never none
}

// SheetGroups are the groups of a round's sheets, in the rubric's order. The
// round is said by the rubric, length and joint work of a response; what it
// answers does not matter. The paper is printed before anyone knows whether
// there was joint work, so numbers count every question of the length, and
// only groups are left out.
func SheetGroups(round *Response) []SheetGroup {
	var groups []SheetGroup
	number := 1
	for _, d := range round.Rubric.Dimensions {
		g := SheetGroup{Dimension: d, First: number}
		for _, q := range d.Questions {
			if round.Length.Asks(q) {
				number++
			}
			if round.Asked(q) {
				g.Questions = append(g.Questions, round.Rubric.Index(q.ID))
			}
		}
		if len(g.Questions) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// A SheetFault is one thing that is wrong with a sheet's line.
type SheetFault struct {
	Group    string // short name of the dimension; empty where the whole line is meant
	Position int    // of the answer in its group or in the line, from 1; 0 where their number is wrong
	Number   int    // of the question on the paper; 0 where it cannot be told
	Text     string // what is wrong and what was expected
}

func (f SheetFault) Error() string {
	where := f.Group
	if where == "" {
		where = "the line"
	}
	switch {
	case f.Number > 0:
		return fmt.Sprintf("%s, answer %d (question %d): %s", where, f.Position, f.Number, f.Text)
	case f.Position > 0:
		return fmt.Sprintf("%s, answer %d: %s", where, f.Position, f.Text)
	}
	return where + " " + f.Text
}

// SheetFaults is everything that is wrong with one line, from left to right.
type SheetFaults []SheetFault

// maxSheetFaults are shown of one line: whoever typed more has typed something else.
const maxSheetFaults = 8

func (fs SheetFaults) Error() string {
	shown := fs[:min(len(fs), maxSheetFaults)]
	var lines []string
	for _, f := range shown {
		lines = append(lines, f.Error())
	}
	if more := len(fs) - len(shown); more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults one by one, for errors.As.
func (fs SheetFaults) Unwrap() []error {
	errs := make([]error, len(fs))
	for i, f := range fs {
		errs[i] = f
	}
	return errs
}

// ParseSheet reads the line that was typed from one paper sheet: an answer a
// character, in the order of [SheetGroups]. A digit is a rank from 1 to K, d is
// don't know, n is does not apply, and a full stop is unanswered; capitals count
// alike. It gives one answer for each of the rubric's questions, or
// [SheetFaults]; never some of the answers.
//
// Blanks may stand anywhere. Where they part the line into as many pieces as
// there are groups, each piece is a group and must have its length: a slip that
// shifts all later answers is found there even if another makes up for it.
func ParseSheet(round *Response, line string) ([]Answer, error) {
	groups, pieces := sheetPieces(SheetGroups(round), line)
	answers := make([]Answer, len(round.Rubric.Questions()))
	var faults SheetFaults
	for i, g := range groups {
		keys := []rune(pieces[i])
		fits := len(keys) == len(g.Questions)
		if !fits {
			faults = append(faults, SheetFault{Group: g.Dimension.Short, Text: miscounted(len(keys), len(g.Questions))})
		}
		for at, key := range keys {
			answer, known := answerOfKey(key, round.Rubric.K())
			switch {
			case !known:
				faults = append(faults, g.unknownKey(at, fits, key, round.Rubric.K()))
			case fits:
				answers[g.Questions[at]] = answer
			}
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return answers, nil
}

// sheetPieces gives what was typed for each group. Where that cannot be told,
// the whole line is one piece of one group, which has no name and no numbers.
func sheetPieces(groups []SheetGroup, line string) ([]SheetGroup, []string) {
	pieces := strings.Fields(line)
	if len(pieces) == len(groups) {
		return groups, pieces
	}
	keys := []rune(strings.Join(pieces, ""))
	var whole SheetGroup
	for _, g := range groups {
		whole.Questions = append(whole.Questions, g.Questions...)
	}
	if len(keys) != len(whole.Questions) {
		return []SheetGroup{whole}, []string{string(keys)}
	}
	pieces = nil
	for _, g := range groups {
		pieces = append(pieces, string(keys[:len(g.Questions)]))
		keys = keys[len(g.Questions):]
	}
	return groups, pieces
}

func miscounted(typed, expected int) string {
	if typed == 1 {
		return fmt.Sprintf("has 1 answer; expected %d", expected)
	}
	return fmt.Sprintf("has %d answers; expected %d", typed, expected)
}

// unknownKey is the fault of a key at a place of the group. The question is
// named only where the group's length fits, since it may be another otherwise.
func (g SheetGroup) unknownKey(at int, fits bool, key rune, k int) SheetFault {
	f := SheetFault{
		Group:    g.Dimension.Short,
		Position: at + 1,
		Text: fmt.Sprintf("%q is no answer; expected 1 to %d, %c (don't know), %c (does not apply) or %c (unanswered)",
			string(key), k, dontKnowKey, notApplyKey, unansweredKey),
	}
	if fits && g.First > 0 {
		f.Number = g.First + at
	}
	return f
}

func answerOfKey(key rune, k int) (Answer, bool) {
	switch unicode.ToLower(key) {
	case unansweredKey:
		return Unanswered, true
	case dontKnowKey:
		return DontKnow, true
	case notApplyKey:
		return DoesNotApply, true
	}
	rank := Answer(key - '0')
	return rank, 1 <= rank && int(rank) <= k
}

func keyOfAnswer(a Answer) string {
	switch a {
	case Unanswered:
		return string(unansweredKey)
	case DontKnow:
		return string(dontKnowKey)
	case DoesNotApply:
		return string(notApplyKey)
	}
	return strconv.Itoa(int(a))
}

// FormatSheet writes the line that [ParseSheet] reads: the groups with a blank
// between them. There is an answer for each of the rubric's questions; those
// that the round does not ask are left out.
func FormatSheet(round *Response, answers []Answer) string {
	var pieces []string
	for _, g := range SheetGroups(round) {
		pieces = append(pieces, strings.Join(g.keys(answers), ""))
	}
	return strings.Join(pieces, " ")
}

// EchoSheet says what was understood, to be checked against the paper: a text
// a group, such as "Values 3 2 d 4". The caller sets them below one another, or
// beside one another with a line between. The names are the rubric's and as
// untrusted as it is.
func EchoSheet(round *Response, answers []Answer) []string {
	var said []string
	for _, g := range SheetGroups(round) {
		said = append(said, g.Dimension.Short+" "+strings.Join(g.keys(answers), " "))
	}
	return said
}

func (g SheetGroup) keys(answers []Answer) []string {
	var keys []string
	for _, i := range g.Questions {
		keys = append(keys, keyOfAnswer(answers[i]))
	}
	return keys
}
