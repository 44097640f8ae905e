package interview

import (
	"fmt"
	"regexp"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// Words that both faces use.
const (
	welcomeTitle   = "How collaborative is your association?"
	nameTitle      = "Name of the association"
	nameNeeded     = "The name is needed: it stands on the report, and names the folder."
	roleTitle      = "Your role"
	roleHelp       = "Your own name is not asked."
	codeTitle      = "Your code"
	codeIsTaken    = "Somebody has given this code in this round. If that was you, stop here and go on with what you began; if not, choose another code."
	codeHelp       = "A code of your own, such as a word only you know, links your answers over the years."
	peopleTitle    = "How many people are in the room"
	peopleNeeded   = "The number is needed: hands are counted against it."
	peopleHelp     = "All who raise their hands. It can be changed at any question, with p and the number."
	roomHelp       = "Read each description aloud, count the hands, and type the counts."
	lengthTitle    = "How long"
	showsSigns     = "show signs" // "evidence" reads as if one were to type it; longer words take a row at 80 columns
	noteTitle      = "Your note to this question"
	noteHelp       = "An example, a document, a doubt. It stands in the report as you type it, so leave out names that do not belong there."
	revisionGoesOn = "What was not answered anew stands as it was; finishing writes that assessment anew"
	noteOfBefore   = "There is a note from before: m shows it."
	factPrompt     = "Is this so today?"
	factYes        = "Yes, this is so"
	factNo         = "No, not yet"
	forEverybody   = "What you say of it is set for everybody who answers after you."
	draftsTitle    = "Here are answers that were begun and not finished."
)

// DefaultWelcome is what the start page says where [Options].Welcome says nothing.
var DefaultWelcome = []string{
	"You will say what anyone could see happening. No answer is praise or blame, and the last one is not the goal.",
	"Every answer is kept at once: stop whenever you like and go on later. They will be readable in assessment.yaml.",
}

// welcomeWords are the paragraphs of the start page; there is at least one.
func (s *Script) welcomeWords() []string {
	if len(s.welcome) == 0 {
		return DefaultWelcome
	}
	return s.welcome
}

// The lengths in the order in which they are offered.
var lengths = []assess.Length{assess.Short, assess.Full}

// lengthNames say what each length takes, by its own count of screens, or of
// what else a face calls a step.
func lengthNames(s *Script, steps string) []string {
	var out []string
	for i, name := range []string{"Short", "Full"} {
		r := s.given
		r.Length = lengths[i]
		t := New(r, Start{})
		t.pace.room = s.hands != nil
		out = append(out, fmt.Sprintf("%s: about %d minutes, %d %s", name, roughly(t), t.Progress().Of, steps))
	}
	return out
}

// roughly is how many minutes a whole script takes, to the nearest five.
func roughly(s *Script) int { return max(int(s.Progress().Left.Minutes()/5+.5), 1) * 5 }

// sectionWords say what a section is about.
func sectionWords(r *rubric.Rubric, id string) string {
	switch id {
	case AheadSection:
		return "That was today. Now for what you need, what you plan, and what has been in the way."
	case BenefitsSection:
		return "How groups, and associations, work together on what members get."
	}
	d, _ := r.Dimension(id)
	return d.Definition
}

// placeIn is the place of a section among all, from 1, and how many there are.
func (s *Script) placeIn(section string) (at, of int) {
	all := s.sections()
	for i, id := range all {
		if id == section {
			at = i + 1
		}
	}
	return at, len(all)
}

// stepsIn counts the steps of a section that take an answer.
func (s *Script) stepsIn(section string) int {
	n := 0
	for _, t := range s.steps {
		if t.Section == section && t.Kind.TakesAnswer() {
			n++
		}
	}
	return n
}

// topics name what a question is about, from long to short.
func topics(q rubric.Question, d *rubric.Dimension) []string {
	switch q.Scope {
	case rubric.Within:
		return []string{d.Name + " · within the association", d.Short + " · within the association", d.Short + " · within"}
	case rubric.Between:
		return []string{d.Name + " · between associations", d.Short + " · between associations", d.Short + " · between"}
	}
	return []string{d.Name, d.Short}
}

// reminder is what to have in mind at every question of a dimension.
func reminder(r *rubric.Rubric, d *rubric.Dimension) string {
	switch {
	case d.Instruction != "":
		return d.Instruction
	case d.Kind == rubric.Benefit:
		return d.Definition
	}
	return r.Reminder
}

// signs are the further signs of the stage in place i: the question's own, or
// where it has none those of its dimension.
func signs(q rubric.Question, d *rubric.Dimension, i int) []string {
	for _, from := range [][][]string{q.Signs, d.Signs} {
		if i < len(from) && len(from[i]) > 0 {
			return from[i]
		}
	}
	return nil
}

// terms are those that a question uses.
func terms(r *rubric.Rubric, q rubric.Question) []rubric.Term {
	text := q.Prompt + " " + strings.Join(q.Anchors, " ")
	var used []rubric.Term
	for _, t := range r.Terms {
		word, err := regexp.Compile(`(?i)\b` + regexp.QuoteMeta(t.ID) + `s?\b`)
		if err == nil && word.MatchString(text) {
			used = append(used, t)
		}
	}
	return used
}

// reviewLine says how much is open among the parts of the review.
func (s *Script) reviewLine(parts []Part) string {
	open := 0
	for _, part := range parts {
		if s.Open(part.To) {
			open++
		}
	}
	rest := "what is open is never guessed."
	if s.revised != nil {
		rest = "what is open stays as it was answered before."
	}
	switch open {
	case 0:
		return "Everything is answered."
	case 1:
		return "One part is not complete. You can leave it so: " + rest
	}
	return fmt.Sprintf("%d parts are not complete. You can leave them so: %s", open, rest)
}

// unplacedWords name the traits that would have no position if one finished now, and
// the spectrum likewise, by what assess finds. One where nothing was answered yet is left
// out: its part says so. They are empty where these answers alone are no assessment:
// one person's of a group, and those of a second round.
func (s *Script) unplacedWords() string {
	if s.partOfGroup || len(s.start.Again) > 0 {
		return ""
	}
	round, why := assess.One(s.Response()), "Don't know and does not apply do not count."
	if s.hands != nil {
		round, why = s.Room().Publish(), "A question counts where five hands or more chose a description."
	}
	a := assess.Assess(round)
	all := a.Traits
	if a.Spectrum != nil {
		all = append(all, a.Spectrum.Placement)
	}
	var short []string
	for _, p := range all {
		if p.Position == 0 && p.Base.Unanswered < p.Base.Asked {
			short = append(short, fmt.Sprintf("%s (%d of %d)", p.Dimension.Short, p.Base.Ranked, p.Base.Asked))
		}
	}
	if len(short) == 0 {
		return ""
	}
	return "Not enough answers for a stage: " + strings.Join(short, ", ") + ". " + why
}

// state says how much of a part there is.
func (s *Script) state(part Part) []string {
	switch {
	case s.hands != nil:
	case part.To.Kind == Priorities:
		return []string{s.prioritiesWords()}
	case part.To.Kind == Hurdles:
		return s.hurdlesWords()
	}
	say := []string{fmt.Sprintf("%d of %d", part.Done, part.Of)}
	if open := part.Of - part.Done; open > 0 {
		say = append(say, fmt.Sprintf("%d open", open))
	}
	if part.DontKnow > 0 {
		say = append(say, fmt.Sprintf("%d not known", part.DontKnow))
	}
	return say
}

func (s *Script) prioritiesWords() string {
	var short []string
	for _, id := range s.given.Priorities {
		d, _ := s.Rubric().Dimension(id)
		short = append(short, d.Short)
	}
	if len(short) == 0 {
		return "none picked"
	}
	return strings.Join(short, ", ")
}

func (s *Script) hurdlesWords() []string {
	switch worst, ok := s.Rubric().Hurdle(s.given.Worst); {
	case len(s.given.Hurdles) == 0:
		return []string{"none ticked"}
	case ok:
		return []string{fmt.Sprintf("%d ticked", len(s.given.Hurdles)), "worst: " + worst.Name}
	}
	return []string{fmt.Sprintf("%d ticked", len(s.given.Hurdles))}
}

// weMeans stands before the name of the association.
const weMeans = "“We” and “your” mean the whole of"

// question is the question where the script stands, with its dimension.
func (s *Script) question() (rubric.Question, *rubric.Dimension) {
	r := s.Rubric()
	q := r.Questions()[r.Index(s.Here().ID)]
	d, _ := r.Dimension(q.Dimension)
	return q, d
}
