package interview

import (
	"slices"
	"strings"

	"collab/assess/asking"
	"collab/rubric"
)

// welcomeWords are the paragraphs of the start page; there is at least one.
func (f *filling) welcomeWords() []string {
	if len(f.options.Welcome) == 0 {
		return DefaultWelcome()
	}
	return f.options.Welcome
}

// placeIn is the place of a section among all, from 1, and how many there are.
func placeIn(w *asking.Walk, section string) (at, of int) {
	all := w.Sections()
	return slices.Index(all, section) + 1, len(all)
}

// question is the question where a walk stands, with its dimension.
func question(w *asking.Walk) (rubric.Question, *rubric.Dimension) {
	r := w.Rubric()
	q := r.Questions()[r.Index(w.Here().ID)]
	d, _ := r.Dimension(q.Dimension)
	return q, d
}

// about is what the joint work is that the question where a walk stands is about; empty
// where it is about other things.
func about(w *asking.Walk) string {
	if _, d := question(w); d.Kind != rubric.Spectrum {
		return ""
	}
	return w.JointWork()
}

// noJointWork is what one chooses where there was none.
func noJointWork(r *rubric.Rubric) string { return rubric.NameOf(r.JointWork.Scopes, rubric.ScopeNone) }

// noteWords say at a question that it has a note: all of it, or where it is of
// before and is asked again, with which key it shows.
func noteWords(w *asking.Walk, question string) string {
	note := w.NoteTo(question)
	switch {
	case note == "":
		return ""
	case w.NoteOfBefore(question):
		return say.noteOfBefore()
	}
	return say.yourNote(note)
}

// reviewLine says how much is open among the parts of the review.
func reviewLine(w *asking.Walk, parts []asking.Part) string {
	open := 0
	for _, part := range parts {
		if part.Open {
			open++
		}
	}
	return say.complete(open, w.Revises())
}

// unplacedWords name what would have no position if one finished now. They are empty
// where these answers alone are no assessment: one person's of a group, and those of a
// second round.
func (f *filling) unplacedWords() string {
	if f.options.Private || f.options.Asks.Again {
		return ""
	}
	var short []string
	unknown, notApply := false, false
	for _, p := range f.walk.Unplaced() {
		short = append(short, p.Dimension.Short)
		unknown, notApply = unknown || p.Base.DontKnow > 0, notApply || p.Base.DoesNotApply > 0
	}
	if len(short) == 0 {
		return ""
	}
	_, room := f.walk.InRoom()
	return say.tooFew(short, room, unknown, notApply)
}

// state says how much of a part there is.
func state(w *asking.Walk, part asking.Part) []string {
	if _, room := w.InRoom(); !room && part.To.Kind == asking.Ticking && !part.Open {
		return ticked(w, part)
	}
	told := []string{say.at(part.Done, part.Of)}
	if part.DontKnow > 0 {
		told = append(told, say.notKnown(part.DontKnow))
	}
	return told
}

// ticked says what was ticked: of few all, of many how many, and the worst.
func ticked(w *asking.Walk, part asking.Part) []string {
	it, worst := ticksAt(w, part.To)
	ids := w.Ticked(it)
	switch {
	case len(ids) == 0:
		return []string{say.noneChosen()}
	case worst == nil:
		return []string{strings.Join(short(it, ids), ", ")}
	}
	told := []string{say.marked(len(ids))}
	if i := w.Taken(worst); i >= 0 {
		told = append(told, say.worst(worst.Options[i].More))
	}
	return told
}

// short are options in few words.
func short(it *asking.Item, ids []string) []string {
	var out []string
	for _, o := range it.Options {
		if slices.Contains(ids, o.ID) {
			out = append(out, o.Words[len(o.Words)-2])
		}
	}
	return out
}

// ticksAt are what is ticked at a step, and what is chosen among that, which may be nil.
func ticksAt(w *asking.Walk, t asking.Step) (it, worst *asking.Item) {
	for _, of := range w.All(t) {
		if of.Among == "" {
			it = of
		} else {
			worst = of
		}
	}
	return it, worst
}
