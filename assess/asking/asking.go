// Package asking describes everything that a round asks, in order, as data: what each
// item is called, its words, its options, when it is asked, and how a response holds an
// answer to it.
//
// Every way to answer is a face of it. A face says only how it shows and takes an item;
// what is asked, and when, is said here. The package shows nothing and reads nothing.
//
// Start with [Items], or with [Sections] to ask them page by page.
package asking

import (
	"slices"

	"collab/assess"
	"collab/rubric"
)

// A Round is what all who answer have in common.
type Round struct {
	Association string
	Date        assess.Date
	Rubric      *rubric.Rubric
	Length      assess.Length
	JointWork   assess.JointWork
	// Again is set for a second round, which asks some of the questions: Topics are their
	// ids in the order in which they are asked, none where that is not known.
	Again  bool
	Topics []string
}

// response is one of the round in which nothing is answered yet.
func (round Round) response() *assess.Response {
	r := assess.NewResponse(round.Rubric)
	r.Association, r.Date, r.Length, r.JointWork = round.Association, round.Date, round.Length, round.JointWork
	return &r
}

// Items that are known by their ids.
const (
	RespondentID   = "respondent"
	RoleID         = "role"
	CodeID         = "code"
	JointAboutID   = "joint_about"
	JointScopeID   = "joint_scope"
	JointPurposeID = "joint_purpose"
	PrioritiesID   = "priorities"
	HurdlesID      = "hurdles"
	WorstID        = "hurdle_worst"
	PeopleID       = "people"

	associationID = "association"
	lengthID      = "length"
)

// Ids that say what they are about behind these.
const (
	ofTarget = "target."
	ofAim    = "aim."
	ofFact   = "fact."
)

// Items are all items of a round, in the order of a table of our own: those who
// answer, the questions, then what may be left out. What the round does not ask is among
// them, and says why. The joint work is not: it is the round's, see [JointWork].
func Items(round Round) []*Item {
	a := ofRound(round)
	return a.inTable()
}

// ofRound are the items as a round asks them: it has settled the joint work.
func ofRound(round Round) all {
	a, r := newAll(round.Rubric), round.response()
	for _, it := range a.inTable() {
		it.Refused = it.refused(r)
		it.Needed = it.Kind == Scale && it.Refused == "" && !round.Again
		if it.When.Item == JointScopeID {
			it.When = When{}
		}
	}
	giveCodes(a.inTable())
	return a
}

// inTable are the items in the order of a table.
func (a all) inTable() []*Item {
	return slices.Concat([]*Item{a.respondent, a.role, a.code}, a.questions, a.targets, a.ticks, a.aims, a.facts)
}

// JointWork are the items that ask what the joint work is: of whoever answers first, or
// alone. All others answer about the same.
func JointWork(r *rubric.Rubric) []*Item { return newAll(r).jointWork }

// all are the items that a rubric asks, by what they are about.
type all struct {
	rubric                 *rubric.Rubric
	respondent, role, code *Item
	jointWork              []*Item
	questions              []*Item
	targets                []*Item
	ticks                  []*Item // priorities, hurdles, the worst of them
	aims                   []*Item
	facts                  []*Item // of the strategy, then of each form
}

// every is all that a response may hold.
func (a all) every() []*Item {
	return slices.Concat([]*Item{a.role, a.code}, a.jointWork, a.questions, a.targets, a.aims, a.facts, a.ticks)
}

func newAll(r *rubric.Rubric) all {
	a := all{rubric: r}
	a.respondent = &Item{ID: RespondentID, Kind: Text, Type: func(*assess.Response, string) {}, Typed: func(*assess.Response) string { return "" }}
	a.role = roleItem(r)
	a.code = codeItem(r)
	a.jointWork = jointWorkItems(r)
	for i, q := range r.Questions() {
		a.questions = append(a.questions, questionItem(r, i, q))
	}
	for _, t := range r.Targets.Questions {
		a.targets = append(a.targets, targetItem(r, t))
	}
	a.ticks = []*Item{prioritiesItem(r), hurdlesItem(r), worstItem(r)}
	for _, f := range r.Forms {
		a.aims = append(a.aims, aimItem(r, f))
	}
	for _, f := range r.Facts() {
		a.facts = append(a.facts, factItem(r, f))
	}
	return a
}

// RoundOf is the round of which a response is.
func RoundOf(r *assess.Response) Round {
	return Round{Association: r.Association, Date: r.Date, Rubric: r.Rubric, Length: r.Length, JointWork: r.JointWork}
}
