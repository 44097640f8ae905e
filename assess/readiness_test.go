package assess

import (
	"slices"
	"strings"
	"testing"

	"collab/rubric"
)

// partnership is a response for which nothing of a strategic partnership is
// short, and which is exploring one.
func partnership() *Response {
	r := evenly(3)
	r.JointWork = JointWork{About: "Trail conference", Scope: "between", Purpose: "shared_objective"}
	put(r, "spectrum", 3, 3, 3, 3, 3, 3, 3, 3, 3)
	r.Aim["strategic_partnership"] = rubric.Exploring
	for _, f := range []string{"partner_named", "boards_agree", "goal_written"} {
		r.Facts["strategic_partnership."+f] = Met
	}
	return r
}

// TestDoubt: an answer about work inside the association is set aside, and why is
// kept; what was not answered has no reason.
func TestDoubt(t *testing.T) {
	for _, c := range []struct {
		scope string
		want  Doubt
	}{
		{"between", ""}, {rubric.ScopeNone, ""}, {"within", WorkInside}, {"", WorkUnstated},
	} {
		r := partnership()
		r.JointWork.Scope = c.scope
		for _, n := range assessOne(r).Forms[0].Conditions {
			want := c.want
			if !strings.HasPrefix(n.ID, rubric.SpectrumID+".") {
				want = ""
			}
			if n.Why != want {
				t.Errorf("joint work %q: %s is doubted for %q, want %q", c.scope, n.ID, n.Why, want)
			}
		}
	}
}

func TestReadiness(t *testing.T) {
	const planning, agree, named = "spectrum.planning", "strategic_partnership.boards_agree", "strategic_partnership.partner_named"
	for _, c := range []struct {
		name           string
		change         func(*Response)
		want           Ready
		short, unknown []string
	}{
		{"nothing short", func(*Response) {}, IsReady, nil, nil},
		{"a fact not met", func(r *Response) { r.Facts[agree] = NotMet }, Nearly, []string{agree}, nil},
		{"a trait short by one", func(r *Response) { put(r, "values", 2, 2, 2, 2) }, Nearly, []string{"values"}, nil},
		{"a trait short by two", func(r *Response) { put(r, "values", 1, 1, 1, 1) }, NotYet, []string{"values"}, nil},
		{"three short", func(r *Response) {
			put(r, "values", 2, 2, 2, 2)
			r.Facts[agree], r.Facts[named] = NotMet, NotMet
		}, NotYet, []string{"values", named, agree}, nil},
		{"a fact not known", func(r *Response) { r.Facts[agree] = FactUnknown }, CannotTell, nil, []string{agree}},
		{"a fact not answered", func(r *Response) { delete(r.Facts, agree) }, CannotTell, nil, []string{agree}},
		{"one short and one unknown is nearly either way", func(r *Response) {
			r.Facts[agree], r.Facts[named] = NotMet, FactUnknown
		}, Nearly, []string{agree}, []string{named}},
		{"far short whatever is unknown", func(r *Response) {
			put(r, "values", 1, 1, 1, 1)
			r.Facts[agree] = FactUnknown
		}, NotYet, []string{"values"}, []string{agree}},
		{"a spectrum question short", func(r *Response) { put(r, "spectrum", 3, 3, 3, 3, 1) }, Nearly, []string{planning}, nil},
		{"joint work inside says nothing of work between", func(r *Response) { r.JointWork.Scope = "within" },
			CannotTell, nil, []string{"spectrum.commitment", planning}},
		{"joint work not stated", func(r *Response) { r.JointWork = JointWork{} },
			CannotTell, nil, []string{"spectrum.commitment", planning}},
		{"facts of a form that is not considered are unknown", func(r *Response) { r.Aim["strategic_partnership"] = rubric.NotConsidering },
			CannotTell, nil, []string{named, agree, "strategic_partnership.goal_written"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := partnership()
			c.change(r)
			f := assessOne(r).Forms[0]
			if f.Ready != c.want || !slices.Equal(f.Short(), c.short) || !slices.Equal(f.Unknown(), c.unknown) {
				t.Errorf("%s, short %v, unknown %v; want %s, %v, %v", f.Ready, f.Short(), f.Unknown(), c.want, c.short, c.unknown)
			}
		})
	}
}

func TestActions(t *testing.T) {
	type step struct {
		do  string
		to  int
		why Reason
	}
	for _, c := range []struct {
		name   string
		answer func() *Response
		want   []step
	}{
		{"nothing short and no gap: none is invented", func() *Response {
			r := partnership()
			r.Targets["trust"] = TodayIsRight
			return r
		}, nil},
		{"what blocks a form that is explored comes first: stages, then one fact", func() *Response {
			r := partnership()
			put(r, "values", 2, 3, 1, 1)
			r.Facts["strategic_partnership.partner_named"] = NotMet
			r.Facts["strategic_partnership.boards_agree"] = NotMet
			r.Targets["trust"] = 4
			return r
		}, []step{{"values.peer_objectives", 2, BlocksForm}, {"strategic_partnership.partner_named", 0, BlocksForm}, {"trust.delegation", 4, ByGap}}},
		{"a form that one has is not a reason", func() *Response {
			r := partnership()
			r.Aim["strategic_partnership"] = rubric.Have
			r.Facts["strategic_partnership.boards_agree"] = NotMet
			r.Targets["trust"] = TodayIsRight
			return r
		}, nil},
		{"the traits put first before larger gaps", func() *Response {
			r := evenly(2)
			r.Targets = map[string]Target{"values": 4, "trust": 3, "governance": 3, "knowledge": 4}
			r.Priorities = []string{"trust", "governance"}
			put(r, "governance", 2, 2, 1, 2)
			return r
		}, []step{{"governance.agreements", 2, Voted}, {"trust.delegation", 3, Voted}, {"values.goals", 3, ByGap}}},
		{"the larger gap, then the lower position, then the rubric's order", func() *Response {
			r := evenly(2)
			put(r, "stakeholders", 2, 2, 2, 1)
			r.Targets = map[string]Target{"values": 3, "trust": 4, "stakeholders": 3, "governance": 3}
			return r
		}, []step{{"trust.delegation", 3, ByGap}, {"stakeholders.joint_choice", 2, ByGap}, {"values.goals", 3, ByGap}}},
		{"the spectrum is a dimension like the traits", func() *Response {
			r := evenly(3)
			put(r, "spectrum", 2, 2, 2, 2, 1, 2, 2, 2, 2)
			r.Targets = map[string]Target{"spectrum": 4}
			return r
		}, []step{{"spectrum.planning", 2, ByGap}}},
		{"without any target the lowest traits", func() *Response {
			r := evenly(3)
			put(r, "trust", 1, 2, 1, 2)
			put(r, "values", 3, 3, 2, 3)
			return r
		}, []step{{"trust.delegation", 2, Lowest}, {"values.peer_objectives", 3, Lowest}, {"transparency.decisions", 4, Lowest}}},
		{"a trait without a position takes no part", func() *Response {
			r := evenly(3)
			put(r, "trust", 1, 1, DontKnow, DontKnow)
			r.Targets = map[string]Target{"trust": 4, "values": 4}
			return r
		}, []step{{"values.goals", 4, ByGap}}},
		{"all at the last stage: no step up", func() *Response { return evenly(4) }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := assessOne(c.answer())
			var got []step
			for _, action := range a.Actions {
				got = append(got, step{action.Do, action.To, action.Why})
				if action.Step == "" {
					t.Errorf("%s has no sentence to act on", action.Do)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// TestAFactIsKnownByHalfOfTheRoom: of twelve people six are enough, of thirteen not.
func TestAFactIsKnownByHalfOfTheRoom(t *testing.T) {
	for people, want := range map[int]Fact{12: Met, 13: FactUnknown} {
		all := each(slices.Repeat([]Answer{2}, people)...)
		for i, p := range all {
			p.Facts[rubric.SaysSoID] = FactUnknown
			if i < 6 {
				p.Facts[rubric.SaysSoID] = Met
			}
		}
		if got := newScorer(room(t, all...).Publish()).fact(rubric.SaysSoID); got != want {
			t.Errorf("six of %d people know it: %s, want %s", people, got, want)
		}
	}
}
