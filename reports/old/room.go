package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// The sentences about a room: who answered, where it agrees, how sure one can
// be. To one person they are empty.

// room is true where many answered.
func (s story) room() bool { return s.a.Mode != assess.Solo }

// voice is how something is said to one person, or of a room.
func (s story) voice(one, room string) string {
	if s.room() {
		return room
	}
	return one
}

// of is a count with its base.
func of(n, base int) string { return strconv.Itoa(n) + " of " + strconv.Itoa(base) }

// Who tells how many answered, and of how many where that is stated.
func (s story) Who() string {
	people := strconv.Itoa(s.a.People)
	if s.a.Body > 0 {
		people = of(s.a.People, s.a.Body)
	}
	switch {
	case s.a.Mode == assess.Hands:
		return "a show of hands of " + people
	case s.a.People == 1 && s.a.Body == 0:
		return "1 person"
	}
	return people + " people"
}

// How tells in what way they answered.
func (s story) How() string {
	if s.a.Mode == assess.Group {
		return "each alone"
	}
	return ""
}

// ofRooms are the cautions as they stand behind the number of people.
var ofRooms = map[assess.Caution]string{
	assess.CautionFew:   "read the counts, not the decimals",
	assess.CautionSmall: "read the counts, not the decimals",
	assess.CautionHands: "not private",
	assess.CautionNamed: "answers can be traced",
}

// limits are the cautions in words, behind who answered.
func (s story) limits() []string {
	var said []string
	for _, c := range s.a.Cautions {
		words := cautions[c]
		if short, ok := ofRooms[c]; ok && s.room() {
			words = short
		}
		if c == assess.CautionOneScope {
			words = s.oneSided()
		}
		said = append(said, words)
	}
	return said
}

// oneSided names the traits that rest on one scope only.
func (s story) oneSided() string {
	var said []string
	for _, scope := range []rubric.Scope{rubric.Within, rubric.Between} {
		var ids []string
		for _, t := range s.a.Traits {
			if t.Basis == scope {
				ids = append(ids, t.Dimension.ID)
			}
		}
		if len(ids) > 0 {
			said = append(said, s.names(ids)+either(len(ids), " rests", " rest")+" on work "+sides[scope]+" only")
		}
	}
	return strings.Join(said, ", ")
}

// Agreement tells in few words on how many questions a room agrees.
func (s story) Agreement() prose {
	if !s.room() {
		return ""
	}
	var said []string
	for _, l := range labelOrder {
		if n := len(s.a.Labelled(l)); n > 0 {
			said = append(said, fmt.Sprintf("%s %d", labels[l], n))
		}
	}
	return s.say("Of %s: %s.", counted(s.a.Asked(), "question", "questions"), strings.Join(said, ", "))
}

// labelOrder is the order in which questions are shown.
var labelOrder = []assess.Label{assess.Split, assess.Mixed, assess.Agree, assess.TooFew, assess.Withheld}

// Agrees tells where a room agrees and where it is split.
func (s story) Agrees() prose {
	if !s.room() {
		return ""
	}
	agree, split, mixed := len(s.a.Labelled(assess.Agree)), s.a.Labelled(assess.Split), len(s.a.Labelled(assess.Mixed))
	if agree+len(split)+mixed == 0 {
		return "Too few answered to say where they agree."
	}
	said := s.say("The room agrees on %s of %s.", numeral(agree), counted(s.a.Asked(), "question", "questions"))
	if mixed > 0 {
		said = join(said, s.say("On %s its answers are mixed.", numeral(mixed)))
	}
	if len(split) == 0 {
		return join(said, "It is split on none.")
	}
	return join(said, s.say("It is split on %s: %s.", numeral(len(split)), s.some(split)))
}

// numeral is a count that stands for itself in a sentence.
func numeral(n int) string {
	if n == 0 {
		return "none"
	}
	return inWords(n)
}

// most is how many questions a sentence names.
const most = 4

// some names the first of some questions, each with its dimension.
func (s story) some(questions []assess.Question) string {
	var names []string
	for _, q := range questions {
		d, _ := s.a.Rubric.Dimension(q.Dimension)
		names = append(names, s.low(nameOf(q.Question))+" ("+s.few(d)+")")
	}
	if more := len(names) - most; more > 0 {
		return strings.Join(names[:most], ", ") + " and " + counted(more, "other", "others")
	}
	return listed(names)
}

// Doubts tells what a room does not know, and what is withheld.
func (s story) Doubts() prose {
	if !s.room() {
		return ""
	}
	return join(s.roomDoesNotKnow(), s.Withheld())
}

func (s story) roomDoesNotKnow() prose {
	var unknown []assess.Question
	for _, id := range s.a.Unknowns {
		unknown = append(unknown, s.question(id))
	}
	if len(unknown) == 0 {
		return ""
	}
	return s.say("A quarter or more do not know the answer to %s: %s.",
		counted(len(unknown), "question", "questions"), s.some(unknown))
}

// DoNotKnow tells in few words who does not know what.
func (s story) DoNotKnow() prose {
	var names []string
	for _, id := range s.a.Unknowns {
		names = append(names, string(s.notKnowing(id)))
	}
	if more := len(names) - most; more > 0 {
		names = append(names[:most], counted(more, "other", "others"))
	}
	if len(names) == 0 {
		return ""
	}
	return prose(sentence(strings.Join(names, "; ")) + ".")
}

// notKnowing is a question with how many of those who answered don't know.
func (s story) notKnowing(id string) prose {
	q := s.question(id)
	d, _ := s.a.Rubric.Dimension(q.Dimension)
	return s.say("%s (%s), %s don't know", s.low(nameOf(q.Question)), s.few(d), of(q.Counts.DontKnow, q.Answered()))
}

// Withheld tells how many questions too few answered for their counts to be shown.
func (s story) Withheld() prose {
	n := len(s.a.Labelled(assess.Withheld))
	if n == 0 {
		return ""
	}
	few := "fewer than five people chose any stage"
	if s.a.Named {
		few = "not everybody chose a stage"
	}
	return s.say("On %s %s: the counts are withheld.", counted(n, "question", "questions"), few)
}

// Sure tells how sure the position is that matters most, the lowest, and what
// that rests on.
func (s story) Sure() prose {
	if !s.room() {
		return ""
	}
	for _, why := range []assess.NoInterval{assess.Everyone, assess.FewAsked} {
		if s.allWithout(why) {
			return s.say("%s.", sentence(noInterval[why]))
		}
	}
	for _, id := range append(s.a.Headline.Lowest, s.traitIDs()...) {
		p, _ := s.a.Placement(id)
		if p.Low == 0 {
			continue
		}
		if p.From == assess.FromCounts {
			return s.say("How sure: %s stands at %s, with a 95 %% interval of at most %s to %s. Counts alone give no closer bound.",
				s.few(p.Dimension), p.Position, p.Low, p.High)
		}
		return s.say("How sure: %s stands at %s, with a 95 %% interval from %s to %s.", s.few(p.Dimension), p.Position, p.Low, p.High)
	}
	return ""
}

func (s story) traitIDs() []string {
	var ids []string
	for _, t := range s.a.Traits {
		ids = append(ids, t.Dimension.ID)
	}
	return ids
}

// allWithout is true where every position lacks an interval for one reason.
func (s story) allWithout(why assess.NoInterval) bool {
	n := 0
	for _, p := range s.a.Placements() {
		switch {
		case p.Position == 0:
		case p.NoInterval != why:
			return false
		default:
			n++
		}
	}
	return n > 0
}

// noInterval says why a position has none.
var noInterval = map[assess.NoInterval]string{
	assess.Everyone: "everyone answered, so there is no sampling error",
	assess.FewAsked: "fewer than five people give no interval: read the counts, not the decimals",
}

// interval is that of a position, in figures; that all agree is said.
func (s story) interval(p assess.Placement) string {
	switch {
	case p.Position == 0:
		return ""
	case p.NoInterval == assess.AllAgree && p.From == assess.FromPeople:
		return "hardly any spread"
	case p.NoInterval == assess.AllAgree:
		return "all agree"
	case p.Low == 0:
		return ""
	}
	return p.Low.String() + "-" + p.High.String()
}

// intervalName is what the interval of a position is called.
func (s story) intervalName() string {
	if s.fromCountsAlone() {
		return "at most"
	}
	return "95 %"
}

// fromCountsAlone is true where no position is from people.
func (s story) fromCountsAlone() bool {
	return !slices.ContainsFunc(s.a.Placements(), func(p assess.Placement) bool { return p.From == assess.FromPeople })
}

// people are those on whom a position rests.
func (s story) people(p assess.Placement) string {
	if p.From == "" {
		return ""
	}
	return strconv.Itoa(p.People)
}

// labelOf is the label of a dimension's questions that most needs talking
// about, with how many have it unless they agree.
func (s story) labelOf(dimension string) string {
	l, n := s.a.LabelOf(dimension)
	if n == 0 || l == assess.Agree {
		return string(l)
	}
	return strconv.Itoa(n) + " " + string(l)
}

// SpreadOf is what limits a room's position, in a sentence.
func (s story) SpreadOf(p assess.Placement) prose {
	if !s.room() || p.Position == 0 {
		return ""
	}
	var said []string
	switch interval := s.interval(p); {
	case p.Low > 0 && p.From == assess.FromCounts:
		said = append(said, fmt.Sprintf("at most %s to %s", p.Low, p.High))
	case p.Low > 0:
		said = append(said, fmt.Sprintf("95 %% interval %s to %s", p.Low, p.High))
	case interval != "":
		said = append(said, interval)
	}
	if p.From == assess.FromPeople {
		said = append(said, counted(p.People, "person", "people"))
	}
	if len(said) == 0 {
		return ""
	}
	return s.say("%s.", sentence(strings.Join(said, ", ")))
}

// SplitOn is a question on which a room is split, with its counts in words.
func (s story) SplitOn(q assess.Question) prose {
	d, _ := s.a.Rubric.Dimension(q.Dimension)
	return s.say("Split: %s, %s: %s.", s.few(d), s.low(nameOf(q.Question)), s.countsInWords(q.Counts))
}

// countsInWords are the answers to a question, those that nobody gave left out.
func (s story) countsInWords(c assess.Counts) string {
	var counts []string
	for i, n := range c.Ranks {
		if n > 0 {
			counts = append(counts, fmt.Sprintf("%d %s", n, s.lowStage(i+1)))
		}
	}
	if n := c.DontKnow; n > 0 {
		counts = append(counts, fmt.Sprintf("%d don't know", n))
	}
	return strings.Join(counts, ", ")
}

// metBy is how many met a hurdle. Who named none is not kept, so the base is the
// room.
func (s story) metBy(h assess.Obstacle) string {
	met := of(h.Met, s.a.People)
	if h.Worst > 0 {
		met += ", the worst for " + strconv.Itoa(h.Worst)
	}
	return met
}
