package assess

import (
	"slices"

	"collab/rubric"
)

// A choice is a column whose cells hold one word.
type choice struct {
	header
	of     string // what was chosen for: the id of a dimension, form or fact
	words  *vocabulary
	people []int // by code
}

func newChoice(id, of string, words *vocabulary) choice {
	return choice{newHeader(id), of, words, make([]int, len(words.codes)+1)}
}

// read counts what the row at hand chose and gives its code, 0 for nothing.
func (s *survey) read(c *choice) int {
	code := 0
	if c.there() {
		code = s.wordIn(c.at, c.id, c.words)
	}
	c.people[code]++
	return code
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

// mostCodes is more than the codes of an answer in any rubric, of which there are
// ten: nothing, seven stages, don't know, does not apply.
const mostCodes = 16

// A questionCount counts the answers to one question.
type questionCount struct {
	header
	index     int            // in the rubric
	dimension int            // in the rubric
	place     int            // in the dimension
	words     *vocabulary    // with the texts of its anchors
	people    [mostCodes]int // by code of the answer
	weight    [mostCodes]int // see dimensionCount
}

// A dimensionCount counts people by their position on a dimension.
//
// A position depends on no more than the sum of the ranks and, for each scope,
// how many questions have a rank and how many do not apply. So each answer has a
// weight, and the sum of a person's weights is a key that stands for all people
// with the same position. The first of them is placed as any response is; for
// the others the position is looked up.
type dimensionCount struct {
	from, to int      // of its questions, among those of the survey
	answers  []Answer // of the person at hand, to every question of the dimension
	place    func(answers []Answer) Position
	placed   []uint16 // 1 + position by key; 0 where nobody was placed yet
	people   [][]int  // by code of the role, by position
}

// mostPlaced is the number of keys that are remembered. It is far above the 1377
// of a trait of four questions; people with keys beyond it are placed one by one.
const mostPlaced = 1 << 16

// newCounts makes the counts of all questions and dimensions.
func (s *survey) newCounts() {
	r := s.round.Rubric
	round := &Tally{Rubric: r, Length: s.round.Length, JointWork: s.round.JointWork}
	for i, d := range r.Dimensions {
		var questions []questionCount
		for place, q := range d.Questions {
			h := newHeader(q.ID)
			h.refused = s.round.notAsked(q)
			words := s.answers.withTexts(append(slices.Clone(q.Anchors), r.DontKnow, r.NotApply)...)
			questions = append(questions, questionCount{header: h, index: r.Index(q.ID), dimension: i, place: place, words: words})
		}
		c := dimensionCount{
			answers: make([]Answer, len(d.Questions)),
			place:   func(answers []Answer) Position { return round.placePerson(d, answers) },
			placed:  make([]uint16, min(weighAnswers(d, r.K(), questions), mostPlaced)),
		}
		for range s.roles {
			c.people = append(c.people, make([]int, 100*r.K()+1))
		}
		s.dimensions = append(s.dimensions, c)
		s.questions = append(s.questions, questions...)
	}
}

// weighAnswers gives each answer to the questions of a dimension its weight and
// returns the number of keys. A key is a number of mixed radix: the sum of the
// ranks is its first digit; then each scope has a digit for the questions with a
// rank and one for those that do not apply.
func weighAnswers(d *rubric.Dimension, k int, questions []questionCount) (keys int) {
	keys = k*len(questions) + 1
	for _, scope := range []rubric.Scope{"", rubric.Within, rubric.Between} {
		var of []*questionCount
		for i := range questions {
			if d.Questions[i].Scope == scope {
				of = append(of, &questions[i])
			}
		}
		ranked, notApply := keys, keys*(len(of)+1)
		keys = notApply * (len(of) + 1)
		for _, q := range of {
			for rank := 1; rank <= k; rank++ {
				q.weight[rank] = rank + ranked
			}
			q.weight[k+2] = notApply
		}
	}
	return keys
}

// findColumns forgets the questions that the table does not have, and notes
// where the others stand.
func (s *survey) findColumns() {
	s.questions = slices.DeleteFunc(s.questions, func(q questionCount) bool { return !q.there() })
	s.sums = make([]int, len(s.questions)+1)
	s.codes = make([]uint8, len(s.questions))
	for i, q := range s.questions {
		s.columns = append(s.columns, q.at)
		d := &s.dimensions[q.dimension]
		if d.to == 0 {
			d.from = i
		}
		d.to = i + 1
	}
}

// countAnswers counts the answers of the row at hand, and its positions, for a
// person of the role with a code. The weights are added up along the whole row,
// for the questions of a dimension are too few for a loop of their own.
func (s *survey) countAnswers(role int) {
	s.answers.read(s.row, s.columns, s.codes)
	sum := 0
	for i, code := range s.codes {
		q := &s.questions[i]
		if code == unread {
			code = uint8(s.wordIn(q.at, q.id, q.words))
			s.codes[i] = code
		}
		q.people[code%mostCodes]++ // the remainder spares a check of the bounds
		sum += q.weight[code%mostCodes]
		s.sums[i+1] = sum
	}
	for i := range s.dimensions {
		d := &s.dimensions[i]
		key := s.sums[d.to] - s.sums[d.from]
		d.people[role][s.position(d, key)]++
	}
}

// position is that of the person at hand, whose key is given.
func (s *survey) position(d *dimensionCount, key int) Position {
	if key >= len(d.placed) {
		return s.placeAnew(d)
	}
	if d.placed[key] == 0 {
		d.placed[key] = uint16(s.placeAnew(d)) + 1
	}
	return Position(d.placed[key] - 1)
}

// placeAnew places the person at hand as any response is placed.
func (s *survey) placeAnew(d *dimensionCount) Position {
	k := s.round.Rubric.K()
	for i, q := range s.questions[d.from:d.to] {
		d.answers[q.place] = answerOfCode(int(s.codes[d.from+i]), k)
	}
	return d.place(d.answers)
}
