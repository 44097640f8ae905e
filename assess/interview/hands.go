package interview

import (
	"slices"
	"strings"

	"collab/assess"
	"collab/rubric"
)

// A Room is a show of hands that is being counted, and how it is kept.
type Room struct {
	// Tally is what was counted before, of an open round; see [assess.ParseOpenHands].
	Tally *assess.Tally
	// Keep makes a tally safe before it returns; like [Draft.Keep].
	Keep func(*assess.Tally) error
}

// hands are the counts of a show of hands: by the id of a row, the hands for each
// of its options. A row that was not counted is not there.
type hands struct {
	date   assess.Date
	people int // in the room; 0 while it is not known
	body   int
	counts map[string][]int
}

// Ids of rows that are no question's; those of a target, an aim and a fact have the
// id of what they are about behind them.
const (
	ofTarget     = "target."
	ofAim        = "aim."
	ofFact       = "fact."
	ofPriorities = "priorities"
	ofHurdles    = "hurdles"
	ofWorst      = "hurdle_worst"
)

// A handRow is one thing that a room raises its hands for.
type handRow struct {
	id      string
	intro   string // what holds for all rows of its step
	label   string // in a few words
	prompt  string
	options []option
	// each is true where one may raise a hand for several options.
	each bool
	most int   // of those options; 0 for any number
	upTo []int // the most hands for each option; nil where people are the limit
}

// NewRoom is the script that counts a show of hands. The start page asks for
// the association and the people where the tally lacks them, and for the length where
// ask says so.
func NewRoom(t *assess.Tally, ask Start) *Script {
	r := assess.NewResponse(t.Rubric)
	r.Association, r.Date, r.Length, r.JointWork = t.Association, t.Date, t.Length, t.JointWork
	s := &Script{
		given: r,
		hands: &hands{date: t.Date, people: t.People, body: t.Body, counts: countsOf(t)},
		start: Start{
			Association: t.Association == "", People: t.People == 0, Length: ask.Length,
			JointWorkKnown: ask.JointWorkKnown, Again: ask.Again,
		},
		seen: map[Step]bool{},
		pace: pace{room: true},
	}
	s.takeAims()
	s.begin()
	return s
}

// InRoom tells whether a room's hands are counted, and how many people it has.
func (s *Script) InRoom() (people int, ok bool) {
	if s.hands == nil {
		return 0, false
	}
	return s.hands.people, true
}

// SetPeople records how many people are in the room; see [Script.PeopleFit].
func (s *Script) SetPeople(n int) error {
	if err := s.PeopleFit(n); err != nil {
		return err
	}
	s.hands.people = n
	s.takeAims()
	s.changed()
	return nil
}

// PeopleFit is an error where more hands than so many people were counted
// before, or where they are too few for any finding.
func (s *Script) PeopleFit(n int) error {
	most := 0
	for _, row := range s.hands.counts {
		most = max(most, slices.Max(append(slices.Clone(row), 0)))
	}
	switch {
	case n < fewestInRoom:
		return say.tooFewPeople(fewestInRoom)
	case n > mostInRoom:
		return say.tooManyPeople(mostInRoom)
	case n < most:
		return say.moreHandsBefore(most)
	}
	return nil
}

// A question needs five hands; the highest number is one that a typing error
// passes before a room does.
const (
	fewestInRoom = 5
	mostInRoom   = 100_000
)

// Count records the hands for a row of the step where the script stands. It is an
// error where there are more hands than people.
func (s *Script) Count(row handRow, counts []int) error {
	if err := s.fits(row, counts); err != nil {
		return err
	}
	s.hands.counts[row.id] = counts
	if strings.HasPrefix(row.id, ofAim) {
		s.takeAims()
	}
	s.changed()
	return nil
}

func (s *Script) fits(row handRow, counts []int) error {
	sum := 0
	for i, n := range counts {
		most := s.hands.people
		if row.upTo != nil {
			most = row.upTo[i]
		}
		if n > most {
			return say.tooManyHands(n, row.options[i].key, most)
		}
		sum += n
	}
	each := max(row.most, 1)
	if row.each && row.most == 0 {
		each = len(counts)
	}
	if sum > each*s.hands.people {
		return say.moreHandsThanPeople(sum, s.hands.people)
	}
	return nil
}

// Missing is how many people raised no hand; 0 where that is as it may be.
func (s *Script) missing(row handRow, counts []int) int {
	if row.each || row.upTo != nil {
		return 0
	}
	return s.hands.people - sumOf(counts)
}

func sumOf(counts []int) int {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return sum
}

// counted is what was counted for a row, nil for nothing.
func (s *Script) counted(row handRow) []int {
	counts := s.hands.counts[row.id]
	if len(counts) != len(row.options) {
		return nil
	}
	return counts
}

// takeAims has the forms that the room considers, of which the facts are asked.
func (s *Script) takeAims() {
	t := s.Room()
	for _, f := range s.Rubric().Forms {
		s.given.Aim[f.ID] = t.AimOf(f.ID)
	}
}

// handRows are what is counted at a step, nil where nothing is.
func (s *Script) handRows(t Step) []handRow {
	switch t.Kind {
	case Question:
		q := s.Rubric().Questions()[s.Rubric().Index(t.ID)]
		options, _ := questionOptions(s.Rubric(), q)
		return []handRow{{id: q.ID, prompt: q.Prompt, options: options}}
	case Targets:
		return handRowsOf(s.Rubric().Targets.Instruction, ofTarget, rubricTargetIDs(s.Rubric()), targetRows(s))
	case Aim:
		rows := aimRows(s)
		var ids []string
		if s.asksSaysSo() {
			ids = append(ids, ofFact+rubric.SaysSoID)
		}
		for _, f := range s.Rubric().Forms {
			ids = append(ids, ofAim+f.ID)
		}
		return handRowsOf(s.Rubric().Aim.Prompt, "", ids, rows)
	case Facts:
		f, _ := s.Rubric().Form(t.ID)
		var ids []string
		for _, fact := range f.Facts {
			ids = append(ids, fact.ID)
		}
		return handRowsOf(f.Meaning, ofFact, ids, factRows(s, f))
	case Priorities:
		return []handRow{prioritiesHands(s.Rubric())}
	case Hurdles:
		return s.hurdlesHands()
	}
	return nil
}

// handRowsOf count what one person answers on a grid's rows.
func handRowsOf(intro, prefix string, ids []string, rows []gridRow) []handRow {
	var out []handRow
	for i, row := range rows {
		out = append(out, handRow{id: prefix + ids[i], intro: intro, label: row.label, prompt: row.prompt, options: row.options})
	}
	return out
}

func rubricTargetIDs(r *rubric.Rubric) []string {
	var ids []string
	for _, q := range r.Targets.Questions {
		ids = append(ids, q.Dimension)
	}
	return ids
}

func prioritiesHands(r *rubric.Rubric) handRow {
	var labels []string
	for _, d := range r.Traits() {
		labels = append(labels, d.Name)
	}
	return handRow{
		id: ofPriorities, label: say.priorities(), prompt: r.Priorities.Prompt,
		options: numbered(labels), each: true, most: r.Priorities.Max,
	}
}

// hurdlesHands counts who met each hurdle and, of those that were met, whose worst
// each was.
func (s *Script) hurdlesHands() []handRow {
	asks := s.Rubric().Hurdles
	var signs []string
	for _, h := range asks.Items {
		signs = append(signs, h.Sign)
	}
	met := handRow{id: ofHurdles, label: say.hurdlesMet(), prompt: asks.Prompt, options: numbered(signs), each: true}
	rows := []handRow{met}
	if worst := (handRow{id: ofWorst, label: say.worstHurdle(), prompt: asks.Worst}); s.counted(met) != nil {
		for i, n := range s.counted(met) {
			if n > 0 {
				worst.options, worst.upTo = append(worst.options, met.options[i]), append(worst.upTo, n)
			}
		}
		if len(worst.options) > 1 {
			rows = append(rows, worst)
		}
	}
	return rows
}

// countedRows are the rows of a step where hands are counted.
func (s *Script) countedRows(t Step) []handRow {
	if s.hands == nil {
		return nil
	}
	return s.handRows(t)
}
