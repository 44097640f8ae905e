package interview

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"collab/assess"
	"collab/rubric"
)

var monday = time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC)

// begun is a response whose start page is answered.
func begun(length assess.Length) assess.Response {
	r := assess.NewResponse(rubric.Default())
	r.Association, r.Role, r.Length = "Northern Trails Alliance", "ceo", length
	r.Date = assess.Date{Time: monday.Truncate(24 * time.Hour)}
	return r
}

// gotoStep moves a script forward to the first step of a kind.
func gotoStep(t *testing.T, s *Script, k Kind) {
	t.Helper()
	for s.Here().Kind != k {
		before := s.Here()
		if s.Next(monday); s.Here() == before {
			t.Fatalf("no step of kind %d", k)
		}
	}
}

func same(t *testing.T, got, want assess.Response) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(assess.Response{}, "Rubric", "Date"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the response differs (-want +got):\n%s", diff)
	}
}

func TestStartPageAsksOnlyWhatIsNotGiven(t *testing.T) {
	none := assess.NewResponse(rubric.Default())
	if s := New(none, Start{Length: true}); s.Here().Kind != StartPage || !cmp.Equal(s.Start(), Start{Association: true, Role: true, Length: true}) {
		t.Errorf("nothing given: at %v, asks %v", s.Here(), s.Start())
	}
	if s := New(begun(assess.Full), Start{}); s.Here().Kind != Instructions {
		t.Errorf("everything given: at %v", s.Here())
	}
	if s := New(begun(assess.Full), Start{Length: true}); !cmp.Equal(s.Start(), Start{Length: true}) {
		t.Errorf("length to be asked: asks %v", s.Start())
	}
}

func TestStepsOfBothLengths(t *testing.T) {
	count := func(l assess.Length, k Kind) int {
		n := 0
		for _, step := range New(begun(l), Start{}).Steps() {
			if step.Kind == k {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		kind        Kind
		full, short int
	}{
		{Question, 41, 21}, {Pause, 9, 8}, {JointWork, 1, 1}, {Targets, 1, 1}, {Aim, 1, 1},
		{Facts, 0, 0}, {Priorities, 1, 1}, {Hurdles, 1, 1}, {Review, 1, 1},
	} {
		if full, short := count(assess.Full, c.kind), count(assess.Short, c.kind); full != c.full || short != c.short {
			t.Errorf("kind %d: %d full, %d short, want %d and %d", c.kind, full, short, c.full, c.short)
		}
	}
}

func TestProgressCountsEveryScreenThatTakesAnAnswer(t *testing.T) {
	s := New(begun(assess.Full), Start{})
	// 41 questions, joint work, targets, aim, three forms, priorities, hurdles
	if p := s.Progress(); p.At != 1 || p.Of != 49 {
		t.Errorf("at the start: %d of %d", p.At, p.Of)
	}
	gotoStep(t, s, Aim)
	s.SetAim("shared_services", rubric.Have)
	s.SetAim("strategic_partnership", rubric.NotConsidering)
	if p := s.Progress(); p.Of != 48 {
		t.Errorf("with one form not considered: of %d, want 48", p.Of)
	}
	gotoStep(t, s, Hurdles)
	if p := s.Progress(); p.At != p.Of || p.Of != 47 {
		t.Errorf("at the last: %d of %d, want 47 of 47: the third form was left open", p.At, p.Of)
	}
}

func TestMinutesLeftFollowThePersonsPace(t *testing.T) {
	left := func(each time.Duration) time.Duration {
		s, now := New(begun(assess.Full), Start{}), monday
		gotoStep(t, s, Question)
		for range 12 {
			now = now.Add(each)
			s.Answer(s.Here().ID, 2)
			s.Next(now)
		}
		return s.Progress().Left
	}
	fast, slow, called := left(5*time.Second), left(50*time.Second), left(3*time.Hour)
	if fast >= slow {
		t.Errorf("fast %v, slow %v", fast, slow)
	}
	if called > 90*time.Minute {
		t.Errorf("a telephone call counts as thinking: %v", called)
	}
	if first := New(begun(assess.Full), Start{}).Progress().Left.Minutes(); first < 22 || first > 27 {
		t.Errorf("full begins with %v minutes", first)
	}
	if first := New(begun(assess.Short), Start{}).Progress().Left.Minutes(); first < 12 || first > 17 {
		t.Errorf("short begins with %v minutes", first)
	}
}

func TestNoJointWorkDropsTheSpectrumAndBringsItBack(t *testing.T) {
	s := New(begun(assess.Full), Start{})
	gotoStep(t, s, JointWork)
	s.SetJointWork(assess.JointWork{About: "Trail conference", Scope: "between", Purpose: "revenue"})
	s.Answer("spectrum.formality", 3)
	s.SetNote("spectrum.formality", "the 2026 letter")
	with := s.Response()

	s.SetJointWork(assess.JointWork{About: "Trail conference", Scope: rubric.ScopeNone, Purpose: "revenue"})
	got := s.Response()
	want := begun(assess.Full)
	want.JointWork = assess.JointWork{Scope: rubric.ScopeNone}
	same(t, got, want)
	if slices.ContainsFunc(s.Steps(), func(st Step) bool { return st.Kind == Question && st.Section == rubric.SpectrumID }) {
		t.Error("the spectrum is still asked")
	}
	if s.Here().Kind != JointWork {
		t.Errorf("the person was moved to %v", s.Here())
	}

	s.SetJointWork(with.JointWork)
	same(t, s.Response(), with)
}

func TestShortLengthDropsWhatItDoesNotAsk(t *testing.T) {
	s := New(begun(assess.Full), Start{})
	s.Answer("values.goals", 2)     // of both lengths
	s.Answer("values.decisions", 3) // of the full one
	s.SetFact(rubric.SaysSoID, assess.Met)
	s.SetAim("shared_services", rubric.Have)
	s.SetFact("shared_services.cost_known", assess.Met)
	s.SetStart("Northern Trails Alliance", "ceo", "", assess.Short)
	want := begun(assess.Short)
	want.Answers[want.Rubric.Index("values.goals")] = 2
	want.Aim["shared_services"] = rubric.Have
	same(t, s.Response(), want)
}

func TestFactsAreAskedOfFormsThatOneHasOrExplores(t *testing.T) {
	s := New(begun(assess.Full), Start{})
	asked := func() []string {
		var ids []string
		for _, st := range s.Steps() {
			if st.Kind == Facts {
				ids = append(ids, st.ID)
			}
		}
		return ids
	}
	s.SetAim("joint_social_enterprise", rubric.Exploring)
	s.SetAim("strategic_partnership", rubric.NotConsidering)
	if got := asked(); !slices.Equal(got, []string{"joint_social_enterprise"}) {
		t.Errorf("asked of %v", got)
	}
	s.SetFact("joint_social_enterprise.customers", assess.NotMet)
	s.SetAim("joint_social_enterprise", rubric.NotConsidering)
	if got := s.Response().Facts; len(got) != 0 {
		t.Errorf("facts that are no longer asked are kept: %v", got)
	}
}

func TestBackGoesOverSectionBordersAndPauses(t *testing.T) {
	s := New(begun(assess.Full), Start{})
	gotoStep(t, s, Question)
	for range 4 {
		s.Answer(s.Here().ID, 2)
		s.Next(monday)
	}
	if s.Here() != (Step{Kind: Pause, Section: "trust"}) {
		t.Fatalf("after the first trait: %v", s.Here())
	}
	s.Next(monday)
	if s.Back(monday); s.Here().ID != "values.fit" {
		t.Errorf("back from the first question of trust: %v", s.Here())
	}
}

func TestResumesAtTheFirstOpenStep(t *testing.T) {
	r := begun(assess.Full)
	for _, id := range []string{"values.goals", "values.decisions", "values.fit"} {
		r.Answers[r.Rubric.Index(id)] = assess.DontKnow
	}
	if s := New(r, Start{}); s.Here().ID != "values.peer_objectives" {
		t.Errorf("at %v", s.Here())
	}
	if s := New(begun(assess.Full), Start{}); s.Here().Kind != Instructions {
		t.Errorf("with nothing answered: at %v", s.Here())
	}
}

func TestJumpGoesThroughWhatIsOpenInItsSectionAndBackToTheReview(t *testing.T) {
	s := New(begun(assess.Full), Start{})
	gotoStep(t, s, Question)
	for s.Here().Kind != Review {
		if here := s.Here(); here.Kind == Question && here.Section != "trust" {
			s.Answer(here.ID, 1)
		}
		s.Next(monday)
	}
	parts := s.Overview()
	trust := parts[1]
	if trust.Done != 0 || trust.Of != 4 || trust.To.ID != "trust.delegation" {
		t.Fatalf("the review says %+v", trust)
	}
	s.Jump(trust.To, monday)
	var visited []string
	for s.Here().Kind != Review {
		visited = append(visited, s.Here().ID)
		s.Answer(s.Here().ID, 2)
		s.Next(monday)
	}
	if want := []string{"trust.delegation", "trust.disagreement", "trust.reliance", "trust.credit"}; !slices.Equal(visited, want) {
		t.Errorf("visited %v", visited)
	}
	s.Jump(trust.To, monday)
	if s.Back(monday); s.Here().Kind != Review {
		t.Errorf("back after a jump: %v", s.Here())
	}
}

func TestRefusesWhatIsNoAnswer(t *testing.T) {
	s := New(begun(assess.Full), Start{})
	s.Answer("values.goals", 5)
	s.Answer("values.goals", -3)
	s.Answer("values.nothing", 1)
	same(t, s.Response(), begun(assess.Full))
	if s.Unkept() {
		t.Error("something is to be kept")
	}
}

func TestResponseSharesNothingWithTheScript(t *testing.T) {
	s := New(begun(assess.Full), Start{})
	s.SetTarget("values", 3)
	r := s.Response()
	r.Answers[0], r.Targets["values"] = 4, 1
	if again := s.Response(); again.Answers[0] != 0 || again.Targets["values"] != 3 {
		t.Error("a response that was handed out changed the script")
	}
}

// A second round asks what was talked about, and nothing behind it.
func TestASecondRoundAsksOnlyItsQuestions(t *testing.T) {
	s := New(begun(assess.Full), Start{Again: []string{"trust.reliance", "spectrum.formality", "trust.delegation"}})
	var asked []string
	for _, step := range s.Steps() {
		if step.Kind != Question {
			asked = append(asked, fmt.Sprint(step.Kind))
			continue
		}
		asked = append(asked, step.ID)
	}
	want := []string{
		fmt.Sprint(Instructions), fmt.Sprint(Pause), "trust.delegation", "trust.reliance",
		fmt.Sprint(Pause), "spectrum.formality", fmt.Sprint(Review),
	}
	if !slices.Equal(asked, want) {
		t.Errorf("asks %v; want %v", asked, want)
	}
	if _, of := s.Answered(); of != 3 || s.Progress().Of != 3 {
		t.Errorf("counts %d questions", of)
	}
}
