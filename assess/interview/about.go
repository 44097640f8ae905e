package interview

import (
	"regexp"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// welcomeWords are the paragraphs of the start page; there is at least one.
func (s *Script) welcomeWords() []string {
	if len(s.welcome) == 0 {
		return DefaultWelcome()
	}
	return s.welcome
}

// The lengths in the order in which they are offered.
var lengths = []assess.Length{assess.Short, assess.Full}

// lengthNames say what each length takes, by its own count of screens.
func lengthNames(s *Script) []string {
	var out []string
	for _, length := range lengths {
		r := s.given
		r.Length = length
		t := New(r, Start{})
		t.pace.room = s.hands != nil
		out = append(out, say.length(length == assess.Short, roughly(t), t.Progress().Of))
	}
	return out
}

// roughly is how many minutes a whole script takes, to the nearest five.
func roughly(s *Script) int { return max(int(s.Progress().Left.Minutes()/5+.5), 1) * 5 }

// sectionWords say what a section is about.
func sectionWords(r *rubric.Rubric, id string) string {
	switch id {
	case AheadSection:
		return say.aheadWords()
	case BenefitsSection:
		return say.benefitsWords()
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
	return say.topics(q.Scope, d.Name, d.Short)
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
	return say.complete(open, s.revised != nil)
}

// unplacedWords name the traits that would have no position if one finished now, and
// the spectrum likewise, by what assess finds. One where nothing was answered yet is left
// out: its part says so. They are empty where these answers alone are no assessment:
// one person's of a group, and those of a second round.
func (s *Script) unplacedWords() string {
	if s.partOfGroup || len(s.start.Again) > 0 {
		return ""
	}
	round := assess.One(s.Response())
	if s.hands != nil {
		round = s.Room().Publish()
	}
	a := assess.Assess(round)
	all := a.Traits
	if a.Spectrum != nil {
		all = append(all, a.Spectrum.Placement)
	}
	var short []string
	for _, p := range all {
		if p.Position == 0 && p.Base.Unanswered < p.Base.Asked {
			short = append(short, say.answersOf(p.Dimension.Short, p.Base.Ranked, p.Base.Asked))
		}
	}
	if len(short) == 0 {
		return ""
	}
	return say.tooFew(short, s.hands != nil)
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
	told := []string{say.at(part.Done, part.Of)}
	if open := part.Of - part.Done; open > 0 {
		told = append(told, say.open(open))
	}
	if part.DontKnow > 0 {
		told = append(told, say.notKnown(part.DontKnow))
	}
	return told
}

func (s *Script) prioritiesWords() string {
	var short []string
	for _, id := range s.given.Priorities {
		d, _ := s.Rubric().Dimension(id)
		short = append(short, d.Short)
	}
	if len(short) == 0 {
		return say.noneChosen()
	}
	return strings.Join(short, ", ")
}

func (s *Script) hurdlesWords() []string {
	switch worst, ok := s.Rubric().Hurdle(s.given.Worst); {
	case len(s.given.Hurdles) == 0:
		return []string{say.noneMarked()}
	case ok:
		return []string{say.marked(len(s.given.Hurdles)), say.worst(worst.Name)}
	}
	return []string{say.marked(len(s.given.Hurdles))}
}

// question is the question where the script stands, with its dimension.
func (s *Script) question() (rubric.Question, *rubric.Dimension) {
	r := s.Rubric()
	q := r.Questions()[r.Index(s.Here().ID)]
	d, _ := r.Dimension(q.Dimension)
	return q, d
}
