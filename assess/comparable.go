package assess

import (
	"iter"
	"slices"

	"collab/assess/disclosure"
	"collab/rubric"
)

// A subject is a trait or the spectrum, as far as both rounds ask about it in the
// same words and neither withholds the answers.
type subject struct {
	dimension *rubric.Dimension
	then, now part
	asked     int      // questions that either round asks
	worded    []string // ids of those that both ask in the same words, withheld or not
}

// A part is what one round has of a subject: its comparable questions, in the
// order of the later rubric.
type part struct {
	at        int   // the dimension's place in the round's rubric; -1 where it has none
	spectrum  bool  // the joint work's
	questions []int // their places among all of the rubric's questions
}

// size is the number of questions that can be compared.
func (t subject) size() int { return len(t.now.questions) }

// whole is true where every question that either round asks can be compared, so
// that the positions in a record are comparable too.
func (t subject) whole() bool { return t.size() == t.asked }

// match sorts the questions of two rounds: those that both ask in the same words
// and of which neither withholds the answers stand in the subjects, all others are
// excluded with a reason. The subjects are the later rubric's dimensions but the
// benefit areas, then those that only the earlier has.
func match(then, now Side) ([]subject, []Exclusion) {
	var excluded []Exclusion
	same, worded, asked := map[string][]string{}, map[string][]string{}, map[string]int{} // by dimension
	for q := range now.asked() {
		asked[q.Dimension]++
		why := then.excludes(now, q)
		if why != "" {
			excluded = append(excluded, Exclusion{q.ID, why})
		} else {
			same[q.Dimension] = append(same[q.Dimension], q.ID)
		}
		if why == "" || why == WithheldOnce {
			worded[q.Dimension] = append(worded[q.Dimension], q.ID)
		}
	}
	for q := range then.asked() {
		if now.asks(q.ID) == nil {
			asked[q.Dimension]++
			excluded = append(excluded, Exclusion{q.ID, OnlyThen})
		}
	}
	var subjects []subject
	for _, d := range allDimensions(then, now) {
		subjects = append(subjects, subject{
			dimension: d,
			then:      then.part(d.ID, same[d.ID]),
			now:       now.part(d.ID, same[d.ID]),
			asked:     asked[d.ID],
			worded:    worded[d.ID],
		})
	}
	return subjects, excluded
}

// excludes tells why a question of the later round cannot be compared with the
// earlier, s; empty where it can.
func (s Side) excludes(now Side, q *rubric.Question) Excluded {
	switch before := s.asks(q.ID); {
	case before == nil:
		return OnlyNow
	case !before.SameWords(*q):
		return Reworded
	case s.withholds(q.ID) || now.withholds(q.ID):
		return WithheldOnce
	}
	return ""
}

// declared are the questions that both rounds ask and that one of their rubrics declares
// equivalent.
func declared(then, now Side) []string {
	var some []string
	for q := range now.asked() {
		if before := then.asks(q.ID); before != nil && q.Declared(*before) {
			some = append(some, q.ID)
		}
	}
	return some
}

// withholds tells whether a room tells nothing of the stages that people gave to
// a question. Of one person, and of a round of under five, nothing is withheld.
func (s Side) withholds(id string) bool {
	i := s.Rubric.Index(id)
	return s.Mode != Solo && !s.few() && s.Assessment.asked(s.Rubric.Questions()[i]) &&
		s.Questions[i].Scored() < disclosure.MinimumGroup
}

// few is true of a round of under five people.
func (s Side) few() bool { return s.People < disclosure.MinimumGroup }

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
	p := part{at: placeOf(s.Rubric, dimension), spectrum: dimension == rubric.SpectrumID}
	for _, id := range ids {
		p.questions = append(p.questions, s.Rubric.Index(id))
	}
	return p
}

// answers are what a person said to the part's questions. Where there was no
// joint work every question about it stands at the first stage.
func (p part) answers(r *Response) []Answer {
	said := make([]Answer, len(p.questions))
	for i, q := range p.questions {
		said[i] = r.Answers[q]
		if p.spectrum && r.JointWork.Scope == rubric.ScopeNone {
			said[i] = 1
		}
	}
	return said
}

// position is where one of a group's people stands over the comparable questions,
// zero unless two thirds of them have a stage. Nobody's own does not apply is an
// exception to that.
func (p part) position(r *Response) Position {
	sum, n := 0, 0
	for _, a := range p.answers(r) {
		if a > 0 {
			sum += int(a)
			n++
		}
	}
	if n == 0 || n < twoThirds(len(p.questions)) {
		return 0
	}
	return ratio(sum, n)
}

// summary is where the people of a round stand on all of the subject's questions,
// as a record keeps it; of nobody where the position is from counts.
func (s Side) summary(p part) Summary {
	if p.at < 0 {
		return Summary{}
	}
	return s.Positions[p.at]
}
