package assess

import (
	"slices"

	"collab/assess/disclosure"
	"collab/rubric"
)

// A scorer is a tally seen through its reply: what stands at each question.
type scorer struct {
	*Published
	reply
}

// A reply holds one answer for each of the rubric's questions: the person's,
// or the room's, whose rank is the lower median.
type reply struct {
	answers []Answer
	offsets []int // of each dimension's first question
	sizes   []int
}

// of are the answers to a dimension's questions.
func (r reply) of(dimension int) []Answer {
	from := r.offsets[dimension]
	return r.answers[from : from+r.sizes[dimension]]
}

// with is the reply with one answer replaced.
func (r reply) with(question int, a Answer) reply {
	r.answers = slices.Clone(r.answers)
	r.answers[question] = a
	return r
}

func newScorer(t *Published) *scorer {
	s := &scorer{Published: t}
	for _, d := range t.Rubric.Dimensions {
		s.offsets = append(s.offsets, len(s.answers))
		s.sizes = append(s.sizes, len(d.Questions))
		for range d.Questions {
			s.answers = append(s.answers, s.standsAt(len(s.answers)))
		}
	}
	return s
}

// standsAt is what the round says to a question. Where there was no joint work
// every question of the spectrum stands at the first stage.
func (s *scorer) standsAt(i int) Answer {
	c, q := s.Questions[i], s.Rubric.Questions()[i]
	switch {
	case q.Dimension == rubric.SpectrumID && s.JointWork.Scope == rubric.ScopeNone:
		return 1
	case c.Scored() > 0 && c.Scored() >= s.quorum():
		return Answer(lowerMedian(c.Ranks))
	case c.Scored() > 0:
		return Unanswered
	case c.DontKnow > 0:
		return DontKnow
	case c.DoesNotApply > 0:
		return DoesNotApply
	}
	return Unanswered
}

func (s *scorer) kind(q rubric.Question) rubric.Kind {
	d, _ := s.Rubric.Dimension(q.Dimension)
	return d.Kind
}

// questions are what the round says to all questions, asked or not.
func (s *scorer) questions() []Question {
	all := s.Rubric.Questions()
	out := make([]Question, len(all))
	for i := range all {
		out[i] = Question{Question: &all[i], Counts: s.Questions[i], Asked: s.asked(all[i])}
		if !out[i].Asked {
			continue
		}
		out[i].Rank = max(0, int(s.answers[i]))
		if s.Mode != Solo {
			s.judge(&out[i])
		}
	}
	return out
}

// judge adds how far a room agrees on a question.
func (s *scorer) judge(q *Question) {
	n := q.Scored()
	if n < s.quorum() {
		q.Label = Withheld
		return
	}
	values := ranksAsValues(s.Rubric.K())
	q.Mean, q.Label = q.Counts.mean(), labelOf(q.Ranks)
	q.Distance, q.Deviation = distance(values, q.Ranks), deviation(values, q.Ranks)
	q.WithinGroup, q.Agreement = withinGroup(q.Deviation, s.Rubric.K()), agreement(q.Ranks)
}

// spectrum is the placement of the joint work: its stage is the lower median
// of the attributes' ranks.
func (s *scorer) spectrum(i int) *Spectrum {
	sp := &Spectrum{Placement: s.placement(i), None: s.JointWork.Scope == rubric.ScopeNone}
	if sp.None || sp.Stage == 0 {
		return sp
	}
	for j, q := range sp.Dimension.Questions {
		switch rank := int(s.of(i)[j]); {
		case rank <= 0:
		case rank < sp.Stage:
			sp.Behind = append(sp.Behind, q.ID)
		case rank > sp.Stage:
			sp.Ahead = append(sp.Ahead, q.ID)
		}
	}
	return sp
}

func (s *scorer) obstacles() []Obstacle {
	if s.Hurdles.People == 0 || s.Hurdles.People < s.quorum() {
		return nil
	}
	var met []Obstacle
	for _, h := range s.Rubric.Hurdles.Items {
		if n := s.Hurdles.For[h.ID]; n > 0 {
			met = append(met, Obstacle{Hurdle: h, Met: n, Worst: s.Worst[h.ID]})
		}
	}
	return met
}

// unknowns are the questions that a quarter or more of those who answered do
// not know the answer to: of one person every one.
func (s *scorer) unknowns() []string {
	var ids []string
	for i, q := range s.Rubric.Questions() {
		if c := s.Questions[i]; c.DontKnow > 0 && 4*c.DontKnow >= c.Answered() {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

// unproven are one person's answers at the last stage without a note.
func (s *scorer) unproven() []string {
	if s.Mode != Solo {
		return nil
	}
	var ids []string
	for i, q := range s.Rubric.Questions() {
		if int(s.answers[i]) == s.Rubric.K() && s.Notes[q.ID] == "" {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

// cautions are what limits the findings as a whole.
func (s *scorer) cautions(a *Assessment) []Caution {
	few := s.Mode != Solo && s.People < disclosure.MinimumGroup
	small := s.Mode != Solo && !few && s.People < 8
	oneScope := slices.ContainsFunc(a.Traits, func(t Placement) bool { return t.Basis != "" })
	var out []Caution
	for _, c := range []struct {
		holds   bool
		caution Caution
	}{
		{s.Mode == Solo, CautionSolo},
		{few, CautionFew},
		{small, CautionSmall},
		{s.Mode == Hands, CautionHands},
		{s.Length == Short, CautionShort},
		{s.Named, CautionNamed},
		{oneScope, CautionOneScope},
		{len(a.Unknowns) > 0, CautionUnknowns},
		{s.Rubric.Reworded() > 0, CautionReworded},
	} {
		if c.holds {
			out = append(out, c.caution)
		}
	}
	return out
}
