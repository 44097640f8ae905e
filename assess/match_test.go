package assess

import (
	"slices"
	"strings"
	"testing"

	"collab/rubric"
)

// side is one person's assessment of an association that answers a stage to everything,
// with some changes.
func side(t *testing.T, name, date string, rank Answer, change func(*Response)) *Assessment {
	t.Helper()
	r := NewResponse(rubric.Default())
	r.Association = name
	r.Date, _ = ParseDate(date)
	r.JointWork = JointWork{About: "Fair", Scope: string(rubric.Between)}
	for i := range r.Answers {
		r.Answers[i] = rank
	}
	if change != nil {
		change(&r)
	}
	return Assess(One(r))
}

func answering(r *Response, id string, a Answer) { r.Answers[r.Rubric.Index(id)] = a }

func TestTwoAssociationsSideBySide(t *testing.T) {
	a := side(t, "Lakes Guild", "2026-11-23", 3, func(r *Response) {
		answering(r, "spectrum.formality", 1)
		answering(r, "spectrum.risk", 2)
		r.Aim["shared_services"] = rubric.Exploring
		r.Facts["shared_services.cost_known"] = Met
		r.Facts["shared_services.leader_named"] = NotMet
		r.Targets["trust"], r.Targets["values"] = 4, 4
	})
	b := side(t, "Northern Trails", "2026-11-20", 3, func(r *Response) {
		r.Aim["shared_services"], r.Aim["strategic_partnership"] = rubric.Exploring, rubric.Have
		for _, q := range r.Rubric.Traits()[1].Questions { // trust
			answering(r, q.ID, 1)
		}
		r.Targets["trust"], r.Targets["values"] = 4, TodayIsRight
	})
	m, err := NewMatch(a, b, "")
	if err != nil {
		t.Fatal(err)
	}
	if m.Form.ID != "shared_services" {
		t.Errorf("the form is %s; both explore shared_services", m.Form.ID)
	}
	short, unknown := m.Lacks(0)
	if got := ids(short, needID); !slices.Equal(got, []string{"spectrum.formality", "shared_services.leader_named"}) {
		t.Errorf("the first is short of %v", got)
	}
	if got := ids(unknown, needID); !slices.Equal(got, []string{"shared_services.service_level"}) {
		t.Errorf("the first does not know %v", got)
	}
	short, unknown = m.Lacks(1)
	if got := ids(short, needID); !slices.Equal(got, []string{"trust"}) || len(unknown) != 3 {
		t.Errorf("the second is short of %v and does not know %d", got, len(unknown))
	}
	if d := m.Differ(); len(d) != 2 || d[0].Question != "spectrum.formality" || d[0].Apart() != 2 || d[1].Question != "spectrum.risk" {
		t.Errorf("they see differently %+v", d)
	}
	if !slices.Equal(m.BothWant, []string{"trust"}) || len(m.BothAim) != 0 {
		t.Errorf("both want %v and %v", m.BothWant, m.BothAim)
	}
	want := []FirstTopic{
		{TopicView, "spectrum.formality", [2]bool{true, true}},
		{TopicFact, "shared_services.leader_named", [2]bool{true, true}}, // nobody can show it
		{TopicNeed, "trust", [2]bool{false, true}},
	}
	if !slices.Equal(m.First, want) {
		t.Errorf("first are %+v", m.First)
	}
	if !slices.Equal(m.Cautions, []MatchCaution{MatchOnePerson}) {
		t.Errorf("cautions are %v", m.Cautions)
	}
}

func needID(n MatchedNeed) string { return n.ID }

func TestLimitsOfAMatch(t *testing.T) {
	a := side(t, "Lakes Guild", "2026-11-23", 4, nil)
	b := side(t, "Northern Trails", "2025-11-23", 4, func(r *Response) { r.JointWork.About = "Congress" })
	m, err := NewMatch(a, b, "strategic_partnership")
	if err != nil || !slices.Equal(m.Cautions, []MatchCaution{MatchOtherWork, MatchOnePerson, MatchFarDates}) {
		t.Errorf("cautions are %v, error %v", m.Cautions, err)
	}
	inside := side(t, "Inside", "2026-11-23", 4, func(r *Response) { r.JointWork.Scope = string(rubric.Within) })
	if m, err = NewMatch(a, inside, ""); err != nil || len(m.Views) > 0 || !slices.Contains(m.Cautions, MatchNoWork) {
		t.Errorf("views of work inside are compared: %+v, %v", m.Views, err)
	}
	short := side(t, "Short", "2026-11-23", 4, func(r *Response) { r.Length = Short })
	renamed := side(t, "Lakes League", "2026-11-23", 4, nil)
	renamed.Formerly = []string{"Lakes Guild"}
	for _, c := range []struct {
		b          *Assessment
		form, want string
	}{
		{a, "", "expected two associations"},
		{renamed, "", "expected two associations"},
		{short, "", "short version on 2026-11-23"},
		{b, "merger", `"merger" is no form`},
	} {
		if _, err := NewMatch(a, c.b, c.form); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}
