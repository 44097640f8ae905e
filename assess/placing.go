package assess

import (
	"slices"

	"collab/assess/disclosure"
	"collab/rubric"
)

// A placing follows where people stand on one dimension while a round is open.
//
// A position rests on the questions that are not withheld, which are known only
// when enough people have answered each. Until then the answers wait; from then on
// a person is placed at once, so that a long table takes no memory.
type placing struct {
	asked   []int  // places of the dimension's questions that the round asks, among all questions
	settled bool   // no question can be withheld any more
	waiting []byte // a person's role and answers to the questions asked, a byte each
	roles   []string
	all     sample
	byRole  map[string]*sample
}

// newPlacings are those of a round's dimensions. Dimensions with too few
// questions for positions of people follow nobody.
func newPlacings(t *Round) []placing {
	all := make([]placing, len(t.Rubric.Dimensions))
	for i, d := range t.Rubric.Dimensions {
		for _, q := range d.Questions {
			if t.asked(q) && d.Kind != rubric.Benefit {
				all[i].asked = append(all[i].asked, t.Rubric.Index(q.ID))
			}
		}
		if len(all[i].asked) < disclosure.MinimumQuestions {
			all[i].asked = nil
		}
		all[i].roles, all[i].byRole = append(rubric.IDs(t.Rubric.Roles), rubric.OtherRole), map[string]*sample{}
	}
	return all
}

// add takes the answers of one person, who is counted already.
func (p *placing) add(t *Round, role string, answers []Answer) {
	if p.asked == nil {
		return
	}
	if p.settled {
		p.place(role, placeAmong(p.asked, answers))
		return
	}
	p.waiting = append(p.waiting, byte(slices.Index(p.roles, role)))
	for _, q := range p.asked {
		p.waiting = append(p.waiting, byte(int8(answers[q])))
	}
	p.settled = !slices.ContainsFunc(p.asked, func(q int) bool { return t.Questions[q].Scored() < disclosure.MinimumGroup })
	if p.settled {
		p.placeWaiting(p.asked)
	}
}

// over places everybody over the questions that are not withheld: nobody where
// these are too few for positions of people.
func (p placing) over(t *Round, minimum int) placing {
	if p.settled || p.asked == nil {
		return p
	}
	kept := slices.DeleteFunc(slices.Clone(p.asked), func(q int) bool { return t.Questions[q].Scored() < minimum })
	out := placing{asked: p.asked, roles: p.roles, byRole: map[string]*sample{}, waiting: p.waiting}
	if len(kept) >= disclosure.MinimumQuestions {
		out.placeWaiting(kept)
	}
	return out
}

func (p *placing) placeWaiting(kept []int) {
	answers := make([]Answer, slices.Max(p.asked)+1)
	for person := range slices.Chunk(p.waiting, 1+len(p.asked)) {
		for i, q := range p.asked {
			answers[q] = Answer(int8(person[1+i]))
		}
		p.place(p.roles[person[0]], placeAmong(kept, answers))
	}
	p.waiting = nil
}

func (p *placing) place(role string, at Position) {
	if at == 0 {
		return
	}
	p.all.add(int(at), 1)
	of := p.byRole[role]
	if of == nil {
		of = &sample{}
		p.byRole[role] = of
	}
	of.add(int(at), 1)
}

// people is how many of a role have a position.
func (p *placing) people(role string) int {
	if s := p.byRole[role]; s != nil {
		return s.n
	}
	return 0
}

// placeAmong is a person's position over some questions, zero unless two thirds of
// them have a rank. In a room nobody's own does not apply is an exception to that.
func placeAmong(questions []int, answers []Answer) Position {
	sum, n := 0, 0
	for _, q := range questions {
		if answers[q] > 0 {
			sum += int(answers[q])
			n++
		}
	}
	if n == 0 || n < twoThirds(len(questions)) {
		return 0
	}
	return ratio(sum, n)
}
