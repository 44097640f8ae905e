package assess

import (
	"iter"
	"slices"

	"collab/rubric"
)

// A subject is a trait or the spectrum, as far as both rounds ask about it in the
// same words.
type subject struct {
	dimension *rubric.Dimension
	then, now part
	asked     int // questions that either round asks
}

// A part is what one round has of a subject: its comparable questions, in the
// order of the later rubric.
type part struct {
	at        int               // the dimension's place in the round's rubric; -1 where it has none
	dimension *rubric.Dimension // with the comparable questions alone
	questions []int             // their places among all of the rubric's questions
}

// size is the number of questions that can be compared.
func (t subject) size() int { return len(t.now.questions) }

// whole is true where every question that either round asks can be compared, so
// that the positions in a record are comparable too.
func (t subject) whole() bool { return t.size() == t.asked }

// match sorts the questions of two rounds: those that both ask in the same words
// stand in the subjects, all others are excluded with a reason. The subjects are the
// later rubric's dimensions but the benefit areas, then those that only the
// earlier has.
func match(then, now Side) ([]subject, []Exclusion) {
	var excluded []Exclusion
	same, others := map[string][]string{}, map[string]int{} // by dimension
	exclude := func(q *rubric.Question, why Excluded) {
		excluded = append(excluded, Exclusion{q.ID, why})
		others[q.Dimension]++
	}
	for q := range now.asked() {
		switch before := then.asks(q.ID); {
		case before == nil:
			exclude(q, OnlyNow)
		case before.Wording != q.Wording:
			exclude(q, Reworded)
		default:
			same[q.Dimension] = append(same[q.Dimension], q.ID)
		}
	}
	for q := range then.asked() {
		if now.asks(q.ID) == nil {
			exclude(q, OnlyThen)
		}
	}
	var subjects []subject
	for _, d := range allDimensions(then, now) {
		subjects = append(subjects, subject{
			dimension: d,
			then:      then.part(d.ID, same[d.ID]),
			now:       now.part(d.ID, same[d.ID]),
			asked:     len(same[d.ID]) + others[d.ID],
		})
	}
	return subjects, excluded
}

// asked are the questions that a round asks by its rubric and length.
func (s Side) asked() iter.Seq[*rubric.Question] {
	return func(yield func(*rubric.Question) bool) {
		questions := s.Rubric.Questions()
		for i := range questions {
			if s.Length.Asks(questions[i]) && !yield(&questions[i]) {
				return
			}
		}
	}
}

// asks is a question that a round asks, nil where it does not.
func (s Side) asks(id string) *rubric.Question {
	i := s.Rubric.Index(id)
	if i < 0 || !s.Length.Asks(s.Rubric.Questions()[i]) {
		return nil
	}
	return &s.Rubric.Questions()[i]
}

// allDimensions are those of both rubrics that have positions.
func allDimensions(then, now Side) []*rubric.Dimension {
	all := slices.Clone(now.Rubric.Dimensions)
	for _, d := range then.Rubric.Dimensions {
		if placeOf(now.Rubric, d.ID) < 0 {
			all = append(all, d)
		}
	}
	return slices.DeleteFunc(all, func(d *rubric.Dimension) bool { return d.Kind == rubric.Benefit })
}

// placeOf is a dimension's place in a rubric, -1 where it has none.
func placeOf(r *rubric.Rubric, dimension string) int {
	return slices.IndexFunc(r.Dimensions, func(d *rubric.Dimension) bool { return d.ID == dimension })
}

// part takes some questions out of a dimension.
func (s Side) part(dimension string, ids []string) part {
	p := part{at: placeOf(s.Rubric, dimension), dimension: new(rubric.Dimension)}
	if p.at < 0 {
		return p
	}
	p.dimension = s.Rubric.Dimensions[p.at]
	p.questions = make([]int, len(ids))
	for i, id := range ids {
		p.questions[i] = s.Rubric.Index(id)
	}
	if slices.EqualFunc(p.dimension.Questions, ids, func(q rubric.Question, id string) bool { return q.ID == id }) {
		return p // all of them, as they stand: not copied
	}
	fewer := *p.dimension
	fewer.Questions = make([]rubric.Question, len(ids))
	for i, q := range p.questions {
		fewer.Questions[i] = s.Rubric.Questions()[q]
	}
	p.dimension = &fewer
	return p
}

// answers are what a person said to the part's questions. Where there was no
// joint work every question about it stands at the first stage.
func (p part) answers(r *Response) []Answer {
	said := make([]Answer, len(p.questions))
	for i, q := range p.questions {
		said[i] = r.Answers[q]
		if p.dimension.Kind == rubric.Spectrum && r.JointWork.Scope == rubric.ScopeNone {
			said[i] = 1
		}
	}
	return said
}

// position is a person's position over the comparable questions, zero where
// there is none.
func (p part) position(r *Response) Position { return place(p.dimension, Full, p.answers(r)) }

// histogram is where the people of a round stand on all of the subject's
// questions, as a record holds it.
func (s Side) histogram(p part) Histogram {
	if p.at < 0 {
		return nil
	}
	return s.Positions[p.at]
}
