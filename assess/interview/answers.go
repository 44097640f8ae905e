package interview

import (
	"slices"

	"collab/assess"
	"collab/rubric"
)

// Response is what was answered, as it may be kept: what is no longer asked
// is left out. It shares nothing with the script.
func (s *Script) Response() assess.Response {
	r := clone(s.given)
	if s.revised != nil {
		s.revised.fill(&r)
	}
	for i, q := range r.Rubric.Questions() {
		if !r.Asked(q) {
			r.Answers[i] = assess.Unanswered
			delete(r.Notes, q.ID)
		}
	}
	if r.JointWork.Scope == rubric.ScopeNone {
		r.JointWork = assess.JointWork{Scope: rubric.ScopeNone}
	}
	for id := range r.Facts {
		if !s.asksFact(id) {
			delete(r.Facts, id)
		}
	}
	if r.Worst != "" && !slices.Contains(r.Hurdles, r.Worst) {
		r.Worst = ""
	}
	return r
}

func (s *Script) asksFact(id string) bool {
	if s.given.Length == assess.Short {
		return false
	}
	for _, f := range s.Rubric().Forms {
		if slices.ContainsFunc(f.Facts, func(x rubric.Fact) bool { return x.ID == id }) {
			return assess.Considers(s.given.Aim[f.ID])
		}
	}
	return id == rubric.SaysSoID
}

// SetStart records what the start page asks.
func (s *Script) SetStart(association, role, code string, length assess.Length) {
	s.given.Association, s.given.Role = Clean(association), role
	s.given.Code, s.given.Length = Clean(code), length
	s.changed()
}

// Answer records the answer to a question; [assess.Unanswered] takes it back.
// Of an unknown question, or out of range, nothing is recorded.
func (s *Script) Answer(question string, a assess.Answer) {
	i := s.Rubric().Index(question)
	if i < 0 || a < assess.DoesNotApply || int(a) > s.Rubric().K() {
		return
	}
	s.given.Answers[i] = a
	s.changed()
}

// AnswerTo is the answer to a question.
func (s *Script) AnswerTo(question string) assess.Answer {
	if i := s.Rubric().Index(question); i >= 0 {
		return s.given.Answers[i]
	}
	return assess.Unanswered
}

// SetNote records a note to a question; an empty one takes it back.
func (s *Script) SetNote(question, text string) {
	set(s, s.given.Notes, question, cutTo(Clean(text), assess.MaxNote))
}

// cutTo is text of at most so many characters; a terminal field counts columns,
// and a longer text could not be read back.
func cutTo(text string, most int) string {
	runes := []rune(text)
	return string(runes[:min(len(runes), most)])
}

// SetJointWork records what the spectrum's questions are about. Without joint
// work they are not asked.
func (s *Script) SetJointWork(j assess.JointWork) {
	j.About = cutTo(Clean(j.About), assess.MaxLine)
	s.given.JointWork = j
	s.changed()
}

// SetTarget records the target of a dimension; [assess.NoTarget] takes it back.
func (s *Script) SetTarget(dimension string, t assess.Target) {
	set(s, s.given.Targets, dimension, t)
}

// SetAim records whether the association has or explores a form; an empty one takes
// it back. The facts of a form are asked where it does.
func (s *Script) SetAim(form, choice string) { set(s, s.given.Aim, form, choice) }

// SetFact records whether a fact is so; an empty one takes it back.
func (s *Script) SetFact(id string, f assess.Fact) { set(s, s.given.Facts, id, f) }

// SetPriorities records the traits that matter most, kept in the rubric's order.
func (s *Script) SetPriorities(traits []string) {
	s.given.Priorities = inOrder(s.Rubric().Traits(), func(d *rubric.Dimension) string { return d.ID }, traits)
	s.changed()
}

// SetHurdles records the hurdles that were met, kept in the rubric's order, and
// the worst of them, which may be empty.
func (s *Script) SetHurdles(met []string, worst string) {
	s.given.Hurdles = inOrder(s.Rubric().Hurdles.Items, func(h rubric.Hurdle) string { return h.ID }, met)
	s.given.Worst = worst
	s.changed()
}

func (s *Script) changed() {
	s.unkept = true
	s.plan()
}

// set records a value by id; the zero value takes it away.
func set[V comparable](s *Script, in map[string]V, id string, v V) {
	var none V
	if v == none {
		delete(in, id)
	} else {
		in[id] = v
	}
	s.changed()
}

func inOrder[T any](all []T, id func(T) string, picked []string) []string {
	var out []string
	for _, t := range all {
		if slices.Contains(picked, id(t)) {
			out = append(out, id(t))
		}
	}
	return out
}

// Open tells whether a step still lacks something. Priorities and hurdles may
// be none, so they are open only until they were seen.
func (s *Script) Open(t Step) bool {
	switch t.Kind {
	case StartPage:
		return s.given.Association == ""
	case Priorities, Hurdles:
		return !s.has(t) && !s.seen[t]
	}
	return t.Kind.TakesAnswer() && !s.has(t)
}

// has tells whether a step has everything that it asks for.
func (s *Script) has(t Step) bool {
	done, of := s.count(t)
	return done >= of
}

// count counts what a step asks for, and what of it was given.
func (s *Script) count(t Step) (done, of int) {
	given := func(there bool) {
		of++
		if there {
			done++
		}
	}
	if rows := s.countedRows(t); rows != nil {
		for _, row := range rows {
			given(s.counted(row) != nil)
		}
		return done, of
	}
	switch t.Kind {
	case Question:
		given(s.AnswerTo(t.ID) != assess.Unanswered)
	case JointWork:
		j := s.given.JointWork
		given(j.Scope != "")
		if j.Scope != rubric.ScopeNone {
			given(j.About != "")
			given(j.Purpose != "")
		}
	case Targets:
		for _, q := range s.Rubric().Targets.Questions {
			given(s.given.Targets[q.Dimension] != assess.NoTarget)
		}
	case Aim:
		if s.asksSaysSo() {
			given(s.given.Facts[rubric.SaysSoID] != "")
		}
		for _, f := range s.Rubric().Forms {
			given(s.given.Aim[f.ID] != "")
		}
	case Facts:
		f, _ := s.Rubric().Form(t.ID)
		for _, x := range f.Facts {
			given(s.given.Facts[x.ID] != "")
		}
	case Priorities:
		given(len(s.given.Priorities) > 0)
	case Hurdles:
		given(len(s.given.Hurdles) > 0)
	}
	return done, of
}

func (s *Script) asksSaysSo() bool { return s.given.Length == assess.Full && s.Rubric().SaysSo != "" }

// A Part is a line of the review: a section of questions, or one of the steps that
// look ahead.
type Part struct {
	Name     string
	To       Step // the first step of it that is open, or the first
	Done, Of int
	DontKnow int
}

// Overview is the interview part by part.
func (s *Script) Overview() []Part {
	var parts []Part
	for _, t := range s.steps {
		if !t.Kind.TakesAnswer() {
			continue
		}
		last := len(parts) - 1
		if last < 0 || t.Section == AheadSection || parts[last].To.Section != t.Section {
			parts = append(parts, Part{Name: s.partName(t), To: t})
			last++
		}
		s.addTo(&parts[last], t)
	}
	return parts
}

func (s *Script) addTo(p *Part, t Step) {
	done, of := s.count(t)
	if t.Kind == JointWork { // one page among the questions of its part
		done, of = done/of, 1
	}
	if s.Open(t) && !s.Open(p.To) {
		p.To = t
	}
	p.Done, p.Of = p.Done+done, p.Of+of
	if t.Kind == Question && s.AnswerTo(t.ID) == assess.DontKnow {
		p.DontKnow++
	}
}

func (s *Script) partName(t Step) string {
	switch t.Kind {
	case Targets:
		return say.heldTargets()
	case Aim:
		return say.forms()
	case Facts:
		f, _ := s.Rubric().Form(t.ID)
		return f.Name
	case Priorities:
		return say.priorities()
	case Hurdles:
		return say.hurdles()
	}
	return sectionName(s.Rubric(), t.Section)
}

// NoteTo is the note to a question.
func (s *Script) NoteTo(question string) string { return s.given.Notes[question] }
