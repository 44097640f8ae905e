package interview

import (
	"slices"

	"collab/assess"
	"collab/rubric"
)

// A revision asks some questions of a response again. What was answered before
// is out of sight meanwhile: it would anchor the new answers. A note to one of them
// shows to whoever opens it, to be changed or taken away.
type revision struct {
	questions []string // ids
	before    assess.Response
}

// Revise is the script that asks some questions of a response again, named by
// their ids or by those of dimensions, and nothing else. It does not show the
// earlier answers to them; what is not answered anew stands as it was, and so do
// notes that are not changed. An id that names no question of this response's round
// is an error.
func Revise(r assess.Response, ids []string) (*Script, error) {
	again := &revision{before: clone(r)}
	for _, id := range ids {
		questions, err := askedUnder(&r, id)
		if err != nil {
			return nil, err
		}
		again.questions = append(again.questions, questions...)
	}
	s := &Script{given: clone(r), revised: again, seen: map[Step]bool{}}
	for _, id := range again.questions {
		s.given.Answers[r.Rubric.Index(id)] = assess.Unanswered
	}
	s.plan()
	return s, nil
}

// askedUnder are the questions that an id names and the response's round asks.
func askedUnder(r *assess.Response, id string) ([]string, error) {
	var asked []string
	known := false
	for _, q := range r.Rubric.Questions() {
		if q.ID != id && q.Dimension != id {
			continue
		}
		known = true
		if r.Asked(q) {
			asked = append(asked, q.ID)
		}
	}
	switch {
	case !known:
		return nil, say.calledNothing(Clean(id), "")
	case len(asked) == 0 && r.JointWork.Scope == rubric.ScopeNone:
		return nil, say.noJointWork(id)
	case len(asked) == 0:
		return nil, say.notInLength(id, string(r.Length))
	}
	return asked, nil
}

// among are those of the steps that ask its questions, and the review.
func (v *revision) among(all []Step) []Step {
	return slices.DeleteFunc(all, func(t Step) bool {
		return t.Kind != Review && (t.Kind != Question || !slices.Contains(v.questions, t.ID))
	})
}

// fill puts what was answered before where nothing was answered anew.
func (v *revision) fill(r *assess.Response) {
	for _, id := range v.questions {
		i := r.Rubric.Index(id)
		if r.Answers[i] == assess.Unanswered {
			r.Answers[i] = v.before.Answers[i]
		}
	}
}

// noteWords say at a question that it has a note: all of it, or where it is of
// before and is asked again, with which key it shows.
func (s *Script) noteWords(question string) string {
	note := s.NoteTo(question)
	switch {
	case note == "":
		return ""
	case s.revised != nil && note == s.revised.before.Notes[question]:
		return say.noteOfBefore()
	}
	return say.yourNote(note)
}
