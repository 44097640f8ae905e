package asking

import (
	"cmp"
	"errors"
	"strconv"

	"collab/assess"
	"collab/rubric"
)

// words are what is read around what is asked.
func (w *Walk) words() walkWords { return words(w.Rubric()).Walk }

// The lengths in the order in which they are offered.
var lengths = []assess.Length{assess.Short, assess.Full}

// startItems are what the start page asks: what a response lacks, and what it was told
// to ask. They are recorded together when it is left, by [Walk.Begin], since a length
// that was not chosen yet must not be kept.
func (w *Walk) startItems(r assess.Response) []*Item {
	var items []*Item
	if r.Association == "" {
		items = append(items, nameItem(r.Rubric))
	}
	if r.Role == "" && len(r.Rubric.Roles) > 0 && w.hands == nil {
		role := *w.items.role
		role.Help = words(r.Rubric).Walk.RoleHelp
		items = append(items, &role)
	}
	if w.asks.Code && r.Code == "" {
		items = append(items, w.codeItem())
	}
	if w.hands != nil && w.hands.people == 0 {
		items = append(items, w.peopleItem())
	}
	if w.asks.Length {
		items = append(items, w.lengthItem())
	}
	return items
}

// Begin records what the start page took.
func (w *Walk) Begin() {
	w.given.Association, w.given.Role, w.given.Code = w.front.Association, w.front.Role, w.front.Code
	w.given.Length = cmp.Or(w.front.Length, w.given.Length)
	if w.hands != nil && w.hands.front > 0 {
		_ = w.SetPeople(w.hands.front) // it fits: it was checked as it was typed
	}
	w.Touch()
}

func nameItem(r *rubric.Rubric) *Item {
	say := words(r).Walk
	it := &Item{ID: associationID, Name: say.Name, Prompts: []string{say.Name}, Missing: say.NameMissing}
	it.Check = func(text string) error {
		_, err := assess.Name(text)
		return err
	}
	return typing(it, func(p *assess.Response) *string { return &p.Association }, assess.MaxName)
}

// codeItem refuses a code that somebody else in the round has: whose answers belong
// together could not be told.
func (w *Walk) codeItem() *Item {
	it := *w.items.code
	it.Help = w.words().CodeHelp
	it.Check = func(code string) error {
		if w.asks.CodeTaken != nil && w.asks.CodeTaken(code) {
			return errors.New(w.words().CodeTaken)
		}
		return nil
	}
	return &it
}

// peopleItem asks how many people are in the room.
func (w *Walk) peopleItem() *Item {
	const digits = 6
	say := w.words()
	it := &Item{ID: PeopleID, Kind: Text, Name: say.People, Prompts: []string{say.People}, Help: say.PeopleHelp, Missing: say.PeopleMissing, Most: digits}
	it.Typed = func(*assess.Response) string {
		if n := cmp.Or(w.hands.front, w.hands.people); n > 0 {
			return strconv.Itoa(n)
		}
		return ""
	}
	it.Type = func(_ *assess.Response, text string) { w.hands.front, _ = strconv.Atoi(text) }
	it.Check = func(text string) error {
		n, err := strconv.Atoi(text)
		if err != nil {
			return errors.New(say.NumberNeeded)
		}
		return w.PeopleFit(n)
	}
	return it
}

// lengthItem says what each length takes, by its own count of steps.
func (w *Walk) lengthItem() *Item {
	say := w.words()
	it := &Item{ID: lengthID, Kind: Choice, Name: say.Length, Prompts: []string{say.Length}, Missing: say.LengthMissing}
	for i, takes := range []string{say.Short, say.Full} {
		t, id := w.inLength(lengths[i]), string(lengths[i])
		it.Options = append(it.Options, numbered(i, id, id, Fill(takes, "minutes", t.Minutes(), "questions", t.Progress().Of)))
	}
	return taking(it, inField(func(p *assess.Response) *assess.Length { return &p.Length }), lengths)
}
