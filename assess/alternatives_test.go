package assess

import (
	"slices"
	"testing"

	"collab/rubric"
)

// TestAlternativesOfActions says what is arbitrary in the choice of steps.
func TestAlternativesOfActions(t *testing.T) {
	type step struct {
		do           string
		equal, close []string
	}
	for _, c := range []struct {
		name   string
		answer func() *Response
		want   []step
	}{
		{"the other questions at the lowest rank", func() *Response {
			r := evenly(3)
			put(r, "trust", 2, 3, 2, 2)
			r.Targets["trust"] = 4
			return r
		}, []step{{do: "trust.delegation", equal: []string{"trust.reliance", "trust.credit"}}}},
		{"a fact has no equals, and what blocks a form nothing close", func() *Response {
			r := partnership()
			put(r, "values", 2, 2, 3, 3)
			r.Facts["strategic_partnership.boards_agree"] = NotMet
			r.Targets["trust"] = TodayIsRight
			return r
		}, []step{
			{do: "values.goals", equal: []string{"values.decisions"}},
			{do: "strategic_partnership.boards_agree"},
		}},
		{"a form's condition on an attribute has no equals", func() *Response {
			r := partnership()
			put(r, "spectrum", 3, 3, 3, 3, 1, 3, 3, 3, 1)
			r.Targets["trust"] = TodayIsRight
			return r
		}, []step{{do: "spectrum.planning"}}},
		{"without joint work the spectrum has no equals", func() *Response {
			r := evenly(3)
			r.JointWork.Scope = rubric.ScopeNone
			r.Targets["spectrum"] = 3
			return r
		}, []step{{do: "spectrum.formality"}}},
		{"close: the same gap, less than a quarter above; the rubric's order", func() *Response {
			r := evenly(2)
			put(r, "knowledge", 1, 1, 1, 1)
			put(r, "governance", 1, 1, 1, 1)
			put(r, "transparency", 1, 1, 1, 1)
			put(r, "values", 1, 1, 1, 1)
			put(r, "trust", 1, 1, 1, 2) // 1.25: a quarter above is not close
			for _, d := range []string{"values", "trust", "transparency", "knowledge", "governance"} {
				r.Targets[d] = 2
			}
			return r
		}, []step{
			{do: "values.goals", equal: rest("values"), close: []string{"governance"}},
			{do: "transparency.decisions", equal: rest("transparency"), close: []string{"governance"}},
			{do: "knowledge.handover", equal: rest("knowledge"), close: []string{"governance"}},
		}},
		{"traits that were voted for are not close to one that was not", func() *Response {
			r := evenly(2)
			r.Targets = map[string]Target{"values": 3, "trust": 3, "knowledge": 3, "governance": 3}
			r.Priorities = []string{"trust", "knowledge"}
			return r
		}, []step{
			{do: "trust.delegation", equal: rest("trust")},
			{do: "knowledge.handover", equal: rest("knowledge")},
			{do: "values.goals", equal: rest("values"), close: []string{"governance"}},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []step
			for _, a := range assessOne(c.answer()).Actions {
				got = append(got, step{a.Do, a.Equal, a.Close})
			}
			if !slices.EqualFunc(got, c.want, func(a, b step) bool {
				return a.do == b.do && slices.Equal(a.equal, b.equal) && slices.Equal(a.close, b.close)
			}) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

// rest are the questions of a trait but the first.
func rest(trait string) []string {
	d, _ := rubric.Default().Dimension(trait)
	var all []string
	for _, q := range d.Questions[1:] {
		all = append(all, q.ID)
	}
	return all
}

// TestCloseIsUnderAQuarter is at the edge of .25: 24 hundredths of a stage, and 25.
func TestCloseIsUnderAQuarter(t *testing.T) {
	for p, want := range map[Position]bool{224: true, 225: false} {
		s := &planner{scorer: newScorer(One(*evenly(2))), candidates: map[Reason][]Placement{}}
		for i, d := range s.Rubric.Traits()[:2] {
			s.placed = append(s.placed, Placement{Dimension: d, Position: []Position{200, p}[i], Gap: 1, HasGap: true})
		}
		s.candidates[ByGap] = s.placed
		a := Action{Dimension: s.placed[0].Dimension.ID, Why: ByGap}
		s.actions = []Action{a}
		if got := s.close(a); (len(got) == 1) != want {
			t.Errorf("%v above 2.00: close to %v", p, got)
		}
	}
}
