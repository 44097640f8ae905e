package survey

import (
	"slices"

	"collab/assess"
)

// A choice is a column whose cells hold one word.
type choice struct {
	header
	of    string // what was chosen for: the id of a dimension, form or fact
	words *vocabulary
}

func newChoice(id, of string, words *vocabulary) choice { return choice{newHeader(id), of, words} }

// read gives the code of what the row at hand chose, 0 for nothing.
func (s *survey) read(c *choice) int {
	if !c.there() {
		return 0
	}
	return s.wordIn(c.at, c.id, c.words)
}

// wordIn is the code of a cell of the row at hand, 0 with a fault where it says
// nothing known.
func (s *survey) wordIn(at column, id string, words *vocabulary) int {
	code := words.code(s.row, at)
	if code == noWord {
		s.fault(at, id, func() string { return words.fault(s.cellText(at)) })
		return 0
	}
	return code
}

// A questionColumn is the column of a question.
type questionColumn struct {
	header
	index int         // in the rubric
	words *vocabulary // with the texts of its anchors
}

func (s *survey) newQuestions() {
	r := s.round.Rubric
	for i, q := range r.Questions() {
		h := newHeader(q.ID)
		h.refused = s.round.notAsked(q)
		words := s.answers.withTexts(append(slices.Clone(q.Anchors), r.DontKnow, r.NotApply)...)
		s.questions = append(s.questions, questionColumn{h, i, words})
	}
}

// findColumns forgets the questions that the table does not have, and notes
// where the others stand.
func (s *survey) findColumns() {
	s.questions = slices.DeleteFunc(s.questions, func(q questionColumn) bool { return !q.there() })
	s.codes = make([]uint8, len(s.questions))
	for _, q := range s.questions {
		s.columns = append(s.columns, q.at)
	}
}

// response is what the row at hand says; the next row overwrites it. A cell that
// is at fault counts as empty: there will be no tally.
func (s *survey) response() assess.Response {
	r := &s.said
	clear(r.Targets)
	clear(r.Aim)
	clear(r.Facts)
	r.Role = ""
	if code := s.read(&s.role); code > 0 {
		r.Role = s.round.Rubric.Roles[code-1].ID
	}
	s.readAnswers(r.Answers)
	for i := range s.targets {
		if code := s.read(&s.targets[i]); code > 0 {
			r.Targets[s.targets[i].of] = targetOfCode(code, s.round.Rubric.K())
		}
	}
	priorities, hurdles := s.readList(&s.priorities), s.readList(&s.hurdles)
	r.Priorities = s.priorities.named(r.Priorities[:0], priorities)
	r.Hurdles = s.hurdles.named(r.Hurdles[:0], hurdles)
	r.Worst = s.readWorst(hurdles)
	s.readForms(r)
	return *r
}

func (s *survey) readAnswers(answers []assess.Answer) {
	s.answers.read(s.row, s.columns, s.codes)
	for i, code := range s.codes {
		q := &s.questions[i]
		if code == unread {
			code = uint8(s.wordIn(q.at, q.id, q.words))
		}
		answers[q.index] = answerOfCode(int(code), s.round.Rubric.K())
	}
}

func (s *survey) readForms(r *assess.Response) {
	for i := range s.aims {
		if code := s.read(&s.aims[i]); code > 0 {
			r.Aim[s.aims[i].of] = s.round.Rubric.Aim.Choices[code-1].ID
		}
	}
	for i := range s.facts {
		if code := s.read(&s.facts[i]); code > 0 {
			r.Facts[s.facts[i].of] = factStates[code-1]
		}
	}
}

// newResponse is what everybody in the table has in common.
func newResponse(round Round) assess.Response {
	r := assess.NewResponse(round.Rubric)
	r.Association, r.Date, r.Length, r.JointWork = round.Association, round.Date, round.Length, round.JointWork
	return r
}

// factStates are what a cell says of a fact, by its code less one; see [factWords].
var factStates = []assess.Fact{assess.Met, assess.NotMet, assess.FactUnknown}

// targetOfCode is the target with a code of [targetWords].
func targetOfCode(code, k int) assess.Target {
	if code == k+1 {
		return assess.TodayIsRight
	}
	return assess.Target(code)
}
