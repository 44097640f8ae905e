package reports

import (
	"bytes"
	"strings"
	"testing"

	"collab/assess"
	"collab/rubric"
)

func TestAFormThatIsInPlaceIsNotCalledUnready(t *testing.T) {
	short, open, met := assess.Requirement{State: assess.Lacking}, assess.Requirement{State: assess.Unknown}, assess.Requirement{State: assess.Fulfilled}
	for _, c := range []struct {
		aim        string
		ready      assess.Ready
		conditions []assess.Requirement
		want       string
	}{
		{rubric.Have, assess.NotYet, []assess.Requirement{short, short, short, met}, "in place, with gaps"},
		{rubric.Have, assess.CannotTell, []assess.Requirement{open, met}, "in place, not all known"},
		{rubric.Have, assess.IsReady, []assess.Requirement{met}, "in place, nothing short"},
		{rubric.Have, assess.NotAsked, nil, "not asked"},
		{rubric.Exploring, assess.NotYet, []assess.Requirement{short, short, short, met}, "not yet ready"},
		{"", assess.IsReady, []assess.Requirement{met}, "ready"},
	} {
		if got := verdictOn(assess.Readiness{Aim: c.aim, Ready: c.ready, Conditions: c.conditions}); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.aim, c.ready, got, c.want)
		}
	}
}

// A form that is not considered takes a line, and what it is short of is named.
func TestAFormThatIsNotConsideredHasNoTable(t *testing.T) {
	a := assess.Assess(assess.One(complete(t)))
	for _, f := range (page{story: markdownStory(a), strong: func(p prose) prose { return p }}).Forms() {
		considered := assess.Considers(f.Readiness.Aim)
		if (f.Conditions() != nil) != considered || (f.Gist() == "") != considered {
			t.Errorf("%s: %v %q", f.Name(), f.Conditions(), f.Gist())
		}
	}
}

func TestAStepOnAFactNamesItsForm(t *testing.T) {
	a := assess.Assess(assess.One(complete(t)))
	text := rendered(t, func(b *bytes.Buffer) error { return Terminal(b, a, Options{Width: 120, Rows: 1000}) })
	if !strings.Contains(text, "Strategic partnership or consortium · Make this true: both boards") {
		t.Errorf("no form is named:\n%s", text)
	}
}

func TestAimsOfARoomReadAsASentence(t *testing.T) {
	a := roomOfTwelve(t)
	for _, c := range []struct {
		have, exploring, not int
		want                 string
	}{
		{0, 0, 11, "Of eleven people, 11 say that it is not considered."},
		{1, 4, 0, "Of five people, 1 says that there is one, 4 that it is being explored."},
		{0, 0, 0, ""},
	} {
		f := formPage{page{story: plainStory(a)}, a.Forms[0]}
		a.Aim[f.Form().ID] = assess.Votes{People: c.have + c.exploring + c.not, For: map[string]int{
			rubric.Have: c.have, rubric.Exploring: c.exploring, rubric.NotConsidering: c.not,
		}}
		if got := f.Aim(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestThatNoStepIsAboutTheLowestIsExplained(t *testing.T) {
	for _, c := range []struct {
		name    string
		targets map[string]assess.Target
		aim     string
		want    string
	}{
		{"no more is wanted", map[string]assess.Target{"trust": assess.TodayIsRight, "governance": 3}, rubric.NotConsidering,
			"No step is about mutual trust and respect, the lowest: you want no more of it."},
		{"no target", map[string]assess.Target{"governance": 3}, rubric.NotConsidering,
			"No step is about mutual trust and respect, the lowest: no target was set for it."},
		{"others come first", map[string]assess.Target{"trust": 3, "transparency": 4, "values": 4, "knowledge": 4, "governance": 4}, rubric.Exploring,
			"Three places to begin, in no sure order. No step is about mutual trust and respect, the lowest: steps go first to a form that is being explored, what matters most now and larger gaps to the targets."},
		{"a step", map[string]assess.Target{"trust": 3}, rubric.NotConsidering, ""},
	} {
		r := complete(t)
		copy(r.Answers[4:], []assess.Answer{2, 2, 2, 2}) // trust
		copy(r.Answers[8:], []assess.Answer{2, 3, 2, 2, 2, 2, 2, 3})
		r.Targets, r.Priorities, r.Aim["strategic_partnership"] = c.targets, []string{"governance"}, c.aim
		a := assess.Assess(assess.One(r))
		if got := string(plainStory(a).PassedOver()); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		for _, f := range []rendition[*assess.Assessment]{{ending: "md", render: Markdown}, {ending: "html", render: HTML}} {
			text := rendered(t, func(b *bytes.Buffer) error { return f.render(b, a, Options{}) })
			if n := strings.Count(text, "No step is about"); (n == 1) != (c.want != "") {
				t.Errorf("%s, %s: said %d times", c.name, f.ending, n)
			}
		}
	}
}

func TestThatNoStepIsAboutSeveralLowestIsExplained(t *testing.T) {
	r := complete(t)
	copy(r.Answers[4:], []assess.Answer{2, 2, 2, 2, 2, 2, 2, 2}) // trust and transparency
	r.Targets, r.Priorities, r.Aim["strategic_partnership"] = map[string]assess.Target{"governance": 3}, nil, rubric.NotConsidering
	const want = "No step is about trust and transparency, the lowest: no target was set for them."
	if got := string(plainStory(assess.Assess(assess.One(r))).PassedOver()); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// The lowest of a trait are all that share the lowest stage, and none where all do.
func TestTheLowestOfATraitAreAllThatAreLowest(t *testing.T) {
	for _, c := range []struct {
		values [4]assess.Answer
		want   string
	}{
		{[4]assess.Answer{2, 2, 2, 2}, ""},
		{[4]assess.Answer{2, 2, assess.DontKnow, 2}, ""},
		{[4]assess.Answer{3, 3, 3, 2}, "Lowest: fit of partners' values."},
		{[4]assess.Answer{2, 3, 3, 2}, "Lowest: goals that fit together and fit of partners' values."},
		{[4]assess.Answer{2, 4, 4, 2}, "Lowest: goals that fit together and fit of partners' values."},
		{[4]assess.Answer{4, 4, 4, 4}, ""},
	} {
		r := complete(t)
		copy(r.Answers, c.values[:])
		a := assessed(r)
		said := string(plainStory(a).OnTrait(a.Placements()[0]))
		if _, lowest, found := strings.Cut(said, "Lowest: "); found != (c.want != "") || found && "Lowest: "+lowest != c.want {
			t.Errorf("%v: %q, want %q", c.values, said, c.want)
		}
	}
}

// The short form asks what is made of a form, and not what the form needs.
func TestTheShortFormTellsTheAimsThatItAsked(t *testing.T) {
	r := shortForm(t)
	r.Aim = map[string]string{"strategic_partnership": rubric.Exploring, "shared_services": rubric.Have}
	a := assessed(r)
	said := map[string]string{}
	for _, f := range a.Forms {
		said[f.Form.ID] = string(plainStory(a).Form(f))
	}
	for form, want := range map[string]string{
		"strategic_partnership":   "Strategic partnership or consortium: you are exploring it. What it needs is asked in the full form only.",
		"shared_services":         "Shared services: you have one. What it needs is asked in the full form only.",
		"joint_social_enterprise": "Joint social enterprise: not answered. What it needs is asked in the full form only.",
	} {
		if said[form] != want {
			t.Errorf("%s: %q, want %q", form, said[form], want)
		}
	}
}
