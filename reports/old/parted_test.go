package reports

import (
	"bytes"
	"strings"
	"testing"

	"collab/assess"
)

// withTrust is a complete response with other answers about trust, and another target.
func withTrust(t *testing.T, target assess.Target, answers ...assess.Answer) *assess.Assessment {
	r := complete(t)
	copy(r.Answers[4:8], answers)
	delete(r.Targets, "trust")
	if target != assess.NoTarget {
		r.Targets["trust"] = target
	}
	return assessed(r)
}

// A mean that lies more than half a stage from the stage is explained, by the
// questions that would have to rise.
func TestParted(t *testing.T) {
	const reliance, acting, disagreement = "reliance on others", "acting for one another", "handling of disagreement"
	for _, c := range []struct {
		answers []assess.Answer
		want    string
	}{
		{[]assess.Answer{2, 2, 2, 2}, ""},
		{[]assess.Answer{3, 3, 2, 2}, ""}, // 2.50: as near to the stage as to the next
		{[]assess.Answer{3, 3, 3, 2}, ""},
		{[]assess.Answer{1, 1, 2, 4}, "The mean is 2.00, yet the stage is single-handed: held back by " + acting + " and " + disagreement + "."},
		{[]assess.Answer{4, 4, 1, 4}, "The mean is 3.25, yet the stage is cooperation: held back by " + reliance + "."},
		{[]assess.Answer{4, 2, 1, 4}, "The mean is 2.75, yet the stage is cooperation: held back by " + reliance + " and " + disagreement + "."},
	} {
		a := withTrust(t, assess.NoTarget, c.answers...)
		p, _ := a.Placement("trust")
		if got := string(plainStory(a).Parted(p)); got != c.want {
			t.Errorf("%v: %q, want %q", c.answers, got, c.want)
		}
	}
}

// Where the wish is to stay there is no way from today to a target, though today's
// mean lies beside the stage.
func TestStayingIsNoGap(t *testing.T) {
	g := boxGlyphs
	for _, c := range []struct {
		target assess.Target
		drawn  bool
	}{
		{assess.NoTarget, false}, {assess.TodayIsRight, false}, {2, false}, {3, true}, {1, true},
	} {
		a := withTrust(t, c.target, 2, 2, 1, 2)
		p, _ := a.Placement("trust")
		row := string(newPicture(plainStory(a), 80, g, forms...).onRail(p))
		if got := strings.ContainsRune(row, g.target); got != c.drawn {
			t.Errorf("target %d: %s", c.target, row)
		}
	}
}

// Today is right is said of what was answered so, with a stage or without, and of
// nothing else.
func TestWishes(t *testing.T) {
	for _, c := range []struct {
		target  assess.Target
		answers []assess.Answer
		want    string
	}{
		{assess.TodayIsRight, []assess.Answer{2, 2, 2, 2}, "Today is right for trust and knowledge."},
		{assess.TodayIsRight, []assess.Answer{-1, -1, -1, -1}, "Today is right for trust and knowledge."},
		{2, []assess.Answer{2, 2, 2, 2}, "You are where you want to be in mutual trust and respect."},
		{assess.NoTarget, []assess.Answer{2, 2, 2, 2}, "You chose mutual trust and respect as what matters most and set no target for it."},
		{3, []assess.Answer{2, 2, 2, 2}, "You want one stage more in values, trust, transparency and governance and on the spectrum."},
	} {
		got := string(plainStory(withTrust(t, c.target, c.answers...)).Wishes())
		if !strings.Contains(got, c.want) {
			t.Errorf("target %d: %q lacks %q", c.target, got, c.want)
		}
	}
}

// What was answered about work inside the association is not set beside a form
// without the reason.
func TestDoubted(t *testing.T) {
	r := complete(t)
	r.JointWork.Scope = "within"
	a := assessed(r)
	const reason = "the joint work described was inside the association; this needs work with another."
	for _, render := range []func(*bytes.Buffer) error{
		func(b *bytes.Buffer) error { return Markdown(b, a, Options{}) },
		func(b *bytes.Buffer) error { return HTML(b, a, Options{}) },
		func(b *bytes.Buffer) error { return Lines(b, a, Options{}) },
	} {
		text := strings.Join(strings.Fields(rendered(t, render)), " ")
		if n := strings.Count(strings.ToLower(text), reason); n < 2 {
			t.Errorf("the reason stands there %d times, want one for each form that is considered", n)
		}
	}
}
