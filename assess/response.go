package assess

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"collab/rubric"
)

// An Answer is what was said to one question: a rank from 1 to K, or one of
// the three below.
type Answer int

// Answers that are no stage. None of them is ever scored.
const (
	Unanswered   Answer = 0
	DontKnow     Answer = -1
	DoesNotApply Answer = -2
)

// The ids of those answers in files.
const (
	dontKnowID     = "dont_know"
	doesNotApplyID = "does_not_apply"
	todayIsRightID = "today_is_right"
)

// ID is the answer's id in files: a stage's, dont_know, does_not_apply, or
// nothing where the question is unanswered.
func (a Answer) ID(r *rubric.Rubric) string {
	switch a {
	case Unanswered:
		return ""
	case DontKnow:
		return dontKnowID
	case DoesNotApply:
		return doesNotApplyID
	}
	return r.Stages[a-1].ID
}

// A Target is where a dimension needs to be: a rank from 1 to K, or one of the
// two below.
type Target int

// Targets that are no stage.
const (
	NoTarget     Target = 0
	TodayIsRight Target = -1
)

// ID is the target's id in files: a stage's, today_is_right, or nothing.
func (t Target) ID(r *rubric.Rubric) string {
	switch t {
	case NoTarget:
		return ""
	case TodayIsRight:
		return todayIsRightID
	}
	return r.Stages[t-1].ID
}

// A Fact tells whether something is so; its values are their ids in files.
type Fact string

// The values of a fact. FactUnknown is said, not left out.
const (
	Met         Fact = "met"
	NotMet      Fact = "not_met"
	FactUnknown Fact = dontKnowID
)

// A Length says how many questions a round asks.
type Length string

// The lengths. Short asks the questions that the rubric marks, and no facts.
const (
	Full  Length = "full"
	Short Length = "short"
)

// Asks tells whether a question is asked in this length.
func (l Length) Asks(q rubric.Question) bool { return l == Full || q.Short }

// A Date is a calendar day.
type Date struct{ time.Time }

// ParseDate reads a date such as 2026-11-23.
func ParseDate(text string) (Date, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1 {
		return Date{}, fmt.Errorf("%q is not a date such as 2026-11-23", text)
	}
	return Date{t}, nil
}

// day is the number of days since a fixed day.
func (d Date) day() int { return int(d.Unix() / (24 * 60 * 60)) }

func (d Date) String() string { return d.Format(time.DateOnly) }

// Long writes the date for reading: 23 November 2026.
func (d Date) Long() string { return d.Format("2 January 2006") }

// JointWork is what the answers to the spectrum are about. Each part may be empty.
type JointWork struct {
	About   string
	Scope   string // id of one of the rubric's scopes of joint work
	Purpose string // id of one of the rubric's purposes
}

// String names it, with its scope and purpose, which tell apart what is called alike.
func (j JointWork) String() string {
	var of []string
	for _, id := range []string{j.Scope, j.Purpose} {
		if id != "" {
			of = append(of, id)
		}
	}
	return fmt.Sprintf("%q (%s)", j.About, strings.Join(of, ", "))
}

// A Response is one person's answers.
type Response struct {
	Association string
	Date        Date
	Role        string // id of a role, or empty
	Code        string // links the same person's answers over the years, or empty
	Rubric      *rubric.Rubric
	Length      Length
	JointWork   JointWork
	Answers     []Answer          // one for each of the rubric's questions, in their order
	Targets     map[string]Target // by dimension
	Priorities  []string          // ids of traits
	Hurdles     []string          // ids of those that were met
	Worst       string            // one of Hurdles, or empty
	Aim         map[string]string // by form: have, exploring, not_considering
	Facts       map[string]Fact   // by fact
	Notes       map[string]string // by question
}

// NewResponse is a response with nothing answered yet.
func NewResponse(r *rubric.Rubric) Response {
	return Response{
		Rubric:  r,
		Length:  Full,
		Answers: make([]Answer, len(r.Questions())),
		Targets: map[string]Target{},
		Aim:     map[string]string{},
		Facts:   map[string]Fact{},
		Notes:   map[string]string{},
	}
}

// Empty tells whether no question was answered, neither with a stage nor with don't
// know or does not apply: such a response is nobody's.
func (r *Response) Empty() bool {
	return !slices.ContainsFunc(r.Answers, func(a Answer) bool { return a != Unanswered })
}

// Asked tells whether the response's round asks a question: it is of its
// length, and no question of the spectrum where there was no joint work.
func (r *Response) Asked(q rubric.Question) bool { return isAsked(q, r.Length, r.JointWork) }

func isAsked(q rubric.Question, in Length, about JointWork) bool {
	return in.Asks(q) && (q.Dimension != rubric.SpectrumID || about.Scope != rubric.ScopeNone)
}

// Considers tells whether the association has or explores a form, so that its
// facts are asked.
func Considers(aim string) bool { return aim == rubric.Have || aim == rubric.Exploring }

// Clone is a response that shares nothing with r but the rubric.
func (r *Response) Clone() *Response {
	c := *r
	c.Answers, c.Priorities, c.Hurdles = slices.Clone(r.Answers), slices.Clone(r.Priorities), slices.Clone(r.Hurdles)
	c.Targets, c.Aim, c.Facts, c.Notes = maps.Clone(r.Targets), maps.Clone(r.Aim), maps.Clone(r.Facts), maps.Clone(r.Notes)
	return &c
}
