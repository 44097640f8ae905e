package asking

import (
	"cmp"
	"slices"
	"time"

	"collab/assess"
	"collab/internal/strict"
	"collab/rubric"
)

// A Walk leads one person, or whoever counts a show of hands, through what is asked: it
// knows the steps, where one is, what was answered and what is still open. It knows no
// terminal, no file and no clock. What it promises, whatever face it has:
//
//   - Nothing is recorded that was not answered: going back and forward changes nothing.
//   - What a response may not hold is not in it: an answer to a question that is no
//     longer asked leaves the response, and comes back with the question.
type Walk struct {
	asks    Asks
	items   all
	pages   []page          // all that there may be, in the order in which they are asked
	given   assess.Response // all that was said, also what is not asked now
	front   assess.Response // what the start page took, until it is left
	hands   *hands          // what a room's hands said; nil: one person answers
	revised *revision       // nil: everything is asked
	start   []*Item         // of the start page
	steps   []Step
	at      int
	seen    map[Step]bool // steps that were left forward in this sitting
	jumped  bool          // from the review, and back to it
	left    Step          // where a look at the review began; zero for nowhere
	total   int           // of the steps that take an answer, where one arrived last
	fewer   int
	unkept  bool
	ended   bool
	pace    pace
}

// Asks says what a walk asks beside the questions, and what it leaves out.
type Asks struct {
	Code, Length bool // on the start page
	// Association is proposed on the start page, where the response lacks one.
	Association string
	// CodeTaken tells whether somebody else in the round has a code; nil: nobody.
	CodeTaken func(code string) bool
	// JointWorkKnown is true where it was set for everybody: it is not asked.
	JointWorkKnown bool
	// Again is set for a second round: Topics are the ids of the questions that it asks,
	// in that order; none for all of them.
	Again  bool
	Topics []string
}

// NewWalk fills a response. It stands at the first step, or where answers were given
// before, at the first step that is still open. The start page asks for the association
// and the role where the response lacks them.
func NewWalk(r assess.Response, asks Asks) *Walk {
	w := newWalk(r, asks)
	w.start = w.startItems(r)
	w.begin()
	return w
}

func newWalk(r assess.Response, asks Asks) *Walk {
	w := &Walk{asks: asks, items: newAll(r.Rubric), given: *r.Clone(), seen: map[Step]bool{}}
	w.pages = w.items.inOrder(asks)
	w.front = *r.Clone()
	w.front.Association = cmp.Or(r.Association, asks.Association)
	if asks.Length {
		w.front.Length = ""
	}
	return w
}

// begin stands where the walk goes on.
func (w *Walk) begin() {
	w.plan()
	if done, _ := w.Answered(); done > 0 && w.given.Association != "" {
		w.at = w.firstOpen(func(Step) bool { return true })
	}
	w.total = w.Progress().Of
}

// Rubric is what is asked.
func (w *Walk) Rubric() *rubric.Rubric { return w.given.Rubric }

// Association is the name of the association, empty while it is not known.
func (w *Walk) Association() string { return w.given.Association }

// JointWork is what the questions about joint work are about, as far as it was said.
func (w *Walk) JointWork() string { return w.given.JointWork.About }

// Here is the step where the person is.
func (w *Walk) Here() Step { return w.steps[w.at] }

// Steps are all steps as the answers stand, in order.
func (w *Walk) Steps() []Step { return slices.Clone(w.steps) }

// Next goes to the step that follows. After a jump that is the next open step of the
// same section, and when there is none the review. What looks ahead is a part of the
// review step by step: from there it is always the review.
func (w *Walk) Next(now time.Time) {
	here := w.Here()
	w.pace.leave(w.weight(here), !w.seen[here], now)
	w.seen[here] = true
	if w.jumped {
		w.at = w.firstOpen(func(t Step) bool {
			return t.Section == here.Section && !alone(t.Section) && t != here
		})
		w.jumped = w.Here().Kind != Review
	} else {
		w.left = Step{}
		w.at = min(w.at+1, len(w.steps)-1)
	}
	before := w.total
	if w.arrive(); here.Kind.TakesAnswer() {
		w.fewer = max(before-w.total, 0)
	}
}

// arrive notes how many questions there are by now.
func (w *Walk) arrive() { w.total, w.fewer = w.Progress().Of, 0 }

// Fewer is how many questions the answer at the step that was left last took away.
func (w *Walk) Fewer() int { return w.fewer }

// Back goes to the step before, over pauses and section borders; after a jump,
// to the review; and from a review that one only looked at, to where one was.
// At the first step it stays.
func (w *Walk) Back(now time.Time) {
	w.pace.enter(now)
	to := w.before()
	if !w.jumped {
		w.left = Step{}
	}
	w.at, w.jumped = to, false
	w.arrive()
}

// before is the place that Back leads to, the same where it leads nowhere.
func (w *Walk) before() int {
	if w.jumped {
		return len(w.steps) - 1
	}
	if i := slices.Index(w.steps, w.left); i >= 0 && w.Here().Kind == Review {
		return i
	}
	for i := w.at - 1; i >= 0; i-- {
		if w.steps[i].Kind != Pause {
			return i
		}
	}
	return w.at
}

// CanGoBack tells whether Back leads anywhere.
func (w *Walk) CanGoBack() bool { return w.before() != w.at }

// Jump goes to a step and comes back to the review when its section has
// nothing open; from there, Back leads to where the first jump began. A step that is
// not asked is not gone to.
func (w *Walk) Jump(to Step, now time.Time) {
	i := slices.Index(w.steps, to)
	if i < 0 {
		return
	}
	w.pace.enter(now)
	if !w.jumped && w.Here().Kind != Review {
		w.left = w.Here()
	}
	w.at, w.jumped = i, to.Kind != Review
	w.arrive()
}

// Finish ends the walk; what is open stays open.
func (w *Walk) Finish() { w.ended = true }

// Finished tells whether the person has ended it.
func (w *Walk) Finished() bool { return w.ended }

// StandAt stands at a step as if one had come there forward, and left nothing before it.
func (w *Walk) StandAt(to Step) {
	if i := slices.Index(w.steps, to); i >= 0 {
		w.at, w.jumped, w.left = i, false, Step{}
		w.arrive()
	}
}

// firstOpen is the place of the first open step that fits, or of the review.
func (w *Walk) firstOpen(fits func(Step) bool) int {
	for i, t := range w.steps {
		if fits(t) && w.Open(t) {
			return i
		}
	}
	return len(w.steps) - 1
}

// Response is what was answered, as a file of its own holds it: what is no longer asked
// is left out. It shares nothing with the walk.
func (w *Walk) Response() assess.Response {
	r, _ := SetAside(w.asAnswered())
	return r
}

// Given is all that was said, also what is no longer asked: for a draft, so that whoever
// took a wrong turn and stopped there finds the answers again. See [SetAside]. It shares
// nothing with the walk.
func (w *Walk) Given() assess.Response {
	given := w.asAnswered()
	return *given.Clone()
}

// asAnswered are the answers as they stand, in a revision with those of before.
func (w *Walk) asAnswered() assess.Response {
	if w.revised == nil {
		return w.given
	}
	r := *w.given.Clone()
	w.revised.fill(&r)
	return r
}

// at the start page answers wait until it is left, all else is recorded at once.
func (w *Walk) into() *assess.Response {
	if w.Here().Kind == StartPage {
		return &w.front
	}
	return &w.given
}

// Taken is the place of the option that was chosen for an item, -1 for none.
func (w *Walk) Taken(it *Item) int { return it.Taken(w.into()) }

// Ticked are the ids of the options that were ticked.
func (w *Walk) Ticked(it *Item) []string { return it.Ticked(w.into()) }

// Typed is what was typed for an item.
func (w *Walk) Typed(it *Item) string { return it.Typed(w.into()) }

// Said is what was answered to an item, in the words that people read.
func (w *Walk) Said(it *Item) string { return it.Said(w.into()) }

// Has tells whether an item is answered where the person is.
func (w *Walk) Has(it *Item) bool { return it.Answered(w.into()) }

// Take records an option by its place; -1 takes the answer back. Of a place that the item
// does not have nothing is recorded.
func (w *Walk) Take(it *Item, chosen int) {
	if chosen >= -1 && chosen < len(it.Options) {
		it.Take(w.into(), chosen)
		w.changed()
	}
}

// Tick records the options that are ticked, by their ids; none says that there are none.
func (w *Walk) Tick(it *Item, ids []string) {
	it.Tick(w.into(), ids)
	if w.revised != nil {
		w.revised.ticked[it] = true
	}
	w.changed()
}

// Type records a line of text; an empty one takes it back.
func (w *Walk) Type(it *Item, text string) {
	it.Type(w.into(), CutTo(strict.Plain(text), it.Most))
	w.changed()
}

// Clear takes the answer back.
func (w *Walk) Clear(it *Item) {
	it.Clear(w.into())
	w.changed()
}

// SetNote records a note to a question; an empty one takes it back.
func (w *Walk) SetNote(question, text string) {
	text = CutTo(strict.Plain(text), assess.MaxNote)
	if w.given.Notes[question] = text; text == "" {
		delete(w.given.Notes, question)
	}
	w.changed()
}

// NoteTo is the note to a question.
func (w *Walk) NoteTo(question string) string { return w.given.Notes[question] }

// NoteOfBefore tells whether the note to a question is one that stood before it was
// asked again.
func (w *Walk) NoteOfBefore(question string) bool {
	return w.revised != nil && w.NoteTo(question) == w.revised.before.Notes[question]
}

// CutTo is text of at most so many characters; a terminal field counts columns,
// and a longer text could not be read back.
func CutTo(text string, most int) string {
	runes := []rune(text)
	return string(runes[:min(len(runes), most)])
}

// changed has the response kept, and the steps follow from it.
func (w *Walk) changed() {
	if w.Here().Kind == StartPage {
		return
	}
	w.Touch()
}

// Touch has the response kept as it stands, though nothing new was answered.
func (w *Walk) Touch() {
	w.unkept = true
	w.plan()
}

// Unkept tells whether something was recorded since the last [Walk.Kept].
func (w *Walk) Unkept() bool { return w.unkept }

// Kept says that the response as it stands is safe.
func (w *Walk) Kept() { w.unkept = false }
