package asking

import (
	"errors"
	"slices"

	"collab/assess"
)

// hands are the counts of a show of hands: by the id of an item, the hands for each
// of its options. An item that was not counted is not there.
type hands struct {
	people int // in the room; 0 while it is not known
	front  int // that the start page took, until it is left
	body   int
	counts map[string][]int
}

// A Row is one thing that a room raises its hands for: an item, with those of its
// options that can be meant.
type Row struct {
	*Item
	Options []Option
	places  []int // of these among the item's
	UpTo    []int // the most hands for each option; nil where people are the limit
}

// OneEach tells whether everybody raises one hand, and no more.
func (row Row) OneEach() bool { return row.Kind != Ticks && row.UpTo == nil }

// CountHands leads whoever counts a show of hands. The start page asks for the
// association and the people where the tally lacks them.
func CountHands(t *assess.Tally, asks Asks) *Walk {
	r := assess.NewResponse(t.Rubric)
	r.Association, r.Date, r.Length, r.JointWork = t.Association, t.Date, t.Length, t.JointWork
	w := newWalk(r, asks)
	w.hands = &hands{people: t.People, body: t.Body, counts: map[string][]int{}}
	for _, it := range w.items.every() {
		if it.Counted == nil {
			continue
		}
		if counts := it.Counted(t); Sum(counts) > 0 {
			w.hands.counts[it.ID] = counts
		}
	}
	w.start = w.startItems(r)
	w.pace.room = true
	w.takeAims()
	w.begin()
	return w
}

// InRoom tells whether a room's hands are counted, and how many people it has.
func (w *Walk) InRoom() (people int, ok bool) {
	if w.hands == nil {
		return 0, false
	}
	return w.hands.people, true
}

// SetPeople records how many people are in the room; see [Walk.PeopleFit].
func (w *Walk) SetPeople(n int) error {
	if err := w.PeopleFit(n); err != nil {
		return err
	}
	w.hands.people = n
	w.takeAims()
	w.Touch()
	return nil
}

// PeopleFit is an error where more hands than so many people were counted
// before, or where they are too few for any finding.
func (w *Walk) PeopleFit(n int) error {
	most := 0
	for _, counts := range w.hands.counts {
		most = max(most, slices.Max(append(slices.Clone(counts), 0)))
	}
	switch say := w.words(); {
	case n < fewestInRoom:
		return fault(say.TooFewPeople, "n", fewestInRoom)
	case n > mostInRoom:
		return fault(say.TooManyPeople, "n", mostInRoom)
	case n < most:
		return fault(say.HandsBefore, "n", most)
	}
	return nil
}

func fault(sentence string, with ...any) error { return errors.New(Fill(sentence, with...)) }

// A question needs five hands; the highest number is one that a typing error
// passes before a room does.
const (
	fewestInRoom = 5
	mostInRoom   = 100_000
)

// Rows are what is counted at a step, nil where one person answers.
func (w *Walk) Rows(t Step) []Row {
	if w.hands == nil || !t.Kind.TakesAnswer() {
		return nil
	}
	var rows []Row
	for _, it := range w.page(t).items {
		if row := w.row(it); it.Counted != nil && it.Asked(&w.given) || it.Among != "" && len(row.Options) > 1 {
			rows = append(rows, row)
		}
	}
	return rows
}

// row has of what is chosen among others those that were met: nobody can be the worst
// hurdle of more people than met it.
func (w *Walk) row(it *Item) Row {
	row := Row{Item: it}
	limits := w.hands.counts[it.Among]
	for i, o := range it.Options {
		if it.Among != "" {
			if i >= len(limits) || limits[i] == 0 {
				continue
			}
			row.UpTo = append(row.UpTo, limits[i])
		}
		row.Options, row.places = append(row.Options, o), append(row.places, i)
	}
	return row
}

// Counted are the hands that were counted for the options of a row, nil for none.
func (w *Walk) Counted(row Row) []int {
	counts := w.hands.counts[row.ID]
	if counts == nil {
		return nil
	}
	var out []int
	for i, place := range row.places {
		n := counts[place]
		if row.UpTo != nil {
			n = min(n, row.UpTo[i])
		}
		out = append(out, n)
	}
	return out
}

// Count records the hands for the options of a row. It is an error where there are more
// hands than people.
func (w *Walk) Count(row Row, hands []int) error {
	if err := w.fits(row, hands); err != nil {
		return err
	}
	counts := make([]int, len(row.Item.Options))
	for i, place := range row.places {
		counts[place] = hands[i]
	}
	w.hands.counts[row.ID] = counts
	w.takeAims()
	w.Touch()
	return nil
}

func (w *Walk) fits(row Row, hands []int) error {
	for i, n := range hands {
		most := w.hands.people
		if row.UpTo != nil {
			most = row.UpTo[i]
		}
		if n > most {
			return fault(w.words().TooManyHands, "n", n, "mark", row.Options[i].Mark, "most", most)
		}
	}
	if sum := Sum(hands); sum > max(row.Most, 1)*w.hands.people {
		return fault(w.words().MoreThanPeople, "n", sum, "people", w.hands.people)
	}
	return nil
}

// Missing is how many people raised no hand; 0 where that is as it may be.
func (w *Walk) Missing(row Row, hands []int) int {
	if !row.OneEach() {
		return 0
	}
	return w.hands.people - Sum(hands)
}

// Sum adds counts up.
func Sum(counts []int) int {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return sum
}

// takeAims has the forms that the room considers, of which the facts are asked.
func (w *Walk) takeAims() {
	t := w.Room()
	for _, f := range w.Rubric().Forms {
		w.given.Aim[f.ID] = t.AimOf(f.ID)
	}
}

// Room is what was counted, as it may be kept: what is no longer asked is left
// out. It shares nothing with the walk.
func (w *Walk) Room() *assess.Tally {
	head := w.Response()
	t := assess.NewTally(head.Rubric, assess.Hands, head.Association, head.Date)
	t.Length, t.JointWork, t.People, t.Body = head.Length, head.JointWork, w.hands.people, w.hands.body
	for _, it := range w.items.every() {
		counts := w.hands.counts[it.ID]
		if counts == nil || it.Among == "" && !it.Asked(&head) {
			continue
		}
		row := w.row(it)
		kept := make([]int, len(it.Options))
		for i, n := range w.Counted(row) {
			kept[row.places[i]] = n
		}
		if Sum(kept) > 0 {
			it.Count(t, kept)
		}
	}
	return t
}
