package asking

import (
	"slices"
	"strings"
	"testing"

	"collab/assess"
	"collab/rubric"
)

// whole is a response in which everything is answered.
func whole() assess.Response {
	r := begun(assess.Full)
	for _, it := range newAll(r.Rubric).every() {
		switch it.Kind {
		case Text:
			it.Type(&r, "Trail conference")
		case Ticks:
			it.Tick(&r, ids(it.Options)[:2])
		default:
			it.Take(&r, 1)
		}
	}
	r.Role, r.Code = "ceo", ""
	return r
}

// Everything that is asked is asked again by its id, alone and with its answer hidden; and
// stands as it was where it is not answered anew.
func TestEverythingIsAskedAgain(t *testing.T) {
	before := whole()
	for id, asked := range map[string][]string{
		"trust.reliance":                  {"trust.reliance"},
		"spectrum.formality":              {"spectrum.formality"},
		"targets":                         {"target.values", "target.trust", "target.transparency", "target.knowledge", "target.stakeholders", "target.governance", "target.spectrum"},
		"target.trust":                    {"target.trust"},
		"priorities":                      {"priorities"},
		"hurdles":                         {"hurdles"}, // the worst once there are two to choose from
		"forms":                           {"fact.says_so", "aim.strategic_partnership", "aim.shared_services", "aim.joint_social_enterprise"},
		"shared_services":                 {"aim.shared_services", "fact.shared_services.cost_known", "fact.shared_services.leader_named", "fact.shared_services.service_level"},
		"aim.shared_services":             {"aim.shared_services"},
		"fact.says_so":                    {"fact.says_so"},
		"joint_work":                      {"joint_about", "joint_scope", "joint_purpose"},
		"joint_purpose":                   {"joint_purpose"},
		"fact.shared_services.cost_known": {"fact.shared_services.cost_known"},
	} {
		w, err := Revise(before, []string{id})
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		var got []string
		for _, step := range w.Steps() {
			for _, it := range w.Items(step) {
				if got = append(got, it.ID); w.Has(it) {
					t.Errorf("%s: the answer to %s shows", id, it.ID)
				}
			}
		}
		if !slices.Equal(got, asked) {
			t.Errorf("%s asks %v; want %v", id, got, asked)
		}
		same(t, w.Response(), before)
	}
}

// The worst hurdle is asked again among those that were met, which show.
func TestTheWorstHurdleIsAskedAgainAmongThoseMet(t *testing.T) {
	before := whole()
	w, err := Revise(before, []string{WorstID})
	if err != nil {
		t.Fatal(err)
	}
	w.Next(monday)
	w.Back(monday)
	hurdles, worst := item(w, HurdlesID), item(w, WorstID)
	if w.Has(worst) || !slices.Equal(w.Ticked(hurdles), before.Hurdles) || w.Here().ID != HurdlesID {
		t.Errorf("at %v: shows the worst %v among %v", w.Here(), w.Taken(worst), w.Ticked(hurdles))
	}
	w.Take(worst, 0)
	want := whole()
	want.Worst = want.Hurdles[0]
	same(t, w.Response(), want)
}

// That none is ticked any more is an answer too, where it was said.
func TestNoneIsAnAnswerWhereItIsSaid(t *testing.T) {
	w, err := Revise(whole(), []string{HurdlesID})
	if err != nil {
		t.Fatal(err)
	}
	w.Tick(item(w, HurdlesID), nil)
	want := whole()
	want.Hurdles, want.Worst = nil, ""
	same(t, w.Response(), want)
}

// A new answer brings up what was not asked before.
func TestANewAnswerBringsUpWhatHangsOnIt(t *testing.T) {
	before := whole()
	before.Aim["shared_services"] = rubric.NotConsidering
	for id := range before.Facts {
		if strings.HasPrefix(id, "shared_services.") {
			delete(before.Facts, id)
		}
	}
	w, err := Revise(before, []string{"aim.shared_services"})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(w.Steps()); n != 2 {
		t.Fatalf("%d steps: %v", n, w.Steps())
	}
	choose(w, "aim.shared_services", rubric.Have)
	if w.Next(monday); w.Here().ID != "shared_services" || len(w.Items(w.Here())) != 3 {
		t.Errorf("at %v, asks %v", w.Here(), idsOf(w.Items(w.Here())))
	}
	without := whole()
	for i, q := range without.Rubric.Questions() {
		if q.Dimension == rubric.SpectrumID {
			without.Answers[i] = assess.Unanswered
		}
	}
	without.JointWork = assess.JointWork{Scope: rubric.ScopeNone}
	if w, err = Revise(without, []string{JointWorkStep}); err != nil || len(w.Steps()) != 2 {
		t.Fatalf("%v, %v", w.Steps(), err)
	}
	same(t, w.Response(), without)
	choose(w, JointScopeID, "between")
	if n := len(w.Steps()); n != 2+9 {
		t.Errorf("%d steps: %v", n, w.Steps())
	}
}

func TestWhatWasNotAskedIsNotAskedAgain(t *testing.T) {
	short, alone, none := whole(), whole(), whole()
	short.Length = assess.Short
	alone.JointWork = assess.JointWork{Scope: rubric.ScopeNone}
	none.Aim["shared_services"], none.Hurdles = rubric.NotConsidering, none.Hurdles[:1]
	for _, c := range []struct {
		r        assess.Response
		id, want string
	}{
		{short, "values.decisions", "it is not part of the short version"},
		{short, "fact.says_so", "it is not part of the short version"},
		{alone, "spectrum", "there was no joint work. To change that: joint_scope"},
		{alone, "joint_about", "there was no joint work"},
		{none, "fact.shared_services.cost_known", "it depends on the answer to aim.shared_services"},
		{none, "hurdle_worst", "it depends on the answer to hurdles"},
		{whole(), "nothing", `nothing that is asked is called "nothing"`},
	} {
		if _, err := Revise(c.r, []string{c.id}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; want %q", c.id, err, c.want)
		}
	}
}
