// Package interview asks one person about an association.
//
// It has two halves. A [Script] knows what is asked next, what was answered
// and what is still open; it knows no terminal, no file and no clock. A face
// shows the script: [Screen] is the one for a full terminal, [Lines] the one that
// a screen reader reads.
//
// What the package promises, whatever keys are pressed:
//
//   - Nothing is recorded that was not answered. No answer is preselected, and
//     going back and forward changes nothing.
//   - An answer is kept before the next question shows. Where it could not be
//     kept, the person is told at that question and nothing moves on.
//   - What a response may not hold is not in it: an answer to a question that is
//     no longer asked leaves the response, and comes back with the question.
//   - Stages are shown by their anchors alone, never by name.
package interview

import (
	"maps"
	"slices"
	"time"

	"collab/assess"
	"collab/rubric"
)

// A Script is one interview: its steps, where the person is, and what they
// have said. Steps follow from the answers, so they change while one answers.
type Script struct {
	given       assess.Response // all that was said, also what is not asked now
	hands       *hands          // what a room's hands said; nil: one person answers
	revised     *revision       // nil: everything is asked
	start       Start
	welcome     []string
	noteHelp    string
	codeTaken   func(string) bool // see [Options.CodeTaken]
	partOfGroup bool              // one of several people whose answers are added up
	steps       []Step
	at          int
	seen        map[Step]bool // steps that were left forward in this sitting
	jumped      bool          // from the review, and back to it
	left        Step          // where a look at the review began; zero for nowhere
	unkept      bool
	ended       bool
	pace        pace
}

// New is the script that fills a response. It stands at the first step, or
// where answers were given before, at the first step that is still open. The
// start page asks for the association and the role where the response lacks
// them, and for the code and the length where ask says so. Joint work that is
// known is not asked.
func New(r assess.Response, ask Start) *Script {
	s := &Script{
		given: clone(r),
		start: Start{
			Association: r.Association == "", Role: r.Role == "", Code: ask.Code && r.Code == "", Length: ask.Length,
			JointWorkKnown: ask.JointWorkKnown, Again: ask.Again,
		},
		seen: map[Step]bool{},
	}
	s.begin()
	return s
}

// begin stands where the interview goes on.
func (s *Script) begin() {
	s.plan()
	if done, _ := s.Answered(); done > 0 && !s.start.Association {
		s.at = s.firstOpen(func(Step) bool { return true })
	}
}

// Rubric is what the interview asks.
func (s *Script) Rubric() *rubric.Rubric { return s.given.Rubric }

// Here is the step where the person is.
func (s *Script) Here() Step { return s.steps[s.at] }

// Steps are all steps as the answers stand, in order.
func (s *Script) Steps() []Step { return slices.Clone(s.steps) }

// Start says what the start page asks.
func (s *Script) Start() Start { return s.start }

// Next goes to the step that follows. After a jump that is the next open step of the
// same section, and when there is none the review. What looks ahead is a part of the
// review step by step: from there it is always the review.
func (s *Script) Next(now time.Time) {
	here := s.Here()
	s.pace.leave(here, !s.seen[here], now)
	s.seen[here] = true
	if s.jumped {
		s.at = s.firstOpen(func(t Step) bool {
			return t.Section == here.Section && t.Section != AheadSection && t != here
		})
		s.jumped = s.Here().Kind != Review
		return
	}
	s.left = Step{}
	s.at = min(s.at+1, len(s.steps)-1)
}

// Back goes to the step before, over pauses and section borders; after a jump,
// to the review; and from a review that one only looked at, to where one was.
// At the first step it stays.
func (s *Script) Back(now time.Time) {
	s.pace.enter(now)
	if s.jumped {
		s.at, s.jumped = len(s.steps)-1, false
		return
	}
	if i := slices.Index(s.steps, s.left); i >= 0 && s.Here().Kind == Review {
		s.at, s.left = i, Step{}
		return
	}
	for i := s.at - 1; i >= 0; i-- {
		if s.steps[i].Kind != Pause {
			s.at = i
			return
		}
	}
}

// canGoBack tells whether Back leads anywhere.
func (s *Script) canGoBack() bool {
	return s.jumped || s.Here().Kind == Review && slices.Contains(s.steps, s.left) ||
		slices.ContainsFunc(s.steps[:s.at], func(t Step) bool { return t.Kind != Pause })
}

// Jump goes to a step and comes back to the review when its section has
// nothing open; from there, Back leads to where the first jump began. A step that is
// not asked is not gone to.
func (s *Script) Jump(to Step, now time.Time) {
	i := slices.Index(s.steps, to)
	if i < 0 {
		return
	}
	s.pace.enter(now)
	if !s.jumped && s.Here().Kind != Review {
		s.left = s.Here()
	}
	s.at, s.jumped = i, to.Kind != Review
}

// Finish ends the interview; what is open stays open.
func (s *Script) Finish() { s.ended = true }

// Finished tells whether the person has ended it.
func (s *Script) Finished() bool { return s.ended }

// firstOpen is the place of the first open step that fits, or of the review.
func (s *Script) firstOpen(fits func(Step) bool) int {
	for i, t := range s.steps {
		if fits(t) && s.Open(t) {
			return i
		}
	}
	return len(s.steps) - 1
}

// plan works the steps out again after an answer that may change them. The
// person stays where they are.
func (s *Script) plan() {
	var here Step
	if s.steps != nil {
		here = s.Here()
	}
	s.steps = steps(&s.given, s.start)
	if s.revised != nil {
		s.steps = s.revised.among(s.steps)
	}
	s.at = max(slices.Index(s.steps, here), 0)
}

// Progress is where the person stands among the steps that take an answer.
type Progress struct {
	At, Of int           // At counts from 1
	Left   time.Duration // by the person's own pace
}

// Progress counts every step that takes an answer, pauses and the start page
// left out. The facts of a form count until the aim says that they are not asked, so
// the total falls while one answers and hardly ever rises.
func (s *Script) Progress() Progress {
	var p Progress
	var left float64
	for i, t := range s.steps {
		if !t.Kind.TakesAnswer() {
			continue
		}
		p.Of++
		if i < s.at {
			p.At++
			continue
		}
		left += t.Kind.weight()
	}
	more := s.expected()
	p.Of += more
	left += float64(more) * Facts.weight()
	p.At = min(p.At+1, p.Of)
	p.Left = s.pace.left(left)
	return p
}

// expected is how many facts steps may still come up.
func (s *Script) expected() int {
	aim := slices.IndexFunc(s.steps, func(t Step) bool { return t.Kind == Aim })
	if s.given.Length == assess.Short || s.at > aim {
		return 0
	}
	n := 0
	for _, f := range s.Rubric().Forms {
		if s.given.Aim[f.ID] == "" && len(f.Facts) > 0 {
			n++
		}
	}
	return n
}

// Answered counts the steps that take an answer and have all of it, and the
// steps that take one.
func (s *Script) Answered() (done, of int) {
	for _, t := range s.steps {
		if !t.Kind.TakesAnswer() {
			continue
		}
		of++
		if s.has(t) {
			done++
		}
	}
	return done, of + s.expected()
}

// Unkept tells whether something was recorded since the last [Script.Kept].
func (s *Script) Unkept() bool { return s.unkept }

// Kept says that the response as it stands is safe.
func (s *Script) Kept() { s.unkept = false }

// clone copies a response with everything in it that can change, and makes
// what is nil.
func clone(r assess.Response) assess.Response {
	r.Answers = slices.Clone(r.Answers)
	if r.Answers == nil {
		r.Answers = make([]assess.Answer, len(r.Rubric.Questions()))
	}
	r.Priorities, r.Hurdles = slices.Clone(r.Priorities), slices.Clone(r.Hurdles)
	r.Targets, r.Aim = copied(r.Targets), copied(r.Aim)
	r.Facts, r.Notes = copied(r.Facts), copied(r.Notes)
	return r
}

func copied[V any](m map[string]V) map[string]V {
	if m == nil {
		return map[string]V{}
	}
	return maps.Clone(m)
}
