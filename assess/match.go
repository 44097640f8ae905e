package assess

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"collab/rubric"
)

// A Match is two associations beside each other, with a view to one form of working
// together. It judges neither by the other: each stands as its own assessment has it.
type Match struct {
	Sides [2]*Assessment
	Form  rubric.Form // of the first association's rubric
	Ready [2]Ready
	Aim   [2]string // what each is after with the form; may be empty

	Needs []MatchedNeed // its conditions, then its facts, in the rubric's order
	Views []MatchedView // of the joint work, the furthest apart first
	// BothWant are the traits that both want higher, those of which both together want
	// most first; BothAim the other forms that both have or explore.
	BothWant, BothAim []string
	First             []FirstTopic // at most three
	Cautions          []MatchCaution
}

// A MatchedNeed is one condition or fact of the form with what each side has of it.
type MatchedNeed struct {
	ID    string
	Fact  bool
	Needs int // rank; 0 of a fact
	Of    [2]Requirement
}

// A MatchedView is a question about the joint work on which both have a rank.
type MatchedView struct {
	Question string
	Ranks    [2]int
}

// Apart is how many stages two views differ by.
func (v MatchedView) Apart() int { return max(v.Ranks[0]-v.Ranks[1], v.Ranks[1]-v.Ranks[0]) }

// A FirstTopic is something that both should agree on before anything else.
type FirstTopic struct {
	Kind TopicKind
	ID   string  // of a question, a fact or a condition
	Of   [2]bool // which side lacks it, or does not know; both of a view
}

// A TopicKind says what a topic is about; its values are their ids in files.
type TopicKind string

// The kinds of topics.
const (
	TopicView TopicKind = "view" // they see the joint work differently
	TopicFact TopicKind = "fact" // a fact of the form is not met, or not known
	TopicNeed TopicKind = "need" // a condition of the form is short
)

// A MatchCaution limits what a match means; its values are their ids in files.
type MatchCaution string

// The cautions of a match.
const (
	MatchOtherWork MatchCaution = "other_work" // they answered about differently named joint work
	MatchNoWork    MatchCaution = "no_work"    // one of them at least not about work with another association
	MatchOnePerson MatchCaution = "one_person" // one view stands for a whole association
	MatchFarDates  MatchCaution = "far_dates"  // the assessments lie half a year apart or more
)

// farDays are those between two assessments of which one may have been overtaken.
const farDays = 182

// farView is the number of stages from which two views of one thing are not the same
// thing seen by two people.
const farView = 2

// mostFirst is the number of topics that a meeting begins with.
const mostFirst = 3

// NewMatch puts two assessments beside each other. An empty form is the first that both
// explore, else the first that either does, else the rubric's first.
func NewMatch(a, b *Assessment, form string) (*Match, error) {
	m := &Match{Sides: [2]*Assessment{a, b}}
	if a.KnownAs(b.Association) || b.KnownAs(a.Association) {
		return nil, fmt.Errorf("both are assessments of %s; expected two associations", a.Association)
	}
	for _, side := range m.Sides {
		if side.Length == Short {
			return nil, fmt.Errorf("%s answered the short version on %s, which does not ask what a form of working together needs; expected a full assessment",
				side.Association, side.Date)
		}
	}
	if form == "" {
		form = m.usualForm()
	}
	var of [2]Readiness
	for i, side := range m.Sides {
		at := slices.IndexFunc(side.Forms, func(r Readiness) bool { return r.Form.ID == form })
		if at < 0 {
			return nil, fmt.Errorf("%q is no form in the questionnaire of %s; expected one of %s", form, side.Association,
				strings.Join(formIDs(side.Rubric), ", "))
		}
		of[i] = side.Forms[at]
	}
	m.Form = of[0].Form
	for i := range of {
		m.Ready[i], m.Aim[i] = of[i].Ready, of[i].Aim
	}
	if err := m.matchNeeds(of); err != nil {
		return nil, err
	}
	m.Views, m.Cautions = m.views(), m.cautions()
	m.BothWant, m.BothAim = m.bothWant(), m.bothAim()
	m.First = m.first()
	return m, nil
}

func formIDs(r *rubric.Rubric) []string {
	var ids []string
	for _, f := range r.Forms {
		ids = append(ids, f.ID)
	}
	return ids
}

func (m *Match) usualForm() string {
	explores := func(side *Assessment, form string) bool { return side.AimOf(form) == rubric.Exploring }
	forms := m.Sides[0].Rubric.Forms
	for _, f := range forms {
		if explores(m.Sides[0], f.ID) && explores(m.Sides[1], f.ID) {
			return f.ID
		}
	}
	for _, f := range forms {
		if explores(m.Sides[0], f.ID) || explores(m.Sides[1], f.ID) {
			return f.ID
		}
	}
	if len(forms) == 0 {
		return ""
	}
	return forms[0].ID
}

var errOtherNeeds = errors.New("the two questionnaires ask other things for this form; expected the same")

func (m *Match) matchNeeds(of [2]Readiness) error {
	if len(of[0].Conditions) != len(of[1].Conditions) || m.Sides[0].Rubric.K() != m.Sides[1].Rubric.K() {
		return errOtherNeeds
	}
	for i, r := range of[0].Conditions {
		other := of[1].Conditions[i]
		if r.ID != other.ID || r.Fact != other.Fact || r.Needs != other.Needs {
			return errOtherNeeds
		}
		m.Needs = append(m.Needs, MatchedNeed{r.ID, r.Fact, r.Needs, [2]Requirement{r, other}})
	}
	return nil
}

// views are of the questions about the joint work on which both have a rank and that ask
// the same; none where either did not answer about work with another association.
func (m *Match) views() []MatchedView {
	var views []MatchedView
	for _, side := range m.Sides {
		if side.JointWork.Scope != string(rubric.Between) {
			return nil
		}
	}
	a, b := m.Sides[0], m.Sides[1]
	for _, q := range a.Answers {
		other := b.Rubric.Index(q.ID)
		if q.Dimension != rubric.SpectrumID || other < 0 || !q.Question.SameWords(*b.Answers[other].Question) {
			continue
		}
		if v := (MatchedView{q.ID, [2]int{q.Rank, b.Answers[other].Rank}}); v.Ranks[0] > 0 && v.Ranks[1] > 0 {
			views = append(views, v)
		}
	}
	slices.SortStableFunc(views, func(x, y MatchedView) int { return cmp.Compare(y.Apart(), x.Apart()) })
	return views
}

// Differ are the views that are not the same.
func (m *Match) Differ() []MatchedView {
	return slices.DeleteFunc(slices.Clone(m.Views), func(v MatchedView) bool { return v.Apart() == 0 })
}

// Lacks are what a side, 0 or 1, is short of, and what it does not know.
func (m *Match) Lacks(side int) (short, unknown []MatchedNeed) {
	for _, n := range m.Needs {
		switch n.Of[side].State {
		case Lacking:
			short = append(short, n)
		case Unknown:
			unknown = append(unknown, n)
		}
	}
	return short, unknown
}

func (m *Match) bothWant() []string {
	type wanted struct {
		id  string
		gap int
	}
	var all []wanted
	for _, p := range m.Sides[0].Traits {
		other, is := m.Sides[1].Placement(p.Dimension.ID)
		if is && p.HasGap && other.HasGap && p.Gap > 0 && other.Gap > 0 {
			all = append(all, wanted{p.Dimension.ID, p.Gap + other.Gap})
		}
	}
	slices.SortStableFunc(all, func(x, y wanted) int { return cmp.Compare(y.gap, x.gap) })
	var ids []string
	for _, w := range all {
		ids = append(ids, w.id)
	}
	return ids
}

func (m *Match) bothAim() []string {
	var forms []string
	after := func(aim string) bool { return aim == rubric.Have || aim == rubric.Exploring }
	for _, f := range m.Sides[0].Rubric.Forms {
		if f.ID != m.Form.ID && after(m.Sides[0].AimOf(f.ID)) && after(m.Sides[1].AimOf(f.ID)) {
			forms = append(forms, f.ID)
		}
	}
	return forms
}

// first are one topic of each kind, then more in the same order: what they see furthest
// apart, facts that neither can show before those that one cannot, conditions that both
// are short of before those that one is.
func (m *Match) first() []FirstTopic {
	var kinds [3][]FirstTopic
	var near []FirstTopic // views that are not so far apart, where nothing else is left
	for _, v := range m.Differ() {
		topic := FirstTopic{TopicView, v.Question, [2]bool{true, true}}
		if v.Apart() >= farView {
			kinds[0] = append(kinds[0], topic)
		} else {
			near = append(near, topic)
		}
	}
	for _, n := range m.Needs {
		of := [2]bool{n.Of[0].State == Lacking, n.Of[1].State == Lacking}
		if n.Fact {
			of = [2]bool{n.Of[0].State != Fulfilled, n.Of[1].State != Fulfilled}
		}
		switch {
		case !of[0] && !of[1]:
		case n.Fact:
			kinds[1] = append(kinds[1], FirstTopic{TopicFact, n.ID, of})
		default:
			kinds[2] = append(kinds[2], FirstTopic{TopicNeed, n.ID, of})
		}
	}
	for i := range kinds {
		slices.SortStableFunc(kinds[i], func(x, y FirstTopic) int {
			return cmp.Compare(one(!x.Of[0] || !x.Of[1]), one(!y.Of[0] || !y.Of[1]))
		})
	}
	var first []FirstTopic
	for round := 0; len(first) < mostFirst && round < mostFirst; round++ {
		for _, topics := range kinds {
			if round < len(topics) && len(first) < mostFirst {
				first = append(first, topics[round])
			}
		}
	}
	return append(first, near[:min(len(near), mostFirst-len(first))]...)
}

func (m *Match) cautions() []MatchCaution {
	a, b := m.Sides[0], m.Sides[1]
	between := a.JointWork.Scope == string(rubric.Between) && b.JointWork.Scope == string(rubric.Between)
	days := a.Date.day() - b.Date.day()
	var out []MatchCaution
	for _, c := range []struct {
		holds   bool
		caution MatchCaution
	}{
		{between && a.JointWork.About != b.JointWork.About, MatchOtherWork},
		{!between, MatchNoWork},
		{a.Mode == Solo || b.Mode == Solo, MatchOnePerson},
		{max(days, -days) >= farDays, MatchFarDates},
	} {
		if c.holds {
			out = append(out, c.caution)
		}
	}
	return out
}
