package interview

import (
	"slices"
	"strings"
	"testing"

	"collab/assess"
	"collab/assess/asking"
	"collab/rubric"
)

// answered is a response in which everything is answered, and two notes stand.
func answered() assess.Response {
	r := everything()
	for i := range r.Answers {
		r.Answers[i] = 2
	}
	r.Notes["trust.reliance"], r.Notes["values.goals"] = "the old reason", "plan"
	return r
}

func TestReviseAsksOnlyWhatIsNamed(t *testing.T) {
	for _, c := range []struct {
		ids  []string
		want []string
	}{
		{[]string{"trust.reliance"}, []string{"trust.reliance"}},
		{[]string{"trust"}, []string{"trust.delegation", "trust.disagreement", "trust.reliance", "trust.credit"}},
		{[]string{"values.fit", "values.goals"}, []string{"values.goals", "values.fit"}},
	} {
		s, err := asking.Revise(answered(), c.ids)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, step := range s.Steps() {
			got = append(got, step.ID)
		}
		if want := append(c.want, ""); !slices.Equal(got, want) { // the review has no id
			t.Errorf("%v asks %v, want %v", c.ids, got, want)
		}
		if p := s.Progress(); p.At != 1 || p.Of != len(c.want) {
			t.Errorf("%v begins at %d of %d", c.ids, p.At, p.Of)
		}
	}
}

func TestReviseHidesWhatWasAnsweredAndKeepsWhatIsNotAnsweredAnew(t *testing.T) {
	s, err := asking.Revise(answered(), []string{"trust.reliance", "trust.credit"})
	if err != nil {
		t.Fatal(err)
	}
	if s.Has(itemOf(s, "trust.reliance")) {
		t.Error("the earlier answer shows")
	}
	same(t, s.Response(), answered())
	s.Take(itemOf(s, "trust.reliance"), 3)
	s.Next(monday)
	s.Next(monday)
	want := answered()
	want.Answers[want.Rubric.Index("trust.reliance")] = 4
	same(t, s.Response(), want)
	s.SetNote("trust.reliance", "the new reason")
	want.Notes["trust.reliance"] = "the new reason"
	same(t, s.Response(), want)
}

func TestReviseRefusesWhatIsNotAsked(t *testing.T) {
	short, alone := answered(), answered()
	short.Length = assess.Short
	alone.JointWork = assess.JointWork{Scope: rubric.ScopeNone}
	for _, c := range []struct {
		r        assess.Response
		id, want string
	}{
		{answered(), "trust.nothing", `nothing that is asked is called "trust.nothing"`},
		{short, "values.decisions", "it is not part of the short version"},
		{alone, "spectrum", "there was no joint work"},
	} {
		o := Options{New: Draft{Response: c.r}, Only: []string{"trust.reliance", c.id}}
		_, lines := opened(o)
		_, screen := newScreen(o)
		for _, err := range []error{lines, screen} {
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v, want %q", c.id, err, c.want)
			}
		}
	}
}

func TestReviseThroughBothFaces(t *testing.T) {
	want := answered()
	want.Answers[want.Rubric.Index("trust.reliance")] = 4
	o := Options{New: Draft{Response: answered()}, Only: []string{"trust.reliance", "trust.credit"}}

	h := hearWith(t, o).enter(t, "4", "s", "f")
	same(t, h.kept, want)
	h.says(t, "Your earlier answers are hidden on purpose. Questions you skip keep them. Question 1 of 2. Trust, between associations. ")
	h.says(t, "One line below is incomplete. You may leave it so: unanswered questions keep their earlier answers.")
	if strings.Contains(h.said.String(), "You answered") || strings.Contains(h.said.String(), "the old reason") {
		t.Errorf("says what was answered:\n%s", h.said.String())
	}

	s := &sitting{t: t, now: monday}
	o.New.Keep = s.keepResponse
	s.with(o)
	if view := s.plainView(); strings.Contains(view, "●") || strings.Contains(view, "the old reason") {
		t.Errorf("shows what was answered:\n%s", view)
	}
	s.keys("4", "right", "f")
	same(t, s.kept, want)
	if !s.quit {
		t.Error("does not finish")
	}
}

// A note of before is there to be changed and to be taken away, in a revision as in
// an interview that goes on: on both faces, and what is emptied is gone.
func TestANoteOfBeforeIsChangedAndTakenAway(t *testing.T) {
	const id = "trust.reliance"
	goOn := answered()
	goOn.Answers[goOn.Rubric.Index(id)] = assess.Unanswered
	for name, o := range map[string]Options{
		"revised":          {Only: []string{id}, New: Draft{Response: answered()}},
		"gone on with":     {New: Draft{Response: goOn}},
		"by one of a room": {New: Draft{Response: goOn}, Private: true, Asks: asking.Asks{Code: true}},
	} {
		t.Run(name, func(t *testing.T) {
			s := &sitting{t: t, now: monday}
			o.New.Keep = s.keepResponse
			s.with(o)
			s.at(func(step asking.Step) bool { return step.ID == id }).keys("m")
			s.shows("the old reason")
			s.shows("ctrl+u erase it")
			s.keys("type: and more", "enter")
			if got := s.kept.Notes[id]; got != "the old reason and more" {
				t.Errorf("changed, it is %q", got)
			}
			s.keys("m", "ctrl+u", "enter")
			if got, there := s.kept.Notes[id]; there {
				t.Errorf("emptied, it is %q", got)
			}
			s.keys("m", "type:anew", "ctrl+c")
			if got := s.kept.Notes[id]; got != "anew" {
				t.Errorf("written anew, it is %q", got)
			}

			h := hearWith(t, o).enter(t, "m", "x", "q")
			h.says(t, "Your note so far: the old reason. Press Enter to keep it, or enter x to delete it. Note deleted.")
			if got, there := h.kept.Notes[id]; there {
				t.Errorf("in lines, taken away, it is %q", got)
			}
		})
	}
}
