package asking

import (
	"math"
	"slices"
	"time"

	"collab/assess"
)

// Open tells whether a step still lacks something. What is ticked may be none, so it is
// open only until it was seen.
func (w *Walk) Open(t Step) bool {
	switch t.Kind {
	case StartPage:
		return w.given.Association == ""
	case Ticking:
		return !w.has(t) && !w.seen[t]
	}
	return t.Kind.TakesAnswer() && !w.has(t)
}

// has tells whether a step has everything that it asks for.
func (w *Walk) has(t Step) bool {
	done, of := w.count(t)
	return done >= of
}

// count counts what a step asks for, and what of it was given. What is only chosen among
// others that were ticked does not count.
func (w *Walk) count(t Step) (done, of int) {
	given := func(there bool) {
		of++
		if there {
			done++
		}
	}
	if rows := w.Rows(t); rows != nil {
		for _, row := range rows {
			given(w.Counted(row) != nil)
		}
		return done, of
	}
	for _, it := range w.Items(t) {
		if it.Among == "" {
			given(it.Answered(&w.given))
		}
	}
	return done, of
}

// Progress is where the person stands among the steps that take an answer.
type Progress struct {
	At, Of int           // At counts from 1
	Left   time.Duration // by the person's own pace
}

// Progress counts every step that takes an answer, pauses and the start page
// left out. What is asked after another answer counts until that answer says that it is
// not, so the total falls while one answers and hardly ever rises.
func (w *Walk) Progress() Progress {
	var p Progress
	var left float64
	for i, t := range w.steps {
		if !t.Kind.TakesAnswer() {
			continue
		}
		p.Of++
		if i < w.at {
			p.At++
			continue
		}
		left += w.weight(t)
	}
	for _, more := range w.expected() {
		p.Of++
		left += w.weight(more.Step)
	}
	p.At = min(p.At+1, p.Of)
	p.Left = w.pace.left(left)
	return p
}

// expected are the pages that may still come up: what they hang on is not answered, and
// not passed either.
func (w *Walk) expected() []page {
	var more []page
	for _, p := range w.pages {
		if len(p.items) == 0 || slices.Contains(w.steps, p.Step) || w.revised != nil {
			continue
		}
		when := p.items[0].When
		asks := slices.IndexFunc(w.steps, func(t Step) bool {
			return slices.ContainsFunc(w.page(t).items, func(it *Item) bool { return it.ID == when.Item })
		})
		if asks >= w.at && when.of != nil && !when.of.Answered(&w.given) && p.items[0].ofLength(&w.given) {
			more = append(more, p)
		}
	}
	return more
}

// weight is how long a step takes, where a question is 1.
func (w *Walk) weight(t Step) float64 {
	const (
		item   = 2. / 3 // a row of a grid
		ticked = 1. / 5 // an option to tick
	)
	p := w.page(t)
	switch t.Kind {
	case Fields, Grid:
		return math.Round(item * float64(len(p.items)))
	case Ticking:
		return math.Round(ticked * float64(len(p.items[0].Options)))
	case Question:
		return 1
	}
	return 0
}

// Answered counts the steps that take an answer and have all of it, and the
// steps that take one.
func (w *Walk) Answered() (done, of int) {
	for _, t := range w.steps {
		if !t.Kind.TakesAnswer() {
			continue
		}
		of++
		if w.has(t) {
			done++
		}
	}
	return done, of + len(w.expected())
}

// A Part is a line of the review: a section of questions, or one of the steps that
// stand alone.
type Part struct {
	Name     string
	Short    string // the same in a few characters
	To       Step   // the first step of it that is open, or the first
	Done, Of int
	DontKnow int
	Open     bool
}

// Overview is the walk part by part. Of a part of several steps the steps count, of one
// step what it asks.
func (w *Walk) Overview() []Part {
	var parts []Part
	for _, t := range w.steps {
		if !t.Kind.TakesAnswer() {
			continue
		}
		last := len(parts) - 1
		if last < 0 || alone(t.Section) || parts[last].To.Section != t.Section {
			parts = append(parts, Part{Name: w.PartName(t), Short: w.shortName(t), To: t})
			last++
		}
		w.addTo(&parts[last], t)
	}
	return parts
}

func (w *Walk) addTo(p *Part, t Step) {
	done, of := w.count(t)
	if w.StepsIn(t.Section) > 1 && !alone(t.Section) {
		done, of = done/max(of, 1), 1
	}
	if w.Open(t) && !p.Open {
		p.To, p.Open = t, true
	}
	p.Done, p.Of = p.Done+done, p.Of+of
	for _, it := range w.Items(t) {
		if it.Kind == Scale && w.hands == nil && it.dontKnow(&w.given) {
			p.DontKnow++
		}
	}
}

// dontKnow tells whether somebody says that they do not know.
func (it *Item) dontKnow(r *assess.Response) bool {
	i := it.Taken(r)
	return i >= 0 && it.Options[i].ID == assess.DontKnow.ID(r.Rubric)
}

// PartName is what the part of the review is called that a step belongs to.
func (w *Walk) PartName(t Step) string {
	switch {
	case t.Section == AgainSection && t.Kind == Question:
		return w.page(t).items[0].Name
	case t.Section == AheadSection && t.Kind.TakesAnswer():
		names := w.Names(t)
		return names[len(names)-1]
	}
	name, _ := AboutSection(w.Rubric(), t.Section)
	return name
}

// shortName is the same in a few characters.
func (w *Walk) shortName(t Step) string {
	if d, known := w.Rubric().Dimension(t.Section); known {
		return d.Short
	}
	return w.PartName(t)
}

// Unplaced are the traits that would have no position if one finished now, and the
// spectrum likewise, by what assess finds. One where nothing was answered yet is left
// out: its part says so.
func (w *Walk) Unplaced() []assess.Placement {
	round := assess.One(w.Response())
	if w.hands != nil {
		round = w.Room().Publish()
	}
	a := assess.Assess(round)
	all := a.Traits
	if a.Spectrum != nil {
		all = append(all, a.Spectrum.Placement)
	}
	return slices.DeleteFunc(slices.Clone(all), func(p assess.Placement) bool {
		return p.Position != 0 || p.Base.Unanswered >= p.Base.Asked
	})
}

// inLength is the same walk from its beginning in a length, to tell how long it is.
func (w *Walk) inLength(length assess.Length) *Walk {
	r := w.given
	r.Length = length
	asks := w.asks
	asks.Length = false
	t := newWalk(r, asks)
	t.begin()
	t.at, t.pace.room = 0, w.hands != nil
	return t
}

// Minutes is how many minutes the rest takes, to the nearest five.
func (w *Walk) Minutes() int { return max(int(w.Progress().Left.Minutes()/5+.5), 1) * 5 }
