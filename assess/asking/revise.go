package asking

import (
	"slices"

	"collab/assess"
	"collab/rubric"
)

// A revision asks some of a response again. What was answered before is out of sight
// meanwhile: it would anchor the new answers. A note to one of them shows to whoever opens
// it, to be changed or taken away.
type revision struct {
	items  []*Item
	before assess.Response
	ticked map[*Item]bool // anew, perhaps none: which an empty list alone does not say
}

// Revise asks some of a response again, by ids as [Named] gives them, and nothing else.
// It does not show the earlier answers; what is not answered anew stands as it was, and so
// do notes that are not changed. What a new answer brings up that was not asked before is
// asked too. An id of what this response was not asked is an error.
func Revise(r assess.Response, ids []string) (*Walk, error) {
	w := newWalk(r, Asks{})
	w.revised = &revision{before: *r.Clone(), ticked: map[*Item]bool{}}
	for _, id := range ids {
		items, err := w.items.askedUnder(&r, id)
		if err != nil {
			return nil, err
		}
		w.revised.items = append(w.revised.items, items...)
	}
	for _, it := range w.revised.items {
		it.Clear(&w.given)
	}
	w.plan()
	w.total = w.Progress().Of
	return w, nil
}

// Revises tells whether something is asked again.
func (w *Walk) Revises() bool { return w.revised != nil }

// asks tells whether an item is asked again, or for the first time because another one
// is. Of what is only chosen among others these are shown too.
func (v *revision) asks(it *Item) bool {
	hangsOn := func(other *Item) bool { return it.When.Item == other.ID && !it.Asked(&v.before) }
	return slices.ContainsFunc(v.items, func(again *Item) bool {
		return again == it || again.Among == it.ID || hangsOn(again)
	})
}

// fill puts what was answered before where nothing was answered anew.
func (v *revision) fill(r *assess.Response) {
	for _, it := range v.items {
		if !it.Answered(r) && !v.ticked[it] {
			it.Copy(r, &v.before)
		}
	}
}

// askedUnder are the items that an id names and the response was asked.
func (a all) askedUnder(r *assess.Response, id string) ([]*Item, error) {
	items := a.under(id)
	if len(items) == 0 {
		return nil, say.calledNothing(id, "")
	}
	asked := slices.DeleteFunc(slices.Clone(items), func(it *Item) bool { return !it.Asked(r) })
	if len(asked) > 0 {
		return asked, nil
	}
	switch it := items[0]; {
	case !it.ofLength(r):
		return nil, say.notInLength(id, string(r.Length))
	case it.When.Item == JointScopeID && r.JointWork.Scope == rubric.ScopeNone:
		return nil, say.notAskedWithoutJointWork(id)
	case it.When.Item != "":
		return nil, say.notAskedAfter(id, it.When.Item)
	case it.Among != "":
		return nil, say.notAskedAfter(id, it.Among)
	}
	return nil, say.calledNothing(id, "")
}
